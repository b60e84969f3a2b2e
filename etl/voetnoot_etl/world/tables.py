"""The world layer's reviewed tables → actors, places, their names, memberships and containments.

Every row names the source it rests on and, where words bear it, their offsets. Identity and labels are
here; what a source asserts of an actor or a place is a claim and is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.model import Span

ACTORS = (
    "id",
    "kind",
    "label_en",
    "label_nl",
    "part_of",
    "recognition",
    "document",
    "start",
    "end",
    "digest",
)
PLACES = ("id", "kind", "label_en", "label_nl", "document", "start", "end", "digest")
NAMES = ("id", "name", "language", "kind", "used_by", "document", "start", "end")
MEMBERSHIPS = (
    *("person", "organisation", "role", "title_en", "title_nl", "edtf"),
    *("document", "start", "end", "digest"),
)
CONTAINMENTS = ("place", "within", "edtf", "document", "start", "end", "digest")
GAZETTEER = ("place", "geonames_id", "latitude", "longitude", "source", "method")

NAME_KINDS = ("name", "abbreviation", "demonym", "description", "local", "contextual")
"""A local word stands for the thing in its document only, a contextual name at its very place only."""


@dataclass(frozen=True, slots=True)
class Words:
    """Where a fact stands: a source and, if words bear it, their span and digest; `row` is for messages."""

    row: str
    document: str
    span: Span | None
    digest: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, authority, organisation, group, side or person; `kind` and `recognition` are concepts' keys."""

    id: str
    kind: str
    label_en: str
    label_nl: str
    part_of: str
    recognition: str
    words: Words


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region, district, town, village, route, border or facility."""

    id: str
    kind: str
    label_en: str
    label_nl: str
    words: Words


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A spelling of an actor's or a place's name as one source prints it, and who is said there to use it."""

    id: str
    spelling: str
    language: str
    kind: str
    used_by: str
    words: Words


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's role in an organisation, with the date (EDTF) for which the source shows it."""

    person: str
    organisation: str
    role: str
    title_en: str
    title_nl: str
    edtf: str
    words: Words


@dataclass(frozen=True, slots=True)
class Containment:
    """A place within another, as a source says it; with a date (EDTF) where it held for a time only."""

    place: str
    within: str
    edtf: str
    words: Words


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A place's entry in GeoNames and how it was chosen, with its position in degrees unless it is an area."""

    place: str
    geonames_id: int
    latitude: Decimal | None
    longitude: Decimal | None
    source: str
    method: str
    row: str


_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_Record = Actor | Place | Membership | Containment | PrintedName


@dataclass(frozen=True, slots=True)
class World:
    """All that the tables hold."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    actor_names: tuple[PrintedName, ...]
    place_names: tuple[PrintedName, ...]
    memberships: tuple[Membership, ...]
    containments: tuple[Containment, ...]
    gazetteer: tuple[Coordinates, ...]

    def words(self) -> Iterator[Words]:
        """Yield where each row stands."""
        records: tuple[_Record, ...] = (*self.actors, *self.places, *self.memberships, *self.containments)
        yield from (record.words for record in (*records, *self.actor_names, *self.place_names))


def read_world(folder: Path) -> World:
    """Read the tables of a folder; a row that is not of the right form is a `CuratedError`.

    Whether what a row refers to exists is asked by `world_check.check_world`.
    """
    return World(
        tuple(_actor(row) for row in read_table(folder / "actors.tsv", ACTORS)),
        tuple(_place(row) for row in read_table(folder / "places.tsv", PLACES)),
        tuple(_name(row) for row in read_table(folder / "actor-names.tsv", NAMES)),
        tuple(_name(row) for row in read_table(folder / "place-names.tsv", NAMES)),
        tuple(_membership(row) for row in read_table(folder / "memberships.tsv", MEMBERSHIPS)),
        tuple(
            Containment(row["place"], row["within"], row["edtf"], _words(row, row["digest"]))
            for row in read_table(folder / "containments.tsv", CONTAINMENTS)
        ),
        tuple(_coordinates(row) for row in read_table(folder / "gazetteer.tsv", GAZETTEER)),
    )


def _actor(row: Row) -> Actor:
    return Actor(
        id=row["id"],
        kind=row["kind"],
        label_en=row["label_en"],
        label_nl=row["label_nl"],
        part_of=row["part_of"],
        recognition=row["recognition"],
        words=_words(row, row["digest"]),
    )


def _place(row: Row) -> Place:
    return Place(row["id"], row["kind"], row["label_en"], row["label_nl"], _words(row, row["digest"]))


def _name(row: Row) -> PrintedName:
    return PrintedName(
        id=row["id"],
        spelling=row["name"],
        language=row["language"],
        kind=row["kind"],
        used_by=row["used_by"],
        words=_words(row, quote_digest(row["name"])),
    )


def _membership(row: Row) -> Membership:
    return Membership(
        person=row["person"],
        organisation=row["organisation"],
        role=row["role"],
        title_en=row["title_en"],
        title_nl=row["title_nl"],
        edtf=row["edtf"],
        words=_words(row, row["digest"]),
    )


def _words(row: Row, digest: str) -> Words:
    span = row.span()
    return Words(row.place, row["document"], span, digest if span else "")


def _coordinates(row: Row) -> Coordinates:
    geonames_id = row.integer("geonames_id")
    latitude, longitude = _degrees(row, "latitude", 90), _degrees(row, "longitude", 180)
    if geonames_id is None or (latitude is None) != (longitude is None):
        raise CuratedError("geonames_id is needed, latitude and longitude stand together", place=row.place)
    return Coordinates(
        place=row["place"],
        geonames_id=geonames_id,
        latitude=latitude,
        longitude=longitude,
        source=row["source"],
        method=row["method"],
        row=row.place,
    )


def _degrees(row: Row, column: str, most: int) -> Decimal | None:
    if not row[column]:
        return None
    if not _NUMBER.fullmatch(row[column]):
        raise CuratedError(f"{column} is {row[column]!r}, not a number", place=row.place)
    degrees = Decimal(row[column])
    if abs(degrees) > most:
        raise CuratedError(f"{column} is {degrees}, beyond {most}", place=row.place)
    return degrees
