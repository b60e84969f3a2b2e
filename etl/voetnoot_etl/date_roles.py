"""Which dates of a sentence say when something happened, and not when a text or an agreement was made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voetnoot_etl.dates import DatePhrase

_DATES_A_TEXT = re.compile(
    r"\b(?:artikel|verslag|rapport|bericht|resolutie|akkoord|publicatie|briefing|interview|verklaring|grafiek|kaart|"
    r"staakt-het-vuren|wapenstilstand|gegenereerd(?:[^.;,]{0,40}))\s(?:van|uit|op)\s(?:de\s)?$",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:sinds|voor|na|tot)\s(?:de|het|een)\s(?!periode|maand|jaar)[^.;,\d]{0,40}$", re.IGNORECASE
)
_OPEN = ("since-", "until-", "before-", "after-")


def told_dates(text: str, dates: Sequence[DatePhrase]) -> tuple[DatePhrase, ...]:
    """Return the dates of what a sentence tells, those first that bound it on both sides and set its scene."""
    told = [date for date in dates if not _DATES_A_TEXT.search(text, 0, date.start)]
    return tuple(sorted(told, key=lambda date: date_rank(text, date)))


def scene_date(text: str, dates: Sequence[DatePhrase]) -> DatePhrase | None:
    """Return the date that what follows may point back to; a bare year, or an open time, sets no scene."""
    for date in told_dates(text, dates):
        if "-" in date.edtf and date.earliest and date.latest and not date_rank(text, date):
            return date
    return None


def date_rank(text: str, date: DatePhrase) -> int:
    """Return 0 for a date of the main event, 1 for one in the background ("na de oorlog in 2020"), 2 if open."""
    if date.rule.startswith(_OPEN):
        return 2
    return 1 if _BACKGROUND.search(text, 0, date.start) else 0
