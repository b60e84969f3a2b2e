from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.claims.table import COLUMNS
from voetnoot_etl.curated import Row, read_table

DOCUMENTS = (
    "background-2020",
    "cedoca-2023-12-05",
    "dutch-letter-2022",
    "flemish-question-2020",
    "flemish-question-2022",
)
LANGUAGES = ("paraphrase_en", "paraphrase_nl")


@pytest.fixture(params=DOCUMENTS)
def rows(root: Path, request: pytest.FixtureRequest) -> tuple[Row, ...]:
    return read_table(root / "etl" / "curated" / "claims" / f"{request.param}.tsv", COLUMNS)


def test_each_claim_is_told_in_both_languages_or_in_none(rows: tuple[Row, ...]) -> None:
    untold = [row.place for row in rows if len({bool(row[language]) for language in LANGUAGES}) > 1]
    assert untold == []


def test_each_paraphrase_is_a_sentence_with_its_full_stop(rows: tuple[Row, ...]) -> None:
    told = [(row.place, row[language]) for row in rows for language in LANGUAGES if row[language]]
    assert [pair for pair in told if not pair[1].endswith(".") or not pair[1][0].isupper()] == []
