"""One document from text to reading: pages, spans, sections, sentences, markers, notes, citations, URLs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from voetnoot_etl.errors import SourceError
from voetnoot_etl.model import DocumentReading, Span, SpanKind
from voetnoot_etl.reading.blocks import Block, read_blocks
from voetnoot_etl.reading.footnotes import read_footnotes, read_notes, read_url_lines
from voetnoot_etl.reading.lines import Line
from voetnoot_etl.reading.markers import find_markers
from voetnoot_etl.reading.pages import kind_spans, read_lines, read_pages
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.reading.sentences import read_sentences


def read_document(path: Path, publishers: Publishers) -> DocumentReading:
    """Read a document's file; one that is no text in UTF-8, or holds none, is a `SourceError` with the place."""
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("not UTF-8 but UTF-16: convert the file", place=path.name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(f"not UTF-8 at byte {error.start}", place=f"{path.name}, line {line}") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError("a NUL character: this is no text", place=f"{path.name}, line {line}")
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise SourceError("the file holds no text", place=path.name)
    return read_text(text, publishers)


def read_text(text: str, publishers: Publishers) -> DocumentReading:
    """Read a document's text; offsets are its code points."""
    lines = read_lines(text)
    notes = read_notes(lines)
    markers = find_markers(lines, {note.number: note.page for note in notes})
    blocks = read_blocks(lines)
    sections, sentences = read_sentences(blocks, markers)
    footnotes, urls = read_footnotes(markers, notes, read_url_lines(lines), publishers)
    return DocumentReading(
        text=text,
        spans=kind_spans(_with_block_kinds(lines, blocks), len(text)),
        pages=read_pages(lines, len(text)),
        sections=sections,
        sentences=sentences,
        markers=markers,
        footnotes=footnotes,
        urls=urls,
    )


def check_spans(reading: DocumentReading) -> None:
    """Hold that every character belongs to exactly one span; else `SourceError` with the offset."""
    bounds = [Span(0, 0), *(span for span, _ in reading.spans), Span(len(reading.text), len(reading.text))]
    for left, right in pairwise(bounds):
        if left.end != right.start:
            raise SourceError("a character belongs to no span or to two", place=f"offset {left.end}")


def _with_block_kinds(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    """Return the lines with headings and captions told from the rest of the body."""
    kinds = {line.span.start: block.kind for block in blocks for line in block.lines}
    return [
        Line(line.span, line.text, kinds.get(line.span.start, line.kind), line.page)
        if line.kind is SpanKind.BODY
        else line
        for line in lines
    ]
