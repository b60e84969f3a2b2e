"""Where ICG's tables say different things of the same victims: a record that one has and another has not.

The tables since the war of 2020 repeat each other row by row, so that a row without its like in another table is a
contradiction. A table with one person a row parts what others tell in one row: against such a table only the
totals per day, status and outcome count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl.icg.table_model import Observation

Kind = tuple[str, str]
Days = defaultdict[str, defaultdict[Kind, list[Observation]]]

NUMBER, CATEGORY, ROWS = "number", "category", "rows"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The rows of two tables or groups of tables that cannot all be right about one day.

    `differs` is what they differ in: the number of victims, the category of as many victims, or the rows into
    which the same number of a category is parted.
    """

    rows: tuple[Observation, ...]
    others: tuple[Observation, ...]
    differs: str


def contradictions(one: Sequence[Observation], other: Sequence[Observation]) -> Iterator[Contradiction]:
    """Yield, for each day on which two tables differ, the rows of the kinds that differ.

    Both must be complete for the same victims.
    """
    records = _persons if _counts_persons(one) or _counts_persons(other) else _rows
    ours, theirs = _by_day_and_kind(one), _by_day_and_kind(other)
    for day in sorted({*ours, *theirs}):
        kinds = sorted({*ours[day], *theirs[day]})
        differing = [kind for kind in kinds if records(ours[day][kind]) != records(theirs[day][kind])]
        if differing:
            yield Contradiction(
                tuple(row for kind in differing for row in ours[day][kind]),
                tuple(row for kind in differing for row in theirs[day][kind]),
                _difference(ours[day], theirs[day]),
            )


def _counts_persons(rows: Sequence[Observation]) -> bool:
    """Tell whether each row of a table stands for one person, however many came to harm together."""
    return len(rows) > 1 and all(row.count == 1 for row in rows)


def _persons(rows: Sequence[Observation]) -> Counter[int]:
    return Counter({1: sum(row.count for row in rows)})


def _rows(rows: Sequence[Observation]) -> Counter[int]:
    return Counter(row.count for row in rows)


def _difference(
    ours: Mapping[Kind, Sequence[Observation]], theirs: Mapping[Kind, Sequence[Observation]]
) -> str:
    kinds = {*ours, *theirs}
    if all(_persons(ours[kind]) == _persons(theirs[kind]) for kind in kinds):
        return ROWS
    day, other_day = (sum(row.count for rows in side.values() for row in rows) for side in (ours, theirs))
    return CATEGORY if day == other_day else NUMBER


def _by_day_and_kind(rows: Sequence[Observation]) -> Days:
    days: Days = defaultdict(lambda: defaultdict(list))
    for row in rows:
        days[row.date.isoformat()][row.category.status, row.category.outcome].append(row)
    return days
