"""Markers: digits glued to words, years and brackets, told from numbers by the monotone chain."""

from __future__ import annotations

import pytest

from voetnoot_etl.markers import find_markers
from voetnoot_etl.model import Marker
from voetnoot_etl.notes import read_notes
from voetnoot_etl.pages import read_lines

RULE = " " * 48


def found(body: str, notes: int) -> list[tuple[int, int]]:
    foot = "\n".join(f"{number} Krant, 03/04/2021, url" for number in range(1, notes + 1))
    text = f" {body}\n{RULE}\n{foot}" if notes else f" {body}"
    return [(marker.number, marker.span.start) for marker in markers(text)]


def markers(text: str) -> tuple[Marker, ...]:
    lines = read_lines(text)
    return find_markers(lines, {note.number: note.page for note in read_notes(lines)})


@pytest.mark.parametrize(
    ("body", "notes", "expected"),
    [
        ("De brug is dicht.1 De weg ook.2", 2, [(1, 18), (2, 31)]),
        ("De kade1 en de sluis2 zijn dicht.", 2, [(1, 8), (2, 21)]),
        ("De haven (gesloten)1 is leeg.", 1, [(1, 20)]),
        ("Kaart van de haven in 20211", 1, [(1, 27)]),
        ("De haven telt 1.000 plaatsen en 5 km2 water.1", 1, [(1, 45)]),
        ("Sinds 2021.1 Zie hoofdstuk 2.2. De rest volgt.2", 2, [(1, 12), (2, 47)]),
        ("Een “kleine” haven”1 sloot.", 1, [(1, 20)]),
        ("Sluis 11 is dicht.1", 1, [(1, 19)]),
    ],
)
def test_markers_stand_at_the_offset_of_their_first_digit(
    body: str, notes: int, expected: list[tuple[int, int]]
) -> None:
    assert found(body, notes) == expected


def test_a_place_that_ends_in_a_number_keeps_it_when_a_marker_follows() -> None:
    words = " ".join(f"Woord.{number}" for number in range(1, 31))
    assert found(f"{words} Bijlage 7. Sluis 131", 31)[-1] == (31, len(words) + len(" Bijlage 7. Sluis 1") + 1)


def test_numbers_that_look_like_markers_are_none_in_a_document_without_notes() -> None:
    assert found("Een gebied van 40 km2 en F16 toestellen tijdens Covid19.", 0) == []


def test_each_number_occurs_once_and_in_order() -> None:
    numbers = [number for number, _ in found("A kade1 b kade2 c kade1 d kade3", 3)]
    assert numbers == [1, 2, 3]


def test_a_marker_whose_note_is_lost_is_found() -> None:
    text = f" De brug.1 De weg.2 De kade.3\n{RULE}\n1 Krant, 03/04/2021, url\n 3 Blad, 03/04/2021, url"
    assert [marker.number for marker in markers(text)] == [1, 2, 3]
