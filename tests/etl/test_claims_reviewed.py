"""Reviewed tables: what is taken, what is refused and where, and what is left to the rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from voetnoot_etl.claims.model import Claim
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.claims.review import document_claims, fill_digests, review_listing
from voetnoot_etl.claims.reviewed import read_reviewed
from voetnoot_etl.claims.table import COLUMNS, claim_rows
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.manifest import Source, find_file, read_manifests
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import read_document, read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.world.knowledge import Knowledge

TEXT = """ Op 4 mei 2015 waren er zware gevechten bij Sotk. Daarbij kwamen 12 Armeense soldaten om het leven.
Volgens Azerbeidzjan sneuvelden ook 30 burgers op die plek.
"""
NOBODY = Publishers({}, {}, {})
DOCUMENTS = (
    *("background-2020", "cedoca-2023-12-05", "dutch-letter-2022"),
    *("flemish-question-2020", "flemish-question-2022"),
)
SOURCE = Source(
    id="invented",
    kind="document",
    reader="paged-text",
    title="Invented",
    publisher="cedoca",
    language="nl",
    path="invented.txt",
    sha256="0" * 64,
    licence="none",
    graph="invented",
    date="2015-06-01",
)


@pytest.fixture(scope="module")
def reading() -> DocumentReading:
    return read_text(TEXT, NOBODY)


@pytest.fixture(scope="module")
def accepted(reading: DocumentReading, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return the proposals as a reviewer would leave them."""
    return tuple(
        replace(claim, paraphrase_en="There was harm.", paraphrase_nl="Er was schade.", reviewed=True)
        for claim in propose(reading, SOURCE, knowledge)
    )


def table(folder: Path, claims: tuple[Claim, ...], **cells: str) -> Path:
    """Write claims as a table, with cells of the first row put in."""
    path = folder / "invented.tsv"
    header, first, *rest = claim_rows(claims).splitlines()
    values = {**dict(zip(COLUMNS, first.split("\t"), strict=True)), **cells}
    path.write_text("\n".join([header, "\t".join(values.values()), *rest, ""]), encoding="utf-8")
    return path


def test_a_written_table_reads_back_as_the_same_claims(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    path = table(tmp_path, accepted)
    assert read_reviewed(path, "invented", reading, knowledge).claims == accepted


@pytest.mark.parametrize(
    "fault",
    [
        ({"digest": "0" * 64}, "not those that were reviewed"),
        ({"spans": "1-20-30"}, "not such as"),
        ({"spans": "90000-90010"}, "no sentence holds"),
        ({"kind": "rumour"}, "not one of"),
        ({"chain": "cedoca"}, "not such as"),
        ({"chain": "nobody-at-all:asserts"}, "not known"),
        ({"chain": "cedoca:sings"}, "not known"),
        ({"places": "atlantis"}, "not known"),
        ({"edtf": "4 mei"}, "not EDTF"),
        ({"stated": "12"}, "only a figure"),
        ({"kind": "figure"}, "needs unit and qualifier"),
        ({"kind": "control"}, "needs controllers and places"),
        ({"kind": "compliance"}, "needs provisions and verdict"),
        ({"note_scope": "same-sentence"}, "where, and only where"),
        ({"footnotes": "7", "note_scope": "same-sentence"}, "not known"),
        ({"paraphrase_nl": ""}, "both paraphrases"),
        ({"n": "0"}, "from 1"),
        ({"date_inferred": "maybe"}, "neither empty nor yes"),
    ],
)
def test_a_row_that_does_not_hold_is_refused_with_its_place(
    tmp_path: Path,
    accepted: tuple[Claim, ...],
    reading: DocumentReading,
    knowledge: Knowledge,
    fault: tuple[dict[str, str], str],
) -> None:
    cells, message = fault
    path = table(tmp_path, accepted, **cells)
    with pytest.raises(CuratedError, match=rf"invented\.tsv:2: .*{message}"):
        read_reviewed(path, "invented", reading, knowledge)


def test_a_sentence_without_a_row_keeps_its_proposals(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    table(tmp_path, accepted[:1])
    claims = document_claims(reading, SOURCE, knowledge, tmp_path)
    assert [(claim.position, claim.reviewed) for claim in claims] == [
        (1, True),
        (2, False),
        (2, False),
        (3, False),
        (3, False),
    ]


def test_a_row_of_kind_none_leaves_its_sentence_without_claims(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    table(tmp_path, accepted, kind="none")
    claims = document_claims(reading, SOURCE, knowledge, tmp_path)
    assert {claim.position for claim in claims} == {2, 3}


def test_a_review_lists_what_is_missing_and_what_differs(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    table(tmp_path, accepted[:1], occurrence="planned")
    lines = list(review_listing(reading, SOURCE, knowledge, tmp_path))
    assert "invented-1-1: occurrence is planned, the rules say occurred" in lines
    assert [line for line in lines if line.endswith("no row")] == [
        "sentence 2 at 50: no row",
        "sentence 3 at 100: no row",
    ]


def test_a_paraphrase_in_the_words_of_the_document_is_listed(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    table(tmp_path, accepted, paraphrase_nl="Op 4 mei 2015 waren er zware gevechten bij Sotk")
    assert any("quotes" in line for line in review_listing(reading, SOURCE, knowledge, tmp_path))


def test_only_empty_digests_are_filled_in(
    tmp_path: Path, accepted: tuple[Claim, ...], reading: DocumentReading
) -> None:
    path = table(tmp_path, accepted, digest="")
    assert fill_digests(path, reading) == claim_rows(accepted)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_reviewed_table_of_a_document_holds(
    document: str, root: Path, sources: Path, knowledge: Knowledge
) -> None:
    manifests = {source.id: source for source in read_manifests(root / "etl" / "sources")}
    path = find_file(manifests[document], sources)
    assert path is not None
    table = root / "etl" / "curated" / "claims" / f"{document}.tsv"
    reviewed = read_reviewed(table, document, read_document(path, NOBODY), knowledge)
    assert all(claim.reviewed for claim in reviewed.claims)
