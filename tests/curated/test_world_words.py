"""What the tables say of the sources is held against the sources themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.curated import read_table
from voetnoot_etl.manifest import Source, find_file, find_twin, read_manifests
from voetnoot_etl.phrases.mentions import find_mentions
from voetnoot_etl.world.known_names import known_names
from voetnoot_etl.world.tables import World, read_world
from voetnoot_etl.world.unknown_names import IGNORED, find_unknown_names, read_ignored
from voetnoot_etl.world.world_check import check_words

URL = re.compile(r"https?://\S+")


@pytest.fixture(scope="module")
def manifests(root: Path) -> tuple[Source, ...]:
    return read_manifests(root / "etl" / "sources")


@pytest.fixture(scope="module")
def texts(manifests: tuple[Source, ...], sources: Path) -> dict[str, str]:
    """Return the text of each source by id; a table's offsets count in its csv twin."""
    files = {source.id: find_twin(source, sources) or find_file(source, sources) for source in manifests}
    return {
        key: path.read_bytes().decode("utf-8")
        for key, path in files.items()
        if path is not None and path.suffix in {".txt", ".csv"}
    }


@pytest.fixture(scope="module")
def documents(manifests: tuple[Source, ...], texts: dict[str, str]) -> dict[str, str]:
    """Return the running text of each document, its URLs blanked out so that offsets stay."""
    keys = [source.id for source in manifests if source.kind == "document"]
    return {key: URL.sub(lambda found: " " * len(found.group()), texts[key]) for key in keys}


@pytest.fixture(scope="module")
def world(root: Path) -> World:
    return read_world(root / "etl" / "curated")


def test_every_row_stands_on_the_words_that_were_read(world: World, texts: dict[str, str]) -> None:
    assert {words.document for words in world.words()} <= texts.keys()
    check_words(world, texts)


def test_every_ignored_name_stands_at_its_offsets(root: Path, texts: dict[str, str]) -> None:
    for row in read_table(root / "etl" / "curated" / "ignored-names.tsv", IGNORED):
        start, end = row.integer("start"), row.integer("end")
        assert quote_digest(texts[row["document"]][start:end]) == quote_digest(row["name"]), row.place


def test_no_capitalised_name_in_a_document_is_unknown(
    root: Path, world: World, documents: dict[str, str]
) -> None:
    ignored = read_ignored(root / "etl" / "curated" / "ignored-names.tsv")
    unknown = {
        key: [name.text for name in find_unknown_names(text, known_names(world, key), ignored)]
        for key, text in documents.items()
    }
    assert unknown == {key: [] for key in documents}


def test_every_listed_name_is_found_alone_or_inside_a_longer_one(world: World, texts: dict[str, str]) -> None:
    found = {
        (key, offset)
        for key, text in texts.items()
        for mention in find_mentions(text, known_names(world, key))
        for offset in range(mention.start, mention.end)
    }
    missed = [
        name.words.row
        for name in (*world.actor_names, *world.place_names)
        if name.kind != "contextual"
        and name.words.span
        and (name.words.document, name.words.span.start) not in found
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("document", "name", "id_"),
    [
        ("background-2020", "Nagorno Karabagh", "nagorno-karabakh"),
        ("background-2020", "Azerbeidjan", "azerbaijan"),
        ("background-2020", "Lybië", "libya"),
        ("cedoca-2023-12-05", "Artsach", "nagorno-karabakh"),
        ("cedoca-2023-12-05", "Khakhendi", "stepanakert"),
        ("cedoca-2023-12-05", "Farrukh", "parukh"),
        ("cedoca-2023-12-05", "Majlumyan A.", "mejlumyan-a"),
        ("dutch-letter-2022", "Pashiyan", "nikol-pashinyan"),
        ("flemish-question-2020", "Artsakh", "nagorno-karabakh"),
    ],
)
def test_each_rival_spelling_is_found(
    world: World, documents: dict[str, str], document: str, name: str, id_: str
) -> None:
    found = find_mentions(documents[document], known_names(world))
    spelled = [
        mention for mention in found if documents[document][mention.start : mention.end].endswith(name)
    ]
    assert id_ in {mention.id for mention in spelled}
