"""Which events do harm to people, and which fighting they are part of."""

from __future__ import annotations

from collections.abc import Mapping

from voetnoot_etl.wording.events import HARMFUL
from voetnoot_etl.wording.pointers import GOING_ON
from voetnoot_etl.world.history import Event


def fight_of(events: Mapping[str, Event], key: str) -> str:
    """Return the war or operation with an end that an event is or is part of, "" for none."""
    event = events.get(key)
    if event is None:
        return ""
    is_fight = event.type in GOING_ON and not event.edtf.endswith("/..")
    return fight_of(events, event.part_of) or (key if is_fight else "")


def does_harm(event: Event) -> bool:
    """Return whether people come to harm in an event; what goes on without end is too wide to tell."""
    return event.type in HARMFUL and not event.edtf.endswith("/..")


def whole_harm(events: Mapping[str, Event], key: str) -> str:
    """Return the event that an event is part of, as long as it spans the same days and does harm too."""
    whole = events.get(events[key].part_of)
    if whole and whole.edtf == events[key].edtf and whole.type in HARMFUL:
        return whole_harm(events, whole.id)
    return key
