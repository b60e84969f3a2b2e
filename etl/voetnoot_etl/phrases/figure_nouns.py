"""What a number counts: the noun phrase after it, or the noun that an elliptical number leans on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from voetnoot_etl.wording import figures as words
from voetnoot_etl.wording.nouns import CALLINGS, NOUNS, PEOPLES, PERSON, Noun


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun: its stretch, what it says by itself, and what its adjectives add.

    `noun` is None for a plural that no table knows; `tail` is the stretch of words without any noun.
    """

    start: int
    end: int
    noun: Noun | None
    outcome: str = ""
    side: str = ""


_WORD = re.compile(r"\s?([%€])|\s[“„\"‘]?(vierkante kilometers?|[^\W\d_][\w²'’-]*)|\s\((?:[^()]{1,20})\)")
_PLURAL = re.compile(r"[^\W\d_a-z]?[^\W\d_]{3,}(?:en|ën|s|['’]s)")
_PARTITIVE = re.compile(r"\svan\s(?:de|het|alle|die|deze|hun)\s", re.IGNORECASE)
_NAME = re.compile(r"(?<!\w)[^\W\d_][\w'’-]*")
_LONGEST_PHRASE = 5
_LEANS_BACK = 400
"""Characters before a number without a noun in which the noun that it leans on is looked for."""
_SHORTEST_HEAD = 4


@lru_cache(maxsize=4096)
def known_noun(word: str) -> Noun | None:
    """Return what a noun counts; a compound is read by its last part."""
    folded = word.lower().replace("’", "'").replace(" ", "_")
    if folded in NOUNS:
        return NOUNS[folded]
    heads = (folded[cut:].lstrip("-") for cut in range(2, len(folded) - _SHORTEST_HEAD + 1))
    found = next((NOUNS[head] for head in heads if head in NOUNS and len(head) >= _SHORTEST_HEAD), None)
    people = word.endswith(PEOPLES) and (word[0].isupper() or word.endswith(CALLINGS))
    return found or (Noun(PERSON) if people else None)


def read_noun_phrase(text: str, end: int) -> tuple[Counted | None, Counted]:
    """Return the noun counted by the number that ends at `end`, and the adjectives met before it."""
    seen: list[tuple[int, int]] = []
    position = end
    nominal: Counted | None = None
    unknown: Counted | None = None
    while len(seen) < _LONGEST_PHRASE and (match := _WORD.match(text, position)):
        position = match.end()
        word = match[1] or match[2]
        if word is None:
            continue
        place = match.span(1) if match[1] else match.span(2)
        if (word.islower() and word in words.STOP_WORDS) or word.lower() in ("en", "of", "van"):
            break
        seen.append(place)
        noun = known_noun(word)
        if noun and word.lower() in words.OUTCOME_ADJECTIVES:
            nominal = _with_adjectives(text, seen, noun)
        elif noun:
            return _with_adjectives(text, seen, noun), _with_adjectives(text, seen, None)
        unknown = _with_adjectives(text, seen, None) if _PLURAL.fullmatch(word) else unknown
    adjectives = _with_adjectives(text, seen, None) if seen else Counted(end, end, None)
    if nominal and nominal.end == adjectives.end:
        return nominal, adjectives
    return (unknown if unknown and not _outcome(text, seen) else None), adjectives


def _with_adjectives(text: str, seen: list[tuple[int, int]], noun: Noun | None) -> Counted:
    return Counted(seen[0][0], seen[-1][1], noun, _outcome(text, seen), _side(text, seen))


def _outcome(text: str, seen: list[tuple[int, int]]) -> str:
    """Return what the adjectives of a noun phrase say became of the counted, "" for nothing."""
    found = (words.OUTCOME_ADJECTIVES.get(text[start:end].lower()) for start, end in seen)
    return next((outcome for outcome in found if outcome), "")


def _side(text: str, seen: list[tuple[int, int]]) -> str:
    phrase = {text[start:end].lower() for start, end in seen}
    sides = [side for side, names in words.SIDES.items() if phrase & set(names)]
    return sides[0] if len(sides) == 1 else ""


def partitive(text: str, end: int) -> int | None:
    """Return where the whole begins that a number is part of ("100 van de 120 inwoners"), else None."""
    match = _PARTITIVE.match(text, end)
    return match.end() if match else None


def nouns_before(text: str, end: int) -> Counted | None:
    """Return the nearest known noun that is not a measure before an index, for a number that names none."""
    opening = max(0, end - _LEANS_BACK)
    for match in reversed(list(_NAME.finditer(text, opening, end))):
        noun = known_noun(match[0])
        if noun and noun.unit in (PERSON, "inhabitant"):
            return Counted(match.start(), match.end(), noun)
    return None
