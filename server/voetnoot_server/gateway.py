"""From the event loop to the WSGI application and back: what is at hand is answered at once, the rest by a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from wsgiref.types import WSGIEnvironment

from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from voetnoot_server.asking import LEASE
from voetnoot_server.connection import CONNECTION, Connection
from voetnoot_server.environment import CLOSING, Receive, environment_of, has_body, read_body
from voetnoot_server.given import Given, given_by
from voetnoot_server.outflow import Outflow
from voetnoot_server.pace import BACKLOG, GONE
from voetnoot_server.roads import Roads
from voetnoot_server.running import GoneError
from voetnoot_server.whole_answer import send_whole

Send = Callable[[Mapping[str, Any]], Awaitable[None]]


class Gateway:
    """Answers requests by the application: on the express road where that can, else in one of its threads."""

    def __init__(self, roads: Roads, *, threads: int, body_bytes: int) -> None:
        self._roads = roads
        self._body_bytes = body_bytes
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="request")

    def close(self) -> None:
        """Begin on nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        connection: Connection = scope[CONNECTION]
        environ = environment_of(scope)
        self._roads.proxies.believe(environ)
        environ[GONE] = lambda: connection.gone
        if has_body(environ) and not await read_body(environ, receive, self._body_bytes):
            return
        try:
            given = None if CLOSING in environ else await self._roads.express.answer(environ)
            if given is None:
                environ["wsgi.input"].seek(0)
                await self._by_thread(environ, connection, send)
            else:
                await _send_whole(send, given, environ)
                if request := connection.bytes_of(scope):
                    self._roads.repeats.learn(request, environ, given.status)
        finally:
            if (lease := environ.pop(LEASE, None)) is not None:
                lease.close()

    async def _by_thread(self, environ: WSGIEnvironment, connection: Connection, send: Send) -> None:
        outflow = Outflow(lambda: connection.gone)
        environ[BACKLOG] = lambda: outflow.bytes + connection.backlog
        given = await self._in_thread(given_by, self._roads.application, environ)
        if given.is_whole:
            await _send_whole(send, given, environ)
            return
        headers = given.headers()
        if CLOSING in environ:
            headers.append((b"connection", b"close"))
        pumping = self._in_thread(outflow.take_from, given.body)
        try:
            if environ["SERVER_PROTOCOL"] == "HTTP/1.0" and not given.has_length:
                # there the end of a body without a length looks like its breaking off
                headers.append((b"content-length", b"%d" % await outflow.ended()))
                await pumping
            await send({"type": "http.response.start", "status": given.status, "headers": headers})
            async for piece in outflow.pieces():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await pumping
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except GoneError:
            pass  # nobody is left to be answered
        finally:
            outflow.close()

    def _in_thread(self, act: Callable[..., Any], *given: object) -> asyncio.Future[Any]:
        return asyncio.get_running_loop().run_in_executor(self._threads, act, *given)


async def _send_whole(send: Send, given: Given, environ: WSGIEnvironment) -> None:
    cycle: RequestResponseCycle = send.__self__  # type: ignore[attr-defined]  # uvicorn gives it by this method only
    while not send_whole(cycle, given, last=CLOSING in environ):
        await cycle.flow.drain()
