"""The graph `meta`: what the data set is, graph by graph, with licence, rights holder, source and size.

VoID and DCAT 3 for the data, PROV-O for where each graph comes from. It holds no time of a build: the same
facts give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.manifest import Source
from voetnoot_etl.rights import add_rights_holder
from voetnoot_etl.terms import DCAT, DCT, PAV, PROV, SD, VOID

LICENCE = "GPL-3.0-or-later"
LICENCES = "http://spdx.org/licenses/"
TITLE = "Voetnoot: who says what on which evidence about the Armenia-Azerbaijan conflict"
DESCRIPTION = (
    "Claims of documents and rows of tables about the Armenia-Azerbaijan conflict, each followed back to its "
    "sentence, footnote, cited publication and URL."
)
DIGITS = 12
OWN_GRAPHS = {
    "core": "Actors, places, events and agreements: identity and labels",
    "derived": "Links between ICG's tables, each with its method",
    "inferred": "Inverse, transitive and super-class statements that follow from the others",
    "checks": "Figures of the documents, recomputed from the data",
    "meta": "Description of the data set and of its graphs",
}


def meta_graph(sources: Mapping[str, Source], graphs: Mapping[str, rdf.Graph]) -> rdf.Graph:
    """Return the description of the released graphs; `sources` gives the source of each source graph."""
    meta = rdf.Graph("meta")
    whole = meta.add(
        iris.thing("dataset", "voetnoot"),
        (rdf.type_, DCAT.Dataset),
        (rdf.type_, VOID.Dataset),
        (DCT.identifier, rdf.text("voetnoot")),
        (DCT.title, rdf.text(TITLE, "en")),
        (DCT.description, rdf.text(DESCRIPTION, "en")),
        (DCT.license, NamedNode(LICENCES + LICENCE)),
        (PAV.version, rdf.text(data_version(graphs))),
        (VOID.uriSpace, rdf.text(f"{iris.BASE}id/")),
        (VOID.triples, rdf.integer(sum(len(graph.triples) for graph in graphs.values()))),
    )
    for name, graph in sorted(graphs.items()):
        meta.add(whole, (VOID.subset, _describe(meta, name, graph, sources.get(name))))
    return meta


def data_version(graphs: Mapping[str, rdf.Graph]) -> str:
    """Return a digest of the released facts: another one where any fact differs."""
    digest = hashlib.sha256()
    for _, graph in sorted(graphs.items()):
        digest.update(rdf.turtle(graph.triples))
    return digest.hexdigest()[:DIGITS]


def _describe(meta: rdf.Graph, name: str, graph: rdf.Graph, source: Source | None) -> NamedNode:
    table = source is not None and source.kind != "document"
    licence = source.licence if source and table else LICENCE
    title = rdf.text(source.title, source.title_language or source.language) if source else None
    return meta.add(
        graph.iri,
        (rdf.type_, VOID.Dataset),
        (rdf.type_, SD.Graph),
        (DCT.identifier, rdf.text(name)),
        (DCT.title, title or rdf.text(OWN_GRAPHS.get(name, name), "en")),
        (DCT.license, NamedNode(LICENCES + licence)),
        (DCT.rightsHolder, add_rights_holder(meta, source) if source and table else None),
        (DCT.source, iris.thing("document", source.id) if source and not table else None),
        (PROV.wasDerivedFrom, iris.thing("file", source.id) if source else None),
        (VOID.triples, rdf.integer(len(graph.triples))),
    )
