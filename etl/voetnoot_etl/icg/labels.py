"""The Russian editions of ICG's tables: their labels are taken only where every aligned row agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import Label, Observation


def consistent_labels(
    rows: Sequence[Observation], translated: Sequence[Observation], language: str
) -> tuple[Label, ...]:
    """Return the labels of a translated table that stand on exactly the rows of the category they name.

    A label that stands on a row of another category, or is missing on a row of its own, is left out: one
    edition's labels are shifted by one category, another's differ in single rows.
    """
    check_alignment(rows, translated)
    own, printed = defaultdict(set), defaultdict(set)
    for row, twin in zip(rows, translated, strict=True):
        own[row.category.key].add(row.row)
        printed[twin.category.key, twin.category.label].add(row.row)
    return tuple(
        Label(key, label, language, len(numbers))
        for (key, label), numbers in sorted(printed.items())
        if numbers == own[key]
    )


def disagreeing_rows(rows: Sequence[Observation], translated: Sequence[Observation]) -> tuple[int, ...]:
    """Return the numbers of the rows whose translated label names another category."""
    pairs = zip(rows, translated, strict=True)
    return tuple(row.row for row, twin in pairs if row.category.key != twin.category.key)


def check_alignment(rows: Sequence[Observation], translated: Sequence[Observation]) -> None:
    """Check that both editions have the same dates, places and numbers row by row; else a `TableError`."""
    if len(rows) != len(translated):
        raise TableError(
            f"{len(translated)} rows where the other edition has {len(rows)}", place="translation"
        )
    for row, twin in zip(rows, translated, strict=True):
        if (row.row, row.date, row.segment, row.count) != (twin.row, twin.date, twin.segment, twin.count):
            raise TableError(
                f"the row differs from that of {row.table}", place=f"{twin.table}, row {twin.row}"
            )
