"""Whether a reviewed claim is complete, and whether all it names exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from voetnoot_etl.claims.model import IN_NOTE, Claim, ClaimKind, in_note
from voetnoot_etl.edtf_bounds import is_edtf
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.world.knowledge import Knowledge

LONGEST_PARAPHRASE = 300
_FIGURES = ("unit", "qualifier", "stated", "lower", "upper")


def check_claim(claim: Claim, knowledge: Knowledge, reading: DocumentReading, place: str) -> None:
    """Raise a `CuratedError` that names the row for the first thing that does not hold."""
    _check_form(claim, place)
    _check_figure(claim, place)
    _check_kind(claim, place)
    _check_concepts(claim, place)
    _check_things(claim, knowledge, place)
    notes = {footnote.number for footnote in reading.footnotes}
    _known("footnotes", claim.scope.footnotes, notes, place)


def _check_form(claim: Claim, place: str) -> None:
    if claim.number < 1:
        raise CuratedError("n counts the claims of a sentence from 1", place=place)
    if claim.edtf and not is_edtf(claim.edtf):
        raise CuratedError(f"edtf is {claim.edtf!r}, which is not EDTF", place=place)
    if (claim.scope.key == "none") == bool(claim.scope.footnotes):
        raise CuratedError("note_scope is none where, and only where, no footnotes stand", place=place)
    if claim.note and claim.scope != in_note(claim.note):
        raise CuratedError(
            f"in note {claim.note}, note_scope is in-note and footnotes {claim.note}", place=place
        )
    if claim.scope.key == IN_NOTE and not claim.note:
        raise CuratedError("note_scope in-note is for what stands in a note", place=place)
    for paraphrase in (claim.paraphrase_en, claim.paraphrase_nl):
        if not 0 < len(paraphrase) <= LONGEST_PARAPHRASE:
            raise CuratedError(
                f"both paraphrases are needed, of at most {LONGEST_PARAPHRASE} characters", place=place
            )


def _check_figure(claim: Claim, place: str) -> None:
    numbers = [number for number in (claim.stated, claim.lower, claim.upper) if number is not None]
    if claim.kind is not ClaimKind.FIGURE:
        if numbers or claim.unit or claim.qualifier:
            raise CuratedError(f"only a figure has {', '.join(_FIGURES)}", place=place)
        return
    if not claim.unit or not claim.qualifier:
        raise CuratedError("a figure needs unit and qualifier", place=place)
    if not numbers and claim.qualifier != "several":
        raise CuratedError("a figure needs a number, or the qualifier several", place=place)
    if claim.lower is not None and claim.upper is not None and claim.lower > claim.upper:
        raise CuratedError("lower is above upper", place=place)


def _check_kind(claim: Claim, place: str) -> None:
    if claim.kind is ClaimKind.COMPLIANCE and not (claim.provisions and claim.verdict):
        raise CuratedError("a compliance claim needs provisions and verdict", place=place)
    if claim.kind is ClaimKind.CONTROL and not (claim.controllers and claim.places):
        raise CuratedError("a control claim needs controllers and places", place=place)


def _check_concepts(claim: Claim, place: str) -> None:
    for column, scheme, keys in (
        ("chain", "modality", tuple(saying.modality for saying in claim.chain)),
        ("occurrence", "occurrence", (claim.occurrence,)),
        ("status", "combatant-status", (claim.combatant_status,)),
        ("outcome", "outcome", (claim.outcome,)),
        ("unit", "unit", (claim.unit,)),
        ("qualifier", "qualifier", (claim.qualifier,)),
        ("verdict", "compliance-verdict", (claim.verdict,)),
        ("note_scope", "note-scope", (claim.scope.key,)),
    ):
        _known(column, (key for key in keys if key), KINDS[scheme], place)


def _check_things(claim: Claim, knowledge: Knowledge, place: str) -> None:
    world, history = knowledge.world, knowledge.history
    things = {
        "actor": {actor.id for actor in world.actors},
        "place": {one.id for one in world.places},
        "event": {event.id for event in history.events},
        "agreement": {agreement.id for agreement in history.agreements},
        "provision": {provision.id for provision in history.provisions},
    }
    speakers = tuple(actor for saying in claim.chain for actor in saying.actors)
    for column, kind, keys in (
        ("chain", "actor", speakers),
        ("actors", "actor", claim.actors),
        ("addressees", "actor", claim.addressees),
        ("controllers", "actor", claim.controllers),
        ("side", "actor", (claim.side,) if claim.side else ()),
        ("places", "place", claim.places),
        ("events", "event", claim.events),
        ("provisions", "provision", claim.provisions),
    ):
        _known(column, keys, things[kind], place)
    anything = {f"{kind}/{key}" for kind, keys in things.items() for key in keys}
    _known("about", claim.about, anything, place)


def _known(column: str, keys: Iterable[object], known: Collection[object], place: str) -> None:
    for key in keys:
        if key not in known:
            raise CuratedError(f"{column} holds {key!r}, which is not known", place=place)
