"""Derived links and contradictions → the graph `derived`: never in the graph of a table.

Each link stands twice: on the row that got it, for queries, and as a node of its own that says by which
method and from which rows of the other table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.icg.contradictions import CATEGORY, NUMBER, ROWS, Contradiction, contradictions
from voetnoot_etl.icg.join import Link, link_causes, link_events, link_sides
from voetnoot_etl.icg.table_model import Observation, TableReading
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import PROV, SKOS, VN

GRAPH = "derived"

LOCATED, ALL, MINES, DETENTIONS = "icg-casualties", "icg-deaths-all", "icg-deaths-mine", "icg-detentions"
SIDES = {"armenian-side": "icg-deaths-arm", "azerbaijani-side": "icg-deaths-aze"}
EARLIER = "icg-pre-2020-all"
EARLIER_SIDES = ("icg-pre-2020-arm", "icg-pre-2020-aze")
NEEDED = (LOCATED, ALL, MINES, DETENTIONS, *SIDES.values(), EARLIER, *EARLIER_SIDES)
"""The tables without which nothing is linked."""

_PROPERTY = {"side": VN.side, "cause": VN.cause, "event": VN.event}

_DIFFERENCES = {
    NUMBER: ("number", "het aantal"),
    CATEGORY: ("category", "de soort"),
    ROWS: ("rows that make up the number", "de rijen die het aantal opleveren"),
}


def derived_graph(readings: Mapping[str, TableReading]) -> Graph:
    """Return the links between ICG's tables, and what the tables contradict each other in."""
    graph = Graph(GRAPH)
    for link in _links(readings):
        _add_link(graph, link)
    for contradiction in _contradictions(readings):
        _add_contradiction(graph, contradiction)
    return graph


def _links(readings: Mapping[str, TableReading]) -> Iterator[Link]:
    located = readings[LOCATED].observations
    yield from link_causes(located, readings[MINES].observations)
    yield from link_sides(located, {side: readings[table].observations for side, table in SIDES.items()})
    yield from link_events(chain(located, readings[DETENTIONS].observations))


def _contradictions(readings: Mapping[str, TableReading]) -> Iterator[Contradiction]:
    located, together = readings[LOCATED].observations, readings[ALL].observations
    by_side = [row for table in SIDES.values() for row in readings[table].observations]
    earlier_by_side = [row for table in EARLIER_SIDES for row in readings[table].observations]
    yield from contradictions(located, together)
    yield from contradictions(located, by_side)
    yield from contradictions(together, by_side)
    yield from contradictions(readings[EARLIER].observations, earlier_by_side)


def _add_link(graph: Graph, link: Link) -> None:
    value = iris.concept("cause", link.value) if link.role == "cause" else _thing(link)
    method = iris.concept("link-method", link.method)
    row = graph.add(observation(link.row), (_PROPERTY[link.role], value), (VN.linkMethod, method))
    graph.add(
        iris.thing("link", link.row.key, link.role),
        (type_, VN.DerivedLink),
        (VN.linkOf, row),
        (_PROPERTY[link.role], value),
        (VN.linkMethod, method),
        *((PROV.wasDerivedFrom, observation(match)) for match in link.rows),
    )


def _thing(link: Link) -> NamedNode:
    return iris.thing("actor" if link.role == "side" else link.role, link.value)


def _add_contradiction(graph: Graph, found: Contradiction) -> None:
    english, dutch = _DIFFERENCES[found.differs]
    for rows, others in ((found.rows, found.others), (found.others, found.rows)):
        for row in rows:
            graph.add(observation(row), *((VN.contradicts, observation(other)) for other in others))
            _note(
                graph,
                row,
                f"Contradicted in the {english} by {_spoken(others, 'en')}.",
                f"Tegengesproken in {dutch} door {_spoken(others, 'nl')}.",
            )


def _note(graph: Graph, row: Observation, english: str, dutch: str) -> None:
    graph.add(observation(row), (SKOS.note, rdf.text(english, "en")), (SKOS.note, rdf.text(dutch, "nl")))


def _spoken(rows: Iterable[Observation], language: str) -> str:
    word = {"en": "row", "nl": "rij"}[language]
    said = (f"{row.table} {word} {row.row} ({row.category.label}: {row.count})" for row in rows)
    return ", ".join(said)


def observation(row: Observation) -> NamedNode:
    """Return the IRI of a record."""
    return iris.thing("observation", row.key)
