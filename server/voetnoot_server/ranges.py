"""Figures as ranges on one scale: those that count the same thing stand together, none is preferred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_server.store import Row, Solutions, Term
from voetnoot_server.things import value_of

NEEDED = frozenset({"claim", "stated", "lower", "upper", "qualifier", "according_to"})
"""The columns of an answer that can be drawn."""

COUNTED = ("outcome", "combatant_status", "side", "unit")
"""The columns that tell what is counted."""

SIGNS = {
    "at-least": "≥",
    "more-than": ">",
    "almost": "<",
    "at-most": "≤",
    "less-than": "<",
    "about": "≈",
}
WIDTH = 300
"""Units of the scale; its largest number stands a little before the end."""

_ROOM = 0.92


@dataclass(frozen=True, slots=True)
class Range:
    """One figure: its words, its claim and speaker, and where its point and its bounds stand on the scale."""

    words: str
    claim: Term
    speaker: Term
    point: float | None
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that count the same thing, and the terms that say what that is."""

    counted: tuple[Term, ...]
    ranges: tuple[Range, ...]
    largest: float


def comparisons(found: Solutions) -> tuple[Comparison, ...]:
    """Return the figures of an answer that can be set side by side: two or more of the same thing."""
    if not NEEDED.issubset(found.variables):
        return ()
    groups: dict[tuple[Term, ...], list[Row]] = {}
    for row in found:
        drawable = "stated" in row or ("lower" in row and "upper" in row)
        if drawable and "claim" in row and "according_to" in row:
            groups.setdefault(tuple(row[name] for name in COUNTED if name in row), []).append(row)
    return tuple(_comparison(counted, rows) for counted, rows in groups.items() if counted and len(rows) > 1)


def _comparison(counted: tuple[Term, ...], rows: list[Row]) -> Comparison:
    numbers = [
        float(value_of(row[name])) for row in rows for name in ("stated", "lower", "upper") if name in row
    ]
    largest = max(*numbers, 1.0)
    ordered = sorted(
        rows, key=lambda row: (-_number(row, "stated", _number(row, "upper", 0)), value_of(row["claim"]))
    )
    return Comparison(counted, tuple(_ranges(ordered, largest)), largest)


def _ranges(rows: list[Row], largest: float) -> Iterator[Range]:
    scale = WIDTH * _ROOM / largest
    for row in rows:
        qualifier = value_of(row["qualifier"]).rpartition("/")[2] if "qualifier" in row else "exact"
        stated = _number(row, "stated", -1)
        exact = qualifier == "exact"
        lower = _number(row, "lower", stated if exact else 0) * scale
        upper = _number(row, "upper", stated if exact else WIDTH / scale) * scale
        yield Range(
            words=_words(row, SIGNS.get(qualifier, "")),
            claim=row["claim"],
            speaker=row["according_to"],
            point=None if stated < 0 else round(stated * scale, 1),
            start=round(lower, 1),
            end=round(upper, 1),
        )


def _words(row: Row, sign: str) -> str:
    if "stated" in row:
        return f"{sign} {value_of(row['stated'])}".strip()
    return f"{value_of(row['lower'])}–{value_of(row['upper'])}"


def _number(row: Row, name: str, otherwise: float) -> float:
    return float(value_of(row[name])) if name in row else otherwise
