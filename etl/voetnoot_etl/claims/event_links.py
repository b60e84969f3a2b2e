"""Which curated event a clause tells of: the one that the tables find there, else by date, name, kind and place."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass

from voetnoot_etl.claims.event_names import named_share, stems
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.model import Span
from voetnoot_etl.phrases.dates import DatePhrase, bounds
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.wording.events import EVENT_WORDS, HARM, NARROW, OUTCOME_EVENTS
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_WORDS = {
    kind: re.compile(rf"(?<![\w-])\w*?(?:{words})", re.IGNORECASE) for kind, words in EVENT_WORDS.items()
}
_ENOUGH = 4.0
_SAME_DAYS = 2.5
_NAMED = 0.7
"""What names this much of an event's label needs no date."""
_LONG = dt.timedelta(days=40)
_YEAR = dt.timedelta(days=370)
_ALWAYS = (dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC))
Period = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells: its words without their background, when, where, a figure of it, and during what."""

    text: str
    date: DatePhrase | None
    places: tuple[str, ...]
    figure: FigurePhrase | None = None
    during: Event | None = None


def link_events(context: SentenceContext, knowledge: Knowledge, told: Told) -> tuple[tuple[str, ...], str]:
    """Return the events of a clause or of one of its figures, and the rule that found them."""
    if mentioned := _fitting(mentioned_events(context, knowledge), told.figure, knowledge):
        shown = [one for one in mentioned if told.figure or _is_shown(one[0], context, told.text)]
        return (_main(shown, context, told, knowledge), "event-mentioned") if shown else ((), "")
    events = knowledge.history.events
    if told.during and (told.figure is None or told.during.type in _types(told.figure, told.during)):
        return (_part(told.during, told.figure, events),), "event-during"
    scored = [(_score(event, context, told, events), event) for event in events]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        war = _only_war(told, events)
        return ((war,), "event-war-of-year") if war else ((), "")
    return (_widest([event for score, event in scored if score == best]),), "event-date-kind-place"


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
    when = _told(told.date) if told.date else None
    if not told.figure or told.figure.outcome not in HARM or when is None or when[1] - when[0] < _LONG:
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


def _fitting(
    mentioned: list[tuple[Span, str]], figure: FigurePhrase | None, knowledge: Knowledge
) -> list[tuple[Span, str]]:
    """Return the events in which people can meet a figure's outcome, or which hold such a one as a part."""
    types = OUTCOME_EVENTS.get(figure.outcome, ()) if figure else ()
    if not types:
        return mentioned
    events = {event.id: event for event in knowledge.history.events}
    fitting = [(span, key) for span, key in mentioned if events[key].type in types]
    if fitting:
        return fitting
    wholes = [(span, events[key].part_of) for span, key in mentioned]
    return [(span, whole) for span, whole in wholes if whole and events[whole].type in types]


def mentioned_events(context: SentenceContext, knowledge: Knowledge) -> list[tuple[Span, str]]:
    """Return the events whose words in this document stand in the clause."""
    spans = context.sentence.spans
    rows = [
        *((event.id, event.words) for event in knowledge.history.events),
        *((mention.event, mention.words) for mention in knowledge.history.mentions),
    ]
    return [
        (words.span, event)
        for event, words in rows
        if words.document == context.document
        and words.span
        and any(span.start <= words.span.start < span.end for span in spans)
    ]


def _is_shown(span: Span, context: SentenceContext, shown: str) -> bool:
    """Return whether the words of an event stand before the background, which `shown` has blanked out."""
    index = bisect_left(context.sentence.text.offsets, span.start)
    end = bisect_left(context.sentence.text.offsets, span.end)
    return bool(shown[index:end].strip())


def _main(
    mentioned: list[tuple[Span, str]], context: SentenceContext, told: Told, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the event that a figure stands nearest to; of a clause, the first on the days that it tells."""
    if told.figure:
        place = context.sentence.text.offsets[told.figure.start]
        return (min(mentioned, key=lambda one: (_distance(one[0], place), one))[1],)
    days = _told(told.date) if told.date else None
    events = {event.id: event for event in knowledge.history.events}
    return (min(mentioned, key=lambda one: (days is None or period(events[one[1]].edtf) != days, one))[1],)


def _distance(span: Span, place: int) -> int:
    return 0 if span.start <= place < span.end else min(abs(span.start - place), abs(span.end - place))


def _score(event: Event, context: SentenceContext, told: Told, events: tuple[Event, ...]) -> float:
    """Return how well an event fits: its days, kind, name, places, actors; 0 where its time does not."""
    if told.figure and event.type not in OUTCOME_EVENTS.get(told.figure.outcome, (event.type,)):
        return 0.0
    time = _time_score(event, told.date)
    if time is None:
        return 0.0
    words = _WORDS.get(event.type)
    kind = bool(words and words.search(told.text))
    share = named_share(event, stems(told.text), events)
    if told.date is None and share < _NAMED:
        return 0.0
    met = set(told.places) & set(event.places)
    place = 1.0 if met else -1.0 if told.places and event.places else 0.0
    actor = bool({one.id for one in context.mentions} & set(event.actors))
    narrow = bool(told.figure and event.type in NARROW.get(told.figure.outcome, ()))
    fits = kind or narrow or share > 1 / 2 or (time >= _SAME_DAYS and bool(met) and share > 1 / 4)
    return 2.0 * (kind or narrow) + 4.0 * share + time + place + 0.5 * actor + narrow if fits else 0.0


def _time_score(event: Event, date: DatePhrase | None) -> float | None:
    """Return how near the days of an event are to those told; None where they do not meet."""
    if date is None:
        return 0.0
    when, told = period(event.edtf), _told(date)
    if when is None or told is None or when[0] > told[1] or told[0] > when[1]:
        return None
    if when == told and told[1] - told[0] < _YEAR:
        return _SAME_DAYS
    if event.edtf.endswith("/.."):
        return 1.0 if abs(told[0] - when[0]) < _LONG else -0.5
    inside = told[0] <= when[0] and when[1] <= told[1]
    if told[1] - told[0] >= _LONG:
        return 1.0 if inside else 0.5
    return 1.5 if inside else _length_score(when[1] - when[0])


def _length_score(length: dt.timedelta) -> float:
    """Return how much a day inside an event tells of it: the longer the event, the less."""
    return 1.0 if length < _LONG else -1.0 if length > _YEAR else 0.0


def period(edtf: str) -> Period | None:
    """Return the time of an event; one with an unknown beginning or end is given a year."""
    if not edtf:
        return None
    first, last = bounds(edtf)
    if edtf.endswith("/") and first:
        return first, first + _YEAR
    if edtf.startswith("/") and last:
        return last - _YEAR, last
    return first or _ALWAYS[0], last or _ALWAYS[1]


def _told(date: DatePhrase) -> Period | None:
    """Return the time of a date phrase: "sinds mei 2021" tells of what began then."""
    if date.earliest is None:
        return (date.latest - _LONG, date.latest) if date.latest else None
    return date.earliest, date.latest or date.earliest + _LONG
