from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.graphs import names_in
from voetnoot_etl.icg.table_model import TableReading, TimelineEntry
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.icg.timeline import DAY_FROM_PRINT, OPEN_FROM_PRINT, ROLES, SHIFTED
from voetnoot_etl.icg.timeline_rdf import named, timeline_graph, timeline_text_graph
from voetnoot_etl.manifest import Source, read_manifest
from voetnoot_etl.phrases.mentions import KnownName

COLUMNS = {role: role.replace("_", " ").title() for role in ROLES}
MakeTable = Callable[..., Source]
ReadTable = Callable[[Source], TableReading]
ReadEntry = Callable[[Mapping[str, object]], TimelineEntry]


@pytest.fixture
def read_entry(make_table: MakeTable, read_altered: ReadTable) -> ReadEntry:
    def read(cells: Mapping[str, object]) -> TimelineEntry:
        filled = {"year": 2019, "month": 5, "headline": "A visit", "text": "A guest came.", **cells}
        row = [filled.get(role) for role in ROLES]
        table = make_table(
            [row], id_="icg-timeline", columns=COLUMNS, reader="icg-timeline", twin="", options={}
        )
        (entry,) = read_altered(table).entries
        return entry

    return read


@pytest.fixture(scope="module")
def entries(root: Path, sources: Path) -> dict[int, TimelineEntry]:
    source = read_manifest(root / "etl/sources/icg-timeline.toml")
    reading = read_table_source(source, sources, root / "etl/curated")
    return {entry.row: entry for entry in reading.entries}


@pytest.mark.parametrize(
    ("cells", "edtf", "display", "rules"),
    [
        ({"day": 27, "display_date": "27 May 2019"}, "2019-05-27", "", ()),
        ({"day": 27, "display_date": dt.datetime(2019, 5, 27)}, "2019-05-27", "", ()),
        (
            {"day": 27, "end_year": "2019", "end_month": 5, "end_day": "30", "display_date": "27 May 2019"},
            "2019-05-27/2019-05-30",
            "2019-05-27",
            (),
        ),
        ({"day": 27, "display_date": "28 May 2019"}, "2019-05-27", "2019-05-28", ()),
        (
            {"day": 27, "time": 2019, "end_year": 5, "end_month": "30", "display_date": "27-30 May 2019"},
            "2019-05-27/2019-05-30",
            "",
            (SHIFTED,),
        ),
        ({"display_date": "5 May 2019"}, "2019-05-05", "", (DAY_FROM_PRINT,)),
        ({"display_date": "May 2019"}, "2019-05", "", ()),
        ({"day": 5, "display_date": "5 May 2019 - ongoing"}, "2019-05-05/..", "", (OPEN_FROM_PRINT,)),
        ({"day": 5, "display_date": "April-May 2019"}, "2019-05-05", "", ()),
        (
            {"day": 5, "end_year": 2019, "end_month": 5, "end_day": 5, "display_date": "5 May 2019"},
            "2019-05-05",
            "",
            (),
        ),
    ],
)
def test_a_date_is_that_of_the_cells_and_a_contradicting_print_is_kept(
    read_entry: ReadEntry, cells: dict[str, object], edtf: str, display: str, rules: tuple[str, ...]
) -> None:
    entry = read_entry(cells)
    assert (entry.edtf, entry.display_edtf, entry.rules) == (edtf, display, rules)
    assert entry.inferred == (DAY_FROM_PRINT in rules)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"month": 13, "day": 1}, "there is no such day"),
        ({"month": 2, "day": 30}, "there is no such day"),
        ({"year": None, "day": 1}, "a date needs a year and a month"),
        ({"year": "long ago", "day": 1}, "'long ago' is not a whole number"),
        ({"day": 1, "time": 12}, "a time of day is not expected here"),
        ({"day": 1, "end_time": "noon"}, "a time of day is not expected here"),
        ({"day": 1, "time": 2019, "end_year": 5, "end_month": 3, "end_day": 4}, "not its year repeated"),
        ({"day": 1, "display_date": "soon"}, "is not a date"),
        ({"day": 1, "headline": None}, "the cell is empty"),
    ],
)
def test_a_row_that_no_rule_explains_is_refused(
    read_entry: ReadEntry, cells: dict[str, object], message: str
) -> None:
    with pytest.raises(TableError, match=message) as caught:
        read_entry({"display_date": "1 May 2019", **cells})
    assert caught.value.place.startswith("icg-timeline.xlsx [Data-Grid], row 2, column ")


def test_a_column_that_is_neither_read_nor_ignored_by_name_is_refused(
    make_table: MakeTable, read_altered: ReadTable
) -> None:
    columns = {**COLUMNS, "colour": "Colour"}
    table = make_table([], id_="icg-timeline", columns=columns, reader="icg-timeline", twin="", options={})
    with pytest.raises(TableError, match="ignored by name"):
        read_altered(table)


def test_the_words_stay_out_of_the_released_graph(read_entry: ReadEntry, make_table: MakeTable) -> None:
    entry = read_entry({"day": 1, "display_date": "1 May 2019"})
    source = make_table([], id_="icg-timeline")
    released = str(timeline_graph(source, [entry], ()).triples)
    assert "A visit" not in released
    assert "A guest" not in released
    words = timeline_text_graph(source, [entry])
    assert words.name == "text/icg-timeline"
    assert "A guest came." in str(words.triples)


def test_a_name_that_two_things_bear_is_no_mention(read_entry: ReadEntry) -> None:
    entry = read_entry({"day": 1, "display_date": "1 May 2019", "text": "From Armenia to Martuni."})
    names = [KnownName("Martuni", "place", "a"), KnownName("Martuni", "place", "b")]
    assert named(entry, [*names, KnownName("Armenia", "actor", "armenia")]) == [("actor", "armenia")]


def test_there_are_327_entries(entries: dict[int, TimelineEntry]) -> None:
    assert (len(entries), min(entries), max(entries)) == (327, 2, 328)


def test_two_rows_are_shifted_and_two_take_their_day_from_the_print(
    entries: dict[int, TimelineEntry],
) -> None:
    found = {
        rule: [row for row, entry in entries.items() if rule in entry.rules]
        for rule in (SHIFTED, DAY_FROM_PRINT)
    }
    assert found == {SHIFTED: [92, 243], DAY_FROM_PRINT: [150, 326]}
    assert (entries[92].edtf, entries[243].edtf) == ("2016-12-03/2016-12-10", "2020-01-28/2020-01-30")


def test_two_entries_have_an_open_end(entries: dict[int, TimelineEntry]) -> None:
    assert [row for row, entry in entries.items() if entry.edtf.endswith("/..")] == [319, 324]


def test_eleven_display_dates_contradict_their_row(entries: dict[int, TimelineEntry]) -> None:
    contradicted = [row for row, entry in entries.items() if entry.display_edtf]
    assert contradicted == [12, 27, 39, 60, 82, 184, 202, 217, 236, 287, 292]


def test_entries_name_actors_and_places(entries: dict[int, TimelineEntry], root: Path) -> None:
    names = names_in("icg-timeline", root / "etl/curated")
    assert ("actor", "european-union") in named(entries[318], names)
    assert sum(bool(named(entry, names)) for entry in entries.values()) > 250
