"""What every answer carries: who may read it from elsewhere, and what a browser may do with it."""

from __future__ import annotations

from flask import Flask, Response, request

_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_DAY = "86400"
_READ = "GET, HEAD, POST, QUERY, OPTIONS"
_READABLE = "ETag, Link, Location, Query-Id, Retry-After, Server-Timing, Voetnoot-Rows"
_SENT = "Accept, Cache-Control, Content-Type, If-None-Match, Query-Id, Query-Owner"
_QUERIES = '"application/sparql-query", "application/x-www-form-urlencoded"'
_WRITES = frozenset({"PUT", "PATCH", "DELETE"})


def register(app: Flask) -> None:
    """Give every answer of this application its headers; a page may have set stricter ones."""
    app.after_request(_furnish)


def _furnish(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("Content-Security-Policy", _POLICY)
    headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
    if request.method in _WRITES:
        headers.pop("Access-Control-Allow-Origin", None)
        return response
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = _READABLE
    if request.path.startswith("/sparql"):
        headers["Accept-Query"] = _QUERIES
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = _READ
        headers["Access-Control-Allow-Headers"] = _SENT
        headers["Access-Control-Max-Age"] = _DAY
    return response
