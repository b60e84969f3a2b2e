"""The event that a passage tells of: harm to people that names no date or event of its own belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voetnoot_etl.claim_model import Claim, ClaimKind
from voetnoot_etl.history import Event
from voetnoot_etl.knowledge import Knowledge
from voetnoot_etl.wording_events import HARM, HARMFUL

_REACH = 4
"""A scene holds for this many sentences after the one that set it."""
_GUESSED = "event-date-kind-place"
_INHERITED = "date-from-context"


@dataclass(frozen=True, slots=True)
class Scene:
    """The harmful event last told of in a section, its date, and how many sentences ago."""

    section: str = ""
    events: tuple[str, ...] = ()
    edtf: str = ""
    age: int = 0

    def at(self, section: str) -> Scene:
        """Return the scene one sentence later; another section has none."""
        return replace(self, age=self.age + 1) if section == self.section else Scene(section)

    def completed(self, claim: Claim) -> Claim:
        """Return a figure of people who came to harm with the event and the date of the scene, if it lacks them."""
        own = claim.events and _GUESSED not in claim.rules
        told = self.events and self.age <= _REACH
        dated = claim.edtf and not claim.date_inferred
        if claim.kind is not ClaimKind.FIGURE or claim.outcome not in HARM or own or not told or dated:
            return claim
        return replace(
            claim,
            events=self.events,
            edtf=claim.edtf or self.edtf,
            date_inferred=claim.date_inferred or bool(self.edtf),
            rules=(*(rule for rule in claim.rules if rule != _GUESSED), "event-from-scene"),
        )

    def after(self, claims: Sequence[Claim], knowledge: Knowledge) -> Scene:
        """Return the scene that the claims of a sentence set."""
        events = {event.id: event for event in knowledge.history.events}
        for claim in claims:
            harmful = [key for key in claim.events if key in events and events[key].type in HARMFUL]
            if harmful and claim.edtf and _INHERITED not in claim.rules:
                return Scene(self.section, (_whole(events, harmful[0]),), claim.edtf)
        return self


def _whole(events: Mapping[str, Event], key: str) -> str:
    """Return the event that an event is part of, as long as it spans the same days and does harm too."""
    whole = events.get(events[key].part_of)
    if whole and whole.edtf == events[key].edtf and whole.type in HARMFUL:
        return _whole(events, whole.id)
    return key


NO_SCENE = Scene()
