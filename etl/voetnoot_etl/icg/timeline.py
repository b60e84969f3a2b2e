"""ICG's time line: dated entries, with rows repaired whose end date slipped one column to the left.

Every repair is named. Headlines and texts are ICG's prose: they serve a digest and a graph that is not
released.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.display_dates import display_edtf, edtf_day
from voetnoot_etl.icg.table_model import Cell, SheetRow, TimelineEntry
from voetnoot_etl.icg.workbooks import place_of
from voetnoot_etl.manifest import Source

SHIFTED = "end-date-one-column-left"
DAY_FROM_PRINT = "day-from-display-date"
OPEN_FROM_PRINT = "open-end-from-display-date"

_START = ("year", "month", "day")
_END = ("end_year", "end_month", "end_day")
_FIRST_YEAR = 1900

ROLES = (*_START, "time", *_END, "end_time", "display_date", "headline", "text")
"""The columns that are read; every other one must be ignored by name."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row of the time line by role."""

    source: Source
    row: SheetRow

    def cell(self, role: str) -> Cell:
        """Return the cell of a role; one of blanks is empty."""
        cell = self.row[self.source.columns[role]]
        return None if isinstance(cell, str) and not cell.strip() else cell

    def number(self, role: str) -> int | None:
        """Return a whole number, whether the cell holds it as a number or as text."""
        cell = self.cell(role)
        if cell is None or isinstance(cell, int):
            return cell
        if isinstance(cell, str) and cell.strip().isdecimal():
            return int(cell)
        raise self.fault(role, f"{cell!r} is not a whole number")

    def fault(self, role: str, message: str) -> TableError:
        """Return an error at the place of a cell."""
        column = self.source.columns[role]
        return TableError(
            message, place=place_of(self.source.path, self.source.sheet, self.row.number, column)
        )


def read_timeline(source: Source, rows: tuple[SheetRow, ...]) -> tuple[TimelineEntry, ...]:
    """Read the entries; a date that is none, or a cell that no rule explains, is a `TableError`."""
    check_roles(source)
    entries = tuple(_entry(TimelineRow(source, row)) for row in rows)
    if len(entries) != source.expected.get("rows", len(entries)):
        raise TableError(f"rows is {len(entries)}, not {source.expected['rows']}", place=source.path)
    return entries


def check_roles(source: Source) -> None:
    """Check that every column is read or ignored by name; else a `TableError`."""
    ignored = source.options.get("ignored", [])
    unread = set(source.columns) - set(ROLES) - set(ignored if isinstance(ignored, list) else [])
    if unread or set(ROLES) - set(source.columns):
        raise TableError(f"the roles must be {', '.join(ROLES)} and those ignored by name", place=source.id)


def _entry(row: TimelineRow) -> TimelineEntry:
    _refuse_strays(row)
    shifted = row.cell("time") is not None
    cells = date_of_cells(row)
    printed, display = _display(row)
    edtf, refinements = _refined(cells, display)
    return TimelineEntry(
        table=row.source.id,
        row=row.row.number,
        edtf=edtf,
        display_date=printed,
        display_edtf="" if _agree(edtf, display) else display,
        rules=((SHIFTED,) if shifted else ()) + refinements,
        inferred=DAY_FROM_PRINT in refinements,
        headline=prose(row, "headline"),
        text=prose(row, "text"),
    )


def date_of_cells(row: TimelineRow) -> str:
    """Return the EDTF date of the date cells, wherever an end date has slipped."""
    shifted = row.cell("time") is not None
    start, end = _date(row, _START), _date(row, _shifted_end(row) if shifted else _END)
    return f"{start}/{end}" if end not in ("", start) else start


def _shifted_end(row: TimelineRow) -> tuple[str, str, str]:
    """Return the roles under which a slipped end date stands; the year may be repeated behind it."""
    year = row.number("time")
    if year is None or year < _FIRST_YEAR:
        raise row.fault("time", "a time of day is not expected here")
    if row.number("end_day") not in (None, year):
        raise row.fault("end_day", "the row is shifted, but this is not its year repeated")
    return "time", "end_year", "end_month"


def _date(row: TimelineRow, roles: tuple[str, ...]) -> str:
    year, month, day = (row.number(role) for role in roles)
    if year is None and month is None:
        return ""
    if year is None or month is None:
        raise row.fault(roles[0], "a date needs a year and a month")
    try:
        dt.date(year, month, day or 1)
    except ValueError as error:
        raise row.fault(roles[2], f"there is no such day ({error})") from error
    return edtf_day(year, month, day)


def _display(row: TimelineRow) -> tuple[str, str]:
    cell = row.cell("display_date")
    if isinstance(cell, dt.datetime):
        return f"{cell.day} {cell:%B} {cell.year}", cell.date().isoformat()
    try:
        return " ".join(str(cell).split()), display_edtf(str(cell))
    except ValueError as error:
        raise row.fault("display_date", str(error)) from error


def _refined(cells: str, display: str) -> tuple[str, tuple[str, ...]]:
    """Return the date of the cells, completed by the printed date where the cells leave something out."""
    if display == f"{cells}/..":
        return display, (OPEN_FROM_PRINT,)
    if display.startswith(f"{cells}-"):
        return display, (DAY_FROM_PRINT,)
    return cells, ()


def _agree(edtf: str, display: str) -> bool:
    """Return whether a date lies within the printed one at the precision of that."""
    if display == edtf:
        return True
    (first, last), (printed_first, printed_last) = bounds(edtf), bounds(display)
    if first is None or last is None or printed_first is None or printed_last is None:
        return False
    coarse = len(display.partition("/")[0]) < len(edtf.partition("/")[0])
    return coarse and printed_first <= first and last <= printed_last


def _refuse_strays(row: TimelineRow) -> None:
    if row.cell("end_time") is not None:
        raise row.fault("end_time", "a time of day is not expected here")
    for role in ("headline", "text"):
        if row.cell(role) is None:
            raise row.fault(role, "the cell is empty")


def prose(row: TimelineRow, role: str) -> str:
    """Return the words of a cell."""
    return str(row.cell(role)).strip()
