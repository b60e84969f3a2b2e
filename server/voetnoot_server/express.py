"""The express road: queries whose answer is small and quick are answered by the event loop, without a thread.

Nothing is decided here that Flask would decide otherwise: a request is read and answered by the functions that its
views use. What is refused, large, slow, or for people takes the ordinary road, from wherever it has come to.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Request

from voetnoot_server import asking
from voetnoot_server.asking import LEASE, Asked
from voetnoot_server.cache import Cache
from voetnoot_server.errors import ServerError
from voetnoot_server.frames import Kind
from voetnoot_server.gate import LET_THROUGH, problem_with
from voetnoot_server.given import Given, given_by
from voetnoot_server.lease import Lease
from voetnoot_server.protocol import read_id, read_query, read_update
from voetnoot_server.rates import Rates
from voetnoot_server.services import Services
from voetnoot_server.session import Session
from voetnoot_server.sparql import PREVIEW, understood
from voetnoot_server.watch import Watch

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PATH = "/sparql"
_METHODS = frozenset({"GET", "POST", "QUERY"})
_ASKED = "voetnoot.asked"
_AT_ONCE = "voetnoot.at-once"
_QUICK_SECONDS = 0.4
"""How long the event loop waits for a turn, or an answer, before a thread goes on waiting."""


class NotAtHandError(Exception):
    """The answer is not at hand, and the event loop must not wait for it."""


class AtHand:
    """WSGI layer before Flask: a query whose answer has come needs no routing."""

    def __init__(self, application: WSGIApplication, parts: Services) -> None:
        self._application = application
        self._parts = parts

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; raises `NotAtHandError` where that would take longer than the event loop has."""
        asked: Asked | None = environ.pop(_ASKED, None)
        if asked is not None:
            whole = asking.whole_answer(asked, self._parts)
            if whole is None:
                return asking.answer(asked, self._parts)(environ, start_response)
            start_response("200 OK", whole[0])
            return [whole[1]]
        if _AT_ONCE in environ:
            raise NotAtHandError
        return self._application(environ, start_response)


class Express:
    """Answers what can be answered at once."""

    def __init__(
        self,
        application: WSGIApplication,
        parts: Services,
        cache: Cache | None,
        rates: Rates,
    ) -> None:
        self._application = application
        self._parts = parts
        self._cache = cache
        self._rates = rates
        self._thread = threading.get_ident()
        self._watch: Watch | None = None

    async def answer(self, environ: WSGIEnvironment) -> Given | None:
        """Return the answer, or nothing where a thread has to find it."""
        if problem_with(environ) is not None:
            return None
        environ[LET_THROUGH] = True
        if self._cache is not None and self._cache.holds(environ):
            return self._at_once(environ)
        if environ["PATH_INFO"] != _PATH or environ["REQUEST_METHOD"] not in _METHODS:
            return None
        asked = self._understood(environ)
        if asked is None:
            return None
        if not asking.at_hand(asked) and not await self._begun(asked):
            return None
        environ[_ASKED] = asked
        return self._at_once(environ)

    def _at_once(self, environ: WSGIEnvironment) -> Given | None:
        environ[_AT_ONCE] = True
        try:
            return given_by(self._application, environ)
        except (NotAtHandError, ServerError):
            return None
        finally:
            del environ[_AT_ONCE]

    def _understood(self, environ: WSGIEnvironment) -> Asked | None:
        """Return what the request asks, or nothing where it is not a plain query: Flask tells what is wrong."""
        request = Request(environ)
        try:
            self._rates.count(request)
            if read_update(request) is not None:
                return None
            read = read_query(request, query_bytes=self._parts.settings.query_bytes)
            asked = understood(read, request, self._parts) if read is not None else None
        except ServerError:
            return None
        if asked is None or PREVIEW in (asked.task.rows_format, asked.task.triples_format):
            return None
        return asked

    async def _begun(self, asked: Asked) -> bool:
        """Give the query to an evaluator; tell whether its answer has come."""
        pool = self._parts.pool
        try:
            lease = asking.enlisted(asked, read_id(asked.request.headers), pool)
        except ServerError:
            return False
        asked.request.environ[LEASE] = lease
        try:
            return await self._has_turn(lease) and await _has_come(pool.begin(lease), self._watching())
        except ServerError:
            return False

    def _watching(self) -> Watch:
        if self._watch is None:
            self._watch = Watch()
        return self._watch

    async def _has_turn(self, lease: Lease) -> bool:
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[bool] = loop.create_future()

        def called() -> None:
            at_once = threading.get_ident() == self._thread
            (loop.call_soon if at_once else loop.call_soon_threadsafe)(_settle, turn, True)

        if lease.line_up(self._parts.pool.turns, called):
            return True
        return await _soon(turn)


async def _has_come(session: Session | None, watch: Watch) -> bool:
    """Wait a little for the whole answer."""
    if session is None:
        return False
    come: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    descriptor = session.descriptor

    def take_in() -> None:
        kind = session.take_in()
        if kind is None:
            watch.once(descriptor, take_in)
        else:
            _settle(come, kind is Kind.END)

    watch.once(descriptor, take_in)
    try:
        return await _soon(come)
    finally:
        watch.forget(descriptor)


async def _soon(future: asyncio.Future[bool]) -> bool:
    """Return the result, or false where it is not there soon."""
    timer = asyncio.get_running_loop().call_later(_QUICK_SECONDS, _settle, future, False)
    try:
        return await future
    finally:
        timer.cancel()


def _settle(future: asyncio.Future[bool], result: bool) -> None:
    if not future.done():
        future.set_result(result)
