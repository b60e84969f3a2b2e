"""The description of one table: data set, structure, file, licence, rights holder, coverage and its gaps."""

from __future__ import annotations

from itertools import count

from pyoxigraph import NamedNode

from voetnoot_etl import iris
from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.errors import ManifestError
from voetnoot_etl.manifest import Source
from voetnoot_etl.rdf import Graph, integer, moment, text, type_
from voetnoot_etl.rights import add_rights_holder
from voetnoot_etl.terms import DCAT, DCT, ORG, PAV, QB, SCHEMA, SEM, VN

LICENCES = "http://spdx.org/licenses/"
"""Where SPDX names a licence. The repository states GPL-3.0 without "or later", hence GPL-3.0-only."""

REPOSITORY = NamedNode("https://github.com/CrisisGroup/nk-data-repo")
"""Where ICG published its tables; they were read at the commit below."""

COMMIT = "3d79388a"

DIMENSIONS = {
    "row": (VN.rowNumber, ""),
    "date": (VN.reportedDate, ""),
    "category": (VN.category, "icg-category"),
    "segment": (VN.segment, ""),
    "status": (VN.combatantStatus, "combatant-status"),
    "outcome": (VN.outcome, "outcome"),
    "weapon": (VN.weaponKind, "weapon-kind"),
    "side": (VN.side, ""),
    "cause": (VN.cause, "cause"),
}
"""Dimension → property and, where its values are concepts, their scheme."""


def dataset(source: Source) -> NamedNode:
    """Return the IRI of a table's data set."""
    return iris.thing("dataset", source.id)


def file(source: Source) -> NamedNode:
    """Return the IRI of a table's file."""
    return iris.thing("file", source.id)


def describe(graph: Graph, source: Source, *kinds: NamedNode) -> NamedNode:
    """Add a table's data set, its file and its rights holder to a graph; returns the data set."""
    start, end = (str(source.coverage.get(name, "")) for name in ("start", "end"))
    gaps = source.coverage.get("gaps", [])
    return graph.add(
        dataset(source),
        *((type_, kind) for kind in kinds),
        (DCT.identifier, text(source.id)),
        (DCT.title, text(source.title, "en")),
        (DCT.title, text(str(source.options.get("title_nl", "")), "nl")),
        (DCT.language, text(source.language)),
        (DCT.license, NamedNode(LICENCES + source.licence)),
        (DCT.publisher, iris.thing("actor", source.publisher)),
        (DCT.rightsHolder, _rights_holder(graph, source)),
        (DCT.source, _file(graph, source)),
        (DCAT.landingPage, REPOSITORY),
        (PAV.version, text(COMMIT)),
        (VN.edtf, text(source.date)),
        (VN.coverage, text(f"{start}/{end}" if start else "")),
        *((VN.coverageGap, text(str(gap))) for gap in (gaps if isinstance(gaps, list) else [gaps])),
    )


def add_structure(graph: Graph, source: Source, dimensions: tuple[str, ...]) -> None:
    """Add the structure of a table's data cube: its dimensions in order, its measure and its unit."""
    structure = iris.thing("dataset", source.id, "structure")
    graph.add(dataset(source), (QB.structure, structure))
    graph.add(structure, (type_, QB.DataStructureDefinition))
    places = count(1)
    for name in dimensions:
        property_, scheme = DIMENSIONS[name]
        graph.add(property_, (type_, QB.DimensionProperty))
        if scheme:
            graph.add(property_, (QB.codeList, iris.scheme(scheme)))
        _component(graph, structure, next(places), QB.dimension, property_)
    graph.add(VN.count, (type_, QB.MeasureProperty))
    _component(graph, structure, next(places), QB.measure, VN.count)
    graph.add(VN.unit, (type_, QB.AttributeProperty))
    _component(graph, structure, next(places), QB.attribute, VN.unit)


def add_bounds(graph: Graph, node: NamedNode, edtf: str) -> None:
    """Add the first and last second of an EDTF date, as far as it has them."""
    first, last = bounds(edtf)
    graph.add(
        node,
        (SEM.hasEarliestBeginTimeStamp, moment(first) if first else None),
        (SEM.hasLatestEndTimeStamp, moment(last) if last else None),
    )


def _component(graph: Graph, structure: NamedNode, place: int, role: NamedNode, property_: NamedNode) -> None:
    node = NamedNode(f"{structure.value}-{place}")
    graph.add(structure, (QB.component, node))
    graph.add(node, (type_, QB.ComponentSpecification), (role, property_), (QB.order, integer(place)))


def _file(graph: Graph, source: Source) -> NamedNode:
    return graph.add(
        file(source),
        (type_, VN.File),
        (DCT.title, text(source.path.removeprefix("icg/"))),
        (DCT.source, REPOSITORY),
        (SCHEMA.sha256, text(source.sha256)),
    )


def _rights_holder(graph: Graph, source: Source) -> NamedNode:
    holder = add_rights_holder(graph, source)
    if holder is None:
        raise ManifestError("rights_holder is missing", place=f"{source.id}.toml")
    return graph.add(holder, (ORG.subOrganizationOf, iris.thing("actor", source.publisher)))
