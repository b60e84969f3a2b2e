"""Waiting for an evaluator without forgetting the client, the deadline or a cancellation."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import TypeVar

from voetnoot_server import frames
from voetnoot_server.errors import TimeLimitError
from voetnoot_server.frames import Kind, Task
from voetnoot_server.running import Running

_LOOK_SECONDS = 0.2
_BACKSTOP_SECONDS = 2.0
_RECEIVE_BYTES = 1 << 17
_LARGE = 1 << 14
"""Bytes from which the rest of a frame is received where it is wanted, and not by way of a buffer."""

T = TypeVar("T")


class PatientWire:
    """Reads from an evaluator and looks up now and then; an idle wire is a blocking one.

    The evaluator's own alarm ends it at the deadline; the backstop here is for one that was stopped or swapped out.
    """

    def __init__(self, wire: socket.socket, running: Running) -> None:
        self._wire = wire
        self._running = running
        self._data = memoryview(b"")
        self.start_clock()

    @property
    def descriptor(self) -> int:
        """Return the descriptor that can be read from when there is something."""
        return self._wire.fileno()

    def take_in(self, most: int) -> Kind | None:
        """Take in what is there; return the kind of the frame that ends the answer if that is among it.

        More than `most` bytes, and the end of the wire, count as a fault.
        """
        try:
            more = self._wire.recv(_RECEIVE_BYTES, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None
        except ConnectionError:
            more = b""
        self._data = memoryview(bytes(self._data) + more) if self._data else memoryview(more)
        if not more or len(self._data) > most:
            return Kind.FAULT
        return frames.last_kind(self._data)

    def start_clock(self) -> None:
        """Set the backstop anew: until here the client took its time, not the evaluator."""
        self._until = time.monotonic() + self._running.task.seconds + _BACKSTOP_SECONDS

    def receive(self) -> tuple[Kind, bytes]:
        """Return the next frame; raises `EOFError` where it will not come."""
        found = frames.first(self._data)
        if found is None:
            return frames.receive(self)
        kind, data, self._data = found
        return kind, data

    def recv_into(self, buffer: memoryview) -> int:
        """Fill the buffer from what is there."""
        if not self._data:
            if len(buffer) >= _LARGE:
                return self._patiently(lambda: self._wire.recv_into(buffer)) or 0
            self._data = memoryview(self._patiently(lambda: self._wire.recv(_RECEIVE_BYTES)) or b"")
        count = min(len(buffer), len(self._data))
        buffer[:count] = self._data[:count]
        self._data = self._data[count:]
        return count

    def _patiently(self, receive: Callable[[], T]) -> T | None:
        """Receive when there is something; nothing where the other end is gone."""
        self._wire.settimeout(_LOOK_SECONDS)
        while True:
            try:
                return receive()
            except TimeoutError:
                self._running.still_wanted()
                if time.monotonic() > self._until:
                    raise TimeLimitError(too_long(self._running.task)) from None
            except ConnectionError:
                return None

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        try:
            sent = self._send_at_once(data)
            if sent < len(data):
                self._wire.settimeout(_BACKSTOP_SECONDS)
                self._wire.sendall(memoryview(data)[sent:])
                self._wire.setblocking(True)
        except OSError as fault:
            raise EOFError("the evaluator does not take its task") from fault

    def _send_at_once(self, data: bytes) -> int:
        try:
            return self._wire.send(data, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return 0


def too_long(task: Task) -> str:
    """Return the words for a query that met its deadline."""
    return (
        f"This query worked for the {task.seconds:g} seconds that a query may take and was ended. "
        "Bind more of its variables, name a graph, or add a LIMIT inside."
    )
