"""What the readers of documents hand to the writers of RDF: frozen records with exact offsets.

Offsets are code points of the source file as it is (0-based, end exclusive); nothing is normalised away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: code points from `start` up to, not including, `end`."""

    start: int
    end: int


class SpanKind(StrEnum):
    """What a stretch of a document is; every character belongs to exactly one kind."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    NOTE = "note"
    URL = "url"
    FURNITURE = "furniture"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Text:
    """Running text joined from several stretches, with the file offset of each character.

    `offsets[i]` is the file offset of `value[i]`; a blank put in for a line end has the line end's offset.
    """

    value: str
    offsets: tuple[int, ...]

    def slice(self, start: int, end: int) -> Text:
        """Return the part between two indexes of `value`."""
        return Text(self.value[start:end], self.offsets[start:end])

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Return the file stretches behind `value[start:end]`, one per unbroken run of body text.

        A run breaks where the text goes on behind a page foot, as gaps in the offsets tell.
        """
        part = self.slice(start, len(self.value) if end is None else end)
        offsets = [offset for offset, value in zip(part.offsets, part.value, strict=True) if value != " "]
        if not offsets:
            return ()
        starts = [offsets[0]] + [right for left, right in pairwise(offsets) if right - left > GAP]
        ends = [left + 1 for left, right in pairwise(offsets) if right - left > GAP] + [offsets[-1] + 1]
        return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


GAP = 12
"""Line ends and blank lines leave out fewer characters than this; a page foot leaves out more."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its span, its number, and whether that number is printed or computed."""

    number: int
    span: Span
    printed: bool


@dataclass(frozen=True, slots=True)
class Marker:
    """A note number in the running text, at the offset of its first digit."""

    number: int
    span: Span
    page: int


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document; `number` is as printed ("2.3") or made up ("s4", "antwoord").

    `part` is "question" or "answer" where a document has two voices, else empty.
    """

    number: str
    title: Text
    depth: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or caption of the body; `position` counts from 1 through the document."""

    position: int
    text: Text
    section: str
    kind: SpanKind
    role: str
    page: int
    markers: tuple[Marker, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the file stretches of the sentence."""
        return self.text.spans()


@dataclass(frozen=True, slots=True)
class Publication:
    """What a citation names: publisher as printed, authors, EDTF date, label; not a key of the thing itself."""

    publisher: str
    authors: tuple[str, ...]
    edtf: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference inside a note; `url` only where the link is safe, else `url_status` says why not."""

    number: int
    position: int
    content: str
    span: Span
    publication: Publication
    locator: str
    relation: str
    url: str
    url_span: Span | None
    url_status: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note by its number; a note whose text is lost has no span and no citations."""

    number: int
    page: int | None
    span: Span | None
    kind: str | None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedUrl:
    """A URL at a page foot, in the order of the foot; `citation` is (note, position) where the link is safe."""

    page: int
    position: int
    url: str
    span: Span
    citation: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """All that was read from one document."""

    text: str
    spans: tuple[tuple[Span, SpanKind], ...]
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    markers: tuple[Marker, ...]
    footnotes: tuple[Footnote, ...]
    urls: tuple[ListedUrl, ...] = field(default=())
