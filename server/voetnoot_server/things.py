"""One thing of the graph and what is said of it, read from the store when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from voetnoot_server.bindings import bind
from voetnoot_server.links import is_iri, term
from voetnoot_server.store import Literal, NamedNode, Reader, Term

FACTS = "SELECT DISTINCT ?property ?value WHERE { ?this ?property ?value } ORDER BY ?property ?value"
INVERSE = "SELECT DISTINCT ?thing WHERE { ?thing ?property ?this } ORDER BY ?thing"
NAMES = ("skos:prefLabel", "rdfs:label", "dct:title")


@dataclass(frozen=True)
class Thing:
    """A node with its facts; properties are written as prefixed names (`vn:footnote`)."""

    reader: Reader
    iri: str

    @cached_property
    def facts(self) -> Mapping[str, tuple[Term, ...]]:
        """Return the values of each property, by the property's IRI; of what is no IRI nothing is said."""
        if not is_iri(self.iri):
            return {}
        found: dict[str, tuple[Term, ...]] = {}
        for row in self.reader.select(bind(FACTS, {"this": NamedNode(self.iri)})):
            name = value_of(row["property"])
            found[name] = (*found.get(name, ()), row["value"])
        return found

    @property
    def types(self) -> frozenset[str]:
        """Return the IRIs of the classes it is said to be in."""
        return frozenset(value_of(value) for value in self.values("rdf:type"))

    def is_a(self, *classes: str) -> bool:
        """Tell whether it is in one of the classes."""
        return not self.types.isdisjoint(map(term, classes))

    def values(self, name: str) -> tuple[Term, ...]:
        """Return the values of a property, in order."""
        return self.facts.get(term(name), ())

    def text(self, name: str, language: str = "") -> str:
        """Return a property's value as text, in this language where there is a choice; "" where there is none."""
        values = sorted(self.values(name), key=lambda value: getattr(value, "language", None) != language)
        return value_of(values[0]) if values else ""

    def key(self, name: str) -> str:
        """Return the key of a concept: the last part of its IRI, in words."""
        return self.text(name).rpartition("/")[2].replace("-", " ")

    def things(self, name: str) -> tuple[Thing, ...]:
        """Return the things that a property leads to."""
        return tuple(Thing(self.reader, v.value) for v in self.values(name) if isinstance(v, NamedNode))

    def thing(self, name: str) -> Thing | None:
        """Return the first thing that a property leads to."""
        return next(iter(self.things(name)), None)

    def inverse(self, name: str) -> tuple[Thing, ...]:
        """Return the things whose property leads here."""
        terms = {"property": NamedNode(term(name)), "this": NamedNode(self.iri)}
        found = (row["thing"] for row in self.reader.select(bind(INVERSE, terms)))
        return tuple(Thing(self.reader, thing.value) for thing in found if isinstance(thing, NamedNode))

    def name(self, language: str = "en") -> str:
        """Return its label, or the last two parts of its IRI."""
        names = (self.text(name, language) for name in NAMES)
        return next((name for name in names if name), "/".join(self.iri.rsplit("/", 2)[1:]))


def value_of(value: Term) -> str:
    """Return the text of a term: an IRI, or the lexical form of a literal."""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)
