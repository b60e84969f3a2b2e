"""The Russian edition of ICG's time line: words for some entries, aligned by row and held to their dates.

Nothing of it is released; its printed dates, some of them a year off, are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from voetnoot_etl import iris, rdf
from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import SheetRow, TimelineEntry, Translation
from voetnoot_etl.icg.timeline import TimelineRow, check_roles, date_of_cells, prose
from voetnoot_etl.icg.workbooks import place_of
from voetnoot_etl.manifest import Source
from voetnoot_etl.rdf import Graph
from voetnoot_etl.terms import DCT, SCHEMA

OPEN = "/.."


def read_edition(source: Source, rows: tuple[SheetRow, ...]) -> tuple[Translation, ...]:
    """Read the rows of a translated edition: the date of their cells, headline and text."""
    check_roles(source)
    if len(rows) != source.expected.get("rows", len(rows)):
        raise TableError(f"rows is {len(rows)}, not {source.expected['rows']}", place=source.path)
    cells = (TimelineRow(source, row) for row in rows)
    return tuple(_translation(row) for row in cells)


def add_edition(
    graph: Graph, source: Source, translations: Iterable[Translation], entries: Mapping[int, TimelineEntry]
) -> None:
    """Add the translated words to the text graph; a row whose date is not that of its entry is a `TableError`.

    The manifest's `first_row` is the row of the whole time line with which the edition begins.
    """
    shift = int(str(source.options["first_row"])) - 2
    for translation in translations:
        entry = entries.get(translation.row + shift)
        if entry is None or entry.edtf.removesuffix(OPEN) != translation.edtf:
            place = place_of(source.path, source.sheet, translation.row)
            raise TableError(f"the date {translation.edtf} is not that of the aligned entry", place=place)
        graph.add(
            iris.thing("timeline-entry", entry.key),
            (DCT.title, rdf.text(translation.headline, source.language)),
            (SCHEMA.text, rdf.text(translation.text, source.language)),
        )


def _translation(row: TimelineRow) -> Translation:
    return Translation(row.row.number, date_of_cells(row), prose(row, "headline"), prose(row, "text"))
