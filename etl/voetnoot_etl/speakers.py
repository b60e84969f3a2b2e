"""Who can say something in a sentence: named actors, and unnamed sources that the words only describe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voetnoot_etl.figure_outcomes import party
from voetnoot_etl.mentions import Mention
from voetnoot_etl.wording_speech import SOURCE_NOUNS


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
    rf"\b(?:(?P<adjective>[^\W\d_]+(?:s|se|sche))\s)?(?P<noun>{'|'.join(sorted(SOURCE_NOUNS))})\b", re.I
)


def find_speakers(text: str, mentions: Iterable[Mention], demonyms: frozenset[str]) -> tuple[Speaker, ...]:
    """Return those who may speak in a text, left to right: no demonym, no name inside a longer one."""
    actors = [mention for mention in mentions if mention.kind == "actor"]
    named = [
        Speaker(mention.start, mention.end, mention.id)
        for mention in actors
        if mention.name not in demonyms and not any(_inside(mention, other) for other in actors)
    ]
    unnamed = [
        Speaker(match.start(), match.end(), party(match["adjective"]))
        if party(match["adjective"] or "")
        else Speaker(match.start("noun"), match.end(), "")
        for match in _SOURCE.finditer(text)
        if not any(speaker.start < match.end() and match.start() < speaker.end for speaker in named)
        and not any(match.end() + 1 == speaker.start for speaker in named)
    ]
    first: dict[tuple[int, int], Speaker] = {}
    for speaker in sorted([*named, *unnamed]):
        first.setdefault((speaker.start, speaker.end), speaker)
    return tuple(first.values())


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
