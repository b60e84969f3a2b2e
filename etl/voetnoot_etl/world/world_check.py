"""Whether the world layer's tables hold together, and whether their words stand in the sources."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.edtf_bounds import is_edtf
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.world.tables import NAME_KINDS, World

_Key = TypeVar("_Key", bound=Hashable)


def check_world(world: World) -> None:
    """Raise a `CuratedError` at the first row that repeats another or names what does not exist."""
    actors = _unique((actor.id, actor.words.row) for actor in world.actors)
    places = _unique((place.id, place.words.row) for place in world.places)
    _check_actors(world, actors)
    for place in world.places:
        _known(place.kind, KINDS["place-kind"], "place-kind", place.words.row)
    for names, things in ((world.actor_names, actors), (world.place_names, places)):
        _unique(
            ((name.id, name.spelling, name.language, name.words.document), name.words.row) for name in names
        )
        for name in names:
            _known(name.id, things, "id", name.words.row)
            _known(name.kind, NAME_KINDS, "kind of name", name.words.row)
            _known(name.used_by, {*actors, ""}, "used_by", name.words.row)
    _check_containments(world, places)
    _unique((coordinates.place, coordinates.row) for coordinates in world.gazetteer)
    for coordinates in world.gazetteer:
        _known(coordinates.place, places, "place", coordinates.row)


def check_words(world: World, texts: Mapping[str, str]) -> None:
    """Hold each row against the texts at hand, by source; words that are not there are a `CuratedError`.

    A name must stand at its offsets; other words must have the digest that was taken when they were read.
    """
    for words in world.words():
        text = texts.get(words.document)
        if words.span is None or text is None:
            continue
        found = text[words.span.start : words.span.end]
        if quote_digest(found) != words.digest:
            message = f"the words at {words.span.start} in {words.document} are not those that were read"
            raise CuratedError(f"{message}; their digest is {quote_digest(found)}", place=words.row)


def _check_actors(world: World, actors: Collection[str]) -> None:
    for actor in world.actors:
        row = actor.words.row
        _known(actor.kind, KINDS["actor-kind"], "actor-kind", row)
        _known(actor.recognition, {*KINDS["recognition"], ""}, "recognition", row)
        _known(actor.part_of, {*actors, ""}, "part_of", row)
        if (actor.kind == "state") != (actor.recognition == "recognised"):
            raise CuratedError("a state, and only a state, is recognised", place=row)
    _check_no_cycle((actor.id, actor.part_of, actor.words.row) for actor in world.actors if actor.part_of)
    kinds = {actor.id: actor.kind for actor in world.actors}
    for membership in world.memberships:
        row = membership.words.row
        _known(membership.person, actors, "person", row)
        _known(membership.organisation, actors, "organisation", row)
        _known(membership.role, KINDS["role"], "role", row)
        _check_edtf(membership.edtf, row)
        if kinds[membership.person] != "person" or kinds[membership.organisation] == "person":
            raise CuratedError("a person is a member of an organisation", place=row)


def _check_containments(world: World, places: Collection[str]) -> None:
    _unique(((item.place, item.within, item.edtf), item.words.row) for item in world.containments)
    for item in world.containments:
        _known(item.place, places, "place", item.words.row)
        _known(item.within, places, "within", item.words.row)
        _check_edtf(item.edtf, item.words.row)
    _check_no_cycle((item.place, item.within, item.words.row) for item in world.containments)


def _check_edtf(edtf: str, row: str) -> None:
    if edtf and not is_edtf(edtf):
        raise CuratedError(f"edtf is {edtf!r}, not EDTF", place=row)


def _unique(rows: Iterable[tuple[_Key, str]]) -> dict[_Key, str]:
    seen: dict[_Key, str] = {}
    for key, row in rows:
        if key in seen:
            raise CuratedError(f"{key!r} stands in {seen[key]} already", place=row)
        seen[key] = row
    return seen


def _known(key: str, known: Collection[str], column: str, row: str) -> None:
    if key not in known:
        raise CuratedError(f"{column} is {key!r}, which does not exist", place=row)


def _check_no_cycle(links: Iterable[tuple[str, str, str]]) -> None:
    above: dict[str, set[str]] = {}
    rows: dict[str, str] = {}
    for inner, outer, row in links:
        above.setdefault(inner, set()).add(outer)
        rows[inner] = row
    for start, outer_ones in above.items():
        reached, waiting = set[str](), list(outer_ones)
        while waiting:
            step = waiting.pop()
            if step not in reached:
                reached.add(step)
                waiting.extend(above.get(step, ()))
        if start in reached:
            raise CuratedError(f"{start!r} lies within itself in the end", place=rows[start])
