from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from voetnoot_etl.curated import read_table
from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.code_rdf import add_codes
from voetnoot_etl.icg.codes import read_codes
from voetnoot_etl.icg.graphs import label_graph, read_tables
from voetnoot_etl.icg.labels import consistent_labels, disagreeing_rows
from voetnoot_etl.icg.segment_rdf import add_positions, read_points
from voetnoot_etl.icg.table_model import Category, Observation, Segment, TableReading
from voetnoot_etl.manifest import read_manifest
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import GEO, VN
from voetnoot_etl.world.tables import PLACES

DAY = dt.date(2020, 1, 1)


def table(*keys: str, words: dict[str, str] | None = None) -> tuple[Observation, ...]:
    names = words or {}
    return tuple(
        Observation("t", row, DAY, Category(key, names.get(key, key)), None, 1)
        for row, key in enumerate(keys, 2)
    )


@pytest.fixture(scope="module")
def readings(root: Path, sources: Path) -> dict[str, TableReading]:
    manifests = [read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*.toml"))]
    return read_tables(manifests, sources, root / "etl/curated")


def labels(rows: Sequence[Observation], translated: Sequence[Observation]) -> list[tuple[str, str]]:
    return [(label.category, label.text) for label in consistent_labels(rows, translated, "ru")]


def test_a_label_is_taken_where_every_aligned_row_agrees() -> None:
    words = {"killed": "убит", "wounded": "ранен"}
    translated = table("killed", "wounded", "killed", words=words)
    assert labels(table("killed", "wounded", "killed"), translated) == [
        ("killed", "убит"),
        ("wounded", "ранен"),
    ]


def test_a_label_that_strays_to_a_row_of_another_category_is_left_out() -> None:
    rows, translated = (
        table("killed", "wounded", "wounded", "mined"),
        table("killed", "killed", "wounded", "mined"),
    )
    assert labels(rows, translated) == [("mined", "mined")]
    assert disagreeing_rows(rows, translated) == (3,)


def test_editions_whose_rows_differ_are_not_aligned() -> None:
    rows = table("killed", "wounded")
    with pytest.raises(TableError, match="1 rows where the other edition has 2"):
        consistent_labels(rows, rows[:1], "ru")
    with pytest.raises(TableError, match=r"t, row 3: the row differs"):
        consistent_labels(rows, (rows[0], replace(rows[1], count=2)), "ru")


def test_the_shifted_edition_gives_only_the_label_that_is_not_shifted(
    readings: dict[str, TableReading],
) -> None:
    rows, translated = (readings[f"icg-{name}"].observations for name in ("pre-2020-all", "ru-pre-2020-all"))
    assert labels(rows, translated) == [("combatant-killed", "Убитые военные")]
    assert len(disagreeing_rows(rows, translated)) == 58


def test_the_russian_detentions_disagree_in_two_rows_and_give_no_label(
    readings: dict[str, TableReading],
) -> None:
    rows, translated = (readings[f"icg-{name}"].observations for name in ("detentions", "ru-detentions"))
    assert labels(rows, translated) == []
    assert disagreeing_rows(rows, translated) == (39, 40)


def test_a_category_has_every_printed_name_of_three_label_sets_and_of_the_russian_editions(
    root: Path, readings: dict[str, TableReading]
) -> None:
    manifests = [read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*.toml"))]
    graph = label_graph(manifests, readings, root / "etl/curated")
    names = {
        str(triple.object)
        for triple in graph.triples
        if str(triple.subject).endswith("/combatant-killed>") and "altLabel" in str(triple.predicate)
    }
    english = {f'"{name}"@en' for name in ("Combatant/Killed", "Combatants Killed", "Military Killed")}
    assert names == english | {'"Число убитых комбатантов"@ru', '"Убитые военные"@ru'}


def test_every_town_of_a_segment_is_a_known_place(curated: Path) -> None:
    places = {row["id"] for row in read_table(curated / "places.tsv", PLACES)}
    segments = read_codes(curated).segments.values()
    assert {town for segment in segments for town in segment.towns} <= places


def test_a_segment_is_a_line_between_towns_and_marked_approximate() -> None:
    points = {"a": "46.5 39.6", "b": "46.3 39.5"}
    segments = [
        Segment(f"segment-{n}", n, "front-line", towns)
        for n, towns in (("x", ("a", "b")), ("y", ("b",)), ("z", ()))
    ]
    graph = Graph("icg-labels")
    add_positions(graph, [*segments, Segment("segment-w", "w", "front-line", ("a", "nowhere"))], points)
    shapes = {str(t.object).split('"')[1] for t in graph.triples if t.predicate == GEO.asWKT}
    assert shapes == {"LINESTRING(46.5 39.6, 46.3 39.5)", "POINT(46.3 39.5)"}
    assert sum(t.predicate == VN.approximate for t in graph.triples) == 2


def test_the_escalation_of_september_2022_is_no_place_on_a_map(curated: Path) -> None:
    graph = Graph("icg-labels")
    codes = read_codes(curated)
    add_codes(graph, codes, ())
    add_positions(graph, codes.segments.values(), read_points(curated))
    bucket = {(t.predicate, t.object) for t in graph.triples if str(t.subject).endswith("2022-escalation>")}
    assert (type_, VN.PlaceSegment) in bucket
    assert not {GEO.hasGeometry, VN.between, VN.approximate} & {predicate for predicate, _ in bucket}
    assert (type_, VN.Place) not in bucket
    assert len({t.subject for t in graph.triples if t.predicate == GEO.hasGeometry}) == 11
