"""Which curated event a sentence speaks of: the one that the table finds there, else date, kind and place."""

from __future__ import annotations

import datetime as dt
import re

from voetnoot_etl.dates import DatePhrase, bounds
from voetnoot_etl.figures import FigurePhrase
from voetnoot_etl.history import Event
from voetnoot_etl.knowledge import Knowledge
from voetnoot_etl.model import Span
from voetnoot_etl.sentence_context import SentenceContext
from voetnoot_etl.wording_events import EVENT_WORDS, OUTCOME_EVENTS

_WORDS = {kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, words in EVENT_WORDS.items()}
_ENOUGH = 4
_LONG = dt.timedelta(days=40)
_YEAR = dt.timedelta(days=366)
_ALWAYS = (dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC))
_STEM = 6
_MOST_WORDS = 3


def link_events(
    context: SentenceContext,
    knowledge: Knowledge,
    date: DatePhrase | None,
    places: tuple[str, ...],
    figure: FigurePhrase | None,
) -> tuple[tuple[str, ...], str]:
    """Return the events of a sentence or of one of its figures, and the rule that found them."""
    if mentioned := _fitting(_mentioned(context, knowledge), figure, knowledge):
        return _closest(mentioned, context, figure), "event-mentioned"
    if date is None or date.earliest is None:
        return (), ""
    events = knowledge.history.events
    scored = [(_score(event, context, date, places, figure), event) for event in events]
    best = max((score for score, _ in scored), default=0)
    if best < _ENOUGH:
        return (), ""
    equals = [event for score, event in scored if score == best]
    return (_widest(equals),), "event-date-kind-place"


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


def _mentioned(context: SentenceContext, knowledge: Knowledge) -> list[tuple[Span, str]]:
    """Return the events whose words in this document stand in the sentence."""
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


def _closest(
    mentioned: list[tuple[Span, str]], context: SentenceContext, figure: FigurePhrase | None
) -> tuple[str, ...]:
    if figure is None:
        return tuple(dict.fromkeys(event for _, event in sorted(mentioned)))
    place = context.sentence.text.offsets[figure.start]
    return (min(mentioned, key=lambda one: (_distance(one[0], place), one))[1],)


def _distance(span: Span, place: int) -> int:
    return 0 if span.start <= place < span.end else min(abs(span.start - place), abs(span.end - place))


def _score(
    event: Event,
    context: SentenceContext,
    date: DatePhrase,
    places: tuple[str, ...],
    figure: FigurePhrase | None,
) -> int:
    """Return how well an event fits: kind and name in words, days, places, actors; 0 where its time does not."""
    when, told = _period(event.edtf), _told(date)
    if when is None or told is None or when[0] > told[1] or told[0] > when[1]:
        return 0
    if figure and event.type not in OUTCOME_EVENTS.get(figure.outcome, (event.type,)):
        return 0
    text = context.sentence.text.value
    words = _WORDS.get(event.type)
    kind = 3 if words and words.search(text) else 0
    named = min(len(_stems(event.label_nl) & _stems(text)), _MOST_WORDS)
    exact = 2 * (when == told and told[1] - told[0] < _LONG)
    place = bool(set(places) & set(event.places))
    actor = bool({one.id for one in context.mentions} & set(event.actors))
    long_lasting = 2 * (when[1] - when[0] > _YEAR and told[1] - told[0] < _LONG)
    fits = kind or named > 1 or (exact and place)
    return kind + named + exact + place + actor - long_lasting if fits else 0


def _period(edtf: str) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the time of an event; one with an unknown beginning or end is given a year."""
    if not edtf:
        return None
    first, last = bounds(edtf)
    if edtf.endswith("/") and first:
        return first, first + _YEAR
    if edtf.startswith("/") and last:
        return last - _YEAR, last
    return first or _ALWAYS[0], last or _ALWAYS[1]


def _told(date: DatePhrase) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the time of a date phrase: "sinds mei 2021" tells of what began then."""
    if date.earliest is None:
        return None
    return date.earliest, date.latest or date.earliest + _LONG


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{5,}", text)}
