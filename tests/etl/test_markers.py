"""Markers: digits glued to words, years and brackets, told from numbers by the monotone chain."""

from __future__ import annotations

import pytest

from voetnoot_etl.model import Marker
from voetnoot_etl.reading.markers import find_markers
from voetnoot_etl.reading.notes import read_notes
from voetnoot_etl.reading.pages import read_lines

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
        ("Zij woont in Dorp 41 en niet hier.", 1, [(1, 20)]),
        ("De brug is dicht. 1 De weg ook.", 1, [(1, 19)]),
        ("Zo luidt besluit nr. 265.1 De rest volgt.", 1, [(1, 26)]),
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


@pytest.mark.parametrize(
    ("body", "notes", "ends"),
    [
        (
            "Tekst “citaat”1 en (haakje)2, jaar 20203, procent 45%4 en 12 %5 ook.",
            5,
            ["”1", ")2", "03", "%4", "%5"],
        ),
        ("De dienst meldt dat.1, 2 En verder.3", 3, [".1", " 2", ".3"]),
        ("De dienst meldt dat.1,2 En verder.3", 3, [".1", ",2", ".3"]),
        ("De dienst meldt dat1, 2, 3 en verder.4", 4, ["t1", " 2", " 3", ".4"]),
        ("Het dorp1; de stad2: en meer3!", 3, ["p1", "d2", "r3"]),
        ("In 2019-20201 en 1990-1994 en 7.000.2 Er vielen 12.3 Niets.", 3, ["01", ".2", ".3"]),
        ("Art. 3 en art.4 gelden.1 De F-16, F16, CO2, H2O, km2, m3 en Covid19 niet.2", 2, [".1", ".2"]),
        ("Om 12.30 uur was het €5 en 12,5% van 2.1.1 Daarna", 1, [".1"]),
        ("Het gebied telt 5 km2.1 De uitstoot van CO2 daalt.2 De A12 is dicht.3", 3, [".1", ".2", ".3"]),
        ("Zie noot 2 hierboven.1 En zie ook p.2 daar.2", 2, [".1", ".2"]),
        ("In totaal 1.5001 doden en 300.2 Er zijn 15.000.3 Verder.", 3, ["01", ".2", ".3"]),
        ("Een resolutie (nr. 822)1 en (853)2 van de VN.", 2, [")1", ")2"]),
        ("Hoofdstuk 2.1 en 2.2 gaan daarover.1 Versie 3.2 ook.2", 2, [".1", ".2"]),
        ("Dit is zo...1 En dat…2 Einde", 2, [".1", "…2"]),
        ("Op het eiland van 14 km² is het stil.¹ Het café² sloot³.", 3, [".¹", "é²", "t³"]),
        ("De heer O’Brien1 en mevrouw Cafe\u03012 spraken.", 2, ["n1", "\u03012"]),
    ],
)
def test_what_looks_like_a_marker_and_is_none_is_left(body: str, notes: int, ends: list[str]) -> None:
    foot = "\n".join(f"{number} Krant, 03/04/2021, url" for number in range(1, notes + 1))
    text = f" {body}\n{RULE}\n{foot}"
    assert [text[marker.span.end - 2 : marker.span.end] for marker in markers(text)] == ends


def test_a_number_whose_marker_and_note_are_lost_gives_no_marker_to_a_year() -> None:
    text = (
        f" De brug.1 Dat was in 2022. De kade.3\n{RULE}\n1 Krant, 03/04/2021, url\n 3 Blad, 03/04/2021, url"
    )
    assert [marker.number for marker in markers(text)] == [1, 3]


def test_markers_of_a_document_whose_notes_are_all_lost_are_found() -> None:
    assert [number for number, _ in found("De haven sloot.1 De kade ook.2 De brug bleef.3 Einde.", 0)] == [
        1,
        2,
        3,
    ]


def test_a_loss_of_text_inside_a_page_does_not_part_markers_from_their_notes() -> None:
    text = f" De brug sloot in 1742.1 Toen\n kwam de weg.2\n{RULE}\n1 Krant, 03/04/2021, url\n2 Blad, 03/04/2021, url"
    assert [marker.number for marker in markers(text)] == [1, 2]


def test_an_excerpt_keeps_the_numbers_of_its_notes() -> None:
    text = f" De brug.60 De weg61 is dicht.62\n{RULE}\n60 Krant, 03/04/2021, url\n61 Blad, 03/04/2021, url\n62 Ook."
    assert [marker.number for marker in markers(text)] == [60, 61, 62]
