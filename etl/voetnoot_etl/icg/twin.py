"""The csv twins of ICG's workbooks: the same table with a byte order mark and M/D/YYYY dates.

A workbook whose twin says something else has been altered on one side, and then neither is taken.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import Cell, SheetRow
from voetnoot_etl.icg.workbooks import place_of


def check_twin(
    rows: Sequence[SheetRow],
    path: Path,
    columns: Sequence[str],
    *,
    ignored: Sequence[str] = (),
    id_only: int = 0,
) -> None:
    """Hold the rows of a sheet against its csv twin, whose header is `columns` plus those to be ignored.

    `id_only` is the number of lines that hold nothing but ignored cells; a difference is a `TableError`.
    """
    lines = _read(path)
    kept = [position for position, name in enumerate(lines[0]) if name not in ignored]
    _check_columns([lines[0][position] for position in kept], columns, path)
    twins = [(number, [line[position] for position in kept]) for number, line in enumerate(lines[1:], 2)]
    filled = [(number, cells) for number, cells in twins if any(cells)]
    if ignored and (empty := len(twins) - len(filled)) != id_only:
        raise TableError(f"{empty} lines hold only ignored columns, not {id_only}", place=path.name)
    for row, twin in zip_longest(rows, filled):
        _compare(row, twin, columns, path)


def printed(cell: Cell, *, long_dates: bool = False) -> str:
    """Return a cell as the csv twin prints it: 9/19/2022, or 19 September 2022 in a column of text."""
    if isinstance(cell, dt.datetime):
        long = f"{cell.day} {cell:%B} {cell.year}"
        return long if long_dates else f"{cell.month}/{cell.day}/{cell.year}"
    return "" if cell is None else str(cell)


def _read(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"the twin cannot be read ({error})", place=path.name) from error
    if not lines:
        raise TableError("the twin is empty", place=path.name)
    width = len(lines[0])
    for number, line in enumerate(lines, 1):
        if len(line) != width:
            raise TableError(
                f"{len(line)} cells where the header has {width}", place=place_of(path.name, "", number)
            )
    return lines


def _check_columns(found: Sequence[str], wanted: Sequence[str], path: Path) -> None:
    for position, (has, must) in enumerate(zip_longest(found, wanted, fillvalue=""), 1):
        if has != must:
            raise TableError(f"column {position} is {has!r}, not {must!r}", place=place_of(path.name, "", 1))


def _compare(
    row: SheetRow | None, twin: tuple[int, list[str]] | None, columns: Sequence[str], path: Path
) -> None:
    if row is None:
        raise TableError(
            "the workbook has no such row", place=place_of(path.name, "", twin[0] if twin else None)
        )
    if twin is None:
        raise TableError(f"row {row.number} of the workbook is missing", place=path.name)
    number, cells = twin
    for column, cell, text in zip(columns, row.cells.values(), cells, strict=True):
        if text not in (printed(cell), printed(cell, long_dates=True)):
            said = f"{text!r} where row {row.number} of the workbook has {printed(cell)!r}"
            raise TableError(said, place=place_of(path.name, "", number, column))
