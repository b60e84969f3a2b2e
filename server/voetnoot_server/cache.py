"""WSGI layer: answers given again before Flask is asked, by data version, question and format.

Two roads lead to a kept answer: the very same request, and any request whose query has the same words, which the
view asks for by its tag.
"""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from werkzeug.http import parse_etags

from voetnoot_server.compression import without_suffix
from voetnoot_server.compressors import best_for
from voetnoot_server.gathering import kept_on_its_way
from voetnoot_server.shelf import Kept, Name, Shelf, name_of
from voetnoot_server.started import Started

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LOOKUP = "voetnoot.kept"
"""Where a view finds the function from a tag to the answer kept under it for this client."""

OUTCOME = "voetnoot.outcome"
"""Where the log finds what became of a query."""

_NAME = "voetnoot.name"
_QUERIES = "/sparql"
_OWN_HEADERS = frozenset({"date", "query-id", "server-timing"})
"""What belongs to one request and is not kept."""


class Cache:
    """Gives kept answers, and keeps new ones that say for how long they hold."""

    def __init__(
        self,
        application: WSGIApplication,
        version: Callable[[], str],
        shelf: Shelf,
        largest: int,
        body_bytes: int,
    ) -> None:
        self._application = application
        self._version = version
        self._shelf = shelf
        self._largest = largest
        self._body_bytes = body_bytes

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request, version = self._named(environ), self._version()
        if request is None or not version:
            return self._application(environ, start_response)
        self._shelf.use_version(version)
        kept = self._shelf.by_request(request)
        if kept is not None:
            environ[OUTCOME] = "kept"
            return _give(kept, environ, start_response)
        return self._ask(request, version, environ, start_response)

    def holds(self, environ: WSGIEnvironment) -> bool:
        """Tell whether the answer to the very same request is kept; where not, let it be looked for by its tag."""
        request, version = self._named(environ), self._version()
        if request is None or not version:
            return False
        self._shelf.use_version(version)
        if self._shelf.holds(request):
            return True
        environ[LOOKUP] = partial(self._by_tag, environ)
        return False

    def name_of_kept(self, environ: WSGIEnvironment) -> Name | None:
        """Return the name of a request that was answered, if it has one."""
        name: Name | None = environ.get(_NAME)
        return name

    def kept(self, request: Name) -> Kept | None:
        """Return the answer to the very same request, if the data are still the same."""
        version = self._version()
        if not version:
            return None
        self._shelf.use_version(version)
        return self._shelf.by_request(request)

    def _by_tag(self, environ: WSGIEnvironment, tag: str) -> Kept | None:
        encoding = best_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        return self._shelf.by_name(name_of(_QUERIES, f"{tag}-{encoding}" if encoding else tag))

    def _ask(
        self, request: Name, version: str, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        environ[LOOKUP] = partial(self._by_tag, environ)
        started = Started()
        body = self._application(environ, started)  # type: ignore[arg-type]  # nobody uses the old write
        if environ["REQUEST_METHOD"] != "HEAD" and self._worth_keeping(started):
            path = environ.get("PATH_INFO", "")
            place = _QUERIES if path.startswith(_QUERIES) else f"{path}?{environ.get('QUERY_STRING', '')}"
            body = kept_on_its_way(
                body, started, self._largest, partial(self._keep, request, place, started, version)
            )
        start_response(started.status, started.pairs)
        return body

    def _keep(self, request: Name, place: str, started: Started, version: str, whole: bytes) -> None:
        headers = [pair for pair in started.pairs if pair[0].lower() not in _OWN_HEADERS]
        if started.length is None:
            headers.append(("Content-Length", str(len(whole))))
        tag = started.get("ETag").strip('W/"')
        self._shelf.put(request, name_of(place, tag), Kept(tuple(headers), tag, whole), version)

    def _worth_keeping(self, started: Started) -> bool:
        control = started.get("Cache-Control")
        return (
            started.status.startswith("200")
            and started.get("ETag") != ""
            and "no-" not in control
            and "private" not in control
            and (started.length or 0) <= self._largest
        )

    def _named(self, environ: WSGIEnvironment) -> Name | None:
        if _NAME not in environ:
            environ[_NAME] = self._name_of(environ)
        name: Name | None = environ[_NAME]
        return name

    def _name_of(self, environ: WSGIEnvironment) -> Name | None:
        """Return what makes two requests the same one; nothing where the answer must come from the application."""
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
        if (
            "no-" in environ.get("HTTP_CACHE_CONTROL", "")
            or "HTTP_RANGE" in environ
            or "HTTP_AUTHORIZATION" in environ
        ):
            return None
        if method in ("GET", "HEAD"):
            body = ""
        elif method in ("POST", "QUERY") and path.startswith(_QUERIES):
            body = self._body_of(environ)
        else:
            return None
        return name_of(
            "GET" if method == "HEAD" else method,
            environ.get("wsgi.url_scheme", ""),
            environ.get("SCRIPT_NAME", ""),
            environ.get("HTTP_HOST", ""),
            path,
            environ.get("QUERY_STRING", ""),
            environ.get("CONTENT_TYPE", ""),
            environ.get("HTTP_ACCEPT", ""),
            environ.get("HTTP_ACCEPT_LANGUAGE", ""),
            best_for(environ.get("HTTP_ACCEPT_ENCODING", "")),
            body,
        )

    def _body_of(self, environ: WSGIEnvironment) -> str:
        """Return a digest of the request's body, which the application can read all the same."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > self._body_bytes:
            return "too large"
        data = environ["wsgi.input"].read(length)
        environ["wsgi.input"] = io.BytesIO(data)
        return hashlib.sha256(data).hexdigest()


def _give(kept: Kept, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    own = [("Query-Id", environ.get("HTTP_QUERY_ID") or secrets.token_hex(8))]
    held = parse_etags(environ.get("HTTP_IF_NONE_MATCH"))
    known = {without_suffix(tag) for tag in held.as_set(include_weak=True)}
    if held.star_tag or without_suffix(kept.tag) in known:
        start_response("304 Not Modified", [*kept.pairs(304), *own])
        return []
    start_response("200 OK", [*kept.headers, *own])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]
