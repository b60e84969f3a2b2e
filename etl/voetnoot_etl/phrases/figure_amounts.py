"""How much a number phrase says: qualifier, stated number and bounds, ranges joined to one amount.

"Bijna 300" is stated 300 with upper bound 299; "meer dan 200" is stated 200 with lower bound 201; "minstens
207" has lower bound 207; "ongeveer" has no bounds; "tussen 50 en 1.000" has two bounds and no stated number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.phrases.numbers import Number
from voetnoot_etl.wording import numbers as words

Limits = tuple[Decimal | None, Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number phrase: the stretch with its qualifier, the number's own stretch, and what it says."""

    start: int
    end: int
    number: tuple[int, int]
    stated: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    qualifier: str
    rule: str


def _any(names: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_OPENING = re.compile(
    rf"(?<![\w-])(?P<word>{_any(tuple(words.QUALIFIERS))})\s(?:(?:de|het|een|zo'n)\s)?$", re.IGNORECASE
)
_TO = re.compile(rf"\s(?:{_any(words.RANGE_WORDS)})\s|\s?[-–]\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)tussen\s(?:de\s|het\s)?(?:\w+\s)?$", re.IGNORECASE)
_SUSPENDED = re.compile(r"-\s(?:à|tot|of|en)\s", re.IGNORECASE)
_SCALED_WORD = re.compile(r"(?P<scale>duizend|honderd)$", re.IGNORECASE)
_UP_TO = re.compile(r"\btot\s$", re.IGNORECASE)
_DIMENSION = re.compile(r"\s?[^\W\d_]+\s(?:diep|hoog|ver|lang|breed|dik|landinwaarts)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"straf(?:fen)?\stot\s$", re.IGNORECASE)
_AND = re.compile(r"\sen\s(?:de\s)?", re.IGNORECASE)
_AFTER = re.compile(rf"\s(?:{_any(tuple(words.AFTER_NUMBER))})\b", re.IGNORECASE)
_SEVERAL = re.compile(rf"(?<![\w-])(?:{_any(words.INDEFINITE)})\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w-])(?:een|zo'n|zo’n)\s$", re.IGNORECASE)


def read_amounts(text: str, numbers: tuple[Number, ...]) -> list[Amount]:
    """Return one amount for each number, or for each pair that the text joins to a range."""
    amounts: list[Amount] = []
    index = 0
    while index < len(numbers):
        first, second = numbers[index], numbers[index + 1] if index + 1 < len(numbers) else None
        first = _with_scale(text, first, second) if second else first
        opening = _range_start(text, first, second) if second else None
        if second and opening is not None:
            amounts.append(_range(text, first, second, opening))
            index += 2
        else:
            amounts.append(_single(text, first))
            index += 1
    return amounts


def _range_start(text: str, first: Number, second: Number) -> int | None:
    """Return where a range of two numbers begins, None where they are two figures."""
    if first.value is None or second.value is None or first.value >= second.value:
        return None
    between = text[first.end : second.start]
    opening = before(_BETWEEN, text, first.start)
    if opening and _AND.fullmatch(between):
        return opening.start()
    return first.start if _TO.fullmatch(between) or _SUSPENDED.fullmatch(between) else None


def _with_scale(text: str, first: Number, second: Number) -> Number:
    """Return "veertig" with the scale of "veertig- à vijftigduizend"; every other number as it is."""
    scale = _SCALED_WORD.search(text[second.start : second.end])
    if first.value is None or scale is None or not _SUSPENDED.fullmatch(text[first.end : second.start]):
        return first
    return replace(first, value=first.value * words.SCALES[scale["scale"].lower()])


def _range(text: str, first: Number, second: Number, start: int) -> Amount:
    if start == first.start:
        start, _ = read_qualifier(text, start)
    return Amount(
        start, second.end, (first.start, second.end), None, first.value, second.value, "between", "range"
    )


def _single(text: str, number: Number) -> Amount:
    start, qualifier = read_qualifier(text, number.start)
    end = number.end
    after = _AFTER.match(text, number.end)
    if after and (key := words.AFTER_NUMBER[after[0].strip().lower()]) != "between":
        qualifier, end = key, after.end()
    up_to = before(_UP_TO, text, start) if qualifier == "exact" else None
    if up_to and (_DIMENSION.match(text, end) or before(_SENTENCE, text, start)):
        qualifier, start = "at-most", up_to.start()
    if number.form == "tal":
        article = before(_ARTICLE, text, number.start)
        start = min(start, article.start()) if article else start
        qualifier = "about" if qualifier == "exact" else qualifier
    if number.value is None:
        several = before(_SEVERAL, text, number.start)
        return Amount(
            several.start() if several else start,
            end,
            (number.start, number.end),
            None,
            None,
            None,
            "several",
            "order",
        )
    rule = qualifier if qualifier != "exact" else number.form
    return Amount(start, end, (number.start, number.end), *limits(number.value, qualifier), qualifier, rule)


def read_qualifier(text: str, start: int) -> tuple[int, str]:
    """Return where the words before a number begin and what they make of it; the strongest word counts."""
    key = "exact"
    while opening := before(_OPENING, text, start):
        found = words.QUALIFIERS[opening["word"].lower()]
        key = found if key in ("exact", "about") and found != "exact" else key
        start = opening.start()
    return start, key


def limits(value: Decimal, qualifier: str) -> Limits:
    """Return stated number, lower and upper bound of a number under a qualifier."""
    step = Decimal(1) if value == value.to_integral_value() else Decimal(0)
    lower = {"exact": value, "at-least": value, "more-than": value + step}.get(qualifier)
    upper = {"exact": value, "at-most": value, "almost": value - step, "less-than": value - step}.get(
        qualifier
    )
    return value, lower, upper
