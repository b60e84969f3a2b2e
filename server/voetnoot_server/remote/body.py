"""The body of a remote answer, read as it comes: it ends where the store says that it ends, or it is a fault."""

from __future__ import annotations

import http.client
import socket
from typing import IO, cast

from voetnoot_server.errors import GatewayError
from voetnoot_server.remote.clock import Clock
from voetnoot_server.remote.dialect import Dialect

_PIECE = 1 << 16
BROKEN = "The remote store broke off in the middle of its answer."


class Body:
    """A file to read an answer from."""

    def __init__(
        self, answer: http.client.HTTPResponse, wire: socket.socket, clock: Clock, dialect: Dialect
    ) -> None:
        self._answer = answer
        self._wire = wire
        self._clock = clock
        self._dialect = dialect
        self._held = b""
        self._ready = memoryview(b"")
        self.ended = False

    @property
    def file(self) -> IO[bytes]:
        """Return this as what the parsers take; they only read."""
        return cast("IO[bytes]", self)

    @property
    def says_its_end(self) -> bool:
        """Tell whether the end can be told from a break: by a length, or by chunks."""
        return self._answer.length is not None or self._answer.chunked

    def read(self, size: int = -1) -> bytes:
        """Return up to this many bytes; raises `GatewayError` where the answer breaks off."""
        while not self._ready and not self.ended:
            self._ready = memoryview(self._read_on())
        taken = self._ready if size < 0 else self._ready[:size]
        self._ready = self._ready[len(taken) :]
        return bytes(taken)

    def whole(self, most: int) -> bytes:
        """Return everything; raises `GatewayError` past this many bytes."""
        pieces: list[bytes] = []
        size = 0
        while piece := self.read():
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise GatewayError(f"The remote store's answer has more than {most} bytes.")
        return b"".join(pieces)

    def _read_on(self) -> bytes:
        piece = self._receive()
        if not piece:
            self.ended = True
            self._answer.close()  # only then the connection takes another query
        if not self._dialect.end:
            return piece
        data = self._held + piece
        cut = len(data) if self.ended else data.rfind(self._dialect.end) + 1
        self._held = data[cut:]
        return self._dialect.read(data[:cut])

    def _receive(self) -> bytes:
        self._wire.settimeout(self._clock.left)
        try:
            with self._clock.waiting():
                piece: bytes = self._answer.read1(_PIECE)
        except (OSError, ValueError, http.client.HTTPException) as fault:
            raise GatewayError(BROKEN) from fault
        if not piece and self._answer.length:
            raise GatewayError(BROKEN)
        return piece
