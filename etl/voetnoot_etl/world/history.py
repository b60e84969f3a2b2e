"""The reviewed tables of events, agreements and provisions.

An event holds identity, labels and the date on which the documents agree, or the span that covers all of
theirs. Blame, numbers, rival dates, and what is said of keeping a provision, are claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.world.tables import Words

WORDS = ("document", "start", "end", "digest")
"""The columns that say where a row stands."""

EVENTS = (
    *("id", "type", "label_en", "label_nl", "edtf", "date_basis", "occurrence", "part_of"),
    *("places", "actors", *WORDS),
)
MENTIONS = ("event", *WORDS)
AGREEMENTS = (
    *("id", "kind", "label_en", "label_nl", "edtf", "term", "occurrence"),
    *("parties", "mediators", "event", *WORDS),
)
PROVISIONS = (
    *("id", "agreement", "type", "label_en", "label_nl"),
    *("obliges", "places", "groups", "edtf", "read_differently", *WORDS),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, was alleged, planned or cancelled; `edtf` is empty where nobody dates it."""

    id: str
    type: str
    label_en: str
    label_nl: str
    edtf: str
    date_basis: str
    occurrence: str
    part_of: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class EventMention:
    """A further place where a document speaks of an event."""

    event: str
    words: Words


@dataclass(frozen=True, slots=True)
class Agreement:
    """What parties agreed on, or a court or body laid down; `term` is the time (EDTF) for which it holds."""

    id: str
    kind: str
    label_en: str
    label_nl: str
    edtf: str
    term: str
    occurrence: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    event: str
    words: Words


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing that an agreement lays down: whom it obliges, and which places and groups it is about."""

    id: str
    agreement: str
    type: str
    label_en: str
    label_nl: str
    obliges: tuple[str, ...]
    places: tuple[str, ...]
    groups: tuple[str, ...]
    edtf: str
    read_differently: bool
    words: Words


_Record = Event | EventMention | Agreement | Provision


@dataclass(frozen=True, slots=True)
class History:
    """All that the tables hold."""

    events: tuple[Event, ...]
    mentions: tuple[EventMention, ...]
    agreements: tuple[Agreement, ...]
    provisions: tuple[Provision, ...]

    def words(self) -> Iterator[Words]:
        """Yield where each row stands."""
        records: tuple[_Record, ...] = (*self.events, *self.mentions, *self.agreements, *self.provisions)
        for record in records:
            yield record.words


def read_history(folder: Path) -> History:
    """Read the tables of a folder; a row that is not of the right form is a `CuratedError`.

    Whether what a row refers to exists is asked by `history_check.check_history`.
    """
    return History(
        tuple(_event(row) for row in read_table(folder / "events.tsv", EVENTS)),
        tuple(
            EventMention(row["event"], read_words(row))
            for row in read_table(folder / "event-mentions.tsv", MENTIONS)
        ),
        tuple(_agreement(row) for row in read_table(folder / "agreements.tsv", AGREEMENTS)),
        tuple(_provision(row) for row in read_table(folder / "provisions.tsv", PROVISIONS)),
    )


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        type=row["type"],
        label_en=row["label_en"],
        label_nl=row["label_nl"],
        edtf=row["edtf"],
        date_basis=row["date_basis"],
        occurrence=row["occurrence"],
        part_of=row["part_of"],
        places=row.values("places"),
        actors=row.values("actors"),
        words=read_words(row),
    )


def _agreement(row: Row) -> Agreement:
    return Agreement(
        id=row["id"],
        kind=row["kind"],
        label_en=row["label_en"],
        label_nl=row["label_nl"],
        edtf=row["edtf"],
        term=row["term"],
        occurrence=row["occurrence"],
        parties=row.values("parties"),
        mediators=row.values("mediators"),
        event=row["event"],
        words=read_words(row),
    )


def _provision(row: Row) -> Provision:
    if row["read_differently"] not in ("", "yes"):
        raise CuratedError("read_differently is either empty or yes", place=row.place)
    return Provision(
        id=row["id"],
        agreement=row["agreement"],
        type=row["type"],
        label_en=row["label_en"],
        label_nl=row["label_nl"],
        obliges=row.values("obliges"),
        places=row.values("places"),
        groups=row.values("groups"),
        edtf=row["edtf"],
        read_differently=row["read_differently"] == "yes",
        words=read_words(row),
    )


def read_words(row: Row) -> Words:
    """Return where a row stands; every row of these tables rests on words."""
    span = row.span()
    if span is None:
        raise CuratedError("no words stand from an empty cell to another", place=row.place)
    return Words(row.place, row["document"], span, row["digest"])
