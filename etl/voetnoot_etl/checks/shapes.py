"""SHACL over the released facts: each break of `ontology/shapes.ttl` is a line with node, path and value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyshacl
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from voetnoot_etl.checks.bridge import read_turtle
from voetnoot_etl.errors import CheckError
from voetnoot_etl.vocabulary import KIND_FILE, read_files

SHAPE_FILE = "shapes.ttl"
"""The file of shapes in the folder of the ontology."""

SHOWN = 40
"""A message lists so many breaks; more of them hide the first."""


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """One break of a shape: where, along which path, with which value, and what was asked for."""

    focus: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.focus, self.path, self.value, "-", self.message) if part)


def check_shapes(data: Path, ontology: Path) -> int:
    """Check every Turtle file of a folder as one graph; returns its size or raises a `CheckError`."""
    graph = read_turtle(sorted(data.glob("*.ttl")))
    size = len(graph)
    found = breaks(graph.parse(ontology / KIND_FILE, format="turtle"), ontology)
    if found:
        rest = [f"  ... and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        lines = [f"shapes broken {len(found)} times:", *(f"  {item}" for item in found[:SHOWN]), *rest]
        raise CheckError("\n".join(lines), place=str(data))
    return size


def breaks(facts: Graph, ontology: Path) -> tuple[Break, ...]:
    """Return what breaks the shapes, sorted; `facts` hold the kinds, which other facts refer to."""
    shapes = read_files(ontology, (SHAPE_FILE,))
    conforms, report, _ = pyshacl.validate(facts, shacl_graph=shapes, inference="none", inplace=True)
    if conforms:
        return ()
    results = report.subjects(RDF.type, SH.ValidationResult)
    return tuple(sorted({_break(report, result, shapes) for result in results}))


def _break(report: Graph, result: Node, shapes: Graph) -> Break:
    path = report.value(result, SH.resultPath)
    return Break(
        _short(report.value(result, SH.focusNode), shapes),
        _short(path, shapes) if isinstance(path, URIRef) else "",
        _short(report.value(result, SH.value), shapes),
        str(report.value(result, SH.resultMessage)),
    )


def _short(node: Node | None, shapes: Graph) -> str:
    return "" if node is None else node.n3(shapes.namespace_manager)
