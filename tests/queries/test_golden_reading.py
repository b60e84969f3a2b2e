"""Nothing is read twice or left out: sentences without a claim, and graphs that hold the same statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, QuerySolutions, Store

from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery
from voetnoot_server.parameters import terms_of

Rows = list[tuple[str | None, ...]]
Told = Callable[..., Rows]

BASE = "https://w3id.org/voetnoot/"
ROOT = Path(__file__).resolve().parents[2]
READ_WITHOUT_CLAIM = {
    "background-2020": [8],
    "cedoca-2023-12-05": [2, 4, 5, 6, 8, 9, 60],
    "dutch-letter-2022": [3],
    "flemish-question-2020": [],
    "flemish-question-2022": [],
}
"""Sentences that only announce what follows: read, and a row of kind none in the table of claims."""


@pytest.mark.parametrize("document", READ_WITHOUT_CLAIM)
def test_statements_without_a_claim_were_read(told: Told, document: str) -> None:
    found = told("sentences-without-claim", "position role", document=f"document/{document}")
    left = [int(position or 0) for position, role in found if role == "statement"]
    assert left == READ_WITHOUT_CLAIM[document]
    table = (ROOT / "etl" / "curated" / "claims" / f"{document}.tsv").read_text(encoding="utf-8")
    assert len(left) == sum(line.split("\t")[2] == "none" for line in table.splitlines())


@pytest.mark.parametrize("document", READ_WITHOUT_CLAIM)
def test_every_sentence_without_a_claim_has_its_reason(told: Told, document: str) -> None:
    found = told("sentences-without-claim", "position role reason", document=f"document/{document}")
    expected = {"statement": "announcement"}
    assert all(reason == expected.get(role or "", role) for _, role, reason in found)
    announced = [int(position or 0) for position, _, reason in found if reason == "announcement"]
    assert announced == READ_WITHOUT_CLAIM[document]


def test_gaps_of_the_documents(told: Told) -> None:
    found = told("gaps-per-document", "document gap count")
    assert {row[0]: int(row[2] or 0) for row in found if row[1] == "statement that makes no claim"} == {
        document: len(left) for document, left in READ_WITHOUT_CLAIM.items() if left
    }
    assert ("cedoca-2023-12-05", "note whose text is lost", "19") in found
    assert "claim not reviewed" not in {row[1] for row in found}


@pytest.fixture(scope="session")
def flat(oxigraph: Store) -> Store:
    """Return the facts in one graph, where each statement stands once."""
    store = Store()
    for triple in {quad.triple for quad in oxigraph}:
        store.add(Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()))
    return store


def rows(store: Store, text: str) -> list[str]:
    """Return the rows of an answer in a fixed order."""
    found = store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return sorted(str([str(term) for term in row]) for row in found)


def test_a_statement_of_several_graphs_is_counted_once(
    oxigraph: Store, flat: Store, catalogue: Mapping[str, SavedQuery]
) -> None:
    for name, query in catalogue.items():
        if "GRAPH" in query.sparql:
            continue
        values = {p.name: "urn:voetnoot:nonsense" for p in query.parameters if p.required} | query.example
        text = bind(query.text, terms_of(query.parameters, values, BASE))
        assert rows(oxigraph, text) == rows(flat, text), name
