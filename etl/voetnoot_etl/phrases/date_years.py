"""The year of a Dutch date: printed, shared with a neighbour, pointed at ("jl.") or the context's."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from voetnoot_etl.phrases.date_point import Point
from voetnoot_etl.wording import dates as words


def alternatives(names: tuple[str, ...]) -> str:
    """Return a pattern of any of the names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


TO = re.compile(
    r"\s?[-–—]\s?|\s\((?:tot en met|t\.e\.m\.|t/m)\s|"
    rf",?\s(?:{alternatives(words.TO)})\s(?:(?:en met|aan|de|het|in|op|aan de)\s)?"
)
UNTIL_BRACKET = re.compile(r"\s\((?:tot en met|t\.e\.m\.|t/m)\s")
"""Behind a range this cuts its end short: "in 2022-2023 (tot en met eind november)"."""
AND = re.compile(r",?\sen\s(?:(?:in|op|de|het)\s)?")


@dataclass(frozen=True, slots=True)
class Context:
    """What a date without a year may lean on: a year, and the date (EDTF) of the document itself.

    `since` is the day (EDTF) from which on the text tells, where it said "sinds"; `ahead` tells a sentence
    that speaks of what is to come.
    """

    year: int | None
    written: str
    since: str = ""
    ahead: bool = False

    @property
    def own_year(self) -> int | None:
        """Return the year the document was written in."""
        return int(self.written[:4]) if self.written[:4].isdecimal() else self.year

    @property
    def own_month(self) -> int | None:
        """Return the month the document was written in, where known."""
        return int(self.written[5:7]) if self.written[5:7].isdecimal() else None


def with_years(text: str, points: list[Point], context: Context) -> list[Point]:
    """Give each point a year: printed, shared with a neighbour, pointed at ("jl."), or the context's."""
    shared = list(points)
    for index in range(len(points) - 2, -1, -1):
        shared[index] = _sharing(text, shared[index], shared[index + 1])
    known: int | None = None
    for index, point in enumerate(shared):
        if not point.has_year:
            shared[index] = _inferred(point, known, context)
        if shared[index].year and not point.fixed:
            known = shared[index].year
        elif point.rule == "year-range" and point.fixed:
            known = int(point.fixed[1])
    return shared


def _sharing(text: str, first: Point, second: Point) -> Point:
    """Return `first` with the year printed after its neighbour, as in "februari-maart 2022"."""
    between = text[first.end : second.start]
    joined = TO.fullmatch(between) or AND.fullmatch(between) or between == ", "
    if first.has_year or first.reference or not joined or not (second.year or second.reference):
        return first
    if second.year is None:
        return replace(first, reference=second.reference)
    turns = bool(TO.fullmatch(between)) and (first.month or 0) > (second.month or 12)
    return replace(first, year=second.year - turns, inferred=second.inferred)


def _inferred(point: Point, known: int | None, context: Context) -> Point:
    own, month = context.own_year, context.own_month
    if point.reference in ("today", "yesterday"):
        return _relative_day(point, context)
    if point.reference == "":
        year = known or _turned(point, context)
        return replace(point, year=year, inferred=bool(year))
    if own is None:
        return point
    later = point.month is not None and month is not None and point.month > month
    earlier = point.month is not None and month is not None and point.month < month
    shift = {"previous": -1, "following": 1, "last": -int(later), "next": int(earlier)}
    return replace(point, year=own + shift.get(point.reference, 0), inferred=True)


def _turned(point: Point, context: Context) -> int | None:
    """Return the context's year; the next one for a day before that from which on the text tells."""
    year = context.year
    if year is None or point.month is None or context.own_year is None:
        return year
    shown = point.ends(year)[0].rstrip("~")
    early = bool(context.since) and shown < context.since[: len(shown)] and year < context.own_year
    late = year == context.own_year and context.own_month is not None and point.month > context.own_month
    return year + early - (late and not context.ahead)


def _relative_day(point: Point, context: Context) -> Point:
    """Take "vandaag" for the day the document was written, as far as that day is known."""
    written = context.written.rstrip("~?")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        day = dt.date.fromisoformat(written) - dt.timedelta(days=point.reference == "yesterday")
        return replace(point, fixed=(day.isoformat(),) * 2, inferred=True)
    known = written or (str(context.year) if context.year else "XXXX")
    return replace(point, fixed=(known,) * 2, inferred=True)
