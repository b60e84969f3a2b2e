"""Dates, figures and attributions of invented documents, held against what was marked in them by hand.

A gold table tells what its document says, whether the rules find it or not: what is held is a rate.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from voetnoot_etl.claims.model import Claim
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.claims.sentence_context import SentenceContext, read_contexts
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import read_document
from voetnoot_etl.reading.publishers import read_publishers
from voetnoot_etl.world.knowledge import Knowledge, read_knowledge

DOCUMENTS = Path(__file__).parent / "documents"
CURATED = Path(__file__).parents[2] / "etl" / "curated"
Row = tuple[str, ...]
Found = list[tuple[int, int, Row]]


def gold(name: str, what: str) -> list[Row]:
    lines = (DOCUMENTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (tuple(line.split("\t")) for line in lines)
    return [row[1:] for row in rows if row[0] == what]


NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt") if gold(path.stem, "written"))


@cache
def knowledge() -> Knowledge:
    return read_knowledge(CURATED)


@cache
def reading_of(name: str) -> tuple[DocumentReading, Source]:
    source = Source(
        id=name,
        kind="document",
        reader="paged-text",
        title="Invented",
        publisher="cedoca",
        language="nl",
        path=f"{name}.txt",
        sha256="",
        licence="CC0-1.0",
        graph=name,
        date=gold(name, "written")[0][0],
    )
    return read_document(DOCUMENTS / source.path, read_publishers(CURATED / "publishers.tsv")), source


@cache
def contexts(name: str) -> tuple[SentenceContext, ...]:
    return tuple(read_contexts(*reading_of(name), knowledge()))


@cache
def attributed(name: str) -> dict[int, set[str]]:
    """Return, by sentence, the modalities of what its claims pass on."""
    passed_on: dict[int, set[str]] = {}
    for claim in propose(*reading_of(name), knowledge()):
        passed_on.setdefault(claim.position, set()).update(_modalities(claim))
    return passed_on


def _modalities(claim: Claim) -> set[str]:
    told = claim.chain[1:] if len(claim.chain) > 1 else claim.chain
    return {saying.modality for saying in told} - ({"asserts"} if len(claim.chain) == 1 else set())


def dates(name: str) -> Found:
    return [
        (o[date.start], o[date.end - 1] + 1, (date.edtf, "yes" if date.inferred else ""))
        for context in contexts(name)
        for o in (context.sentence.text.offsets,)
        for date in context.dates
    ]


def figures(name: str) -> Found:
    return [
        (
            o[figure.start],
            o[figure.end - 1] + 1,
            (*(_shown(n) for n in (figure.stated, figure.lower, figure.upper)), figure.qualifier),
        )
        for context in contexts(name)
        for o in (context.sentence.text.offsets,)
        for figure in context.figures
    ]


def _shown(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def rates(name: str, what: str, found: Found, width: int) -> tuple[float, float]:
    """Return precision and recall: the same reading on words that meet; what may be read either way is left out."""
    marked = [(int(row[0]), int(row[1]), row[2 : 2 + width]) for row in gold(name, what)]
    either = [(int(row[0]), int(row[1])) for row in gold(name, "either")]
    left, right = list(found), 0
    for start, end, said in marked:
        same = [one for one in left if one[0] < end and start < one[1] and one[2] == said]
        if same:
            left.remove(same[0])
            right += 1
    wrong = [one for one in left if not any(one[0] < end and start < one[1] for start, end in either)]
    return right / max(right + len(wrong), 1), right / len(marked)


@pytest.mark.parametrize("name", NAMES)
def test_nineteen_of_twenty_dates_are_found_and_read(name: str) -> None:
    assert min(rates(name, "date", dates(name), 2)) >= 0.95


@pytest.mark.parametrize("name", NAMES)
def test_nine_of_ten_figures_are_found_with_their_bounds(name: str) -> None:
    assert min(rates(name, "figure", figures(name), 4)) >= 0.9


@pytest.mark.parametrize("name", NAMES)
def test_what_became_of_the_counted_is_read_of_nine_figures_in_ten(name: str) -> None:
    read = {
        (context.sentence.text.offsets[figure.start], figure.qualifier): figure.outcome
        for context in contexts(name)
        for figure in context.figures
    }
    marked = [(int(row[0]), row[5], row[7]) for row in gold(name, "figure")]
    found = [(outcome, read[start, said]) for start, said, outcome in marked if (start, said) in read]
    assert sum(left == right for left, right in found) / len(found) >= 0.9


def test_seventeen_of_twenty_reported_sentences_are_told_from_what_the_document_says_itself() -> None:
    said = [(name, int(row[0])) for name in NAMES for row in gold(name, "said")]
    found = [bool(attributed(name).get(position)) for name, position in said]
    assert sum(found) / len(found) >= 0.85


def test_nineteen_of_twenty_sentences_of_the_document_itself_are_ascribed_to_nobody_else() -> None:
    own = [
        bool(attributed(name).get(int(position)))
        for name in NAMES
        for position, _, role, *_ in gold(name, "sentence")
        if role == "statement" and position not in {row[0] for row in gold(name, "said")}
    ]
    assert sum(own) / len(own) <= 0.05
