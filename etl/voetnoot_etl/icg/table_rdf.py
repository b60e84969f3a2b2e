"""Tables → named graphs: one graph for each table, with its data set and records, none of another table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.icg.borders_rdf import borders_graph
from voetnoot_etl.icg.table_dataset import add_structure, dataset, describe, file
from voetnoot_etl.icg.table_model import Observation, TableReading
from voetnoot_etl.icg.timeline_rdf import timeline_graph
from voetnoot_etl.manifest import Source
from voetnoot_etl.phrases.mentions import KnownName
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import DCAT, PROV, QB, VN


def table_graphs(source: Source, reading: TableReading, names: Sequence[KnownName] = ()) -> Iterator[Graph]:
    """Yield the graph of a table; a translated edition has none, `names` are those to look for in prose."""
    if source.reader == "icg-observations":
        yield observation_graph(source, reading.observations)
    if source.reader == "icg-timeline":
        yield timeline_graph(source, reading.entries, names)
    if source.reader == "icg-borders":
        yield borders_graph(source, reading.borders)


def observation_graph(source: Source, observations: Sequence[Observation]) -> Graph:
    """Return the graph of a counting table: a data cube whose observations are the rows of the sheet."""
    graph = Graph(source.graph)
    describe(graph, source, QB.DataSet, DCAT.Dataset)
    add_structure(graph, source, _dimensions(source, observations))
    for observation in observations:
        _add_observation(graph, source, observation)
    return graph


def _add_observation(graph: Graph, source: Source, observation: Observation) -> None:
    category, segment = observation.category, observation.segment
    graph.add(
        iris.thing("observation", observation.key),
        (type_, QB.Observation),
        (QB.dataSet, dataset(source)),
        (VN.rowNumber, rdf.integer(observation.row)),
        (VN.reportedDate, rdf.date(observation.date)),
        (VN.edtf, rdf.text(observation.date.isoformat())),
        (VN.category, iris.concept("icg-category", category.key)),
        (VN.segment, iris.thing("place", segment.key) if segment else None),
        (VN.combatantStatus, _concept("combatant-status", category.status)),
        (VN.outcome, _concept("outcome", category.outcome)),
        (VN.weaponKind, _concept("weapon-kind", category.weapon)),
        (VN.side, _actor(category.side or _option(source, "side"))),
        (VN.cause, _concept("cause", _option(source, "cause"))),
        (VN.unit, _concept("unit", _option(source, "unit"))),
        (VN.count, rdf.integer(observation.count)),
        (PROV.wasDerivedFrom, file(source)),
    )


def _dimensions(source: Source, observations: Sequence[Observation]) -> tuple[str, ...]:
    first = observations[0].category
    found = {
        "row": True,
        "date": True,
        "category": True,
        "segment": "segment" in source.columns,
        "status": bool(first.status),
        "outcome": bool(first.outcome),
        "weapon": bool(first.weapon),
        "side": bool(first.side or _option(source, "side")),
        "cause": bool(_option(source, "cause")),
    }
    return tuple(name for name, present in found.items() if present)


def _option(source: Source, name: str) -> str:
    return str(source.options.get(name, ""))


def _concept(scheme: str, key: str) -> NamedNode | None:
    return iris.concept(scheme, key) if key else None


def _actor(key: str) -> NamedNode | None:
    return iris.thing("actor", key) if key else None
