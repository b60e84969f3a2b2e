"""Note numbers in the running text: digits glued to a word, a full stop, a bracket, even a year.

Many digit runs look like a marker (`km2`, `7.000`, `hoofdstuk 2.5`). The numbering is monotone, so the
markers are the heaviest chain of rising numbers among all candidates, each weighed by what it is glued to
and by whether the note of that number stands at the foot of the same page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl.model import Marker, Span, SpanKind
from voetnoot_etl.reading.chains import heaviest_chain
from voetnoot_etl.reading.lines import Line
from voetnoot_etl.reading.marker_places import AFTER_CLOSING, FAINT, places

ON_ITS_PAGE, ON_THE_NEXT, FAR_OFF = 100, -100, -400
MISSING = 60
"""What a number costs whose marker is not found."""
MOST_LEAD = 300
"""What those numbers cost at most that an excerpt of a longer document leaves out in front of its first."""
FEWEST_WITHOUT_NOTES = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be a marker: the number, where they stand, their page and their weight."""

    number: int
    span: Span
    page: int
    weight: int
    gap_cost: int = MISSING


def find_markers(lines: Sequence[Line], notes: Mapping[int, int]) -> tuple[Marker, ...]:
    """Return the markers of a document in order; `notes` gives the page index of each surviving note.

    Where no note survives there are markers only if they count up from 1 without a gap, each behind the
    full stop or the quotation mark of a long word.
    """
    candidates = sorted(_candidates(lines, notes, _feet(lines)), key=lambda c: (c.span.start, c.number))
    if notes:
        chain = heaviest_chain(candidates, MOST_LEAD)
    else:
        chain = heaviest_chain([c for c in candidates if c.weight >= AFTER_CLOSING])
        gapless = [c.number for c in chain] == list(range(1, len(chain) + 1))
        chain = chain if gapless and len(chain) >= FEWEST_WITHOUT_NOTES else []
    return tuple(Marker(c.number, c.span, c.page) for c in chain)


def _feet(lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the pages that have a foot, in order."""
    return sorted({line.page for line in lines if line.kind in (SpanKind.NOTE, SpanKind.URL)})


def _candidates(lines: Sequence[Line], notes: Mapping[int, int], feet: Sequence[int]) -> Iterator[Candidate]:
    for line in lines:
        if line.kind is SpanKind.BODY:
            foot = next(iter(feet[(at := bisect_left(feet, line.page)) : at + 1]), line.page)
            for place in places(line.text):
                on_page = _page_weight(place.number, line.page, foot, notes)
                if place.weight == FAINT and on_page != ON_ITS_PAGE:
                    continue
                weight = place.weight + on_page
                span = Span(line.span.start + place.start, line.span.start + place.end)
                yield Candidate(place.number, span, line.page, weight)


def _page_weight(number: int, page: int, foot: int, notes: Mapping[int, int]) -> int:
    """Weigh where the note of a number stands; a page without a foot may be the upper part of the next one."""
    if number not in notes:
        return 0
    distance = 0 if notes[number] == foot else abs(notes[number] - page)
    return ON_ITS_PAGE if distance == 0 else ON_THE_NEXT if distance == 1 else FAR_OFF
