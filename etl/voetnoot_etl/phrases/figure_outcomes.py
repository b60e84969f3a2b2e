"""What became of the counted persons, and on which side they stand, from the clause around a number."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass

from voetnoot_etl.phrases.nearby import first_from, last_until, overlaps
from voetnoot_etl.wording import figures as words


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
    kept: list[tuple[int, int]] = []
    outcomes: dict[int, str] = {}
    for trigger in sorted(found, key=lambda one: one.start - one.end):
        if not overlaps(kept, trigger.start, trigger.end):
            insort(kept, (trigger.start, trigger.end))
            outcomes[trigger.start] = trigger.outcome
    return tuple(Trigger(start, end, outcomes[start]) for start, end in kept)


def outcome_after(text: str, end: int, triggers: tuple[Trigger, ...]) -> str:
    """Return the first outcome said between an index and the end of its clause, "" for none."""
    stop = first_from(_BREAK, text, end)
    clause_end = stop[0] if stop else len(text)
    following = _first_behind(triggers, end)
    return following.outcome if following and following.end <= clause_end else ""


def outcome_in_clause(text: str, start: int, end: int, triggers: tuple[Trigger, ...]) -> str:
    """Return the outcome said of what is counted at `start` to `end`: after it in its clause, else before it."""
    if inside := outcome_after(text, end, triggers):
        return inside
    opening = last_until(_BREAK, text, start)
    place = bisect_right(triggers, start, key=lambda one: one.end) - 1
    told = place >= 0 and triggers[place].start >= (opening[0] if opening else 0)
    return triggers[place].outcome if told else ""


def outcome_of(text: str, start: int, end: int, triggers: tuple[Trigger, ...]) -> str:
    """Return the outcome of what is counted at `start` to `end`: in its clause, else in a relative one behind."""
    if said := outcome_in_clause(text, start, end, triggers):
        return said
    stop = first_from(_BREAK, text, end)
    following = _first_behind(triggers, end)
    if stop and following and _RELATIVE.match(text, stop[0]):
        return following.outcome
    return ""


def _first_behind(triggers: tuple[Trigger, ...], index: int) -> Trigger | None:
    place = bisect_right(triggers, index, key=lambda one: one.end)
    return triggers[place] if place < len(triggers) else None


def side_of(text: str, start: int, end: int) -> str:
    """Return the party of "aan Armeense zijde" after a number, or before it in its clause."""
    stop = first_from(_SUBSET_BREAK, text, end)
    opening = last_until(_SUBSET_BREAK, text, start)
    after = first_from(_SIDE, text, end)
    if after and after[1] <= (stop[0] if stop else len(text)):
        return _party_at(text, after[0])
    ahead = last_until(_SIDE, text, start)
    return _party_at(text, ahead[0]) if ahead and ahead[0] >= (opening[1] if opening else 0) else ""


def _party_at(text: str, index: int) -> str:
    match = _SIDE.match(text, index)
    return party(match["name"]) if match else ""


def party(name: str) -> str:
    """Return the key of the party that a word names, "" for none."""
    return next((side for side, names in words.SIDES.items() if name.lower() in names), "")
