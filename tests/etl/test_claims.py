"""Proposed claims of an invented document: figures, voices, note scopes, scenes, and their triples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import Literal

from voetnoot_etl import iris, rdf
from voetnoot_etl.anchors import FileText, quote_digest
from voetnoot_etl.claims.claim_rdf import add_claims
from voetnoot_etl.claims.model import Claim, ClaimKind, NoteScope, Saying
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.terms import VN
from voetnoot_etl.world.knowledge import Knowledge

RULE = " " * 48
TEXT = f""" 1. Gevechten
Op 4 mei 2015 waren er zware gevechten bij Sotk. Daarbij kwamen 12 Armeense soldaten om het leven.1 Volgens
Azerbeidzjan sneuvelden ook 30 burgers. Zij waren aan het werk.2 Daarna was het stil.
2. Slot
Er vielen meer dan 40 gewonden.
{RULE}
1 Reuters, 05/05/2015, url
2 BBC, 06/05/2015, url
"""


@pytest.fixture(scope="module")
def reading() -> DocumentReading:
    return read_text(TEXT, Publishers({}, {}, {}))


@pytest.fixture(scope="module")
def claims(reading: DocumentReading, knowledge: Knowledge) -> tuple[Claim, ...]:
    return propose(reading, source(), knowledge)


def source(date: str = "2015-06-01") -> Source:
    return Source(
        id="invented",
        kind="document",
        reader="paged-text",
        title="Invented",
        publisher="cedoca",
        language="nl",
        path="invented.txt",
        sha256="0" * 64,
        licence="none",
        graph="invented",
        date=date,
    )


def figures(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if claim.kind is ClaimKind.FIGURE]


def test_each_figure_of_a_sentence_is_a_claim(claims: tuple[Claim, ...]) -> None:
    found = [(claim.stated, claim.outcome, claim.combatant_status) for claim in figures(claims)]
    assert found == [
        (Decimal(12), "killed", "combatant"),
        (Decimal(30), "killed", "non-combatant"),
        (Decimal(40), "wounded", ""),
    ]


def test_each_stating_sentence_is_a_claim_as_a_whole(claims: tuple[Claim, ...]) -> None:
    whole = [claim.position for claim in claims if claim.kind is not ClaimKind.FIGURE]
    assert whole == [2, 3, 4, 5, 6, 8]


def test_claims_of_a_sentence_are_numbered_in_it(claims: tuple[Claim, ...]) -> None:
    assert [claim.key for claim in claims][:4] == [
        "invented-2-1",
        "invented-3-1",
        "invented-3-2",
        "invented-4-1",
    ]


def test_a_proposal_names_its_rules_and_is_not_reviewed(claims: tuple[Claim, ...]) -> None:
    assert all(claim.rules and not claim.reviewed for claim in claims)


def test_words_between_two_markers_rest_on_the_later_note(claims: tuple[Claim, ...]) -> None:
    scopes = {claim.position: claim.scope for claim in claims}
    assert scopes == {
        2: NoteScope("since-last-marker", (1,)),
        3: NoteScope("same-sentence", (1,)),
        4: NoteScope("since-last-marker", (2,)),
        5: NoteScope("same-sentence", (2,)),
        6: NoteScope("none"),
        8: NoteScope("none"),
    }


def test_the_voice_of_the_document_begins_the_chain(claims: tuple[Claim, ...]) -> None:
    first, second, _ = figures(claims)
    assert first.chain == (Saying(("cedoca",)),)
    assert second.chain == (Saying(("cedoca",)), Saying(("azerbaijan",)))


def test_harm_without_a_date_belongs_to_the_scene_before_it(claims: tuple[Claim, ...]) -> None:
    first, _, last = figures(claims)
    assert (first.edtf, first.date_inferred) == ("2015-05-04", True)
    assert (last.edtf, last.date_inferred) == ("", False)


def test_the_digest_is_that_of_the_words_at_the_spans(
    claims: tuple[Claim, ...], reading: DocumentReading
) -> None:
    for claim in claims:
        words = "".join(reading.text[span.start : span.end] for span in claim.spans)
        assert claim.digest == quote_digest(words)


def test_an_attributed_figure_reports_a_claim_of_its_source(
    claims: tuple[Claim, ...], reading: DocumentReading
) -> None:
    graph = rdf.Graph("invented")
    add_claims(graph, FileText("invented", reading.text), claims)
    triples = {(t.subject, t.predicate, t.object) for t in graph.triples}
    outer, inner = iris.thing("claim", "invented-4-1"), iris.thing("claim", "invented-4-1-r1")
    assert (outer, VN.reports, inner) in triples
    assert (outer, VN.saidBy, iris.thing("actor", "cedoca")) in triples
    assert (inner, VN.saidBy, iris.thing("actor", "azerbaijan")) in triples
    assert (outer, VN.stated, rdf.integer(30)) in triples
    assert not any(subject == inner and predicate == VN.stated for subject, predicate, _ in triples)


def test_the_words_of_the_document_stay_out_of_the_graph(
    claims: tuple[Claim, ...], reading: DocumentReading
) -> None:
    graph = rdf.Graph("invented")
    add_claims(graph, FileText("invented", reading.text), claims)
    literals = [t.object.value for t in graph.triples if isinstance(t.object, Literal)]
    assert not any("gevechten" in literal for literal in literals)
