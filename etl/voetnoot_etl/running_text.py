"""Lines → running text that knows the file offset of each of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from voetnoot_etl.model import Marker, Span, Text
from voetnoot_etl.pages import Line

WORD_GOES_ON = re.compile(r"\w-$")
SUSPENDED = re.compile(r"(?:en|of|tot|als)\b")


def join_lines(lines: Iterable[Line], markers: Sequence[Marker] = ()) -> Text:
    """Join lines: one blank for a line end or a run of blanks, none after a hyphen, no marker digits.

    A hyphen at a line's end stays; a hyphen that stands for the rest of a word (`land-` before `en`) keeps
    its blank.
    """
    skipped = {offset for marker in markers for offset in range(marker.span.start, marker.span.end)}
    values: list[str] = []
    offsets: list[int] = []
    for line in lines:
        words = line.text.strip()
        if values and not (WORD_GOES_ON.search("".join(values[-2:])) and not SUSPENDED.match(words)):
            values.append(" ")
            offsets.append(offsets[-1] + 1)
        first = line.span.start + line.text.index(words)
        for index, character in enumerate(words):
            if first + index in skipped:
                continue
            values.append(" " if character.isspace() else character)
            offsets.append(first + index)
    return _without_double_blanks(values, offsets)


def stripped(text: Text) -> Text:
    """Return text without the blanks at its ends."""
    start = len(text.value) - len(text.value.lstrip())
    return text.slice(start, max(start, len(text.value.rstrip())))


def outer_span(text: Text) -> Span:
    """Return the stretch of the file from the first to the last character of a text."""
    return Span(text.offsets[0], text.offsets[-1] + 1)


def _without_double_blanks(values: Sequence[str], offsets: Sequence[int]) -> Text:
    kept = [i for i, value in enumerate(values) if value != " " or (i > 0 and values[i - 1] != " ")]
    return Text("".join(values[i] for i in kept), tuple(offsets[i] for i in kept))
