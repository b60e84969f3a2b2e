"""The reviewed code lists of ICG's tables: what each printed category and each printed place means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.icg.table_model import Category, Segment

CATEGORIES = "icg-categories.tsv"
LABELS = "icg-category-labels.tsv"
SEGMENTS = "icg-segments.tsv"

CATEGORY_COLUMNS = (
    *("key", "status", "outcome", "side", "weapon"),
    *("en", "nl", "definition_en", "definition_nl"),
)
SEGMENT_COLUMNS = ("key", "label", "kind", "towns", "event", "annex_label", "en", "nl")


@dataclass(frozen=True, slots=True)
class CodeNames:
    """The names of a category or segment: preferred labels, definitions if any, and (printed, language)."""

    key: str
    english: str
    dutch: str
    printed: tuple[tuple[str, str], ...]
    definitions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """Categories by source and printed label, segments by printed label, and the names of both."""

    categories: Mapping[tuple[str, str], Category]
    segments: Mapping[str, Segment]
    category_names: tuple[CodeNames, ...]
    segment_names: tuple[CodeNames, ...]


def read_codes(folder: Path) -> Codes:
    """Read the three code tables; a label of an unknown category or one given twice is a `CuratedError`."""
    kinds = {row["key"]: row for row in read_table(folder / CATEGORIES, CATEGORY_COLUMNS)}
    labels = read_table(folder / LABELS, ("category", "language", "label", "source"))
    segments = read_table(folder / SEGMENTS, SEGMENT_COLUMNS)
    return Codes(
        categories=_categories(kinds, labels),
        segments={row["label"]: _segment(row) for row in segments},
        category_names=tuple(_category_names(row, labels) for row in kinds.values()),
        segment_names=tuple(_segment_names(row) for row in segments),
    )


def _categories(kinds: Mapping[str, Row], labels: tuple[Row, ...]) -> dict[tuple[str, str], Category]:
    categories: dict[tuple[str, str], Category] = {}
    for row in labels:
        if row["category"] not in kinds:
            raise CuratedError(f"{row['category']!r} is not in {CATEGORIES}", place=row.place)
        for source in row.values("source"):
            if (source, row["label"]) in categories:
                raise CuratedError(f"{row['label']!r} is given twice for {source}", place=row.place)
            categories[source, row["label"]] = _category(kinds[row["category"]], row["label"])
    return categories


def _category(row: Row, label: str) -> Category:
    return Category(row["key"], label, row["status"], row["outcome"], row["side"], row["weapon"])


def _segment(row: Row) -> Segment:
    return Segment(row["key"], row["label"], row["kind"], row.values("towns"), row["event"])


def _category_names(row: Row, labels: tuple[Row, ...]) -> CodeNames:
    printed = tuple(
        (label["label"], label["language"])
        for label in labels
        if label["category"] == row["key"] and label["language"] == "en"
    )
    definitions = tuple((row[f"definition_{language}"], language) for language in ("en", "nl"))
    return CodeNames(row["key"], row["en"], row["nl"], printed, definitions)


def _segment_names(row: Row) -> CodeNames:
    printed = tuple((row[column], "en") for column in ("label", "annex_label") if row[column])
    return CodeNames(row["key"], row["en"], row["nl"], printed)
