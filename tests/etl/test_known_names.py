from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.phrases.mentions import KnownName, find_mentions
from voetnoot_etl.world.known_names import known_names, surnames, uninflected
from voetnoot_etl.world.tables import World, read_world


@pytest.fixture(scope="module")
def world(root: Path) -> World:
    return read_world(root / "etl" / "curated")


def spellings(
    world: World, id_: str, document: str = "", languages: frozenset[str] | None = None
) -> set[str]:
    return {name.spelling for name in known_names(world, document, languages) if name.id == id_}


def test_surnames_are_those_that_one_person_bears() -> None:
    names = [
        KnownName("Nancy Pelosi", "actor", "nancy-pelosi"),
        KnownName("A. Toal", "actor", "toal-a"),
        KnownName("Serzh Sargsyan", "actor", "serzh-sargsyan"),
        KnownName("Vigen Sargsyan", "actor", "vigen-sargsyan"),
        KnownName("de Waal", "actor", "thomas-de-waal"),
        KnownName("Jam News", "actor", "jam-news"),
    ]
    people = {"nancy-pelosi", "toal-a", "serzh-sargsyan", "vigen-sargsyan", "thomas-de-waal"}
    assert {name.spelling for name in surnames(names, people)} == {"Pelosi", "Toal"}


def test_labels_and_listed_spellings_are_looked_for(world: World) -> None:
    assert {"Nachitsjevan", "Nakhchivan"} <= spellings(world, "nakhchivan")
    assert "Khakhendi" in spellings(world, "stepanakert")


def test_a_label_explained_in_brackets_is_not_looked_for(world: World) -> None:
    assert not [name for name in known_names(world) if name.spelling.endswith("(unnamed)")]


def test_a_local_word_is_looked_for_in_its_document_only(world: World) -> None:
    assert "Kamer" in spellings(world, "dutch-house-of-representatives", "dutch-letter-2022")
    assert "Kamer" not in spellings(world, "dutch-house-of-representatives", "cedoca-2023-12-05")


def test_a_contextual_name_is_not_looked_for(world: World) -> None:
    assert "Lachin" not in spellings(world, "lachin-district")


def test_names_can_be_kept_to_a_language(world: World) -> None:
    assert spellings(world, "baku", languages=frozenset({"en"})) == {"Baku"}


def test_adjectives_are_looked_for_without_their_ending(world: World) -> None:
    names = known_names(world)
    assert {"Armeens", "Russisch", "Europees", "Frans"} <= {
        name.spelling for name in uninflected(world, names)
    }


def test_an_unseen_sentence_yields_its_mentions(world: World) -> None:
    text = "Pelosi sprak in Jerevan over Russisch wapentuig en Aliyevs dreigementen aan Armeniës grens."
    found = {mention.id for mention in find_mentions(text, known_names(world))}
    assert found == {"nancy-pelosi", "yerevan", "russia", "ilham-aliyev", "armenia"}
