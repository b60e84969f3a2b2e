"""Extracted text → pages and lines, each line of exactly one kind; offsets are those of the file.

The text is that of a PDF's pages put one behind the other. A page begins at a line that starts with one
blank; the same blank also stands where text was lost inside a page, so what follows it decides. A page
foot begins with a line of blanks: first the notes, then the URLs of the notes, one a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from voetnoot_etl.model import Page, Span, SpanKind
from voetnoot_etl.wording_dates import MONTHS

RULE = re.compile(r"[ _]{20,}\s*")
URL = re.compile(r"[\s\f]?https?://\S+\s*")
URL_TAIL = re.compile(r"[\w%/.?=&#:()~+,-]+\s*")
NOTE_START = re.compile(r"[ \f]?(?P<number>\d{1,4})\s+(?P<rest>\S.*)")
CITED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}.*\burl\b|,\s*url\b")
PRINTED_NUMBER = re.compile(r"\s*(?:Pagina|Page|Blz\.?)\s+(?P<number>\d+)(?:\s+(?:van|of|/)\s+\d+)?\s*")
HEADER_LINES = 8
REPEATS_OF_A_RUNNING_HEADER = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file without its line end, what it is, and the index of its page."""

    span: Span
    text: str
    kind: SpanKind
    page: int

    @property
    def marked(self) -> bool:
        """Tell whether the line starts with exactly one blank, as lines do where a page begins."""
        return _is_marked(self.text)


@dataclass(slots=True)
class _Scanner:
    """Reads lines in order and remembers the zone of the page and the last note."""

    zone: str = "body"
    page: int = -1
    note: int = 0
    after_blank: bool = False

    def kind(self, text: str) -> SpanKind:
        if RULE.fullmatch(text):
            self.zone = "notes"
            return SpanKind.FURNITURE
        if not text.strip():
            self.after_blank = True
            return SpanKind.BLANK
        kind = self._kind_of_words(text)
        self.after_blank = False
        return kind

    def _kind_of_words(self, text: str) -> SpanKind:
        if URL.fullmatch(text):
            self.zone = "urls"
            return SpanKind.URL
        if self.zone == "urls" and not self.after_blank and not _is_marked(text) and URL_TAIL.fullmatch(text):
            return SpanKind.URL
        if self._starts_note(text):
            self.zone = "notes"
            return SpanKind.NOTE
        if self.zone == "notes" and not _is_marked(text) and not self.after_blank:
            return SpanKind.NOTE
        if self.zone != "body" or _is_marked(text) or self.page < 0:
            self.page += 1
        self.zone = "body"
        return SpanKind.BODY

    def _starts_note(self, text: str) -> bool:
        match = NOTE_START.fullmatch(text)
        if not match:
            return False
        number = int(match["number"])
        if self.zone == "notes" and not _is_marked(text):
            follows = number == self.note + 1 or (self.note_is_first and number > self.note)
            starts = follows and match["rest"].split()[0].lower() not in MONTHS
        else:
            starts = number > self.note and bool(CITED.search(text))
        if starts:
            self.note = number
            self._first_of = self.page
        return starts

    _first_of: int = -2

    @property
    def note_is_first(self) -> bool:
        """Tell whether no note of this page's foot was seen yet."""
        return self._first_of != self.page


def _is_marked(text: str) -> bool:
    """Tell whether one blank, or a form feed, stands in front of a line's words."""
    return text[:1] == "\f" and bool(text.strip()) or bool(re.match(r" \S", text))


def read_lines(text: str) -> tuple[Line, ...]:
    """Part a document's text into lines, each with its kind and page."""
    scanner = _Scanner()
    lines: list[Line] = []
    start = 0
    for value in text.split("\n"):
        kind = scanner.kind(value)
        lines.append(Line(Span(start, start + len(value)), value, kind, max(scanner.page, 0)))
        start += len(value) + 1
    return _without_furniture(lines)


def read_pages(lines: Sequence[Line], length: int) -> tuple[Page, ...]:
    """Return the pages; numbers are counted, from a printed number where there is one."""
    first_lines = [next(group) for _, group in groupby(lines, key=lambda line: line.page)]
    starts = [0] + [line.span.start for line in first_lines[1:]]
    printed = dict(printed_numbers(lines))
    shift = next((number - page for page, number in printed.items()), 1)
    return tuple(
        Page(page + shift, Span(start, end), page in printed)
        for page, (start, end) in enumerate(zip(starts, [*starts[1:], length], strict=True))
    )


def printed_numbers(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Return (index of page, number) for each page number that is printed."""
    found = ((line.page, PRINTED_NUMBER.fullmatch(line.text)) for line in lines)
    return tuple((page, int(match["number"])) for page, match in found if match)


def kind_spans(lines: Sequence[Line], length: int) -> tuple[tuple[Span, SpanKind], ...]:
    """Return the stretches of one kind; together they are the whole file, line ends included."""
    spans: list[tuple[Span, SpanKind]] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        members = list(group)
        spans.append((Span(members[0].span.start, min(members[-1].span.end + 1, length)), kind))
    return tuple((span, kind) for span, kind in spans if span.start < span.end)


def _without_furniture(lines: list[Line]) -> tuple[Line, ...]:
    """Mark printed page numbers, what stands above them, and headers repeated from page to page."""
    furniture: set[int] = set()
    repeated = _running_headers(lines)
    for _, group in groupby(enumerate(lines), key=lambda pair: pair[1].page):
        body = [(index, line) for index, line in group if line.kind is SpanKind.BODY]
        furniture.update(index for index, line in body if line.text.strip() in repeated)
        for position, (index, line) in enumerate(body):
            if PRINTED_NUMBER.fullmatch(line.text):
                above = body[:position] if position < HEADER_LINES else []
                furniture.update([index, *(number for number, _ in above)])
    return tuple(
        Line(line.span, line.text, SpanKind.FURNITURE, line.page) if index in furniture else line
        for index, line in enumerate(lines)
    )


def _running_headers(lines: Sequence[Line]) -> frozenset[str]:
    body = [line for line in lines if line.kind is SpanKind.BODY]
    firsts = Counter(next(group).text.strip() for _, group in groupby(body, key=lambda line: line.page))
    return frozenset(text for text, count in firsts.items() if count >= REPEATS_OF_A_RUNNING_HEADER)
