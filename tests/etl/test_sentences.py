"""Sections and sentences: headings, captions, page feet, abbreviations, two voices."""

from __future__ import annotations

import pytest

from voetnoot_etl.model import DocumentReading
from voetnoot_etl.publishers import Publishers
from voetnoot_etl.reading import check_spans, read_text

RULE = " " * 48
NOBODY = Publishers({}, {}, {})


def read(text: str) -> DocumentReading:
    reading = read_text(text, NOBODY)
    check_spans(reading)
    return reading


def words(text: str) -> list[str]:
    return [sentence.text.value for sentence in read(text).sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("De sluis is dicht. Zij blijft dicht.", 2),
        ("De brug o.l.v. Jansen is af. De weg niet.", 2),
        ("Op 3 oktober jl. sloot de kade. De weg niet.", 2),
        ("De kade sloot voor 12 maart jl. De weg bleef open.", 2),
        ("Zie hoofdstuk 2.5. Overzicht van sluizen.", 1),
        ("Dat zei P.Q. Jansen gisteren.", 1),
        ("Dit staat vast (bron: HAV). De rest niet.", 2),
        ("Hij sprak van “werk”. Zij zweeg.", 2),
        ("Er zijn 7.000 schepen. Dat is veel.", 2),
        ("In de V.S. ligt een haven.", 1),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_one_ends(text: str, sentences: int) -> None:
    assert len(words(f" {text}")) == sentences


def test_a_sentence_runs_across_a_page_foot_in_two_stretches() -> None:
    text = f" De sluis bij de\n{RULE}\n1 Krant, 03/04/2021, url\nhttps://krant.example/\n haven1 is dicht. Klaar."
    first = read(text).sentences[0]
    assert first.text.value == "De sluis bij de haven is dicht."
    assert [text[span.start : span.end] for span in first.spans] == ["De sluis bij de", "haven1 is dicht."]


def test_a_marker_behind_the_full_stop_belongs_to_the_sentence_before_it() -> None:
    reading = read(f" De sluis is dicht.1 De weg niet.\n{RULE}\n1 Krant, 03/04/2021, url")
    assert [[marker.number for marker in sentence.markers] for sentence in reading.sentences] == [[1], []]


def test_a_hyphen_at_a_line_end_joins_the_word() -> None:
    assert words(" Het staakt-het-\nvuren geldt voor land-\nen waterwegen.") == [
        "Het staakt-het-vuren geldt voor land- en waterwegen."
    ]


def test_numbered_headings_make_sections() -> None:
    body = "De haven ligt aan een brede rivier en heeft in dit jaar opnieuw veel schepen gezien.\n"
    text = f" 1. Haven\n\n{body}\n{body}\n1.1. Sluizen en\n\nkades\n\n{body}\n{body}"
    reading = read(text)
    assert [section.number for section in reading.sections] == ["1", "1.1"]
    assert reading.sections[1].title.value == "1.1. Sluizen en kades"
    assert [sentence.role for sentence in reading.sentences].count("heading") == 2


def test_a_line_that_is_full_and_goes_on_with_a_year_is_no_heading() -> None:
    line = "De situatie in de haven verandert opnieuw wanneer er op 13 en 14 maart"
    text = (
        f" {line}\n\n2021 schepen komen. Er is daarna niets meer gezien van al die schepen.\n\nEr kwam niets."
    )
    assert len(read(text).sentences) == 3


def test_a_caption_stands_apart_from_the_sentence_around_it() -> None:
    text = " De haven is de grootste van\n\nKaart 2. De haven in 2021\n\nhet land."
    assert words(text) == ["Kaart 2. De haven in 2021", "De haven is de grootste van het land."]


def test_an_answer_begins_where_the_numbering_starts_again() -> None:
    asked = "1. Waarom is zij dicht?\n2. Hoe lang nog?"
    answered = "1. Zij is stuk.\n2. Nog een jaar."
    text = f" Sluis - Haven\nDe sluis is al maanden dicht en niemand weet nog waarom.\n\n{asked}\n {answered}"
    reading = read(text)
    assert [section.part for section in reading.sections] == ["question", "answer"]
    assert [sentence.text.value for sentence in reading.sentences if sentence.section == "antwoord"] == [
        "Zij is stuk.",
        "Nog een jaar.",
    ]
    assert [sentence.role for sentence in reading.sentences].count("question") == 2


def test_an_answer_begins_at_its_heading() -> None:
    asked = "De sluis is al maanden dicht en niemand weet nog waarom dat zo is.\n\n1. Waarom?"
    text = f" Sluis\n\n{asked}\n ANTWOORD\n 1. Zij is stuk en blijft dat."
    assert [section.part for section in read(text).sections][-1] == "answer"
