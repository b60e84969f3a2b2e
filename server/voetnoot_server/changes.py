"""Changing the graph, in a locked-in process of its own: what it makes is sent back whole, and it ends.

The evaluator's copy of the graph is its own, so a change that fails, or brings the process down, changes nothing.
"""

from __future__ import annotations

import base64

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from voetnoot_server import tokens
from voetnoot_server.dataset import TRIPLES
from voetnoot_server.frames import Task

DEFAULT = ""
"""The name of the store's own default graph."""


class NoGraphError(Exception):
    """The graph that is to be taken out is not there."""


def change(store: Store, task: Task) -> None:
    """Make the change that the task asks for: an update, or a graph put, added to or taken out."""
    match task.change:
        case "update":
            # a build holds no empty graphs, so there is no telling one from none
            store.update(tokens.read(task.query).forgiving(), base_iri=task.base)
        case "delete":
            _take_out(store, task.graph)
        case "put":
            store.clear_graph(_name(task.graph))
            _load(store, task)
        case _:
            _load(store, task)


def _take_out(store: Store, graph: str) -> None:
    name = _name(graph)
    if isinstance(name, NamedNode) and not store.contains_named_graph(name):
        raise NoGraphError(graph)
    store.remove_graph(name)


def _load(store: Store, task: Task) -> None:
    name = _name(task.graph)
    if isinstance(name, NamedNode):
        store.add_graph(name)  # a graph without statements is there too
    for body, key in zip(task.body.split(","), task.body_format.split(","), strict=True):
        form: RdfFormat = TRIPLES[key]
        store.load(base64.b64decode(body), form, base_iri=task.graph or task.base, to_graph=name)


def _name(graph: str) -> NamedNode | DefaultGraph:
    return NamedNode(graph) if graph != DEFAULT else DefaultGraph()
