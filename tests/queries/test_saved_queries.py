"""Every saved query parses, runs on both engines with the same answer, and is bound to its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, Store
from rdflib import Dataset
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import ResultRow

from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery, read_catalogue
from voetnoot_server.parameters import terms_of
from voetnoot_server.query_index import index

BASE = "https://w3id.org/voetnoot/"
FOLDER = Path(__file__).resolve().parents[2] / "queries"
QUERIES = tuple(read_catalogue(FOLDER).values())
NONSENSE = {
    "iri": "urn:voetnoot:nonsense",
    "date": "9999-12-31",
    "string": "no such string",
    "integer": "-987654321",
}
NONSENSE_END = "0001-01-01"
"""For a parameter that bounds a period from above, where a day far off shuts nothing out."""

by_name = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)


def bound(query: SavedQuery, **given: str) -> str:
    values = {p.name: NONSENSE[p.kind] for p in query.parameters if p.required} | query.example | given
    return bind(query.text, terms_of(query.parameters, values, BASE))


@by_name
def test_a_query_parses_in_rdflib(query: SavedQuery) -> None:
    prepareQuery(bound(query))


@by_name
def test_a_query_has_an_order_and_names_its_columns(query: SavedQuery) -> None:
    assert query.form == "select"
    assert "ORDER BY" in query.sparql
    assert "SELECT *" not in query.sparql


@by_name
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib's own calls
def test_both_engines_give_the_same_rows(query: SavedQuery, oxigraph: Store, rdflib_dataset: Dataset) -> None:
    text = bound(query)
    found = oxigraph.query(text, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    ours = [tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in found]
    theirs = []
    for row in rdflib_dataset.query(text):
        assert isinstance(row, ResultRow)
        theirs.append(tuple("" if term is None else str(term) for term in row))
    assert sorted(ours) == sorted(theirs)


@pytest.mark.parametrize(
    ("query", "name"),
    [pytest.param(q, p.name, id=f"{q.name}-{p.name}") for q in QUERIES for p in q.parameters],
)
def test_a_nonsense_value_gives_no_rows(query: SavedQuery, name: str, oxigraph: Store) -> None:
    kind = next(parameter.kind for parameter in query.parameters if parameter.name == name)
    value = NONSENSE_END if name == "to" else NONSENSE[kind]
    found = oxigraph.query(bound(query, **{name: value}), use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    assert list(found) == []


@by_name
def test_the_example_of_a_header_leads_to_rows(query: SavedQuery, oxigraph: Store) -> None:
    found = oxigraph.query(bound(query), use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    assert any(True for _ in found)


def test_what_queries_add_up_stands_in_one_graph_only(oxigraph: Store) -> None:
    # Oxigraph's union of graphs gives a row for each graph that a statement stands in, so a sum would double.
    for name in ("count", "stated", "expected", "computed"):
        predicate = NamedNode(f"{BASE}ontology#{name}")
        statements = [quad.triple for quad in oxigraph.quads_for_pattern(None, predicate, None)]
        assert len(statements) == len(set(statements))


def test_the_index_is_fresh(catalogue: Mapping[str, SavedQuery]) -> None:
    written = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert written == index(catalogue.values()), "mend: python -m voetnoot_server.query_index queries"
