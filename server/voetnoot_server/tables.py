"""Tables for spreadsheets: labels in place of IRIs, and no cell that a spreadsheet would run as a formula.

The SPARQL formats hand on every value as it is. These two, `.xlsx` and `.safe.csv`, are for people: a text that
begins with `=`, `+`, `-`, `@` (their full-width twins too), a tab or a line end gets an apostrophe before it, numbers
stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from voetnoot_server.labels import Label
from voetnoot_server.links import PREFIXES
from voetnoot_server.negotiate import Format
from voetnoot_server.store import Literal, NamedNode, Row, Solutions, Term
from voetnoot_server.things import value_of

SAFE_CSV = Format("safe.csv", "text/csv", ".safe.csv")
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
NUMBERS = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float"))
CELL_LENGTH = 32_767
"""Characters that a spreadsheet takes in one cell."""

Look = Callable[[], object]
"""Called now and then while a table is made; raises where there is no time left."""

_LOOK_ROWS = 500
_DANGEROUS = (*"=+-@＝＋－＠", "\t", "\r", "\n")


def safe_csv(found: Solutions, labels: Mapping[str, Label], look: Look) -> bytes:
    """Return rows as CSV with a byte order mark, which spreadsheets need to read it as UTF-8."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(found.variables)
    rows.writerows(_cells(found, labels, look))
    return out.getvalue().encode("utf-8-sig")


def xlsx(found: Solutions, labels: Mapping[str, Label], title: str, look: Look) -> bytes:
    """Return rows as a workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append(list(found.variables))
    for cells in _cells(found, labels, look):
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(found: Solutions, labels: Mapping[str, Label], look: Look) -> Iterator[list[str | Decimal]]:
    for number, row in enumerate(found):
        if number % _LOOK_ROWS == 0:
            look()
        yield [_cell(name, row, labels) for name in found.variables]


def _cell(name: str, row: Row, labels: Mapping[str, Label]) -> str | Decimal:
    value = row.get(name)
    number = None if value is None else _number(value)
    if value is None or number is not None:
        return "" if number is None else number
    return neutral(_text(value, labels))


def _number(value: Term) -> Decimal | None:
    if not isinstance(value, Literal) or value.datatype.value not in NUMBERS:
        return None
    try:
        number = Decimal(value.value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _text(value: Term, labels: Mapping[str, Label]) -> str:
    if isinstance(value, NamedNode) and value.value in labels:
        return labels[value.value].text
    return value_of(value)


def plain(value: Term) -> str:
    """Return a term's text as a cell: a number as it is, any other so that it is no formula."""
    return value_of(value) if _number(value) is not None else neutral(value_of(value))


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    clean = ILLEGAL_CHARACTERS_RE.sub("�", text)[: CELL_LENGTH - 1]
    return f"'{clean}" if clean.startswith(_DANGEROUS) else clean
