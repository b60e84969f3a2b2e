"""The record of one figure in a Dutch text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FigurePhrase:
    """A figure by indexes into the text: number with bounds, what it counts, what became of it, whose.

    `start` to `end` covers qualifier, number and counted noun where they stand together; `number` is the
    stretch of the number itself, `noun` that of the counted noun, which may stand elsewhere in the sentence.
    `side` is the key of a party; "" means that none, or both, are named. `negated` marks a zero that the
    text words as a denial ("geen meldingen van doden").
    """

    start: int
    end: int
    number: tuple[int, int]
    stated: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    qualifier: str
    rule: str
    unit: str = ""
    noun: tuple[int, int] | None = None
    combatant_status: str = ""
    outcome: str = ""
    side: str = ""
    negated: bool = False
