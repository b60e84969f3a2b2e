"""Whose turn it is: so many queries at a time, so many waiting behind them, each for so long."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Event, Lock

from voetnoot_server.errors import BusyError

_LOOK_SECONDS = 0.25
"""How often somebody who waits looks whether waiting still makes sense."""


class Turns:
    """Hands out turns in order of arrival."""

    def __init__(self, *, at_once: int, waiting: int, seconds: float) -> None:
        self._free = at_once
        self._most_waiting = waiting
        self._seconds = seconds
        self._queue: deque[Ticket] = deque()
        self._lock = Lock()

    @property
    def waiting(self) -> int:
        """Return how many wait for their turn."""
        return len(self._queue)

    def take(self, still_wanted: Callable[[], None]) -> None:
        """Wait for a turn; raises `BusyError`, or whatever `still_wanted` raises."""
        self.line_up().wait(still_wanted)

    def line_up(self, called: Callable[[], None] | None = None) -> Ticket:
        """Return a ticket, on which there may be a turn at once; else `called` is called when there is.

        Raises `BusyError` where too many wait already.
        """
        with self._lock:
            ticket = Ticket(self, time.monotonic() + self._seconds, called)
            if self._free > 0:
                self._free -= 1
                ticket.granted = True
            elif len(self._queue) >= self._most_waiting:
                raise self.busy("Too many queries are waiting already.")
            else:
                self._queue.append(ticket)
            return ticket

    def give_back(self) -> None:
        """End a turn: it goes to whoever has waited longest."""
        with self._lock:
            if not self._queue:
                self._free += 1
                return
            ticket = self._queue.popleft()
            ticket.granted = True
            if ticket.called is not None:
                ticket.called()

    def wait(self, ticket: Ticket, still_wanted: Callable[[], None]) -> None:
        """Wait until there is a turn on the ticket."""
        turn = Event()
        with self._lock:
            ticket.called = turn.set
            if ticket.granted:
                return
        try:
            while not turn.wait(min(max(ticket.until - time.monotonic(), 0.0), _LOOK_SECONDS)):
                self._check_time(ticket)
                still_wanted()
        except BaseException:
            self.leave(ticket)
            raise

    def _check_time(self, ticket: Ticket) -> None:
        if time.monotonic() >= ticket.until:
            raise self.busy(f"No turn came within {self._seconds:g} seconds.")

    def leave(self, ticket: Ticket) -> None:
        """End the turn on a ticket, or give up the place in the queue; only the first time counts."""
        with self._lock:
            if ticket.left:
                return
            ticket.left = True
            if not ticket.granted:
                self._queue.remove(ticket)
                return
        self.give_back()

    def busy(self, words: str) -> BusyError:
        """Return the fault of one who gets no turn."""
        return BusyError(
            f"{words} Please try again a little later.", retry_after=max(1, round(self._seconds / 2))
        )


class Ticket:
    """A place in the queue until there is a turn, and then the turn."""

    __slots__ = ("called", "granted", "left", "turns", "until")

    def __init__(self, turns: Turns, until: float, called: Callable[[], None] | None) -> None:
        self.turns = turns
        self.until = until
        self.called = called
        self.granted = False
        self.left = False

    def wait(self, still_wanted: Callable[[], None]) -> None:
        """Wait for the turn; raises `BusyError`, or whatever `still_wanted` raises."""
        if not self.granted:
            self.turns.wait(self, still_wanted)

    def leave(self) -> None:
        """End the turn, or give up the place."""
        self.turns.leave(self)
