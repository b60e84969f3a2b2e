"""The remote store as the project's own pages read it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import (
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    parse_query_results,
)

from voetnoot_server.bindings import bind
from voetnoot_server.errors import GatewayError
from voetnoot_server.page_time import PageTime
from voetnoot_server.remote.clock import Clock
from voetnoot_server.remote.connection import Connection, Fields
from voetnoot_server.remote.graph import RemoteBuild, describe, version
from voetnoot_server.remote.results import READ_ROWS, quads_of, read_triples, unreadable
from voetnoot_server.settings import Settings
from voetnoot_server.store import NO_BINDINGS, Reader, Solutions, Term, writable

ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class RemoteReader(Reader):
    """Answers the project's own queries from the remote store, over one connection for each thread."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(Path())
        self._settings = settings
        self._known = _Known(settings)
        self._threads = threading.local()

    @property
    def build(self) -> RemoteBuild:
        """Return what is known of the remote's data."""
        return self._known.build()

    def select(self, query: str, bindings: Mapping[str, Term] = NO_BINDINGS) -> Solutions:
        """Return the rows of a SELECT whose variables in `bindings` (no `?`) have these values."""
        try:
            return super().select(query, bindings)
        except SyntaxError as fault:
            raise unreadable(fault) from fault

    def lines(self, graph: str = "") -> Iterator[bytes]:
        """Yield the statements of one graph, or of all, as lines of N-Quads."""
        for name in (graph,) if graph else self.build.graphs:
            connection = Connection(self.build.address)
            try:
                fields = [("query", ALL), ("default-graph-uri", name)]
                answer = connection.ask(fields, Clock(self._settings.transfer_seconds))
                yield from (f"{quad} .\n".encode() for quad in quads_of(answer, name))
            finally:
                connection.close()

    def _query(
        self, query: str, bindings: Mapping[str, Term]
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        build, connection = self.build, self._connection()
        try:
            return self._asked(connection, build.data_set.fields(bind(query, writable(bindings))))
        except BaseException:
            connection.close()  # part of an answer may be left in it
            raise

    def _asked(self, connection: Connection, fields: Fields) -> QuerySolutions | QueryBoolean | QueryTriples:
        PageTime.of_page(self._settings.page_seconds).left()  # a page whose time is over asks no more
        answer = connection.ask(fields, Clock(self._settings.query_seconds))
        if answer.are_rows:
            content = answer.body.whole(self._settings.page_bytes)
            try:
                return parse_query_results(content, READ_ROWS[answer.notation])
            except (SyntaxError, ValueError) as fault:
                raise unreadable(fault) from fault
        store = Store()
        store.extend(Quad(each.subject, each.predicate, each.object) for each in read_triples(answer))
        found = store.query(ALL)
        if not isinstance(found, QueryTriples):
            raise GatewayError("The remote store's triples cannot be read.")
        return found

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = Connection(self.build.address)
        return connection


class _Known:
    """The description of the store, made anew when its version is another one."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._build: RemoteBuild | None = None
        self._looked = 0.0
        self._lock = threading.Lock()

    def build(self) -> RemoteBuild:
        build = self._build
        if build is not None and not self._is_due():
            return build
        with self._lock:
            if self._build is None or (self._is_due() and version(self._settings) != self._build.version):
                self._build = describe(self._settings)
            self._looked = time.monotonic()
            return self._build

    def _is_due(self) -> bool:
        seconds = self._settings.reload_seconds
        return seconds > 0 and time.monotonic() - self._looked > seconds
