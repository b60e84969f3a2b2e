"""Where ICG's tables say different things of the same victims: found by totals per day, status and outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.icg.table_model import Observation


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The rows of two tables or groups of tables that cannot all be right about one day."""

    rows: tuple[Observation, ...]
    others: tuple[Observation, ...]


def contradictions(one: Sequence[Observation], other: Sequence[Observation]) -> Iterator[Contradiction]:
    """Yield, for each day whose totals differ, the rows of the kinds that differ.

    Both must be complete for the same victims; that one groups in a row what the other parts is no
    contradiction.
    """
    ours, theirs = _by_day_and_kind(one), _by_day_and_kind(other)
    for day in sorted({*ours, *theirs}):
        kinds = sorted({*ours[day], *theirs[day]})
        differing = [kind for kind in kinds if _total(ours[day][kind]) != _total(theirs[day][kind])]
        if differing:
            yield Contradiction(
                tuple(row for kind in differing for row in ours[day][kind]),
                tuple(row for kind in differing for row in theirs[day][kind]),
            )


def _by_day_and_kind(
    rows: Sequence[Observation],
) -> defaultdict[str, defaultdict[tuple[str, str], list[Observation]]]:
    days: defaultdict[str, defaultdict[tuple[str, str], list[Observation]]]
    days = defaultdict(lambda: defaultdict(list))
    for row in rows:
        days[row.date.isoformat()][row.category.status, row.category.outcome].append(row)
    return days


def _total(rows: Sequence[Observation]) -> int:
    return sum(row.count for row in rows)
