"""Reviewed tables: tab-separated, sorted, one fact a row; a cell with several values parts them by `|`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.errors import CuratedError
from voetnoot_etl.model import Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column, and its place ("actors.tsv:12") for messages."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def values(self, column: str) -> tuple[str, ...]:
        """Return the several values of a cell; none for an empty cell."""
        return tuple(self.cells[column].split("|")) if self.cells[column] else ()

    def integer(self, column: str) -> int | None:
        """Return a whole number, or None for an empty cell; anything else is a `CuratedError`."""
        cell = self.cells[column]
        if not cell:
            return None
        if not cell.removeprefix("-").isdecimal():
            raise CuratedError(f"{column} is {cell!r}, not a whole number", place=self.place)
        return int(cell)

    def span(self) -> Span | None:
        """Return where in its document a row stands, None for empty cells; no stretch is a `CuratedError`."""
        start, end = self.integer("start"), self.integer("end")
        if start is None and end is None:
            return None
        if start is None or end is None or not 0 <= start < end:
            raise CuratedError(f"no words stand from {start} to {end}", place=self.place)
        return Span(start, end)


def read_table(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Read a table whose header must be exactly `columns`; a row of another width is a `CuratedError`."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise CuratedError("there is no such table", place=str(path)) from error
    if lines[0].split("\t") != list(columns):
        raise CuratedError(f"the header must be {', '.join(columns)}", place=f"{path.name}:1")
    return tuple(_row(path, number, line, columns) for number, line in enumerate(lines[1:-1], 2))


def _row(path: Path, number: int, line: str, columns: tuple[str, ...]) -> Row:
    place = f"{path.name}:{number}"
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise CuratedError(f"{len(cells)} cells where the header has {len(columns)}", place=place)
    return Row(place, dict(zip(columns, cells, strict=True)))
