"""When that was which a clause tells: its own date, the bound that its background sets, or the time told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voetnoot_etl.claims.background import Background, find_backgrounds
from voetnoot_etl.claims.date_roles import date_rank, told_dates
from voetnoot_etl.claims.event_names import label_weights, named_share, stems
from voetnoot_etl.claims.event_time import period
from voetnoot_etl.claims.scene import Scene
from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.phrases.dates import DatePhrase, bounds
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.wording.events import EVENT_WORDS
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_KINDS = {
    kind: re.compile(rf"(?<![\w-])\w*?(?:{words})", re.IGNORECASE) for kind, words in EVENT_WORDS.items()
}
_NAME_GOES_ON = re.compile(
    r"(?:\s(?:van|in|over|om|tussen|aan|op|bij)\s(?:(?:de|het)\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+)*){0,2}"
)
_IN_TEXT = re.compile(
    r"\b(?:artikel|verslag|rapport|bericht|resolutie|publicatie|briefing|interview|verklaring|brief|nota)\s(?:van|uit|op)\s"
    r"(?:de\s)?$",
    re.IGNORECASE,
)
_NAMED = 0.8
_DAY = len("2020-11-10")
_MONTH = len("2020-11")
Timed = tuple[DatePhrase | None, str]


def told_time(
    context: SentenceContext, knowledge: Knowledge, scene: Scene, figure: FigurePhrase | None = None
) -> Timed:
    """Return the date of what a clause tells, and the rule that found it; not that of a text that tells it."""
    text = context.sentence.text.value
    backgrounds = find_backgrounds(text, context.dates)
    aside = {one.date for one in backgrounds if one.date and one.side != "during"}
    dates = [date for date in told_dates(text, context.dates) if date not in aside]
    if dates:
        chosen = _nearest(text, dates, figure) if figure else dates[0]
        return chosen, f"date-{chosen.rule}"
    for one in backgrounds:
        if bound := _bound(text, one, knowledge, scene):
            return bound, f"date-{one.side}-event"
    beside = [one.date for one in backgrounds if one.date and one.side == "beside"]
    return (beside[0], "date-beside-event") if beside else (None, "")


def text_date(context: SentenceContext) -> Timed:
    """Return the date of the text in which something is said: "in een resolutie van 2 oktober"."""
    text = context.sentence.text.value
    dated = [date for date in context.dates if _IN_TEXT.search(text, max(0, date.start - 60), date.start)]
    return (dated[0], "date-of-text") if dated else (None, "")


def _nearest(text: str, dates: Sequence[DatePhrase], figure: FigurePhrase) -> DatePhrase:
    foremost = [date for date in dates if date_rank(text, date) == date_rank(text, dates[0])]
    return min(foremost, key=lambda date: abs(date.start - figure.start))


def _bound(text: str, one: Background, knowledge: Knowledge, scene: Scene) -> DatePhrase | None:
    """Return the time that a background event leaves: behind its end, before its beginning, or its own."""
    if one.side in ("beside", "contrast"):
        return None
    event = named_event(text, one, knowledge, scene)
    edtf, inferred = _edtf(one, event), one.date is None
    if not edtf:
        return None
    earliest, latest = bounds(edtf)
    return DatePhrase(one.start, one.end, edtf, earliest, latest, inferred=inferred, rule=f"{one.side}-event")


def _edtf(one: Background, event: Event | None) -> str:
    when = period(event.edtf) if event and "/.." not in event.edtf else None
    if one.side == "during":
        return (event.edtf if event and when else "") if one.date is None else one.date.edtf
    if one.side == "before":
        first = _first(one.date.edtf) if one.date else f"{when[0]:%Y}" if when else ""
        return f"../{first}" if first and ".." not in first else ""
    if one.date and (len(one.date.edtf) >= _DAY or not when):
        last = one.date.edtf.split("/")[-1]
        return f"{last}/.." if last and ".." not in last and "X" not in last else ""
    if when is None:
        return ""
    return f"{when[1]:%Y-%m}/.." if one.date else f"{when[1]:%Y-%m-%d}/.."


def _first(edtf: str) -> str:
    return edtf.split("/", maxsplit=1)[0]


def named_event(text: str, one: Background, knowledge: Knowledge, scene: Scene) -> Event | None:
    """Return the event that a background names: by kind and date, by its label, or as told of before."""
    phrase = text[one.start : one.end]
    words, date = phrase + _NAME_GOES_ON.match(text, one.end)[0], one.date  # type: ignore[index]
    fitting = [
        event
        for event in knowledge.history.events
        if event.type in _KINDS and _KINDS[event.type].search(phrase)
    ]
    if date and date.earliest and date.latest:
        inside = [
            event
            for event in fitting
            if (when := period(event.edtf))
            and date.earliest <= when[0] <= date.latest
            and (when[1] <= date.latest or len(date.edtf) >= _DAY)
        ]
        return max(inside, key=_length, default=None)
    weights = label_weights(knowledge.history.events)
    shares = [(named_share(event, stems(words), weights), event) for event in fitting]
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    told = [event for key in scene.told for event in fitting if event.id == key]
    return best if share >= _NAMED else told[-1] if told else None


def _length(event: Event) -> float:
    when = period(event.edtf)
    return (when[1] - when[0]).total_seconds() if when else 0.0
