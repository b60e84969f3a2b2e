"""A small graph with one chain that is whole and others with gaps, served by the real application."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from voetnoot_server import create_app
from voetnoot_server.services import services_of
from voetnoot_server.settings import Settings
from voetnoot_server.store import Reader

HERE = Path(__file__).resolve().parent

CHOICE = """#+ summary: Which claims have this outcome?
#+ summary_nl: Welke beweringen hebben deze uitkomst?
#+ description: Claims by outcome.
#+ tags: [claims]
#+ params:
#+   outcome: {type: iri, required: true, scheme: outcome, example: kind/outcome/killed, description: The outcome.}
#+   from: {type: date, required: false, description: The first day.}
PREFIX vn: <https://w3id.org/voetnoot/ontology#>
SELECT ?claim ?stated ?paraphrase WHERE {
  ?claim vn:outcome ?_outcome_iri ; vn:stated ?stated ; vn:paraphrase ?paraphrase .
  FILTER(!BOUND(?__from_date) || STR(?__from_date) < "3000")
} ORDER BY ?paraphrase
"""
PARAPHRASES = """#+ summary: What is said in English?
#+ summary_nl: Wat wordt in het Engels gezegd?
#+ tags: [claims, quality]
PREFIX vn: <https://w3id.org/voetnoot/ontology#>
SELECT ?claim ?paraphrase WHERE { ?claim vn:paraphrase ?paraphrase FILTER(LANG(?paraphrase) = "en") } ORDER BY ?claim
"""
EVENT = """#+ summary: What is claimed about this event?
#+ summary_nl: Wat wordt over deze gebeurtenis beweerd?
#+ tags: [events]
#+ params:
#+   event: {type: iri, required: true, class: "vn:Event"}
PREFIX vn: <https://w3id.org/voetnoot/ontology#>
SELECT ?claim ?stated WHERE { ?claim vn:event ?_event_iri ; vn:stated ?stated } ORDER BY ?claim
"""
ANY = """#+ summary: Is there anything?
#+ summary_nl: Is er iets?
#+ tags: [overview]
ASK { ?s ?p ?o }
"""
CHAIN = """#+ summary: What is the chain?
#+ summary_nl: Wat is de keten?
#+ tags: [overview]
PREFIX vn: <https://w3id.org/voetnoot/ontology#>
CONSTRUCT { ?claim vn:footnote ?note } WHERE { ?claim vn:footnote ?note }
"""
QUERIES = {
    "claims-by-outcome": CHOICE,
    "paraphrases": PARAPHRASES,
    "claims-of-event": EVENT,
    "anything": ANY,
    "chain": CHAIN,
}


def write_sample(folder: Path, name: str = "sample.trig") -> Path:
    """Write a sample as a build, with its quads, its store and what is said of it."""
    store = Store(str(folder / "store"))
    store.bulk_load(path=HERE / name, format=RdfFormat.TRIG)
    store.flush()
    serialize(sorted(store, key=str), output=folder / "quads.nq", format=RdfFormat.N_QUADS)
    graphs = {
        graph.value: len(list(store.quads_for_pattern(None, None, None, graph)))
        for graph in store.named_graphs()
        if isinstance(graph, NamedNode)
    }
    said = {"version": "0123abcd", "quads": len(store), "graphs": graphs}
    said |= {"documents": 1, "footnotes": 2, "citations": 2, "observations": 0}
    (folder / "build.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def written() -> Callable[[Path, str], Path]:
    """Return what writes a file of this folder as a build."""
    return write_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the sample build."""
    return write_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def app(sample: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Return the application over the sample, with four small saved queries."""
    queries = tmp_path_factory.mktemp("queries")
    for name, text in QUERIES.items():
        (queries / f"{name}.rq").write_text(text, encoding="utf-8")
    made = create_app(Settings(store=sample, queries=queries, ontology=root / "ontology"))
    yield made
    services_of(made).pool.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application."""
    return app.test_client()


@pytest.fixture(scope="session")
def reader(sample: Path) -> Reader:
    """Return the reader of the sample."""
    return Reader(sample)
