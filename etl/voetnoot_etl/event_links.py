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
_ENOUGH = 3
_LONG = dt.timedelta(days=40)
_ALWAYS = (dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC))


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
    scored = [(_score(event, context, date, places, figure), event) for event in knowledge.history.events]
    best = max((score for score, _ in scored), default=0)
    if best < _ENOUGH:
        return (), ""
    return tuple(event.id for score, event in scored if score == best)[:1], "event-date-kind-place"


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
    """Return how well an event fits: its days, its kind in words, its places; 0 where its time does not."""
    if date.earliest is None or not event.edtf:
        return 0
    first, last = (own or limit for own, limit in zip(bounds(event.edtf), _ALWAYS, strict=True))
    # "Sinds mei 2021" tells of what began then.
    low, high = date.earliest, date.latest or date.earliest + _LONG
    if first > high or low > last:
        return 0
    if figure and event.type not in OUTCOME_EVENTS.get(figure.outcome, (event.type,)):
        return 0
    exact = 2 * (first == low and last == high and high - low < _LONG)
    words = _WORDS.get(event.type)
    kind = 2 if words and words.search(context.sentence.text.value) else 0
    return 1 + exact + kind + bool(set(places) & set(event.places)) if kind or exact else 0
