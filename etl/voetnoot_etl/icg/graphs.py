"""All graphs of ICG's tables in one go: each table's own, the code lists, the derived links, the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from voetnoot_etl.curated import read_table
from voetnoot_etl.icg.code_rdf import GRAPH, add_codes
from voetnoot_etl.icg.codes import read_codes
from voetnoot_etl.icg.join_rdf import NEEDED, derived_graph
from voetnoot_etl.icg.labels import consistent_labels, disagreeing_rows
from voetnoot_etl.icg.segment_rdf import add_positions, read_points
from voetnoot_etl.icg.table_dataset import describe
from voetnoot_etl.icg.table_model import Label, TableReading
from voetnoot_etl.icg.table_rdf import table_graphs
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.icg.timeline_edition import add_edition
from voetnoot_etl.icg.timeline_rdf import timeline_text_graph
from voetnoot_etl.manifest import Source, find_file, find_twin
from voetnoot_etl.phrases.mentions import KnownName
from voetnoot_etl.rdf import Graph, text
from voetnoot_etl.terms import DCAT, SKOS
from voetnoot_etl.world.tables import NAMES

NAME_TABLES = (("actor", "actor-names.tsv"), ("place", "place-names.tsv"))
UNCLEAR = "contextual"
"""The kind of a name that stands for its bearer in its own context only."""


def read_tables(sources: Sequence[Source], folder: Path, curated: Path) -> dict[str, TableReading]:
    """Read every table among some sources whose file, and twin if any, is at hand; keys are their ids."""
    return {
        source.id: read_table_source(source, folder, curated)
        for source in sources
        if source.reader.startswith("icg-") and is_at_hand(source, folder)
    }


def is_at_hand(source: Source, folder: Path) -> bool:
    """Return whether the file of a table is below the folder of sources, and its twin if it has one."""
    twin = not source.twin or find_twin(source, folder) is not None
    return twin and find_file(source, folder) is not None


def icg_graphs(sources: Sequence[Source], folder: Path, curated: Path) -> Iterator[Graph]:
    """Yield the graphs of the ICG tables at hand; those named `text/…` are never released.

    The code lists and the derived links come from several tables and only when all of those are there.
    """
    readings = read_tables(sources, folder, curated)
    tables = [source for source in sources if source.id in readings]
    for source in tables:
        yield from table_graphs(source, readings[source.id], names_in(source.id, curated))
    yield from text_graphs(tables, readings)
    if len(tables) == sum(source.reader.startswith("icg-") for source in sources):
        yield label_graph(tables, readings, curated)
    if set(NEEDED) <= set(readings):
        yield derived_graph(readings)


def text_graphs(sources: Sequence[Source], readings: Mapping[str, TableReading]) -> Iterator[Graph]:
    """Yield the words of the time line, with those of a translated edition; never released."""
    for source in sources:
        if source.reader == "icg-timeline":
            graph = timeline_text_graph(source, readings[source.id].entries)
            entries = {entry.row: entry for entry in readings[source.id].entries}
            for edition in sources:
                if edition.options.get("edition_of") == source.id:
                    add_edition(graph, edition, readings[edition.id].translations, entries)
            yield graph


def label_graph(sources: Sequence[Source], readings: Mapping[str, TableReading], curated: Path) -> Graph:
    """Return the code lists with the labels of the translated editions that can be relied on."""
    graph = Graph(GRAPH)
    labels: set[Label] = set()
    for source in sources:
        if source.reader == "icg-labels":
            rows = readings[str(source.options["labels_of"])].observations
            translated = readings[source.id].observations
            labels.update(consistent_labels(rows, translated, source.language))
            _describe_edition(graph, source, len(disagreeing_rows(rows, translated)), len(rows))
        elif source.reader == "icg-timeline-edition":
            describe(graph, source, DCAT.Dataset)
    codes = read_codes(curated)
    add_positions(graph, codes.segments.values(), read_points(curated))
    add_codes(graph, codes, sorted(labels, key=lambda label: (label.category, label.text)))
    return graph


def names_in(document: str, curated: Path) -> tuple[KnownName, ...]:
    """Return the curated names that stand in a document or table and tell their bearer by themselves."""
    return tuple(
        KnownName(row["name"], kind, row["id"], row["kind"] != "description")
        for kind, table in NAME_TABLES
        for row in read_table(curated / table, NAMES)
        if row["document"] == document and row["kind"] != UNCLEAR
    )


def _describe_edition(graph: Graph, source: Source, disagreeing: int, rows: int) -> None:
    node = describe(graph, source, DCAT.Dataset)
    if disagreeing:
        graph.add(
            node,
            (SKOS.note, text(f"The labels of {disagreeing} of {rows} rows name another category.", "en")),
            (
                SKOS.note,
                text(f"De labels van {disagreeing} van {rows} rijen noemen een andere categorie.", "nl"),
            ),
        )
