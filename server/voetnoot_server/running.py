"""A query under way: who wants it, and whether anybody still does."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from voetnoot_server.errors import CancelledError
from voetnoot_server.frames import Task

Pieces = Generator[bytes, None, None]
"""The pieces of an answer; closing it clears up."""


class GoneError(Exception):
    """The client that wanted this answer is no longer there."""


def _still_there() -> bool:
    return False


@dataclass(eq=False, slots=True)
class Running:
    """One query under way, by the id under which its owner can see and cancel it."""

    id: str
    task: Task
    owner: str = ""
    client_gone: Callable[[], bool] = _still_there
    began: float = field(default_factory=time.monotonic)
    cancelled: bool = False

    def still_wanted(self) -> None:
        """Raise `CancelledError` or `GoneError` where nobody waits for the answer."""
        if self.cancelled:
            raise CancelledError("This query was cancelled by its owner.")
        if self.client_gone():
            raise GoneError


@dataclass(eq=False, slots=True)
class Reply:
    """The answer to one task: `held` is its start, and `rest` what follows as it comes, if anything does."""

    form: str
    format: str
    held: list[bytes] = field(default_factory=list)
    rest: Pieces | None = None
    rows: int = 0
    seconds: float = 0.0

    @property
    def whole(self) -> bool:
        """Tell whether everything is held."""
        return self.rest is None

    @property
    def body(self) -> bytes:
        """Return what is held, as one."""
        return b"".join(self.held)
