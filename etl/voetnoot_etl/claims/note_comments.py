"""What explanatory notes say themselves, beside what they cite: the stretches in which a claim can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.model import DocumentReading, Footnote, Span, SpanKind, Text
from voetnoot_etl.reading.citations import OPENING
from voetnoot_etl.reading.lines import Line, raw_lines
from voetnoot_etl.reading.running_text import join_lines, outer_span, stripped
from voetnoot_etl.reading.sentence_ends import split_sentences

COMMENTING = ("comment", "mixed")
"""Kinds of notes that say something themselves."""
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class NoteComment:
    """An explanatory note and the sentences of its own, without its number and its citations."""

    footnote: Footnote
    sentences: tuple[Text, ...]

    def holds(self, spans: Sequence[Span]) -> bool:
        """Tell whether stretches of the file stand within the note's own words."""
        own = [outer_span(sentence) for sentence in self.sentences]
        cited = [citation.span for citation in self.footnote.citations]
        inside = own[0].start <= spans[0].start and spans[-1].end <= own[-1].end if own else False
        return inside and not any(
            span.start < citation.end and citation.start < span.end for span in spans for citation in cited
        )


def read_comments(reading: DocumentReading) -> tuple[NoteComment, ...]:
    """Return the explanatory notes of a document, by number, with what they say."""
    explaining = (note for note in reading.footnotes if note.kind in COMMENTING and note.span)
    return tuple(NoteComment(note, tuple(_sentences(reading, note))) for note in explaining)


def note_at(reading: DocumentReading, offset: int) -> Footnote | None:
    """Return the note in whose words an offset of the file stands."""
    kind = next((kind for span, kind in reading.spans if span.start <= offset < span.end), None)
    if kind is not SpanKind.NOTE:
        return None
    return next((note for note in reading.footnotes if note.span and _covers(note.span, offset)), None)


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _sentences(reading: DocumentReading, note: Footnote) -> Iterator[Text]:
    for stretch in _stretches(reading, note):
        opening = next(
            (m for m in OPENING.finditer(f"{stretch.value} ") if m.end() > len(stretch.value)), None
        )
        own = stretch.slice(0, opening.start()) if opening else stretch
        yield from (one for one in split_sentences(own) if len(one.value.split()) >= _FEWEST_WORDS)


def _stretches(reading: DocumentReading, note: Footnote) -> Iterator[Text]:
    """Yield the words of a note behind its number, parted where it cites."""
    text = join_lines(_lines(reading, note))
    start = text.value.find(" ") + 1
    for citation in note.citations:
        end = next((i for i, offset in enumerate(text.offsets) if offset >= citation.span.start), start)
        yield stripped(text.slice(start, max(start, end)))
        start = next(
            (i for i, offset in enumerate(text.offsets) if offset >= citation.span.end), len(text.value)
        )
    yield stripped(text.slice(start, len(text.value)))


def _lines(reading: DocumentReading, note: Footnote) -> Iterator[Line]:
    """Yield the lines of a note; one that goes on at the next page foot leaves out what stands between."""
    if note.span is None:
        return
    page = note.page or 0
    for span, kind in reading.spans:
        start, end = max(span.start, note.span.start), min(span.end, note.span.end)
        if kind is SpanKind.NOTE and start < end:
            for line in raw_lines(reading.text[start:end]):
                words = reading.text[start + line.start : start + line.end]
                if words.strip():
                    yield Line(Span(start + line.start, start + line.end), words, kind, page)
