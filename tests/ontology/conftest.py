"""A graph in which everything is right, and edits that break one thing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import SKOS

from voetnoot_etl.checks.bridge import read_turtle
from voetnoot_etl.checks.shapes import breaks

Edit = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def ontology(root: Path) -> Path:
    """Return the folder of the ontology."""
    return root / "ontology"


@pytest.fixture(scope="session")
def valid(ontology: Path) -> Graph:
    """Return one of each thing, with the schemes of the kinds that they name."""
    graph = Graph(bind_namespaces="none").parse(Path(__file__).with_name("valid.ttl"))
    for concept, scheme in read_turtle([ontology / "kinds.ttl"]).subject_objects(SKOS.inScheme):
        graph.add((concept, SKOS.inScheme, scheme))
    return graph


@pytest.fixture
def messages_after(valid: Graph, ontology: Path) -> Edit:
    """Return a function: what the shapes say once a SPARQL update has changed the valid graph."""

    def messages(update: str) -> list[str]:
        graph = Graph(bind_namespaces="none")
        for prefix, space in valid.namespaces():
            graph.bind(prefix, space)
        for triple in valid:
            graph.add(triple)
        graph.update(update)
        return [item.message for item in breaks(graph, ontology)]

    return messages
