from __future__ import annotations

import pytest

from voetnoot_etl.phrases.numbers import find_numbers, number_word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zes", 6),
        ("één", 1),
        ("zestien", 16),
        ("vijfentwintig", 25),
        ("tweeëndertig", 32),
        ("eenennegentig", 91),
        ("honderd", 100),
        ("driehonderdveertig", 340),
        ("honderdentwee", 102),
        ("zevenduizend", 7000),
        ("vijfentwintigduizend", 25_000),
        ("honderdduizend", 100_000),
    ],
)
def test_a_dutch_number_word_has_its_value(word: str, value: int) -> None:
    assert number_word(word) == value


@pytest.mark.parametrize("word", ["een", "honderden", "achten", "en", "boom", "aan"])
def test_other_words_have_no_value(word: str) -> None:
    assert number_word(word) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7.500 bomen en 160 struiken", [7500, 160]),
        ("12 500 bomen", [12_500]),
        ("1,5 miljoen bomen", [1_500_000]),
        ("een miljoen, anderhalf miljoen en twee miljard", [1_000_000, 1_500_000, 2_000_000_000]),
        ("minder dan honderd meter", [100]),
        ("dertig tot honderd meter", [30, 100]),
        ("200-300 bomen", [200, 300]),
        ("een vijftigtal bomen", [50]),
        ("tientallen bomen", [None]),
        ("een F-16, een T72, Covid19 en 4K", []),
        ("in acht nemen", []),
        ("60 km2", [60]),
    ],
)
def test_numbers_are_found_in_digits_words_and_scales(text: str, values: list[int | None]) -> None:
    assert [number.value for number in find_numbers(text)] == values
