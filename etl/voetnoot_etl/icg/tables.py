"""The tables as the manifests describe them: found by digest, held against their twins, read as records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from voetnoot_etl.errors import SourceError, TableError
from voetnoot_etl.icg.borders import read_borders
from voetnoot_etl.icg.codes import read_codes
from voetnoot_etl.icg.observations import read_observations
from voetnoot_etl.icg.table_model import SheetRow, TableReading
from voetnoot_etl.icg.timeline import read_timeline
from voetnoot_etl.icg.timeline_edition import read_edition
from voetnoot_etl.icg.twin import check_twin
from voetnoot_etl.icg.workbooks import read_sheet
from voetnoot_etl.manifest import Source, find_file, find_twin


def read_table_source(source: Source, folder: Path, curated: Path) -> TableReading:
    """Read one table below the folder of sources; an absent file is a `SourceError`."""
    path = find_file(source, folder)
    if path is None:
        raise SourceError("the file is absent", place=source.path)
    if source.reader == "icg-borders":
        return TableReading(borders=read_borders(source, path, curated))
    rows = read_rows(source, path, find_twin(source, folder))
    if source.reader == "icg-timeline":
        return TableReading(entries=read_timeline(source, rows))
    if source.reader == "icg-timeline-edition":
        return TableReading(translations=read_edition(source, rows))
    if source.reader in ("icg-observations", "icg-labels"):
        return TableReading(observations=read_observations(source, rows, read_codes(curated)))
    raise TableError(f"there is no reader {source.reader!r}", place=source.id)


def read_rows(source: Source, path: Path, twin: Path | None) -> tuple[SheetRow, ...]:
    """Read the rows of a table's sheet and, where it has a twin, hold them against that."""
    columns = tuple(source.columns.values())
    rows = read_sheet(path, source.sheet, columns)
    if twin is not None:
        renamed = _names(source, "twin_columns") or columns
        id_only = source.expected.get("twin_id_only", 0)
        check_twin(rows, twin, renamed, ignored=_names(source, "twin_ignored"), id_only=id_only)
    elif source.twin:
        raise SourceError("the twin is absent", place=source.twin)
    return rows


def _names(source: Source, option: str) -> Sequence[str]:
    names = source.options.get(option, [])
    return [str(name) for name in names] if isinstance(names, list) else [str(names)]
