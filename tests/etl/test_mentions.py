from __future__ import annotations

import time

import pytest

from voetnoot_etl.phrases.mentions import KnownName, find_mentions

NAMES = (
    KnownName("Nagorno Karabach", "place", "nagorno-karabakh"),
    KnownName("Nagorno-Karabach", "place", "nagorno-karabakh"),
    KnownName("Lachin", "place", "lachin"),
    KnownName("Lachin-corridor", "place", "lachin-corridor"),
    KnownName("Armenië", "actor", "armenia"),
    KnownName("Armenië", "place", "armenia"),
    KnownName("Armeense", "actor", "armenia"),
    KnownName("Armeens", "actor", "armenia"),
    KnownName("Azerbeidzjaanse", "actor", "azerbaijan"),
    KnownName("Armeense troepen", "actor", "armenian-armed-forces", proper=False),
    KnownName("internationale gemeenschap", "actor", "international-community", proper=False),
    KnownName("Europese Unie", "actor", "european-union"),
    KnownName("Europese", "place", "europe"),
    KnownName("EU", "actor", "european-union"),
    KnownName("Azeri’s", "actor", "ethnic-azerbaijanis"),
    KnownName("Kapan", "place", "kapan"),
    KnownName("Kucera J.", "actor", "joshua-kucera"),
)


def ids(text: str) -> list[str]:
    return [mention.id for mention in find_mentions(text, NAMES)]


def test_a_mention_stands_at_its_offsets() -> None:
    text = "De weg naar Lachin is dicht."
    (mention,) = find_mentions(text, NAMES)
    assert (text[mention.start : mention.end], mention.kind, mention.name) == ("Lachin", "place", "Lachin")


def test_the_longest_name_wins() -> None:
    assert ids("de Lachin-corridor en het stadje Lachin") == ["lachin-corridor", "lachin"]
    assert ids("de Europese Unie en de Europese burgers") == ["european-union", "europe"]


def test_a_description_hides_no_name_inside_it() -> None:
    assert ids("Armeense troepen") == ["armenia", "armenian-armed-forces"]


def test_a_name_of_two_things_is_a_mention_of_each() -> None:
    assert [(mention.kind, mention.id) for mention in find_mentions("Armenië", NAMES)] == [
        ("actor", "armenia"),
        ("place", "armenia"),
    ]


@pytest.mark.parametrize(
    "text", ["Nagorno Karabach12 is", "in Kapan-Kubat130", "Armenië.4", "(Lachin)", "EU-missie", "Kapans"]
)
def test_a_note_number_a_sign_or_a_possessive_may_follow_a_name(text: str) -> None:
    assert ids(text)


@pytest.mark.parametrize("text", ["Lachinse", "EUMA", "4Lachin", "deLachin", "Kapanian"])
def test_a_name_is_not_found_inside_a_word(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    "text", ["Nagorno\nKarabach", "Nagorno \n\nKarabach", "Nagorno-\nKarabach", "Nagorno‑Karabach"]
)
def test_a_name_may_run_over_a_line_end(text: str) -> None:
    assert ids(text) == ["nagorno-karabakh"]


def test_both_halves_of_a_compound_are_found() -> None:
    assert ids("de Armeens-\nAzerbeidzjaanse grens") == ["armenia", "azerbaijan"]


def test_apostrophes_are_one() -> None:
    assert ids("Azeri's en Azeri’s") == ["ethnic-azerbaijanis"] * 2


def test_case_counts_but_for_headings_and_openings() -> None:
    assert ids("ARMENIË") == ["armenia", "armenia"]
    assert ids("Internationale gemeenschap") == ["international-community"]
    assert ids("armenië, eu, armeense, KAPAN") == ["kapan"]


def test_initials_are_part_of_a_name() -> None:
    assert ids("RFE/RL (Kucera J.), 20/09/2023") == ["joshua-kucera"]


def test_no_names_find_nothing() -> None:
    assert find_mentions("Armenië", ()) == ()


def test_a_long_text_of_hyphens_and_blanks_takes_no_longer_than_its_length() -> None:
    began = time.perf_counter()
    assert ids("Nagorno-" + " " * 20_000 + "x") == []
    assert ids("Lachin-" * 20_000)[0] == "lachin"
    assert time.perf_counter() - began < 5
