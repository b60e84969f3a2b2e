"""Which dates of a sentence say when something happened, and not when a text or an agreement was made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voetnoot_etl.phrases.dates import DatePhrase

_DATES_A_TEXT = re.compile(
    r"\b(?:artikel|verslag|rapport|bericht|resolutie|akkoord|publicatie|briefing|interview|verklaring|grafiek|kaart|"
    r"staakt-het-vuren|wapenstilstand|gegenereerd(?:[^.;,]{0,40}))\s(?:van|uit|op)\s(?:de\s)?$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\btijdens\s(?:de|het|een)\s[^.;,\d]{0,60}$", re.IGNORECASE)
_REACH = 100
_OPEN = ("since-", "until-", "before-", "after-")


def told_dates(text: str, dates: Sequence[DatePhrase]) -> tuple[DatePhrase, ...]:
    """Return the dates of what a sentence tells, those first that bound it on both sides."""
    told = [date for date in dates if not dates_a_text(text, date)]
    return tuple(sorted(told, key=lambda date: date_rank(text, date)))


def dates_a_text(text: str, date: DatePhrase) -> bool:
    """Return whether a date says when a text or an agreement was made, and not what it tells."""
    return _DATES_A_TEXT.search(text, max(0, date.start - _REACH), date.start) is not None


def date_rank(text: str, date: DatePhrase) -> int:
    """Return 0 for a date of the main event, 1 for one behind "tijdens", 2 for an open one."""
    if date.rule.startswith(_OPEN):
        return 2
    return int(_DURING.search(text, max(0, date.start - _REACH), date.start) is not None)
