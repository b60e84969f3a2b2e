"""How long the remote store may keep us waiting: one budget for its head and all of its body."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from voetnoot_server.errors import GatewayTimeoutError


class Clock:
    """Runs only while we wait for the remote store, not while a client takes its time."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._left = seconds

    @property
    def left(self) -> float:
        """Return the seconds that are left, at least a moment: 0 would mean for ever to a socket."""
        return max(self._left, 0.001)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Let the clock run; raises `GatewayTimeoutError` where the time is up."""
        began = time.monotonic()
        try:
            yield
        except TimeoutError as fault:
            raise self.over() from fault
        finally:
            self._left -= time.monotonic() - began
        if self._left <= 0:
            raise self.over()

    def over(self) -> GatewayTimeoutError:
        """Return the problem of a store that took too long."""
        return GatewayTimeoutError(
            f"The remote store did not answer within the {self._seconds:g} seconds that a query may take. "
            "Bind more of its variables, name a graph, or add a LIMIT inside."
        )
