"""Requests that come again to the byte: what is kept for them goes out again without being asked for by name.

A client that polls, or many behind one proxy, send the same bytes over and over. To read them each time costs more
than everything else that a kept answer costs.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from voetnoot_server.accesslog import AccessLog, Repeated
from voetnoot_server.cache import OUTCOME, Cache
from voetnoot_server.shelf import Name

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_MOST = 5_000
_LONGEST = 4096
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class _Known:
    name: Name
    status: int
    repeated: Repeated


class Repeats:
    """Knows the bytes of requests that were answered from the cache."""

    def __init__(self, cache: Cache | None, log: AccessLog) -> None:
        self._cache = cache
        self._log = log
        self._known: OrderedDict[bytes, _Known] = OrderedDict()

    def learn(self, request: bytes, environ: WSGIEnvironment, status: int) -> None:
        """Remember that these bytes are a whole request, which was answered from the cache with this status."""
        name = self._cache.name_of_kept(environ) if self._cache is not None else None
        if name is None or len(request) > _LONGEST or environ["REQUEST_METHOD"] != "GET":
            return
        if "HTTP_QUERY_ID" in environ or environ.get(OUTCOME) != "kept":
            return
        self._known[_digest(request)] = _Known(name, status, self._log.repeated(environ, status))
        if len(self._known) > _MOST:
            self._known.popitem(last=False)

    def answer(self, request: bytes, client: str) -> tuple[int, bytes, bytes] | None:
        """Return status, headers and body of the answer to these bytes, if they are known and it is still kept."""
        if self._cache is None:
            return None
        known = self._known.get(_digest(request))
        kept = self._cache.kept(known.name) if known is not None else None
        if known is None or kept is None:
            return None
        query_id = secrets.token_hex(8)
        body = b"" if known.status == _NOT_MODIFIED else kept.body
        self._log.enter_again(known.repeated, known.status, client, query_id, len(body))
        return known.status, b"".join((kept.head(known.status), query_id.encode(), b"\r\n\r\n")), body


def _digest(request: bytes) -> bytes:
    return blake2b(request, digest_size=16).digest()
