"""The pool that a stranger's query goes through: a turn, an evaluator, an answer, and the clearing up behind it."""

from __future__ import annotations

import logging
import time
from threading import Event, Lock, RLock, Thread

from voetnoot_server.errors import ConflictError, CrashError, ServerError
from voetnoot_server.generation import Generation, RetiredError
from voetnoot_server.lease import Lease
from voetnoot_server.running import Reply, Running
from voetnoot_server.session import LostError, Session
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build
from voetnoot_server.stores import mark_of, read_build
from voetnoot_server.turns import Turns

log = logging.getLogger(__name__)

_ATTEMPTS = 3
"""A query that lost its evaluator from outside need not be at fault: it gets another."""

_REST_SECONDS = 0.02
"""What lies between two attempts: where a host dies, its evaluators follow one by one."""


class Pool:
    """Answers tasks from the current build, and follows the link when another build is swapped in."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._current: Generation | None = None
        self._turns = Turns(
            at_once=settings.concurrent_queries,
            waiting=settings.queued_queries,
            seconds=settings.queue_seconds,
        )
        self._streams = Turns(at_once=settings.concurrent_streams, waiting=0, seconds=settings.queue_seconds)
        self._running: dict[str, Running] = {}
        self._lock = Lock()
        self._starting = RLock()
        self._closing = Event()

    @property
    def generation(self) -> Generation:
        """Return the build that is answered from, with its evaluators; the first call starts them."""
        if self._current is None:
            with self._starting:
                if self._current is None:
                    self._current = self._new_generation()
                    if self._settings.reload_seconds > 0:
                        Thread(target=self._follow_link, name="reload", daemon=True).start()
        return self._current

    def _new_generation(self) -> Generation:
        generation = Generation(read_build(self._settings), self._settings)
        generation.warm(self._settings.concurrent_queries)
        return generation

    @property
    def started(self) -> bool:
        """Tell whether there are evaluators yet."""
        return self._current is not None

    @property
    def build(self) -> Build:
        """Return the build that is answered from."""
        return self.generation.build

    @property
    def turns(self) -> Turns:
        """Return the turns of those that work."""
        return self._turns

    @property
    def waiting(self) -> int:
        """Return how many queries wait for their turn."""
        return self._turns.waiting

    def running(self) -> tuple[Running, ...]:
        """Return the queries under way, those that wait too."""
        with self._lock:
            return tuple(self._running.values())

    def cancel(self, query_id: str) -> bool:
        """End the query with this id; tell whether there was one."""
        running = self._running.get(query_id)
        if running is not None:
            running.cancelled = True
        return running is not None

    def answer(self, running: Running) -> Reply:
        """Return the answer to a task; raises the problem that came up before anything was to be sent."""
        return self.finish(self.enlist(running))

    def enlist(self, running: Running) -> Lease:
        """Put a query on the list; raises `ConflictError` where its id is there already."""
        with self._lock:
            if self._running.setdefault(running.id, running) is not running:
                raise ConflictError("A query with this id is under way.")
        return Lease(running, self.forget)

    def begin(self, lease: Lease) -> Session | None:
        """Give a query that has a turn to an idle evaluator; nothing where none is at hand at once."""
        session = self._session(lease)
        if session.begin_at_once():
            lease.session = session
        return lease.session

    def finish(self, lease: Lease) -> Reply:
        """Return the answer of a query on the list, from wherever it has come to."""
        try:
            lease.wait(self._turns)
            reply = self._open(lease)
        except BaseException:
            lease.close()
            raise
        if reply.rest is None:
            lease.close()
        else:
            reply.rest = lease.around(reply.rest)
            next(reply.rest)  # a generator that has begun clears up even if nobody reads on
        return reply

    def _session(self, lease: Lease) -> Session:
        return Session(
            self.generation, lease.running, self._settings.held_bytes, lambda: lease.move(self._streams)
        )

    def _open(self, lease: Lease) -> Reply:
        for attempt in range(_ATTEMPTS):
            session, lease.session = lease.session or self._session(lease), None
            try:
                return session.open()
            except RetiredError:
                continue
            except LostError:
                log.warning("query %s lost its evaluator (attempt %d)", lease.running.id, attempt + 1)
                time.sleep(_REST_SECONDS)
        raise CrashError(
            "The evaluator was ended under this query again and again. Please try again with a smaller one."
        )

    def forget(self, running: Running) -> None:
        """Strike a query off the list."""
        with self._lock:
            self._running.pop(running.id, None)

    def _follow_link(self) -> None:
        refused = None
        while not self._closing.wait(self._settings.reload_seconds):
            try:
                mark = mark_of(self._settings)
                if mark in (self.build.mark, refused):
                    continue
                refused = mark
                self.reload()
                refused = None
            except ServerError as fault:
                log.warning("the new build is not taken: %s", fault)

    def reload(self) -> None:
        """Answer from the build that the link points at from here on; queries under way keep theirs."""
        with self._starting:
            old, fresh = self.generation, self._new_generation()
            self._current = fresh
        old.retire()
        log.info("answering from build %s with %d quads", fresh.build.version, fresh.build.quads)

    def close(self) -> None:
        """End everything."""
        self._closing.set()
        if self._current is not None:
            self._current.close()
