"""Invented documents of the form that is read, each held against a gold reading in the table beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import check_spans, read_document
from voetnoot_etl.reading.lines import raw_lines
from voetnoot_etl.reading.publishers import read_publishers

DOCUMENTS = Path(__file__).parent / "documents"
CURATED = Path(__file__).parents[2] / "etl" / "curated"
NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))

Row = tuple[str, ...]
Rows = Callable[[DocumentReading], Iterator[Row]]


@cache
def reading_of(name: str) -> DocumentReading:
    reading = read_document(DOCUMENTS / f"{name}.txt", read_publishers(CURATED / "publishers.tsv"))
    check_spans(reading)
    return reading


def gold(name: str, what: str) -> list[Row]:
    lines = (DOCUMENTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (tuple(line.split("\t")) for line in lines)
    return [row[1:] for row in rows if row[0] == what]


def lines(reading: DocumentReading) -> Iterator[Row]:
    starts = [span.start for span in raw_lines(reading.text) if span.start < len(reading.text)]
    bounds = [span.start for span, _ in reading.spans]
    kinds = [
        (n, reading.spans[bisect_right(bounds, start) - 1][1].value) for n, start in enumerate(starts, 1)
    ]
    for kind, group in groupby(kinds, key=lambda pair: pair[1]):
        numbers = [number for number, _ in group]
        yield f"{numbers[0]}-{numbers[-1]}", kind


def page(reading: DocumentReading) -> Iterator[Row]:
    starts = [span.start for span in raw_lines(reading.text)]
    for found in reading.pages:
        line = max(bisect_right(starts, found.span.start), 1)
        yield str(found.number), "printed" if found.printed else "computed", f"line {line}"


def section(reading: DocumentReading) -> Iterator[Row]:
    return ((found.number, found.part, found.title.value) for found in reading.sections)


def sentence(reading: DocumentReading) -> Iterator[Row]:
    for s in reading.sentences:
        yield str(s.position), s.section, s.role, " ".join(str(m.number) for m in s.markers), s.text.value


def marker(reading: DocumentReading) -> Iterator[Row]:
    return ((str(m.number), str(m.span.start), str(m.page)) for m in reading.markers)


def note(reading: DocumentReading) -> Iterator[Row]:
    return ((str(f.number), f.kind or "lost") for f in reading.footnotes)


def citation(reading: DocumentReading) -> Iterator[Row]:
    for c in (citation for footnote in reading.footnotes for citation in footnote.citations):
        p = c.publication
        said = (p.publisher, " | ".join(p.authors), p.edtf, p.label, c.locator, c.relation)
        yield f"{c.number}-{c.position}", *said, c.url_status, c.url


def url(reading: DocumentReading) -> Iterator[Row]:
    for listed in reading.urls:
        owner = "-".join(map(str, listed.citation)) if listed.citation else ""
        yield f"{listed.page + 1}-{listed.position}", owner, listed.url


@pytest.mark.parametrize("rows", [lines, page, section, sentence, marker, note, citation, url])
@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_read_as_its_gold_table_says(name: str, rows: Rows) -> None:
    assert list(rows(reading_of(name))) == gold(name, rows.__name__)


@pytest.mark.parametrize("name", NAMES)
def test_each_marker_is_its_digits_and_each_sentence_its_words(name: str) -> None:
    reading = reading_of(name)
    for found in reading.markers:
        assert reading.text[found.span.start : found.span.end].isdigit()
    for said in reading.sentences:
        words = "".join(reading.text[span.start : span.end] for span in said.spans)
        assert set("".join(said.text.value.split())) <= set("".join(words.split()))


def test_there_are_enough_documents_to_tell_something() -> None:
    assert len(NAMES) >= 8
