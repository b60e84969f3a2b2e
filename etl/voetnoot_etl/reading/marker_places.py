"""Where in a line digits stand as a note's marker can, and how likely each place is by what is around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 3
"""Most digits that a note number has."""
WINDOW = 40
"""How many characters in front of digits and behind them are looked at."""

AFTER_CLOSING, AFTER_WORD, AFTER_YEAR, BEHIND_MARKER = 200, 150, 150, 150
AFTER_SHORT_WORD, INSIDE_NUMBER, FAINT = 40, 30, 10
BEHIND_MARKER_IN_SENTENCE = 60
SUPERSCRIPT = 300
LONG_WORD = 3

DIGITS = re.compile(r"[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
YEAR_BEFORE_POINT = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
NUMBERING = re.compile(r"\s*(?:[0-9]{1,3}\.)+[0-9]{0,3}(?=[\s)])|\s*[0-9]{1,3}[.)](?=\s)")
CLOSING = ".,;:!?)]”’»\"'…%"
FOLLOWED = re.compile(r"[\w%/°€$²³-]|[.,:][0-9]")
GOES_ON = re.compile(r"\s+[a-zà-ÿ]")
UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmhµ]?m|ha|inch|ft)$")
KNOWN_NAME = re.compile(
    r"\b(?:covid|sars|cov|corona|co|pm|ch|no|nh|ho|h|o|g|mp|web|apollo|mig|su|bmp|btr|mh)$", re.I
)
NUMBERED_THING = re.compile(
    r"\b(?:hoofdstuk|paragraaf|afdeling|sectie|deel|punt|versie|artikel|art|nr|nrs|no|hfst|par|blz|p|pp|lid|bijl|fig"
    r"|tab|afb|vol|ed|cf|vgl|tel|ca|max|min|rond|om|tot|vanaf|tegen)\.?\s*(?:[0-9]+[.:])?$",
    re.IGNORECASE,
)
NUMBERING_WORD_BEFORE_POINT = re.compile(
    r"\b(?:art|nr|nrs|no|hfst|par|blz|p|pp|bijl|fig|tab|afb|vol|ed|cf|vgl|tel|ca|max|min|v|ver)\.$",
    re.IGNORECASE,
)
GROUPED = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3})*\.$")
NUMBERED_NAME = re.compile(r"[a-zà-ÿ,;]\s[A-ZÀ-Þ][^\W\d_]+\s$")
"""A name inside a sentence whose number a marker can be glued to: a village called "Post 4"."""
SPACED = re.compile(r"[.!?…][”\"’)]?\s$")
STARTS = re.compile(r"\s+[\"“‘(]?[A-ZÀ-Þ]|\s*$")
"""Where a blank parts a marker from its sentence, the next one begins behind it."""
LONGEST_CHAPTER = 2
"""Most digits that a chapter or an article has: behind more of them and a full stop a marker can stand."""
SEPARATOR = re.compile(r"\s?[,;/]\s?|\s|[-–]")


@dataclass(frozen=True, slots=True)
class Place:
    """Digits of a line that can be a marker: the number, from where to where, and their weight."""

    number: int
    start: int
    end: int
    weight: int


def places(text: str) -> Iterator[Place]:
    """Yield the places of a line where a marker can stand, in order."""
    numbering = NUMBERING.match(text)
    begin = numbering.end() if numbering else 0
    last: Place | None = None
    for run in DIGITS.finditer(text, begin):
        second = _behind_marker(text, run, last) if last and len(run[0]) <= LONGEST else None
        if second:
            last = second
            yield second
            continue
        found = list(_in_run(text, run))
        yield from found
        last = max(found, key=lambda place: place.weight, default=None)


def _in_run(text: str, run: re.Match[str]) -> Iterator[Place]:
    if not run[0].isascii():
        yield from _superscript(text, run)
        return
    for length in range(1, min(LONGEST, len(run[0])) + 1):
        start = run.end() - length
        weight = 0 if text[start] == "0" else _weight(text, run, start)
        if weight:
            yield Place(int(text[start : run.end()]), start, run.end(), weight)


def _superscript(text: str, run: re.Match[str]) -> Iterator[Place]:
    """Yield a raised number as a marker, unless it is the power of a unit or stands alone."""
    before = text[max(0, run.start() - WINDOW) : run.start()]
    number = _value(run[0])
    if before and not before[-1].isspace() and number and len(run[0]) <= LONGEST and not UNIT.search(before):
        yield Place(number, run.start(), run.end(), SUPERSCRIPT)


def _value(digits: str) -> int:
    return int("".join(str(unicodedata.digit(digit)) for digit in digits))


def _behind_marker(text: str, run: re.Match[str], last: Place) -> Place | None:
    """Return the second of two markers that stand together, as in `woord.12, 13`."""
    between = text[last.end : run.start()]
    if not SEPARATOR.fullmatch(between) or _value(run[0]) != last.number + 1:
        return None
    if last.weight < BEHIND_MARKER_IN_SENTENCE or FOLLOWED.match(text, run.end()):
        return None
    inside = bool(GOES_ON.match(text, run.end()))
    if inside and "," not in between:
        return None
    weight = BEHIND_MARKER_IN_SENTENCE if inside else BEHIND_MARKER
    return Place(last.number + 1, run.start(), run.end(), weight)


def _weight(text: str, run: re.Match[str], start: int) -> int:
    """Weigh digits by their neighbours; 0 where they cannot be a marker."""
    before = text[max(0, start - WINDOW) : start]
    if not before or _is_followed(text, run):
        return 0
    if before[-1].isspace():
        return FAINT if SPACED.search(before) and STARTS.match(text, run.end()) else 0
    if start > run.start():
        return _weight_inside(text, run, start)
    if before[-1] in CLOSING:
        return _weight_after_closing(text, run, before)
    return _weight_after_letters(text, run, before)


def _weight_after_letters(text: str, run: re.Match[str], before: str) -> int:
    letters = "".join(c for c in before if not unicodedata.combining(c))
    word = re.search(r"(?<![^\W\d_])[^\W\d_]{1,40}$", letters)
    if not word:
        return 0
    if KNOWN_NAME.search(letters) or UNIT.search(letters):
        return AFTER_SHORT_WORD if GOES_ON.match(text, run.end()) is None else 0
    plain = len(word[0]) > LONG_WORD or (len(word[0]) == LONG_WORD and word[0].islower())
    return AFTER_WORD if plain else AFTER_SHORT_WORD


def _is_followed(text: str, run: re.Match[str]) -> bool:
    """Tell whether what follows makes the digits part of something else; the next marker does not."""
    if not FOLLOWED.match(text, run.end()):
        return False
    return not re.compile(rf"[,/–-]{int(run[0][-LONGEST:]) + 1}(?![0-9.,])").match(text, run.end())


def _weight_inside(text: str, run: re.Match[str], start: int) -> int:
    """Weigh the last digits of a longer run: behind a year, a grouped number or a number of its own."""
    head = text[run.start() : start]
    if YEAR.fullmatch(head):
        return AFTER_YEAR
    front = text[max(0, run.start() - WINDOW) : run.start()]
    if GROUPED.search(front):
        return AFTER_YEAR if len(head) == LONGEST else 0
    if YEAR.fullmatch(run[0]):
        return 0
    if GOES_ON.match(text, run.end()):
        return FAINT if NUMBERED_NAME.search(front) and len(head) <= LONGEST_CHAPTER else 0
    return INSIDE_NUMBER


def _weight_after_closing(text: str, run: re.Match[str], before: str) -> int:
    number = re.search(r"([0-9]+)[.,:]$", before)
    if not number:
        return 0 if NUMBERING_WORD_BEFORE_POINT.search(before) else AFTER_CLOSING
    if YEAR_BEFORE_POINT.fullmatch(number[1]) or (
        GROUPED.search(before[:-4] if len(number[1]) == LONGEST else "")
    ):
        return AFTER_CLOSING
    numbered = len(number[1]) <= LONGEST_CHAPTER and NUMBERED_THING.search(before[: number.start()])
    if GOES_ON.match(text, run.end()) or numbered:
        return 0
    return 0 if len(run[0]) == LONGEST and len(number[1]) <= LONGEST else INSIDE_NUMBER
