"""Graphs → data/: one Turtle file per graph, the same bytes for the same facts; and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Triple, parse

from voetnoot_etl import rdf
from voetnoot_etl.errors import BuildError

ONTOLOGY_FILES = ("voetnoot.ttl", "reused.ttl", "alignments.ttl")
KINDS_FILE = "kinds.ttl"
PRIVATE = "text/"


def write_data(graphs: Iterable[rdf.Graph], data: Path) -> tuple[Path, ...]:
    """Write the released graphs; files of graphs that are no more are removed, text graphs are never written."""
    data.mkdir(exist_ok=True)
    released = [graph for graph in graphs if not graph.name.startswith(PRIVATE)]
    paths = {data / f"{graph.name}.ttl": graph for graph in released}
    for path in set(data.glob("*.ttl")) - set(paths):
        path.unlink()
    for path, graph in paths.items():
        content = rdf.turtle(graph.triples)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    return tuple(sorted(paths))


def read_data(data: Path) -> dict[str, rdf.Graph]:
    """Read the released graphs by name; a file that is not Turtle is a `BuildError` with its line."""
    return {path.stem: read_graph(path.stem, [path]) for path in sorted(data.glob("*.ttl"))}


def ontology_graphs(ontology: Path) -> tuple[rdf.Graph, rdf.Graph]:
    """Return the graphs `ontology` and `kinds`, read from the ontology's own files."""
    files = [ontology / name for name in ONTOLOGY_FILES if (ontology / name).is_file()]
    return read_graph("ontology", files), read_graph("kinds", [ontology / KINDS_FILE])


def read_graph(name: str, paths: Iterable[Path]) -> rdf.Graph:
    """Read Turtle files as one graph; blank nodes get names that depend on what is said of them alone."""
    dataset = Dataset()
    for path in paths:
        try:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True):
                dataset.add(Quad(quad.subject, quad.predicate, quad.object))
        except (SyntaxError, OSError) as error:
            raise BuildError(str(error), place=path.name) from error
    if any(isinstance(quad.subject, BlankNode) for quad in dataset):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return rdf.Graph(name, {Triple(quad.subject, quad.predicate, quad.object) for quad in dataset})


def merged(graphs: Iterable[rdf.Graph]) -> dict[str, rdf.Graph]:
    """Return graphs by name, those of one name as one."""
    found: dict[str, rdf.Graph] = {}
    for graph in graphs:
        found.setdefault(graph.name, rdf.Graph(graph.name)).triples.update(graph.triples)
    return found


def parted(graphs: Mapping[str, rdf.Graph]) -> dict[str, rdf.Graph]:
    """Return graphs in which every triple stands once: in the first graph that has it, `core` coming last.

    Oxigraph's union of all graphs gives a row for each graph that holds a triple, so that a stranger's sums
    and counts would double.
    """
    seen: set[Triple] = set()
    found: dict[str, rdf.Graph] = {}
    for name in sorted(graphs, key=lambda name: (name.startswith(PRIVATE), name == "core", name)):
        found[name] = rdf.Graph(name, graphs[name].triples - seen)
        seen |= graphs[name].triples
    return found


def count_instances(graphs: Mapping[str, rdf.Graph], class_iri: str) -> int:
    """Return how many things are said to be of a class, over all graphs."""
    return len(
        {
            triple.subject
            for graph in graphs.values()
            for triple in graph.triples
            if triple.predicate == rdf.type_ and str(triple.object) == f"<{class_iri}>"
        }
    )
