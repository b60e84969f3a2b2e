"""ICG's counting tables: casualties, detentions and incidents, one record for each row of the sheet.

Rows that are alike in every column are separate records: nothing is merged.
"""

from __future__ import annotations

import datetime as dt

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.codes import Codes
from voetnoot_etl.icg.table_model import Category, Observation, Segment, SheetRow
from voetnoot_etl.icg.workbooks import place_of
from voetnoot_etl.manifest import Source


def read_observations(source: Source, rows: tuple[SheetRow, ...], codes: Codes) -> tuple[Observation, ...]:
    """Read the records of a table and hold their number and sum against the manifest.

    The manifest's columns name the roles `date`, `category`, `count` and, for located tables, `segment`.
    A date, category, place or number that cannot be taken is a `TableError` with its row and column.
    """
    observations = tuple(_observation(source, row, codes) for row in rows)
    found = {"rows": len(observations), "sum": sum(observation.count for observation in observations)}
    for name, number in found.items():
        if number != source.expected.get(name, number):
            raise TableError(
                f"{name} is {number}, not {source.expected[name]}", place=place_of(source.path, source.sheet)
            )
    return observations


def _observation(source: Source, row: SheetRow, codes: Codes) -> Observation:
    return Observation(
        table=source.id,
        row=row.number,
        date=_date(source, row),
        category=_category(source, row, codes),
        segment=_segment(source, row, codes) if "segment" in source.columns else None,
        count=_count(source, row),
    )


def _date(source: Source, row: SheetRow) -> dt.date:
    cell = row[source.columns["date"]]
    if not isinstance(cell, dt.datetime) or cell.time() != dt.time():
        raise _fault(source, row, "date", f"{cell!r} is not a date")
    return cell.date()


def _category(source: Source, row: SheetRow, codes: Codes) -> Category:
    cell = row[source.columns["category"]]
    category = codes.categories.get((source.id, str(cell)))
    if category is None:
        raise _fault(source, row, "category", f"{cell!r} is not a category of this table")
    return category


def _segment(source: Source, row: SheetRow, codes: Codes) -> Segment:
    cell = row[source.columns["segment"]]
    segment = codes.segments.get(str(cell))
    if segment is None:
        raise _fault(source, row, "segment", f"{cell!r} is not a known place")
    return segment


def _count(source: Source, row: SheetRow) -> int:
    cell = row[source.columns["count"]]
    if not isinstance(cell, int) or cell < 1:
        raise _fault(source, row, "count", f"{cell!r} is not a whole number above zero")
    return cell


def _fault(source: Source, row: SheetRow, role: str, message: str) -> TableError:
    return TableError(message, place=place_of(source.path, source.sheet, row.number, source.columns[role]))
