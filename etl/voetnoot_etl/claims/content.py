"""What a sentence speaks of besides its figures: kind of claim, date, places, actors, events, occurrence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from voetnoot_etl.claims.background import find_backgrounds, foreground
from voetnoot_etl.claims.compliance import read_compliance
from voetnoot_etl.claims.control import is_taken, read_controllers
from voetnoot_etl.claims.event_links import dated_event, link_events
from voetnoot_etl.claims.kind import POSITION, is_about_text, is_state, read_kind
from voetnoot_etl.claims.model import ClaimKind
from voetnoot_etl.claims.moment import Timed, named_event, text_date, told_time
from voetnoot_etl.claims.occurrence import read_occurrence
from voetnoot_etl.claims.places import read_actors, read_places
from voetnoot_etl.claims.pointers import (
    CONTINUED,
    POINTED_AT,
    continues,
    named_by_kind,
    pointed_date,
    pointed_event,
)
from voetnoot_etl.claims.scene import INHERITED, Scene
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.claims.told import Told
from voetnoot_etl.phrases.dates import DatePhrase
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.phrases.sayings import find_holders
from voetnoot_etl.phrases.speakers import find_speakers
from voetnoot_etl.wording import claims as words
from voetnoot_etl.wording.events import HARM
from voetnoot_etl.world.knowledge import Knowledge

_BACK = re.compile(rf"(?<![\w-])(?:{words.BACK})(?![\w-])", re.IGNORECASE)
_BACK_TO_EVENT = re.compile(rf"(?<![\w-])(?:{words.BACK_TO_EVENT})(?![\w-])", re.IGNORECASE)
_HAPPENS = (ClaimKind.EVENT, ClaimKind.CONTROL, ClaimKind.COMPLIANCE)
_FAR, _NEAR = 3, 1
"""Sentences over which words that point back, and happenings without a date, take the time told before."""
_FIRST_PERSON = re.compile(r"\b(?:ik|wij|we)\b", re.IGNORECASE)


Linked = tuple[tuple[str, ...], str]
"""Keys of events, and the rule that found them."""


@dataclass(frozen=True, slots=True)
class ClaimContent:
    """The keys of what is spoken of, and the rules that found them."""

    kind: ClaimKind
    holders: tuple[str, ...]
    edtf: str
    date_inferred: bool
    occurrence: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    events: tuple[str, ...]
    controllers: tuple[str, ...]
    provisions: tuple[str, ...]
    verdict: str
    rules: tuple[str, ...]


def read_content(
    context: SentenceContext, knowledge: Knowledge, scene: Scene, figure: FigurePhrase | None
) -> ClaimContent:
    """Return what a clause, or one figure of it, speaks of; `scene` is what was told before."""
    text = context.sentence.text.value
    backgrounds = find_backgrounds(text, context.dates)
    static = _is_static(context, figure)
    timed = _own_time(context, knowledge, scene, figure, static=static)
    places, actors = read_places(context, knowledge, backgrounds, scene), read_actors(context, knowledge)
    told = _told(context, knowledge, scene, Told("", timed[0], places, figure))
    quiet = static or _is_quiet(text, figure)
    linked = _first_linked(context, knowledge, told, quiet=quiet, static=static)
    controllers = read_controllers(context, knowledge)
    provisions, verdict = read_compliance(context, knowledge, timed[0] or scene.date)
    kind = _kind(context, (bool(provisions and verdict), bool(controllers)), timed[0], linked[0])
    if not static:
        timed, linked = _in_context(context, knowledge, scene, told, (timed, linked), kind=kind, quiet=quiet)
    (date, date_rule), (events, event_rule) = timed, linked
    dated = date is not None and not is_about_text(text)
    occurrence, occurrence_rule = _occurrence(told.text, kind, figure, static=static, dated=dated)
    return ClaimContent(
        kind=kind,
        holders=_holders(context, knowledge) if kind is ClaimKind.POSITION else (),
        edtf=date.edtf if date else "",
        date_inferred=bool(date and (date.inferred or date_rule == INHERITED)),
        occurrence=occurrence,
        places=places,
        actors=actors,
        events=events,
        controllers=controllers,
        provisions=provisions,
        verdict=verdict,
        rules=tuple(rule for rule in (date_rule, event_rule, occurrence_rule) if rule),
    )


def _own_time(
    context: SentenceContext, knowledge: Knowledge, scene: Scene, figure: FigurePhrase | None, *, static: bool
) -> Timed:
    """Return the date that a clause tells; what is so has one only where it has an open end."""
    timed = told_time(context, knowledge, scene, figure)
    return (None, "") if static and timed[0] and ".." not in timed[0].edtf else timed


def _in_context(
    context: SentenceContext,
    knowledge: Knowledge,
    scene: Scene,
    told: Told,
    own: tuple[Timed, Linked],
    *,
    kind: ClaimKind,
    quiet: bool,
) -> tuple[Timed, Linked]:
    """Return date and events of a clause: its own, or where it has no date but today's, those of the context."""
    timed, linked = own
    today = timed if timed[1] == "date-relative" else None
    if timed[0] and not today:
        return own
    carried, linked = _carried(context, knowledge, scene, told.figure, linked, kind=kind)
    if not quiet and kind is ClaimKind.EVENT:
        linked = _linked_again(context, knowledge, replace(told, date=carried[0]), linked)
    return (today if today and linked[1] != POINTED_AT else carried), linked


def _is_quiet(text: str, figure: FigurePhrase | None) -> bool:
    """Return whether a clause tells of a text, or a figure that nothing of its kind was reported."""
    return is_about_text(text) if figure is None else figure.negated and not figure.outcome


def _first_linked(
    context: SentenceContext, knowledge: Knowledge, told: Told, *, quiet: bool, static: bool
) -> Linked:
    """Return the events that a clause tells by its own words; what is so tells of none."""
    if static:
        return (), ""
    return dated_event(context, knowledge, told) if quiet else link_events(context, knowledge, told)


def _is_static(context: SentenceContext, figure: FigurePhrase | None) -> bool:
    """Return whether a figure measures what is so; an area that somebody takes came to be."""
    if figure is None or figure.outcome or figure.unit not in words.STATIC_UNITS:
        return False
    return figure.unit not in words.AREA_UNITS or not is_taken(context.sentence.text.value)


def _kind(
    context: SentenceContext, assessed: tuple[bool, bool], date: DatePhrase | None, events: tuple[str, ...]
) -> ClaimKind:
    return read_kind(
        context.sentence.text.value,
        context.sentence.role,
        complies=assessed[0],
        controls=assessed[1],
        dated=date is not None,
        linked=bool(events),
        guessed=any(one.modality == "speculates" for one in context.attributions),
    )


def _linked_again(context: SentenceContext, knowledge: Knowledge, told: Told, linked: Linked) -> Linked:
    """Return the events of a clause once its date is taken from the context, unless its words tell them."""
    events, rule = linked
    opens = events and _BACK_TO_EVENT.match(context.sentence.text.value)
    if told.date is None or opens or rule in ("event-mentioned", POINTED_AT, CONTINUED):
        return linked
    again = link_events(context, knowledge, told)
    return again if again[0] else linked


def _told(context: SentenceContext, knowledge: Knowledge, scene: Scene, told: Told) -> Told:
    """Return what a clause tells with its words, their background blanked out, and during what event it was."""
    text = context.sentence.text.value
    backgrounds = find_backgrounds(text, context.dates)
    during = [
        one
        for one in backgrounds
        if one.side == "during" and (one.date == told.date if one.date else told.figure is not None)
    ]
    inside = named_event(text, during[0], knowledge, scene) if during else None
    return replace(told, text=foreground(text, backgrounds), during=inside)


def _carried(
    context: SentenceContext,
    knowledge: Knowledge,
    scene: Scene,
    figure: FigurePhrase | None,
    linked: Linked,
    *,
    kind: ClaimKind,
) -> tuple[Timed, Linked]:
    """Return the date and the events of a clause without a date: of the text it names, or of what was told before."""
    text = context.sentence.text.value
    dated = text_date(context) if figure is None else (None, "")
    if dated[0]:
        return dated, linked
    back = _BACK_TO_EVENT.search(text)
    shown = foreground(text, [one for one in find_backgrounds(text, context.dates) if one.side != "during"])
    guessed = linked[1] in ("", "event-date-kind-place")
    if guessed and (figure is None or figure.outcome in HARM):
        if pointed := pointed_event(shown, knowledge, scene):
            date = pointed_date(pointed, scene)
            return (date, "date-from-event-before" if date else ""), ((pointed.id,), POINTED_AT)
        if figure is None and not linked[0] and scene.before and continues(shown):
            linked = (scene.before, CONTINUED)
    if (
        figure is None
        and not linked[0]
        and kind is ClaimKind.EVENT
        and (key := named_by_kind(shown, knowledge, scene))
    ):
        linked = ((key,), "event-of-heading")
    reach = _FAR if _BACK.search(text) else _NEAR if kind in _HAPPENS and not is_state(text) else 0
    if scene.date is None or scene.date_age > reach:
        return (None, ""), linked
    if back and scene.about and not linked[0] and figure is None and kind is ClaimKind.EVENT:
        linked = (scene.about, "event-from-context")
    return (scene.date, INHERITED), linked


def _occurrence(
    shown: str, kind: ClaimKind, figure: FigurePhrase | None, *, static: bool, dated: bool
) -> tuple[str, str]:
    """Return whether it occurred: nothing for what is a state, a position, or told of a text."""
    occurrence, rule = read_occurrence(shown)
    if figure:
        # "Geen doden, maar twee gewonden": a denial holds for the figure that it words, which is marked so itself.
        return (
            ("", "")
            if static
            else (("occurred", "") if occurrence == "did-not-occur" else (occurrence, rule))
        )
    if kind is ClaimKind.POSITION or (kind is ClaimKind.OTHER and not rule and not dated):
        return "", ""
    return occurrence, rule


def _holders(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return who takes the position: the subject of the verb that words it."""
    text = context.sentence.text.value
    verb = POSITION.search(text)
    if verb is None or _FIRST_PERSON.search(text, max(0, verb.start() - 12), verb.end() + 12):
        return ()
    return find_holders(text, find_speakers(text, context.mentions, knowledge.demonyms), verb)
