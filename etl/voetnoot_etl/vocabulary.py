"""What the ontology declares: terms by prefix, kinds by scheme; a term without a fitting prefix is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, SKOS

from voetnoot_etl.errors import OntologyError
from voetnoot_etl.iris import BASE

TERM_FILES = ("voetnoot.ttl", "reused.ttl")
"""The files that declare classes and properties."""

KIND_FILE = "kinds.ttl"
"""The file of SKOS schemes."""

DECLARATIONS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)

BUILT_IN = {
    "owl": ("http://www.w3.org/2002/07/owl#", "Class Ontology sameAs versionInfo"),
    "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "langString type"),
    "rdfs": ("http://www.w3.org/2000/01/rdf-schema#", "comment label seeAlso subClassOf"),
    "xsd": ("http://www.w3.org/2001/XMLSchema#", "anyURI boolean date dateTime decimal integer string"),
}
"""OWL 2 DL forbids to declare the terms of its own languages, so these stand here."""

THINGS = (
    "actor agreement anchor check citation claim containment dataset document event file footnote "
    "geometry marker membership name observation page place provision publication section sentence "
    "span timeline-entry url"
)
"""The types of things that have IRIs of their own: one prefix each."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def read_files(ontology: Path, names: Iterable[str]) -> Graph:
    """Return the triples of some files of the ontology, with the prefixes that those files bind."""
    graph = Graph(bind_namespaces="none")
    for name in names:
        try:
            graph.parse(ontology / name, format="turtle")
        except (FileNotFoundError, SyntaxError) as error:
            raise OntologyError(f"not readable: {error}", place=name) from error
    return graph


def terms(ontology: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return prefix → (namespace, names) of every declared class and property, and of the built-in terms."""
    graph = read_files(ontology, TERM_FILES)
    spaces = {prefix: str(space) for prefix, space in graph.namespaces()}
    declared = {
        str(term)
        for kind in DECLARATIONS
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    found: dict[str, tuple[str, tuple[str, ...]]] = {
        prefix: (space, tuple(names.split())) for prefix, (space, names) in BUILT_IN.items()
    }
    for prefix, space in spaces.items():
        names = sorted(
            term.removeprefix(space) for term in declared if _NAME.fullmatch(term.removeprefix(space))
        )
        if names and prefix not in BUILT_IN:
            found[prefix] = (space, tuple(names))
    missed = declared - {space + name for space, names in found.values() for name in names}
    if missed:
        raise OntologyError(f"no prefix fits {', '.join(sorted(missed))}", place=" and ".join(TERM_FILES))
    return dict(sorted(found.items(), key=lambda item: (item[0] != "vn", item[0])))


def kinds(ontology: Path) -> dict[str, tuple[str, ...]]:
    """Return scheme → sorted keys of every SKOS concept; its IRI must be made of its scheme and notation."""
    graph = read_files(ontology, (KIND_FILE,))
    schemes: dict[str, list[str]] = {
        str(scheme).removeprefix(f"{BASE}kind/"): []
        for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)
    }
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        scheme, _, key = str(concept).removeprefix(f"{BASE}kind/").rpartition("/")
        if scheme not in schemes or (concept, SKOS.inScheme, URIRef(f"{BASE}kind/{scheme}")) not in graph:
            raise OntologyError(f"{concept} is not skos:inScheme of the scheme in its IRI", place=KIND_FILE)
        if str(graph.value(concept, SKOS.notation)) != key:
            raise OntologyError(f"{concept} has another skos:notation than its IRI", place=KIND_FILE)
        schemes[scheme].append(key)
    return {scheme: tuple(sorted(keys)) for scheme, keys in sorted(schemes.items())}
