"""Dutch date phrases → EDTF with bounds, the rule that read them, and whether a year was inferred.

A vague part of a month, a year or a decade becomes an interval whose ends are marked approximate (`~`);
how long such a part is said to last is a convention of `wording.dates`. A phrase without any year that
could be inferred keeps `XXXX` and has no bounds. Spans between dates ("drie weken later") are not dates.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from voetnoot_etl.edtf_bounds import bounds, is_edtf
from voetnoot_etl.phrases.date_point import Point
from voetnoot_etl.phrases.date_points import find_points
from voetnoot_etl.phrases.date_years import AND, TO, UNTIL_BRACKET, Context, alternatives, with_years
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.wording import dates as words

__all__ = ["DatePhrase", "bounds", "find_dates"]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date in a text: indexes into the text, EDTF, its first and last second (UTC, None where open)."""

    start: int
    end: int
    edtf: str
    earliest: dt.datetime | None
    latest: dt.datetime | None
    inferred: bool
    rule: str


_BETWEEN = re.compile(r"\btussen\s(?:(?:de|het)\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:van|vanaf|tussen|sinds)\s(?:(?:de|het)\s)?$", re.IGNORECASE)
_NIGHT = re.compile(r"\bnacht van\s(?:\w+dag\s)?$", re.IGNORECASE)
_OPENINGS = {
    side: re.compile(rf"(?<!\w)(?:{alternatives(names)})\s(?:(?:de|het|in|op|aan)\s)?$", re.IGNORECASE)
    for side, names in (
        ("since", words.SINCE),
        ("until", words.UNTIL),
        ("before", words.BEFORE),
        ("after", words.AFTER),
    )
}
_CONTRAST = re.compile(r"\b(?:tegenstelling|gericht|beperkt)\stot\s(?:in\s)?$", re.IGNORECASE)
_AROUND = re.compile(rf"(?<!\w)(?:{alternatives(words.AROUND)})\s$", re.IGNORECASE)
_SET_FOR = re.compile(rf"(?<!\w)(?:{alternatives(words.SET_FOR)})\s(?:\w+\s){{0,3}}$", re.IGNORECASE)
_SET_BEHIND = re.compile(rf"\s(?:\w+\s){{0,2}}(?:{alternatives(words.SET_FOR)})(?!\w)", re.IGNORECASE)
_AHEAD = re.compile(rf"(?<!\w)(?:{words.AHEAD})(?!\w)", re.IGNORECASE)
_LENGTH_BEFORE = re.compile(
    r"\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|kort|vlak)\s*$", re.I
)


_LOOK_BACK = 80
"""Characters before a date in which the words that open it stand."""


def find_dates(
    text: str, *, context_year: int | None = None, written: str = "", since: str = ""
) -> tuple[DatePhrase, ...]:
    """Return the date phrases of a Dutch text, left to right.

    `context_year` is the year that a date without one gets; `written` is the document's own date (EDTF),
    to which "jl.", "vandaag" and "dit jaar" refer; `since` the day from which on the text before tells.
    """
    points = with_years(
        text, find_points(text), Context(context_year, written, since, ahead=bool(_AHEAD.search(text)))
    )
    phrases: list[DatePhrase | None] = []
    index = 0
    while index < len(points):
        first, second = points[index], points[index + 1] if index + 1 < len(points) else None
        if second and (rule := _range_rule(text, first, second)):
            last = points[index + 2 : index + 3]
            if last and UNTIL_BRACKET.fullmatch(text[second.end : last[0].start]):
                second, index = last[0], index + 1
            phrases.append(_range(text, first, second, rule))
            index += 2
        else:
            phrases.append(_single(text, first))
            index += 1
    return tuple(phrase for phrase in phrases if phrase is not None)


def _range_rule(text: str, first: Point, second: Point) -> str:
    """Return the name of the rule that joins two neighbouring points into one phrase, or ""."""
    between = text[first.end : second.start]
    if first.ends(first.year)[0][:4] > second.ends(second.year)[1][:4]:
        return ""
    if TO.fullmatch(between):
        return "range"
    if not AND.fullmatch(between):
        return ""
    if before(_BETWEEN, text, first.start):
        return "range-between"
    plain = first.rule == second.rule == "month" and not first.reference
    if plain and first.year == second.year and second.month == (first.month or 0) + 1:
        return "neighbouring-months"
    return ""


def _range(text: str, first: Point, second: Point, rule: str) -> DatePhrase | None:
    opening = before(_FROM, text, first.start) if rule != "neighbouring-months" else None
    start = opening.start() if opening else first.start
    low, high = first.ends(first.year)[0], second.ends(second.year)[1]
    if second.inferred and second.year and high[:7] < low[:7]:
        # "Van 10 november 2020 tot 16 september": the year turns in between.
        high = second.ends(second.year + 1)[1]
    return _phrase(start, second.end, f"{low}/{high}", first.inferred or second.inferred, rule)


def _single(text: str, point: Point) -> DatePhrase | None:
    ahead = text[max(0, point.start - _LOOK_BACK) : point.start]
    cut = point.start - len(ahead)
    low, high = point.ends(point.year)
    if (night := _NIGHT.search(ahead)) and point.last_day:
        return _phrase(cut + night.start(), point.end, f"{low}/{high}", point.inferred, "night")
    joined = re.search(r"tot|t\.e\.m|t/m", text[point.start : point.end]) or _BETWEEN.search(ahead)
    if point.last_day and joined and (opening := _FROM.search(ahead)):
        return _phrase(cut + opening.start(), point.end, f"{low}/{high}", point.inferred, "days")
    for side, pattern in _OPENINGS.items():
        opening = pattern.search(ahead)
        if opening and not _CONTRAST.search(ahead) and _opens(side, point, opening, text):
            edtf = _opened(side, low, high, point)
            return _phrase(cut + opening.start(), point.end, edtf, point.inferred, f"{side}-{point.rule}")
    if low == high and (opening := _AROUND.search(ahead)):
        return _phrase(
            cut + opening.start(), point.end, f"{low.rstrip('~')}~", point.inferred, f"around-{point.rule}"
        )
    return _phrase(
        point.start, point.end, low if low == high else f"{low}/{high}", point.inferred, point.rule
    )


def _opens(side: str, point: Point, opening: re.Match[str], text: str) -> bool:
    """Count only clear openings: "voor 2022" may mean "for 2022", "een week na 3 mei" is one day."""
    if side not in ("before", "after"):
        return True
    front = opening.string[: opening.start()]
    if opening[0].lower().startswith("voor ") and (
        _SET_FOR.search(front) or _SET_BEHIND.match(text, point.end)
    ):
        return False
    if opening[0].lower().startswith(("vóór ", "voorafgaand")) and point.year and not point.fixed:
        return True
    return (point.day is not None or point.part == "eind") and not _LENGTH_BEFORE.search(front)


def _opened(side: str, low: str, high: str, point: Point) -> str:
    first, last = _plain(low, 0), _plain(high, 1)
    if side == "since":
        return f"{first}/.."
    if side == "until" or point.part or point.year is None:
        return f"../{last}" if side != "after" else f"{last}/.."
    if point.day is None:
        earliest = bounds(low)[0]
        if earliest is None:
            return low
        moment = earliest - dt.timedelta(days=1)
        return f"../{moment:%Y-%m}" if point.month or point.season else f"../{moment:%Y}"
    day = dt.date.fromisoformat(first if side == "before" else last)
    step = dt.timedelta(days=1)
    return f"../{day - step}" if side == "before" else f"{day + step}/.."


def _plain(atom: str, end: int) -> str:
    """Replace a decade or a season by its first or last year or month: an interval ends in a date."""
    if "X" in atom and not atom.startswith("XXXX"):
        moment = bounds(atom)[end]
        return f"{moment:%Y}~" if moment else atom
    if re.fullmatch(r"\d{4}-2[1-4]", atom):
        moment = bounds(atom)[end]
        return f"{moment:%Y-%m}" if moment else atom
    return atom


def _phrase(start: int, end: int, edtf: str, inferred: bool, rule: str) -> DatePhrase | None:
    """Return a phrase, or None for a day that the calendar does not have and for an end before its beginning."""
    if not is_edtf(edtf):
        return None
    earliest, latest = bounds(edtf)
    if earliest and latest and earliest > latest:
        return None
    return DatePhrase(start, end, edtf, earliest, latest, inferred=inferred, rule=rule)
