"""Listening: waitress in front of the application, from the first line of the report to the last answer."""

from __future__ import annotations

import ctypes
import logging
import signal
import socket
import sys
import time
from collections.abc import Iterable
from types import FrameType
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from waitress import wasyncore
from waitress.server import create_server

from voetnoot_server import create_app
from voetnoot_server.editing import check_writable
from voetnoot_server.errors import ProblemError, SettingsError
from voetnoot_server.pace import BACKLOG
from voetnoot_server.running import GoneError
from voetnoot_server.services import services_of
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build

log = logging.getLogger(__name__)

_HEADER_ROOM = 16 * 1024
_PERCENT_ENCODED = 3
_CONNECTIONS = 1000
_IDLE_SECONDS = 60
_LOOK_SECONDS = 0.5
_BACKLOG = 1024
_NEVER = 1 << 40
_MEMORY_OF_CLIENT = 1 << 21
"""Bytes that wait for one client in memory; what goes beyond waits on disk."""

_M_ARENA_MAX = -8


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, then let running answers end."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a full queue is what the limits are for
    logging.getLogger("waitress").addFilter(_Brief())
    _share_memory_between_threads()
    if settings.writable:
        check_writable(settings.store)
    app = create_app(settings)
    pool = services_of(app).pool
    try:
        print(*report(pool.generation.build, settings), sep="\n", flush=True)
        with _listener(settings) as listener:
            print(f"listening on {_address(listener)} (SPARQL at {_address(listener)}/sparql)", flush=True)
            _Server(app.wsgi_app, listener, settings).run()
    finally:
        pool.close()


def _share_memory_between_threads() -> None:
    """Keep glibc from giving each thread a heap of its own, where what large answers leave behind adds up."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(_M_ARENA_MAX, 1)


def report(build: Build, settings: Settings) -> list[str]:
    """Return the lines that tell what is served."""
    counted = ", ".join(f"{number} {name}" for name, number in build.counts.items())
    busy = settings.concurrent_queries + settings.queued_queries + settings.concurrent_streams
    if settings.threads <= busy:
        log.warning(
            "threads = %d: queries alone can take %d, and pages would wait for them", settings.threads, busy
        )
    absent = f"; without the sources {', '.join(build.sources_absent)}" if build.sources_absent else ""
    return [
        f"Voetnoot build {build.version} from {build.place}",
        f"{build.quads} quads in {len(build.graphs)} graphs: {counted}{absent}",
        f"a query may work for {settings.query_seconds:g} s; {settings.concurrent_queries} work at the same time",
    ]


class _Server:
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
            connection_limit=_CONNECTIONS,
            channel_timeout=_IDLE_SECONDS,
            # one byte of look-ahead is what lets waitress notice that a client has gone
            channel_request_lookahead=1,
            max_request_header_size=_PERCENT_ENCODED * settings.query_bytes + _HEADER_ROOM,
            max_request_body_size=settings.body_bytes,
            # a stream waits by itself for its reader; here a thread could wait for ever
            outbuf_high_watermark=_NEVER,
            outbuf_overflow=_MEMORY_OF_CLIENT,
        )

    def run(self) -> None:
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


class _Brief(logging.Filter):
    """Lets a transfer that was broken off on purpose say so in one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        fault = record.exc_info[1] if record.exc_info else None
        if isinstance(fault, ProblemError | GoneError):
            record.msg, record.args = "broken off: %s", (str(fault) or "the client has gone",)
            record.exc_info, record.levelno, record.levelname = None, logging.INFO, "INFO"
        return True


def _listener(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except OSError as fault:
        raise SettingsError(
            f"{settings.host} port {settings.port} cannot be listened on: {fault.strerror}"
        ) from fault


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
