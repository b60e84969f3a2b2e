"""Documents nobody has curated go through the whole build on their manifests alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from voetnoot_etl.cli import main
from voetnoot_etl.terms import PREFIXES

ROOMS = ("etl/sources", "etl/curated", "ontology", "data", "queries")
DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
KEY = "estuary-report"
Row = tuple[str, ...]
Ask = Callable[[str], list[Row]]

MANIFEST = """id = "{key}"
kind = "document"
reader = "paged-text"
type = "ReportDocument"
title = "Invented"
publisher = "cedoca"
date = "2022-06-30"
language = "nl"
path = "documents/{key}.txt"
sha256 = "{digest}"
licence = "CC0-1.0"
rights_holder = "Nobody"
graph = "{key}"
"""


@pytest.fixture(scope="module")
def release(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the release of a checkout at whose hand are only documents that it has never seen."""
    folder = tmp_path_factory.mktemp("sixth")
    for room in ROOMS:
        shutil.copytree(root / room, folder / "checkout" / room)
    (folder / "sources" / "documents").mkdir(parents=True)
    for document in DOCUMENTS:
        shutil.copyfile(document, folder / "sources" / "documents" / document.name)
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        manifest = folder / "checkout" / "etl" / "sources" / f"{document.stem}.toml"
        manifest.write_text(MANIFEST.format(key=document.stem, digest=digest), encoding="utf-8")
    assert main(["--root", str(folder / "checkout"), "--sources", str(folder / "sources"), "build"]) == 0
    return folder / "checkout" / "build" / "current"


@pytest.fixture(scope="module")
def ask(release: Path) -> Ask:
    """Return a function that runs a SELECT over the release's quads."""
    store = Store()
    store.load(path=str(release / "quads.nq"))

    def run(query: str) -> list[Row]:
        result = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(result, QuerySolutions)
        return [tuple("" if value is None else value.value for value in row) for row in result]

    return run


def gold(name: str, what: str) -> list[Row]:
    lines = (Path(__file__).parent / "documents" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[1:]) for line in lines if line.startswith(f"{what}\t")]


@pytest.mark.parametrize("name", [document.stem for document in DOCUMENTS])
def test_the_release_counts_each_document_and_its_graphs(release: Path, name: str) -> None:
    described = json.loads((release / "build.json").read_text(encoding="utf-8"))
    assert name in described["sources"]["present"]
    graphs = {f"https://w3id.org/voetnoot/graph/{name}", f"https://w3id.org/voetnoot/graph/text/{name}"}
    assert graphs <= set(described["graphs"])


@pytest.mark.parametrize("name", [document.stem for document in DOCUMENTS])
def test_every_note_is_described_with_its_kind_and_the_lost_ones_are_lost(ask: Ask, name: str) -> None:
    rows = ask(
        f"SELECT DISTINCT ?n ?kind {{ ?f dct:isPartOf document:{name} ; a doco:Footnote ; vn:number ?n ;"
        " vn:textStatus/skos:notation ?status . OPTIONAL { ?f vn:noteKind/skos:notation ?noted }"
        " BIND(COALESCE(?noted, ?status) AS ?kind) } ORDER BY ?n"
    )
    assert rows == gold(name, "note")


@pytest.mark.parametrize("name", [document.stem for document in DOCUMENTS])
def test_every_citation_leads_to_a_publication_with_date_publisher_and_url(ask: Ask, name: str) -> None:
    rows = ask(
        "SELECT DISTINCT ?note ?i ?date ?status ?url { ?c a biro:BibliographicReference ; dct:isPartOf ?f ;"
        " vn:position ?i ;"
        f" vn:urlStatus/skos:notation ?status ; biro:references ?p . ?f dct:isPartOf document:{name} ;"
        " vn:number ?note . ?p dct:publisher/skos:prefLabel ?name FILTER(lang(?name) = 'nl')"
        " OPTIONAL { ?p vn:edtf ?date } OPTIONAL { ?c vn:listedUrl ?url } } ORDER BY ?note ?i"
    )
    expected = [
        (*row[0].split("-"), row[3], row[7], row[8] if row[7] == "listed" else "")
        for row in gold(name, "citation")
    ]
    assert rows == expected


@pytest.mark.parametrize("name", ["coast-report", "highland-report"])
def test_an_inferred_url_is_that_of_the_publication_alone(ask: Ask, name: str) -> None:
    rows = ask(
        "SELECT DISTINCT ?note ?i ?url { ?c dct:isPartOf ?f ; vn:position ?i ; biro:references/schema:url ?url ;"
        f" vn:urlStatus/skos:notation 'inferred' . ?f dct:isPartOf document:{name} ; vn:number ?note }}"
        " ORDER BY ?note ?i"
    )
    inferred = [row for row in gold(name, "citation") if row[7] == "inferred"]
    assert rows == [(*row[0].split("-"), row[8]) for row in inferred]


def test_every_marker_denotes_the_citations_of_its_note(ask: Ask) -> None:
    rows = ask(
        f"SELECT ?n (COUNT(?c) AS ?count) {{ ?m a c4o:InTextReferencePointer ; c4o:hasContent ?n ; vn:footnote ?f ."
        f" ?f dct:isPartOf document:{KEY} OPTIONAL {{ ?m c4o:denotes ?c . ?c dct:isPartOf ?f }} }} GROUP BY ?n"
    )
    citations = [row[0].split("-")[0] for row in gold(KEY, "citation")]
    assert sorted(rows) == sorted((row[0], str(citations.count(row[0]))) for row in gold(KEY, "marker"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Waterbode", "Organization"),
        ("Bureau voor Waterkennis (BvW)", "Organization"),
        ("Коммерсант", "Organization"),
        ("van der Meer A.", "Person"),
        ("de l’Étang A.", "Person"),
        ("Désiré É.", "Person"),
    ],
)
def test_publishers_and_authors_that_no_table_knows_are_described_under_their_printed_names(
    ask: Ask, name: str, kind: str
) -> None:
    rows = ask(
        f"SELECT DISTINCT ?type {{ ?actor skos:prefLabel '{name}'@nl ; a ?type ; vn:actorKind ?kind }}"
    )
    assert [found.rsplit("/", 1)[1].rsplit("#", 1)[-1] for (found,) in rows] == [kind]


def test_the_words_of_each_sentence_stand_in_the_text_graph_only(ask: Ask) -> None:
    rows = ask(
        "SELECT DISTINCT ?g { GRAPH ?g { ?s schema:text ?words FILTER(CONTAINS(?words, 'zandzak')) } }"
    )
    assert [graph.rsplit("graph/", 1)[1] for (graph,) in rows] == [f"text/{KEY}"]


CHAIN = (
    f"SELECT DISTINCT ?position ?scope ?note ?index ?date ?url {{ ?claim vn:document document:{KEY} ;"
    " vn:sentence/vn:position ?position ; vn:noteScope/skos:notation ?scope ; vn:footnote ?footnote ."
    " ?footnote vn:number ?note . ?citation dct:isPartOf ?footnote ; vn:position ?index ;"
    " biro:references ?publication . OPTIONAL { ?publication vn:edtf ?date }"
    " OPTIONAL { ?citation vn:listedUrl ?url . ?publication schema:url ?url } }"
)
"""From each claim to the publications that it rests on and their URLs."""


def citations_of(note: str) -> set[Row]:
    """Return position, date and URL of each citation of a note, as marked by hand."""
    rows = (row for row in gold(KEY, "citation") if row[0].split("-")[0] == note)
    return {(row[0].split("-")[1], row[3], row[8]) for row in rows}


def test_each_statement_leads_by_its_notes_to_the_publications_and_urls_marked_by_hand(ask: Ask) -> None:
    found = {
        (position, note, *cited) for position, scope, note, *cited in ask(CHAIN) if scope == "same-sentence"
    }
    marked = [
        (row[0], note) for row in gold(KEY, "sentence") if row[2] == "statement" for note in row[3].split()
    ]
    assert found == {(position, note, *cited) for position, note in marked for cited in citations_of(note)}


@pytest.mark.parametrize(
    ("position", "note"), [("2", "2"), ("15", "11"), ("18", ""), ("22", "14"), ("42", "")]
)
def test_a_statement_without_a_note_rests_on_the_next_one_of_its_section(
    ask: Ask, position: str, note: str
) -> None:
    found = {tuple(row) for row in ask(CHAIN) if row[0] == position}
    assert found >= {(position, "since-last-marker", note, *cited) for cited in citations_of(note)}
    assert {row[2] for row in found} <= ({"14", "15"} if note == "14" else {note} if note else set())


def test_a_claim_on_a_lost_note_is_told_to_rest_on_it(ask: Ask) -> None:
    rows = ask(
        f"SELECT DISTINCT ?position {{ ?claim vn:document document:{KEY} ; vn:sentence/vn:position ?position ;"
        " vn:noteScope/skos:notation 'same-sentence' ; vn:footnote/vn:textStatus/skos:notation 'lost' }"
    )
    lost = {row[0] for row in gold(KEY, "note") if row[1] == "lost"}
    assert rows == [(row[0],) for row in gold(KEY, "sentence") if lost & set(row[3].split())]


@pytest.mark.parametrize("name", [document.stem for document in DOCUMENTS])
def test_every_claim_says_where_it_stands_who_says_it_how_and_which_rule_found_it(
    ask: Ask, name: str
) -> None:
    (counts,) = ask(
        f"SELECT (COUNT(DISTINCT ?claim) AS ?all) (COUNT(DISTINCT ?whole) AS ?complete) {{"
        f" ?claim vn:document document:{name} OPTIONAL {{ ?claim vn:saidBy ?who ; vn:modality ?how ; vn:rule ?rule ;"
        "  vn:noteScope ?scope ; vn:reviewed false ; vn:anchor [ vn:quoteDigest ?digest ; oa:hasSource ?file ;"
        "  oa:hasSelector [ oa:start ?start ; oa:end ?end ] ] ."
        "  ?file schema:sha256 ?bytes FILTER(?start < ?end) BIND(?claim AS ?whole) } }"
    )
    assert counts[0] == counts[1] != "0"


@pytest.mark.parametrize("name", [document.stem for document in DOCUMENTS])
def test_every_sentence_makes_a_claim_or_says_why_not(ask: Ask, name: str) -> None:
    rows = ask(
        f"SELECT ?position ?reason {{ ?s a doco:Sentence ; dct:isPartOf/dct:isPartOf document:{name} ;"
        " vn:position ?position ; vn:noClaimReason/skos:notation ?reason"
        " FILTER NOT EXISTS { ?claim vn:sentence ?s } } ORDER BY ?position"
    )
    silent = ("heading", "caption", "question", "greeting", "signature")
    marked = [(row[0], row[2]) for row in gold(name, "sentence") if row[2] in silent]
    assert [row for row in rows if row[1] != "nothing-found"] == marked
