"""Dumps: the statements that are released, read from the build's `quads.nq` as the ETL wrote them.

A store rewrites some literals when it loads them; these lines are the facts as they were made. Graphs of
quotations (`graph/text/…`) stay out of every dump.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, parse, serialize

from voetnoot_server.descriptions import WRITERS
from voetnoot_server.links import PREFIXES
from voetnoot_server.negotiate import NQUADS, NTRIPLES, RDFXML, TRIG, TURTLE, Format

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


def rewritten(lines: Iterator[bytes], form: Format) -> Iterator[bytes]:
    """Yield quads' lines in a format: as they are, as triples' lines, or parsed and written anew."""
    if form is NQUADS:
        yield from in_chunks(lines)
    elif form is NTRIPLES:
        yield from in_chunks(without_graph(line) for line in lines)
    else:
        quads = parse(io.BytesIO(b"".join(lines)), format=RdfFormat.N_QUADS)
        prefixes = PREFIXES if form in (TURTLE, TRIG, RDFXML) else None
        content = quads if WRITERS[form].supports_datasets else (quad.triple for quad in quads)
        yield serialize(content, format=WRITERS[form], prefixes=prefixes) or b""


def _graph_of(line: bytes) -> bytes:
    return line.rstrip(b" .\n").rpartition(b" ")[2]
