"""Panels of a thing's page: the saved queries that ask about things of its kind, each with its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery
from voetnoot_server.links import term
from voetnoot_server.parameters import Parameter, terms_of
from voetnoot_server.ranges import Comparison, comparisons
from voetnoot_server.store import NamedNode, Reader, Solutions
from voetnoot_server.things import value_of

MOST_ROWS = 50
"""Rows of one panel; the query's own page has more."""

_CLASSES = f"SELECT DISTINCT ?class WHERE {{ ?this a/<{term('rdfs:subClassOf')}>* ?class }} ORDER BY ?class"


@dataclass(frozen=True, slots=True)
class Panel:
    """A saved query bound to one thing: the parameter that takes it, and the answer."""

    query: SavedQuery
    parameter: str
    found: Solutions

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Return the figures of the answer that can be set side by side."""
        return comparisons(self.found)


def classes(reader: Reader, iri: str) -> frozenset[str]:
    """Return the classes of a thing, with those above them as far as the store holds the ontology."""
    return frozenset(
        value_of(row["class"]) for row in reader.select(bind(_CLASSES, {"this": NamedNode(iri)}))
    )


def panels(
    reader: Reader, catalogue: Iterable[SavedQuery], iri: str, kinds: frozenset[str], base: str
) -> Iterator[Panel]:
    """Yield a panel for each query that needs nothing but a thing of one of these classes and has an answer."""
    for query, parameter in _about(catalogue, kinds):
        needed = {p.name for p in query.parameters if p.required and not p.default}
        if parameter.panel and needed <= {parameter.name} and query.form == "select":
            terms = terms_of(query.parameters, {parameter.name: iri}, base)
            found = reader.select(bind(query.text, terms))
            if len(found):
                yield Panel(query, parameter.name, found)


def questions(catalogue: Iterable[SavedQuery], kinds: frozenset[str]) -> Iterator[tuple[SavedQuery, str]]:
    """Yield the queries that may be narrowed to a thing of one of these classes, with their parameter."""
    for query, parameter in _about(catalogue, kinds):
        if not parameter.panel:
            yield query, parameter.name


def _about(catalogue: Iterable[SavedQuery], kinds: frozenset[str]) -> Iterator[tuple[SavedQuery, Parameter]]:
    for query in catalogue:
        for parameter in query.parameters:
            if not kinds.isdisjoint(map(term, parameter.classes)):
                yield query, parameter
