"""What a passage tells of: what follows may leave out the date, the event and the place that it has set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voetnoot_etl.claims.event_time import goes_on, length
from voetnoot_etl.claims.fights import does_harm, fight_of, whole_harm
from voetnoot_etl.claims.model import Claim, ClaimKind
from voetnoot_etl.phrases.dates import DatePhrase, bounds
from voetnoot_etl.wording.events import HARM, NARROW, TEXTS
from voetnoot_etl.world.history import Event
from voetnoot_etl.world.knowledge import Knowledge

_REACH = 4
"""A scene holds for this many sentences after the one that set it."""
_REMEMBERED = 12
_GUESSED = "event-date-kind-place"
INHERITED = "date-from-context"


@dataclass(frozen=True, slots=True)
class Scene:
    """What was last told of in a section, and how many sentences ago.

    `events` and `edtf` are those of the last harm to people; `date`, `about` and `places` those of the last
    clause with a date of its own; `told` are the events told of in the whole document so far, `here` those of
    the section each time it tells of them; `last` and `before` those of the first clause with any of this
    sentence and of the one before; `heading` those that the section's heading names; and `topic` the fighting
    told of that goes on when the document is `written` (EDTF).
    """

    section: str = ""
    events: tuple[str, ...] = ()
    edtf: str = ""
    age: int = 0
    date: DatePhrase | None = None
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date_age: int = 0
    told: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    topic: str = ""
    written: str = ""

    def at(self, section: str) -> Scene:
        """Return the scene one sentence later; of another section only what did harm is remembered."""
        if section != self.section:
            return Scene(
                section,
                self.events,
                self.edtf,
                _REACH + 1,
                told=self.told,
                topic=self.topic,
                written=self.written,
            )
        return replace(self, age=self.age + 1, date_age=self.date_age + 1, before=self.last, last=())

    def headed(self, events: tuple[str, ...]) -> Scene:
        """Return the scene below a heading that names events."""
        return replace(self, heading=events)

    def completed(self, claim: Claim, knowledge: Knowledge) -> Claim:
        """Return a figure of people who came to harm with the event and the date of the scene, if it lacks them."""
        if claim.kind is not ClaimKind.FIGURE:
            return self._continued(self._of_text(claim, knowledge))
        kind = self._last_of(NARROW.get(claim.outcome, ()), knowledge)
        if kind and not claim.events:
            return replace(claim, events=(kind,), rules=(*claim.rules, "event-from-scene"))
        own = claim.events and _GUESSED not in claim.rules
        told = self.events and self.age <= _REACH
        dated = claim.edtf and (not claim.date_inferred or length(claim.edtf) > length(self.edtf))
        if claim.kind is not ClaimKind.FIGURE or claim.outcome not in HARM or own or not told or dated:
            return claim
        return replace(
            claim,
            events=self.events,
            edtf=claim.edtf or self.edtf,
            date_inferred=claim.date_inferred or bool(self.edtf),
            rules=(*(rule for rule in claim.rules if rule != _GUESSED), "event-from-scene"),
        )

    def _of_text(self, claim: Claim, knowledge: Knowledge) -> Claim:
        """Return a position with the order or resolution of its speaker that was just told of, if it has no event."""
        if claim.kind is not ClaimKind.POSITION or claim.events or not self.here:
            return claim
        texts = {event.id: event for event in knowledge.history.events if event.type in TEXTS}
        text = texts.get(self.here[-1])
        if text is None or not set(text.actors) & set(claim.chain[-1].actors) or text.edtf != claim.edtf:
            return claim
        return replace(claim, events=(text.id,), rules=(*claim.rules, "event-of-speaker"))

    def _last_of(self, types: tuple[str, ...], knowledge: Knowledge) -> str:
        """Return the last event of some types that the section told of, "" for none."""
        of_types = {event.id for event in knowledge.history.events if event.type in types}
        return next((key for key in reversed(self.here) if key in of_types), "")

    def _continued(self, claim: Claim) -> Claim:
        """Return a claim that lacks a date with that of what its speaker said just before."""
        same = len(claim.chain) > 1 and claim.chain[-1].actors and claim.chain[-1].actors == self.speakers
        if not same or self.date is None or self.date_age > _REACH:
            return claim
        dated = bool(claim.edtf)
        return replace(
            claim,
            edtf=claim.edtf or self.date.edtf,
            date_inferred=claim.date_inferred or not dated,
            rules=claim.rules if dated else (*claim.rules, INHERITED),
        )

    def after(self, claims: Sequence[Claim], knowledge: Knowledge) -> Scene:
        """Return the scene that the claims of a sentence set."""
        events = {event.id: event for event in knowledge.history.events}
        scene = self
        for claim in claims:
            known = tuple(key for key in claim.events if key in events)
            if known:
                scene = scene._telling(known, events)
            if claim.edtf and INHERITED not in claim.rules and claim.kind is not ClaimKind.FIGURE:
                scene = scene._dated(claim, known)
        whole = [claim for claim in claims if claim.kind is not ClaimKind.FIGURE]
        if whole and not scene.last:
            scene = replace(scene, last=tuple(key for key in whole[0].events if key in events))
        if any(INHERITED in claim.rules for claim in claims):
            scene = replace(scene, date_age=0)
        if any(claim.events and set(claim.events) <= set(self.events) for claim in claims):
            scene = replace(scene, age=0)
        for claim in claims:
            harmful = [key for key in claim.events if key in events and does_harm(events[key])]
            if harmful and claim.edtf and INHERITED not in claim.rules:
                return replace(scene, events=(whole_harm(events, harmful[0]),), edtf=claim.edtf, age=0)
        return scene

    def _telling(self, keys: tuple[str, ...], events: Mapping[str, Event]) -> Scene:
        """Return the scene after events were told of."""
        wholes = (events[key].part_of for key in keys)
        fights = (self.topic, *(fight_of(events, key) for key in keys))
        going_on = [key for key in fights if key and goes_on(events[key].edtf, self.written)]
        return replace(
            self,
            told=(*(key for key in self.told if key not in keys), *keys)[-_REMEMBERED:],
            here=(*self.here, *(whole for whole in wholes if whole in events), *reversed(keys)),
            topic=min(going_on, key=lambda key: length(events[key].edtf), default=""),
        )

    def _dated(self, claim: Claim, events: tuple[str, ...]) -> Scene:
        earliest, latest = bounds(claim.edtf)
        date = DatePhrase(0, 0, claim.edtf, earliest, latest, inferred=True, rule=INHERITED)
        return replace(
            self, date=date, about=events, places=claim.places, date_age=0, speakers=claim.chain[-1].actors
        )


NO_SCENE = Scene()
