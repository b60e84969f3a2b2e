from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from voetnoot_etl.icg.contradictions import Contradiction, contradictions
from voetnoot_etl.icg.graphs import read_tables
from voetnoot_etl.icg.join import Link, link_causes, link_events, link_sides, total
from voetnoot_etl.icg.join_rdf import derived_graph
from voetnoot_etl.icg.table_model import Category, Observation, Segment, TableReading
from voetnoot_etl.manifest import read_manifest

DAY = dt.date(2023, 5, 12)
KILLED = Category("combatant-killed", "Killed", "combatant", "killed")
WOUNDED = Category("combatant-wounded", "Wounded", "combatant", "wounded")
HERE, THERE = Segment("segment-here", "Here", "front-line"), Segment("segment-there", "There", "front-line")
ARM, AZE = "armenian-side", "azerbaijani-side"


def rows(
    table: str, *counts: int, category: Category = KILLED, segments: Iterable[Segment] = ()
) -> tuple[Observation, ...]:
    places: list[Segment | None] = [*segments] or [None] * len(counts)
    return tuple(
        Observation(table, number, DAY, category, place, count)
        for number, (count, place) in enumerate(zip(counts, places, strict=True), 2)
    )


def told(links: Iterable[Link]) -> list[tuple[int, str, str]]:
    return [(link.row.row, link.value, link.method) for link in links]


def sides(
    arm: tuple[Observation, ...] = (), aze: tuple[Observation, ...] = ()
) -> dict[str, tuple[Observation, ...]]:
    return {ARM: arm, AZE: aze}


def test_the_one_row_that_fits_gives_the_side() -> None:
    links = list(link_sides(rows("c", 3), sides(aze=rows("z", 3))))
    assert told(links) == [(2, AZE, "unique-match")]
    assert [row.key for row in links[0].rows] == ["z-2"]


def test_alike_rows_of_one_side_all_get_it_whatever_their_place() -> None:
    located = rows("c", 1, 1, segments=[HERE, THERE])
    assert told(link_sides(located, sides(arm=rows("a", 1, 1)))) == [
        (2, ARM, "equal-rows"),
        (3, ARM, "equal-rows"),
    ]


def test_identical_rows_of_different_sides_are_interchangeable() -> None:
    located = rows("c", 1, 1, segments=[HERE, HERE])
    found = told(link_sides(located, sides(rows("a", 1), rows("z", 1))))
    assert found == [(2, ARM, "interchangeable-rows"), (3, AZE, "interchangeable-rows")]


def test_alike_rows_of_different_sides_and_places_get_no_side() -> None:
    located = rows("c", 1, 1, segments=[HERE, THERE])
    assert told(link_sides(located, sides(rows("a", 1), rows("z", 1)))) == []


def test_more_or_fewer_rows_than_the_tables_by_side_have_get_no_side() -> None:
    assert told(link_sides(rows("c", 1, 1), sides(rows("a", 1)))) == []
    assert told(link_sides(rows("c", 1), sides(rows("a", 1), rows("z", 1)))) == []


def test_rows_that_together_make_up_one_row_of_one_side_get_it() -> None:
    located = rows("c", 2, 2, segments=[HERE, THERE])
    assert told(link_sides(located, sides(rows("a", 4)))) == [
        (2, ARM, "equal-totals"),
        (3, ARM, "equal-totals"),
    ]
    assert told(link_sides(located, sides(rows("a", 3)))) == []
    assert told(link_sides(located, sides(rows("a", 4), rows("z", 4)))) == []


def test_a_row_that_the_table_of_mines_has_fell_to_a_mine_and_others_did_not() -> None:
    located = rows("c", 2, 1)
    links = list(link_causes(located, rows("m", 1)))
    assert told(links) == [(2, "other", "no-match"), (3, "mine", "unique-match")]


def test_a_cause_that_would_have_to_be_chosen_is_not_linked() -> None:
    assert told(link_causes(rows("c", 1, 1), rows("m", 1))) == []


def test_a_day_with_a_mine_row_that_fits_nothing_gets_no_cause() -> None:
    assert told(link_causes(rows("c", 1, 2), rows("m", 4))) == []


def test_a_row_whose_place_names_an_event_gets_it() -> None:
    bucket = Segment("segment-x", "X (escalation)", "not-a-place", event="fighting-x")
    located = rows("c", 1, 1, segments=[bucket, HERE])
    assert told(link_events(located)) == [(2, "fighting-x", "named-in-row")]


def numbers(found: Contradiction) -> tuple[list[int], list[int], str]:
    return [row.row for row in found.rows], [row.row for row in found.others], found.differs


def test_a_record_without_its_like_in_the_other_table_contradicts() -> None:
    assert list(contradictions(rows("a", 2, 3), rows("b", 3, 2))) == []
    (found,) = contradictions(rows("a", 2, 2), rows("b", 4))
    assert numbers(found) == ([2, 3], [2], "rows")
    (found,) = contradictions(rows("a", 2, 1), rows("b", 2))
    assert numbers(found) == ([2, 3], [2], "number")
    (found,) = contradictions(rows("a", 3), rows("b", 3, category=WOUNDED))
    assert numbers(found) == ([2], [2], "category")


def test_only_the_totals_of_a_table_with_one_person_a_row_can_contradict() -> None:
    assert list(contradictions(rows("a", 2), rows("b", 1, 1))) == []
    (found,) = contradictions(rows("a", 3), rows("b", 1, 1))
    assert numbers(found) == ([2], [2, 3], "number")
    (found,) = contradictions(rows("a", 2), rows("b", 1, 1, category=WOUNDED))
    assert numbers(found) == ([2], [2, 3], "category")


@pytest.fixture(scope="module")
def readings(root: Path, sources: Path) -> dict[str, TableReading]:
    manifests = [read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*.toml"))]
    return read_tables(manifests, sources, root / "etl/curated")


def test_every_located_row_has_a_cause_and_mines_took_172(readings: dict[str, TableReading]) -> None:
    located = readings["icg-casualties"].observations
    links = list(link_causes(located, readings["icg-deaths-mine"].observations))
    assert len(links) == 239
    assert total(link.row for link in links if link.value == "mine") == 172


def test_a_side_is_certain_for_231_rows_and_interchangeable_for_four(
    readings: dict[str, TableReading],
) -> None:
    located = readings["icg-casualties"].observations
    by_side = {side: readings[f"icg-deaths-{side[:3]}"].observations for side in (ARM, AZE)}
    links = list(link_sides(located, by_side))
    methods = Counter(link.method for link in links)
    assert methods["interchangeable-rows"] == 4
    assert methods.total() - 4 == 231
    linked = {link.row.row for link in links}
    assert [row.row for row in located if row.row not in linked] == [63, 64, 188, 209]


def test_the_tables_contradict_each_other_on_four_days(readings: dict[str, TableReading]) -> None:
    graph = derived_graph(readings)
    pairs = {
        (str(triple.subject).rsplit("/", 1)[1][4:-1], str(triple.object).rsplit("/", 1)[1][4:-1])
        for triple in graph.triples
        if str(triple.predicate).endswith("#contradicts>")
    }
    assert {pair for pair in pairs if pair[0] < pair[1]} == {
        ("pre-2020-all-135", "pre-2020-aze-71"),  # 4 July 2017: two soldiers or two civilians killed
        ("pre-2020-all-135", "pre-2020-aze-72"),
        ("casualties-188", "deaths-arm-71"),  # 28 November 2022: two soldiers or one wounded
        ("deaths-all-188", "deaths-arm-71"),
        ("casualties-209", "deaths-all-209"),  # 11 April 2023: a civilian or a soldier wounded
        ("casualties-209", "deaths-arm-81"),
        ("casualties-227", "deaths-all-227"),  # 28 June 2023: two at each of two places, or four in one row
        ("casualties-228", "deaths-all-227"),
        ("casualties-227", "deaths-arm-88"),
        ("casualties-228", "deaths-arm-88"),
    }
    days = {row.date for row in readings["icg-casualties"].observations if row.row in (188, 209, 227, 228)}
    days |= {row.date for row in readings["icg-pre-2020-all"].observations if row.row == 135}
    assert sorted(map(str, days)) == ["2017-07-04", "2022-11-28", "2023-04-11", "2023-06-28"]


def test_each_contradicted_row_says_in_what(readings: dict[str, TableReading]) -> None:
    notes = {
        str(triple.object).rsplit("@", 1)[0].strip('"')
        for triple in derived_graph(readings).triples
        if str(triple.predicate).endswith("core#note>") and "icg-casualties-" in str(triple.subject)
        if str(triple.object).endswith("@en")
    }
    assert notes == {
        "Contradicted in the number by icg-deaths-arm row 71 (Combatants Wounded: 1).",
        "Contradicted in the category by icg-deaths-all row 209 (Combatants Wounded: 1).",
        "Contradicted in the category by icg-deaths-arm row 81 (Combatants Wounded: 1).",
        "Contradicted in the rows that make up the number by icg-deaths-all row 227 (Combatants Killed: 4).",
        "Contradicted in the rows that make up the number by icg-deaths-arm row 88 (Combatants Killed: 4).",
    }


def test_fifteen_rows_belong_to_the_escalation_of_september_2022(readings: dict[str, TableReading]) -> None:
    graph = derived_graph(readings)
    events = [t for t in graph.triples if str(t.predicate).endswith("ontology#event>")]
    rows_linked = {str(t.subject) for t in events if "/observation/" in str(t.subject)}
    assert len(rows_linked) == 15
    assert {str(t.object) for t in events} == {"<https://w3id.org/voetnoot/id/event/fighting-september-2022>"}
