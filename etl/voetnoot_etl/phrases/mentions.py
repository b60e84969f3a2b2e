"""Curated names → mentions in running text.

A name is matched as it is listed, the longest first. Blanks in it match any white space, a hyphen may be
followed by a line end, straight and curly apostrophes are one. A note number or the s of possession may be
glued to its end; another letter may not. Case counts, but a listed lower-case beginning may open a
sentence, and a name may stand in capitals in a heading. A name that several things bear yields a mention
of each: text alone does not tell. A description ("the army of ...") is found beside the proper names
inside it and hides none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_SHORTEST_IN_CAPITALS = 5
"""A shorter name in capitals could be any abbreviation."""

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ"


@dataclass(frozen=True, slots=True, order=True)
class KnownName:
    """A spelling and the thing it stands for: `kind` is "actor" or "place", `id` its key."""

    spelling: str
    kind: str
    id: str
    proper: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in a text: `text[start:end]` is a spelling of `name`, which stands for an actor or a place."""

    start: int
    end: int
    id: str
    kind: str
    name: str


def find_mentions(text: str, names: Iterable[KnownName]) -> tuple[Mention, ...]:
    """Return the mentions in a text, in its order; those of one stretch are sorted by id."""
    listed = frozenset(names)
    return tuple(
        sorted(mention for proper in (True, False) for mention in _layer(text, listed, proper=proper))
    )


def _layer(text: str, names: frozenset[KnownName], *, proper: bool) -> Iterator[Mention]:
    pattern, bearers = _matcher(names, proper=proper)
    for match in pattern.finditer(text):
        for name in bearers[_plain(match.group())].values():
            yield Mention(match.start(), match.end(), name.id, name.kind, name.spelling)


@lru_cache(maxsize=8)
def _matcher(
    names: frozenset[KnownName], *, proper: bool
) -> tuple[re.Pattern[str], dict[str, dict[tuple[str, str], KnownName]]]:
    bearers: dict[str, dict[tuple[str, str], KnownName]] = {}
    for name in sorted(name for name in names if name.proper == proper):
        for form in _forms(_plain(name.spelling)):
            bearers.setdefault(form, {}).setdefault((name.kind, name.id), name)
    forms = sorted(bearers, key=lambda form: (-len(form), form))
    alternatives = "|".join(_expression(form) for form in forms) or r"(?!)"
    pattern = re.compile(rf"(?<![^\W_])(?:{alternatives})(?=s?(?![^\W\d_]))")
    return pattern, bearers


def _forms(spelling: str) -> set[str]:
    """Return the spelling, its form at the opening of a sentence, and its form in capitals."""
    forms = {spelling, spelling[0].upper() + spelling[1:]}
    letters = sum(character.isalpha() for character in spelling)
    return forms | {spelling.upper()} if letters >= _SHORTEST_IN_CAPITALS else forms


def _expression(form: str) -> str:
    return "".join(_one(character) for character in form)


def _one(character: str) -> str:
    if character == " ":
        return r"\s+"
    if character == "-":
        return rf"[{_HYPHENS}]\s*"
    return f"[{_APOSTROPHES}]" if character == "'" else re.escape(character)


def _plain(spelling: str) -> str:
    """Return a spelling with single blanks, none behind a hyphen, and straight apostrophes."""
    hyphened = re.sub(rf"[{_HYPHENS}]\s*", "-", spelling)
    return re.sub(rf"[{_APOSTROPHES}]", "'", re.sub(r"\s+", " ", hyphened))
