"""Files that are no document, documents of any size, and lines made to be slow: read in linear time or refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from voetnoot_etl.errors import SourceError
from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.document import check_spans, read_document, read_text
from voetnoot_etl.reading.publishers import Publishers

NOBODY = Publishers({}, {}, {})
RULE = " " * 48
FOOT = f" Tekst.1\n{RULE}\n1 "
SHARE, MOST_GROWTH, NOISE = 4, 10, 0.1
"""Four times the text may take ten times as long: far from four, and farther from the sixteen of a square."""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", r"leeg\.txt: the file holds no text"),
        (b" \r\n\x0c\r\n", r"leeg\.txt: the file holds no text"),
        (b"\xef\xbb\xbf\n", r"leeg\.txt: the file holds no text"),
        (b"Een regel.\nEen \xe9\xe9n.", r"leeg\.txt, line 2: not UTF-8 at byte 15"),
        (b"%PDF-1.7\n\x00\x01\x02", r"leeg\.txt, line 2: a NUL character"),
        ("Een regel.".encode("utf-16"), r"leeg\.txt: not UTF-8 but UTF-16"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_place(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "leeg.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=said):
        read_document(path, NOBODY)


@pytest.mark.parametrize("text", ["Een regel.", " Een regel", "\ufeffEen regel.\r\n", "\fEen regel.\f"])
def test_a_document_of_one_line_has_one_page_and_one_sentence(text: str) -> None:
    reading = read_text(text, NOBODY)
    check_spans(reading)
    assert [sentence.text.value.rstrip(".") for sentence in reading.sentences] == ["Een regel"]
    assert [(page.number, page.span.start, page.span.end) for page in reading.pages] == [(1, 0, len(text))]


def test_an_empty_text_has_nothing() -> None:
    reading = read_text("", NOBODY)
    assert (reading.spans, reading.pages, reading.sentences, reading.footnotes) == ((), (), (), ())


def test_a_byte_order_mark_belongs_to_no_word() -> None:
    reading = read_text("\ufeffInleiding\n\nDe haven is dicht.", NOBODY)
    assert reading.sections[0].number == "inleiding"
    assert reading.sentences[0].spans[0].start == 1
    assert reading.spans[0][0].start == 0


def test_lines_can_end_in_carriage_returns_alone() -> None:
    text = f" Tekst.1\r{RULE}\r1 Krant, 03/04/2021, url\rhttps://krant.example/a\r Nieuw."
    reading = read_text(text, NOBODY)
    assert [kind for _, kind in reading.spans] == [
        SpanKind.BODY,
        SpanKind.FURNITURE,
        SpanKind.NOTE,
        SpanKind.URL,
        SpanKind.BODY,
    ]


def report(pages: int) -> str:
    """Return a report with two notes a page, the second with two citations."""
    return "".join(
        f" De haven sloot.{n} Zij bleef dicht tot maart.{n + 1}\n\nDaarna ging zij open.\n\n{RULE}\n"
        f"{n} Krant (Jansen P.), 03/04/2021, url\n{n + 1} Blad, 04/04/2021, url; Post, 05/04/2021, url\n\n"
        f"https://krant.example/{n}\nhttps://blad.example/{n}\nhttps://post.example/{n}\n"
        for n in range(1, 2 * pages, 2)
    )


def test_a_document_may_have_hundreds_of_notes_each_with_its_urls() -> None:
    reading = read_text(report(150), NOBODY)
    assert [marker.number for marker in reading.markers] == list(range(1, 301))
    citations = [citation for footnote in reading.footnotes for citation in footnote.citations]
    assert len(citations) == 450
    assert {c.url_status for c in citations} == {"listed"}
    first = [c for c in citations if c.publication.publisher == "Krant"]
    assert all(c.url == f"https://krant.example/{c.number}" for c in first)


def seconds(text: str) -> float:
    """Return the least processor time of a few readings."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        check_spans(read_text(text, NOBODY))
        taken.append(time.process_time() - start)
    return min(taken)


SLOW = {
    "paragraphs": "De sluis bij de haven sloot in 1990 na overleg met de stad.\n\n",
    "lines of one paragraph": "De sluis bij de haven sloot in 1990, daarna ook de kade en\n",
    "sentences of one line": "De sluis sloot in 1990. ",
    "one sentence": "de sluis en ",
    "blanks": " " * 20,
    "full stops": ".",
    "brackets behind a stop": ")",
    "initials": "A.",
    "letters": "a",
    "digits": "1",
    "digits and letters": "a1 ",
    "dashes": "- 1-\n",
    "carriage returns": "a\r",
    "form feeds": "\f",
    "schemes": "http://",
    "captions": "Kaart 1. Titel\nen zo\n",
    "headings": "2.1. Titel\n\n",
    "list items": "1. punt;\n",
    "page numbers": "1\n",
    "questions": "Vraag op de ",
}
SLOW_NOTES = {
    "semicolons": "a;",
    "dates": "12/03/2021 ",
    "openings": "zie ook ",
    "brackets": "(",
    "labels": "[",
    "quotes": "“",
    "commas": ", ",
    "repetitions": "ibid. ",
    "authors": "A. en ",
    "links": "url ",
    "references": "Krant, 01/02/2021, url; ",
    "consultations": "geraadpleegd op ",
    "data": "op basis van de ",
    "locators": "p. 1, ",
}


@pytest.mark.parametrize(
    "unit", [*SLOW.values(), *(unit for unit in SLOW_NOTES.values())], ids=[*SLOW, *SLOW_NOTES]
)
def test_four_times_the_text_does_not_take_sixteen_times_as_long(unit: str) -> None:
    head = FOOT if unit in SLOW_NOTES.values() else f" Tekst.1\n{RULE}\n1 Krant, 03/04/2021, url\n\n Begin. "
    count = 8_000 // len(unit)
    little = seconds(head + unit * count)
    assert seconds(head + unit * count * SHARE + "x") < MOST_GROWTH * (little + NOISE)


def test_a_report_with_four_times_the_pages_does_not_take_sixteen_times_as_long() -> None:
    assert seconds(report(200)) < MOST_GROWTH * (seconds(report(50)) + NOISE)
