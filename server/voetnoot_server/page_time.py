"""How long a page may take in all: the clock starts with its first query, and every query gets what is left."""

from __future__ import annotations

import time
from dataclasses import dataclass

from flask import g, has_request_context

from voetnoot_server.errors import TimeLimitError

_NAME = "voetnoot_page_time"


@dataclass(frozen=True, slots=True)
class PageTime:
    """The seconds that a page may take, and the moment when they are over."""

    seconds: float
    until: float

    @classmethod
    def of_page(cls, seconds: float) -> PageTime:
        """Return the time of the page that is being made; outside of a page, as for the command line, a fresh one."""
        fresh = cls(seconds, time.monotonic() + seconds)
        if not has_request_context():
            return fresh
        found: PageTime = g.setdefault(_NAME, fresh)
        return found

    def left(self) -> float:
        """Return the seconds that are left; raises `TimeLimitError` where there are none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def is_over(self) -> bool:
        """Tell whether there are none left."""
        return time.monotonic() > self.until

    def over(self) -> TimeLimitError:
        """Return the problem of a page that takes longer than it may."""
        return TimeLimitError(
            f"This page took longer than the {self.seconds:g} seconds that a page may take. "
            "Ask for less of it, or put its query to /sparql."
        )
