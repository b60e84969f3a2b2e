"""Which curated event a clause tells of: the one that the tables find there, else by date, name, kind and place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from voetnoot_etl.claims.event_mentions import fitting, is_shown, main_events, mentioned_events
from voetnoot_etl.claims.event_names import label_weights, named_share, stems
from voetnoot_etl.claims.event_time import LONG, YEAR, period, told_period
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.claims.told import Told
from voetnoot_etl.phrases.dates import DatePhrase
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.wording.events import EVENT_WORDS, HARM, NARROW, OUTCOME_EVENTS
from voetnoot_etl.wording.pointers import BESIDE
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_WORDS = {
    kind: re.compile(rf"(?<![\w-])\w*?(?:{words})", re.IGNORECASE) for kind, words in EVENT_WORDS.items()
}
_BESIDE = re.compile(rf"\b(?:{BESIDE})\s(?:van|voor)\s(?:het|dit|een)\s(?:conflict|oorlog)\b", re.IGNORECASE)
_ENOUGH = 4.0
_SAME_DAYS = 2.5
_NAMED = 0.7
"""What names this much of an event's label needs no date."""


def link_events(context: SentenceContext, knowledge: Knowledge, told: Told) -> tuple[tuple[str, ...], str]:
    """Return the events of a clause or of one of its figures, and the rule that found them."""
    if mentioned := fitting(mentioned_events(context, knowledge), told.figure, knowledge):
        shown = [one for one in mentioned if told.figure or is_shown(one[0], context, told.text)]
        return (main_events(shown, context, told, knowledge), "event-mentioned") if shown else ((), "")
    events = knowledge.history.events
    if told.during and (told.figure is None or told.during.type in _types(told.figure, told.during)):
        return (_part(told.during, told.figure, events),), "event-during"
    weights = label_weights(events)
    scored = [(_score(event, context, told, weights), event) for event in events]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        war = _only_war(told, events)
        return ((war,), "event-war-of-year") if war else ((), "")
    found = _widest([event for score, event in scored if score == best])
    whole = found if told.figure else _unplaced(found, told, {event.id: event for event in events})
    return (whole,), "event-date-kind-place"


def _unplaced(key: str, told: Told, events: Mapping[str, Event]) -> str:
    """Return the event of the same days that an event is part of, where the clause does not name the part's place."""
    part = events[key]
    whole = events.get(part.part_of)
    if whole is None or whole.edtf != part.edtf or not part.places or set(part.places) & set(told.places):
        return key
    return _unplaced(whole.id, told, events)


def dated_event(context: SentenceContext, knowledge: Knowledge, told: Told) -> tuple[tuple[str, ...], str]:
    """Return the event on whose very days a clause on a text, as on a map, says that what it shows took place."""
    linked, rule = link_events(context, knowledge, told)
    days = told_period(told.date) if told.date else None
    same = [one.id for one in knowledge.history.events if one.id in linked and period(one.edtf) == days]
    return (linked, rule) if same else ((), "")


def _part(whole: Event, figure: FigurePhrase | None, events: tuple[Event, ...]) -> str:
    """Return the part of an event that a figure's outcome makes by itself, else the event."""
    narrow = NARROW.get(figure.outcome, ()) if figure else ()
    parts = [event.id for event in events if event.part_of == whole.id and event.type in narrow]
    return parts[0] if len(parts) == 1 else whole.id


def part_for(key: str, figure: FigurePhrase, events: tuple[Event, ...]) -> str:
    """Return the part of an event, given by its key, that a figure's outcome makes by itself, else its key."""
    return next((_part(event, figure, events) for event in events if event.id == key), key)


def _types(figure: FigurePhrase, event: Event) -> tuple[str, ...]:
    return OUTCOME_EVENTS.get(figure.outcome, (event.type,))


def _only_war(told: Told, events: tuple[Event, ...]) -> str:
    """Return the only war that the time of people's harm holds: "in 2015 kwamen 300 militairen om"."""
    when = told_period(told.date) if told.date else None
    if not told.figure or told.figure.outcome not in HARM or when is None or when[1] - when[0] < LONG:
        return ""
    wars = [
        event.id
        for event in events
        if event.type == "war" and (war := period(event.edtf)) and when[0] <= war[0] and war[1] <= when[1]
    ]
    return wars[0] if len(wars) == 1 else ""


def _widest(events: list[Event]) -> str:
    """Return the first event that is part of none of the others."""
    keys = {event.id for event in events}
    return next((event.id for event in events if event.part_of not in keys), events[0].id)


def _score(event: Event, context: SentenceContext, told: Told, weights: Mapping[str, float]) -> float:
    """Return how well an event fits: its days, kind, name, places, actors; 0 where its time does not."""
    if told.figure and event.type not in OUTCOME_EVENTS.get(told.figure.outcome, (event.type,)):
        return 0.0
    time = _time_score(event, told.date)
    if time is None:
        return 0.0
    if _has_no_end(event) and _BESIDE.search(told.text):
        return 0.0
    words = _WORDS.get(event.type)
    kind = bool(words and words.search(told.text))
    share = named_share(event, stems(told.text), weights)
    if (share < _NAMED or not (kind or words is None)) and (told.date is None or _has_no_end(event)):
        return 0.0
    met = set(told.places) & set(event.places)
    place = 1.0 if met else -1.0 if told.places and event.places else 0.0
    actor = bool({one.id for one in context.mentions} & set(event.actors))
    narrow = bool(told.figure and event.type in NARROW.get(told.figure.outcome, ()))
    fits = kind or narrow or share > 1 / 2 or (time >= _SAME_DAYS and bool(met) and share > 1 / 4)
    return 2.0 * (kind or narrow) + 4.0 * share + time + place + 0.5 * actor + narrow if fits else 0.0


def _has_no_end(event: Event) -> bool:
    """Return whether an event goes on for years without an end: only its name tells that it is meant."""
    when = period(event.edtf)
    return event.type == "war" and event.edtf.endswith("/..") and when is not None


def _time_score(event: Event, date: DatePhrase | None) -> float | None:
    """Return how near the days of an event are to those told; None where they do not meet."""
    if date is None:
        return 0.0
    when, told = period(event.edtf), told_period(date)
    if when is None or told is None or when[0] > told[1] or told[0] > when[1]:
        return None
    if when == told and told[1] - told[0] < YEAR:
        return _SAME_DAYS
    if event.edtf.endswith("/.."):
        return 1.0 if abs(told[0] - when[0]) < LONG else -0.5
    inside = told[0] <= when[0] and when[1] <= told[1]
    if told[1] - told[0] >= LONG:
        return 1.0 if inside else 0.5
    return 1.5 if inside else _length_score(when[1] - when[0])


def _length_score(length: dt.timedelta) -> float:
    """Return how much a day inside an event tells of it: the longer the event, the less."""
    return 1.0 if length < LONG else -1.0 if length > YEAR else 0.0
