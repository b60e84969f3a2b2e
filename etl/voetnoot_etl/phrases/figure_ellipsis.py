"""Nouns for numbers that name none: from the next number, the figure before, or the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from voetnoot_etl.phrases.figure_amounts import Amount
from voetnoot_etl.phrases.figure_nouns import Counted, nouns_before, partitive, read_noun_phrase
from voetnoot_etl.phrases.figure_outcomes import Trigger, outcome_after, outcome_of, side_of
from voetnoot_etl.phrases.figure_phrase import FigurePhrase
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.wording import figures as words
from voetnoot_etl.wording.nouns import PERSON, Noun

_JOINT = re.compile(r"\s?(?:,|en|of|,\sen|alsook|alsmede|plus)\s", re.IGNORECASE)
_TOTAL = re.compile(r"\s(?:in totaal|samen|in het totaal)\b", re.IGNORECASE)
_SUBSET = re.compile(rf"\b(?:{'|'.join(words.SUBSET)})\s(?:\w+\s)?$", re.IGNORECASE)
_QUANTITATIVE = re.compile(r"\ber\s(?:\w+\s){0,2}$", re.IGNORECASE)


def is_subset(text: str, amount: Amount) -> bool:
    """Return whether a number counts a part of the one before ("waarvan 200", "waaronder tien")."""
    return before(_SUBSET, text, amount.start) is not None


def shared_noun(text: str, amount: Amount, following: Amount | None, adjectives: Counted) -> Counted | None:
    """Return the noun of the next number: "207 Armeense en 80 Azerbeidzjaanse militairen", "3 van de 5 X"."""
    if following is None:
        return None
    part_of = partitive(text, amount.end)
    joined = _JOINT.fullmatch(text[max(adjectives.end, amount.end) : following.start])
    if part_of not in (following.start, following.number[0]) and not joined:
        return None
    noun, _ = read_noun_phrase(text, following.end)
    if noun is None:
        return None
    return replace(noun, outcome=adjectives.outcome or noun.outcome, side=adjectives.side)


def leaning_noun(
    text: str,
    amount: Amount,
    previous: FigurePhrase | None,
    adjectives: Counted,
    triggers: tuple[Trigger, ...],
) -> Counted | None:
    """Return the noun that an elliptical number takes from what stands before it."""
    harmed = bool(adjectives.outcome or outcome_of(text, amount.start, amount.end, triggers))
    subset = is_subset(text, amount)
    counting = bool(before(_QUANTITATIVE, text, amount.start))
    sided = bool(side_of(text, amount.start, amount.end) or adjectives.side)
    if previous and previous.unit and (harmed or subset or sided or counting):
        own = outcome_after(text, amount.end, triggers)
        noun = Noun(previous.unit, previous.combatant_status, own or (previous.outcome if subset else ""))
        return Counted(amount.end, amount.end, noun, adjectives.outcome, adjectives.side)
    leaned_on = nouns_before(text, amount.start)
    if leaned_on and (harmed or subset or sided or counting or _TOTAL.match(text, amount.end)):
        return replace(leaned_on, outcome=adjectives.outcome, side=adjectives.side)
    return (
        Counted(amount.end, amount.end, Noun(PERSON), adjectives.outcome, adjectives.side) if harmed else None
    )
