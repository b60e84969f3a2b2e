"""Numbers in Dutch text: digit groups, number words, scales ("1,5 miljoen"), orders ("tientallen")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from voetnoot_etl.wording import numbers as words


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its indexes in the text; `value` is None for an order of magnitude.

    `form` is digits, word, tal ("een twintigtal", about twenty) or order ("honderden").
    """

    start: int
    end: int
    value: Decimal | None
    form: str


_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[   ]\d{3})+(?!\d)|\d+(?:,\d+)?"
_TOKEN = re.compile(
    r"(?<![\w.,/:])(?<![^\W\d][-–/])(?:"
    r"(?P<half>(?:een\s)?half|anderhalf|anderhalve|een)\s(?P<half_scale>miljoen|miljard|duizend|honderd)\b"
    rf"|(?:(?P<digits>{_DIGITS})|(?P<word>[^\W\d_]+))(?:\s(?P<scale>{'|'.join(words.SCALES)})\b|(?P<tal>-tal)\b)?"
    r")(?![\w/:²]|[.,]\d|[-–][^\W\d])",
    re.IGNORECASE,
)
_HALVES = {"half": "0.5", "een half": "0.5", "anderhalf": "1.5", "anderhalve": "1.5", "een": "1"}
_LEADING_ZERO = re.compile(r"0\d")
_NOT_COUNTING = re.compile(r"\b(?:in|geef|gaf|geven|sla|slaan)\s+$", re.IGNORECASE)
_HOLDS = re.compile(r"\s(?:het|dat|dit|de|een|hem|haar|zich|die|deze)\b", re.IGNORECASE)
"""Behind "acht" these make it a verb."""


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text, left to right; digits glued to letters or hyphens are not numbers."""
    found = (_read(match) for match in _TOKEN.finditer(text))
    return tuple(number for number in found if number is not None)


def _read(match: re.Match[str]) -> Number | None:
    scale = Decimal(words.SCALES[match["scale"].lower()]) if match["scale"] else Decimal(1)
    if match["digits"] and _LEADING_ZERO.match(match["digits"]):
        return None
    if match["digits"]:
        value = Decimal(re.sub(r"[.\s  ]", "", match["digits"]).replace(",", "."))
        return Number(match.start(), match.end(), _whole(value * scale), "tal" if match["tal"] else "digits")
    if match["half"]:
        factor = Decimal(_HALVES[match["half"].lower()])
        value = factor * words.SCALES[match["half_scale"].lower()]
        return Number(match.start(), match.end(), _whole(value), "word")
    return _read_word(match, scale)


def _read_word(match: re.Match[str], scale: Decimal) -> Number | None:
    word = match["word"].lower()
    if word in words.ORDERS:
        return Number(match.start(), match.end(), None, "order")
    stem, form = (word[:-3], "tal") if word.endswith("tal") else (word, "word")
    if word == "dozijn":
        return Number(match.start(), match.end(), Decimal(12), "tal")
    value = number_word(stem)
    if value is None and match["scale"]:
        return Number(match.start("scale"), match.end(), scale, "word")
    if value is None or (word == "acht" and _is_verb(match)):
        return None
    return Number(match.start(), match.end(), value * scale, form)


def _is_verb(match: re.Match[str]) -> bool:
    """Tell "in acht nemen" and "acht het bewezen" from eight."""
    return bool(
        _NOT_COUNTING.search(match.string, 0, match.start()) or _HOLDS.match(match.string, match.end("word"))
    )


def _whole(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value


@lru_cache(maxsize=4096)
def number_word(word: str) -> Decimal | None:
    """Return the value of one Dutch number word ("tweehonderdvijftig"), None for any other word."""
    folded = word.replace("ë", "e")
    if folded in words.UNITS or folded in words.TENS:
        return Decimal(words.UNITS.get(folded, words.TENS.get(folded, 0)))
    for name, scale in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = folded.partition(name)
        if found:
            times = _part(head, 1)
            rest = _part(tail.removeprefix("en") if tail != "en" else tail, 0)
            return times * scale + rest if times is not None and rest is not None else None
    return _joined(folded)


def _part(word: str, empty: int) -> Decimal | None:
    return number_word(word) if word else Decimal(empty)


def _joined(word: str) -> Decimal | None:
    """Read "vijfentwintig": a unit, "en", and a ten."""
    for name, ten in words.TENS.items():
        unit = word.removesuffix(name).removesuffix("en")
        if word.endswith(f"en{name}") and (unit == "een" or 0 < words.UNITS.get(unit, 0) < 10):  # noqa: PLR2004
            return Decimal(ten + (1 if unit == "een" else words.UNITS[unit]))
    return None
