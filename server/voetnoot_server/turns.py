"""Whose turn it is: so many queries at a time, so many waiting behind them, each for so long."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition

from voetnoot_server.errors import BusyError

_LOOK_SECONDS = 0.25
"""How often somebody who waits looks whether waiting still makes sense."""


class Turns:
    """Hands out turns in order of arrival."""

    def __init__(self, *, at_once: int, waiting: int, seconds: float) -> None:
        self._free = at_once
        self._most_waiting = waiting
        self._seconds = seconds
        self._queue: list[object] = []
        self._changed = Condition()

    @property
    def waiting(self) -> int:
        """Return how many wait for their turn."""
        return len(self._queue)

    def take(self, still_wanted: Callable[[], None]) -> None:
        """Wait for a turn; raises `BusyError`, or whatever `still_wanted` raises."""
        me = object()
        with self._changed:
            if self._free > 0 and not self._queue:
                self._free -= 1
                return
            if len(self._queue) >= self._most_waiting:
                raise self._busy("Too many queries are waiting already.")
            self._queue.append(me)
            try:
                self._wait(me, still_wanted)
            finally:
                self._queue.remove(me)
                self._changed.notify_all()

    def _wait(self, me: object, still_wanted: Callable[[], None]) -> None:
        until = time.monotonic() + self._seconds
        while self._free <= 0 or self._queue[0] is not me:
            left = until - time.monotonic()
            if left <= 0:
                raise self._busy(f"No turn came within {self._seconds:g} seconds.")
            self._changed.wait(min(left, _LOOK_SECONDS))
            still_wanted()
        self._free -= 1

    def give_back(self) -> None:
        """End a turn."""
        with self._changed:
            self._free += 1
            self._changed.notify_all()

    def _busy(self, words: str) -> BusyError:
        return BusyError(
            f"{words} Please try again a little later.", retry_after=max(1, round(self._seconds / 2))
        )
