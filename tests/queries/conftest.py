"""The released facts, loaded once into each of the two engines that saved queries must run on."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store
from rdflib import Dataset, URIRef
from rdflib.query import ResultRow

from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery, read_catalogue
from voetnoot_server.parameters import terms_of

BASE = "https://w3id.org/voetnoot/"
Rows = list[tuple[str | None, ...]]
Answers = Callable[..., Rows]
Told = Callable[..., Rows]


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Mapping[str, SavedQuery]:
    """Return the saved queries of the checkout."""
    return read_catalogue(root / "queries")


@pytest.fixture(scope="session")
def facts(root: Path) -> tuple[Path, ...]:
    """Return the files of released facts, or skip where none are made."""
    found = tuple(sorted((root / "data").glob("*.ttl")))
    if not found:
        pytest.skip("data/ holds no facts: make them with `make build`")
    return found


@pytest.fixture(scope="session")
def oxigraph(facts: tuple[Path, ...]) -> Store:
    """Return the facts in Oxigraph, one named graph for each file."""
    store = Store()
    for path in facts:
        store.bulk_load(path=path, format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}graph/{path.stem}"))
    return store


@pytest.fixture(scope="session")
def rdflib_dataset(facts: tuple[Path, ...]) -> Dataset:
    """Return the facts in rdflib, one named graph for each file, with the union as default graph."""
    dataset = Dataset(default_union=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own calls
        for path in facts:
            dataset.graph(URIRef(f"{BASE}graph/{path.stem}")).parse(path, format="turtle")
    return dataset


@pytest.fixture(scope="session")
def answers(oxigraph: Store, catalogue: Mapping[str, SavedQuery]) -> Answers:
    """Return what asks a saved query of Oxigraph: its rows as strings, in order."""

    def ask(name: str, **given: str) -> Rows:
        query = catalogue[name]
        found = oxigraph.query(
            bind(query.text, terms_of(query.parameters, given, BASE)), use_default_graph_as_union=True
        )
        assert isinstance(found, QuerySolutions)
        return [tuple(None if term is None else lexical(term) for term in row) for row in found]

    return ask


def lexical(term: object) -> str:
    """Return the text of a term without its markup; IRIs of this graph without their base."""
    return (
        str(getattr(term, "value", term))
        .removeprefix(f"{BASE}id/")
        .removeprefix(f"{BASE}kind/")
        .removeprefix(f"{BASE}ontology#")
    )


@pytest.fixture(scope="session")
def told(oxigraph: Store, rdflib_dataset: Dataset, catalogue: Mapping[str, SavedQuery]) -> Told:
    """Return what asks a saved query of both engines, which must agree: the named columns, as bare keys."""

    def ask(name: str, columns: str, **given: str) -> Rows:
        query = catalogue[name]
        text = bind(query.text, terms_of(query.parameters, given, BASE))
        found = oxigraph.query(text, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        names = [variable.value for variable in found.variables]
        ours = [tuple(None if term is None else lexical(term) for term in row) for row in found]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own calls
            rows = [row for row in rdflib_dataset.query(text) if isinstance(row, ResultRow)]
        theirs = [tuple(None if term is None else lexical(str(term)) for term in row) for row in rows]
        assert sorted(map(str, ours)) == sorted(map(str, theirs))
        return [tuple(key(row[names.index(column)]) for column in columns.split()) for row in ours]

    return ask


def key(text: str | None) -> str | None:
    """Return the key of an IRI of this graph that has lost its base, and any other text as it is."""
    if text is None or text.startswith("http") or text.count("/") != 1 or text[0].isdigit() or text[0] == ".":
        return text
    return text.rpartition("/")[2]
