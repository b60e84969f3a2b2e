"""WSGI layer: answers compressed as the client likes best, each compression with a tag of its own."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from voetnoot_server.compressors import COMPRESSORS, best_for
from voetnoot_server.started import Started

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SMALLEST = 600
"""Bytes below which compressing gains nothing."""

_TEXT = re.compile(r"text/|application/(?:[^;]*json|[^;]*xml|n-triples|n-quads|trig|javascript)|image/svg")
_SUFFIX = re.compile(r'-(gzip|br|zstd)(?="|$)')


def without_suffix(tag: str) -> str:
    """Return a tag, or a list of quoted ones, without what the compressions add."""
    return _SUFFIX.sub("", tag)


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
            _mark_tag(started, suffix[1])
        if _worth_it(started, environ):
            vary = started.get("Vary")
            started.put("Vary", f"{vary}, Accept-Encoding" if vary else "Accept-Encoding")
            if encoding:
                body = _compressed(body, started, encoding)
        start_response(started.status, started.pairs)
        return body


def _worth_it(started: Started, environ: WSGIEnvironment) -> bool:
    length = started.length
    return (
        environ["REQUEST_METHOD"] != "HEAD"
        and started.status[:3] not in ("204", "206", "304")
        and not started.get("Content-Encoding")
        and _TEXT.match(started.get("Content-Type")) is not None
        and (length is None or length >= SMALLEST)
    )


def _compressed(body: Iterable[bytes], started: Started, encoding: str) -> Iterable[bytes]:
    _mark_tag(started, encoding)
    started.put("Content-Encoding", encoding)
    pieces = _pieces(body, encoding)
    if started.length is None:
        next(pieces)  # a generator that has begun closes the body even if nobody reads on
        return pieces
    whole = b"".join(pieces)
    started.put("Content-Length", str(len(whole)))
    return [whole]


def _mark_tag(started: Started, encoding: str) -> None:
    tag = started.get("ETag")
    if tag.endswith('"'):
        started.put("ETag", f'{tag[:-1]}-{encoding}"')


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
