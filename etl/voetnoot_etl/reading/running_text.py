"""Lines → running text that knows the file offset of each of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from voetnoot_etl.model import Marker, Span, Text
from voetnoot_etl.reading.lines import Line

WORD_GOES_ON = re.compile(r"(?:\w[-\u2010\u2011\u00ad/]|\d[–-])$")
SUSPENDED = re.compile(r"(?:en|of|tot|als|noch|dan wel|maar|respectievelijk|c\.q\.)(?:\s|/|$)")
OPEN_DASH = re.compile(r"\s[-–]\s(?!.*\s[-–]\s)[^.!?]*\d-$")
LONGEST_SEPARATOR = 3
"""What stands between two markers of one place, as in `woord.12, 13`, is no longer than this."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The offsets that running text leaves out: the digits of markers, and what parts two of one place."""

    digits: frozenset[int] = frozenset()
    between: frozenset[int] = frozenset()

    def leaves_out(self, offset: int, character: str) -> bool:
        """Tell whether a character of the file is no part of the running text."""
        return offset in self.digits or (offset in self.between and not character.isalnum())


NOTHING = Skipped()


def skip_markers(markers: Sequence[Marker]) -> Skipped:
    """Return what running text leaves out for a document's markers."""
    digits = frozenset(o for marker in markers for o in range(marker.span.start, marker.span.end))
    gaps = [
        range(left.span.end, right.span.start)
        for left, right in pairwise(markers)
        if right.span.start - left.span.end <= LONGEST_SEPARATOR
    ]
    return Skipped(digits, frozenset(offset for gap in gaps for offset in gap))


def join_lines(lines: Iterable[Line], skipped: Skipped = NOTHING) -> Text:
    """Join lines: one blank for a line end or a run of blanks, none after a hyphen, no marker digits.

    A hyphen at a line's end stays; a hyphen that stands for the rest of a word (`land-` before `en`) keeps
    its blank, and so does one that closes a dash.
    """
    values: list[str] = []
    offsets: list[int] = []
    before = ""
    for line in lines:
        words = line.words
        if values and not _goes_on(before, words):
            values.append(" ")
            offsets.append(offsets[-1] + 1)
        first = line.span.start + line.text.index(words)
        for index, character in enumerate(words):
            if skipped.leaves_out(first + index, character):
                continue
            values.append(" " if character.isspace() else character)
            offsets.append(first + index)
        before = words
    return _without_double_blanks(values, offsets)


def stripped(text: Text) -> Text:
    """Return text without the blanks at its ends."""
    start = len(text.value) - len(text.value.lstrip())
    return text.slice(start, max(start, len(text.value.rstrip())))


def outer_span(text: Text) -> Span:
    """Return the stretch of the file from the first to the last character of a text."""
    return Span(text.offsets[0], text.offsets[-1] + 1)


def _goes_on(before: str, words: str) -> bool:
    """Tell whether a line's first word goes on with the last one of the line before."""
    if not WORD_GOES_ON.search(before[-2:]) or SUSPENDED.match(words):
        return False
    return words[:1].isalnum() and not (words[0].islower() and OPEN_DASH.search(before[-200:]))


def _without_double_blanks(values: Sequence[str], offsets: Sequence[int]) -> Text:
    kept = [i for i, value in enumerate(values) if value != " " or (i > 0 and values[i - 1] != " ")]
    return Text("".join(values[i] for i in kept), tuple(offsets[i] for i in kept))
