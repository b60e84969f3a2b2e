"""What a thing's page shows: its facts, each with the graphs that say so, and what points to it, counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from voetnoot_server.bindings import bind
from voetnoot_server.links import term
from voetnoot_server.store import Literal, NamedNode, Reader, Row, Term
from voetnoot_server.things import value_of

FEW = 10
"""Things that point to a thing, shown on its page for each property."""

_FACTS = """SELECT ?property ?value ?graph WHERE { GRAPH ?graph { ?this ?property ?value } }
    ORDER BY ?property ?value ?graph"""
_COUNTS = """SELECT ?property (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing ?property ?this }
    GROUP BY ?property ORDER BY ?property"""
_POINTING = "SELECT DISTINCT ?thing WHERE { ?thing ?property ?this } ORDER BY ?thing LIMIT "
_MEMBERS = """SELECT DISTINCT ?thing WHERE { ?thing a ?class FILTER(STRSTARTS(STR(?thing), ?start)) }
    ORDER BY ?thing"""
_BEFORE = _MEMBERS.replace("?start))", "?start) && STR(?thing) < ?key)").replace(
    "BY ?thing", "BY DESC(?thing)"
)
_AFTER = _MEMBERS.replace("?start))", "?start) && STR(?thing) > ?key)")
NEIGHBOURS = 50


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a property, and the graphs that say so."""

    term: Term
    graphs: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A property with its values."""

    property: Term
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Pointing:
    """A property by which other things point here: how many do, and the first of them."""

    property: Term
    count: int
    things: tuple[Term, ...]


def facts(reader: Reader, iri: str) -> tuple[Fact, ...]:
    """Return what is said of a thing, by property."""
    rows = reader.select(bind(_FACTS, {"this": NamedNode(iri)}))
    return tuple(Fact(name, tuple(_values(of))) for name, of in groupby(rows, lambda row: row["property"]))


def _values(rows: Iterator[Row]) -> Iterator[Value]:
    for value, of in groupby(rows, lambda row: row["value"]):
        yield Value(value, tuple(row["graph"] for row in of))


def pointings(reader: Reader, iri: str) -> tuple[Pointing, ...]:
    """Return the properties that lead to a thing, with their counts and first things."""
    counted = reader.select(bind(_COUNTS, {"this": NamedNode(iri)}))
    return tuple(
        Pointing(
            row["property"],
            int(value_of(row["count"])),
            pointing(reader, iri, value_of(row["property"]), limit=FEW),
        )
        for row in counted
    )


def pointing(reader: Reader, iri: str, property_iri: str, *, limit: int, offset: int = 0) -> tuple[Term, ...]:
    """Return a stretch of the things that point to a thing by one property."""
    query = bind(_POINTING, {"this": NamedNode(iri), "property": NamedNode(property_iri)})
    return tuple(row["thing"] for row in reader.select(f"{query}{limit:d} OFFSET {offset:d}"))


def members(reader: Reader, start: str) -> tuple[Term, ...]:
    """Return the things whose IRI starts in one way."""
    return tuple(row["thing"] for row in reader.select(bind(_MEMBERS, {"start": Literal(start)})))


def neighbours(reader: Reader, iri: str, start: str) -> tuple[str, ...]:
    """Return the IRIs that stand next to one in the order of those that start in one way."""
    terms = {"start": Literal(start), "key": Literal(iri)}
    found = [
        row
        for query in (_BEFORE, _AFTER)
        for row in reader.select(f"{bind(query, terms)} LIMIT {NEIGHBOURS}")
    ]
    return tuple(value_of(row["thing"]) for row in found)


def stated_types(said: tuple[Fact, ...], inferred: str) -> tuple[Term, ...]:
    """Return the classes that a source or a table puts a thing in, not those that only follow from them."""
    values = (value for fact in said if fact.property == NamedNode(term("rdf:type")) for value in fact.values)
    return tuple(value.term for value in values if value.graphs != (NamedNode(inferred),))
