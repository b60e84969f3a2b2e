"""Note numbers in the running text: digits glued to a word, a full stop, a bracket, even a year.

Many digit runs look like a marker (`km2`, `7.000`, `hoofdstuk 2.5`). The numbering is monotone, so the
markers are the heaviest chain of rising numbers among all candidates, each weighed by what it is glued to
and by whether the note of that number stands at the foot of the same page.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl.model import Marker, Span, SpanKind
from voetnoot_etl.pages import Line

DIGITS = re.compile(r"\d+")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
CLOSING = ".,;:!?)]”’»\"'…"
HIGHEST = 3
"""Most digits that a note number has."""

ON_ITS_PAGE, ON_THE_NEXT, FAR_OFF = 1.0, -1.0, -4.0
MISSING = -0.6
AFTER_CLOSING, AFTER_WORD, AFTER_YEAR, AFTER_SHORT_WORD, INSIDE_NUMBER = 2.0, 1.5, 1.5, 0.4, 0.3
LONG_WORD = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be a marker: the number, where its first digit stands, its page and its weight."""

    number: int
    start: int
    page: int
    weight: float


def find_markers(lines: Sequence[Line], notes: Mapping[int, int]) -> tuple[Marker, ...]:
    """Return the markers of a document in order; `notes` gives the page index of each surviving note.

    A document without a single note has no markers.
    """
    if not notes:
        return ()
    chain = _heaviest_chain(sorted(_candidates(lines, notes), key=lambda c: (c.start, c.number)))
    return tuple(Marker(c.number, Span(c.start, c.start + len(str(c.number))), c.page) for c in chain)


def _candidates(lines: Iterable[Line], notes: Mapping[int, int]) -> Iterable[Candidate]:
    for line in lines:
        if line.kind is not SpanKind.BODY:
            continue
        for run in DIGITS.finditer(line.text):
            for length in range(1, min(HIGHEST, len(run[0])) + 1):
                start = run.end() - length
                weight = _weight(line.text, run, start)
                number = int(line.text[start : run.end()])
                if weight > 0 and number > 0 and line.text[start] != "0":
                    weight += _page_weight(number, line.page, notes)
                    yield Candidate(number, line.span.start + start, line.page, weight)


def _page_weight(number: int, page: int, notes: Mapping[int, int]) -> float:
    if number not in notes:
        return 0.0
    distance = abs(notes[number] - page)
    return ON_ITS_PAGE if distance == 0 else ON_THE_NEXT if distance == 1 else FAR_OFF


def _weight(text: str, run: re.Match[str], start: int) -> float:
    """Weigh digits by their neighbours; 0 where they cannot be a marker."""
    before, after = text[:start], text[run.end() :]
    if start == 0 or before[-1].isspace() or re.match(r"[\w%/°€$-]|[.,:]\d", after):
        return 0.0
    if start > run.start():
        return AFTER_YEAR if YEAR.fullmatch(text[run.start() : start]) else INSIDE_NUMBER
    if before[-1] in CLOSING:
        return _weight_after_closing(before)
    word = re.search(r"[^\W\d_]+$", before)
    if not word:
        return 0.0
    plain = len(word[0]) > LONG_WORD or (len(word[0]) == LONG_WORD and word[0].islower())
    return AFTER_WORD if plain else AFTER_SHORT_WORD


def _weight_after_closing(before: str) -> float:
    number = re.search(r"(\d+)[.,:]$", before)
    if number and not YEAR.fullmatch(number[1]):
        return INSIDE_NUMBER
    return AFTER_CLOSING


def _heaviest_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the chain of rising numbers with the greatest weight; each number skipped costs.

    For each number the best chain that ends in it is kept while the text is walked from start to end.
    """
    best: dict[int, tuple[float, int]] = {}
    before: dict[int, int | None] = {}
    order: list[int] = []
    for index, candidate in enumerate(candidates):
        score, previous = candidate.weight + MISSING * (candidate.number - 1), None
        for number in order:
            if number >= candidate.number:
                break
            reached = best[number][0] + candidate.weight + MISSING * (candidate.number - number - 1)
            if reached > score:
                score, previous = reached, best[number][1]
        if candidate.number not in best:
            insort(order, candidate.number)
        elif best[candidate.number][0] >= score:
            continue
        best[candidate.number] = (score, index)
        before[index] = previous
    return _walk_back(candidates, best, before)


def _walk_back(
    candidates: Sequence[Candidate], best: Mapping[int, tuple[float, int]], before: Mapping[int, int | None]
) -> list[Candidate]:
    if not best:
        return []
    score, last = max(best.values())
    chain: list[Candidate] = []
    index: int | None = last if score > 0 else None
    while index is not None:
        chain.append(candidates[index])
        index = before[index]
    return chain[::-1]
