"""What leaves an evaluator: bytes in frames, counted, and ended where they pass a bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TypeVar, cast

from voetnoot_server import frames
from voetnoot_server.frames import Kind, Task, Wire
from voetnoot_server.rowcount import RowCount
from voetnoot_server.sandbox import Deadline

PIECE = 1 << 16
"""Bytes that are gathered before they are sent: enough to spare system calls, little enough to start early."""

T = TypeVar("T")


class PastBoundError(Exception):
    """The answer is larger than it may be."""


class Outlet:
    """A file to write an answer to; its frames go over the wire, on the transfer clock."""

    def __init__(self, wire: Wire, deadline: Deadline, task: Task, seen: RowCount) -> None:
        self._wire = wire
        self._deadline = deadline
        self._max_bytes = task.max_bytes
        self._max_rows = task.max_rows
        self._seen = seen
        self._gathered = bytearray()
        self.bytes = 0
        self.rows = 0

    @property
    def file(self) -> IO[bytes]:
        """Return this as what the serialisers take; they only write and flush."""
        return cast("IO[bytes]", self)

    def write(self, data: bytes) -> int:
        """Take bytes; raises `PastBoundError` past the bound."""
        self._gathered += data
        self.bytes += len(data)
        if self.bytes > self._max_bytes:
            raise PastBoundError(f"the answer has more than {self._max_bytes} bytes")
        if len(self._gathered) >= PIECE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what is gathered."""
        if self._gathered:
            piece = bytes(self._gathered)
            self._gathered.clear()
            self.rows = max(self.rows, self._seen.add(piece))
            self._check_rows()
            self._deadline.while_waiting(lambda: frames.send(self._wire, Kind.DATA, piece))

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, each as one row."""
        for item in items:
            self.rows += 1
            self._check_rows()
            yield item

    def _check_rows(self) -> None:
        if self.rows > self._max_rows:
            raise PastBoundError(f"the answer has more than {self._max_rows} rows")
