"""Released graphs → a SPARQL 1.1 endpoint elsewhere, graph by graph, counted afterwards.

The graph `meta`, which holds the data's version, is removed first and written last: an endpoint with a version
has all of it. Text graphs are never pushed. Graphs that the endpoint holds beside ours stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import BlankNode, NamedNode, Triple

from voetnoot_etl import iris, rdf
from voetnoot_etl.errors import PushError
from voetnoot_etl.release import publish
from voetnoot_etl.release.endpoint import Endpoint
from voetnoot_etl.release.queries_rdf import NAME as QUERIES
from voetnoot_etl.release.queries_rdf import queries_graph
from voetnoot_etl.workspace import Workspace, report

CHUNK_TRIPLES = 500
CHUNK_BYTES = 1 << 17
"""Bounds of one update: Virtuoso's compiler gives up on long ones."""

VERSIONED = "meta"
DATA, TEMPLATE = "INSERT DATA", "INSERT"


def push(workspace: Workspace, endpoint: Endpoint) -> None:
    """Load every released graph into the endpoint.

    Raises `PushError` with the graph at which it stopped, and which graphs had arrived by then.
    """
    graphs = released_graphs(workspace)
    endpoint.count(iris.graph(VERSIONED).value)  # asked first: who cannot answer is not written to
    arrived: list[str] = []
    try:
        _remove(endpoint, iris.graph(VERSIONED).value)
        for graph in graphs:
            _write(endpoint, graph)
            arrived.append(graph.name)
            report(f"{graph.iri.value}: {len(graph.triples)} triples sent")
    except PushError as fault:
        raise PushError(f"{fault}; {_fate(graphs, arrived)}") from fault
    compare(endpoint, graphs)
    _tell_of_others(endpoint, graphs)


def released_graphs(workspace: Workspace) -> list[rdf.Graph]:
    """Return the graphs of data/, the ontology, its concepts and the queries by name, the one with the version last."""
    found = publish.read_data(workspace.data)
    if VERSIONED not in found:
        raise PushError(
            "there is no released data here; make it with `voetnoot-etl build`", place=str(workspace.data)
        )
    found |= {graph.name: graph for graph in publish.ontology_graphs(workspace.ontology)}
    if workspace.queries.is_dir():
        found[QUERIES] = queries_graph(workspace.queries)
    names = sorted(name for name in found if not name.startswith(publish.PRIVATE))
    return [found[name] for name in sorted(names, key=lambda name: name == VERSIONED)]


def compare(endpoint: Endpoint, graphs: Iterable[rdf.Graph]) -> None:
    """Count every graph at the endpoint; raises `PushError` that lists those that are not as large as ours."""
    wrong = [
        f"{graph.name} has {there} triples instead of {len(graph.triples)}"
        for graph in graphs
        if (there := endpoint.count(graph.iri.value)) != len(graph.triples)
    ]
    if wrong:
        raise PushError(f"not all graphs arrived whole: {', '.join(wrong)}", place=endpoint.query)


def _remove(endpoint: Endpoint, graph: str) -> None:
    if endpoint.graph_store:
        endpoint.delete(graph)
    else:
        endpoint.run(f"DROP SILENT GRAPH <{graph}>")


def _write(endpoint: Endpoint, graph: rdf.Graph) -> None:
    triples = rdf.sorted_triples(graph.triples)
    try:
        if endpoint.graph_store:
            endpoint.put(graph.iri.value, "".join(f"{triple} .\n" for triple in triples).encode())
            return
        _remove(endpoint, graph.iri.value)
        for update in updates(graph.iri, triples):
            endpoint.run(update)
    except PushError as fault:
        raise PushError(f"the graph {graph.name} stopped at {fault}") from fault


def updates(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[str]:
    """Yield updates that add triples to a graph, each of a bounded size.

    What blank nodes hold together stays together, whatever its size: a blank node's name means another node in
    the next request. Such a stretch is a template instead of data, which Virtuoso wants without blank nodes.
    """
    for verb, stretch in _stretches(triples):
        where = "" if verb == DATA else " WHERE {}"
        yield f"{verb} {{ GRAPH {graph} {{\n{stretch}}} }}{where}"


def _stretches(triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
    lines: list[str] = []
    size, verb = 0, DATA
    for group in _groups(list(triples)):
        wanted = TEMPLATE if any(map(_blank_nodes, group)) else DATA
        written = [f"{triple} .\n" for triple in group]
        length = sum(len(line.encode()) for line in written)
        full = len(lines) + len(written) > CHUNK_TRIPLES or size + length > CHUNK_BYTES
        if lines and (full or wanted != verb):
            yield verb, "".join(lines)
            lines, size = [], 0
        verb = wanted
        lines += written
        size += length
    if lines:
        yield verb, "".join(lines)


def _groups(triples: Sequence[Triple]) -> Iterator[list[Triple]]:
    """Yield the triples that share blank nodes together, every other one by itself."""
    parents: dict[BlankNode, BlankNode] = {}

    def root(node: BlankNode) -> BlankNode:
        while parents.setdefault(node, node) != node:
            parents[node] = node = parents[parents[node]]
        return node

    for triple in triples:
        nodes = _blank_nodes(triple)
        for node in nodes:
            parents[root(node)] = root(nodes[0])
    together: dict[BlankNode, list[Triple]] = {}
    for triple in triples:
        nodes = _blank_nodes(triple)
        if nodes:
            together.setdefault(root(nodes[0]), []).append(triple)
        else:
            yield [triple]
    yield from together.values()


def _blank_nodes(triple: Triple) -> list[BlankNode]:
    return [term for term in (triple.subject, triple.object) if isinstance(term, BlankNode)]


def _fate(graphs: Sequence[rdf.Graph], arrived: Sequence[str]) -> str:
    rest = [graph.name for graph in graphs if graph.name not in arrived]
    return f"arrived: {', '.join(arrived) or 'nothing'}; not, or not wholly: {', '.join(rest)}"


def _tell_of_others(endpoint: Endpoint, graphs: Iterable[rdf.Graph]) -> None:
    ours = {graph.iri.value for graph in graphs}
    for other in sorted(set(endpoint.graphs(f"{iris.BASE}graph/")) - ours):
        report(f"{other}: not one of the released graphs, left as it is")
