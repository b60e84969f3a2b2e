from __future__ import annotations

import re
from pathlib import Path

import pytest

from voetnoot_etl.vocabulary import read_files

VN = "https://w3id.org/voetnoot/ontology#"


@pytest.fixture(scope="module")
def words(ontology: Path) -> set[str]:
    unfenced = (ontology / "README.md").read_text(encoding="utf-8").split("```")[::2]
    return {word for part in unfenced for word in re.findall(r"`([^`]+)`", part)}


def declared(ontology: Path) -> set[str]:
    graph = read_files(ontology, ["voetnoot.ttl"])
    return {str(term).replace(VN, "vn:") for term in graph.subjects() if str(term).startswith(VN)}


def test_every_own_class_is_told(words: set[str], ontology: Path) -> None:
    classes = {term for term in declared(ontology) if term.removeprefix("vn:")[0].isupper()}
    assert classes - words == set()


def test_every_own_term_that_is_told_is_declared(words: set[str], ontology: Path) -> None:
    assert {word for word in words if re.fullmatch(r"vn:\w+", word)} - declared(ontology) == set()


def test_every_query_that_a_class_serves_is_a_file(ontology: Path, root: Path) -> None:
    section = (ontology / "README.md").read_text(encoding="utf-8").split("## What each class serves")[1]
    table = section.split("\n## ")[0].split("|---|---|")[1]
    told = set(re.findall(r"`([a-z0-9-]+)`", table))
    assert {name for name in told if not (root / "queries" / f"{name}.rq").exists()} == set()
