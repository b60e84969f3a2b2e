"""Each sentence that makes no claim says why: by what it does, or since a reviewer found nothing in it."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.claims.model import Home
from voetnoot_etl.claims.unclaimed_rdf import add_reasons, reason_of
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.model import Sentence, SpanKind, Text
from voetnoot_etl.terms import VN


@pytest.mark.parametrize(
    ("role", "read", "reason"),
    [
        ("heading", False, "heading"),
        ("caption", True, "caption"),
        ("question", True, "question"),
        ("greeting", False, "greeting"),
        ("signature", False, "signature"),
        ("statement", True, "announcement"),
        ("statement", False, "nothing-found"),
        ("list-item", True, "announcement"),
        ("opinion", True, "opinion"),
        ("opinion", False, "nothing-found"),
    ],
)
def test_a_reason_follows_from_what_a_sentence_does_and_who_read_it(
    role: str, read: bool, reason: str
) -> None:
    assert reason_of(role, read=read) == reason


def test_every_role_has_a_reason_for_no_claim() -> None:
    reasons = {reason_of(role, read=read) for role in KINDS["sentence-role"] for read in (True, False)}
    assert reasons == set(KINDS["no-claim-reason"])


def test_only_a_sentence_without_a_claim_has_a_reason() -> None:
    words = Text("Waarom?", tuple(range(7)))
    sentences = [Sentence(n, words, "1", SpanKind.BODY, "question", 1) for n in (1, 2)]
    graph = rdf.Graph("made-up")
    add_reasons(graph, "made-up", sentences, {Home(0, 1), Home(2, 0)}, {Home(0, 1), Home(0, 2)})
    ((subject, predicate, reason),) = [(t.subject, t.predicate, t.object) for t in graph.triples]
    assert (subject, predicate) == (iris.thing("sentence", "made-up", "2"), VN.noClaimReason)
    assert isinstance(reason, NamedNode)
    assert reason.value.endswith("/no-claim-reason/question")
