"""The places and actors of a clause: a country is a place only where something is, not where it acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voetnoot_etl.claims.background import Background
from voetnoot_etl.claims.scene import Scene
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.phrases.mentions import Mention
from voetnoot_etl.wording import claims as words
from voetnoot_etl.world.knowledge import Knowledge

_LOCATIVE = re.compile(
    r"\b(?:in|naar|uit|te|bij|rond|binnen|vanuit|langs|nabij|richting|tot in|door|over|op)\s(?:(?:de|het|heel)\s)?$",
    re.I,
)
_LISTED = re.compile(r",\s|\sen\s(?:in\s)?|\sof\s(?:in\s)?")
_TERRITORY = re.compile(r"\s(?:grond)?gebied\b|\sbodem\b")
_BACK = re.compile(rf"(?<![\w-])(?:{words.BACK_TO_PLACE})(?![\w-])|\bde regio\b", re.IGNORECASE)
_NEAR = 20
Stretch = tuple[int, int]


def read_places(
    context: SentenceContext, knowledge: Knowledge, backgrounds: Sequence[Background], scene: Scene
) -> tuple[str, ...]:
    """Return the places that a clause names outside its background, else those that it points back to."""
    text, demonyms = context.sentence.text.value, knowledge.demonyms
    acting = {(one.start, one.end) for one in context.mentions if one.kind == "actor"}
    aside = [(one.start, one.end) for one in backgrounds if one.side != "during"]
    found: list[Mention] = []
    for one in context.mentions:
        if one.kind != "place" or any(start <= one.start < end for start, end in aside):
            continue
        if one.name in demonyms:
            named = _TERRITORY.match(text, one.end) is not None
        else:
            named = (one.start, one.end) not in acting or _is_where(text, one, found)
        if named:
            found.append(one)
    inner = [one for one in found if not any(_wider(other, one) for other in found)]
    places = tuple(dict.fromkeys(one.id for one in inner))
    return places or (scene.places if _BACK.search(text) and scene.date_age <= words.PLACE_REACH else ())


def read_actors(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the actors named, but for those that a wider name holds and those that only say it."""
    text, demonyms = context.sentence.text.value, knowledge.demonyms
    places = [one for one in context.mentions if one.kind == "place"]
    where: list[Mention] = []
    for one in places:
        if one.name not in demonyms and _is_where(text, one, where):
            where.append(one)
    located = {(one.start, one.end) for one in where}
    found = [
        one.id
        for one in context.mentions
        if one.kind == "actor"
        and one.name not in demonyms
        and not any(_wider(other, one) for other in context.mentions)
        and (one.start, one.end) not in located
    ]
    saying = {key for attribution in context.attributions for key in attribution.actors}
    return tuple(key for key in dict.fromkeys(found) if key not in saying)


def _is_where(text: str, one: Mention, found: Sequence[Mention]) -> bool:
    """Return whether a name stands behind a preposition of place, or in a list behind a place."""
    if _LOCATIVE.search(text, max(0, one.start - _NEAR), one.start):
        return True
    return bool(found) and _LISTED.fullmatch(text[found[-1].end : one.start]) is not None


def _wider(other: Mention, one: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
