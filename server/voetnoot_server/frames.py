"""How the Flask process and an evaluator talk: frames of one kind, one length and that many bytes."""

from __future__ import annotations

import json
import marshal
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import Protocol

_HEAD = struct.Struct(">BI")
_END = struct.Struct(">Qd")
LARGEST = 1 << 26
"""Bytes of the largest frame that is believed."""


class Kind(IntEnum):
    """What a frame carries."""

    REQUEST = 1
    START = 2
    DATA = 3
    END = 4
    FAULT = 5


class Wire(Protocol):
    """The part of a stream socket that frames need."""

    def recv_into(self, buffer: memoryview) -> int:
        """Fill the buffer as far as bytes are there; 0 when the other end is closed."""

    def sendall(self, data: bytes) -> None:
        """Send everything."""


@dataclass(frozen=True, slots=True)
class Task:
    """One query as an evaluator gets it, with the limits it works under.

    A format that the client does not take is empty. Without `default_graphs` and `named_graphs` the default graph is
    the union of all graphs, unless the query has a FROM of its own.

    `whole_dataset` names a format and asks for all quads instead of a query, but those of graphs whose name starts
    with `left_out`. `change` asks for a change first: an "update" of that text, or to "put", "post" or "delete" the
    graph of that name, with bodies in base64 and their formats, each separated by commas.
    """

    query: str
    base: str
    rows_format: str
    triples_format: str
    seconds: float
    transfer_seconds: float
    max_rows: int
    max_bytes: int
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    whole_dataset: str = ""
    left_out: str = ""
    preview_rows: int = 0
    change: str = ""
    graph: str = ""
    body: str = ""
    body_format: str = ""

    def encode(self) -> bytes:
        """Return the task as bytes for an evaluator, which runs the same Python and reads only what we write."""
        return marshal.dumps(_FIELDS_OF(self))

    @classmethod
    def decode(cls, data: bytes) -> Task:
        """Read a task."""
        return cls(*marshal.loads(data))  # noqa: S302 - never from outside


_FIELDS_OF = attrgetter(*Task.__slots__)


def encode(fields: Mapping[str, object]) -> bytes:
    """Return fields as bytes of JSON."""
    return json.dumps(fields).encode()


def decode(data: bytes) -> dict[str, object]:
    """Read fields."""
    fields: dict[str, object] = json.loads(data)
    return fields


def end_of(rows: int, seconds: float) -> bytes:
    """Return what the last frame of an answer says."""
    return _END.pack(rows, seconds)


def read_end(data: bytes) -> tuple[int, float]:
    """Return rows and seconds of an answer; raises `EOFError` for what is no end of ours."""
    if len(data) != _END.size:
        raise EOFError("an answer's last frame is not one of ours")
    rows, seconds = _END.unpack(data)
    return rows, seconds


def head(kind: Kind, data: bytes) -> bytes:
    """Return what goes before the data of one frame."""
    return _HEAD.pack(kind, len(data))


def framed(kind: Kind, data: bytes) -> bytes:
    """Return one frame."""
    return head(kind, data) + data


def send(wire: Wire, kind: Kind, data: bytes) -> None:
    """Send one frame."""
    wire.sendall(framed(kind, data))


def receive(wire: Wire) -> tuple[Kind, bytes]:
    """Wait for one frame; raises `EOFError` when the other end is gone, whole frame or not."""
    kind, length = _HEAD.unpack(_exactly(wire, _HEAD.size))
    if length > LARGEST:
        raise EOFError(f"a frame of {length} bytes is not one of ours")
    return Kind(kind), _exactly(wire, length)


def first(data: memoryview) -> tuple[Kind, bytes, memoryview] | None:
    """Return the first of these frames and what follows it, where it is whole."""
    if len(data) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack_from(data)
    end = _HEAD.size + length
    return (Kind(kind), bytes(data[_HEAD.size : end]), data[end:]) if end <= len(data) else None


def last_kind(data: memoryview) -> Kind | None:
    """Return the kind of the frame that ends an answer, where it is whole among these frames."""
    at = 0
    while at + _HEAD.size <= len(data):
        kind, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size + length
        if kind in (Kind.END, Kind.FAULT) and at <= len(data):
            return Kind(kind)
    return None


def _exactly(wire: Wire, length: int) -> bytes:
    data = bytearray(length)
    view = memoryview(data)
    while view:
        count = wire.recv_into(view)
        if count == 0:
            raise EOFError("the other end is gone")
        view = view[count:]
    return bytes(data)
