"""What the readers of tables hand to the writers of RDF: frozen records that keep the printed value.

A row number is the number of the row in the sheet, so that the header is row 1 and the first record row 2.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

Cell = str | int | float | dt.datetime | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet below the header: its number there and its cells by column name."""

    number: int
    cells: dict[str, Cell]

    def __getitem__(self, column: str) -> Cell:
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Category:
    """What a printed category says: keys of concepts and, where it names one, of the side."""

    key: str
    label: str
    status: str = ""
    outcome: str = ""
    side: str = ""
    weapon: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of border or front between towns; `towns` are keys of places and may be unknown.

    One printed place is no place but the name of an event, whose key is `event`.
    """

    key: str
    label: str
    kind: str
    towns: tuple[str, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One record of a table: so many persons, or incidents, of a category on a reported date."""

    table: str
    row: int
    date: dt.date
    category: Category
    segment: Segment | None
    count: int

    @property
    def key(self) -> str:
        """Return the key of the record, such as `icg-casualties-164`."""
        return f"{self.table}-{self.row}"

    @property
    def alike(self) -> tuple[dt.date, str, str, int]:
        """Return what records of different tables have in common: date, status, outcome and number."""
        return self.date, self.category.status, self.category.outcome, self.count


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated entry of the time line; its headline and text stay with whoever holds the file.

    `edtf` is the date that holds, `display_edtf` the printed one where the two cannot both be right.
    `rules` name what was done to read the row, `inferred` says that the day is not in the date cells.
    """

    table: str
    row: int
    edtf: str
    display_date: str
    display_edtf: str
    rules: tuple[str, ...]
    inferred: bool
    headline: str
    text: str

    @property
    def key(self) -> str:
        """Return the key of the entry, such as `icg-timeline-317`."""
        return f"{self.table}-{self.row}"


@dataclass(frozen=True, slots=True)
class Translation:
    """A row of a translated time line: its row there, the date of its cells, its words."""

    row: int
    edtf: str
    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class Border:
    """A zone or line of the borders file: its number there, its name, its geometry and when that holds."""

    table: str
    number: int
    name: str
    kind: str
    english: str
    dutch: str
    wkt: str
    edtf: str

    @property
    def key(self) -> str:
        """Return the key of the zone or line, such as `icg-borders-13`."""
        return f"{self.table}-{self.number}"


@dataclass(frozen=True, slots=True)
class Label:
    """A printed name of a category in another language, with the rows on which it stands."""

    category: str
    text: str
    language: str
    rows: int


@dataclass(frozen=True, slots=True)
class TableReading:
    """All that was read from one table; only the part that fits its reader is filled."""

    observations: tuple[Observation, ...] = field(default=())
    entries: tuple[TimelineEntry, ...] = field(default=())
    translations: tuple[Translation, ...] = field(default=())
    borders: tuple[Border, ...] = field(default=())
