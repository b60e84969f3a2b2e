"""A request as WSGI applications take it."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from typing import IO, Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIEnvironment

CLOSING = "voetnoot.closing"
"""Set where the rest of a request is left unread, so that no other can follow it."""

_MEMORY = 1 << 19
"""Bytes of a body that are held in memory; a longer one waits on disk until it is whole."""

_CONSTANTS: Mapping[str, object] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}
_PLAIN = {b"content-type": "CONTENT_TYPE", b"content-length": "CONTENT_LENGTH"}

Receive = Callable[[], Awaitable[Mapping[str, Any]]]


def environment_of(scope: Mapping[str, Any]) -> WSGIEnvironment:
    """Return the environment of a request whose body has not come yet.

    A header whose name has a `_` is left out: there it would look like one with a `-`, which a proxy may have set.
    """
    path: bytes = scope["raw_path"]
    host, port = scope["server"] or ("", 0)
    client = scope["client"] or ("", 0)
    environ: WSGIEnvironment = {
        **_CONSTANTS,
        "REQUEST_METHOD": scope["method"],
        "PATH_INFO": (unquote_to_bytes(path) if b"%" in path else path).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "wsgi.errors": sys.stderr,
        "wsgi.input": io.BytesIO(),
    }
    for name, value in scope["headers"]:
        key = _key(name)
        if key in environ:
            environ[key] += f",{value.decode('latin-1')}"
        elif key:
            environ[key] = value.decode("latin-1")
    return environ


@lru_cache(maxsize=256)
def _key(name: bytes) -> str:
    if b"_" in name:
        return ""
    return _PLAIN.get(name) or f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}"


def has_body(environ: WSGIEnvironment) -> bool:
    """Tell whether the request announces a body."""
    return environ.get("CONTENT_LENGTH", "0") != "0" or "HTTP_TRANSFER_ENCODING" in environ


async def read_body(environ: WSGIEnvironment, receive: Receive, most: int) -> bool:
    """Read the body, so that the application need not wait for it; tell whether it came.

    One of more than `most` bytes is not read to its end: its length is all that the application is told.
    """
    announced = int(environ.get("CONTENT_LENGTH") or 0)
    body: IO[bytes] = tempfile.SpooledTemporaryFile(_MEMORY)  # noqa: SIM115 - the environment keeps it
    size, more = 0, announced <= most
    while more and size <= most:
        message = await receive()
        if message["type"] == "http.disconnect":
            return False
        size += body.write(message["body"])
        more = message["more_body"]
    environ["CONTENT_LENGTH"] = str(max(announced, size))
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    if more or announced > most:
        environ[CLOSING] = True
    body.seek(0)
    environ["wsgi.input"] = body
    return True
