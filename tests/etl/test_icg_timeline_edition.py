from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.graphs import read_tables, text_graphs
from voetnoot_etl.icg.table_model import TableReading, TimelineEntry
from voetnoot_etl.icg.timeline import ROLES
from voetnoot_etl.icg.timeline_edition import add_edition
from voetnoot_etl.manifest import Source, read_manifest
from voetnoot_etl.rdf import Graph

COLUMNS = {role: role.replace("_", " ").title() for role in ROLES}
MakeTable = Callable[..., Source]
ReadTable = Callable[[Source], TableReading]


def entry(row: int, edtf: str) -> TimelineEntry:
    return TimelineEntry(
        "icg-timeline", row, edtf, "", "", (), inferred=False, headline="A visit", text="He came."
    )


def edition(make_table: MakeTable, *days: int) -> Source:
    rows = [
        [2019, 5, day, None, None, None, None, None, "5 мая 2018", "Визит", "Он приехал."] for day in days
    ]
    return make_table(
        rows,
        id_="icg-ru-timeline",
        columns=COLUMNS,
        reader="icg-timeline-edition",
        language="ru",
        options={"first_row": 7},
        twin="",
    )


def test_rows_are_aligned_from_the_first_row_on_and_give_words_only(
    make_table: MakeTable, read_altered: ReadTable
) -> None:
    source = edition(make_table, 5, 6)
    graph = Graph("text/icg-timeline")
    entries = {7: entry(7, "2019-05-05"), 8: entry(8, "2019-05-06/..")}
    add_edition(graph, source, read_altered(source).translations, entries)
    assert {str(triple.object) for triple in graph.triples} == {'"Визит"@ru', '"Он приехал."@ru'}
    assert len(graph.triples) == 4


def test_a_row_whose_date_is_not_that_of_its_entry_is_refused(
    make_table: MakeTable, read_altered: ReadTable
) -> None:
    source = edition(make_table, 5)
    translations = read_altered(source).translations
    with pytest.raises(TableError, match=r"row 2: the date 2019-05-05 is not that of the aligned entry"):
        add_edition(Graph("text/x"), source, translations, {7: entry(7, "2019-05-06")})
    with pytest.raises(TableError, match="not that of the aligned entry"):
        add_edition(Graph("text/x"), source, translations, {})


def test_the_russian_edition_has_57_entries_with_the_dates_of_the_whole(root: Path, sources: Path) -> None:
    manifests = [read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*timeline.toml"))]
    readings = read_tables(manifests, sources, root / "etl/curated")
    assert len(readings["icg-ru-timeline"].translations) == 57
    (graph,) = text_graphs(manifests, readings)
    assert graph.name == "text/icg-timeline"
    assert sum(str(triple.object).endswith("@ru") for triple in graph.triples) == 114
