"""ICG's spreadsheets: a workbook's sheet, row by row, held against the columns that its manifest names."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import Cell, SheetRow

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
)
"""What openpyxl raises for a file that is cut short, damaged or no workbook at all."""


def place_of(name: str, sheet: str, row: int | None = None, column: str = "") -> str:
    """Return the place of a cell for messages: file, sheet, row and column as far as known."""
    parts = [f"{name} [{sheet}]" if sheet else name]
    parts += [f"row {row}"] if row is not None else []
    parts += [f"column {column!r}"] if column else []
    return ", ".join(parts)


def read_sheet(path: Path, sheet: str, columns: Sequence[str]) -> tuple[SheetRow, ...]:
    """Read the rows of a sheet whose header must be exactly `columns`; empty rows are left out.

    A file that is no workbook, a missing sheet, another header or a cell outside the named columns is
    a `TableError`.
    """
    lines = iter(_lines(path, sheet))
    _check_header(next(lines, ()), columns, place_of(path.name, sheet, 1))
    return tuple(
        SheetRow(number, dict(zip(columns, _named(line, len(columns), path, sheet, number), strict=True)))
        for number, line in enumerate(lines, 2)
        if any(cell is not None for cell in line)
    )


def _lines(path: Path, sheet: str) -> list[tuple[Cell, ...]]:
    try:
        book = load_workbook(path, data_only=True)
    except UNREADABLE as error:
        raise TableError(f"the workbook cannot be read ({error})", place=path.name) from error
    if sheet not in book.sheetnames:
        raise TableError(
            f"there is no such sheet; there is {', '.join(book.sheetnames)}", place=place_of(path.name, sheet)
        )
    return [
        tuple(_cell(value, path, sheet) for value in line) for line in book[sheet].iter_rows(values_only=True)
    ]


def _cell(value: object, path: Path, sheet: str) -> Cell:
    if value is None or (isinstance(value, str | int | float | dt.datetime) and not isinstance(value, bool)):
        return value
    raise TableError(
        f"a cell holds {value!r}, of a type that no table uses", place=place_of(path.name, sheet)
    )


def _check_header(line: Sequence[Cell], columns: Sequence[str], place: str) -> None:
    found = [str(cell) for cell in _trimmed(line)]
    for position, wanted in enumerate(columns):
        if position >= len(found):
            raise TableError(f"the column {wanted!r} is missing", place=place)
        if found[position] != wanted:
            raise TableError(f"column {position + 1} is {found[position]!r}, not {wanted!r}", place=place)
    if len(found) > len(columns):
        raise TableError(f"the column {found[len(columns)]!r} is not in the manifest", place=place)


def _named(line: Sequence[Cell], width: int, path: Path, sheet: str, number: int) -> Iterator[Cell]:
    if any(cell is not None for cell in line[width:]):
        raise TableError("a cell stands outside the named columns", place=place_of(path.name, sheet, number))
    yield from line[:width]


def _trimmed(line: Sequence[Cell]) -> list[Cell]:
    cells = list(line)
    while cells and cells[-1] is None:
        cells.pop()
    return cells
