"""Pages and lines: what begins a page, what a page foot is, and that no character is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.notes import read_notes
from voetnoot_etl.reading.pages import kind_spans, read_lines, read_pages

RULE = " " * 48


def kinds(text: str) -> list[tuple[str, str]]:
    return [
        (line.kind.value, line.text.strip()) for line in read_lines(text) if line.kind is not SpanKind.BLANK
    ]


def test_a_line_with_one_leading_blank_begins_a_page() -> None:
    lines = read_lines(" De brug is dicht.\nZij blijft dicht.\n De weg is open.")
    assert [line.page for line in lines] == [0, 0, 1]


def test_a_form_feed_begins_a_page_too() -> None:
    assert [line.page for line in read_lines("De brug.\n\fDe weg.\n\f\n")] == [0, 1, 1, 1]


def test_line_ends_of_another_system_change_nothing_but_offsets() -> None:
    text = f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\nhttps://krant.example/b\n Nieuw."
    other = text.replace("\n", "\r\n")
    assert [line.kind for line in read_lines(other)] == [line.kind for line in read_lines(text)]


def test_a_rule_of_blanks_begins_the_foot_and_notes_run_until_the_urls() -> None:
    text = f" De brug is dicht.1\n{RULE}\n1 Krant (Jansen P.),\n03/04/2021, url\nhttps://krant.example/a\n Nieuw."
    assert kinds(text) == [
        ("body", "De brug is dicht.1"),
        ("furniture", ""),
        ("note", "1 Krant (Jansen P.),"),
        ("note", "03/04/2021, url"),
        ("url", "https://krant.example/a"),
        ("body", "Nieuw."),
    ]


def test_a_wrapped_note_line_that_begins_with_a_date_is_no_new_note() -> None:
    text = f" Tekst.1\n{RULE}\n1 Dit gold tot en met\n2 maart 2021 in de stad.\n2 Krant, 03/04/2021, url"
    assert [words for kind, words in kinds(text) if kind == "note"] == [
        "1 Dit gold tot en met",
        "2 maart 2021 in de stad.",
        "2 Krant, 03/04/2021, url",
    ]


def test_the_mark_of_lost_text_inside_a_foot_begins_no_page() -> None:
    text = f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\n 7 Blad, 05/06/2021, url\n https://blad.example/b\n Nieuw."
    lines = read_lines(text)
    assert [line.kind.value for line in lines[2:]] == ["note", "note", "url", "body"]
    assert lines[-1].page == 1


def test_a_url_wrapped_over_two_lines_stays_in_the_foot() -> None:
    text = f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\nhttps://krant.example/een/heel/lang/\npad-van-de-krant/32601613.html"
    assert [kind for kind, _ in kinds(text)][-2:] == ["url", "url"]


def test_numbers_of_pages_are_counted_from_a_printed_one() -> None:
    text = " Een.\n Twee.\n\nHet rapport\nPagina 12 van 30\nDrie.\n Vier."
    pages = read_pages(read_lines(text), len(text))
    assert [(page.number, page.printed) for page in pages] == [(11, False), (12, True), (13, False)]


def test_a_printed_page_number_and_the_header_above_it_are_furniture() -> None:
    text = " Een.\n Het rapport\nPagina 12 van 30\nDrie."
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "body"]


def test_a_header_that_repeats_on_every_page_is_furniture() -> None:
    text = "\n".join(f" Het rapport\nTekst {number}." for number in ("een", "twee", "drie"))
    assert [kind for kind, _ in kinds(text)] == ["furniture", "body"] * 3


def test_a_wrapped_note_line_may_begin_with_the_next_number() -> None:
    text = f" Tekst.1 Meer.2\n{RULE}\n1 In het dorp wonen nog\n2 families.\n2 Krant, 03/04/2021, url"
    assert [(note.number, note.text.value) for note in read_notes(read_lines(text))] == [
        (1, "In het dorp wonen nog 2 families."),
        (2, "Krant, 03/04/2021, url"),
    ]


def test_a_note_goes_on_behind_the_rule_of_the_next_page() -> None:
    text = f" Tekst.1\n{RULE}\n1 Dit is een lange noot die\n Nieuw.2\n{RULE}\nhier eindigt.\n2 Krant, 03/04/2021, url"
    assert read_notes(read_lines(text))[0].text.value == "Dit is een lange noot die hier eindigt."


def test_a_loss_in_front_of_a_note_without_citation_begins_no_page() -> None:
    text = f" Tekst.1 Meer.7\n{RULE}\n1 Krant, 03/04/2021, url\n 7 De kade is hier een muur.\n8 Blad, 03/04/2021, url"
    assert [note.number for note in read_notes(read_lines(text))] == [1, 7, 8]


def test_a_loss_in_front_of_the_last_note_of_a_foot_begins_no_page() -> None:
    text = f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\n 3 Ibid., p. 5.\n\nhttps://krant.example/a\n Nieuw."
    lines = read_lines(text)
    assert [note.number for note in read_notes(lines)] == [1, 3]
    assert lines[-1].page == 1


def test_a_title_behind_the_urls_is_no_part_of_the_last_one() -> None:
    text = f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\nhttps://krant.example/a-\nb.html\nSamenvatting\nDe brug."
    assert [kind for kind, _ in kinds(text)][-4:] == ["url", "url", "body", "body"]


def test_an_address_inside_a_sentence_is_body() -> None:
    assert [kind for kind, _ in kinds(" Zie de website\nhttps://krant.example/a\nvoor meer.")] == ["body"] * 3


def test_text_above_a_page_number_at_the_foot_of_a_page_is_no_header() -> None:
    assert [kind for kind, _ in kinds(" Een korte pagina.\nPagina 3\n De volgende.")] == [
        "body",
        "furniture",
        "body",
    ]


def test_each_printed_number_counts_for_its_page_and_those_behind_it() -> None:
    text = " Een.\n- 4 -\n Twee.\n Drie.\n- 9 -\n Vier."
    pages = read_pages(read_lines(text), len(text))
    assert [(page.number, page.printed) for page in pages] == [(4, True), (5, False), (9, True), (10, False)]


def test_the_mark_behind_the_title_of_an_answer_begins_no_page() -> None:
    assert [line.page for line in read_lines(" Vraag?\n ANTWOORD\n 1. Ja.")] == [0, 1, 1]


def test_a_form_feed_on_a_line_of_its_own_begins_a_page() -> None:
    assert [line.page for line in read_lines("Een.\n\f\nTwee. \fDrie.")] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\r\n\r\nb\rc\fd\n",
        "\ufeff a\n",
        "\n",
        " ",
        "a",
        "a\n",
        f" a\n{RULE}\n1 b\nhttp://c.example\n\n d\n",
    ],
)
def test_every_character_belongs_to_exactly_one_span(text: str) -> None:
    spans = [span for span, _ in kind_spans(read_lines(text), len(text))]
    assert "".join(text[span.start : span.end] for span in spans) == text


def test_every_character_of_each_document_belongs_to_exactly_one_span(sources: Path) -> None:
    for path in sorted((sources / "documents").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        spans = [span for span, _ in kind_spans(read_lines(text), len(text))]
        assert "".join(text[span.start : span.end] for span in spans) == text, path.name
