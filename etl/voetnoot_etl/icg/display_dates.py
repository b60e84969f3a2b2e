"""The printed dates of ICG's time line, such as "27 January-5 February 2015", as EDTF."""

from __future__ import annotations

import calendar
import re

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}

_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"(\d{{1,2}}) ({_MONTH}) (\d{{4}})")
_MONTH_FIRST = re.compile(rf"({_MONTH}) (\d{{1,2}}),? (\d{{4}})")
_RANGE = re.compile(rf"(\d{{1,2}})(?: ({_MONTH}))?(?: (\d{{4}}))? ?- ?(\d{{1,2}}) ({_MONTH}) (\d{{4}})")
_MONTHS = re.compile(rf"({_MONTH})(?:-({_MONTH}))? (\d{{4}})")
_ONGOING = re.compile(r"(.+?) ?- ?ongoing")
_SINCE = re.compile(r"Since (.+)")


def display_edtf(printed: str) -> str:
    """Return the EDTF of a printed date; a form that is not known is a `ValueError`."""
    text = " ".join(printed.split())
    if match := _ONGOING.fullmatch(text) or _SINCE.fullmatch(text):
        return f"{display_edtf(match[1])}/.."
    if match := _DAY.fullmatch(text):
        return edtf_day(match[3], MONTHS[match[2]], match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return edtf_day(match[3], MONTHS[match[1]], match[2])
    if match := _RANGE.fullmatch(text):
        first = edtf_day(match[3] or match[6], MONTHS[match[2] or match[5]], match[1])
        return f"{first}/{edtf_day(match[6], MONTHS[match[5]], match[4])}"
    if match := _MONTHS.fullmatch(text):
        months = [f"{match[3]}-{MONTHS[name]:02}" for name in match.groups()[:2] if name]
        return "/".join(months)
    raise ValueError(f"{printed!r} is not a date")


def edtf_day(year: int | str, month: int | str, day: int | str | None) -> str:
    """Return a day, or without a day a month, as EDTF."""
    return f"{int(year):04}-{int(month):02}" + ("" if day is None else f"-{int(day):02}")
