"""One build and the evaluators over it; a new build is a new generation, and the old one ends with its last query."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock

from voetnoot_server.nursery import Evaluator, Nursery
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build
from voetnoot_server.stores import nursery_for


class RetiredError(Exception):
    """A newer build has taken over from this one."""


class Generation:
    """Lends evaluators over one build, keeps healthy ones for the next query, and ends the others."""

    def __init__(self, build: Build, settings: Settings) -> None:
        self.build = build
        self._queries_per_child = settings.queries_per_child
        self._nursery: Nursery = nursery_for(build, settings)
        self._idle: list[Evaluator] = []
        self._lent = 0
        self._retired = False
        self._lock = Lock()
        self.ended = 0

    @property
    def restarts(self) -> int:
        """Return how often the query host had to be started again."""
        return self._nursery.restarts

    @property
    def nursery(self) -> Nursery:
        """Return where the evaluators come from."""
        return self._nursery

    def warm(self, count: int) -> None:
        """Have this many evaluators ready."""
        for evaluator in [self.lend() for _ in range(count)]:
            self.take_back(evaluator, healthy=True)

    def lend(self) -> Evaluator:
        """Return an evaluator that nobody else uses.

        Raises `StoreError` where none can be had and `RetiredError` where a newer build has taken over.
        """
        with self._lock:
            if self._retired:
                raise RetiredError
            self._lent += 1
        try:
            return self._idle_one() or self._nursery.raise_one()
        except BaseException:
            self._count_back()
            raise

    def lend_idle(self) -> Evaluator | None:
        """Return an evaluator that is at hand, or nothing where one would have to be raised."""
        with self._lock:
            if self._retired:
                return None
            self._lent += 1
        evaluator = self._idle_one()
        if evaluator is None:
            self._count_back()
        return evaluator

    def _idle_one(self) -> Evaluator | None:
        while True:
            with self._lock:
                if not self._idle:
                    return None
                evaluator = self._idle.pop()
            if self._nursery.keeps(evaluator) and _lives(evaluator):
                return evaluator
            self._nursery.end(evaluator)
            self.ended += 1

    def take_back(self, evaluator: Evaluator, *, healthy: bool) -> int:
        """Keep the evaluator, or make sure that it has ended; return how it ended, 0 where it lives on."""
        evaluator.served += 1
        if healthy and evaluator.served < self._queries_per_child and not self._retired:
            with self._lock:
                self._idle.append(evaluator)
            self._count_back()
            return 0
        fate = self._nursery.end(evaluator)
        self.ended += 1
        self._count_back()
        return fate

    def retire(self) -> None:
        """End as soon as nothing is lent."""
        with self._lock:
            self._retired = True
        self._close_when_done()

    def close(self) -> None:
        """End at once."""
        self._retired = True
        with self._lock:
            idle, self._idle = self._idle, []
        for evaluator in idle:
            with suppress(OSError):
                evaluator.wire.close()
        self._nursery.close()

    def _count_back(self) -> None:
        with self._lock:
            self._lent -= 1
        self._close_when_done()

    def _close_when_done(self) -> None:
        if self._retired and self._lent == 0:
            self.close()


def _lives(evaluator: Evaluator) -> bool:
    """Tell whether an idle evaluator is still there: it says nothing, and its end of the wire is open."""
    wire = evaluator.wire
    if wire.gettimeout() is not None:
        wire.setblocking(True)
    try:
        wire.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
