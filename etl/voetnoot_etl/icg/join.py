"""Links between ICG's tables of the same victims: made only where nothing has to be chosen.

A row of the located table has no side and no cause. The tables by side and by cause have no place. They
share date, status, outcome and number, and rows that are alike in these are separate records: so groups of
alike rows are matched, never single rows by a plain join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from voetnoot_etl.icg.table_model import Observation

UNIQUE, EQUAL = "unique-match", "equal-rows"
INTERCHANGEABLE, TOTALS = "interchangeable-rows", "equal-totals"
ABSENT, NAMED = "no-match", "named-in-row"

Alike = tuple[object, ...]
Groups = Mapping[Alike, Sequence[Observation]]


@dataclass(frozen=True, slots=True)
class Link:
    """What a row got: `role` is side, cause or event, `value` its key, `rows` the rows that say so."""

    row: Observation
    role: str
    value: str
    method: str
    rows: tuple[Observation, ...] = ()


def link_causes(located: Sequence[Observation], mines: Sequence[Observation]) -> Iterator[Link]:
    """Yield the cause of each located row: a mine where the table of mines has it, something else where not.

    On a day on which the table of mines has a row that fits no located one, nothing is linked.
    """
    groups, mined = _groups(located), _groups(mines)
    unfit = {
        row.date for alike, rows in mined.items() for row in rows if len(rows) > len(groups.get(alike, ()))
    }
    for alike, rows in groups.items():
        matches = tuple(mined.get(alike, ()))
        if rows[0].date in unfit or len(matches) not in (0, len(rows)):
            continue
        cause, method = ("mine", _method(rows)) if matches else ("other", ABSENT)
        yield from (Link(row, "cause", cause, method, matches) for row in rows)


def link_sides(located: Sequence[Observation], sides: Mapping[str, Sequence[Observation]]) -> Iterator[Link]:
    """Yield the side of each located row for which the tables by side leave no choice."""
    by_side = {side: _groups(rows) for side, rows in sides.items()}
    unmatched: list[Observation] = []
    for alike, rows in _groups(located).items():
        matches = {side: tuple(groups[alike]) for side, groups in by_side.items() if alike in groups}
        if not matches:
            unmatched += rows
        elif sum(map(len, matches.values())) == len(rows):
            yield from _side_links(rows, matches)
    yield from _links_by_totals(unmatched, _unmatched(located, sides))


def link_events(rows: Iterable[Observation]) -> Iterator[Link]:
    """Yield the event of each row whose printed place is the name of an event."""
    for row in rows:
        if row.segment and row.segment.event:
            yield Link(row, "event", row.segment.event, NAMED)


def _side_links(
    rows: Sequence[Observation], matches: Mapping[str, tuple[Observation, ...]]
) -> Iterator[Link]:
    """Yield links for as many rows as matches; rows of several sides only where the rows are alike in place."""
    if len(matches) > 1 and len({row.segment for row in rows}) > 1:
        return
    method = _method(rows) if len(matches) == 1 else INTERCHANGEABLE
    remaining = iter(rows)
    for side in sorted(matches):
        for _, row in zip(matches[side], remaining, strict=False):
            yield Link(row, "side", side, method, matches[side])


def _links_by_totals(
    located: Iterable[Observation], sides: Mapping[str, Sequence[Observation]]
) -> Iterator[Link]:
    """Yield links for rows that only together make up the unmatched rows of one single side."""
    for kind, rows in _groups(located, with_count=False).items():
        found = {side: by_kind[kind] for side, by_kind in _by_kind(sides).items() if kind in by_kind}
        if len(found) == 1:
            ((side, matches),) = found.items()
            if total(matches) == total(rows):
                yield from (Link(row, "side", side, TOTALS, tuple(matches)) for row in rows)


def _by_kind(sides: Mapping[str, Sequence[Observation]]) -> dict[str, Groups]:
    return {side: _groups(rows, with_count=False) for side, rows in sides.items()}


def _unmatched(
    located: Sequence[Observation], sides: Mapping[str, Sequence[Observation]]
) -> dict[str, Sequence[Observation]]:
    known = _groups(located)
    return {side: [row for row in rows if row.alike not in known] for side, rows in sides.items()}


def total(rows: Iterable[Observation]) -> int:
    """Return the sum of the counts of some rows of one table."""
    return sum(row.count for row in rows)


def _method(rows: Sequence[Observation]) -> str:
    return UNIQUE if len(rows) == 1 else EQUAL


def _groups(rows: Iterable[Observation], *, with_count: bool = True) -> dict[Alike, list[Observation]]:
    groups: dict[Alike, list[Observation]] = defaultdict(list)
    for row in rows:
        groups[row.alike if with_count else row.alike[:3]].append(row)
    return groups
