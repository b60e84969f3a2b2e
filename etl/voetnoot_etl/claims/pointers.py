"""Which event told of before a noun points back to: "deze gevechten", "het offensief", "dit conflict"."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping

from voetnoot_etl.claims.event_time import length
from voetnoot_etl.claims.scene import INHERITED, Scene
from voetnoot_etl.phrases.dates import DatePhrase, bounds
from voetnoot_etl.wording import pointers as words
from voetnoot_etl.wording.events import EVENT_WORDS
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_ADJECTIVE = rf"(?!(?:{words.NEW})\s)[a-zë]+\s"
_POINTERS = tuple(
    (
        re.compile(
            rf"(?<![\w-])(?:(?P<this>{words.THIS})|{words.THE})\s(?:{_ADJECTIVE})?(?:{noun})(?![\w-])", re.I
        ),
        types,
    )
    for noun, types in words.POINTED.items()
)
CONTINUED = "event-of-clause-before"
POINTED_AT = "event-pointed-at"
_MONTH = len("2020-11")
_SITUATION = re.compile(rf"(?<![\w-])(?:{words.SITUATION})(?![\w-])", re.IGNORECASE)
_CONFLICT = re.compile(rf"(?<![\w-]){words.CONFLICT}(?![\w-])", re.IGNORECASE)
_NOT_TOLD = re.compile(
    rf"\b(?:{words.NOT_TOLD})\s(?:van|voor|tot)\s(?:[a-zë]+\s(?:van|voor)\s)?$", re.IGNORECASE
)
_FEARED = re.compile(rf"(?<![\w-])(?:{words.FEARED})(?![\w-])", re.IGNORECASE)
_BEGINS = re.compile(rf"(?<![\w-])(?:{words.BEGINS})(?!\w)", re.IGNORECASE)
_CONTINUES = re.compile(rf"(?:{words.CONTINUES})(?!\w)", re.IGNORECASE)
_NAMED_FURTHER = re.compile(r"\s(?:van|over|op|in|uit|tussen|om|tegen)\s(?:(?:de|het)\s)?[A-Z\d]")


def pointed_event(text: str, knowledge: Knowledge, scene: Scene) -> Event | None:
    """Return the event that the first pointing noun of a text means.

    "Deze" means the last event of the noun's types that the section told of, "de" the one that it told of most;
    a noun that a name or a date describes further does not point back. Words for what goes on mean the fighting
    during which the document was written.
    """
    events = {event.id: event for event in knowledge.history.events}
    if _SITUATION.search(text) and scene.topic:
        return events[scene.topic]
    if (match := _CONFLICT.search(text)) and not _governed(text, match):
        frozen = [key for key in scene.here if events[key].type == "war" and events[key].edtf.endswith("/..")]
        return events[frozen[-1]] if frozen else events.get(scene.topic)
    if _FEARED.search(text):
        feared = [
            key
            for key in scene.told
            if events[key].type == "escalation" and events[key].occurrence == "alleged"
        ]
        return events[feared[-1]] if feared else None
    found = ((match, types) for pattern, types in _POINTERS if (match := pattern.search(text)))
    for match, types in sorted(found, key=lambda pair: pair[0].start()):
        if _NAMED_FURTHER.match(text, match.end()) or _governed(text, match):
            continue
        if key := _meant(types, events, scene, this=match["this"] is not None):
            return _opening(events[key], text, knowledge)
    return None


def _opening(event: Event, text: str, knowledge: Knowledge) -> Event:
    """Return what opened a war, where a text tells of its beginning and only one part of it was on its first day."""
    first = event.edtf.split("/", maxsplit=1)[0]
    parts = [one for one in knowledge.history.events if one.part_of == event.id and one.edtf == first]
    return parts[0] if len(parts) == 1 and _BEGINS.search(text) else event


def named_by_kind(text: str, knowledge: Knowledge, scene: Scene) -> str:
    """Return the only event that the section's heading names, where a text words what kind of event it is."""
    named = [event for event in knowledge.history.events if event.id in scene.heading]
    if len(named) != 1 or named[0].type not in EVENT_WORDS:
        return ""
    return named[0].id if re.search(rf"(?<![\w-])\w*?(?:{EVENT_WORDS[named[0].type]})", text, re.I) else ""


def _governed(text: str, match: re.Match[str]) -> bool:
    return _NOT_TOLD.search(text, 0, match.start()) is not None


def continues(text: str) -> bool:
    """Return whether a clause goes on about what was just told: "dit is", "dat werd", "het doel is"."""
    return _CONTINUES.match(text) is not None


def pointed_date(event: Event, scene: Scene) -> DatePhrase | None:
    """Return the time of an event pointed at; of what goes on, from its beginning to the writing of the text."""
    edtf = event.edtf
    if event.id == scene.topic:
        first = edtf.split("/", maxsplit=1)[0]
        edtf = f"{first}/{scene.written if len(scene.written) >= _MONTH else '..'}"
    if not edtf or edtf.startswith("/") or edtf.endswith("/") or length(event.edtf) == dt.timedelta.max:
        return None
    earliest, latest = bounds(edtf)
    return DatePhrase(0, 0, edtf, earliest, latest, inferred=True, rule=INHERITED)


def _meant(types: tuple[str, ...], events: Mapping[str, Event], scene: Scene, *, this: bool) -> str:
    fitting = [key for key in scene.here if _fits(events[key], types)]
    if fitting:
        most = Counter(fitting)
        return fitting[-1] if this else max(reversed(fitting), key=lambda key: most[key])
    named = [key for key in scene.heading if _fits(events[key], types)]
    return named[0] if named else scene.topic if "war" in types else ""


def _fits(event: Event, types: tuple[str, ...]) -> bool:
    """Return whether an event is of one of the types; a war without end needs its name."""
    return event.type in types and not (event.type == "war" and event.edtf.endswith("/.."))
