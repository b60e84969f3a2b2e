"""Sending no faster than the client reads, and no longer than it may take."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from flask import Request

from voetnoot_server.errors import TimeLimitError
from voetnoot_server.running import GoneError

BACKLOG = "voetnoot.backlog"
"""Where the server leaves the function that tells how many bytes wait for the client to read them."""

GONE = "voetnoot.gone"
"""Where the server leaves the function that tells whether the client has left."""

GRACE_SECONDS = 5.0
"""How much longer an evaluator waits, which has to wait for the server that waits for the client."""

_LOOK_SECONDS = 0.01
_MOST_WAITING = 1 << 21


@dataclass(frozen=True, slots=True)
class Pace:
    """How a client reads: what waits for it, whether it is still there, and how long it may take in all."""

    backlog: Callable[[], int]
    gone: Callable[[], bool]
    seconds: float

    @classmethod
    def of(cls, request: Request, seconds: float) -> Pace:
        """Return the pace of the client behind a request."""
        environ = request.environ
        return cls(environ.get(BACKLOG, _nothing_waits), client_gone(request), seconds)

    def keep(self, pieces: Iterable[bytes]) -> Generator[bytes, None, None]:
        """Yield the pieces, each when the client has read most of those before.

        Raises `TimeLimitError` for a client that takes too long, and `GoneError` for one that has left.
        """
        left = self.seconds
        for piece in pieces:
            while self.backlog() > _MOST_WAITING:
                if self.gone():
                    raise GoneError
                if left <= 0:
                    raise TimeLimitError(
                        f"The client took more than {self.seconds:g} seconds to read its answer."
                    )
                time.sleep(_LOOK_SECONDS)
                left -= _LOOK_SECONDS
            yield piece


def client_gone(request: Request) -> Callable[[], bool]:
    """Return the function that tells whether the client has left, as far as the server can see it."""
    gone: Callable[[], bool] = request.environ.get(GONE, _stays)
    return gone


def _nothing_waits() -> int:
    return 0


def _stays() -> bool:
    return False
