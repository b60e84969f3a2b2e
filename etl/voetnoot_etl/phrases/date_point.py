"""One Dutch date as written, and the EDTF ends it has once its year is known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from voetnoot_etl.wording import dates as words

NO_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written; `year` is None where none is printed or inferred.

    `fixed` holds the EDTF ends of what needs no month arithmetic (decades, centuries, relative days).
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: str = ""
    season: int | None = None
    fraction: tuple[int, str] | None = None
    fixed: tuple[str, str] | None = None
    reference: str = ""
    inferred: bool = False

    @property
    def has_year(self) -> bool:
        """Return whether the year needs no context."""
        return self.year is not None or self.fixed is not None

    def ends(self, year: int | None) -> tuple[str, str]:
        """Return the first and last EDTF atom in a year; both are the same for a plain date."""
        if self.fixed:
            return self.fixed
        shown = NO_YEAR if year is None else f"{year:04d}"
        if self.season:
            return (f"{shown}-{self.season}",) * 2
        if self.fraction:
            return _fraction_ends(shown, *self.fraction, self.month)
        if self.month is None:
            return _part_of_year(shown, self.part)
        if self.day is None:
            return _part_of_month(shown, self.month, self.part)
        return (
            f"{shown}-{self.month:02d}-{self.day:02d}",
            f"{shown}-{self.month:02d}-{self.last_day or self.day:02d}",
        )


def _month_length(shown: str, month: int) -> int:
    return calendar.monthrange(int(shown) if shown.isdecimal() else 2001, month)[1]


def _part_of_month(shown: str, month: int, part: str) -> tuple[str, str]:
    stem = f"{shown}-{month:02d}"
    if not part:
        return stem, stem
    first, last = words.MONTH_PART_DAYS[part]
    return f"{stem}-{first:02d}~", f"{stem}-{min(last, _month_length(shown, month)):02d}~"


def _part_of_year(shown: str, part: str) -> tuple[str, str]:
    if not part:
        return shown, shown
    first, last = words.YEAR_PART_MONTHS[part]
    return f"{shown}-{first:02d}~", f"{shown}-{last:02d}~"


def _fraction_ends(shown: str, rank: int, word: str, month: int | None) -> tuple[str, str]:
    if month is not None:
        return _fraction_of_month(f"{shown}-{month:02d}", rank, word, _month_length(shown, month))
    if word in words.VAGUE_FRACTIONS:
        length, loose = words.VAGUE_FRACTIONS[word], "~"
    else:
        length, loose = 12 // words.FRACTIONS[word], ""
    first = 13 - length if rank < 0 else (rank - 1) * length + 1
    return f"{shown}-{first:02d}{loose}", f"{shown}-{first + length - 1:02d}{loose}"


def _fraction_of_month(stem: str, rank: int, word: str, length: int) -> tuple[str, str]:
    if word == "week":
        first, last = words.WEEK_DAYS[rank]
        return f"{stem}-{first:02d}~", f"{stem}-{min(last, length):02d}~"
    first, last = (1, 15) if rank == 1 else (16, length)
    return f"{stem}-{first:02d}", f"{stem}-{last:02d}"
