"""Figures in Dutch sentences: how many, of what, what became of them, on which side.

A number without a noun leans on its neighbour ("en 80 Azerbeidzjaanse militairen"), on the figure before it
("waarvan 200", "en 11 anderen") or on the noun that the sentence counts. What cannot be given a noun is
not taken for a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from voetnoot_etl.phrases.dates import DatePhrase, find_dates
from voetnoot_etl.phrases.figure_amounts import Amount, Limits, limits, read_amounts
from voetnoot_etl.phrases.figure_ellipsis import is_subset, leaning_noun, shared_noun, single_thing
from voetnoot_etl.phrases.figure_exclusions import follows_name, is_figure
from voetnoot_etl.phrases.figure_nouns import Counted, partitive, read_noun_phrase
from voetnoot_etl.phrases.figure_outcomes import (
    Trigger,
    find_triggers,
    outcome_in_clause,
    outcome_of,
    side_of,
)
from voetnoot_etl.phrases.figure_phrase import FigurePhrase
from voetnoot_etl.phrases.figure_vague import find_vague_figures
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.phrases.numbers import find_numbers
from voetnoot_etl.wording import figures as words
from voetnoot_etl.wording.nouns import ITEM, PERSON, Noun

__all__ = ["FigurePhrase", "find_figures"]

_POINTING = re.compile(rf"\b(?:{'|'.join(words.DETERMINERS)})\s$", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?:^|[;:]\s)van (?:de|het|alle|die|deze|hun|onze)\s$", re.IGNORECASE)
"""A number behind this counts the whole of which the clause tells a part: "Van de 48 dorpen zijn er negen leeg"."""
_THOUSAND = 1000
_OTHERS = ("anderen", "ander", "andere")
_AFTERWARDS = {
    "captured": ("released",),
    "detained": ("released",),
    "displaced": ("returned", "remained"),
    "fled": ("returned",),
}
"""What can become of those whose noun tells what became of them first."""
_PEOPLE = (PERSON, "inhabitant", "family")


def find_figures(text: str, dates: tuple[DatePhrase, ...] | None = None) -> tuple[FigurePhrase, ...]:
    """Return the figures of a Dutch sentence, left to right; `dates` spares reading its dates again."""
    known = find_dates(text) if dates is None else dates
    spans = [(date.start, date.end) for date in known]
    numbers = tuple(number for number in find_numbers(text) if is_figure(text, number, spans))
    reader = _Reader(text, find_triggers(text))
    amounts = read_amounts(text, numbers)
    for amount, following in zip(amounts, [*amounts[1:], None], strict=False):
        reader.read(amount, following)
    taken = [(figure.start, figure.end) for figure in reader.figures]
    vague = find_vague_figures(text, reader.triggers, taken)
    return tuple(sorted([*reader.figures, *vague], key=lambda figure: figure.start))


@dataclass(slots=True)
class _Reader:
    """One sentence, with the figures read so far: a later one may lean on them."""

    text: str
    triggers: tuple[Trigger, ...]
    figures: list[FigurePhrase] = field(default_factory=list)
    whole: FigurePhrase | None = None
    """The last figure that counts no part of another."""

    def read(self, amount: Amount, following: Amount | None) -> None:
        """Take an amount for a figure by the first rule that gives it a noun."""
        counted, suffix = self._counted(amount, following)
        if counted is None:
            return
        figure = self._figure(amount, counted, f"{amount.rule}{suffix}")
        if not _points_back(self.text, figure):
            self.figures.append(figure)
            self.whole = self.whole if is_subset(self.text, amount) else figure

    @property
    def _previous(self) -> FigurePhrase | None:
        return self.figures[-1] if self.figures else None

    def _counted(self, amount: Amount, following: Amount | None) -> tuple[Counted | None, str]:
        """Return what an amount counts, and the end of the name of the rule that found it."""
        counted, adjectives = read_noun_phrase(self.text, amount.end)
        named = _may_name(amount) and follows_name(self.text, amount.start)
        if counted is None or self._is_adjective(counted):
            shared = shared_noun(self.text, amount, following, adjectives)
            if shared and not (named and not adjectives.side):
                return shared, "-shared-noun"
        if counted is None and (one := single_thing(self.text, amount)):
            return one, "-unknown-noun"
        if counted is None:
            leaning = leaning_noun(self.text, amount, self._previous, adjectives, self.triggers)
            return (None, "") if named else (leaning, "-elliptical")
        if counted.noun is None:
            return (None, "") if named else (counted, "-unknown-noun")
        if self.text[counted.start : counted.end].lower() in _OTHERS and self.whole:
            return replace(counted, noun=Noun(PERSON, self.whole.combatant_status)), "-others"
        previous = self._previous
        base = previous and partitive(self.text, previous.number[1]) in (amount.start, amount.number[0])
        return counted, "-base" if base or before(_OF_WHOLE, self.text, amount.start) else ""

    def _is_adjective(self, counted: Counted) -> bool:
        return self.text[counted.start : counted.end].rsplit(" ", 1)[-1].lower() in words.OUTCOME_ADJECTIVES

    def _figure(self, amount: Amount, counted: Counted, rule: str) -> FigurePhrase:
        noun = counted.noun or Noun(ITEM)
        stands_after = counted.start >= amount.end and not rule.endswith("shared-noun")
        end = max(amount.end, counted.end) if stands_after else amount.end
        outcome, side = noun.outcome if rule.endswith("-base") else "", ""
        if noun.unit in _PEOPLE and not rule.endswith("-base"):
            outcome = self._outcome(amount, counted, noun, end)
            side = counted.side or side_of(self.text, amount.start, end) or self._side_of_whole(amount)
        stated, lower, upper = _scaled(amount, noun.factor)
        return FigurePhrase(
            start=amount.start,
            end=end,
            number=amount.number,
            stated=stated,
            lower=lower,
            upper=upper,
            qualifier=amount.qualifier,
            rule=rule,
            unit=PERSON if noun.unit == "inhabitant" and outcome else noun.unit,
            noun=(counted.start, counted.end) if counted.end > counted.start else None,
            combatant_status=noun.status,
            outcome=outcome,
            side=side,
        )

    def _side_of_whole(self, amount: Amount) -> str:
        """Return the side of those that a figure counts a part of."""
        return self._previous.side if self._previous and is_subset(self.text, amount) else ""

    def _outcome(self, amount: Amount, counted: Counted, noun: Noun, end: int) -> str:
        """Return the outcome: of the adjectives, the noun, a figure that shares the noun, or the clause."""
        previous = self._previous
        if counted.outcome:
            return counted.outcome
        if noun.outcome:
            later = outcome_in_clause(self.text, amount.start, end, self.triggers)
            return later if later in _AFTERWARDS.get(noun.outcome, ()) else noun.outcome
        clause = outcome_of(self.text, amount.start, end, self.triggers)
        if previous and ("shared" in previous.rule or (not clause and is_subset(self.text, amount))):
            return previous.outcome
        return clause


def _may_name(amount: Amount) -> bool:
    """Tell a number that can belong to the name in front of it, as in "Sukhov 25", from one that counts."""
    return amount.qualifier == "exact" and (amount.stated is None or amount.stated < _THOUSAND)


def _scaled(amount: Amount, factor: int) -> Limits:
    if factor == 1 or amount.stated is None:
        return amount.stated, amount.lower, amount.upper
    return limits(amount.stated * factor, amount.qualifier)


def _points_back(text: str, figure: FigurePhrase) -> bool:
    """Tell "de twee landen", which counts nothing new."""
    counted = text[slice(*figure.noun)].lower() if figure.noun else ""
    return bool(before(_POINTING, text, figure.start)) and (
        figure.unit == "country" or counted.split(" ")[-1] in words.PARTIES
    )
