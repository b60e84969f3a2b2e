"""Quotations of several sentences are part of the sentence that quotes them."""

from __future__ import annotations

import pytest

from voetnoot_etl.model import Text
from voetnoot_etl.reading.quotations import LONGEST
from voetnoot_etl.reading.sentence_ends import split_sentences


def sentences(value: str) -> list[str]:
    return [text.value for text in split_sentences(Text(value, tuple(range(len(value)))))]


@pytest.mark.parametrize(
    "quoted",
    ["“De kade is weg. Wij blijven.”", "„De kade is weg. Wij blijven.”", "«De kade is weg. Wij blijven.»"],
)
def test_a_full_stop_inside_a_quotation_ends_no_sentence(quoted: str) -> None:
    assert sentences(f"De veerman zei: {quoted} Daarna zweeg hij.") == [
        f"De veerman zei: {quoted}",
        "Daarna zweeg hij.",
    ]


def test_words_behind_a_quotation_go_on_with_its_sentence() -> None:
    whole = "“De kade is weg. Het water niet”, zei de veerman."
    assert sentences(f"{whole} Toen werd het stil.") == [whole, "Toen werd het stil."]


def test_a_quotation_too_long_to_keep_is_parted_like_other_text() -> None:
    long = "De kade is weg en komt niet terug. " * (LONGEST // 30)
    assert len(sentences(f"Hij schreef: “{long.strip()}” Daarna niets.")) > 3


def test_a_mark_that_never_closes_quotes_nothing() -> None:
    assert sentences("Zij zei: “De kade is weg. Daarna zweeg zij.") == [
        "Zij zei: “De kade is weg.",
        "Daarna zweeg zij.",
    ]
