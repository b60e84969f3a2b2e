"""Extracted text → pages and lines, each line of exactly one kind; offsets are those of the file.

The text is that of a PDF's pages put one behind the other; what begins a page and what a page foot is,
`line_kinds.py` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from voetnoot_etl.model import Page, Span, SpanKind
from voetnoot_etl.reading.furniture import furniture, printed_numbers
from voetnoot_etl.reading.line_kinds import Scanner
from voetnoot_etl.reading.lines import Line, raw_lines


def read_lines(text: str) -> tuple[Line, ...]:
    """Part a document's text into lines, each with its kind and page."""
    spans = list(raw_lines(text))
    values = [text[span.start : span.end] for span in spans]
    scanner = Scanner(values)
    lines: list[Line] = []
    for index, (span, value) in enumerate(zip(spans, values, strict=True)):
        kind = scanner.kind(index)
        lines.append(Line(span, value, kind, max(scanner.page, 0)))
    outside = furniture(lines)
    return tuple(
        replace(line, kind=SpanKind.FURNITURE) if index in outside else line
        for index, line in enumerate(lines)
    )


def read_pages(lines: Sequence[Line], length: int) -> tuple[Page, ...]:
    """Return the pages; one without a printed number is counted from the nearest printed one before it."""
    if not length:
        return ()
    starts = [0] + [right.span.start for left, right in pairwise(lines) if left.page != right.page]
    printed = dict(reversed(printed_numbers(lines)))
    pages: list[Page] = []
    shift = next((number - page for page, number in sorted(printed.items())), 1)
    for page, (start, end) in enumerate(pairwise([*starts, length])):
        shift = printed[page] - page if page in printed else shift
        pages.append(Page(max(page + shift, 1), Span(start, end), page in printed))
    return tuple(pages)


def kind_spans(lines: Sequence[Line], length: int) -> tuple[tuple[Span, SpanKind], ...]:
    """Return the stretches of one kind; together they are the whole file, line ends included."""
    groups = [next(group) for _, group in groupby(lines, key=lambda line: line.kind)]
    starts = [0, *(line.span.start for line in groups[1:]), length]
    spans = zip(pairwise(starts), groups, strict=True)
    return tuple((Span(start, end), line.kind) for (start, end), line in spans if start < end)
