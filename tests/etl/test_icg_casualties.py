from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

from voetnoot_etl.icg.table_model import Observation
from voetnoot_etl.icg.table_rdf import table_graphs
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.manifest import read_manifest

ID = "https://w3id.org/voetnoot/id/"
KIND = "https://w3id.org/voetnoot/kind/"
SPINE = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": NamedNode(
        "http://purl.org/linked-data/cube#Observation"
    ),
    "http://purl.org/linked-data/cube#dataSet": NamedNode(f"{ID}dataset/icg-casualties"),
    "http://www.w3.org/ns/prov#wasDerivedFrom": NamedNode(f"{ID}file/icg-casualties"),
    "https://w3id.org/voetnoot/ontology#rowNumber": Literal(164),
    "https://w3id.org/voetnoot/ontology#edtf": Literal("2022-09-19"),
    "https://w3id.org/voetnoot/ontology#segment": NamedNode(f"{ID}place/segment-september-2022-escalation"),
    "https://w3id.org/voetnoot/ontology#combatantStatus": NamedNode(f"{KIND}combatant-status/combatant"),
    "https://w3id.org/voetnoot/ontology#outcome": NamedNode(f"{KIND}outcome/killed"),
    "https://w3id.org/voetnoot/ontology#count": Literal(202),
}


@pytest.fixture(scope="module")
def observations(root: Path, sources: Path) -> tuple[Observation, ...]:
    source = read_manifest(root / "etl/sources/icg-casualties.toml")
    return read_table_source(source, sources, root / "etl/curated").observations


def total(observations: Sequence[Observation]) -> int:
    return sum(observation.count for observation in observations)


def test_there_are_239_records_of_1225_casualties(observations: tuple[Observation, ...]) -> None:
    assert (len(observations), total(observations)) == (239, 1225)


def test_merging_rows_that_are_alike_would_lose_seven(observations: tuple[Observation, ...]) -> None:
    merged = {(o.date, o.category.key, o.segment, o.count): o for o in observations}
    assert total(list(merged.values())) == 1218


def test_every_record_names_its_table(observations: tuple[Observation, ...]) -> None:
    assert {observation.table for observation in observations} == {"icg-casualties"}


def test_the_escalation_of_september_2022_is_a_bucket_with_reporting_dates(
    observations: tuple[Observation, ...],
) -> None:
    bucket = [o for o in observations if o.segment and o.segment.kind == "not-a-place"]
    dated = [o for o in observations if o.date.isoformat() in ("2022-09-13", "2022-09-14")]
    assert (len(bucket), total(bucket), total(dated)) == (13, 878, 4)


def test_no_record_falls_outside_the_coverage(observations: tuple[Observation, ...]) -> None:
    dates = [observation.date.isoformat() for observation in observations]
    assert (min(dates), max(dates)) == ("2020-11-10", "2023-09-10")


def test_row_164_has_the_form_that_queries_rely_on(root: Path, sources: Path) -> None:
    source = read_manifest(root / "etl/sources/icg-casualties.toml")
    (graph,) = table_graphs(source, read_table_source(source, sources, root / "etl/curated"))
    store = Store()
    store.extend(graph.quads())
    row = NamedNode(f"{ID}observation/icg-casualties-164")
    found = {quad.predicate.value: quad.object for quad in store.quads_for_pattern(row, None, None)}
    assert {name: found[name] for name in SPINE} == SPINE
    assert str(found["https://w3id.org/voetnoot/ontology#reportedDate"]).endswith("XMLSchema#date>")


def test_the_four_categories_are_all_there(observations: tuple[Observation, ...]) -> None:
    assert Counter(observation.category.key for observation in observations) == {
        "combatant-killed": 63,
        "combatant-wounded": 61,
        "non-combatant-killed": 37,
        "non-combatant-wounded": 78,
    }
