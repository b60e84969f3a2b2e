"""What one clause tells, as far as it helps to find the event that it tells of."""

from __future__ import annotations

from dataclasses import dataclass

from voetnoot_etl.phrases.dates import DatePhrase
from voetnoot_etl.phrases.figures import FigurePhrase
from voetnoot_etl.world.history import Event


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells: its words without their background, when, where, a figure of it, and during what."""

    text: str
    date: DatePhrase | None
    places: tuple[str, ...]
    figure: FigurePhrase | None = None
    during: Event | None = None
