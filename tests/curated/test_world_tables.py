"""The tables of actors and places are in canonical form, hold together, and keep nothing that nobody uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voetnoot_etl.curated import read_table
from voetnoot_etl.world.tables import (
    ACTORS,
    CONTAINMENTS,
    GAZETTEER,
    MEMBERSHIPS,
    NAMES,
    PLACES,
    World,
    read_world,
)
from voetnoot_etl.world.unknown_names import IGNORED
from voetnoot_etl.world.world_check import check_world

TABLES = {
    "actors": ACTORS,
    "actor-names": NAMES,
    "containments": CONTAINMENTS,
    "gazetteer": GAZETTEER,
    "ignored-names": IGNORED,
    "memberships": MEMBERSHIPS,
    "place-names": NAMES,
    "places": PLACES,
}
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def curated(root: Path) -> Path:
    return root / "etl" / "curated"


@pytest.fixture(scope="module")
def world(curated: Path) -> World:
    return read_world(curated)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_rows_are_sorted_and_unique(curated: Path, table: str) -> None:
    path = curated / f"{table}.tsv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    mend = f"{{ head -n 1 {path.name}; tail -n +2 {path.name} | LC_ALL=C sort -u; }} > sorted"
    assert rows == sorted(set(rows)), f"{path.name} is not in order; mend it with: {mend}"
    assert header.split("\t") == list(TABLES[table])


@pytest.mark.parametrize("table", sorted(TABLES))
def test_cells_have_no_stray_blanks(curated: Path, table: str) -> None:
    stray = re.compile(r"(?m)^ | $|\t | \t|  |\r|\"")
    text = (curated / f"{table}.tsv").read_text(encoding="utf-8")
    assert not stray.findall(text), f"mend it with: sed -i 's/ *\\t */\\t/g; s/  */ /g' {table}.tsv"
    assert text.endswith("\n")


@pytest.mark.parametrize("table", sorted(TABLES.keys() - {"gazetteer"}))
def test_every_row_names_a_source_with_a_manifest(root: Path, curated: Path, table: str) -> None:
    manifests = {path.stem for path in (root / "etl" / "sources").glob("*.toml")}
    rows = read_table(curated / f"{table}.tsv", TABLES[table])
    assert [row.place for row in rows if row["document"] not in manifests] == []


@pytest.mark.parametrize("table", ["actors", "places", "memberships", "containments"])
def test_a_row_has_words_and_digest_or_neither(curated: Path, table: str) -> None:
    rows = read_table(curated / f"{table}.tsv", TABLES[table])
    assert [
        row.place for row in rows if bool(row["start"]) != bool(re.fullmatch(r"[0-9a-f]{64}", row["digest"]))
    ] == []


def test_only_a_publisher_known_from_a_manifest_has_no_words(world: World) -> None:
    assert [actor.id for actor in world.actors if actor.words.span is None] == ["flemish-parliament"]
    assert all(place.words.span for place in world.places)


def test_tables_hold_together(world: World) -> None:
    check_world(world)


def test_keys_are_readable(world: World) -> None:
    keys = [*(actor.id for actor in world.actors), *(place.id for place in world.places)]
    assert [key for key in keys if not KEY.fullmatch(key)] == []


def test_labels_are_told_apart(world: World) -> None:
    for records in (world.actors, world.places):
        for label in ("label_en", "label_nl"):
            labels = [(getattr(record, label), record.kind) for record in records]
            assert len(labels) == len(set(labels))


def test_every_publisher_is_an_actor(curated: Path, world: World) -> None:
    publishers = {line.split("\t")[0] for line in _lines(curated / "publishers.tsv")}
    assert publishers <= {actor.id for actor in world.actors}


def test_every_actor_and_place_is_printed_or_referred_to(root: Path, curated: Path, world: World) -> None:
    printed = {name.id for name in (*world.actor_names, *world.place_names)}
    own = {"actors.tsv", "places.tsv"}
    others = [path for path in curated.rglob("*.tsv") if path.name not in own]
    others += (root / "etl" / "sources").glob("*.toml")
    referred = {
        word for path in others for word in re.findall(r"[a-z0-9-]+", path.read_text(encoding="utf-8"))
    }
    keys = {actor.id for actor in world.actors} | {place.id for place in world.places}
    unused = keys - printed - referred
    assert not unused, f"neither printed nor referred to: {sorted(unused)}"


def test_ignored_names_have_a_reason_and_are_not_names(curated: Path, world: World) -> None:
    rows = read_table(curated / "ignored-names.tsv", IGNORED)
    names = {name.spelling for name in (*world.actor_names, *world.place_names) if name.kind != "contextual"}
    assert [row.place for row in rows if not row["reason"] or row["name"] in names] == []


def test_coordinates_lie_where_their_neighbours_do(world: World) -> None:
    at = {entry.place: (entry.latitude, entry.longitude) for entry in world.gazetteer if entry.latitude}
    region = {"district", "disputed-region", "province", "town", "village"}
    near = [place.id for place in world.places if place.kind in region and place.id in at]
    outside = [
        place for place in near if not (38.8 < at[place][0] < 41.3 and 44.4 < (at[place][1] or 0) < 47.3)
    ]
    assert near
    assert outside == []


def test_de_facto_authorities_are_no_states(world: World) -> None:
    authorities = [actor for actor in world.actors if actor.recognition == "de-facto"]
    assert [actor.kind for actor in authorities] == ["de-facto-authority"]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[1:]
