"""EDTF strings → earliest and latest moment, through the `edtf` package; plain days, which are most, without."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

Bounds = tuple[dt.datetime | None, dt.datetime | None]

_OPEN = ("", "..")
_WINTER = "-24"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LAST_SECOND = dt.time(23, 59, 59, tzinfo=dt.UTC)


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the first and last second (UTC) of an EDTF date; None where it is open or has no year.

    Raises `ValueError` for a string that is not EDTF.
    """
    if not edtf:
        return None, None
    first, _, last = edtf.partition("/")
    return _earliest(first), _latest(last if "/" in edtf else first)


def is_edtf(edtf: str) -> bool:
    """Return whether a string is valid EDTF."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return bool(edtf)


def _earliest(atom: str) -> dt.datetime | None:
    if atom in _OPEN:
        return None
    if day := _day(atom):
        return dt.datetime.combine(day, dt.time(tzinfo=dt.UTC))
    year, month, day = _parsed(atom).lower_strict()[:3]
    return dt.datetime(year, month, day, tzinfo=dt.UTC) if year else None


def _latest(atom: str) -> dt.datetime | None:
    if atom in _OPEN:
        return None
    if day := _day(atom):
        return dt.datetime.combine(day, _LAST_SECOND)
    year, month, day = _parsed(atom).upper_strict()[:3]
    if year == dt.MAXYEAR:
        return None
    if atom[4:7] == _WINTER:
        # The package ends a winter with its year; in Europe it runs through February.
        return dt.datetime.combine(dt.date(year + 1, 3, 1) - dt.timedelta(days=1), _LAST_SECOND)
    return dt.datetime.combine(dt.date(year, month, day), _LAST_SECOND)


def _day(atom: str) -> dt.date | None:
    if not _DAY.fullmatch(atom):
        return None
    try:
        return dt.date.fromisoformat(atom)
    except ValueError as error:
        raise ValueError(f"{atom!r} is not EDTF") from error


@lru_cache(maxsize=4096)
def _parsed(atom: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  (the package has no annotations)
    try:
        return parse_edtf(atom)
    except EDTFParseException as error:
        raise ValueError(f"{atom!r} is not EDTF") from error
