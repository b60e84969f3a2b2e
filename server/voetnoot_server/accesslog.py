"""WSGI layer: one line of JSON for each request, written when its last byte is out, and the counters beside it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from voetnoot_server.cache import OUTCOME
from voetnoot_server.errors import ProblemError
from voetnoot_server.metrics import Metrics
from voetnoot_server.running import Reply
from voetnoot_server.started import Started

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

REPLY = "voetnoot.reply"
"""Where the log finds the reply to a query, for its rows and seconds."""

_LONGEST = 1000
_LARGE = 1 << 23
_METHODS = frozenset({"GET", "HEAD", "POST", "QUERY", "OPTIONS", "PUT", "DELETE", "PATCH"})


@dataclass(frozen=True, slots=True)
class Repeated:
    """What to count, and what to write, for a request that may come again."""

    count: Callable[[], None]
    environ: WSGIEnvironment


class AccessLog:
    """Writes what came, what went and how long it took."""

    def __init__(self, application: WSGIApplication, metrics: Metrics, *, write: bool) -> None:
        self._application = application
        self._metrics = metrics
        self._write = write

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        entry = _Entry(environ, Started(), time.perf_counter())
        body = self._application(environ, entry.started)  # type: ignore[arg-type]  # nobody uses the old write
        start_response(entry.started.status, entry.started.pairs)
        if isinstance(body, list):
            entry.bytes = sum(map(len, body))
            self._enter(entry)
            return body
        pieces = self._watched(body, entry)
        if (_LARGE if entry.started.length is None else entry.started.length) < _LARGE:
            return [b"".join(pieces)]  # its line is written before anybody has read it
        next(pieces)  # a generator that has begun writes its line even if nobody reads on
        return pieces

    def repeated(self, environ: WSGIEnvironment, status: int) -> Repeated:
        """Return what there is to enter when a request comes again and gets the kept answer again."""
        count = partial(self._metrics.count, _method(environ), status, "kept")
        if not self._write:
            return Repeated(count, {})
        kept = {
            name: environ.get(name, "") for name in ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", OUTCOME)
        }
        if any(name.startswith("HTTP_X_FORWARDED") for name in environ):
            kept["REMOTE_ADDR"] = environ["REMOTE_ADDR"]
        return Repeated(count, kept)

    def enter_again(self, repeated: Repeated, status: int, client: str, query_id: str, size: int) -> None:
        """Enter a request that came again."""
        repeated.count()
        if self._write:
            started = Started()
            started(str(status), [("Query-Id", query_id)])
            environ = {"REMOTE_ADDR": client, **repeated.environ}
            self._print(_Entry(environ, started, time.perf_counter(), bytes=size).fields())

    def _watched(self, body: Iterable[bytes], entry: _Entry) -> Generator[bytes, None, None]:
        with ExitStack() as stack:
            stack.callback(self._enter, entry)
            close = getattr(body, "close", None)
            if close is not None:
                stack.callback(close)
            yield b""
            entry.broken = "left"  # until the end is reached
            try:
                for piece in body:
                    entry.bytes += len(piece)
                    yield piece
            except ProblemError as fault:
                entry.broken = fault.kind
                raise
            entry.broken = ""

    def _enter(self, entry: _Entry) -> None:
        self._metrics.count(_method(entry.environ), entry.status, entry.outcome)
        if entry.reply is not None and entry.reply.seconds:
            self._metrics.query_seconds.observe(entry.reply.seconds)
            self._metrics.query_rows.observe(entry.reply.rows)
        if self._write:
            self._print(entry.fields())

    def _print(self, fields: Mapping[str, object]) -> None:
        with suppress(OSError):  # nobody reads the log: no reason not to answer
            print(json.dumps(fields, ensure_ascii=False), file=sys.stderr, flush=True)


def _method(environ: WSGIEnvironment) -> str:
    """Return the method, as far as it is a known one: strangers could fill the metrics with others."""
    method: str = environ["REQUEST_METHOD"]
    return method if method in _METHODS else "other"


@dataclass(slots=True)
class _Entry:
    environ: WSGIEnvironment
    started: Started
    began: float
    bytes: int = 0
    broken: str = ""

    @property
    def reply(self) -> Reply | None:
        found = self.environ.get(REPLY)
        return found if isinstance(found, Reply) else None

    @property
    def status(self) -> int:
        return int(self.started.status[:3] or 0)

    @property
    def outcome(self) -> str:
        return self.broken or str(self.environ.get(OUTCOME, ""))

    def fields(self) -> dict[str, object]:
        environ = self.environ
        said: dict[str, object] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": environ.get("REMOTE_ADDR", "")[:_LONGEST],
            "method": environ["REQUEST_METHOD"],
            "path": environ.get("PATH_INFO", "")[:_LONGEST],
            "arguments": environ.get("QUERY_STRING", "")[:_LONGEST],
            "status": self.status,
            "bytes": self.bytes,
            "seconds": round(time.perf_counter() - self.began, 4),
        }
        if query_id := self.started.get("Query-Id"):
            said["query"] = query_id
        if self.outcome:
            said["outcome"] = self.outcome
        if self.reply is not None:
            said["rows"] = self.reply.rows
        return said
