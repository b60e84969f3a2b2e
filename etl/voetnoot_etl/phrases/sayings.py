"""Verbs of saying and their subjects: "X meldt dat", "meldt X", "beschuldigt X Y ervan", "door X bevestigd"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.phrases import clauses
from voetnoot_etl.phrases.described_speakers import describes_speaker, speaks_of_itself
from voetnoot_etl.phrases.speakers import Speaker, actors, first_speaker, governed, named
from voetnoot_etl.wording import speech as words


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words `start` to `end` are said by `actors` (none for somebody unnamed) with a modality."""

    start: int
    end: int
    actors: tuple[str, ...]
    modality: str
    rule: str
    addressees: tuple[str, ...] = ()


_VERBS = {
    modality: re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
    for modality, patterns in words.VERBS.items()
}
_PASSIVE = {
    modality: re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE)
    for modality, pattern in words.PASSIVE.items()
}
_BY = re.compile(r"\bdoor\s", re.IGNORECASE)
_NO_FINITE_VERB = re.compile(
    r"\b(?:te|een|het|de|zijn|hun|geen|dit|deze|veel|meer|zichzelf\s\w+|die|die\s\w+)\s$", re.IGNORECASE
)
_PRONOUN = re.compile(rf"(?<![\w-])(?:{'|'.join(words.PRONOUNS)})\s$", re.IGNORECASE)
_PRONOUN_BEHIND = re.compile(rf"\s(?:{'|'.join(words.PRONOUNS)})\b", re.IGNORECASE)
_WE = re.compile(r"(?<![\w-])(?:ik|wij|we)\s$", re.IGNORECASE)
_EACH_OTHER = re.compile(r"\belkaar\b", re.IGNORECASE)
_SIDES = ("armenian-side", "azerbaijani-side")
_LIKE = re.compile(r"\s(?:net\s(?:zo)?als|evenals|zoals\sook)\s(?:(?:de|het)\s)?", re.IGNORECASE)
_SHARES_SUBJECT = re.compile(r"(?:,\smaar|,?\sen)\s$")
"""A verb right behind this has the subject of the clause before."""
_CONJUNCTION = len(", maar ")
_REACH = 110
_REACH_BEHIND = 55


def find_holders(text: str, speakers: Sequence[Speaker], verb: re.Match[str]) -> tuple[str, ...]:
    """Return the subject of any verb that speakers stand around: who wants, fears, supports or refuses."""
    before = _free_before(text, speakers, verb)
    subjects = before or _free_behind(text, speakers, verb)
    return tuple(dict.fromkeys(key for one in _coordinated(text, subjects) for key in actors(one)))


def find_sayings(
    text: str, speakers: Sequence[Speaker], previous: tuple[str, ...], taken: Sequence[tuple[int, int]]
) -> Iterator[Attribution]:
    """Yield what verbs of saying attribute; `taken` are stretches that other rules have read."""
    used = list(taken)
    for modality, pattern in _VERBS.items():
        for verb in pattern.finditer(text):
            if _NO_FINITE_VERB.search(text, 0, verb.start()) or _overlaps(verb, used):
                continue
            used.append(verb.span())
            yield from _said(text, speakers, previous, verb, modality)
    for modality, pattern in _PASSIVE.items():
        for participle in pattern.finditer(text):
            yield from _passive(text, speakers, participle, modality)


def _overlaps(match: re.Match[str], used: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in used)


def _said(
    text: str, speakers: Sequence[Speaker], previous: tuple[str, ...], verb: re.Match[str], modality: str
) -> Iterator[Attribution]:
    """Yield what one verb attributes: to its subject before or behind it, or to each of two sides."""
    end = clauses.clause_after(text, verb.start(), verb.end())
    if speaks_of_itself(text, verb):
        return
    if modality == "accuses" and _EACH_OTHER.search(text, verb.start()):
        for side, other in (_SIDES, _SIDES[::-1]):
            start = clauses.opening_before(text, verb.start())
            yield Attribution(start, end, (side,), modality, "accuse-each-other", (other,))
        return
    pronoun = _PRONOUN.search(text, 0, verb.start())
    before = [] if pronoun else _free_before(text, speakers, verb)
    behind = [] if before or pronoun else _free_behind(text, speakers, verb)
    if before or behind:
        yield _with_subject(text, speakers, verb, modality, before or behind)
    elif previous and (pronoun or _PRONOUN_BEHIND.match(text, verb.end())):
        start = pronoun.start() if pronoun else verb.start()
        yield Attribution(
            start, end, previous, modality, f"{modality}-pronoun", _accused(speakers, verb, modality)
        )
    elif not (pronoun and speakers and speakers[0].start < verb.start()) and describes_speaker(
        text, verb, modality
    ):
        start = clauses.opening_before(text, verb.start())
        yield Attribution(
            start, end, (), modality, f"{modality}-described", _accused(speakers, verb, modality)
        )
    elif modality == "denies" and _WE.search(text, 0, verb.start()):
        yield Attribution(clauses.opening_before(text, verb.start()), end, (), modality, "denies-own-voice")


def _with_subject(
    text: str, speakers: Sequence[Speaker], verb: re.Match[str], modality: str, subjects: Sequence[Speaker]
) -> Attribution:
    end = clauses.clause_after(text, verb.start(), verb.end())
    if modality == "accuses" and len(subjects) > 1 and not _are_coordinated(text, subjects[-2:]):
        # "dat X op 3 mei Y ervan beschuldigt": the verb stands last, the accused before it.
        return Attribution(
            subjects[0].start, end, actors(subjects[0]), modality, modality, actors(subjects[-1])
        )
    together = [*_coordinated(text, subjects), *_likened(text, speakers, verb)]
    keys = tuple(dict.fromkeys(key for one in together for key in actors(one)))
    shared = together[0].start < clauses.opening_before(text, verb.start())
    start = verb.start() if shared else min(together[0].start, verb.start())
    accused = tuple(key for key in _accused(speakers, verb, modality, together[-1]) if key not in keys)
    return Attribution(start, end, keys, modality, named(modality, together[-1]), accused)


def _likened(text: str, speakers: Sequence[Speaker], verb: re.Match[str]) -> list[Speaker]:
    """Return who says it likewise: "X meldt net zoals Y dat ..."."""
    like = _LIKE.match(text, verb.end())
    return [one for one in speakers if like and one.start == like.end()]


def _accused(
    speakers: Sequence[Speaker], verb: re.Match[str], modality: str, subject: Speaker | None = None
) -> tuple[str, ...]:
    start = max(verb.start(), subject.end if subject else 0)
    behind = [one for one in speakers if one.start > start and one.actor]
    return actors(behind[0]) if modality == "accuses" and behind else ()


def _free_before(text: str, speakers: Sequence[Speaker], verb: re.Match[str]) -> list[Speaker]:
    """Return the speakers before a verb in its clause that no preposition governs.

    A verb right behind "en" or "maar" without a speaker of its own has that of the clause before.
    """
    clause = clauses.opening_before(text, verb.start())
    if free := _free_from(text, speakers, verb, clause):
        return free
    if _SHARES_SUBJECT.search(text, 0, verb.start()):
        return _free_from(text, speakers, verb, clauses.opening_before(text, max(clause - _CONJUNCTION, 0)))
    return []


def _free_from(text: str, speakers: Sequence[Speaker], verb: re.Match[str], clause: int) -> list[Speaker]:
    inside = [one for one in speakers if clause <= one.start and one.end <= verb.start()]
    free = [one for one in inside if not governed(text, inside, one)]
    return free if free and verb.start() - free[-1].end <= _REACH else []


def _free_behind(text: str, speakers: Sequence[Speaker], verb: re.Match[str]) -> list[Speaker]:
    """Return the first speaker behind a verb that no preposition governs, with those joined to it."""
    behind = [one for one in speakers if verb.start() < one.start <= verb.start() + _REACH_BEHIND]
    free = [one for one in behind if not governed(text, behind, one)]
    if not free or re.search(r"\b(?:dat|om)\b", text[verb.start() : free[0].start]):
        return []
    last = 1
    while last < len(free) and _are_coordinated(text, free[last - 1 : last + 1]):
        last += 1
    return free[:last]


def _coordinated(text: str, subjects: Sequence[Speaker]) -> Sequence[Speaker]:
    """Return the last subject with those that "en", "als" or a comma joins to it."""
    first = max(len(subjects) - 1, 0)
    while first and _are_coordinated(text, subjects[first - 1 : first + 1]):
        first -= 1
    return subjects[first:]


def _are_coordinated(text: str, pair: Sequence[Speaker]) -> bool:
    between = text[pair[0].end : pair[1].start]
    return (
        re.fullmatch(
            r"(?:\s\([^()]*\))?\s?(?:,|en|als|alsook|,\sen)\s(?:[^,.;]{0,60}\s|[^,.;]{0,60},\s)?", between
        )
        is not None
    )


def _passive(
    text: str, speakers: Sequence[Speaker], participle: re.Match[str], modality: str
) -> Iterator[Attribution]:
    clause = clauses.relative_before(text, participle.start())
    for by in _BY.finditer(text, clause):
        if speaker := first_speaker(text, speakers, by.end(), by.end() + _REACH_BEHIND):
            end = clauses.strong_after(text, participle.end())
            yield Attribution(clause, end, actors(speaker), modality, named(f"{modality}-passive", speaker))
