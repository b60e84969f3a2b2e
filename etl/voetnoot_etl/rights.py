"""Who holds the rights in a source, as an actor."""

from __future__ import annotations

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.manifest import Source
from voetnoot_etl.terms import ORG, SKOS


def add_rights_holder(graph: rdf.Graph, source: Source) -> NamedNode | None:
    """Add the rights holder that a manifest names to a graph, and return its IRI; None where none is named."""
    if not source.rights_holder:
        return None
    if iris.slug(source.rights_holder) == source.publisher:
        return iris.thing("actor", source.publisher)
    return graph.add(
        iris.thing("actor", iris.slug(source.rights_holder)),
        (rdf.type_, ORG.Organization),
        *((SKOS.prefLabel, rdf.text(source.rights_holder, language)) for language in ("en", "nl")),
    )
