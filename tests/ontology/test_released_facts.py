from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from voetnoot_etl.checks.bridge import read_turtle
from voetnoot_etl.checks.reason import check_consistency, check_profile
from voetnoot_etl.checks.shapes import check_shapes
from voetnoot_etl.vocabulary import BUILT_IN, DECLARATIONS, read_files


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    return sorted((root / "data").glob("*.ttl"))


@pytest.fixture(scope="module")
def facts(files: list[Path]) -> Graph:
    return read_turtle(files)


def test_the_released_facts_break_no_shape(root: Path, ontology: Path) -> None:
    assert check_shapes(root / "data", ontology) > 0


def test_the_released_facts_are_within_owl_2_dl(files: list[Path], ontology: Path) -> None:
    check_profile(ontology, files)


def test_the_released_facts_do_not_contradict_the_ontology(files: list[Path], ontology: Path) -> None:
    check_consistency(ontology, files)


def test_every_class_and_property_of_the_released_facts_is_declared(facts: Graph, ontology: Path) -> None:
    graph = read_files(ontology, ["voetnoot.ttl", "reused.ttl"])
    declared = {term for kind in DECLARATIONS for term in graph.subjects(RDF.type, kind)}
    built_in = {URIRef(space + name) for space, names in BUILT_IN.values() for name in names.split()}
    used = set(facts.predicates()) | set(facts.objects(None, RDF.type))
    assert used - declared - built_in == set()
