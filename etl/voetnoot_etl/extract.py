"""Source files at hand → graphs: one for each document and table, and their text graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl import rdf
from voetnoot_etl.anchors import FileText
from voetnoot_etl.checks.counts import check_counts
from voetnoot_etl.claims.claim_rdf import add_claims
from voetnoot_etl.claims.review import document_claims, table_path
from voetnoot_etl.claims.reviewed import read_reviewed
from voetnoot_etl.claims.unclaimed_rdf import add_reasons
from voetnoot_etl.icg.graphs import icg_graphs
from voetnoot_etl.manifest import Source, find_file
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.citation_rdf import Names, add_citations
from voetnoot_etl.reading.document import check_spans, read_document
from voetnoot_etl.reading.document_rdf import document_graph
from voetnoot_etl.reading.publishers import read_publishers
from voetnoot_etl.reading.text_rdf import text_graph
from voetnoot_etl.release.publish import merged
from voetnoot_etl.workspace import Workspace, report
from voetnoot_etl.world.core import Core
from voetnoot_etl.world.knowledge import Knowledge
from voetnoot_etl.world.tables import World


@dataclass(frozen=True, slots=True)
class Holdings:
    """Which sources are at hand; the tables are read together, as some are held against others."""

    documents: tuple[Source, ...]
    tables: tuple[Source, ...]
    absent: tuple[Source, ...]

    @property
    def present(self) -> list[str]:
        """Return the ids of the sources that are read."""
        return sorted(source.id for source in (*self.documents, *self.tables))


def find_holdings(workspace: Workspace, sources: Sequence[Source]) -> Holdings:
    """Look for every source's file; an altered one is a `SourceError`, absent ones are reported."""
    found = [s for s in sources if workspace.sources and find_file(s, workspace.sources)]
    tables = tuple(source for source in sources if source.kind != "document")
    complete = all(table in found for table in tables)
    documents = tuple(source for source in found if source.kind == "document")
    read = documents + (tables if complete else ())
    absent = tuple(source for source in sources if source not in read)
    if absent:
        report(f"not at hand, taken from data/: {', '.join(source.id for source in absent)}")
    return Holdings(documents, tables if complete else (), absent)


def read_documents(workspace: Workspace, sources: Sequence[Source]) -> dict[str, DocumentReading]:
    """Read documents that are at hand, by id, and hold each against its manifest."""
    publishers = read_publishers(workspace.curated / "publishers.tsv")
    readings: dict[str, DocumentReading] = {}
    for source in sources:
        path = find_file(source, workspace.sources) if workspace.sources else None
        if path is None:
            continue
        report(f"reading {source.id}")
        reading = read_document(path, publishers)
        check_spans(reading)
        check_counts(source, reading)
        readings[source.id] = reading
    return readings


def document_graphs(
    workspace: Workspace, sources: Sequence[Source], readings: Mapping[str, DocumentReading], core: Core
) -> dict[str, rdf.Graph]:
    """Return the graphs of documents by name: what was read, what they cite, what they claim; and their text."""
    names = _names(workspace, core.world)
    knowledge = Knowledge(core.world, core.history)
    graphs: list[rdf.Graph] = []
    for source in sources:
        reading = readings[source.id]
        graph = document_graph(source, reading)
        add_citations(graph, source.id, reading, names)
        tables = workspace.curated / "claims"
        claims = document_claims(reading, source, knowledge, tables)
        add_claims(graph, FileText(source.id, reading.text), claims)
        read = read_reviewed(table_path(tables, source.id), source.id, reading, knowledge).homes
        add_reasons(graph, source.id, reading.sentences, {claim.home for claim in claims}, read)
        graphs += [graph, text_graph(source, reading)]
    return merged(graphs)


def _names(workspace: Workspace, world: World) -> Names:
    people = {actor.id for actor in world.actors if actor.kind == "person"}
    return Names(
        read_publishers(workspace.curated / "publishers.tsv"),
        {name.spelling: name.id for name in world.actor_names if name.id in people},
        frozenset(actor.id for actor in world.actors),
    )


def table_graphs(workspace: Workspace, sources: Sequence[Source]) -> dict[str, rdf.Graph]:
    """Return the graphs of the tables by name, text graphs included."""
    if not sources or workspace.sources is None:
        return {}
    report(f"reading {len(sources)} tables")
    return merged(icg_graphs(sources, workspace.sources, workspace.curated))
