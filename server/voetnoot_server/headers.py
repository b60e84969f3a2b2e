"""WSGI layer: what every answer carries: who may read it from elsewhere, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from voetnoot_server.started import Pairs, Started

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_STRICT: Pairs = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Content-Security-Policy", _POLICY),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
]
_READABLE = "ETag, Link, Location, Query-Id, Retry-After, Server-Timing, Voetnoot-Rows"
_SENT = "Accept, Cache-Control, Content-Type, If-None-Match, Query-Id, Query-Owner"
_OPEN: Pairs = [("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", _READABLE)]
_ASKED_FIRST: Pairs = [
    ("Access-Control-Allow-Methods", "GET, HEAD, POST, QUERY, OPTIONS"),
    ("Access-Control-Allow-Headers", _SENT),
    ("Access-Control-Max-Age", "86400"),
]
_QUERIES: Pairs = [("Accept-Query", '"application/sparql-query", "application/x-www-form-urlencoded"')]
_OURS = ("access-control-", "accept-query")
"""What a kept answer may carry already."""

_WRITES = frozenset({"PUT", "PATCH", "DELETE"})


class StrictHeaders:
    """Adds the headers; a page may have set stricter ones itself."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        started = Started()
        body = self._application(environ, started)  # type: ignore[arg-type]  # nobody uses the old write
        start_response(started.status, _furnished(started.pairs, environ))
        return body


def _furnished(pairs: Pairs, environ: WSGIEnvironment) -> Pairs:
    method = environ["REQUEST_METHOD"]
    kept = [pair for pair in pairs if not pair[0].lower().startswith(_OURS)]
    known = {name.lower() for name, _ in kept}
    kept += [pair for pair in _STRICT if pair[0].lower() not in known]
    if method not in _WRITES:
        kept += _OPEN
    if method == "OPTIONS":
        kept += _ASKED_FIRST
    if environ.get("PATH_INFO", "").startswith("/sparql"):
        kept += _QUERIES
    return kept
