"""What the reviewed tables know that rules lean on: names, demonyms, words that mean an actor in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from voetnoot_etl.model import Span, Text
from voetnoot_etl.phrases.mentions import KnownName, Mention, find_mentions
from voetnoot_etl.world.history import History, read_history
from voetnoot_etl.world.known_names import known_names
from voetnoot_etl.world.tables import World, read_world

_SIDES = {"armenia": "armenian-side", "azerbaijan": "azerbaijani-side"}
"""What the key of an actor on a side begins with."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The reviewed world and history, as far as the rules use them."""

    world: World
    history: History
    demonyms: frozenset[str] = field(init=False)
    """Spellings that name a people or its adjective, not somebody who speaks."""

    def __post_init__(self) -> None:
        names = (*self.world.actor_names, *self.world.place_names)
        spellings = {name.spelling for name in names if name.kind == "demonym"}
        found = frozenset(spellings | {spelling.removesuffix("e") for spelling in spellings})
        object.__setattr__(self, "demonyms", found)

    def names(self, document: str) -> frozenset[KnownName]:
        """Return the names to look for in a document."""
        return known_names(self.world, document)

    def contextual(self, document: str) -> Mapping[Span, str]:
        """Return the actors that words stand for at one place of a document only."""
        return {
            name.words.span: name.id
            for name in self.world.actor_names
            if name.kind == "contextual" and name.words.document == document and name.words.span
        }

    def side_of(self, actor: str) -> str:
        """Return the party on whose side an actor speaks, "" for none."""
        if actor in _SIDES.values():
            return actor
        return next((side for stem, side in _SIDES.items() if actor.startswith(stem)), "")


def read_knowledge(curated: Path) -> Knowledge:
    """Read the tables of the folder of reviewed facts."""
    return Knowledge(read_world(curated), read_history(curated))


def mentions_in(
    text: Text, names: frozenset[KnownName], contextual: Mapping[Span, str]
) -> tuple[Mention, ...]:
    """Return the mentions in a sentence, words that mean an actor at just this place included."""
    found = list(find_mentions(text.value, names))
    for span, actor in contextual.items():
        if text.offsets and text.offsets[0] <= span.start and span.end <= text.offsets[-1] + 1:
            inside = [index for index, offset in enumerate(text.offsets) if span.start <= offset < span.end]
            if inside:
                start, end = inside[0], inside[-1] + 1
                found.append(Mention(start, end, actor, "actor", text.value[start:end]))
    return tuple(sorted(found))
