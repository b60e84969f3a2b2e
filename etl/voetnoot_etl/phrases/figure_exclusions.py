"""Numbers that are not figures: dates, labels, list numbers, clock times, ages, relative times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voetnoot_etl.phrases.nearby import before, overlaps, stretches
from voetnoot_etl.phrases.numbers import Number, find_numbers
from voetnoot_etl.wording import figures as words

_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)\s?\(?$")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]\s?")
_CLOCK = re.compile(r"\s?(?:uur|u\.?|h)(?!\w)")
_CLOCK_CUE = re.compile(r"\b(?:om|omstreeks|rond|tegen|tot|vanaf|sinds)\s$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:van|tussen)\s$", re.IGNORECASE)
_RANGE_REACH = 30
_AGE = re.compile(r"\s?(?:-?jarige|jaar oud)", re.IGNORECASE)
_RELATIVE_TIME = re.compile(
    r"\s(?:volle\s)?(?:uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren|decennia)\s"
    r"(?:later|geleden|daarvoor|daarna|eerder|nadien|ervoor|erna|voordien|voor(?:af)?|na|vroeger|voordat|nadat|terug)\b",
    re.IGNORECASE,
)
_NOT_COUNTING = re.compile(
    r"\s(?:van\s(?:hen|de|het|die|deze|beide|hun|onze)|keer|maal|ander[es]?|na|uur\s('s|s)\s)\b|\s(?:daarvan)\b",
    re.IGNORECASE,
)
_ONE = ("één", "eén")
_URL = re.compile(r"\S*(?:https?:|www\.)\S*")
_FRACTION = re.compile(
    r"\s(?:derden?|vierden?|vijfden?|zesden?|achtsten?|tienden?|kwart)\s(?:van\b|(?=[a-z]+(?:en|s)\b))|\sop\s(?:de\s|elke\s)?(?:\d+|\w+)\s",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\b(?:een|één|twee|drie|vier|vijf|\d+)\sop\s(?:de\s|elke\s)?$", re.IGNORECASE)
_TIMES = re.compile(r"\s(?:keer|maal|keren)\b", re.IGNORECASE)


def is_figure(text: str, number: Number, dates: Sequence[tuple[int, int]]) -> bool:
    """Return whether a number may count something; `dates` are the stretches of dates in their order."""
    if overlaps(dates, number.start, number.end):
        return False
    if overlaps(stretches(_URL, text), number.start, number.start + 1):
        return False
    if _is_share(text, number, dates):
        return False
    return not any(rule(text, number) for rule in (_is_label, _is_time, _is_pronoun))


def _is_label(text: str, number: Number) -> bool:
    """Tell "kaart 3" and the number of a list item from counted things."""
    listed = _LIST_NUMBER.match(text)
    if listed and number.start < listed.end() and number.form == "digits":
        return True
    leader = before(_BEFORE, text, number.start)
    return leader is not None and leader[1].lower() in words.LABELS


def follows_name(text: str, start: int) -> bool:
    """Return whether a number stands right after a capitalised name inside a sentence ("Sukhov 25")."""
    leader = before(_BEFORE, text, start)
    return bool(leader and leader.start() > 0 and leader[1][0].isupper())


def _is_time(text: str, number: Number) -> bool:
    cue = before(_CLOCK_CUE, text, number.start)
    clock = _CLOCK.match(text, number.end) and cue and not _ends_range(text, cue)
    return bool(clock or _AGE.match(text, number.end) or _RELATIVE_TIME.match(text, number.end))


def _ends_range(text: str, cue: re.Match[str]) -> bool:
    """Tell "3 tot 4 uur", a length of time, from "tot 4 uur" and "van 3 tot 4 uur"."""
    front = text[max(0, cue.start() - _RANGE_REACH) : cue.start()]
    last = [number for number in find_numbers(front) if not front[number.end :].strip()]
    return cue[0].lower().strip() == "tot" and bool(last) and not _FROM.search(front, 0, last[0].start)


def _is_share(text: str, number: Number, dates: Sequence[tuple[int, int]]) -> bool:
    """Tell "drie vierde van de bevolking" and "1 op 5 woningen" from three and from five."""
    follows = _FRACTION.match(text, number.end)
    if follows and "op" in follows.group().split():
        return bool(find_numbers(follows.group())) and not overlaps(dates, *follows.span())
    return bool(follows or before(_OUT_OF, text, number.start))


def _is_pronoun(text: str, number: Number) -> bool:
    """Tell "één van hen" and "drie keer" from counted things."""
    word = text[number.start : number.end].lower()
    return bool(_TIMES.match(text, number.end)) or (
        word in _ONE and bool(_NOT_COUNTING.match(text, number.end))
    )
