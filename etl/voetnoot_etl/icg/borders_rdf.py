"""The borders file → its graph: zones and lines with their geometry and the time for which they hold."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.icg.table_dataset import add_bounds, dataset, describe, file
from voetnoot_etl.icg.table_model import Border
from voetnoot_etl.manifest import Source
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import DCAT, DCT, GEO, PREFIXES, PROV, SKOS, VN

WKT = NamedNode(f"{PREFIXES['geo']}wktLiteral")


def borders_graph(source: Source, borders: Iterable[Border]) -> Graph:
    """Return the graph of the zones and lines; the time for which they hold is marked as inferred."""
    graph = Graph(source.graph)
    describe(graph, source, DCAT.Dataset)
    for border in borders:
        geometry = graph.add(
            iris.thing("geometry", border.key),
            (type_, GEO.Geometry),
            (GEO.asWKT, Literal(border.wkt, datatype=WKT)),
            (PROV.wasDerivedFrom, file(source)),
        )
        node = graph.add(
            iris.thing("border", border.key),
            (type_, VN.Border),
            (DCT.isPartOf, dataset(source)),
            (VN.number, rdf.integer(border.number)),
            (VN.borderKind, iris.concept("border-kind", border.kind)),
            (SKOS.prefLabel, rdf.text(border.english, "en")),
            (SKOS.prefLabel, rdf.text(border.dutch, "nl")),
            (VN.edtf, rdf.text(border.edtf)),
            (VN.dateInferred, rdf.boolean(value=True)),
            (GEO.hasGeometry, geometry),
            (PROV.wasDerivedFrom, file(source)),
        )
        add_bounds(graph, node, border.edtf)
    return graph
