"""What a store writes otherwise than the standards say, put right byte by byte on its way through.

Each pattern is a piece of the notation itself, which no text inside a result can contain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Repair = tuple[re.Pattern[bytes], bytes]

_GEOMETRY = rb"http://www\.openlinksw\.com/schemas/virtrdf#Geometry"
_WKT = b"http://www.opengis.net/ont/geosparql#wktLiteral"
_BOOLEAN = rb'("datatype":\s*"http://www\.w3\.org/2001/XMLSchema#boolean",\s*"value":\s*")'


@dataclass(frozen=True, slots=True)
class Dialect:
    """The repairs of one notation, and the byte behind which no repair reaches over."""

    end: bytes
    repairs: Sequence[Repair]

    def read(self, data: bytes) -> bytes:
        """Return the data in the standard's notation."""
        for pattern, standard in self.repairs:
            data = pattern.sub(standard, data)
        return data


STANDARD = Dialect(b"", ())
_VIRTUOSO_ROWS = Dialect(
    b"}",
    (
        # `nodeID://b10000` is no name that a blank node can have
        (re.compile(rb'("type":\s*"bnode",\s*"value":\s*")nodeID://'), rb"\g<1>"),
        (re.compile(_BOOLEAN + rb'1"'), rb'\g<1>true"'),
        (re.compile(_BOOLEAN + rb'0"'), rb'\g<1>false"'),
        (re.compile(rb'("datatype":\s*")' + _GEOMETRY + rb'"'), rb"\g<1>" + _WKT + b'"'),
    ),
)
_VIRTUOSO_TRIPLES = Dialect(
    b"\n", ((re.compile(rb'"\^\^<' + _GEOMETRY + rb">(?=\s*\.\s*\n)"), b'"^^<' + _WKT + b">"),)
)


def dialect_of(server: str, notation: str) -> Dialect:
    """Return the dialect of a store, by the name it gives itself, in results as JSON or in N-Triples."""
    if not server.startswith("Virtuoso"):
        return STANDARD
    return {"json": _VIRTUOSO_ROWS, "ntriples": _VIRTUOSO_TRIPLES}.get(notation, STANDARD)
