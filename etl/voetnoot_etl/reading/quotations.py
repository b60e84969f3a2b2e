"""Quotations of several sentences in running text: none of their inner full stops ends the sentence around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

LONGEST = 320
"""Most characters of a quotation that is kept whole; a longer one is text of its own."""
QUOTED = re.compile(
    rf"“[^“”„]{{1,{LONGEST}}}[”]|„[^“”„]{{1,{LONGEST}}}[”“]|«[^«»]{{1,{LONGEST}}}»"
    rf"|(?<![\w\d])\"[^\"“”„]{{1,{LONGEST}}}\"(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text: where each opens, and where its closing mark stands."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies inside a quotation that goes on behind it."""
        place = bisect_left(self.opens, start) - 1
        return place >= 0 and end <= self.closes[place]


def find_quotations(text: str) -> Quotations:
    """Return the quotations of a text that are short enough to be kept whole."""
    found = list(QUOTED.finditer(text))
    return Quotations(tuple(m.start() for m in found), tuple(m.end() - 1 for m in found))
