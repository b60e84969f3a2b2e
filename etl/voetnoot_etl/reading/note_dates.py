"""The dates of references: 22/04/2022, 04/2022, 2022, 22 april 2022, ranges, `s.d.` → EDTF.

A reference may also say when it was consulted; that is no date of what it names.
"""

from __future__ import annotations

import datetime as dt
import re

from voetnoot_etl.wording.dates import MONTHS

MONTH_NAMES = {
    **MONTHS,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
}  # fmt: skip
_MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d\d"
_NUMERIC = rf"\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d)|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|\d{{1,2}}-\d{{1,2}}-{_YEAR}"
_WORDED = rf"\d{{1,2}}\s+(?:{_MONTH})\.?\s+{_YEAR}|(?:{_MONTH})\.?\s+{_YEAR}"
_ONE = rf"(?:{_NUMERIC}|{_YEAR}-\d\d-\d\d|\d{{1,2}}/{_YEAR}|{_WORDED}|{_YEAR})"
_PART = rf"(?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}(?:\s+(?:{_MONTH}))?|{_MONTH})"
_TO = r"\s*(?:-|–|t/m|tot en met|tot)\s*"
_UNDATED = r"(?:s\.\s?d\.?|z\.\s?d\.?|n\.\s?d\.?|zonder datum|ongedateerd|datum onbekend)"
DATE = rf"(?:{_ONE}{_TO}{_ONE}|{_PART}{_TO}{_ONE}|{_ONE}|{_UNDATED})"
ACCESSED = re.compile(
    r"[,;]?\s*\(?\s*(?:laatst\s+)?(?:geraadpleegd|bezocht|bekeken|geconsulteerd|opgevraagd|accessed|consulted)"
    rf"(?:\s+(?:op|on))?:?\s+{_ONE}\s*\)?",
    re.IGNORECASE,
)
UNDATED = re.compile(_UNDATED, re.IGNORECASE)
_RANGE = re.compile(rf"(?P<first>{_ONE}|{_PART}){_TO}(?P<last>{_ONE})", re.IGNORECASE)
_FULL = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_OF_MONTH = re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})")
_NAMED = re.compile(rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<name>{_MONTH})\.?\s+(?P<year>\d{{4}})", re.IGNORECASE)
_CENTURY = 2000


def edtf(printed: str) -> str:
    """Return the EDTF of a printed date; empty for an undated one, the year alone of one that cannot be."""
    if UNDATED.fullmatch(printed):
        return ""
    one = _one(printed)
    if one:
        return one
    between = _RANGE.fullmatch(printed)
    if not between:
        return ""
    last = _one(between["last"])
    first = _one(between["first"]) or _completed(between["first"], between["last"])
    return f"{first}/{last}" if first and first <= last else last


def _one(printed: str) -> str:
    if match := _FULL.fullmatch(printed) or _ISO.fullmatch(printed):
        year = int(match["year"]) + (_CENTURY if len(match["year"]) == len("22") else 0)
        return _day(year, int(match["month"]), int(match["day"]))
    if match := _OF_MONTH.fullmatch(printed):
        return _month(int(match["year"]), int(match["month"]))
    if match := _NAMED.fullmatch(printed):
        month = MONTH_NAMES[match["name"].lower()]
        year = int(match["year"])
        return _day(year, month, int(match["day"])) if match["day"] else _month(year, month)
    return printed if re.fullmatch(_YEAR, printed) else ""


def _completed(first: str, last: str) -> str:
    """Return the first date of a range that prints month and year only once, as in 12-14/09/2022."""
    if numeric := _FULL.fullmatch(last):
        rest = last[numeric.end("day") :] if first.isdigit() else last[numeric.end("month") :]
        return _one(first + rest)
    if named := _NAMED.fullmatch(last):
        rest = named["year"] if not first.isdigit() else f"{named['name']} {named['year']}"
        return _one(f"{first} {rest}")
    if (months := _OF_MONTH.fullmatch(last)) and first.isdigit():
        return _month(int(months["year"]), int(first))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}"


def _month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}" if month in range(1, 13) else f"{year:04}"
