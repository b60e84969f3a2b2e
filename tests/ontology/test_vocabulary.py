from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.constants import generated_terms, write_constants
from voetnoot_etl.errors import OntologyError
from voetnoot_etl.terms import OA, PREFIXES, RDF, VN, VOID
from voetnoot_etl.vocabulary import kinds, terms

PREFIX = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vn: <https://w3id.org/voetnoot/ontology#> .
@prefix kind: <https://w3id.org/voetnoot/kind/> .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "voetnoot.ttl").write_text(f"{PREFIX} vn:Claim a owl:Class . vn:class a owl:ObjectProperty .")
    (tmp_path / "reused.ttl").write_text(PREFIX)
    (tmp_path / "kinds.ttl").write_text(
        f"{PREFIX} kind:unit a skos:ConceptScheme ."
        'kind:unit\\/day a skos:Concept ; skos:inScheme kind:unit ; skos:notation "day" .'
    )
    return tmp_path


def test_terms_are_constants_of_their_prefix() -> None:
    assert VN.saidBy.value == "https://w3id.org/voetnoot/ontology#saidBy"
    assert OA.hasSelector.value == "http://www.w3.org/ns/oa#hasSelector"
    assert RDF.type.value == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def test_a_term_named_like_a_python_keyword_ends_in_an_underscore() -> None:
    assert VOID.class_.value == "http://rdfs.org/ns/void#class"


def test_the_own_prefix_comes_first_and_things_have_prefixes() -> None:
    assert next(iter(PREFIXES)) == "vn"
    assert PREFIXES["claim"] == "https://w3id.org/voetnoot/id/claim/"


def test_writing_leaves_modules_that_say_what_the_ontology_declares(folder: Path) -> None:
    write_constants(folder, folder)
    told = {path.name: path.read_text() for path in (folder / "terms").iterdir()}
    assert told == generated_terms(folder)
    assert '    class_: Final = NamedNode(_SPACE + "class")' in told["vn.py"]
    assert "unit: day;" in (folder / "kinds.py").read_text()


def test_the_module_of_a_prefix_that_has_gone_goes_too(folder: Path) -> None:
    (folder / "terms").mkdir()
    (folder / "terms" / "gone.py").write_text("")
    write_constants(folder, folder)
    assert not (folder / "terms" / "gone.py").exists()


def test_a_term_without_prefix_is_an_alarm(folder: Path) -> None:
    (folder / "reused.ttl").write_text(f"{PREFIX} <https://example.org/a> a owl:Class .")
    with pytest.raises(OntologyError, match=r"no prefix fits https://example\.org/a"):
        terms(folder)


def test_a_concept_outside_the_scheme_of_its_iri_is_an_alarm(folder: Path) -> None:
    (folder / "kinds.ttl").write_text(
        f"{PREFIX} kind:unit a skos:ConceptScheme . kind:unit\\/day a skos:Concept ."
    )
    with pytest.raises(OntologyError, match=r"unit/day is not skos:inScheme"):
        kinds(folder)


def test_a_concept_whose_notation_is_not_its_key_is_an_alarm(folder: Path) -> None:
    text = (folder / "kinds.ttl").read_text()
    (folder / "kinds.ttl").write_text(text.replace('notation "day"', 'notation "dag"'))
    with pytest.raises(OntologyError, match=r"another skos:notation"):
        kinds(folder)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"voetnoot\.ttl: not readable"):
        terms(tmp_path)
