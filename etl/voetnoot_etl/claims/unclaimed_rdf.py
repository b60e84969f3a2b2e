"""Why a sentence makes no claim → a reason on each sentence without one, so that none is left out in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from voetnoot_etl import iris, rdf
from voetnoot_etl.claims.model import Home
from voetnoot_etl.model import Sentence
from voetnoot_etl.reading.document_rdf import sentence_iri
from voetnoot_etl.terms import VN

_STATING = ("statement", "list-item")
"""Roles of sentences that would claim something."""


def add_reasons(
    graph: rdf.Graph,
    document: str,
    sentences: Iterable[Sentence],
    claimed: Collection[Home],
    read: Collection[Home],
) -> None:
    """Add why each sentence that claims nothing does not; `read` are the places that a reviewer has read."""
    for sentence in sentences:
        home = Home(0, sentence.position)
        if home not in claimed:
            reason = iris.concept("no-claim-reason", reason_of(sentence.role, read=home in read))
            graph.add(sentence_iri(document, sentence.position), (VN.noClaimReason, reason))


def reason_of(role: str, *, read: bool) -> str:
    """Return the key of the reason why a sentence of a role makes no claim."""
    if role in _STATING:
        return "announcement" if read else "nothing-found"
    return role if read or role != "opinion" else "nothing-found"
