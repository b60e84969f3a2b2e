"""Model → quads: terms and triples of pyoxigraph, collected per named graph and written in sorted order.

Only datatypes that Oxigraph keeps as written are used (xsd:integer, decimal, date, dateTime, boolean):
others are rewritten on load, and a dump would no longer say what the store says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from voetnoot_etl import iris
from voetnoot_etl.errors import ManifestError
from voetnoot_etl.terms import FABIO, PREFIXES, RDF, XSD

type_ = RDF.type
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')
_PREFIX = re.compile(r"(?<![\w@-])([a-z][a-z0-9-]*):")
Term = NamedNode | Literal


@dataclass(slots=True)
class Graph:
    """The triples of one named graph; `name` is the last part of the graph's IRI."""

    name: str
    triples: set[Triple] = field(default_factory=set)

    @property
    def iri(self) -> NamedNode:
        """Return the IRI of the graph."""
        return iris.graph(self.name)

    def add(self, subject: NamedNode, *pairs: tuple[NamedNode, Term | None]) -> NamedNode:
        """Add a triple for each (predicate, object); a pair without object says nothing. Returns the subject."""
        self.triples.update(Triple(subject, predicate, obj) for predicate, obj in pairs if obj is not None)
        return subject

    def quads(self) -> Iterator[Quad]:
        """Yield the triples as quads of this graph, sorted."""
        for triple in sorted_triples(self.triples):
            yield Quad(triple.subject, triple.predicate, triple.object, self.iri)


def sorted_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples in the order of their N-Triples text, with rdf:type first for each subject."""
    return sorted(
        triples, key=lambda t: (str(t.subject), t.predicate != type_, str(t.predicate), str(t.object))
    )


def turtle(triples: Iterable[Triple]) -> bytes:
    """Return triples as Turtle that is the same bytes for the same triples, with the prefixes that it uses."""
    content = serialize(sorted_triples(triples), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    lines = content.decode("utf-8").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("@prefix "))
    used = set(_PREFIX.findall(_QUOTED.sub("", body)))
    header = [f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items() if name in used]
    return "".join([*header, "\n" if header else "", body]).encode("utf-8")


def write_turtle(graph: Graph, path: Path) -> None:
    """Write one graph to a Turtle file."""
    path.write_bytes(turtle(graph.triples))


def text(value: str, language: str | None = None) -> Literal | None:
    """Return a plain or language-tagged string; nothing for an empty one."""
    if not value:
        return None
    return Literal(value, language=language) if language else Literal(value)


def integer(value: int | None) -> Literal | None:
    """Return an xsd:integer; nothing for None."""
    return None if value is None else Literal(str(value), datatype=XSD.integer)


def decimal(value: Decimal | None) -> Literal | None:
    """Return an xsd:decimal in its shortest form, as Oxigraph keeps it; nothing for None."""
    if value is None:
        return None
    return Literal(format(value.normalize(), "f"), datatype=XSD.decimal)


def boolean(*, value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def date(value: dt.date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: dt.datetime) -> Literal:
    """Return an xsd:dateTime in UTC, to the second."""
    return Literal(value.strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=XSD.dateTime)


def fabio(name: str) -> NamedNode:
    """Return one of the FaBiO classes that the ontology re-declares, by its local name."""
    found = vars(FABIO).get(name)
    if not isinstance(found, NamedNode):
        raise ManifestError(f"{name!r} is not one of the FaBiO classes in ontology/reused.ttl")
    return found
