"""What the tables know; and small tables without source files: a workbook, its csv twin, a Source that fits."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from voetnoot_etl.icg.table_model import TableReading
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.manifest import Source, digest
from voetnoot_etl.world.knowledge import Knowledge, read_knowledge

Row = Sequence[object]

CASUALTY_COLUMNS = {
    "date": "Date",
    "category": "Incident Type",
    "segment": "Place of Origin",
    "count": "Casualties",
}


@pytest.fixture
def curated(root: Path) -> Path:
    return root / "etl" / "curated"


@pytest.fixture(scope="session")
def knowledge(root: Path) -> Knowledge:
    """Return what the reviewed tables know, which no test changes."""
    return read_knowledge(root / "etl" / "curated")


@pytest.fixture
def make_table(tmp_path: Path) -> Callable[..., Source]:
    def make(
        rows: Sequence[Row],
        *,
        id_: str = "icg-casualties",
        columns: dict[str, str] = CASUALTY_COLUMNS,
        sheet: str = "Data-Grid",
        **fields: object,
    ) -> Source:
        workbook, twin = tmp_path / f"{id_}.xlsx", tmp_path / f"{id_}.csv"
        _write_workbook(workbook, sheet, [list(columns.values()), *rows])
        _write_twin(twin, [list(columns.values()), *rows])
        source = Source(
            id=id_,
            kind="table",
            reader="icg-observations",
            title="A table",
            publisher="icg",
            language="en",
            path=workbook.name,
            sha256=digest(workbook),
            licence="GPL-3.0-only",
            graph=id_,
            twin=twin.name,
            twin_sha256=digest(twin),
            rights_holder="Somebody",
            sheet=sheet,
            columns=columns,
            options={"unit": "person"},
        )
        return replace(source, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def read_altered(tmp_path: Path, curated: Path) -> Callable[[Source], TableReading]:
    """Read a table as though its manifest had been written after a test changed its files."""

    def read(source: Source) -> TableReading:
        twin_sha256 = digest(tmp_path / source.twin) if source.twin else ""
        fitting = replace(source, sha256=digest(tmp_path / source.path), twin_sha256=twin_sha256)
        return read_table_source(fitting, tmp_path, curated)

    return read


def _write_workbook(path: Path, sheet: str, lines: Sequence[Row]) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for line in lines:
        page.append(list(line))
    book.save(path)


def _write_twin(path: Path, lines: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_printed(cell) for cell in line] for line in lines)


def _printed(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return f"{cell.month}/{cell.day}/{cell.year}"
    return "" if cell is None else str(cell)
