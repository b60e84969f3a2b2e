from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.icg.graphs import icg_graphs, read_tables
from voetnoot_etl.icg.table_model import TableReading
from voetnoot_etl.manifest import Source, read_manifest
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import DCT, QB, SKOS, VN

OVERLAPPING = ("casualties", "deaths-all", "deaths-arm", "deaths-aze", "deaths-mine")
CUBES = (*OVERLAPPING, "detentions", *(f"pre-2020-{name}" for name in ("all", "arm", "aze", "weapon")))


@pytest.fixture(scope="module")
def manifests(root: Path) -> tuple[Source, ...]:
    return tuple(read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*.toml")))


@pytest.fixture(scope="module")
def readings(root: Path, sources: Path, manifests: tuple[Source, ...]) -> Mapping[str, TableReading]:
    return read_tables(manifests, sources, root / "etl/curated")


@pytest.fixture(scope="module")
def graphs(root: Path, sources: Path, manifests: tuple[Source, ...]) -> Mapping[str, Graph]:
    return {graph.name: graph for graph in icg_graphs(manifests, sources, root / "etl/curated")}


def test_without_the_files_there_are_no_graphs(
    root: Path, tmp_path: Path, manifests: tuple[Source, ...]
) -> None:
    assert list(icg_graphs(manifests, tmp_path, root / "etl/curated")) == []


def test_every_table_has_a_licence_a_rights_holder_and_its_digests(manifests: tuple[Source, ...]) -> None:
    assert {source.licence for source in manifests} == {"GPL-3.0-only"}
    assert {source.publisher for source in manifests} == {"icg"}
    assert all("Europe and Central Asia program" in source.rights_holder for source in manifests)
    assert [source.id for source in manifests if not source.twin_sha256] == ["icg-borders"]


@pytest.mark.parametrize(
    ("table", "rows", "total"),
    [
        ("casualties", 239, 1225),
        ("deaths-all", 238, 1225),
        ("deaths-arm", 92, 654),
        ("deaths-aze", 146, 570),
        ("deaths-mine", 123, 172),
        ("detentions", 39, 157),
        ("pre-2020-all", 197, 259),
        ("pre-2020-arm", 153, 153),
        ("pre-2020-aze", 106, 106),
        ("pre-2020-weapon", 288, 302),
    ],
)
def test_a_table_has_its_rows_and_its_sum(
    readings: Mapping[str, TableReading], table: str, rows: int, total: int
) -> None:
    observations = readings[f"icg-{table}"].observations
    assert (len(observations), sum(observation.count for observation in observations)) == (rows, total)


def test_a_sum_over_all_tables_counts_victims_several_times(readings: Mapping[str, TableReading]) -> None:
    rows = chain.from_iterable(readings[f"icg-{table}"].observations for table in OVERLAPPING)
    assert sum(row.count for row in rows) == 3846


def test_no_table_has_a_row_outside_its_coverage_or_in_a_gap(
    manifests: tuple[Source, ...], readings: Mapping[str, TableReading]
) -> None:
    for source in manifests:
        days = {observation.date.isoformat() for observation in readings[source.id].observations}
        gaps = source.coverage.get("gaps", [])
        for gap in gaps if isinstance(gaps, list) else []:
            start, _, end = str(gap).partition("/")
            assert not [day for day in days if start <= day <= end]
        assert all(str(source.coverage["start"]) <= day <= str(source.coverage["end"]) for day in days)


def test_both_wars_are_stated_as_gaps(graphs: Mapping[str, Graph]) -> None:
    gaps = {str(t.object) for t in graphs["icg-pre-2020-all"].triples if t.predicate == VN.coverageGap}
    assert gaps == {'"2016-04-02/2016-04-05"', '"2020-09-27/2020-11-09"'}
    assert all(bounds(gap.strip('"'))[0] for gap in gaps)


@pytest.mark.parametrize("table", CUBES)
def test_a_table_is_a_data_cube_of_its_own(graphs: Mapping[str, Graph], table: str) -> None:
    graph = graphs[f"icg-{table}"]
    counted = Counter(triple.predicate for triple in graph.triples)
    kinds = Counter(triple.object for triple in graph.triples if triple.predicate == type_)
    assert (kinds[QB.DataSet], kinds[QB.DataStructureDefinition], counted[QB.measure]) == (1, 1, 1)
    assert kinds[QB.ComponentSpecification] == counted[QB.component] == counted[QB.order]
    assert counted[QB.dataSet] == kinds[QB.Observation]
    assert (counted[DCT.license], counted[DCT.rightsHolder]) == (1, 1)


def test_weapon_incidents_are_not_casualties(graphs: Mapping[str, Graph]) -> None:
    triples = graphs["icg-pre-2020-weapon"].triples
    units = {str(triple.object) for triple in triples if triple.predicate == VN.unit}
    assert units == {"<https://w3id.org/voetnoot/kind/unit/incident>"}
    assert not [triple for triple in triples if triple.predicate in (VN.outcome, VN.combatantStatus)]


def test_a_table_by_side_says_the_side_of_each_row(graphs: Mapping[str, Graph]) -> None:
    for name, side in (("arm", "armenian-side"), ("aze", "azerbaijani-side")):
        sides = [str(t.object) for t in graphs[f"icg-deaths-{name}"].triples if t.predicate == VN.side]
        assert set(sides) == {f"<https://w3id.org/voetnoot/id/actor/{side}>"}
    assert VN.side not in {triple.predicate for triple in graphs["icg-casualties"].triples}


def test_a_segment_has_the_spellings_of_table_and_report(graphs: Mapping[str, Graph]) -> None:
    labels = {
        str(t.object)
        for t in graphs["icg-labels"].triples
        if t.predicate == SKOS.altLabel and str(t.subject).endswith("/segment-kapan-kubatli>")
    }
    assert labels == {'"Armenia-Azerbaijan: Kapan-Kubatli"@en', '"Armenia-Azerbaijan: Kapan-Kubat"@en'}


def test_only_the_words_of_the_time_line_are_kept_apart(graphs: Mapping[str, Graph]) -> None:
    assert [name for name in graphs if name.startswith("text/")] == ["text/icg-timeline"]
    assert set(graphs) == {
        *(f"icg-{name}" for name in (*CUBES, "borders", "labels", "timeline")),
        "derived",
        "text/icg-timeline",
    }
