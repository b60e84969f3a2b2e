"""Rules propose claims: one for each figure of a sentence, and one for what the sentence says as a whole.

A proposal keeps the names of the rules that made it and is not reviewed; the reviewed table decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.claims.content import ClaimContent, read_content
from voetnoot_etl.claims.event_mentions import mentioned_events
from voetnoot_etl.claims.figure_events import shared
from voetnoot_etl.claims.model import Claim, ClaimKind, Saying
from voetnoot_etl.claims.note_scope import NoteScopes, read_note_scopes
from voetnoot_etl.claims.parts import split_clauses
from voetnoot_etl.claims.scene import NO_SCENE, Scene
from voetnoot_etl.claims.sentence_context import SentenceContext, read_contexts
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading, Span
from voetnoot_etl.phrases.attribution import Attribution, chain_at, chain_of
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.wording.events import HARM
from voetnoot_etl.world.knowledge import Knowledge

CLAIMING = ("statement", "opinion", "list-item")
"""Roles of sentences that claim something."""
_WHOLE = 0.5
"""An attribution that reaches over less than this share of a sentence leaves the rest to the document."""


def propose(reading: DocumentReading, source: Source, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return the claims that the rules find in a document, in its order.

    It is read twice: what its first sentences leave unsaid, the fighting that all of it is about, its later ones tell.
    """
    contexts, scopes = tuple(read_contexts(reading, source, knowledge)), read_note_scopes(reading)
    opening = replace(NO_SCENE, written=source.date)
    _, end = _read(contexts, scopes, knowledge, opening)
    claims, _ = _read(contexts, scopes, knowledge, replace(opening, topic=end.topic))
    return tuple(replace(claim, digest=_digest(reading.text, claim.spans)) for claim in claims)


def _read(
    contexts: Sequence[SentenceContext], scopes: NoteScopes, knowledge: Knowledge, scene: Scene
) -> tuple[list[Claim], Scene]:
    """Return the claims of a document without their digests, and the scene at its end."""
    claims: list[Claim] = []
    for context in contexts:
        scene = scene.at(context.sentence.section)
        if context.sentence.role == "heading":
            scene = scene.headed(_headline(context, knowledge, scene))
        if context.sentence.role in CLAIMING:
            found: list[Claim] = []
            for clause in split_clauses(context):
                told = shared(
                    [
                        scene.completed(claim, knowledge)
                        for claim in _propose(clause, scopes, knowledge, scene)
                    ]
                )
                scene = scene.after(told, knowledge)
                found.extend(told)
            claims.extend(replace(claim, number=number) for number, claim in enumerate(found, 1))
    return claims, scene


def _headline(context: SentenceContext, knowledge: Knowledge, scene: Scene) -> tuple[str, ...]:
    """Return the events that a heading names by itself."""
    content = read_content(context, knowledge, scene, None)
    return () if content.date_inferred else content.events


def _propose(
    context: SentenceContext, scopes: NoteScopes, knowledge: Knowledge, scene: Scene
) -> Iterator[Claim]:
    for figure in context.figures:
        yield _figure_claim(context, figure, scopes, knowledge, scene)
    whole = list(_whole_claims(context, scopes, knowledge, scene))
    yield from whole
    yield from _events_aside(context, whole, scopes, knowledge)


def _figure_claim(
    context: SentenceContext, figure: FigurePhrase, scopes: NoteScopes, knowledge: Knowledge, scene: Scene
) -> Claim:
    chain, reasons = chain_at(context.attributions, figure.start, figure.number[1], context.voice)
    content = read_content(context, knowledge, scene, figure)
    side, side_rule = _side(figure, chain, knowledge)
    claim = _claim(context, ClaimKind.FIGURE, context.sentence.text.spans(figure.start, figure.end), chain)
    return replace(
        _filled(claim, content),
        scope=scopes.of(context.sentence, context.origin + figure.number[0]),
        occurrence="did-not-occur" if figure.negated else content.occurrence,
        addressees=_addressees(reasons),
        actors=(),
        side=side,
        combatant_status=figure.combatant_status,
        outcome=figure.outcome,
        unit=figure.unit,
        stated=figure.stated,
        lower=figure.lower,
        upper=figure.upper,
        qualifier=figure.qualifier,
        rules=(f"figure-{figure.rule}", *side_rule, *(one.rule for one in reasons), *content.rules),
    )


def _whole_claims(
    context: SentenceContext, scopes: NoteScopes, knowledge: Knowledge, scene: Scene
) -> Iterator[Claim]:
    """Yield the claim that a sentence makes as a whole; two where each side accuses the other."""
    content = read_content(context, knowledge, scene, None)
    length = max(len(context.sentence.text.value), 1)
    wide = [one for one in context.attributions if one.end - one.start >= _WHOLE * length]
    mutual = [one for one in wide if one.rule == "accuse-each-other"]
    rest = [one for one in wide if one not in mutual]
    for reasons in ([*rest, one] for one in mutual) if mutual else (rest,):
        chain, used = chain_of(reasons, context.voice)
        holders = content.holders or (context.lead if content.kind is ClaimKind.POSITION else ())
        if holders and len(chain) == 1:
            chain = (*chain, Saying(holders))
        claim = _claim(context, content.kind, context.sentence.spans, chain)
        yield replace(
            _filled(claim, content),
            scope=scopes.of(context.sentence),
            addressees=_addressees(used),
            rules=(f"sentence-{content.kind}", *(one.rule for one in used), *content.rules),
        )


def _events_aside(
    context: SentenceContext, claims: Sequence[Claim], scopes: NoteScopes, knowledge: Knowledge
) -> Iterator[Claim]:
    """Yield a claim for each further event that the tables find in a clause: that it took place."""
    told = {key for claim in claims for key in claim.events}
    events = {event.id: event for event in knowledge.history.events}
    offsets = context.sentence.text.offsets
    for span, key in sorted(mentioned_events(context, knowledge)):
        if key in told or events[key].part_of in told or any(events[one].part_of == key for one in told):
            continue
        told.add(key)
        dates = [one for one in context.dates if span.start <= offsets[one.start] < span.end]
        claim = _claim(context, ClaimKind.EVENT, (span,), (Saying((context.voice,)),))
        yield replace(
            claim,
            scope=scopes.of(context.sentence),
            occurrence=events[key].occurrence,
            events=(key,),
            edtf=dates[0].edtf if dates else "",
            rules=("event-mentioned-aside",),
        )


def _claim(
    context: SentenceContext, kind: ClaimKind, spans: tuple[Span, ...], chain: tuple[Saying, ...]
) -> Claim:
    return Claim(
        document=context.document,
        position=context.sentence.position,
        number=0,
        kind=kind,
        spans=spans,
        digest="",
        chain=chain,
    )


def _filled(claim: Claim, content: ClaimContent) -> Claim:
    return replace(
        claim,
        occurrence=content.occurrence,
        events=content.events,
        edtf=content.edtf,
        date_inferred=content.date_inferred,
        places=content.places,
        actors=content.actors,
        controllers=content.controllers if claim.kind is ClaimKind.CONTROL else (),
        provisions=content.provisions if claim.kind is ClaimKind.COMPLIANCE else (),
        verdict=content.verdict if claim.kind is ClaimKind.COMPLIANCE else "",
    )


def _side(
    figure: FigurePhrase, chain: tuple[Saying, ...], knowledge: Knowledge
) -> tuple[str, tuple[str, ...]]:
    """Return whose people a figure counts: as worded, else those of the side that speaks of its own harm."""
    if figure.side or figure.outcome not in HARM or len(chain) == 1:
        return figure.side, ()
    sides = {knowledge.side_of(actor) for actor in chain[-1].actors}
    side = sides.pop() if len(sides) == 1 else ""
    return side, ("side-of-speaker",) if side else ()


def _addressees(reasons: tuple[Attribution, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for one in reasons for key in one.addressees))


def _digest(text: str, spans: tuple[Span, ...]) -> str:
    return quote_digest("".join(text[span.start : span.end] for span in spans))
