"""A document's text → its lines, each with its stretch of the file; line ends of every system, and form feeds.

A byte-order mark stands in no line. A form feed begins a line of its own wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_etl.model import Span, SpanKind

LINE = re.compile(r"(?P<line>\f?[^\r\n\f]*)(?P<end>\r\n|\r|\n|(?=\f)|\Z)")
BYTE_ORDER_MARK = "\ufeff"
MARKED = re.compile(r"[ \u00a0][^\s\u00a0]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file without its line end, what it is, and the index of its page."""

    span: Span
    text: str
    kind: SpanKind
    page: int

    @property
    def marked(self) -> bool:
        """Tell whether the line starts with exactly one blank, as lines do where a page begins."""
        return is_marked(self.text)

    @property
    def words(self) -> str:
        """Return the line without the blanks around it."""
        return self.text.strip()


def raw_lines(text: str) -> Iterator[Span]:
    """Yield the stretch of each line, line ends left out; a form feed at a line's start belongs to it."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    for match in LINE.finditer(text, start):
        yield Span(match.start("line"), match.end("line"))
        if match.end() == len(text) and not match["end"]:
            return


def is_marked(text: str) -> bool:
    """Tell whether one blank, or a form feed, stands in front of a line's words."""
    return (text[:1] == "\f" and bool(text.strip())) or bool(MARKED.match(text))
