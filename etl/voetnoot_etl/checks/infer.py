"""What follows from the facts, in a graph of its own: super-classes, inverse and transitive statements.

The OWL 2 RL rules of `owlrl` run over the ontology's axioms and only those facts that they can act on; what
they add about the vocabulary itself, or about things being the same as themselves, is left out. Whoever
wants asserted statements alone leaves out the graph `inferred`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import owlrl
from pyoxigraph import NamedNode, Triple
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from voetnoot_etl import iris, rdf
from voetnoot_etl.vocabulary import read_files

GRAPH = "inferred"
ONTOLOGY_FILES = ("voetnoot.ttl", "reused.ttl")
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf)
ACTING = (OWL.TransitiveProperty, OWL.SymmetricProperty)


def inferred_graph(graphs: Iterable[rdf.Graph], ontology: Path) -> rdf.Graph:
    """Return the statements that follow from some graphs by the ontology's axioms and stand in none of them."""
    axioms = _axioms(read_files(ontology, ONTOLOGY_FILES))
    classes = {subject for subject, _ in axioms.subject_objects(RDFS.subClassOf)}
    properties = _acting_properties(axioms)
    asserted = {triple for graph in graphs for triple in graph.triples}
    facts = [t for t in asserted if _acts(t, classes, properties)]
    closure = _closure(axioms, facts)
    named = {URIRef(class_) for class_ in _superclasses(axioms)}
    return rdf.Graph(GRAPH, set(_new(closure, named, properties)) - asserted)


def _axioms(ontology: Graph) -> Graph:
    """Return the axioms between named classes and properties that rules act on."""
    kept = Graph()
    for predicate in AXIOMS:
        for subject, obj in ontology.subject_objects(predicate):
            if isinstance(subject, URIRef) and isinstance(obj, URIRef):
                kept.add((subject, predicate, obj))
    for kind in ACTING:
        for subject in ontology.subjects(RDF.type, kind):
            kept.add((subject, RDF.type, kind))
    return kept


def _acting_properties(axioms: Graph) -> set[Node]:
    pairs = [*axioms.subject_objects(OWL.inverseOf), *axioms.subject_objects(RDFS.subPropertyOf)]
    acting = {subject for kind in ACTING for subject in axioms.subjects(RDF.type, kind)}
    return acting | {member for pair in pairs for member in pair}


def _superclasses(axioms: Graph) -> set[str]:
    return {str(obj) for obj in axioms.objects(None, RDFS.subClassOf)}


def _acts(triple: Triple, classes: set[Node], properties: set[Node]) -> bool:
    if not isinstance(triple.object, NamedNode):
        return False
    if triple.predicate == rdf.type_:
        return URIRef(triple.object.value) in classes
    return URIRef(triple.predicate.value) in properties


def _closure(axioms: Graph, facts: Iterable[Triple]) -> Graph:
    graph = Graph()
    graph += axioms
    for fact in facts:
        graph.add((URIRef(_value(fact.subject)), URIRef(fact.predicate.value), URIRef(_value(fact.object))))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(
        graph
    )
    return graph


def _new(closure: Graph, named: set[URIRef], properties: set[Node]) -> Iterable[Triple]:
    """Yield what the closure says of things: their named classes, and links by properties that act."""
    for subject, predicate, obj in closure:
        about_a_thing = str(subject).startswith(f"{iris.BASE}id/") and isinstance(obj, URIRef)
        if about_a_thing and (predicate in properties or (predicate == RDF.type and obj in named)):
            yield Triple(NamedNode(str(subject)), NamedNode(str(predicate)), NamedNode(str(obj)))


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
