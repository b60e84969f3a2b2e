"""Serving: from the first line of the report to the last answer."""

from __future__ import annotations

import ctypes
import gc
import logging
import sys

from voetnoot_server import create_app
from voetnoot_server.editing import check_writable
from voetnoot_server.errors import SettingsError
from voetnoot_server.front import Brief, Front, address, listen
from voetnoot_server.roads import roads_of
from voetnoot_server.services import services_of
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build

log = logging.getLogger(__name__)

_NEW_OBJECTS = 10_000
_M_ARENA_MAX, _M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -8, -3, -1
_LARGE_PIECE = 1 << 22
_KEPT_FOR_PIECES = 1 << 24
"""Bytes that are not given back between two pieces of a large answer, only to be asked for and cleared again."""


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, then let running answers end."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # what strangers send is no news
    logging.getLogger("uvicorn.error").addFilter(Brief())
    _share_memory_between_threads()
    if settings.writable and settings.remote:
        raise SettingsError("a store elsewhere is changed there: writable cannot be")
    if settings.writable:
        check_writable(settings.store)
    app = create_app(settings)
    pool = services_of(app).pool
    try:
        print(*report(pool.generation.build, settings), sep="\n", flush=True)
        gc.collect()
        gc.set_threshold(_NEW_OBJECTS)
        gc.freeze()  # what is here by now stays: to look through it again and again would cost each request a third
        with listen(settings) as listener:
            print(f"listening on {address(listener)} (SPARQL at {address(listener)}/sparql)", flush=True)
            Front(roads_of(app), listener, settings).serve_until_stopped()
    finally:
        pool.close()


def _share_memory_between_threads() -> None:
    """Keep glibc from giving each thread a heap of its own, where what large answers leave behind adds up.

    Nor shall it ask the system for each piece of a large answer anew.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(_M_ARENA_MAX, 1)
            libc.mallopt(_M_MMAP_THRESHOLD, _LARGE_PIECE)
            libc.mallopt(_M_TRIM_THRESHOLD, _KEPT_FOR_PIECES)


def report(build: Build, settings: Settings) -> list[str]:
    """Return the lines that tell what is served."""
    counted = ", ".join(f"{number} {name}" for name, number in build.counts.items())
    busy = settings.concurrent_queries + settings.queued_queries + settings.concurrent_streams
    if settings.threads <= busy:
        log.warning(
            "threads = %d: queries alone can take %d, and pages would wait for them", settings.threads, busy
        )
    absent = len(build.sources_absent)
    return [
        f"Voetnoot build {build.version} from {build.place}",
        f"{build.quads} quads in {len(build.graphs)} graphs: {counted}",
        *(
            [f"{absent} source files are not at hand: their facts are those that were released"]
            if absent
            else ()
        ),
        f"a query may work for {settings.query_seconds:g} s; {settings.concurrent_queries} work at the same time",
    ]
