"""When an event was, as a stretch of time that can be held against a date that a text tells."""

from __future__ import annotations

import datetime as dt

from voetnoot_etl.phrases.dates import DatePhrase, bounds

LONG = dt.timedelta(days=40)
YEAR = dt.timedelta(days=370)
_ALWAYS = (dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC))
Period = tuple[dt.datetime, dt.datetime]


def period(edtf: str) -> Period | None:
    """Return the time of an event; one with an unknown beginning or end is given a year."""
    if not edtf:
        return None
    first, last = bounds(edtf)
    if edtf.endswith("/") and first:
        return first, first + YEAR
    if edtf.startswith("/") and last:
        return last - YEAR, last
    return first or _ALWAYS[0], last or _ALWAYS[1]


def told_period(date: DatePhrase) -> Period | None:
    """Return the time of a date phrase: "sinds mei 2021" tells of what began then."""
    if date.earliest is None:
        return (date.latest - LONG, date.latest) if date.latest else None
    return date.earliest, date.latest or date.earliest + LONG


def length(edtf: str) -> dt.timedelta:
    """Return how long an event took, the longest time of all for one without an end."""
    first, last = bounds(edtf)
    return last - first if first and last else dt.timedelta.max


def goes_on(edtf: str, written: str) -> bool:
    """Return whether the time of an event meets that at which a text was written."""
    first, last = bounds(edtf)
    begin, end = bounds(written)
    return bool(first and begin and end and first <= end and (last is None or begin <= last))
