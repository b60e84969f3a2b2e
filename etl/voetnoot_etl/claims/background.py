"""What stands in the background of a clause: "na de oorlog in 2020", "sinds de overgave op 3 mei 2015".

Such words name another event than the one that the clause tells of. Their date is no date of the claim: it
bounds it on one side, or, behind "tijdens", says when it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.phrases.dates import DatePhrase
from voetnoot_etl.wording import clauses as words


@dataclass(frozen=True, slots=True)
class Background:
    """A stretch that names another event; `side` is after, before, during or beside, `date` its own date."""

    start: int
    end: int
    side: str
    date: DatePhrase | None


_SIDES = {
    "after": words.AFTER_EVENT,
    "before": words.BEFORE_EVENT,
    "during": words.DURING_EVENT,
    "beside": words.BESIDE_EVENT,
}
_PHRASES = {
    side: re.compile(
        rf"\b(?:{pattern})\s(?:de|het|zijn|haar|hun|een)\s(?:[\w’'-]+\s){{0,3}}?"
        rf"(?:[\w-]*?(?:{words.EVENT_NOUNS}))(?!\w)",
        re.IGNORECASE,
    )
    for side, pattern in _SIDES.items()
}
_CLAUSE = re.compile(r"(?P<word>sinds|nadat|voordat)\s(?=[^.;,]{0,120}\b\w+\s)", re.IGNORECASE)
_CONTRAST = re.compile(r"\bin tegenstelling tot (?:in )?", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(?:de|het) [\w-]+ste \w+[^.;,]*$", re.IGNORECASE)
_REACH = 90
_VERB = re.compile(rf"\s(?:{'|'.join(words.FINITE)})\s|[.;:,]|\bdat\b")
_EDGE = re.compile(r"(?:start|begin|einde|top|aankomst|vertrek)$|\s(?:levering|bezoek|referendum)\w*$", re.I)
"""Names of a beginning or an end, and of what is often in plural, tell too little without a date."""
_SHORTLY = re.compile(r"\b(?:kort|vlak|net|dag|dagen|week|weken|maanden|jaar|jaren)\s$", re.IGNORECASE)


def find_backgrounds(text: str, dates: Sequence[DatePhrase]) -> tuple[Background, ...]:
    """Return the stretches of a text that name another event than the one it tells of, left to right."""
    found = sorted([*_phrases(text, dates), *_clauses(text, dates)], key=lambda one: (one.start, -one.end))
    kept: list[Background] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def foreground(text: str, backgrounds: Sequence[Background]) -> str:
    """Return a text with its background blanked out, every other character at its place."""
    shown = list(text)
    for one in backgrounds:
        shown[one.start : one.end] = " " * (one.end - one.start)
    return "".join(shown)


def _phrases(text: str, dates: Sequence[DatePhrase]) -> Iterator[Background]:
    for name, pattern in _PHRASES.items():
        for match in pattern.finditer(text):
            side = name
            if side == "after" and _SUPERLATIVE.search(text, max(0, match.start() - 60), match.start()):
                side = "contrast"
            date = _date_behind(text, match.end(), dates)
            if date is None and not _stands_alone(text, match, side):
                continue
            yield Background(match.start(), date.end if date else match.end(), side, date)
    for match in _CONTRAST.finditer(text):
        date = next((one for one in dates if one.start <= match.end() <= one.end), None)
        if date:
            yield Background(match.start(), max(match.end(), date.end), "contrast", date)


def _stands_alone(text: str, match: re.Match[str], side: str) -> bool:
    """Return whether words without a date name an event: "voor de oorlog" does at an opening, "het begin" never."""
    if _EDGE.search(match.group()):
        return False
    opening = match.start() == 0 or _SHORTLY.search(text, max(0, match.start() - 20), match.start())
    return side != "before" or bool(opening)


def _clauses(text: str, dates: Sequence[DatePhrase]) -> Iterator[Background]:
    """Yield a clause that opens a sentence and says since when, or after what: up to its date."""
    match = _CLAUSE.match(text)
    if match is None:
        return
    date = next((one for one in dates if match.end() < one.start <= match.end() + _REACH), None)
    if date and "," not in text[match.end() : date.start]:
        side = "before" if match["word"].lower() == "voordat" else "after"
        yield Background(0, date.end, side, date)


def _date_behind(text: str, end: int, dates: Sequence[DatePhrase]) -> DatePhrase | None:
    """Return the date of the named event: behind its name, with no verb and no comma in between."""
    date = next((one for one in dates if end <= one.start <= end + _REACH), None)
    if date is None or _VERB.search(text, end, date.start + 1):
        return None
    return date
