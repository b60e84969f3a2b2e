"""What the graph says of one thing, as quads: its facts, its anchor, and what points to it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from voetnoot_server.bindings import bind
from voetnoot_server.links import PREFIXES, term
from voetnoot_server.negotiate import CSV, JSONLD, NQUADS, NTRIPLES, RDFXML, TRIG, TURTLE, Format
from voetnoot_server.store import Literal, Reader, Row, Term
from voetnoot_server.tables import plain
from voetnoot_server.things import value_of

FORMATS: tuple[Format, ...] = (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS, CSV)
"""What a thing is written in; the first is the default."""

WRITERS = {
    TURTLE: RdfFormat.TURTLE,
    NTRIPLES: RdfFormat.N_TRIPLES,
    RDFXML: RdfFormat.RDF_XML,
    JSONLD: RdfFormat.JSON_LD,
    TRIG: RdfFormat.TRIG,
    NQUADS: RdfFormat.N_QUADS,
}
INVERSE_LIMIT = 500
"""Statements that point to a thing and are written with it; its page counts and pages them all."""

_OUT = "SELECT (?this AS ?s) ?p ?o ?g WHERE { GRAPH ?g { ?this ?p ?o } } ORDER BY ?p ?o ?g"
_ANCHOR = f"""SELECT ?s ?p ?o ?g WHERE {{
    ?this <{term("vn:anchor")}>/<{term("oa:hasSelector")}>? ?s . GRAPH ?g {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o ?g"""
_IN = f"""SELECT ?s ?p (?this AS ?o) ?g WHERE {{ GRAPH ?g {{ ?s ?p ?this }} }}
    ORDER BY ?s ?p ?g LIMIT {INVERSE_LIMIT}"""


def description(reader: Reader, iri: str, base: str) -> tuple[Quad, ...]:
    """Return the statements about a thing, those of its anchor, and those that point to it.

    Graphs of quotations stay out: they are never handed on.
    """
    this = {"this": NamedNode(iri)}
    found = (row for query in (_OUT, _ANCHOR, _IN) for row in reader.select(bind(query, this)))
    return tuple(dict.fromkeys(quad for quad in _quads(found) if not is_text(quad.graph_name, base)))


def graph_statements(reader: Reader, graph: str) -> Iterator[Quad]:
    """Yield every statement of a named graph, in order."""
    name = NamedNode(graph)
    query = f"SELECT ?s ?p ?o WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"
    yield from _quads({**row, "g": name} for row in reader.select(query))


def is_text(graph: object, base: str) -> bool:
    """Tell whether a graph holds quotations of a source."""
    return isinstance(graph, NamedNode) and graph.value.startswith(f"{base}graph/text/")


def written(quads: Iterable[Quad], form: Format) -> bytes:
    """Return statements in a format; formats without graphs get each statement once."""
    if form is CSV:
        return _table(quads)
    prefixes = PREFIXES if form in (TURTLE, TRIG, RDFXML) else None
    if form in (TRIG, NQUADS, JSONLD):
        body = serialize(quads, format=WRITERS[form], prefixes=prefixes)
    else:
        triples = dict.fromkeys(quad.triple for quad in quads)
        body = serialize(triples, format=WRITERS[form], prefixes=prefixes)
    assert body is not None  # noqa: S101 - without an output the bytes are returned
    return body


def _quads(rows: Iterable[Row]) -> Iterator[Quad]:
    for row in rows:
        subject, predicate, value, graph = row["s"], row["p"], row["o"], row["g"]
        if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
            continue
        if isinstance(graph, NamedNode):
            yield Quad(subject, predicate, value, graph)


def _table(quads: Iterable[Quad]) -> bytes:
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(("subject", "property", "value", "graph"))
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else value_of(_term(quad.graph_name))
        rows.writerow((value_of(_term(quad.subject)), quad.predicate.value, plain(quad.object), graph))
    return out.getvalue().encode()


def _term(node: Term | DefaultGraph) -> Term:
    assert not isinstance(node, DefaultGraph)  # noqa: S101 - told apart by the caller
    return node
