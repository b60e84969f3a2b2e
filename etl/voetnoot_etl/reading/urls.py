"""Which URL at a page foot belongs to which citation, where that is certain.

The URLs of a page stand in the order of its citations, but some are lost, and so are some notes. All ways
to lay the URLs along the citations in order are weighed at once, each URL only beside a publisher whose
site it is on. A link is made only where every way agrees on it.

Where text was lost inside a foot, the line behind the loss bears a mark. On a page with such a mark the loss
is located: nothing else is missing but at marks and at the foot's end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Fits = Callable[[int, str], bool]
State = tuple[int, bool]
MOST_STATES = 250_000
"""A foot with more ways than this is no foot; nothing is asserted of it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that can hold one URL: a linked citation by its index, or a lost note that can hold any number."""

    citation: int | None


@dataclass(frozen=True, slots=True)
class Foot:
    """The URLs of a page foot in order, and whether text was lost in front of each."""

    urls: tuple[str, ...]
    marked: tuple[bool, ...]

    def may_lose(self, used: int, *, located: bool) -> bool:
        """Tell whether a citation's URL can be missing when `used` URLs have been laid."""
        return not located or used == len(self.urls) or self.marked[used]

    def may_lay(self, state: State, *, located: bool) -> bool:
        """Tell whether the next URL can follow: behind a located loss only where it bears the mark."""
        used, lost = state
        return used < len(self.urls) and (not located or self.marked[used] == lost)


Options = dict[int, frozenset[int | None]]


def align(slots: Sequence[Slot], foot: Foot, fits: Fits) -> Options:
    """Return, for each citation, the indexes of the URLs that it can have; None where it can have none.

    Where no way exists the page is not as it should be, and every URL that fits stays possible.
    """
    citations = [slot.citation for slot in slots if slot.citation is not None]
    if len(slots) * len(foot.urls) > MOST_STATES:
        return {citation: frozenset({None, *range(min(len(foot.urls), 2))}) for citation in citations}
    for located in (True, False) if any(foot.marked) else (False,):
        ways = _Ways(slots, foot, fits, located=located)
        if ways.exist:
            return ways.options()
    fitting = {i: {n for n, url in enumerate(foot.urls) if fits(i, url)} for i in citations}
    return {citation: frozenset({None, *found}) for citation, found in fitting.items()}


class _Ways:
    """All ways to lay a foot's URLs along slots, as states (URLs laid, text lost since) before each slot."""

    def __init__(self, slots: Sequence[Slot], foot: Foot, fits: Fits, *, located: bool) -> None:
        self.slots, self.foot, self.fits, self.located = slots, foot, fits, located
        self.before: list[set[State]] = [{(0, False)}]
        for slot in slots:
            self.before.append(self._after(slot, self.before[-1]))
        self.alive: list[set[State]] = [set() for _ in self.before]
        self.alive[-1] = {state for state in self.before[-1] if state[0] == len(foot.urls)}
        for index in range(len(slots) - 1, -1, -1):
            self.alive[index] = self._leading(slots[index], self.before[index], self.alive[index + 1])

    @property
    def exist(self) -> bool:
        return bool(self.alive[0])

    def options(self) -> Options:
        found: dict[int, set[int | None]] = {}
        for index, slot in enumerate(self.slots):
            if slot.citation is not None:
                found[slot.citation] = {
                    url
                    for state in self.alive[index]
                    for after, url in self._steps(slot.citation, state)
                    if after in self.alive[index + 1]
                }
        return {citation: frozenset(urls) for citation, urls in found.items()}

    def _after(self, slot: Slot, states: set[State]) -> set[State]:
        """Return the states behind a slot; a lost note can have taken any number of URLs."""
        if slot.citation is None:
            fewest = min((used for used, _ in states), default=len(self.foot.urls) + 1)
            laid = range(fewest, len(self.foot.urls) + 1)
            return {(used, lost) for used in laid for lost in (False, True)}
        return {after for state in states for after, _ in self._steps(slot.citation, state)}

    def _leading(self, slot: Slot, states: set[State], goals: set[State]) -> set[State]:
        """Return the states in front of a slot from which a goal behind it can be reached."""
        if slot.citation is None:
            most = max((used for used, _ in goals), default=-1)
            return {state for state in states if state[0] <= most}
        citation = slot.citation
        return {s for s in states if any(after in goals for after, _ in self._steps(citation, s))}

    def _steps(self, citation: int, state: State) -> list[tuple[State, int | None]]:
        """Return the states behind a citation, each with the URL that the citation took."""
        used, _ = state
        steps: list[tuple[State, int | None]] = []
        if self.foot.may_lose(used, located=self.located):
            steps.append(((used, True), None))
        if self.foot.may_lay(state, located=self.located) and self.fits(citation, self.foot.urls[used]):
            steps.append(((used + 1, False), used))
        return steps
