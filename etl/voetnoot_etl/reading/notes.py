"""Page feet → the notes that survive and the URLs listed under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from voetnoot_etl.model import Span, SpanKind, Text
from voetnoot_etl.reading.chains import heaviest_chain
from voetnoot_etl.reading.line_kinds import ENDS_NOTE, NOTE_START, begins_with_month, is_cited, note_number
from voetnoot_etl.reading.lines import Line
from voetnoot_etl.reading.running_text import join_lines, outer_span

START, OF_FOOT, CAPITAL, SMALL, BEHIND_END, BEHIND_OPEN, CITED = 120, 100, 50, -100, 50, -150, 50
DAY_OF_MONTH = -300
GAP_IN_FOOT, GAP_ELSEWHERE = 60, 2
"""What a number left out costs inside a foot, and where text may have been lost."""
ENDS_OPEN = re.compile(
    r"(?:[,;:(&]|\b(?:en|of|de|het|een|van|in|op|met|tot|met|rond|circa|ongeveer|nog|ruim|bijna))$"
)
ADDRESS_START = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
FORBIDDEN = re.compile(r"[<>\"]")


@dataclass(frozen=True, slots=True)
class Note:
    """A surviving note: its number, the index of its page, its stretch, its words without the number."""

    number: int
    page: int
    span: Span
    text: Text
    turns: tuple[tuple[int, int], ...] = ()
    marked: bool = False

    def page_at(self, offset: int) -> int:
        """Return the page on which a character of the note stands; a long note goes on at the next foot."""
        return max((page for start, page in self.turns if start <= offset), default=self.page)


@dataclass(frozen=True, slots=True)
class UrlLine:
    """A URL at a page foot, by the index of its page and its place in the order of that foot."""

    page: int
    position: int
    url: str
    span: Span
    marked: bool


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may be a note's first: its index among the note lines, its number and its weight."""

    index: int
    number: int
    weight: int
    gap_cost: int


def read_notes(lines: Sequence[Line]) -> tuple[Note, ...]:
    """Return the surviving notes; a note starts at a line with its number and goes on to the next note.

    A wrapped line can begin with a number too: the starts are the heaviest chain of rising numbers.
    """
    note_lines = [line for line in lines if line.kind is SpanKind.NOTE]
    feet = {
        right.span.start
        for left, right in _neighbours(lines)
        if left != right.kind and right.kind is SpanKind.NOTE
    }
    starts = heaviest_chain(list(_starts(note_lines, feet)))
    bounds = [start.index for start in starts] + [len(note_lines)]
    groups = (note_lines[begin:end] for begin, end in pairwise(bounds))
    return tuple(_note(start.number, group) for start, group in zip(starts, groups, strict=True))


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[SpanKind, Line]]:
    before = SpanKind.BODY
    for line in lines:
        yield before, line
        before = line.kind


def _starts(lines: Sequence[Line], feet: set[int]) -> Iterator[_Start]:
    for index, line in enumerate(lines):
        match = NOTE_START.fullmatch(line.text.rstrip())
        if match and note_number(match):
            first = line.span.start in feet
            before = "" if first or not index else lines[index - 1].words
            weight = START + OF_FOOT * first + _weight(match["rest"], before)
            loose = first or line.marked or (is_cited(match["rest"]) and bool(ENDS_NOTE.search(before[-16:])))
            yield _Start(index, note_number(match), weight, GAP_ELSEWHERE if loose else GAP_IN_FOOT)


def _weight(rest: str, before: str) -> int:
    """Weigh a line's words behind its number, and the line in front of it, for how a note begins."""
    weight = CAPITAL if not rest[0].islower() else SMALL
    weight += DAY_OF_MONTH if begins_with_month(rest) else 0
    weight += CITED if is_cited(rest) else 0
    if ENDS_NOTE.search(before[-16:]):
        return weight + BEHIND_END
    return weight + (BEHIND_OPEN if ENDS_OPEN.search(before[-16:]) else 0)


def _note(number: int, lines: Sequence[Line]) -> Note:
    text = join_lines(lines)
    head = re.match(r"\S+\s+", text.value)
    words = text.slice(head.end() if head else 0, len(text.value))
    first = {line.page: line.span.start for line in reversed(lines)}
    turns = tuple((start, page) for page, start in first.items())
    return Note(number, lines[0].page, outer_span(text), words, turns, lines[0].marked)


def read_url_lines(lines: Sequence[Line]) -> tuple[UrlLine, ...]:
    """Return the URLs of the page feet; one wrapped over lines is one, two on one line are two."""
    found: list[UrlLine] = []
    urls = (line for line in lines if line.kind is SpanKind.URL)
    for page, group in groupby(urls, key=lambda line: line.page):
        members: list[list[tuple[Span, str, bool]]] = []
        for line in group:
            for span, word in _words(line):
                if ADDRESS_START.match(word.lstrip("<")) or not members:
                    members.append([])
                members[-1].append((span, word, line.marked))
        for position, parts in enumerate(members, 1):
            span = Span(parts[0][0].start, parts[-1][0].end)
            found.append(UrlLine(page, position, _address(word for _, word, _ in parts), span, parts[0][2]))
    return tuple(found)


def _words(line: Line) -> Iterator[tuple[Span, str]]:
    for word in re.finditer(r"\S+", line.text):
        yield Span(line.span.start + word.start(), line.span.start + word.end()), word[0]


def _address(words: Iterator[str]) -> str:
    """Return a URL without what no URL holds; one printed without its scheme gets the one browsers add."""
    url = FORBIDDEN.sub("", "".join(words))
    return url if "://" in url[: len("https://")] else f"http://{url}"
