"""Inferences: what follows is in the graph `inferred`, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Triple

from voetnoot_etl import iris, rdf
from voetnoot_etl.checks.infer import inferred_graph
from voetnoot_etl.terms import ORG, PROV, SEM, VN


@pytest.fixture(scope="module")
def inferred() -> set[Triple]:
    """Return what follows from a town in a region in a country, a battle in a war, and one claim."""
    graph = rdf.Graph("core")
    for inner, outer in (("town", "region"), ("region", "country")):
        graph.add(iris.thing("place", inner), (rdf.type_, VN.Place), (VN.within, iris.thing("place", outer)))
    for part, whole in (("shot", "battle"), ("battle", "war")):
        graph.add(
            iris.thing("event", part), (rdf.type_, VN.Event), (SEM.subEventOf, iris.thing("event", whole))
        )
    graph.add(iris.thing("claim", "c"), (rdf.type_, VN.FigureClaim), (VN.stated, rdf.integer(5)))
    unit = (ORG.subOrganizationOf, iris.thing("actor", "army"))
    graph.add(iris.thing("actor", "unit"), (rdf.type_, ORG.Organization), unit)
    return inferred_graph([graph], Path(__file__).parents[2] / "ontology").triples


def test_containment_and_sub_events_are_followed_to_the_end(inferred: set[Triple]) -> None:
    assert Triple(iris.thing("place", "town"), VN.within, iris.thing("place", "country")) in inferred
    assert Triple(iris.thing("event", "shot"), SEM.subEventOf, iris.thing("event", "war")) in inferred


def test_a_whole_knows_its_parts(inferred: set[Triple]) -> None:
    assert Triple(iris.thing("event", "war"), SEM.hasSubEvent, iris.thing("event", "shot")) in inferred


def test_a_figure_claim_is_a_claim_and_an_entity(inferred: set[Triple]) -> None:
    claim = iris.thing("claim", "c")
    assert {Triple(claim, rdf.type_, VN.Claim), Triple(claim, rdf.type_, PROV.Entity)} <= inferred


def test_what_is_asserted_is_not_said_again(inferred: set[Triple]) -> None:
    assert Triple(iris.thing("place", "town"), VN.within, iris.thing("place", "region")) not in inferred
    assert Triple(iris.thing("claim", "c"), rdf.type_, VN.FigureClaim) not in inferred


def test_nothing_is_inferred_about_vocabulary_or_sameness(inferred: set[Triple]) -> None:
    assert all(str(triple.subject).startswith(f"<{iris.BASE}id/") for triple in inferred)
    assert {triple.predicate for triple in inferred} <= {
        rdf.type_,
        VN.within,
        SEM.subEventOf,
        SEM.hasSubEvent,
    }
