"""The front: uvicorn, set up so that a slow or broken client costs little and a stop lets running answers end."""

from __future__ import annotations

import asyncio
import logging
import resource
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any, cast

import uvicorn

from voetnoot_server.connection import Bounds, Connection
from voetnoot_server.errors import ProblemError, SettingsError
from voetnoot_server.gateway import Gateway
from voetnoot_server.roads import Roads
from voetnoot_server.running import GoneError
from voetnoot_server.settings import Settings

_HEADER_ROOM = 16 * 1024
_PERCENT_ENCODED = 3
_CONNECTIONS = 4000
"""Connections at the same time, as far as the system has descriptors for them; an idle one costs little."""

_FEWEST_CONNECTIONS = 50
_DESCRIPTORS_OF_OURS = 200
_READ_AND_REFUSED = 8
_LOOK_TICKS = 10
"""Tenths of a second between looks at silent clients."""

_BACKLOG = 1024


class Front(uvicorn.Server):
    """Uvicorn with bounds on its clients, and without a mind of its own about signals."""

    def __init__(self, roads: Roads, listener: socket.socket, settings: Settings) -> None:
        self._listener = listener
        self._gateway = Gateway(
            roads,
            threads=settings.threads,
            # somewhat too large a body is read, so that its client hears why it is refused
            body_bytes=_READ_AND_REFUSED * settings.body_bytes,
        )
        bounds = Bounds(
            connections=_connections(),
            head_bytes=_PERCENT_ENCODED * settings.query_bytes + _HEADER_ROOM,
            idle_seconds=settings.idle_seconds,
            unread_seconds=max(settings.idle_seconds, settings.transfer_seconds),
        )
        refused = roads.metrics.requests.labels("other", "400").inc
        config = uvicorn.Config(
            cast("Any", self._gateway),
            http=cast("Any", partial(Connection, bounds, refused, roads.repeats)),
            loop="uvloop",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            headers=[("server", "Voetnoot")],
            timeout_keep_alive=cast("int", settings.idle_seconds),
            timeout_graceful_shutdown=cast("int", settings.drain_seconds),
        )
        super().__init__(config)

    def serve_until_stopped(self) -> None:
        """Serve until SIGTERM or SIGINT, then until what is under way has ended."""
        try:
            self.run([self._listener])
        finally:
            self._gateway.close()

    async def on_tick(self, counter: int) -> bool:
        """Look at silent clients now and then; tell whether to stop."""
        if counter % _LOOK_TICKS == 0:
            now = asyncio.get_running_loop().time()
            for connection in tuple(self.server_state.connections):
                cast("Connection", connection).look(now)
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let what is under way end; break off what has not when the time is over."""
        await super().shutdown(sockets)
        for connection in tuple(self.server_state.connections):
            cast("Connection", connection).transport.abort()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take a signal as the word to stop, and no more."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        yield

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.should_exit = True


def _connections() -> int:
    """Return how many connections there can be, after asking for as many descriptors as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _CONNECTIONS + _DESCRIPTORS_OF_OURS
    granted = wanted if most == resource.RLIM_INFINITY else min(most, wanted)
    resource.setrlimit(resource.RLIMIT_NOFILE, (granted, most))
    return max(granted - _DESCRIPTORS_OF_OURS, _FEWEST_CONNECTIONS)


class Brief(logging.Filter):
    """Lets a transfer that was broken off on purpose say so in one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten the record of a fault of ours; let every record pass."""
        fault = record.exc_info[1] if record.exc_info else None
        if isinstance(fault, ProblemError | GoneError):
            record.msg, record.args = "broken off: %s", (str(fault) or "the client has gone",)
            record.exc_info, record.levelno, record.levelname = None, logging.INFO, "INFO"
        return True


def listen(settings: Settings) -> socket.socket:
    """Return the socket that clients connect to; raises `SettingsError` where it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except OSError as fault:
        raise SettingsError(
            f"{settings.host} port {settings.port} cannot be listened on: {fault.strerror}"
        ) from fault


def address(listener: socket.socket) -> str:
    """Return the address that people open."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
