"""One client's connection: uvicorn's, with bounds on what an idle, slow or hostile client may keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from voetnoot_server.repeats import Repeats

CONNECTION = "voetnoot.connection"
"""Where a request's scope holds the connection that it came by."""

_BYTES = "voetnoot.bytes"
_MOST_HEADERS = 200
_LONGEST_SPLIT = 60_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one client may keep: connections of all clients, bytes of a request's head, and seconds of silence.

    `unread_seconds` is how long an answer may lie without its client reading on.
    """

    connections: int
    head_bytes: int
    idle_seconds: float
    unread_seconds: float


class Connection(HttpToolsProtocol):
    """Reads requests and hands them on; `refused` is called for each that is none."""

    def __init__(
        self,
        bounds: Bounds,
        refused: Callable[[], None],
        repeats: Repeats,
        **given: Any,  # noqa: ANN401 - uvicorn's own
    ) -> None:
        super().__init__(**given)
        self._repeats = repeats
        self._open = False
        self._begun = 0
        self.gone = False
        self._bounds = bounds
        self._refused = refused
        self._heard = self.loop.time()
        self._unsent = 0
        self._in_head = False
        self._head_bytes = 0

    @property
    def backlog(self) -> int:
        """Return the bytes that wait for the client."""
        return 0 if self.gone else int(self.transport.get_write_buffer_size())

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - asyncio and uvloop have no common class
        """Begin, unless there are too many connections already."""
        super().connection_made(transport)
        if len(self.connections) > self._bounds.connections:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self.gone = True
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in what came; refuse a head that is too long."""
        self._heard = self.loop.time()
        between = not self._open
        if between and self._is_quiet and self._answer_again(data):
            return
        self._begun = 0
        super().data_received(data)
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > self._bounds.head_bytes:
                self._refuse(431, "The head of this request is too long.")
        elif between and self._begun == 1 and not self._open and self.cycle.keep_alive:
            self.scope[_BYTES] = data  # type: ignore[literal-required]

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._open, self._in_head, self._head_bytes = True, True, 0
        self._begun += 1
        self.scope[CONNECTION] = self  # type: ignore[literal-required]

    def on_message_complete(self) -> None:
        """End a request."""
        self._open = False
        super().on_message_complete()

    def on_headers_complete(self) -> None:
        """Hand the request on; its body may still come."""
        self._in_head = False
        if len(self.headers) > _MOST_HEADERS:
            raise httptools.HttpParserError("too many headers")
        whole = self.url
        if len(whole) > _LONGEST_SPLIT:
            # httptools counts the bytes of an address in 16 bits; a query may be longer than that
            self.url = whole.partition(b"?")[0]
        super().on_headers_complete()
        if whole is not self.url:
            self.scope["query_string"] = whole.partition(b"?")[2]

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request."""
        self._refuse(400, msg)

    def look(self, now: float) -> None:
        """Break off where the client has been silent, or has not read on, for longer than it may."""
        unsent = self.backlog
        if unsent != self._unsent:
            self._unsent, self._heard = unsent, now
        elif not unsent and self._is_served:
            self._heard = now
        silent = now - self._heard
        if silent > (self._bounds.unread_seconds if unsent else self._bounds.idle_seconds):
            self.transport.abort()

    @staticmethod
    def bytes_of(scope: Mapping[str, Any]) -> bytes:
        """Return the bytes that are this whole request and nothing else, where its connection stays open."""
        found: bytes = scope.get(_BYTES, b"")
        return found

    def _answer_again(self, request: bytes) -> bool:
        """Answer a request that is known to the byte; tell whether it is."""
        answer = self._repeats.answer(request, self.client[0] if self.client else "")
        if answer is None:
            return False
        self._unset_keepalive_if_required()
        status, head, body = answer
        self.transport.writelines((b"".join((STATUS_LINE[status], self._own_headers(), head)), body))
        return True

    def _own_headers(self) -> bytes:
        lines = [b"%s: %s\r\n" % pair for pair in self.server_state.default_headers]
        return b"".join(lines)

    @property
    def _is_quiet(self) -> bool:
        """Tell whether no answer is under way, and the client has read those before."""
        return (self.cycle is None or self.cycle.response_complete) and not self.flow.write_paused

    @property
    def _is_served(self) -> bool:
        """Tell whether a whole request of this client is being answered."""
        return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body

    def _refuse(self, status: int, words: str) -> None:
        self._refused()
        if not self.transport.is_closing():
            head = f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(words)}\r\nconnection: close"
            self.transport.write(STATUS_LINE[status] + f"{head}\r\n\r\n{words}".encode("ascii"))
            self.transport.close()
