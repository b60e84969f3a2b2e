"""How ICG's tables of the same victims join without counting anyone twice, row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from voetnoot_etl.icg.graphs import read_tables
from voetnoot_etl.icg.join import Link, link_causes, link_sides, total
from voetnoot_etl.icg.table_model import Observation
from voetnoot_etl.manifest import read_manifest

ARM, AZE = "armenian-side", "azerbaijani-side"
TABLES = ("casualties", "deaths-all", "deaths-arm", "deaths-aze", "deaths-mine")
Tables = dict[str, tuple[Observation, ...]]


@pytest.fixture(scope="module")
def tables(root: Path, sources: Path) -> Tables:
    manifests = [read_manifest(root / f"etl/sources/icg-{name}.toml") for name in TABLES]
    readings = read_tables(manifests, sources, root / "etl/curated")
    return {name: readings[f"icg-{name}"].observations for name in TABLES}


@pytest.fixture(scope="module")
def sides(tables: Tables) -> tuple[Link, ...]:
    by_side = {ARM: tables["deaths-arm"], AZE: tables["deaths-aze"]}
    return tuple(link_sides(tables["casualties"], by_side))


@pytest.fixture(scope="module")
def causes(tables: Tables) -> tuple[Link, ...]:
    return tuple(link_causes(tables["casualties"], tables["deaths-mine"]))


def left(rows: Sequence[Observation], taken: set[str]) -> list[tuple[str, int, str, int]]:
    """Return the rows that are not among some keys: day, row number, category, number."""
    return [
        (str(row.date), row.row, f"{row.category.status} {row.category.outcome}", row.count)
        for row in rows
        if row.key not in taken
    ]


def groups(links: Sequence[Link]) -> dict[frozenset[str], list[Link]]:
    """Return the links that rest on the same rows of another table, by those rows."""
    found: dict[frozenset[str], list[Link]] = defaultdict(list)
    for link in links:
        if link.rows:
            found[frozenset(row.key for row in link.rows)].append(link)
    return found


def test_the_sums_of_the_tables(tables: Tables) -> None:
    assert {name: total(rows) for name, rows in tables.items()} == {
        "casualties": 1225,
        "deaths-all": 1225,
        "deaths-arm": 654,
        "deaths-aze": 570,
        "deaths-mine": 172,
    }


def test_the_located_table_falls_apart_into_both_sides_and_five_persons(
    tables: Tables, sides: tuple[Link, ...]
) -> None:
    linked = {side: total(link.row for link in sides if link.value == side) for side in (ARM, AZE)}
    assert linked == {ARM: 651, AZE: 569}
    rest = left(tables["casualties"], {link.row.key for link in sides})
    assert rest == [
        ("2021-07-12", 63, "non-combatant wounded", 1),
        ("2021-07-12", 64, "non-combatant wounded", 1),
        ("2022-11-28", 188, "combatant wounded", 2),
        ("2023-04-11", 209, "non-combatant wounded", 1),
    ]
    assert sum(linked.values()) + sum(count for *_, count in rest) == 1225


def test_these_rows_of_the_tables_by_side_are_left(tables: Tables, sides: tuple[Link, ...]) -> None:
    taken = {row.key for link in sides for row in link.rows}
    arm, aze = left(tables["deaths-arm"], taken), left(tables["deaths-aze"], taken)
    assert arm == [
        ("2021-07-12", 14, "non-combatant wounded", 1),  # one of the two civilians of rows 63 and 64
        ("2022-11-28", 71, "combatant wounded", 1),  # one soldier, where row 188 has two
        ("2023-04-11", 81, "combatant wounded", 1),  # a soldier, where row 209 has a civilian
    ]
    assert aze == [("2021-07-12", 51, "non-combatant wounded", 1)]  # the other of the two civilians
    assert (651 + sum(row[-1] for row in arm), 569 + sum(row[-1] for row in aze)) == (654, 570)


def test_both_sides_lack_one_person_of_the_whole(tables: Tables) -> None:
    # Row 188 of both tables without sides has two wounded soldiers, row 71 of the Armenian side has one.
    assert total(tables["deaths-all"]) - total(tables["deaths-arm"]) - total(tables["deaths-aze"]) == 1


@pytest.mark.parametrize("role", ["side", "cause"])
def test_no_row_is_linked_twice(role: str, sides: tuple[Link, ...], causes: tuple[Link, ...]) -> None:
    links = sides if role == "side" else causes
    assert max(Counter(link.row.key for link in links).values()) == 1
    used = Counter(key for rows in groups(links) for key in rows)
    assert max(used.values()) == 1


@pytest.mark.parametrize("role", ["side", "cause"])
def test_each_group_of_linked_rows_holds_as_many_persons_as_the_rows_it_rests_on(
    role: str, sides: tuple[Link, ...], causes: tuple[Link, ...]
) -> None:
    for found in groups(sides if role == "side" else causes).values():
        assert total(link.row for link in found) == total(found[0].rows)


def test_only_one_day_is_told_in_another_number_of_rows(sides: tuple[Link, ...]) -> None:
    uneven = [found for found in groups(sides).values() if len(found) != len(found[0].rows)]
    assert [
        (str(f[0].row.date), [link.row.row for link in f], [r.row for r in f[0].rows]) for f in uneven
    ] == [("2023-06-28", [227, 228], [88])]


def test_every_mine_row_is_one_located_row(tables: Tables, causes: tuple[Link, ...]) -> None:
    mined = [link for link in causes if link.value == "mine"]
    assert (len(mined), total(link.row for link in mined)) == (len(tables["deaths-mine"]), 172)
    assert left(tables["deaths-mine"], {row.key for link in mined for row in link.rows}) == []
    assert left(tables["casualties"], {link.row.key for link in causes}) == []
