"""What leaves an evaluator: bytes in frames, counted, and ended where they pass a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol, TypeVar, cast

from voetnoot_server import frames
from voetnoot_server.frames import Kind, Task, Wire
from voetnoot_server.rowcount import RowCount

PIECE = 1 << 16
"""Bytes that are gathered before the first are sent: enough to spare system calls, little enough to start early."""

_LARGEST_PIECE = 1 << 18
"""Bytes that are gathered before more are sent of an answer that turns out to be large."""

T = TypeVar("T")


class PastBoundError(Exception):
    """The answer is larger than it may be."""


class Clock(Protocol):
    """Bounds the time that sending may take."""

    def while_waiting(self, act: Callable[[], None]) -> None:
        """Do something that waits for the client."""


class Outlet:
    """A file to write an answer to; its frames go over the wire, on the transfer clock."""

    def __init__(self, wire: Wire, deadline: Clock, task: Task, seen: RowCount) -> None:
        self._wire = wire
        self._deadline = deadline
        self._max_bytes = task.max_bytes
        self._max_rows = task.max_rows
        self._seen = seen
        self._piece = PIECE
        self._gathered = bytearray()
        self._frames: list[bytes] = []
        self.bytes = 0
        self.rows = 0

    @property
    def file(self) -> IO[bytes]:
        """Return this as what the serialisers take, who only write and flush: the rest leaves with the end."""
        return cast("IO[bytes]", _Unhurried(self.write))

    def write(self, data: bytes) -> int:
        """Take bytes; raises `PastBoundError` past the bound."""
        self._gathered += data
        self.bytes += len(data)
        if self.bytes > self._max_bytes:
            raise PastBoundError(f"the answer has more than {self._max_bytes} bytes")
        if len(self._gathered) >= self._piece:
            self.flush()
            self._piece = min(2 * self._piece, _LARGEST_PIECE)
        return len(data)

    def start(self, form: str, format_name: str) -> None:
        """Tell what follows; it leaves together with the first data."""
        self._frames.append(frames.framed(Kind.START, f"{form} {format_name}".encode()))

    def flush(self) -> None:
        """Send what is gathered."""
        if self._gathered:
            self._frame()
            self._send()

    def end(self, seconds: float) -> None:
        """Send the rest, with the word that this was all."""
        if self._gathered:
            self._frame()
        self._frames.append(frames.framed(Kind.END, frames.end_of(self.rows, seconds)))
        self._send()

    def _frame(self) -> None:
        piece = bytes(self._gathered)
        self._gathered.clear()
        self.rows = max(self.rows, self._seen.add(piece))
        self._check_rows()
        self._frames += (frames.head(Kind.DATA, piece), piece)

    def _send(self) -> None:
        framed = b"".join(self._frames)
        self._frames.clear()
        self._deadline.while_waiting(lambda: self._wire.sendall(framed))

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, each as one row."""
        for item in items:
            self.rows += 1
            self._check_rows()
            yield item

    def _check_rows(self) -> None:
        if self.rows > self._max_rows:
            raise PastBoundError(f"the answer has more than {self._max_rows} rows")


@dataclass(frozen=True, slots=True)
class _Unhurried:
    write: Callable[[bytes], int]

    def flush(self) -> None:
        """Leave it to the outlet when to send."""
