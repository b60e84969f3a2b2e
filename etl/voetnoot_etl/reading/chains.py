"""The heaviest chain of rising numbers among candidates that stand in the order of a text.

Note numbers rise; what looks like one and is none does not fit among its neighbours. Each number that a
chain leaves out costs what the candidate behind the gap says a gap costs there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar


class Numbered(Protocol):
    """What can stand in a chain: a number, a weight, and what each number left out in front of it costs."""

    @property
    def number(self) -> int:
        """Return the number."""

    @property
    def weight(self) -> int:
        """Return how likely it is that the number belongs to the chain."""

    @property
    def gap_cost(self) -> int:
        """Return what each number left out right in front costs."""


T = TypeVar("T", bound=Numbered)


@dataclass(slots=True)
class _Best:
    """The best chain end at or below a number, for one cost of gaps: a Fenwick tree of maxima."""

    cost: int
    size: int
    tree: dict[int, tuple[int, int]] = field(default_factory=dict)

    def put(self, number: int, score: int, last: int) -> None:
        value, place = (score + self.cost * number, -last), number
        while place <= self.size:
            if place not in self.tree or self.tree[place] < value:
                self.tree[place] = value
            place += place & -place

    def below(self, number: int) -> tuple[int, int] | None:
        """Return the score of the best chain that ends below a number, gap paid, and its last candidate."""
        place = number - 1
        best: tuple[int, int] | None = None
        while place > 0:
            value = self.tree.get(place)
            if value is not None and (best is None or value > best):
                best = value
            place -= place & -place
        return None if best is None else (best[0] - self.cost * (number - 1), -best[1])


def heaviest_chain(candidates: Sequence[T], most_lead: int | None = None) -> list[T]:
    """Return the chain of rising numbers with the greatest weight; of equals, the one that ends first.

    `most_lead` bounds what all numbers together cost that a chain leaves out in front of its first one.
    """
    size = max((candidate.number for candidate in candidates), default=0)
    trees = {cost: _Best(cost, size) for cost in {candidate.gap_cost for candidate in candidates}}
    before: list[int | None] = []
    ends: list[tuple[int, int]] = []
    for index, candidate in enumerate(candidates):
        lead = candidate.gap_cost * (candidate.number - 1)
        score = candidate.weight - (lead if most_lead is None else min(lead, most_lead))
        previous: int | None = None
        reached = trees[candidate.gap_cost].below(candidate.number)
        if reached and reached[0] + candidate.weight > score:
            score, previous = reached[0] + candidate.weight, reached[1]
        before.append(previous)
        ends.append((score, -index))
        for tree in trees.values():
            tree.put(candidate.number, score, index)
    score, negative = max(ends, default=(0, 0))
    chain: list[T] = []
    index_of: int | None = -negative if score > 0 else None
    while index_of is not None:
        chain.append(candidates[index_of])
        index_of = before[index_of]
    return chain[::-1]
