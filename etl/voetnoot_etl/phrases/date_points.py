"""Single Dutch dates in running text: days, months, years, parts of them, seasons, decades."""

from __future__ import annotations

import re
from dataclasses import replace

from voetnoot_etl.phrases.date_patterns import POINTS
from voetnoot_etl.phrases.date_point import Point
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.wording import dates as words
from voetnoot_etl.wording.figures import STOP_WORDS
from voetnoot_etl.wording.nouns import COUNTED

_LOOSE = re.compile(r"[\d, edst]*(?: en [\deds t]*)?")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([\w.€$]+)\s*$")
_GLUED = re.compile(r"(\w+)[-–]$")
_DATED_THING = re.compile(r"\b(?:de|het|dat|die|dit|deze)\s(?:[^\W\d_]+\s)?[^\W\d_]+\svan\s$", re.IGNORECASE)
"""A thing told by its year: "de volkstelling van 1989"."""
_LAST_SHORT_YEAR = 40
"""'41 is taken for 1941, '40 for 2040."""
_PLURAL = re.compile(r"[^\W\d_]{4,}(?:en|s)")


def find_points(text: str) -> list[Point]:
    """Return the single dates of a text from left to right, the longest where two overlap."""
    matches = [(name, match) for name, pattern in POINTS.items() for match in pattern.finditer(text)]
    points: list[Point] = []
    end = 0
    for name, match in sorted(matches, key=lambda found: (found[1].start(), -found[1].end())):
        if match.start() >= end and _stands(name, match):
            points.extend(_read(name, match))
            end = match.end()
    return points


def _stands(name: str, match: re.Match[str]) -> bool:
    glued = before(_GLUED, match.string, match.start())
    if glued and not glued[1].isdecimal() and glued[1].lower() not in words.MONTHS:
        return False
    if name == "year":
        return bool(match["part"]) or _is_year(match)
    if name == "season":
        return any(match[group] for group in ("year", "this", "previous", "deze"))
    if name == "month":
        return _is_month(match)
    return True


def _is_month(match: re.Match[str]) -> bool:
    """Take a bare abbreviation, or a bare capitalised month inside a sentence, for another word."""
    if any(match[group] for group in ("year", "short", "last", "next", "this", "previous", "part")):
        return True
    word = match["month"]
    return word.lower() in words.FULL_MONTHS and (word[0].islower() or match.start() == 0)


def _is_year(match: re.Match[str]) -> bool:
    """Refuse a four-digit number that counts something or numbers something."""
    after = _NEXT_WORD.match(match.string, match.end())
    ahead = before(_LAST_WORD, match.string, match.start())
    follower = after[1] if after else ""
    leader = ahead[1].lower() if ahead else ""
    if before(_GLUED, match.string, match.start()):
        return True
    opens = leader in words.YEAR_CUES and ahead is not None and ahead.start() == 0
    if leader in words.ALWAYS_YEAR or opens:
        return True
    if leader in words.NOT_A_YEAR_AFTER or follower.lower() in COUNTED:
        return False
    plural = follower.islower() and follower not in STOP_WORDS and _PLURAL.fullmatch(follower)
    dated = leader in words.YEAR_CUES or before(_DATED_THING, match.string, match.start())
    return bool(dated) or not plural


def _read(name: str, match: re.Match[str]) -> list[Point]:
    groups = {key: value for key, value in match.groupdict().items() if value}
    point = Point(match.start(), match.end(), name, reference=_reference(groups))
    if "part" in groups:
        point = replace(point, part=words.PARTS[groups["part"].lower()], rule=f"part-of-{name}")
    point = _with_year(point, groups)
    if "days" in groups:
        return _with_days(replace(point, month=_month(groups)), match)
    if name in ("month", "week", "fraction-of-month", "month-number-year"):
        point = replace(point, month=_month(groups))
    if "ordinal" in groups:
        word = groups.get("fraction", "week").lower()
        return [replace(point, fraction=(words.ORDINALS[groups["ordinal"].lower()], word))]
    if "season" in groups:
        return [replace(point, season=words.SEASONS[groups["season"].lower()])]
    return [_fixed(point, groups)]


def _month(groups: dict[str, str]) -> int:
    return int(groups["number"]) if "number" in groups else words.MONTHS[groups["month"].lower().rstrip(".")]


def _reference(groups: dict[str, str]) -> str:
    """Return how the year is pointed at where it is not printed: last, next, this, previous or ""."""
    if "deze" in groups:
        return "this" if groups["deze"].lower() in ("deze", "dit") else "last"
    return next((key for key in ("last", "next", "this", "previous") if key in groups), "")


def _with_year(point: Point, groups: dict[str, str]) -> Point:
    if "short" in groups:
        century = 1900 if int(groups["short"]) > _LAST_SHORT_YEAR else 2000
        return replace(point, year=century + int(groups["short"]), inferred=True)
    return replace(point, year=int(groups["year"])) if "year" in groups else point


def _with_days(point: Point, match: re.Match[str]) -> list[Point]:
    """Return one point for neighbouring days or a range, one point for each day of a loose list."""
    days = [(int(found[0]), found.start(), found.end()) for found in re.finditer(r"\d+", match["days"])]
    numbers = [day for day, _, _ in days]
    loose = _LOOSE.fullmatch(match["days"]) and not match.string[
        max(0, match.start() - 8) : match.start()
    ].lower().endswith("tussen ")
    joined = numbers == list(range(numbers[0], numbers[-1] + 1)) or (not loose and numbers == sorted(numbers))
    if joined:
        last = numbers[-1] if len(numbers) > 1 else None
        rule = "days" if last else point.rule
        return [replace(point, day=numbers[0], last_day=last, rule=rule)]
    offset = match.start("days")
    single = [replace(point, start=offset + start, end=offset + end, day=day) for day, start, end in days]
    return [*single[:-1], replace(single[-1], end=match.end())]


def _fixed(point: Point, groups: dict[str, str]) -> Point:
    if "second" in groups:
        first = int(groups["year"])
        second = first // 100 * 100 + int(groups["second"])
        return replace(point, fixed=(f"{first}", f"{second}"), year=None)
    if point.rule.endswith("decade"):
        return _decade(point, groups)
    if point.rule.endswith("century"):
        rank = (
            int(groups["century"]) if "century" in groups else words.CENTURIES[groups["century_word"].lower()]
        )
        return replace(point, fixed=(f"{rank - 1}XX",) * 2, inferred=False)
    if "relative" in groups:
        reference = {
            "vandaag": "today",
            "gisteren": "yesterday",
            "dit jaar": "this",
            "volgend jaar": "following",
        }
        return replace(point, reference=reference.get(groups["relative"].lower(), "previous"))
    return point


def _decade(point: Point, groups: dict[str, str]) -> Point:
    if "decade_year" in groups:
        first = int(groups["decade_year"])
    else:
        first = 1900 + int(groups.get("decade") or words.DECADES[groups["decade_word"].lower()])
    inferred = "decade_year" not in groups
    if not point.part:
        return replace(point, fixed=(f"{first // 10}X",) * 2, inferred=inferred)
    low, high = words.DECADE_PART_YEARS[point.part]
    return replace(point, fixed=(f"{first + low}~", f"{first + high}~"), inferred=inferred)
