"""Nouns for numbers that name none: from the next number, the figure before, or the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from voetnoot_etl.phrases.figure_amounts import Amount
from voetnoot_etl.phrases.figure_nouns import Counted, known_noun, nouns_before, partitive, read_noun_phrase
from voetnoot_etl.phrases.figure_outcomes import Trigger, outcome_after, outcome_of, side_of
from voetnoot_etl.phrases.figure_phrase import FigurePhrase
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.wording import figures as words
from voetnoot_etl.wording.nouns import ITEM, PERSON, Noun
from voetnoot_etl.wording.numbers import UNCOUNTED_ONE

_JOINT = re.compile(r"\s?(?:,|en|of|,\sen|alsook|alsmede|plus|tegen|tegenover)\s", re.IGNORECASE)
_TOTAL = re.compile(r"\s(?:in totaal|samen|in het totaal)\b", re.IGNORECASE)
_SUBSET = re.compile(rf"\b(?:{'|'.join(words.SUBSET)})\s(?:\w+\s)?$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:van hen|daarvan|van deze laatsten)\b", re.IGNORECASE)
_QUANTITATIVE = re.compile(r"\ber\s(?:\w+\s){0,2}$", re.IGNORECASE)
_COUNT_OF = re.compile(
    rf"\b(?P<count>{'|'.join(words.COUNT_OF)})\s(?:[^;:]{{0,140}}?\s)?"
    r"(?:van|naar|tot|op|is|was|bedraagt|bedroeg)\s$",
    re.IGNORECASE,
)
_NOUN_REACH = 3
_CURRENCY = re.compile(r"(?P<sign>[€$])\s?$")
_COMPARED = re.compile(r"(?:t\.o\.v\.|tegenover|vergeleken met|in plaats van|tegen)\s$", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:slechts|amper|enkel|maar liefst|nog maar)\s$", re.IGNORECASE)
_ONE = ("één", "eén")
_THING = re.compile(r"\s(?P<first>(?:[a-zà-ÿ]+e\s(?=[a-zà-ÿ]{3}))?(?P<noun>[a-zà-ÿ][\w-]{2,}))")


def is_subset(text: str, amount: Amount) -> bool:
    """Return whether a number counts a part of the one before ("waarvan 200", "waaronder tien", "45 van hen")."""
    return before(_SUBSET, text, amount.start) is not None or _OF_THEM.match(text, amount.end) is not None


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
    if own := _currency(text, amount) or _counted_of(text, amount):
        return Counted(amount.end, amount.end, own)
    harmed = bool(adjectives.outcome or outcome_of(text, amount.start, amount.end, triggers))
    subset = is_subset(text, amount)
    counting = bool(before(_QUANTITATIVE, text, amount.start))
    compared = bool(previous and before(_COMPARED, text, amount.start))
    sided = bool(side_of(text, amount.start, amount.end) or adjectives.side)
    if previous and previous.unit and (harmed or subset or sided or counting or compared):
        outcome = outcome_after(text, amount.end, triggers) or (previous.outcome if subset else "")
        noun = Noun(previous.unit, previous.combatant_status, outcome)
        return Counted(amount.end, amount.end, noun, adjectives.outcome, adjectives.side or previous.side)
    leaned_on = nouns_before(text, amount.start)
    if leaned_on and (harmed or subset or sided or counting or _TOTAL.match(text, amount.end)):
        return replace(leaned_on, outcome=adjectives.outcome, side=adjectives.side)
    if harmed:
        return Counted(amount.end, amount.end, Noun(PERSON), adjectives.outcome, adjectives.side)
    if counting or amount.qualifier not in ("exact", "several") or before(_ONLY, text, amount.number[0]):
        lent = leaned_on.noun if leaned_on else None
        return Counted(amount.end, amount.end, lent or Noun(ITEM), "", adjectives.side)
    return None


def single_thing(text: str, amount: Amount) -> Counted | None:
    """Return what a written-out "één" counts, where no table knows the noun: "één brug", "één nieuwe brug"."""
    if text[slice(*amount.number)].lower() not in _ONE:
        return None
    match = _THING.match(text, amount.end)
    if match is None or match["noun"] in words.STOP_WORDS or match["noun"] in UNCOUNTED_ONE:
        return None
    return Counted(match.start("first"), match.end(), None)


def _currency(text: str, amount: Amount) -> Noun | None:
    """Return the noun of "€ 500"."""
    match = before(_CURRENCY, text, amount.start)
    return known_noun(match["sign"]) if match else None


def _counted_of(text: str, amount: Amount) -> Noun | None:
    """Return the noun whose number a sentence tells: "het aantal doden steeg van 3 naar 5"."""
    match = before(_COUNT_OF, text, amount.start)
    if match is None:
        return None
    told = words.COUNT_OF[match["count"].lower()] or match.string[match.end("count") : match.end()]
    return next((noun for word in told.split()[:_NOUN_REACH] if (noun := known_noun(word))), Noun(ITEM))
