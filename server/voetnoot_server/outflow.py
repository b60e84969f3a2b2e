"""An answer on its way from a thread to the event loop; what a slow client leaves lying waits on disk."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from threading import Lock
from typing import IO

from voetnoot_server.running import GoneError

_MEMORY = 1 << 22
"""Bytes that wait in memory; a stream that keeps pace with its client stays below."""

_PIECE = 1 << 16


class Outflow:
    """Pieces put in by a thread and taken out by the event loop, in order."""

    def __init__(self, gone: Callable[[], bool]) -> None:
        self._loop = asyncio.get_running_loop()
        self._gone = gone
        self._lock = Lock()
        self._pieces: list[bytes] = []
        self._spill: IO[bytes] | None = None
        self._read = 0
        self._written = 0
        self._changed = asyncio.Event()
        self._ended = False
        self.bytes = 0

    def take_from(self, body: Iterable[bytes]) -> None:
        """Put in the pieces of a body, and close it; raises what it raises, and `GoneError` for a client that left."""
        try:
            for piece in body:
                if self._gone():
                    raise GoneError
                if piece:
                    self._put(piece)
        finally:
            close = getattr(body, "close", None)
            try:
                if close is not None:
                    close()
            finally:
                self._ended = True
                self._wake()

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the pieces until the end, or until something was raised."""
        while True:
            ended = self._ended
            while piece := self._next():
                yield piece
            if ended:
                return
            await self._changed.wait()
            self._changed.clear()

    async def ended(self) -> int:
        """Wait until everything is put in; return how many bytes that is."""
        while not self._ended:
            await self._changed.wait()
            self._changed.clear()
        return self.bytes

    def close(self) -> None:
        """Forget what is left."""
        with self._lock:
            self._pieces.clear()
            if self._spill is not None:
                self._spill.close()

    def _put(self, piece: bytes) -> None:
        with self._lock:
            self.bytes += len(piece)
            if self._spill is None and self.bytes > _MEMORY:
                self._spill = tempfile.TemporaryFile()  # noqa: SIM115 - `close` closes it
            if self._spill is None:
                self._pieces.append(piece)
            elif not self._spill.closed:
                self._spill.seek(self._written)
                self._written += self._spill.write(piece)
        self._wake()

    def _next(self) -> bytes:
        """Return what there is, as far as it is in memory, or else a stretch of what is on disk."""
        with self._lock:
            piece = b"".join(self._pieces) if self._pieces else self._from_disk()
            self._pieces.clear()
            self.bytes -= len(piece)
            return piece

    def _from_disk(self) -> bytes:
        if self._spill is None or self._read == self._written:
            return b""
        self._spill.seek(self._read)
        piece = self._spill.read(min(_PIECE, self._written - self._read))
        self._read += len(piece)
        return piece

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._changed.set)
