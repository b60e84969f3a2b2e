"""What became of the counted persons, and on which side they stand, from the clause around a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voetnoot_etl import wording_figures as words


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that say an outcome, at indexes of the text."""

    start: int
    end: int
    outcome: str


_TRIGGERS = {
    outcome: re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE)
    for outcome, pattern in words.OUTCOMES.items()
}
_BREAK = re.compile(words.CLAUSE_BREAK, re.IGNORECASE)
_SUBSET_BREAK = re.compile(words.SUBSET_BREAK, re.IGNORECASE)
_RELATIVE = re.compile(words.RELATIVE_BREAK, re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:aan|langs|van|bij|vanuit)\s(?:de\s)?(?P<name>[\w'’]+)\s(?:zijde|kant)\b", re.IGNORECASE
)


def find_triggers(text: str) -> tuple[Trigger, ...]:
    """Return the outcome words of a text, left to right; of two that overlap the longer counts."""
    found = [
        Trigger(match.start(), match.end(), outcome)
        for outcome, pattern in _TRIGGERS.items()
        for match in pattern.finditer(text)
    ]
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda one: one.start - one.end):
        if all(trigger.end <= other.start or trigger.start >= other.end for other in kept):
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda one: one.end))


def outcome_after(text: str, end: int, triggers: tuple[Trigger, ...]) -> str:
    """Return the first outcome said between an index and the end of its clause, "" for none."""
    stop = _BREAK.search(text, end)
    clause_end = stop.start() if stop else len(text)
    inside = (trigger.outcome for trigger in triggers if end < trigger.end <= clause_end)
    return next(inside, "")


def outcome_of(text: str, start: int, end: int, triggers: tuple[Trigger, ...]) -> str:
    """Return the outcome of what is counted at `start` to `end`: after it in its clause, else before it."""
    if inside := outcome_after(text, end, triggers):
        return inside
    stop = _BREAK.search(text, end)
    after = [trigger for trigger in triggers if trigger.end > end]
    breaks = [match.end() for match in _BREAK.finditer(text, 0, start)]
    clause_start = breaks[-1] if breaks else 0
    if before := [trigger for trigger in triggers if clause_start <= trigger.start and trigger.end <= start]:
        return before[-1].outcome
    if stop and after and _RELATIVE.match(text, stop.start()):
        return after[0].outcome
    return ""


def side_of(text: str, start: int, end: int) -> str:
    """Return the party of "aan Armeense zijde" after a number, or before it in its clause."""
    stop = _SUBSET_BREAK.search(text, end)
    clause_end = stop.start() if stop else len(text)
    breaks = [match.end() for match in _SUBSET_BREAK.finditer(text, 0, start)]
    after = _SIDE.search(text, end, clause_end)
    before = list(_SIDE.finditer(text, breaks[-1] if breaks else 0, start))
    match = after or (before[-1] if before else None)
    return party(match["name"]) if match else ""


def party(name: str) -> str:
    """Return the key of the party that a word names, "" for none."""
    return next((side for side, names in words.SIDES.items() if name.lower() in names), "")
