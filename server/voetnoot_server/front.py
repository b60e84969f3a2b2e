"""The front: waitress, set up so that a slow or broken client costs little and a stop lets running answers end."""

from __future__ import annotations

import logging
import resource
import signal
import socket
import time
from collections.abc import Iterable
from types import FrameType
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from waitress import wasyncore
from waitress.server import create_server

from voetnoot_server.errors import ProblemError, SettingsError
from voetnoot_server.pace import BACKLOG
from voetnoot_server.running import GoneError
from voetnoot_server.settings import Settings

_HEADER_ROOM = 16 * 1024
_PERCENT_ENCODED = 3
_CONNECTIONS = 4000
"""Connections at the same time, as far as the system has descriptors for them; an idle one costs little."""

_FEWEST_CONNECTIONS = 50
_DESCRIPTORS_OF_OURS = 200
_READ_AND_REFUSED = 8
_IDLE_SECONDS = 30
_LOOK_SECONDS = 0.5
_BACKLOG = 1024
_NEVER = 1 << 40
_MEMORY_OF_CLIENT = 1 << 21
"""Bytes that wait for one client in memory; what goes beyond waits on disk."""


class Front:
    """Waitress with a way to stop that lets running answers end."""

    def __init__(self, application: WSGIApplication, listener: socket.socket, settings: Settings) -> None:
        self._map: dict[int, Any] = {}
        self._drain_seconds = settings.drain_seconds
        self._stopping = False
        self._server: Any = create_server(
            _with_backlog(application),
            map=self._map,
            sockets=[listener],
            threads=settings.threads,
            ident="Voetnoot",
            clear_untrusted_proxy_headers=settings.proxies == 0,
            connection_limit=_connections(),
            channel_timeout=_IDLE_SECONDS,
            # one byte of look-ahead is what lets waitress notice that a client has gone
            channel_request_lookahead=1,
            max_request_header_size=_PERCENT_ENCODED * settings.query_bytes + _HEADER_ROOM,
            # somewhat too large a body is read, so that its client hears why it is refused
            max_request_body_size=_READ_AND_REFUSED * settings.body_bytes,
            # a stream waits by itself for its reader; here a thread could wait for ever
            outbuf_high_watermark=_NEVER,
            outbuf_overflow=_MEMORY_OF_CLIENT,
        )

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then until what is under way has ended."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self._stopping:
            self._turn()
        self._server.del_channel()
        until = time.monotonic() + self._drain_seconds
        while self._busy() and time.monotonic() < until:
            self._turn()
        self._server.task_dispatcher.shutdown()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._stopping = True
        self._server.pull_trigger()

    def _turn(self) -> None:
        wasyncore.loop(timeout=_LOOK_SECONDS, use_poll=True, map=self._map, count=1)

    def _busy(self) -> bool:
        channels = tuple(self._server.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)


def _with_backlog(application: WSGIApplication) -> WSGIApplication:
    """Tell the application how many bytes wait for the client; waitress gives its channel only by this method."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        channel = environ["waitress.client_disconnected"].__self__
        environ[BACKLOG] = lambda: channel.total_outbufs_len
        return application(environ, start_response)

    return answer


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
