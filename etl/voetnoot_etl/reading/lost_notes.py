"""Notes whose text is lost, and the page feet at which they can have stood."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl.model import Marker
from voetnoot_etl.reading.notes import Note

FARTHEST_FIRST = 5
"""A file whose first number is greater is an excerpt: what stands in front of it is not lost from the file."""


@dataclass(frozen=True, slots=True)
class LostNote:
    """A lost note, its marker's page, the feet it stood at, and feet at which it stood only if a page is torn."""

    number: int
    page: int | None
    feet: tuple[int, ...] = ()
    maybe: tuple[int, ...] = ()


def lost_notes(markers: Sequence[Marker], notes: Sequence[Note], feet: Sequence[int]) -> tuple[LostNote, ...]:
    """Return the lost notes; `feet` are the indexes of the pages that have a foot, in order.

    A number between two notes of one foot, without a marker and without a mark of loss, was never given.
    """
    surviving = {note.number: note for note in notes}
    pages = {marker.number: marker.page for marker in markers} | {note.number: note.page for note in notes}
    return tuple(_lost(pages, surviving, feet))


def _lost(pages: Mapping[int, int], notes: Mapping[int, Note], feet: Sequence[int]) -> Iterator[LostNote]:
    numbers, survivors = sorted(pages), sorted(notes)
    first = min(numbers, default=1)
    for number in range(1 if first <= FARTHEST_FIRST else first, max(numbers, default=0) + 1):
        if number in notes:
            continue
        between = _foot_around(number, survivors, notes)
        if number in pages:
            page = pages[number]
            yield _marked(number, page, feet) if between is None else LostNote(number, page, (between,))
            continue
        place = bisect_right(numbers, number)
        after = numbers[place]
        earliest = pages[numbers[place - 1]] if place else 0
        if between is None or after not in notes or notes[after].marked:
            among = feet[bisect_left(feet, earliest) : bisect_right(feet, pages[after])]
            yield LostNote(number, None, tuple(among))


def _foot_around(number: int, survivors: Sequence[int], notes: Mapping[int, Note]) -> int | None:
    """Return the page at whose foot both the surviving note below a number and the one above it stand."""
    place = bisect_left(survivors, number)
    around = {notes[survivor].page for survivor in survivors[max(place - 1, 0) : place + 1]}
    return around.pop() if 0 < place < len(survivors) and len(around) == 1 else None


def _marked(number: int, page: int, feet: Sequence[int]) -> LostNote:
    """Return a lost note by its marker's page.

    A page without a foot has lost it, or is the upper part of a page torn by a loss of text, which bears the
    same mark as a page's begin: the note then stood at the next foot.
    """
    place = bisect_left(feet, page)
    following = tuple(feet[place : place + 1])
    return LostNote(number, page, following) if page in following else LostNote(number, page, (), following)
