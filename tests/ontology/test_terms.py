from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from voetnoot_etl.constants import generated_kinds, generated_terms
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.vocabulary import DECLARATIONS, read_files

VN = "https://w3id.org/voetnoot/ontology#"
PINNED = Path(__file__).with_name("reused-terms.txt")
MEND = "run: voetnoot-etl terms"

SPINE_CLASSES = (
    "Agreement Check Claim ComplianceClaim ControlClaim Document Event EventClaim FigureClaim File ListedUrl "
    "Page Party Place PlaceSegment PositionClaim Provision Publication"
)
SPINE_PROPERTIES = (
    "actor anchor appliesTo assesses cause characters checks combatantStatus computed consultation controller "
    "count document edtf event expected file footnote hasProvision label listedAs listedUrl locator lower mediator "
    "modality noteKind noteScope number obliges occurrence outcome page pageBasis paraphrase party place placeKind "
    "position provisionType qualifier query quoteDigest reportedDate reports reviewed rowNumber rule saidBy segment "
    "sentence sentenceRole side stated textStatus unit upper urlStatus verdict within"
)
CONTRACT_KINDS = {
    "check-verdict": "match mismatch not-computable",
    "combatant-status": "combatant non-combatant",
    "compliance-verdict": "breached complied disputed partial",
    "consultation": "only-cited read",
    "modality": "accuses asserts denies hearsay speculates",
    "note-kind": "citation comment mixed",
    "note-scope": "document-part in-note none same-sentence since-last-marker",
    "page-basis": "computed printed",
    "qualifier": "about almost at-least at-most between exact less-than more-than several",
    "recognition": "de-facto recognised",
    "relation": "cites see-also",
    "text-status": "lost present",
    "url-status": "ambiguous inferred listed missing",
}


@pytest.fixture(scope="module")
def own(ontology: Path) -> Graph:
    return read_files(ontology, ["voetnoot.ttl"])


def declared(graph: Graph) -> set[str]:
    return {str(term) for kind in DECLARATIONS for term in graph.subjects(RDF.type, kind)}


def test_the_terms_modules_are_fresh(root: Path, ontology: Path) -> None:
    folder = root / "etl" / "voetnoot_etl" / "terms"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    assert found == generated_terms(ontology), MEND


def test_the_kinds_module_is_fresh(root: Path, ontology: Path) -> None:
    module = root / "etl" / "voetnoot_etl" / "kinds.py"
    assert module.read_text(encoding="utf-8") == generated_kinds(ontology), MEND


def test_every_class_and_property_of_the_model_is_declared(own: Graph) -> None:
    asked = {VN + name for name in f"{SPINE_CLASSES} {SPINE_PROPERTIES}".split()}
    assert asked - declared(own) == set()


def test_every_term_has_label_and_comment_in_english_and_dutch(own: Graph) -> None:
    for term in declared(own):
        for told in (RDFS.label, RDFS.comment):
            languages = sorted(getattr(text, "language", "") for text in own.objects(URIRef(term), told))
            assert languages == ["en", "nl"], f"{told} of {term}"


def test_every_term_has_one_example(own: Graph) -> None:
    told = Counter(str(term) for term in own.subjects(SKOS.example))
    assert {term: told[term] for term in declared(own)} == dict.fromkeys(declared(own), 1)


def test_every_domain_range_and_superclass_is_declared(ontology: Path) -> None:
    graph = read_files(ontology, ["voetnoot.ttl", "reused.ttl"])
    named = {
        str(thing)
        for told in (RDFS.domain, RDFS.range, RDFS.subClassOf)
        for thing in graph.objects(None, told)
        if not str(thing).startswith("http://www.w3.org/2001/XMLSchema#")
    }
    assert named - declared(graph) == set()


def test_nothing_is_imported(ontology: Path) -> None:
    for file in ontology.glob("*.ttl"):
        assert (None, OWL.imports, None) not in Graph().parse(file), file.name


def test_the_reused_terms_are_those_of_the_pinned_list(ontology: Path) -> None:
    pinned = PINNED.read_text(encoding="utf-8").split()
    assert pinned == sorted(declared(read_files(ontology, ["reused.ttl"])))


def test_every_reused_term_is_in_its_vocabulary(sources: Path) -> None:
    known = sources.parent / "vocabularies" / "terms.txt"
    if not known.exists():
        pytest.skip("the full list of vocabulary terms does not stand beside the sources")
    assert set(PINNED.read_text(encoding="utf-8").split()) <= set(known.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(("scheme", "keys"), CONTRACT_KINDS.items(), ids=CONTRACT_KINDS)
def test_a_closed_scheme_has_exactly_its_keys(scheme: str, keys: str) -> None:
    assert sorted(KINDS[scheme]) == keys.split()


def test_no_concept_is_described_twice(ontology: Path) -> None:
    text = (ontology / "kinds.ttl").read_text(encoding="utf-8")
    told = Counter(re.findall(r"^(kind:\S+) a skos:Concept", text, flags=re.MULTILINE))
    assert {concept for concept, times in told.items() if times > 1} == set()


@pytest.mark.parametrize("name", ["voetnoot.ttl", "reused.ttl", "kinds.ttl"])
def test_the_entries_of_a_section_are_in_alphabetical_order(name: str, ontology: Path) -> None:
    for section in (ontology / name).read_text(encoding="utf-8").split("# ---- ")[1:]:
        entries = re.findall(r"^([a-z0-9]+:\S+) a ", section, flags=re.MULTILINE)
        folded = [entry.replace("\\", "").casefold() for entry in entries]
        assert folded == sorted(folded), f"{name}, section {section.splitlines()[0]}"


@pytest.mark.parametrize("name", ["shapes.ttl", "alignments.ttl"])
def test_shapes_and_alignments_name_only_declared_terms(name: str, ontology: Path) -> None:
    graph = read_files(ontology, [name])
    terms = {str(node) for triple in graph for node in triple if str(node).startswith(VN)}
    assert terms - declared(read_files(ontology, ["voetnoot.ttl"])) == set()


@pytest.mark.parametrize("name", ["shapes.ttl", "alignments.ttl"])
def test_shapes_and_alignments_name_only_concepts_that_exist(name: str, ontology: Path) -> None:
    kinds = read_files(ontology, ["kinds.ttl"])
    space = "https://w3id.org/voetnoot/kind/"
    named = {
        node for triple in read_files(ontology, [name]) for node in triple if str(node).startswith(space)
    }
    assert named - set(kinds.subjects(RDF.type)) == set()
