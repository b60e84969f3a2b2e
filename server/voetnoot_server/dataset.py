"""The graph as an evaluator holds it: one task in, one answer out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from voetnoot_server import tokens
from voetnoot_server.frames import Task
from voetnoot_server.outlet import Outlet
from voetnoot_server.preview import preview
from voetnoot_server.tokens import Wording

ROWS: Mapping[str, QueryResultsFormat] = MappingProxyType(
    {
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
    }
)
"""What rows are written in, by the format's key."""

TRIPLES: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "nquads": RdfFormat.N_QUADS,
        "trig": RdfFormat.TRIG,
        "rdfxml": RdfFormat.RDF_XML,
        "jsonld": RdfFormat.JSON_LD,
    }
)
"""What triples and quads are written in, by the format's key."""

Results = QuerySolutions | QueryBoolean | QueryTriples


class WrongFormatError(Exception):
    """The client takes no format that this form of query is answered in."""


def load(file: Path) -> Store:
    """Return the quads of a file in memory: joins are three to five times as fast there as on disk."""
    store = Store()
    store.load(path=str(file), format=RdfFormat.N_QUADS)
    return store


def evaluate(store: Store, task: Task) -> Results:
    """Start the query, with the default graph it asks for and its columns in order of first appearance."""
    wording = tokens.read(task.query)
    return _ask_store(store, _with_named_columns(wording, task), task, wording)


def _ask_store(store: Store, query: str, task: Task, wording: Wording) -> Results:
    if task.default_graphs is None and task.named_graphs is None:
        # the union would silently override FROM
        return store.query(
            query, base_iri=task.base, use_default_graph_as_union=not wording.names_its_dataset
        )
    return store.query(
        query,
        base_iri=task.base,
        default_graph=[NamedNode(iri) if iri else DefaultGraph() for iri in task.default_graphs or ()],
        named_graphs=[NamedNode(iri) for iri in task.named_graphs or ()],
    )


def _with_named_columns(wording: Wording, task: Task) -> str:
    """Write the columns of a SELECT * out: the store sorts them, the standard wants first appearance."""
    star = wording.star()
    if star is None:
        return wording.text
    found = Store().query(wording.text, base_iri=task.base)
    if not isinstance(found, QuerySolutions):
        return wording.text
    columns = {variable.value for variable in found.variables}
    ordered = [name for name in wording.variables() if name in columns]
    if len(ordered) != len(columns) or ordered == sorted(ordered):
        return wording.text
    written = " ".join(f"?{name}" for name in ordered)
    return f"{wording.text[: star.start]} {written} {wording.text[star.end :]}"


def form(results: Results) -> str:
    """Return what the query gave: rows, boolean or triples."""
    if isinstance(results, QuerySolutions):
        return "rows"
    return "boolean" if isinstance(results, QueryBoolean) else "triples"


def format_for(results: Results, task: Task) -> str:
    """Return the name of the format to write; raises `WrongFormatError` where the client takes none."""
    name = task.triples_format if isinstance(results, QueryTriples) else task.rows_format
    if not name:
        raise WrongFormatError(form(results))
    return name


def write(results: Results, name: str, task: Task, outlet: Outlet) -> None:
    """Write the results in the format of this name."""
    if name == "preview":
        preview(results, task.preview_rows, outlet)
    elif isinstance(results, QueryTriples):
        prefixes = tokens.read(task.query).prefixes()
        serialize(outlet.counted(results), outlet.file, TRIPLES[name], prefixes=prefixes)
    else:
        results.serialize(outlet.file, ROWS[name])


def write_dataset(store: Store, task: Task, outlet: Outlet) -> None:
    """Write every quad of every graph that is not left out."""
    quads = (quad for quad in store if not (task.left_out and _starts(quad.graph_name, task.left_out)))
    serialize(outlet.counted(quads), outlet.file, TRIPLES[task.whole_dataset])


def _starts(graph: object, prefix: str) -> bool:
    return isinstance(graph, NamedNode) and graph.value.startswith(prefix)
