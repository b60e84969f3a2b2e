"""Regular expressions of single Dutch dates, one per rule, made from the tables of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from voetnoot_etl.wording import dates as words


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_MONTH = rf"(?:(?:{_any(words.FULL_MONTHS)})\b|(?:{_any(words.MONTHS)})\b\.?)"
_PART = rf"(?:(?:het )?(?P<part>{_any(words.PARTS)})[ -](?:van )?(?:(?:de maand|het jaar|het|de) )?)"
_LAST = rf"(?P<last>{_any(words.LAST_WORDS)}(?!\w))"
_REFERENCE = (
    rf"(?:\s(?:van )?(?P<year>{_YEAR})(?!\d|[.,]\d)|\s?[’'](?P<short>\d\d)\b|\s{_LAST}"
    rf"|\s(?P<next>{_any(words.NEXT_WORDS)})(?!\w)"
    rf"|\s(?P<this>{_any(words.THIS_YEAR)})\b|\s(?P<previous>{_any(words.LAST_YEAR)})\b)"
)
_DAYS = (
    rf"(?P<days>(?:{_DAY}(?:e|ste|de)?"
    rf"(?:, | en | op | tot en met | t\.e\.m\. | t/m | tot | ?[-–—] ?))*{_DAY})"
    r"(?:e|ste|de)? "
)
_ORDINAL = rf"(?P<ordinal>{_any(words.ORDINALS)})"
_WEEKDAY = rf"(?:(?:{_any(words.WEEKDAYS)}) )?"

_NUMBER = r"(?P<number>0?[1-9]|1[0-2])"
_ALONE = r"(?![\d/-])"

_PATTERNS = {
    "numeric": rf"(?<![\d/.-])(?P<days>{_DAY})(?P<mark>[/.-]){_NUMBER}(?P=mark)(?P<year>{_YEAR}){_ALONE}",
    "iso": rf"(?<![\d/.-])(?P<year>{_YEAR})-{_NUMBER}-(?P<days>{_DAY}){_ALONE}",
    "month-number-year": rf"(?<![\d/.-]){_NUMBER}/(?P<year>{_YEAR}){_ALONE}",
    "day": rf"(?<![\w.,/-]){_WEEKDAY}{_DAYS}(?P<month>{_MONTH}){_REFERENCE}?",
    "week": rf"\b{_ORDINAL} week van (?P<month>{_MONTH}){_REFERENCE}?",
    "fraction-of-month": rf"\b{_ORDINAL} (?P<fraction>helft) van (?:de maand )?"
    rf"(?P<month>{_MONTH}){_REFERENCE}?",
    "month": rf"(?<!\w){_PART}?(?P<month>{_MONTH}){_REFERENCE}?",
    "fraction": rf"\b{_ORDINAL} (?P<fraction>{_any([*words.FRACTIONS, *words.VAGUE_FRACTIONS])})"
    rf"(?: (?:van )?(?:het jaar )?(?P<year>{_YEAR})\b| (?P<this>{_any(words.THIS_YEAR)})"
    rf"| (?P<previous>{_any(words.LAST_YEAR)}))",
    "season": rf"\b(?:(?P<deze>deze|dit|afgelopen|voorbije|vorige|vorig) )?{_PART}?"
    rf"(?P<season>{_any(words.SEASONS)})(?: (?:van )?(?P<year>{_YEAR})(?:[-/–](?:20)?\d\d)?\b"
    rf"| (?P<this>{_any(words.THIS_YEAR)})| (?P<previous>{_any(words.LAST_YEAR)}))?(?!\w)",
    "decade": rf"\b{_PART}?jaren (?:[’']?(?P<decade>\d0)|(?P<decade_year>(?:1[5-9]|20)\d0)"
    rf"|(?P<decade_word>{_any(words.DECADES)}))\b",
    "century": rf"\b{_PART}?(?:(?P<century>1[5-9]|2[01])(?:e|de|ste)"
    rf"|(?P<century_word>{_any(words.CENTURIES)})) eeuw\b",
    "year": rf"(?<![\w.,/]){_PART}?(?P<year>{_YEAR})(?!\w|[.,]\d)",
    "year-range": rf"(?<![\w.,/-])(?P<year>{_YEAR})[-–/](?P<second>\d\d)(?![\d-])",
    "relative": rf"\b{_PART}?(?P<relative>{_any(words.RELATIVE)})\b",
}
POINTS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PATTERNS.items()}
"""The rules by name; of two that match the same stretch the earlier one counts."""
