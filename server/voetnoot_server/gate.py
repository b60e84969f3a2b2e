"""WSGI layer: turns away what no honest client sends, before anything reads it.

An address that the client made up would stand in every link, and a header of 100 kB takes long to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from werkzeug.datastructures import Headers

from voetnoot_server.errors import BadRequestError, MediaTypeError, ProblemError
from voetnoot_server.headers import StrictHeaders
from voetnoot_server.negotiate import PROBLEM
from voetnoot_server.protocol import ID_HEADER, read_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LET_THROUGH = "voetnoot.let-through"
"""Set where the headers have been looked at already."""

HEADER_BYTES = 8192
"""Bytes of one header that is taken apart; the longest of a browser has a few hundred."""

_TAKEN_APART = (
    "HTTP_ACCEPT",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_CACHE_CONTROL",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_RANGE",
    "CONTENT_TYPE",
)
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")

_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


class HeadersTooLargeError(ProblemError):
    """A header of the request is larger than the server takes."""

    status = 431
    kind = "headers-too-large"
    title = "A header of the request is too large"


class Gate:
    """Lets a request through, or answers it with a problem."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self._refusal = StrictHeaders(_refuse)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        through = environ.pop(LET_THROUGH, False) or problem_with(environ) is None
        return (self._application if through else self._refusal)(environ, start_response)


def problem_with(environ: WSGIEnvironment) -> ProblemError | None:
    """Return what is wrong with the headers of a request, or nothing."""
    given = environ.get("HTTP_QUERY_ID", "")
    return (
        _problem_with_address(environ)
        or _problem_with_length(environ)
        or _problem_with_body(environ)
        or (_problem_with_id(given) if given else None)
    )


def _problem_with_address(environ: WSGIEnvironment) -> ProblemError | None:
    """Return what is wrong with the address that links are made of, be it the client's word or a proxy's."""
    host = environ.get("HTTP_HOST")
    if host is None and environ.get("SERVER_PROTOCOL") != "HTTP/1.0":
        return BadRequestError("The request does not say in Host whom it asks.")
    if host is not None and not _HOST.fullmatch(host):
        return BadRequestError("The request's Host is no address.")
    if environ.get("wsgi.url_scheme", "http") not in ("http", "https"):
        return BadRequestError("The request's X-Forwarded-Proto is neither http nor https.")
    if not _PREFIX.fullmatch(environ.get("SCRIPT_NAME", "")):
        return BadRequestError("The request's X-Forwarded-Prefix is no path.")
    return None


def _problem_with_length(environ: WSGIEnvironment) -> ProblemError | None:
    for name in _TAKEN_APART:
        if len(environ.get(name, "")) > HEADER_BYTES:
            said = name.removeprefix("HTTP_").replace("_", "-").title()
            return HeadersTooLargeError(f"A header {said} may have {HEADER_BYTES} bytes here.")
    return None


def _problem_with_body(environ: WSGIEnvironment) -> ProblemError | None:
    plain = environ.get("HTTP_CONTENT_ENCODING", "").lower() in ("", "identity")
    return None if plain else MediaTypeError("A request's body is taken as it is, not compressed.")


def _problem_with_id(given: str) -> ProblemError | None:
    """Return what is wrong with the id that a client gives its query; an answer repeats it, a kept one too."""
    try:
        read_id(Headers({ID_HEADER: given}))
    except BadRequestError as problem:
        return problem
    return None


def _refuse(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    problem = problem_with(environ)
    assert problem is not None  # noqa: S101 - else nobody would be refused
    body = (json.dumps(problem.document()) + "\n").encode()
    headers = [("Content-Type", PROBLEM.content_type), ("Content-Length", str(len(body)))]
    start_response(f"{problem.status} {HTTPStatus(problem.status).phrase}", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
