from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.phrases.mentions import KnownName
from voetnoot_etl.world.unknown_names import find_unknown_names, read_ignored

NAMES = (KnownName("Goris", "place", "goris"), KnownName("Ilham Aliyev", "actor", "ilham-aliyev"))


def unknown(text: str, *ignored: str) -> list[str]:
    return [name.text for name in find_unknown_names(text, NAMES, frozenset(ignored))]


def test_a_known_name_is_not_reported() -> None:
    assert unknown("tussen Goris en ilham, zei Ilham Aliyev") == []


def test_neighbouring_words_are_one_name() -> None:
    assert unknown("in Jermuk, volgens Ani Badalyan en het dorp Nerkin-Hand") == [
        "Jermuk",
        "Ani Badalyan",
        "Nerkin-Hand",
    ]


def test_an_unknown_name_stands_at_its_offsets() -> None:
    text = "een drone boven Jermuk"
    (name,) = find_unknown_names(text, NAMES)
    assert text[name.start : name.end] == name.text == "Jermuk"


@pytest.mark.parametrize(
    "opening", ["De weg.", "1. De weg.", "Zo is het. De weg.", "x.12 De weg.", "titel\n\nDe weg."]
)
def test_a_common_word_may_open_a_sentence(opening: str) -> None:
    assert unknown(f"{opening} En de rest. zo, en") == []


def test_a_word_that_never_stands_without_its_capital_is_reported_even_there() -> None:
    assert unknown("Pelosi bezocht het land.") == ["Pelosi"]


def test_capitals_inside_a_word_count() -> None:
    assert unknown("de eSIM van het gebied") == ["eSIM"]


def test_a_reviewed_word_is_left_out() -> None:
    assert unknown("de COI Focus over Goris", "COI", "Focus") == []


def test_half_a_known_name_is_reported() -> None:
    assert unknown("volgens Ilham") == ["Ilham"]


def test_ignored_names_are_read_from_their_table(tmp_path: Path) -> None:
    table = tmp_path / "ignored-names.tsv"
    table.write_text("name\treason\tdocument\tstart\tend\nCOI\tseries\ta\t1\t4\n", encoding="utf-8")
    assert read_ignored(table) == {"COI"}
