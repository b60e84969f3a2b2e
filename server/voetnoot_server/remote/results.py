"""A remote answer, read row by row and written in the format that the client takes.

Everything goes through a parser: an answer is handed on only as far as it has been understood, a broken end is
noticed whatever the notation, and formats that the store does not have, or has in a way of its own, come out right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pyoxigraph import (
    BlankNode,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from voetnoot_server import dataset, tokens
from voetnoot_server.dataset import WrongFormatError
from voetnoot_server.errors import GatewayError
from voetnoot_server.frames import Task
from voetnoot_server.outlet import Outlet
from voetnoot_server.preview import preview
from voetnoot_server.remote.connection import Answer

READ_ROWS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
READ_TRIPLES = {
    "ntriples": RdfFormat.N_TRIPLES,
    "turtle": RdfFormat.TURTLE,
    "rdfxml": RdfFormat.RDF_XML,
}
PREVIEW = "preview"


def read_rows(answer: Answer) -> QuerySolutions | QueryBoolean:
    """Return the rows of an answer as they come; raises `GatewayError` where they cannot be read."""
    if not answer.are_rows:
        raise GatewayError("The remote store answered with triples where rows were asked for.")
    try:
        return parse_query_results(answer.body.file, READ_ROWS[answer.notation])
    except (SyntaxError, ValueError) as fault:
        raise unreadable(fault) from fault


def read_triples(answer: Answer) -> Iterator[Triple]:
    """Yield the triples of an answer as they come; raises `GatewayError` where they cannot be read."""
    if answer.are_rows:
        raise GatewayError("The remote store answered with rows where triples were asked for.")
    try:
        for quad in parse(answer.body.file, READ_TRIPLES[answer.notation]):
            yield quad.triple
    except (SyntaxError, ValueError) as fault:
        raise unreadable(fault) from fault


def write(answer: Answer, task: Task, outlet: Outlet) -> None:
    """Write an answer in the format that the task wants; raises `WrongFormatError` where it wants none."""
    if answer.are_rows:
        _write_rows(read_rows(answer), task, outlet)
    else:
        _write_triples(read_triples(answer), task, outlet)


def _write_rows(rows: QuerySolutions | QueryBoolean, task: Task, outlet: Outlet) -> None:
    form, name = dataset.form(rows), task.rows_format
    if not name:
        raise WrongFormatError(form)
    outlet.start(form, name)
    try:
        if name == PREVIEW:
            preview(rows, task.preview_rows, outlet)
        else:
            rows.serialize(outlet.file, dataset.ROWS[name])
    except (SyntaxError, ValueError) as fault:
        raise unreadable(fault) from fault


def _write_triples(triples: Iterator[Triple], task: Task, outlet: Outlet) -> None:
    name = task.triples_format
    if not name:
        raise WrongFormatError("triples")
    outlet.start("triples", name)
    if name == PREVIEW:
        preview(cast("QueryTriples", triples), task.preview_rows, outlet)
    else:
        prefixes = tokens.read(task.query).prefixes()
        serialize(outlet.counted(triples), outlet.file, dataset.TRIPLES[name], prefixes=prefixes)


def write_quads(quads: Iterator[Quad], task: Task, outlet: Outlet) -> None:
    """Write a whole data set."""
    outlet.start("triples", task.whole_dataset)
    serialize(outlet.counted(quads), outlet.file, dataset.TRIPLES[task.whole_dataset])


def quads_of(answer: Answer, graph: str) -> Iterator[Quad]:
    """Yield the triples of an answer as quads of a graph."""
    for triple in read_triples(answer):
        subject = triple.subject
        assert isinstance(subject, NamedNode | BlankNode)  # noqa: S101 - what triples have
        yield Quad(subject, triple.predicate, triple.object, NamedNode(graph))


def unreadable(fault: Exception) -> GatewayError:
    """Return the problem of an answer that is not what it says it is."""
    return GatewayError(f"The remote store's answer cannot be read: {str(fault)[:200]}")
