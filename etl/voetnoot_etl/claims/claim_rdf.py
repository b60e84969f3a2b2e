"""Claims → triples of their document's graph, and their paraphrases; no word of a source is written.

A claim that passes on what somebody else says `vn:reports` a further claim, one for each link of the chain:
`<claim>-r1`, `<claim>-r2`. What is claimed stands on the first of them only, so that nothing counts twice.
A claim that stands in an explanatory note has that note for its footnote, and no sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.anchors import FileText, anchor
from voetnoot_etl.claims.model import Claim, ClaimKind
from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.reading.document_rdf import footnote_iri, sentence_iri
from voetnoot_etl.terms import SEM, VN

Pair = tuple[NamedNode, NamedNode | Literal | None]

TYPES = {
    ClaimKind.FIGURE: VN.FigureClaim,
    ClaimKind.EVENT: VN.EventClaim,
    ClaimKind.CONTROL: VN.ControlClaim,
    ClaimKind.COMPLIANCE: VN.ComplianceClaim,
    ClaimKind.POSITION: VN.PositionClaim,
    ClaimKind.OTHER: VN.Claim,
}


def add_claims(graph: rdf.Graph, file: FileText, claims: Iterable[Claim]) -> None:
    """Add the claims of a document to its graph."""
    for claim in claims:
        _add_claim(graph, file, claim)


def claim_iri(claim: Claim, link: int = 0) -> NamedNode:
    """Return the IRI of a claim, or of the claim that a link of its chain reports."""
    return iris.thing("claim", claim.key, f"r{link}") if link else iris.thing("claim", claim.key)


def _add_claim(graph: rdf.Graph, file: FileText, claim: Claim) -> None:
    place = anchor(graph, file, f"claim-{claim.home.key}-{claim.number}", claim.spans)
    for link, saying in enumerate(claim.chain):
        last = link == len(claim.chain) - 1
        graph.add(
            claim_iri(claim, link),
            (rdf.type_, VN.Claim if link else TYPES[claim.kind]),
            (VN.document, iris.thing("document", claim.document)),
            (VN.sentence, None if claim.note else sentence_iri(claim.document, claim.position)),
            (VN.anchor, place),
            *((VN.saidBy, iris.thing("actor", actor)) for actor in saying.actors),
            (VN.modality, iris.concept("modality", saying.modality)),
            (VN.reports, None if last else claim_iri(claim, link + 1)),
            (VN.noteScope, iris.concept("note-scope", claim.scope.key)),
            *((VN.footnote, footnote_iri(claim.document, number)) for number in claim.scope.footnotes),
            *((VN.rule, rdf.text(rule)) for rule in claim.rules),
            (VN.reviewed, rdf.boolean(value=claim.reviewed)),
        )
    graph.add(claim_iri(claim), *_content(claim), *_figure(claim))


def _content(claim: Claim) -> Iterable[Pair]:
    yield from _things(VN.event, "event", claim.events)
    yield from _things(VN.place, "place", claim.places)
    yield from _things(VN.actor, "actor", claim.actors)
    yield from _things(VN.addressee, "actor", claim.addressees)
    yield from _things(VN.controller, "actor", claim.controllers)
    yield from _things(VN.assesses, "provision", claim.provisions)
    yield from ((VN.about, iris.thing(*target.split("/"))) for target in claim.about)
    yield VN.occurrence, _concept("occurrence", claim.occurrence)
    yield VN.verdict, _concept("compliance-verdict", claim.verdict)
    yield VN.paraphrase, rdf.text(claim.paraphrase_en, "en")
    yield VN.paraphrase, rdf.text(claim.paraphrase_nl, "nl")
    if claim.edtf:
        yield from _date(claim)


def _date(claim: Claim) -> Iterable[Pair]:
    earliest, latest = bounds(claim.edtf)
    yield VN.edtf, rdf.text(claim.edtf)
    yield SEM.hasEarliestBeginTimeStamp, rdf.moment(earliest) if earliest else None
    yield SEM.hasLatestEndTimeStamp, rdf.moment(latest) if latest else None
    yield VN.dateInferred, rdf.boolean(value=claim.date_inferred)


def _figure(claim: Claim) -> Iterable[Pair]:
    yield VN.side, iris.thing("actor", claim.side) if claim.side else None
    yield VN.combatantStatus, _concept("combatant-status", claim.combatant_status)
    yield VN.outcome, _concept("outcome", claim.outcome)
    yield VN.unit, _concept("unit", claim.unit)
    yield VN.qualifier, _concept("qualifier", claim.qualifier)
    yield VN.stated, _number(claim.stated)
    yield VN.lower, _number(claim.lower)
    yield VN.upper, _number(claim.upper)


def _things(predicate: NamedNode, kind: str, keys: Iterable[str]) -> Iterable[Pair]:
    return ((predicate, iris.thing(kind, key)) for key in keys)


def _concept(scheme: str, key: str) -> NamedNode | None:
    return iris.concept(scheme, key) if key else None


def _number(value: Decimal | None) -> Literal | None:
    if value is None:
        return None
    whole = value == value.to_integral_value()
    return rdf.integer(int(value)) if whole else rdf.decimal(value)
