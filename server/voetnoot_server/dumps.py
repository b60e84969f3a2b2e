"""Dumps: the statements that are released, read from the build's `quads.nq` as the ETL wrote them.

A store rewrites some literals when it loads them; these lines are the facts as they were made. Graphs of
quotations (`graph/text/…`) stay out of every dump. No dump is ever in memory as a whole.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

from voetnoot_server.descriptions import WRITERS
from voetnoot_server.links import PREFIXES
from voetnoot_server.negotiate import NQUADS, NTRIPLES, RDFXML, TRIG, TURTLE, Format

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

CHUNK = 1000
"""Lines handed on at once."""


def released(lines: Iterable[bytes], base: str) -> Iterator[bytes]:
    """Yield the lines of every graph that is released."""
    text = f" <{base}graph/text/".encode()
    for line in lines:
        if text not in line or not _graph_of(line).startswith(text.strip()):
            yield line


def without_graph(line: bytes) -> bytes:
    """Return a quad's line as a triple's."""
    return line[: line.rstrip(b" .\n").rindex(b" ")] + b" .\n"


def in_chunks(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines joined to stretches that are worth a write."""
    held: list[bytes] = []
    for line in lines:
        held.append(line)
        if len(held) == CHUNK:
            yield b"".join(held)
            held.clear()
    yield b"".join(held)


def as_lines(lines: Iterator[bytes], form: Format) -> Iterator[bytes] | None:
    """Return quads' lines in a format that is lines too; nothing for the others, which `write` writes."""
    if form is NQUADS:
        return in_chunks(lines)
    if form is NTRIPLES:
        return in_chunks(without_graph(line) for line in lines)
    return None


def write(lines: Iterator[bytes], form: Format, out: IO[bytes]) -> None:
    """Parse quads' lines and write them anew in a format, one after the other."""
    quads = parse(_file(lines), format=RdfFormat.N_QUADS)
    prefixes = PREFIXES if form in (TURTLE, TRIG, RDFXML) else None
    content = quads if WRITERS[form].supports_datasets else (quad.triple for quad in quads)
    serialize(content, out, format=WRITERS[form], prefixes=prefixes)


def _file(lines: Iterator[bytes]) -> IO[bytes]:
    return io.BufferedReader(_Lines(in_chunks(lines)))


class _Lines(io.RawIOBase):
    """Chunks as a file to read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        if not self._left:
            self._left = memoryview(next((chunk for chunk in self._chunks if chunk), b""))
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def _graph_of(line: bytes) -> bytes:
    return line.rstrip(b" .\n").rpartition(b" ")[2]
