from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from voetnoot_etl.errors import SourceError, TableError
from voetnoot_etl.icg.table_model import TableReading
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.manifest import Source

DAY = dt.datetime(2022, 9, 19)
ROW = (DAY, "Combatant/Killed", "NK: Kelbajar", 3)
MakeTable = Callable[..., Source]
ReadTable = Callable[[Source], TableReading]


def test_a_row_number_is_that_of_the_sheet(make_table: MakeTable, read_altered: ReadTable) -> None:
    (observation,) = read_altered(make_table([ROW])).observations
    assert (observation.row, observation.key) == (2, "icg-casualties-2")
    assert (observation.date, observation.count) == (dt.date(2022, 9, 19), 3)


def test_rows_that_are_alike_are_separate_records(make_table: MakeTable, read_altered: ReadTable) -> None:
    observations = read_altered(make_table([ROW, ROW])).observations
    assert [observation.key for observation in observations] == ["icg-casualties-2", "icg-casualties-3"]


def test_an_empty_row_keeps_its_number(make_table: MakeTable, read_altered: ReadTable) -> None:
    observations = read_altered(make_table([ROW, (None,) * 4, ROW], twin="")).observations
    assert [observation.row for observation in observations] == [2, 4]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ((DAY, "Combatant/Lost", "NK: Kelbajar", 3), "Incident Type", "not a category of this table"),
        ((DAY, "Combatants Killed", "NK: Kelbajar", 3), "Incident Type", "not a category of this table"),
        ((DAY, "Combatant/Killed", "NK: Nowhere", 3), "Place of Origin", "not a known place"),
        ((DAY, "Combatant/Killed", "NK: Kelbajar", 0), "Casualties", "not a whole number above zero"),
        ((DAY, "Combatant/Killed", "NK: Kelbajar", 1.5), "Casualties", "not a whole number above zero"),
        ((DAY, "Combatant/Killed", "NK: Kelbajar", None), "Casualties", "not a whole number above zero"),
        (("19 September", "Combatant/Killed", "NK: Kelbajar", 3), "Date", "not a date"),
    ],
)
def test_a_value_that_cannot_be_taken_is_named_with_file_sheet_row_and_column(
    make_table: MakeTable, read_altered: ReadTable, row: tuple[object, ...], column: str, message: str
) -> None:
    with pytest.raises(TableError, match=message) as caught:
        read_altered(make_table([ROW, row]))
    assert caught.value.place == f"icg-casualties.xlsx [Data-Grid], row 3, column {column!r}"


def test_a_missing_sheet_is_named_with_those_that_are_there(
    make_table: MakeTable, read_altered: ReadTable
) -> None:
    with pytest.raises(TableError, match=r"\[Data\]: there is no such sheet; there is Data-Grid"):
        read_altered(replace(make_table([ROW]), sheet="Data"))


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"date": "Day", "category": "Incident Type"}, "column 1 is 'Date', not 'Day'"),
        (
            {"date": "Date", "category": "Incident Type"},
            "the column 'Place of Origin' is not in the manifest",
        ),
        (
            {"a": "Date", "b": "Incident Type", "c": "Place of Origin", "d": "Casualties", "e": "Side"},
            "the column 'Side' is missing",
        ),
    ],
)
def test_a_renamed_added_or_missing_column_is_named(
    make_table: MakeTable, read_altered: ReadTable, columns: dict[str, str], message: str
) -> None:
    with pytest.raises(TableError, match=message):
        read_altered(replace(make_table([ROW]), columns=columns))


@pytest.mark.parametrize("keep", [0, 10, 2000])
def test_a_workbook_cut_short_is_one_clear_error(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path, keep: int
) -> None:
    source = make_table([ROW])
    workbook = tmp_path / source.path
    workbook.write_bytes(workbook.read_bytes()[:keep])
    with pytest.raises(TableError, match=r"^icg-casualties.xlsx: the workbook cannot be read"):
        read_altered(source)


def test_a_damaged_workbook_is_one_clear_error(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path
) -> None:
    source = make_table([ROW] * 50)
    content = bytearray((tmp_path / source.path).read_bytes())
    content[len(content) // 2 : len(content) // 2 + 200] = bytes(200)
    (tmp_path / source.path).write_bytes(content)
    with pytest.raises(TableError, match=r"^icg-casualties.xlsx"):
        read_altered(source)


def test_an_altered_workbook_is_refused_by_its_digest(
    make_table: MakeTable, tmp_path: Path, curated: Path
) -> None:
    source = make_table([ROW])
    with (tmp_path / source.path).open("ab") as file:
        file.write(b"more")
    with pytest.raises(SourceError, match="SHA-256"):
        read_table_source(source, tmp_path, curated)


def test_an_absent_workbook_is_said_to_be_absent(
    make_table: MakeTable, tmp_path: Path, curated: Path
) -> None:
    source = make_table([ROW])
    (tmp_path / source.path).unlink()
    with pytest.raises(SourceError, match=r"icg-casualties.xlsx: the file is absent"):
        read_table_source(source, tmp_path, curated)


@pytest.mark.parametrize(
    ("expected", "message"), [({"rows": 3}, "rows is 2, not 3"), ({"sum": 7}, "sum is 6, not 7")]
)
def test_an_unexpected_number_of_rows_or_sum_is_an_error(
    make_table: MakeTable, read_altered: ReadTable, expected: dict[str, int], message: str
) -> None:
    with pytest.raises(TableError, match=message):
        read_altered(make_table([ROW, ROW], expected=expected))
