"""Who can say something in a sentence: named actors, and unnamed sources that the words only describe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.phrases.figure_outcomes import party
from voetnoot_etl.phrases.mentions import Mention
from voetnoot_etl.wording.speech import CAPITALS, SEATS, SOURCE_NOUNS


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """An actor at a stretch of a text; `actor` is "" for a source without a name."""

    start: int
    end: int
    actor: str


_PREPOSITION = re.compile(
    r"\b(?:van|met|in|tussen|aan|voor|door|tegen|naar|uit|over|op|bij|tot|onder)\s(?:(?:de|het|een)\s)?(?:[a-zë-]+\s)?$"
)
_INTERRUPTION = re.compile(r"[,;]|\b(?:is|zijn|was|waren|heeft|hebben|dat)\b")
_SOURCE = re.compile(
    rf"(?<![\w-])(?:(?P<adjective>[^\W\d_]+(?:s|se|sche))\s)?(?P<noun>{'|'.join(sorted(SOURCE_NOUNS))})\b",
    re.I,
)
_SEATS = re.compile("|".join(map(re.escape, SEATS)))
_UNKNOWN = re.compile(
    r"\b[A-Z][\w'’-]+(?:\s(?:(?:for|of|the|van|de|voor)\s){0,2}[A-Z][\w'’-]+){1,4}|(?<!^)\b[A-Z]{2,6}\b"
)
_TITLE = re.compile(r"\s|\svan\s[^,.;]{1,60},\s")
"""What stands between somebody's office and name."""
_IT = re.compile(r"\bhet\s$", re.IGNORECASE)
_OF = re.compile(r"\svan\s(?:(?:de|het)\s)?")
_AT_PLACE = re.compile(
    r"\b(?:in|te|uit|naar|nabij|bij|rond|tussen|hoofdstad|stad|van|vanuit|richting|en)\s$", re.IGNORECASE
)


def find_speakers(text: str, mentions: Iterable[Mention], demonyms: frozenset[str]) -> tuple[Speaker, ...]:
    """Return those who may speak in a text, left to right: no demonym, no name inside a longer one.

    A capital can speak for its state; a name that nobody has curated, and a source that is only described,
    are speakers without a key.
    """
    known = list(mentions)
    named = [*_actors(text, known, demonyms), *_seats(text, known)]
    unnamed = [one for one in _sources(text, named) if not _meets(one, named)]
    taken = [*((one.start, one.end) for one in known), *((one.start, one.end) for one in unnamed)]
    unknown = [
        Speaker(match.start(), match.end(), "")
        for match in _UNKNOWN.finditer(text)
        if not any(match.start() < end and start < match.end() for start, end in taken)
    ]
    first: dict[int, Speaker] = {}
    for speaker in sorted([*named, *unnamed, *unknown], key=lambda one: (one.start, -one.end, one.actor)):
        first.setdefault(speaker.start, speaker)
    return tuple(first.values())


def _actors(text: str, mentions: Sequence[Mention], demonyms: frozenset[str]) -> list[Speaker]:
    """Return named actors; a country behind "het" is none, for that "het" is the subject itself."""
    places = {(mention.start, mention.end) for mention in mentions if mention.kind == "place"}
    actors = [
        mention
        for mention in mentions
        if mention.kind == "actor"
        and not ((mention.start, mention.end) in places and _IT.search(text, 0, mention.start))
    ]
    return [
        Speaker(mention.start, mention.end, mention.id)
        for mention in actors
        if mention.name not in demonyms and not any(_inside(mention, other) for other in actors)
    ]


def _seats(text: str, mentions: Sequence[Mention]) -> Iterator[Speaker]:
    """Yield capitals and palaces that stand for who governs from there."""
    for mention in mentions:
        actor = CAPITALS.get(mention.id) if mention.kind == "place" else None
        if actor and not _AT_PLACE.search(text, 0, mention.start):
            yield Speaker(mention.start, mention.end, actor)
    for match in _SEATS.finditer(text):
        yield Speaker(match.start(), match.end(), SEATS[match.group()])


def _sources(text: str, named: Sequence[Speaker]) -> Iterator[Speaker]:
    """Yield sources that words describe: by their people ("Armeense bronnen"), or whose they are."""
    for match in _SOURCE.finditer(text):
        if any(_TITLE.fullmatch(text[match.end() : one.start]) for one in named if one.start > match.end()):
            continue
        whose = _OF.match(text, match.end())
        owner = next((one for one in named if whose and one.start == whose.end()), None)
        if side := party(match["adjective"] or ""):
            yield Speaker(match.start(), match.end(), side)
        elif owner:
            yield Speaker(match.start("noun"), owner.end, owner.actor)
        else:
            yield Speaker(match.start("noun"), match.end(), "")


def _meets(speaker: Speaker, named: Sequence[Speaker]) -> bool:
    """Return whether a named speaker begins before, and reaches into, the words of another."""
    return any(one.start <= speaker.start < one.end for one in named)


def _inside(mention: Mention, other: Mention) -> bool:
    wider = other.end - other.start > mention.end - mention.start
    return wider and other.start <= mention.start and mention.end <= other.end


def actors(speaker: Speaker) -> tuple[str, ...]:
    """Return the speaker's key, none for a source without a name."""
    return (speaker.actor,) if speaker.actor else ()


def named(rule: str, speaker: Speaker) -> str:
    """Return the name of a rule, marked where it found a source without a name."""
    return rule if speaker.actor else f"{rule}-unnamed"


def first_speaker(text: str, speakers: Sequence[Speaker], start: int, stop: int) -> Speaker | None:
    """Return the first speaker of a stretch, unless a verb or a comma comes before."""
    for one in speakers:
        if start <= one.start < stop:
            return None if _INTERRUPTION.search(text, start, one.start) else one
    return None


def governed(text: str, speakers: Sequence[Speaker], speaker: Speaker) -> bool:
    """Return whether a preposition governs a speaker, alone or together with the one before."""
    if _PREPOSITION.search(text, 0, speaker.start):
        return True
    before = [one for one in speakers if one.end < speaker.start]
    joined = before and re.fullmatch(r"\sen\s(?:(?:de|het)\s)?", text[before[-1].end : speaker.start])
    return bool(joined) and governed(text, before[:-1], before[-1])
