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
    for located in (True, False) if any(foot.marked) else (False,):
        ways = _Ways(slots, foot, fits, located)
        if ways.exist:
            return ways.options()
    citations = [slot.citation for slot in slots if slot.citation is not None]
    fitting = {i: {n for n, url in enumerate(foot.urls) if fits(i, url)} for i in citations}
    return {citation: frozenset({None, *found}) for citation, found in fitting.items()}


class _Ways:
    """All ways to lay a foot's URLs along slots, as states (URLs laid, text lost since) before each slot."""

    def __init__(self, slots: Sequence[Slot], foot: Foot, fits: Fits, located: bool) -> None:
        self.slots, self.foot, self.fits, self.located = slots, foot, fits, located
        self.before: list[set[State]] = [{(0, False)}]
        for slot in slots:
            self.before.append({after for state in self.before[-1] for after, _ in self._steps(slot, state)})
        self.alive: list[set[State]] = [set() for _ in self.before]
        self.alive[-1] = {state for state in self.before[-1] if state[0] == len(foot.urls)}
        for index in range(len(slots) - 1, -1, -1):
            self.alive[index] = {
                state
                for state in self.before[index]
                if any(after in self.alive[index + 1] for after, _ in self._steps(slots[index], state))
            }

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
                    for after, url in self._steps(slot, state)
                    if after in self.alive[index + 1]
                }
        return {citation: frozenset(urls) for citation, urls in found.items()}

    def _steps(self, slot: Slot, state: State) -> list[tuple[State, int | None]]:
        """Return the states behind a slot, each with the URL that the slot took."""
        used, _ = state
        if slot.citation is None:
            return [
                ((laid, lost), None)
                for laid in range(used, len(self.foot.urls) + 1)
                for lost in (False, True)
            ]
        steps: list[tuple[State, int | None]] = []
        if self.foot.may_lose(used, located=self.located):
            steps.append(((used, True), None))
        if self.foot.may_lay(state, located=self.located) and self.fits(slot.citation, self.foot.urls[used]):
            steps.append(((used + 1, False), used))
        return steps
