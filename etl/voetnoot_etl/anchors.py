"""Text anchors: where in a file a thing stands, as `oa:TextPositionSelector`s and a digest of the quoted text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.model import Span
from voetnoot_etl.terms import OA, VN


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a document's file under the document's key; offsets are its code points."""

    key: str
    value: str

    @property
    def iri(self) -> NamedNode:
        """Return the IRI of the file."""
        return iris.thing("file", self.key)

    def quote(self, spans: Iterable[Span]) -> str:
        """Return the quoted text, stretch by stretch."""
        return "".join(self.value[span.start : span.end] for span in spans)


def quote_digest(quote: str) -> str:
    """Return the SHA-256 in hexadecimal of a quotation without its white space."""
    return hashlib.sha256("".join(quote.split()).encode("utf-8")).hexdigest()


def anchor(graph: rdf.Graph, file: FileText, key: str, spans: Sequence[Span]) -> NamedNode:
    """Add the anchor `<document>-<key>` for stretches of a file to a graph, and return its IRI."""
    selectors = [_selector(graph, file.key, span) for span in spans]
    return graph.add(
        iris.thing("anchor", file.key, key),
        (rdf.type_, OA.SpecificResource),
        (OA.hasSource, file.iri),
        (VN.quoteDigest, rdf.text(quote_digest(file.quote(spans)))),
        *((OA.hasSelector, selector) for selector in selectors),
    )


def _selector(graph: rdf.Graph, document: str, span: Span) -> NamedNode:
    return graph.add(
        iris.thing("span", document, span.start, span.end),
        (rdf.type_, OA.TextPositionSelector),
        (OA.start, rdf.integer(span.start)),
        (OA.end, rdf.integer(span.end)),
    )
