from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import TableReading
from voetnoot_etl.icg.twin import printed
from voetnoot_etl.manifest import Source

DAY = dt.datetime(2022, 9, 19)
ROW = (DAY, "Combatant/Killed", "NK: Kelbajar", 3)
MakeTable = Callable[..., Source]
ReadTable = Callable[[Source], TableReading]


def rewrite(twin: Path, old: str, new: str) -> None:
    twin.write_text(twin.read_text(encoding="utf-8-sig").replace(old, new), encoding="utf-8-sig")


def test_a_twin_has_a_byte_order_mark_and_dates_with_the_month_first(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path
) -> None:
    source = make_table([ROW])
    assert (tmp_path / source.twin).read_bytes().startswith(b"\xef\xbb\xbfDate,")
    assert "9/19/2022" in (tmp_path / source.twin).read_text(encoding="utf-8-sig")
    assert len(read_altered(source).observations) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("9/19/2022", "19/9/2022"), "row 2, column 'Date': '19/9/2022' where row 2 of the workbook has"),
        (("Killed", "Wounded"), "row 2, column 'Incident Type': 'Combatant/Wounded' where"),
        ((",3", ",4"), "row 2, column 'Casualties': '4' where"),
        (("Incident Type", "Type"), "row 1: column 2 is 'Type', not 'Incident Type'"),
    ],
)
def test_a_twin_that_differs_is_named_with_row_and_column(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    source = make_table([ROW])
    rewrite(tmp_path / source.twin, *change)
    with pytest.raises(TableError, match=f"^icg-casualties.csv, {message}"):
        read_altered(source)


def test_a_twin_with_a_row_too_few_or_too_many_is_an_error(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path
) -> None:
    source = make_table([ROW, ROW])
    lines = (tmp_path / source.twin).read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (tmp_path / source.twin).write_text("".join(lines[:-1]), encoding="utf-8-sig")
    with pytest.raises(TableError, match="row 3 of the workbook is missing"):
        read_altered(source)
    (tmp_path / source.twin).write_text("".join([*lines, lines[-1]]), encoding="utf-8-sig")
    with pytest.raises(TableError, match="the workbook has no such row"):
        read_altered(source)


def test_a_twin_with_an_uneven_row_is_an_error(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path
) -> None:
    source = make_table([ROW])
    rewrite(tmp_path / source.twin, ",3", ",3,4")
    with pytest.raises(TableError, match="5 cells where the header has 4"):
        read_altered(source)


def test_lines_that_hold_only_an_ignored_column_are_counted_and_left_out(
    make_table: MakeTable, read_altered: ReadTable, tmp_path: Path
) -> None:
    options = {"twin_ignored": ["ID"], "unit": "person"}
    source = make_table([ROW], options=options, expected={"twin_id_only": 2})
    header, row = (tmp_path / source.twin).read_text(encoding="utf-8-sig").splitlines()
    (tmp_path / source.twin).write_text(f"ID,{header}\n7,{row}\n8,,,,\n9,,,,\n", encoding="utf-8-sig")
    assert len(read_altered(source).observations) == 1
    (tmp_path / source.twin).write_text(f"ID,{header}\n7,{row}\n8,,,,\n", encoding="utf-8-sig")
    with pytest.raises(TableError, match="1 lines hold only ignored columns, not 2"):
        read_altered(source)


def test_a_date_is_printed_as_numbers_or_in_words() -> None:
    assert printed(DAY) == "9/19/2022"
    assert printed(DAY, long_dates=True) == "19 September 2022"
    assert printed(None) == ""
