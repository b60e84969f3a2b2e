"""Body lines that are no text: printed page numbers, what stands above them, headers and footers that repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.lines import Line

PRINTED_NUMBER = re.compile(
    r"(?:(?:Pagina|Page|Blz\.?|P\.)\s+(?P<named>\d{1,4})(?:\s+(?:van|of|/)\s+\d{1,4})?"
    r"|(?P<of>\d{1,4})\s?/\s?\d{1,4}|[-–]\s?(?P<dashed>\d{1,4})\s?[-–])",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{1,4}")
ENDS_SENTENCE = re.compile(r"[.?!…]\W{0,3}\d{0,3}$")
HEADER_LINES = 8
HEAD_LINES = 3
REPEATS = 3
"""On how many pages the same first or last line stands to be a running header or footer."""

Numbered = tuple[int, Line]


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the body lines that are furniture."""
    pages = list(_body_by_page(lines))
    repeated = _repeated(pages)
    bare = _bare_numbers(pages)
    found: set[int] = set()
    for body in pages:
        found.update(_running(body, repeated))
        for position, (index, line) in enumerate(body):
            if index in bare or PRINTED_NUMBER.fullmatch(line.words):
                found.update([index, *_above(body, position)])
    return frozenset(found)


def printed_numbers(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return (index of page, number) for each page number that is printed."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if line.kind is SpanKind.FURNITURE and line.words:
            named = PRINTED_NUMBER.fullmatch(line.words)
            if named or BARE_NUMBER.fullmatch(line.words):
                number = next(filter(None, named.groups()), "") if named else line.words
                found.append((line.page, int(number)))
    return found


def _body_by_page(lines: Sequence[Line]) -> Iterator[list[Numbered]]:
    for _, group in groupby(enumerate(lines), key=lambda pair: pair[1].page):
        body = [(index, line) for index, line in group if line.kind is SpanKind.BODY]
        if body:
            yield body


def _above(body: Sequence[Numbered], position: int) -> list[int]:
    """Return the header's lines above a page number at a page's head; at its foot there are none."""
    above = body[:position]
    if position >= HEADER_LINES or position + 1 == len(body):
        return []
    return [] if any(ENDS_SENTENCE.search(line.words) for _, line in above) else [i for i, _ in above]


def _repeated(pages: Sequence[Sequence[Numbered]]) -> frozenset[str]:
    """Return the lines that stand among the first or the last of several pages."""
    heads = Counter(words for body in pages for words in {line.words for _, line in body[:HEAD_LINES]})
    feet = Counter(words for body in pages for words in {line.words for _, line in body[-HEAD_LINES:]})
    return frozenset(text for counter in (heads, feet) for text, count in counter.items() if count >= REPEATS)


def _running(body: Sequence[Numbered], repeated: frozenset[str]) -> Iterator[int]:
    """Yield the indexes of a page's first and last lines as far as they repeat without a gap."""
    for ordered in (body[:HEAD_LINES], body[: -HEAD_LINES - 1 : -1]):
        yield from (index for index, line in takewhile(lambda pair: pair[1].words in repeated, ordered))


def _bare_numbers(pages: Sequence[Sequence[Numbered]]) -> frozenset[int]:
    """Return the lines of digits alone at a page's head or foot that count on with the pages."""
    for place in (0, -1):
        ends = [body[place] for body in pages if len(body) > 1]
        found = [(index, line) for index, line in ends if BARE_NUMBER.fullmatch(line.words)]
        counting = {
            index
            for (one, left), (other, right) in pairwise(found)
            if int(right.words) - int(left.words) == right.page - left.page
            for index in (one, other)
        }
        if counting:
            return frozenset(counting)
    return frozenset()
