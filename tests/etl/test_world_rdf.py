from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from voetnoot_etl import iris, rdf
from voetnoot_etl.rdf import Graph
from voetnoot_etl.terms import DCT, FOAF, GEO, OA, ORG, RDF, SKOS, VN
from voetnoot_etl.world.tables import World, read_world
from voetnoot_etl.world.world_rdf import HIDDEN, world_graph


@pytest.fixture(scope="module")
def world(root: Path) -> World:
    return read_world(root / "etl" / "curated")


@pytest.fixture(scope="module")
def graph(world: World) -> Graph:
    return world_graph(world)


def objects(graph: Graph, subject: object, predicate: NamedNode) -> set[object]:
    return {
        triple.object
        for triple in graph.triples
        if (triple.subject, triple.predicate) == (subject, predicate)
    }


def test_the_same_tables_give_the_same_bytes(world: World, graph: Graph) -> None:
    shuffled = replace(world, actors=world.actors[::-1], place_names=world.place_names[::-1])
    assert rdf.turtle(world_graph(shuffled).triples) == rdf.turtle(graph.triples)


def test_a_person_a_side_and_an_organisation_are_of_their_class(graph: Graph) -> None:
    assert objects(graph, iris.thing("actor", "toivo-klaar"), RDF.type) == {FOAF.Person}
    assert objects(graph, iris.thing("actor", "armenian-side"), RDF.type) == {VN.Party}
    assert objects(graph, iris.thing("actor", "icj"), RDF.type) == {ORG.Organization}


def test_de_facto_authorities_are_an_organisation_and_no_state(graph: Graph) -> None:
    authorities = iris.thing("actor", "nagorno-karabakh-de-facto-authorities")
    assert objects(graph, authorities, RDF.type) == {ORG.Organization}
    assert objects(graph, authorities, VN.recognition) == {iris.concept("recognition", "de-facto")}
    assert objects(graph, authorities, VN.actorKind) == {iris.concept("actor-kind", "de-facto-authority")}


def test_a_state_and_a_country_are_different_things(graph: Graph) -> None:
    assert objects(graph, iris.thing("actor", "armenia"), VN.actorKind) == {
        iris.concept("actor-kind", "state")
    }
    assert objects(graph, iris.thing("place", "armenia"), VN.placeKind) == {
        iris.concept("place-kind", "country")
    }


def test_every_printed_name_is_a_label_and_a_use(world: World, graph: Graph) -> None:
    for kind, names in (("actor", world.actor_names), ("place", world.place_names)):
        for name in names:
            bearer, spelling = iris.thing(kind, name.id), Literal(name.spelling, language=name.language)
            properties = (SKOS.prefLabel, SKOS.hiddenLabel if name.kind in HIDDEN else SKOS.altLabel)
            assert any(Triple(bearer, label, spelling) in graph.triples for label in properties), (
                name.words.row
            )
    uses = sum(name.kind not in HIDDEN for name in (*world.actor_names, *world.place_names))
    assert sum(triple.object == VN.NameUse for triple in graph.triples) == uses


def test_preferred_other_and_hidden_labels_are_disjoint(graph: Graph) -> None:
    by_property = {
        label: {(triple.subject, triple.object) for triple in graph.triples if triple.predicate == label}
        for label in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    }
    preferred, other, hidden = by_property.values()
    assert not preferred & other
    assert not preferred & hidden
    assert not other & hidden


def test_a_name_use_says_who_uses_it_where_and_in_which_words(graph: Graph) -> None:
    uses = {triple.subject for triple in graph.triples if triple.object == Literal("Artsach", language="nl")}
    (use,) = (use for use in uses if objects(graph, use, RDF.type) == {VN.NameUse})
    assert objects(graph, use, VN.names) == {iris.thing("place", "nagorno-karabakh")}
    assert objects(graph, use, VN.usedBy) == {iris.thing("actor", "armenian-sources")}
    assert objects(graph, use, VN.document) == {iris.thing("document", "cedoca-2023-12-05")}
    (anchor,) = objects(graph, use, VN.anchor)
    (span,) = objects(graph, anchor, OA.hasSelector)
    assert objects(graph, anchor, OA.hasSource) == {iris.thing("file", "cedoca-2023-12-05")}
    assert objects(graph, span, OA.start) | objects(graph, span, OA.end)


def test_a_name_in_a_table_leads_to_its_data_set(graph: Graph) -> None:
    uses = {triple.subject for triple in graph.triples if triple.object == Literal("Gazakh", language="en")}
    leads = {source for use in uses for source in objects(graph, use, DCT.source)}
    assert iris.thing("dataset", "icg-casualties") in leads


def test_lasting_containment_is_direct_and_dated_containment_is_not(graph: Graph) -> None:
    karabakh = iris.thing("place", "nagorno-karabakh")
    assert objects(graph, karabakh, VN.within) == {iris.thing("place", "azerbaijan")}
    dated = iris.thing("containment", "nagorno-karabakh", "soviet-azerbaijan")
    assert objects(graph, dated, VN.edtf) == {Literal("1921/1991")}


def test_a_point_has_its_source_and_method(graph: Graph) -> None:
    (geometry,) = objects(graph, iris.thing("place", "goris"), GEO.hasGeometry)
    (wkt,) = objects(graph, geometry, GEO.asWKT)
    assert isinstance(wkt, Literal)
    assert wkt.value == "POINT(46.34168 39.51111)"
    assert objects(graph, geometry, DCT.source) == {NamedNode("https://sws.geonames.org/174895/")}
    assert objects(graph, geometry, SKOS.note)


def test_an_area_has_an_entry_but_no_point(graph: Graph) -> None:
    armenia = iris.thing("place", "armenia")
    assert objects(graph, armenia, SKOS.exactMatch)
    assert not objects(graph, armenia, GEO.hasGeometry)


def test_everything_leads_to_words_or_to_its_source(world: World, graph: Graph) -> None:
    located = {triple.subject for triple in graph.triples if triple.predicate in {VN.anchor, DCT.source}}
    described = {
        triple.subject
        for triple in graph.triples
        if triple.object
        in {FOAF.Person, VN.Party, ORG.Organization, VN.Place, VN.NameUse, ORG.Membership, VN.Containment}
    }
    assert len(described) > len(world.actors) + len(world.places)
    assert described <= located
