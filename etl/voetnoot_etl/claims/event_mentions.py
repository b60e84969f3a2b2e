"""The events whose words stand in a clause, as the reviewed tables say, and which of them it tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from voetnoot_etl.claims.event_time import period, told_period
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.claims.told import Told
from voetnoot_etl.model import Span
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.wording.events import OUTCOME_EVENTS
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_NAME_GOES_ON = re.compile(r"(?:van|in|over|om|tussen|aan|op|bij)\s[^,;]{1,40}")
"""What is left of a name whose noun stands in the background: "(tijdens de oorlog) van de drie koningen"."""


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
        and any(span.start <= words.span.start < span.end or _covers(words.span, span) for span in spans)
    ]


def _covers(words: Span, clause: Span) -> bool:
    """Return whether words that begin before a clause reach over more than half of it."""
    return words.start < clause.start and words.end - clause.start > (clause.end - clause.start) / 2


def is_shown(span: Span, context: SentenceContext, shown: str) -> bool:
    """Return whether the words of an event stand before the background, which `shown` has blanked out."""
    index = bisect_left(context.sentence.text.offsets, span.start)
    end = bisect_left(context.sentence.text.offsets, span.end)
    left = shown[index:end]
    return bool(left.strip()) and not (left[:1].isspace() and _NAME_GOES_ON.fullmatch(left.strip()))


def main_events(
    mentioned: list[tuple[Span, str]], context: SentenceContext, told: Told, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the event that a figure stands nearest to; of a clause, the first on the days that it tells.

    A clause that names an event and the one that it is part of tells of both.
    """
    if told.figure:
        place = context.sentence.text.offsets[told.figure.start]
        return (min(mentioned, key=lambda one: (_distance(one[0], place), one))[1],)
    days = told_period(told.date) if told.date else None
    events = {event.id: event for event in knowledge.history.events}
    main = min(mentioned, key=lambda one: (days is None or period(events[one[1]].edtf) != days, one))[1]
    wider = [key for _, key in mentioned if _is_part(events, key, main) or _is_part(events, main, key)]
    return (main, *dict.fromkeys(wider))


def _is_part(events: Mapping[str, Event], part: str, whole: str) -> bool:
    """Return whether an event is part of another; a meeting names its series of talks by itself."""
    return events[part].part_of == whole and events[whole].type != "negotiation"


def _distance(span: Span, place: int) -> int:
    return 0 if span.start <= place < span.end else min(abs(span.start - place), abs(span.end - place))


def fitting(
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
