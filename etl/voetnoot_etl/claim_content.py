"""What a sentence speaks of besides its figures: kind of claim, date, places, actors, events, occurrence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voetnoot_etl.claim_model import ClaimKind
from voetnoot_etl.compliance import read_compliance
from voetnoot_etl.control import read_controllers
from voetnoot_etl.date_roles import date_rank, told_dates
from voetnoot_etl.dates import DatePhrase
from voetnoot_etl.event_links import link_events
from voetnoot_etl.figures import FigurePhrase
from voetnoot_etl.knowledge import Knowledge
from voetnoot_etl.occurrence import read_occurrence
from voetnoot_etl.sayings import find_holders
from voetnoot_etl.sentence_context import SentenceContext
from voetnoot_etl.speakers import find_speakers
from voetnoot_etl.wording_speech import DEMANDS

_POSITION = re.compile(rf"(?<!\bte\s)(?<![\w-])(?:{'|'.join(DEMANDS)})(?!\w)", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:ik|wij|we)\b", re.IGNORECASE)
_LOCATIVE = re.compile(
    r"\b(?:in|naar|uit|te|bij|rond|binnen|vanuit|langs|nabij|richting|tot in|door|over|op)\s(?:(?:de|het|heel)\s)?$",
    re.I,
)


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


def read_content(context: SentenceContext, knowledge: Knowledge, figure: FigurePhrase | None) -> ClaimContent:
    """Return what a sentence, or one figure of it, speaks of."""
    date, date_rule = _date(context, figure)
    places, actors = _places(context, knowledge), _actors(context, knowledge)
    events, event_rule = link_events(context, knowledge, date, places, figure)
    occurrence, occurrence_rule = read_occurrence(context.sentence.text.value)
    controllers = read_controllers(context, knowledge) if places else ()
    provisions, verdict = read_compliance(context, knowledge, date)
    if figure and occurrence == "did-not-occur":
        # "Geen doden, maar twee gewonden": a denial holds for the figure that it words, which is marked so itself.
        occurrence, occurrence_rule = "occurred", ""
    kind = _kind(context, bool(provisions and verdict), bool(controllers), bool(events or date))
    return ClaimContent(
        kind=kind,
        holders=_holders(context, knowledge) if kind is ClaimKind.POSITION else (),
        edtf=date.edtf if date else "",
        date_inferred=bool(date and (date.inferred or date_rule == "date-from-context")),
        occurrence=occurrence,
        places=places,
        actors=actors,
        events=events,
        controllers=controllers,
        provisions=provisions,
        verdict=verdict,
        rules=tuple(rule for rule in (date_rule, event_rule, occurrence_rule) if rule),
    )


def _holders(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return who takes the position: the subject of the verb that words it."""
    text = context.sentence.text.value
    verb = _POSITION.search(text)
    if verb is None or _FIRST_PERSON.search(text, max(0, verb.start() - 12), verb.end() + 12):
        return ()
    return find_holders(text, find_speakers(text, context.mentions, knowledge.demonyms), verb)


def _kind(context: SentenceContext, complies: bool, controls: bool, happens: bool) -> ClaimKind:
    if complies:
        return ClaimKind.COMPLIANCE
    if controls:
        return ClaimKind.CONTROL
    if context.sentence.role == "opinion" or _POSITION.search(context.sentence.text.value):
        return ClaimKind.POSITION
    return ClaimKind.EVENT if happens else ClaimKind.OTHER


def _date(context: SentenceContext, figure: FigurePhrase | None) -> tuple[DatePhrase | None, str]:
    """Return the date of what is said: not that of a text that says it, and the nearest to a figure."""
    text = context.sentence.text.value
    dates = told_dates(text, context.dates)
    if dates and figure:
        foremost = [date for date in dates if date_rank(text, date) == date_rank(text, dates[0])]
        nearest = min(foremost, key=lambda date: abs(date.start - figure.start))
        return nearest, f"date-{nearest.rule}"
    if dates:
        return dates[0], f"date-{dates[0].rule}"
    return (context.inherited, "date-from-context") if context.inherited else (None, "")


def _places(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the places named: a country only where it is where something is, not who acts."""
    text, demonyms = context.sentence.text.value, knowledge.demonyms
    acting = {(one.start, one.end) for one in context.mentions if one.kind == "actor"}
    found = [
        one
        for one in context.mentions
        if one.kind == "place"
        and one.name not in demonyms
        and ((one.start, one.end) not in acting or _LOCATIVE.search(text, 0, one.start))
    ]
    inner = [
        one for one in found if not any(_wider(other.start, other.end, one.start, one.end) for other in found)
    ]
    return tuple(dict.fromkeys(one.id for one in inner))


def _actors(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the actors named, but for those that a wider name holds and those that only say it."""
    text, demonyms = context.sentence.text.value, knowledge.demonyms
    wide = [(one.start, one.end) for one in context.mentions]
    found = [
        one.id
        for one in context.mentions
        if one.kind == "actor"
        and one.name not in demonyms
        and not any(_wider(start, end, one.start, one.end) for start, end in wide)
        and not (_LOCATIVE.search(text, 0, one.start) and _is_place(context, one.start, one.end))
    ]
    saying = {key for attribution in context.attributions for key in attribution.actors}
    return tuple(key for key in dict.fromkeys(found) if key not in saying)


def _is_place(context: SentenceContext, start: int, end: int) -> bool:
    return any(one.kind == "place" and (one.start, one.end) == (start, end) for one in context.mentions)


def _wider(start: int, end: int, inner_start: int, inner_end: int) -> bool:
    return start <= inner_start and inner_end <= end and end - start > inner_end - inner_start
