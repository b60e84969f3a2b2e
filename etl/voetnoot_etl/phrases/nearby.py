"""Searches near an index of a text: what one word costs does not grow with the length of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

_NEAR = 160
"""Characters before an index in which words still belong to it."""


def before(pattern: re.Pattern[str], text: str, index: int) -> re.Match[str] | None:
    """Search the words right before an index; a pattern that ends in `$` ends there."""
    return pattern.search(text, max(0, index - _NEAR), index)


@lru_cache(maxsize=64)
def stretches(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where a pattern matches in a text, read once."""
    return tuple(match.span() for match in pattern.finditer(text))


def first_from(pattern: re.Pattern[str], text: str, index: int) -> tuple[int, int] | None:
    """Return the first stretch of a pattern that begins at or behind an index."""
    found = stretches(pattern, text)
    place = bisect_left(found, (index, index))
    return found[place] if place < len(found) else None


def last_until(pattern: re.Pattern[str], text: str, index: int) -> tuple[int, int] | None:
    """Return the last stretch of a pattern that ends at or before an index."""
    found = stretches(pattern, text)
    place = bisect_left(found, (index, index)) - 1
    while place >= 0 and found[place][1] > index:
        place -= 1
    return found[place] if place >= 0 else None


def overlaps(sorted_spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a stretch meets one of others that are sorted and do not overlap each other."""
    place = bisect_left(sorted_spans, (end, end))
    return place > 0 and sorted_spans[place - 1][1] > start
