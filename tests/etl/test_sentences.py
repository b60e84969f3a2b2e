"""Sections and sentences: headings, captions, page feet, abbreviations, two voices."""

from __future__ import annotations

import pytest

from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import check_spans, read_text
from voetnoot_etl.reading.publishers import Publishers

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr. Smit en Prof. De Wit kwamen. Zie art. 5. Hij ging.",
            ["Dr. Smit en Prof. De Wit kwamen.", "Zie art. 5.", "Hij ging."],
        ),
        ("Dat zei J. De Smet. Dhr. A.B. Van Dam ook.", ["Dat zei J. De Smet.", "Dhr. A.B. Van Dam ook."]),
        (
            "Hij was in de V.S. De raad stemde. De U.S. Navy ook.",
            ["Hij was in de V.S.", "De raad stemde.", "De U.S. Navy ook."],
        ),
        (
            "“Wat nu?” vroeg hij. “Niets!” riep zij. Einde.",
            ["“Wat nu?” vroeg hij.", "“Niets!” riep zij.", "Einde."],
        ),
        ("Er vielen 12. De rest vluchtte.", ["Er vielen 12.", "De rest vluchtte."]),
        (
            "Op 12 jan. 2022 kwam hij. In mei. 12 mensen.",
            ["Op 12 jan. 2022 kwam hij.", "In mei.", "12 mensen."],
        ),
        ("Soldaten, burgers, enz. De rest niet.", ["Soldaten, burgers, enz.", "De rest niet."]),
        (
            "Het is zo... Maar niet… Hij wachtte... en ging.",
            ["Het is zo...", "Maar niet…", "Hij wachtte... en ging."],
        ),
        (
            "De nacht viel. ’s Ochtends kwam hij. 't Was laat.",
            ["De nacht viel.", "’s Ochtends kwam hij.", "'t Was laat."],
        ),
        (
            "Hij kwam (met Jan). (Zij niet.) Daarna [sic].",
            ["Hij kwam (met Jan).", "(Zij niet.)", "Daarna [sic]."],
        ),
        (
            "Zie hoofdstuk 3. De rest volgt. Zie punt 2.5. Overzicht.",
            ["Zie hoofdstuk 3.", "De rest volgt.", "Zie punt 2.5. Overzicht."],
        ),
        (
            "Het kostte ca. 300 euro. Nr. 5 is weg; no. 7 ook.",
            ["Het kostte ca. 300 euro.", "Nr. 5 is weg; no. 7 ook."],
        ),
        ("Waarom? Omdat het moet! Echt?! Ja.", ["Waarom?", "Omdat het moet!", "Echt?!", "Ja."]),
        ("Şahin kwam. Əliyev sprak. €5 is veel.", ["Şahin kwam.", "Əliyev sprak.", "€5 is veel."]),
        ("Het is 5 °C. Hij las Tert.am. Daarna niet.", ["Het is 5 °C.", "Hij las Tert.am.", "Daarna niet."]),
    ],
)
def test_running_text_is_parted_into_its_sentences(text: str, expected: list[str]) -> None:
    assert words(f" {text}") == expected


def test_a_wrapped_line_that_begins_with_a_number_and_a_full_stop_is_no_list_item() -> None:
    assert words(" Dat gold al sinds\n1990. Daarna niet meer. Zie kaart\n3. De rest volgt.") == [
        "Dat gold al sinds 1990.",
        "Daarna niet meer.",
        "Zie kaart 3.",
        "De rest volgt.",
    ]


def test_a_hyphen_that_closes_a_dash_at_a_line_end_joins_nothing() -> None:
    assert words(" De telling - minstens 1000-\nvolgt. De 13-\njarige komt.") == [
        "De telling - minstens 1000- volgt.",
        "De 13-jarige komt.",
    ]


def test_a_letter_ends_with_its_greeting_and_its_signature() -> None:
    reading = read(
        " Geachte voorzitter,\n\nDe brug is dicht.\n\nHoogachtend,\n\nDe minister van Water,\n\nA.B. Dam"
    )
    assert [sentence.role for sentence in reading.sentences] == [
        "greeting",
        "statement",
        "greeting",
        "signature",
    ]


def test_questions_and_answers_can_take_turns() -> None:
    asked = "Vraag 1\nIs zij dicht voor schepen?\n\nAntwoord op vraag 1\nJa.\n\nVraag 2\nWaarom is dat zo?"
    text = f" Vragen over de brug\n\n{asked}"
    reading = read(text)
    assert [section.part for section in reading.sections] == ["question", "question", "answer", "question"]


def test_a_marker_behind_a_heading_is_no_part_of_its_title() -> None:
    reading = read(f" Samenvatting1\n\nDe brug is dicht.\n{RULE}\n1 Krant, 03/04/2021, url")
    assert [(section.number, section.title.value) for section in reading.sections] == [
        ("samenvatting", "Samenvatting")
    ]


def test_two_sections_of_one_number_have_keys_of_their_own() -> None:
    body = "De haven ligt aan een brede rivier en heeft in dit jaar opnieuw veel schepen gezien.\n"
    reading = read(f" 1. Haven\n\n{body}\n{body}\n1. Kade\n\n{body}\n{body}")
    assert [section.number for section in reading.sections] == ["1", "1-2"]


WIDE = "De dienst meldt dat de haven in het voorjaar opnieuw voor alle schepen uit de streek openging en"


def spaced(*lines: str) -> str:
    """Return lines with a blank line behind each, as in a report."""
    return " " + "".join(f"{line}\n\n" for line in lines)


def roles(text: str) -> list[tuple[str, str]]:
    return [(sentence.role, sentence.text.value) for sentence in read(text).sentences]


def test_a_table_of_contents_makes_no_sections() -> None:
    text = spaced("Inhoudsopgave", "1. Haven ........ 3", "2. Kade ........ 4", "1. Haven", WIDE, "klaar.")
    assert [section.title.value for section in read(text).sections] == ["Inhoudsopgave", "1. Haven"]


def test_bullets_are_list_items_and_wrapped_ones_go_on() -> None:
    text = spaced(
        "1. Haven", WIDE, "dat dit geldt:", "- de kade sluit;", "- de brug blijft open, behalve", "op zondag;"
    )
    assert roles(text)[2:] == [
        ("list-item", "de kade sluit;"),
        ("list-item", "de brug blijft open, behalve op zondag;"),
    ]


def test_the_source_under_a_table_is_a_caption() -> None:
    text = spaced("1. Haven", f"{WIDE} zo.", "Tabel 3: Schepen per jaar", "Bron: havendienst", WIDE, "klaar.")
    assert [words for role, words in roles(text) if role == "caption"] == [
        "Tabel 3: Schepen per jaar",
        "Bron: havendienst",
    ]


def test_a_reference_to_an_annex_at_a_line_s_begin_is_no_caption() -> None:
    text = spaced("1. Haven", f"{WIDE} zie", "Bijlage 2. Daarna volgt de rest van de tekst. Klaar.")
    assert "caption" not in dict(roles(text))


def test_a_number_that_ends_a_sentence_at_a_line_s_begin_heads_nothing() -> None:
    text = spaced("1. Haven", f"{WIDE} ongeveer", "12. De rest bleef weg. Er waren er", "30.000 over. Klaar.")
    assert [section.number for section in read(text).sections] == ["1"]


def test_what_stands_above_a_greeting_heads_nothing() -> None:
    text = "Havenstad, 5 mei 2022\n\nBetreft: de haven\n\nGeachte leden,\n\nHierbij meld ik dat de haven open is.\n"
    assert [role for role, _ in roles(text)] == ["statement", "statement", "greeting", "statement"]
