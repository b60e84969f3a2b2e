"""Turtle → rdflib graphs, parsed by Oxigraph: its parser is many times faster than rdflib's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from voetnoot_etl.errors import CheckError

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def read_turtle(files: Iterable[Path]) -> Graph:
    """Return the union of Turtle files; one that is not Turtle is a `CheckError` with its line."""
    graph = Graph(bind_namespaces="none")
    for file in files:
        try:
            for quad in pyoxigraph.parse(
                path=str(file), format=pyoxigraph.RdfFormat.TURTLE, rename_blank_nodes=True
            ):
                graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
        except SyntaxError as error:
            raise CheckError(f"not Turtle: {error}", place=str(file)) from error
    return graph


def _term(term: object) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return Literal(term.value, datatype=None if datatype == _STRING else URIRef(datatype))
    raise CheckError(f"{term} is a term that RDF 1.1 does not have")
