"""WSGI layer: answers compressed as the client likes best, each compression with a tag of its own."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from werkzeug.datastructures import Headers

from voetnoot_server.compressors import COMPRESSORS, best_for

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SMALLEST = 600
"""Bytes below which compressing gains nothing."""

_TEXT = re.compile(r"text/|application/(?:[^;]*json|[^;]*xml|n-triples|n-quads|trig|javascript)|image/svg")
_SUFFIX = re.compile(r'-(gzip|br|zstd)(?="|$)')


def without_suffix(tag: str) -> str:
    """Return a tag, or a list of quoted ones, without what the compressions add."""
    return _SUFFIX.sub("", tag)


class Started:
    """What an application said when it started its answer."""

    def __init__(self) -> None:
        self.status = ""
        self.headers = Headers()

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        """Keep status and headers; a later call takes the place of an earlier one."""
        del exc_info
        self.status, self.headers = status, Headers(headers)


class Compression:
    """Compresses an application's answers, whole ones at once and streams piece by piece."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        held = environ.get("HTTP_IF_NONE_MATCH")
        if held:
            environ["HTTP_IF_NONE_MATCH"] = without_suffix(held)
        started = Started()
        body = self._application(environ, started)  # type: ignore[arg-type]  # nobody uses the old write
        encoding = best_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if started.status.startswith("304") and held and (suffix := _SUFFIX.search(held)):
            _mark_tag(started.headers, suffix[1])
        if _worth_it(started, environ):
            started.headers["Vary"] = ", ".join([*started.headers.getlist("Vary"), "Accept-Encoding"])
            if encoding:
                body = _compressed(body, started.headers, encoding)
        start_response(started.status, started.headers.to_wsgi_list())
        return body


def _worth_it(started: Started, environ: WSGIEnvironment) -> bool:
    headers = started.headers
    length = headers.get("Content-Length", type=int)
    return (
        environ["REQUEST_METHOD"] != "HEAD"
        and started.status[:3] not in ("204", "206", "304")
        and "Content-Encoding" not in headers
        and _TEXT.match(headers.get("Content-Type", "")) is not None
        and (length is None or length >= SMALLEST)
    )


def _compressed(body: Iterable[bytes], headers: Headers, encoding: str) -> Iterable[bytes]:
    _mark_tag(headers, encoding)
    headers["Content-Encoding"] = encoding
    pieces = _pieces(body, encoding)
    if "Content-Length" not in headers:
        next(pieces)  # a generator that has begun closes the body even if nobody reads on
        return pieces
    whole = b"".join(pieces)
    headers["Content-Length"] = str(len(whole))
    return [whole]


def _mark_tag(headers: Headers, encoding: str) -> None:
    tag = headers.get("ETag", "")
    if tag.endswith('"'):
        headers["ETag"] = f'{tag[:-1]}-{encoding}"'


def _pieces(body: Iterable[bytes], encoding: str) -> Generator[bytes, None, None]:
    compressor = COMPRESSORS[encoding]()
    with ExitStack() as stack:
        close = getattr(body, "close", None)
        if close is not None:
            stack.callback(close)
        yield b""
        for piece in body:
            yield compressor.compress(piece)
        yield compressor.flush()
