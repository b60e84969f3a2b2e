"""Source files at hand → graphs: one for each document and table, and their text graphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from voetnoot_etl import rdf
from voetnoot_etl.check import check_counts
from voetnoot_etl.citation_rdf import Names, add_citations
from voetnoot_etl.document_rdf import document_graph
from voetnoot_etl.icg_tables import read_table_source
from voetnoot_etl.manifest import Source, find_file
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.publish import merged
from voetnoot_etl.publishers import read_publishers
from voetnoot_etl.reading import check_spans, read_document
from voetnoot_etl.table_model import TableReading
from voetnoot_etl.table_rdf import table_graphs
from voetnoot_etl.text_rdf import text_graph
from voetnoot_etl.workspace import Workspace, report


@dataclass(slots=True)
class Extraction:
    """What the sources at hand gave, by the sources' ids; `absent` are the others."""

    documents: dict[str, DocumentReading] = field(default_factory=dict)
    tables: dict[str, TableReading] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)

    @property
    def present(self) -> list[str]:
        """Return the ids of the sources that were read."""
        return sorted([*self.documents, *self.tables])


def extract(workspace: Workspace, sources: Sequence[Source]) -> Extraction:
    """Read every source that is at hand and hold it against its manifest; absent ones are reported."""
    extraction = Extraction()
    for source in sources:
        path = find_file(source, workspace.sources) if workspace.sources else None
        if path is None or workspace.sources is None:
            extraction.absent.append(source.id)
        elif source.kind == "document":
            report(f"reading {source.id}")
            extraction.documents[source.id] = read_checked(workspace, source)
        else:
            report(f"reading {source.id}")
            extraction.tables[source.id] = read_table_source(source, workspace.sources, workspace.curated)
    if extraction.absent:
        report(f"not at hand, taken from data/: {', '.join(extraction.absent)}")
    return extraction


def read_checked(workspace: Workspace, source: Source) -> DocumentReading:
    """Read a document and hold its spans and counts; its file must be at hand."""
    path = find_file(source, workspace.sources) if workspace.sources else None
    if path is None:
        raise FileNotFoundError(source.path)
    reading = read_document(path, read_publishers(workspace.curated / "publishers.tsv"))
    check_spans(reading)
    check_counts(source, reading)
    return reading


def source_graphs(
    workspace: Workspace, sources: Sequence[Source], extraction: Extraction
) -> dict[str, rdf.Graph]:
    """Return the graphs of the sources at hand by name, text graphs included."""
    return merged(_graphs(workspace, sources, extraction))


def _graphs(workspace: Workspace, sources: Sequence[Source], extraction: Extraction) -> Iterator[rdf.Graph]:
    names = Names(read_publishers(workspace.curated / "publishers.tsv"), {})
    for source in sources:
        if source.id in extraction.documents:
            reading = extraction.documents[source.id]
            graph = document_graph(source, reading)
            add_citations(graph, source.id, reading, names)
            yield graph
            yield text_graph(source, reading)
        elif source.id in extraction.tables:
            yield from table_graphs(source, extraction.tables[source.id])
