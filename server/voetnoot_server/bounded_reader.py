"""The reader of the project's own pages: its queries work in the same locked-in processes as a stranger's.

An own query is tested, but not over every graph that somebody may build, and nothing inside a process can stop a
query under way. So each page has its time, and the evaluator of a query that would take longer is ended.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from flask import has_request_context, request
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from voetnoot_server import dataset
from voetnoot_server.bindings import bind
from voetnoot_server.errors import CrashError, TimeLimitError
from voetnoot_server.frames import Task
from voetnoot_server.generation import RetiredError
from voetnoot_server.pace import client_gone
from voetnoot_server.page_time import PageTime
from voetnoot_server.pool import Pool
from voetnoot_server.remote.reader import RemoteReader
from voetnoot_server.running import Reply, Running
from voetnoot_server.session import LostError, Session
from voetnoot_server.settings import Settings
from voetnoot_server.store import NO_BINDINGS, Build, Reader, Term, writable
from voetnoot_server.turns import Turns

Form = QueryResultsFormat | RdfFormat

_ATTEMPTS = 3
_LOOK_ROWS = 500
_REST_SECONDS = 0.02
_WAITING_FOR_EACH = 2
_ROWS, _TRIPLES = QueryResultsFormat.JSON, RdfFormat.N_TRIPLES
_KEYS: Mapping[Form, str] = MappingProxyType(
    {form: key for forms in (dataset.ROWS, dataset.TRIPLES) for key, form in forms.items()}
)


class BoundedReader(Reader):
    """Answers the project's own queries from the pool's build, within the time of the page that asks.

    They take turns of their own: strangers' queries, however slow, keep no page waiting.
    """

    def __init__(self, pool: Pool, settings: Settings) -> None:
        super().__init__(settings.store)
        self._pool = pool
        self._settings = settings
        at_once = settings.concurrent_queries
        self._turns = Turns(
            at_once=at_once, waiting=_WAITING_FOR_EACH * at_once, seconds=settings.page_seconds
        )

    @property
    def build(self) -> Build:
        """Return what is known of the build that is read."""
        return self._pool.build

    def construct(self, query: str, bindings: Mapping[str, Term] = NO_BINDINGS) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""
        reply = self._asked(bind(query, writable(bindings)), _ROWS, _TRIPLES)
        if reply.form != "triples":
            raise TypeError("this query is neither a CONSTRUCT nor a DESCRIBE")
        return tuple(quad.triple for quad in parse(reply.body, _TRIPLES))

    def written(self, query: str, form: Form) -> bytes:
        """Return the answer of any query in a format of its kind."""
        return self._asked(query, form, form).body

    def _query(
        self, query: str, bindings: Mapping[str, Term]
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        reply = self._asked(bind(query, writable(bindings)), _ROWS, _TRIPLES)
        if reply.form == "triples":
            raise TypeError("this query is neither a SELECT nor an ASK")
        return parse_query_results(reply.body, _ROWS)

    def _watched(self, found: QuerySolutions) -> Iterator[QuerySolution]:
        page = PageTime.of_page(self._settings.page_seconds)
        for number, solution in enumerate(found):
            if number % _LOOK_ROWS == 0:
                page.left()
            yield solution

    def _asked(self, query: str, rows: Form, triples: Form) -> Reply:
        page = PageTime.of_page(self._settings.page_seconds)
        running = Running("", self._task(query, rows, triples, page))
        if has_request_context():
            running.client_gone = client_gone(request)
        self._turns.take(running.still_wanted)
        try:
            running.task = self._task(query, rows, triples, page)  # waiting took of its time
            return self._evaluated(running)
        except TimeLimitError:
            raise page.over() from None
        finally:
            self._turns.give_back()

    def _task(self, query: str, rows: Form, triples: Form, page: PageTime) -> Task:
        return Task(
            query=query,
            base=self._settings.base,
            rows_format=_KEYS[rows] if isinstance(rows, QueryResultsFormat) else "",
            triples_format=_KEYS[triples] if isinstance(triples, RdfFormat) else "",
            seconds=page.left(),
            transfer_seconds=self._settings.page_seconds,
            max_rows=self._settings.result_rows,
            max_bytes=self._settings.page_bytes,
        )

    def _evaluated(self, running: Running) -> Reply:
        """Return a whole answer; a query that lost its evaluator from outside gets another."""
        for _ in range(_ATTEMPTS):
            session = Session(self._pool.generation, running, running.task.max_bytes, _overflowed)
            try:
                return session.open()
            except RetiredError:
                continue
            except LostError:
                time.sleep(_REST_SECONDS)
        raise CrashError("The evaluator was ended under a query of this page again and again.")


def reader_of_pages(pool: Pool, settings: Settings) -> Reader:
    """Return what the project's own pages are answered by."""
    return RemoteReader(settings) if settings.remote else BoundedReader(pool, settings)


def _overflowed() -> None:
    raise AssertionError("an answer of a page is held whole")  # the evaluator's own bound comes first
