"""The world layer → the graph `core`: identity, labels, names, roles and containment, each with its words."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.terms import DCT, FOAF, GEO, OA, ORG, RDF, SKOS, VN
from voetnoot_etl.world.tables import (
    Actor,
    Containment,
    Coordinates,
    Membership,
    Place,
    PrintedName,
    Words,
    World,
)

GRAPH = "core"
WKT = NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")
GEONAMES = "https://sws.geonames.org/"
TABLES = "icg-"
"""Sources whose key begins like this are data sets; the others are documents."""

CLASSES = {"person": FOAF.Person, "party": VN.Party}
"""Kind of actor → class; every other kind is an organisation."""

HIDDEN = ("demonym", "description", "local")
"""Kinds of names that find a thing without being its name."""


def world_graph(world: World) -> rdf.Graph:
    """Return the graph of all that the tables hold."""
    graph = rdf.Graph(GRAPH)
    for actor in world.actors:
        add_actor(graph, actor)
    for place in world.places:
        add_place(graph, place)
    add_names(graph, "actor", world.actor_names, {actor.id: _labels(actor) for actor in world.actors})
    add_names(graph, "place", world.place_names, {place.id: _labels(place) for place in world.places})
    for membership in world.memberships:
        add_membership(graph, membership)
    for containment in world.containments:
        add_containment(graph, containment)
    for coordinates in world.gazetteer:
        add_coordinates(graph, coordinates)
    return graph


def add_actor(graph: rdf.Graph, actor: Actor) -> None:
    """Add an actor with its kind, its labels and what it is part of."""
    graph.add(
        iris.thing("actor", actor.id),
        (RDF.type, CLASSES.get(actor.kind, ORG.Organization)),
        *((SKOS.prefLabel, label) for label in _labels(actor)),
        (VN.actorKind, iris.concept("actor-kind", actor.kind)),
        (VN.recognition, iris.concept("recognition", actor.recognition) if actor.recognition else None),
        (ORG.subOrganizationOf, iris.thing("actor", actor.part_of) if actor.part_of else None),
        where(graph, actor.words),
    )


def add_place(graph: rdf.Graph, place: Place) -> None:
    """Add a place with its kind and its labels."""
    graph.add(
        iris.thing("place", place.id),
        (RDF.type, VN.Place),
        *((SKOS.prefLabel, label) for label in _labels(place)),
        (VN.placeKind, iris.concept("place-kind", place.kind)),
        where(graph, place.words),
    )


def add_names(
    graph: rdf.Graph, kind: str, names: Iterable[PrintedName], preferred: dict[str, tuple[Literal, Literal]]
) -> None:
    """Add each spelling as a label of its bearer and, if it is a name, as one source's use of it."""
    for name in names:
        bearer, spelling = iris.thing(kind, name.id), Literal(name.spelling, language=name.language)
        hidden = name.kind in HIDDEN
        if spelling not in preferred[name.id]:
            graph.add(bearer, (SKOS.hiddenLabel if hidden else SKOS.altLabel, spelling))
        if not hidden:
            add_name_use(graph, bearer, kind, name)


def add_name_use(graph: rdf.Graph, bearer: NamedNode, kind: str, name: PrintedName) -> None:
    """Add that a source prints a spelling; a data set's publisher is who uses the names in it."""
    table = name.words.document.startswith(TABLES)
    user = "icg" if table else name.used_by
    graph.add(
        iris.thing("name", *_place(name.words), kind, name.id),
        (RDF.type, VN.NameUse),
        (VN.names, bearer),
        (VN.spelling, Literal(name.spelling, language=name.language)),
        (VN.document, None if table else iris.thing("document", name.words.document)),
        (VN.usedBy, iris.thing("actor", user) if user else None),
        where(graph, name.words),
    )


def add_membership(graph: rdf.Graph, membership: Membership) -> None:
    """Add a role of a person in an organisation, on the date for which the source shows it."""
    graph.add(
        iris.thing("membership", *_place(membership.words), membership.person),
        (RDF.type, ORG.Membership),
        (SKOS.prefLabel, Literal(membership.title_en, language="en")),
        (SKOS.prefLabel, Literal(membership.title_nl, language="nl")),
        (ORG.member, iris.thing("actor", membership.person)),
        (ORG.organization, iris.thing("actor", membership.organisation)),
        (ORG.role, iris.concept("role", membership.role)),
        (VN.edtf, rdf.text(membership.edtf)),
        where(graph, membership.words),
    )


def add_containment(graph: rdf.Graph, containment: Containment) -> None:
    """Add that a source puts a place within another; undated, it is also said of the place itself."""
    inner, outer = iris.thing("place", containment.place), iris.thing("place", containment.within)
    graph.add(
        iris.thing("containment", containment.place, containment.within),
        (RDF.type, VN.Containment),
        (VN.contained, inner),
        (VN.container, outer),
        (VN.edtf, rdf.text(containment.edtf)),
        where(graph, containment.words),
    )
    if not containment.edtf:
        graph.add(inner, (VN.within, outer))


def add_coordinates(graph: rdf.Graph, coordinates: Coordinates) -> None:
    """Add a place's GeoNames entry and, unless it is an area, its point with source and method."""
    entry = NamedNode(f"{GEONAMES}{coordinates.geonames_id}/")
    place = graph.add(iris.thing("place", coordinates.place), (SKOS.exactMatch, entry))
    if coordinates.latitude is None:
        return
    geometry = graph.add(
        iris.thing("geometry", coordinates.place),
        (RDF.type, GEO.Geometry),
        (GEO.asWKT, Literal(f"POINT({coordinates.longitude} {coordinates.latitude})", datatype=WKT)),
        (VN.approximate, rdf.boolean(value=False)),
        (DCT.source, entry),
        (SKOS.note, Literal(f"GeoNames through {coordinates.source}: {coordinates.method}.", language="en")),
    )
    graph.add(place, (GEO.hasGeometry, geometry))


def where(graph: rdf.Graph, words: Words) -> tuple[NamedNode, NamedNode]:
    """Return the property and object that lead to the words: an anchor, or the source as a whole.

    A data set's cells have no offsets, so a name in one leads to the data set.
    """
    if words.document.startswith(TABLES):
        return DCT.source, iris.thing("dataset", words.document)
    if words.span is None:
        return DCT.source, iris.thing("document", words.document)
    span = graph.add(
        iris.thing("span", words.document, words.span.start, words.span.end),
        (RDF.type, OA.TextPositionSelector),
        (OA.start, rdf.integer(words.span.start)),
        (OA.end, rdf.integer(words.span.end)),
    )
    anchor = graph.add(
        iris.thing("anchor", words.document, "words", words.span.start, words.span.end),
        (RDF.type, OA.SpecificResource),
        (OA.hasSource, iris.thing("file", words.document)),
        (OA.hasSelector, span),
        (VN.quoteDigest, rdf.text(words.digest)),
    )
    return VN.anchor, anchor


def _place(words: Words) -> tuple[str | int, ...]:
    """Return the parts of a key that tell where words stand."""
    return (words.document, words.span.start, words.span.end) if words.span else (words.document,)


def _labels(record: Actor | Place) -> tuple[Literal, Literal]:
    return Literal(record.label_en, language="en"), Literal(record.label_nl, language="nl")
