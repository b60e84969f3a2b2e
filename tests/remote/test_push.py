"""Pushing to servers of other makers: everything arrives as it is, or it is said what did not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from voetnoot_etl import iris
from voetnoot_etl.errors import PushError
from voetnoot_etl.rdf import Graph
from voetnoot_etl.release.endpoint import Credentials, Endpoint
from voetnoot_etl.release.push import compare, push
from voetnoot_etl.workspace import Workspace

Remote = Any
Launch = Callable[[list[str]], subprocess.CompletedProcess[str]]
Released = Mapping[str, Graph]

SECRET = "opensesame"  # noqa: S105 - nobody's
AS_WKT = NamedNode("http://www.opengis.net/ont/geosparql#asWKT")


def triples_at(remote: Remote, graph: Graph) -> Iterable[Triple]:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph.iri} {{ ?s ?p ?o }} }}"
    for quad in parse(remote.ask(query, "application/n-triples"), format=RdfFormat.N_TRIPLES):
        yield Triple(quad.subject, quad.predicate, quad.object)


def lines(triples: Iterable[Triple], *, without: NamedNode | None = None) -> list[str]:
    """Return statements sorted; blank nodes, which have other names elsewhere, all under one."""
    kept = (str(triple) for triple in triples if triple.predicate != without)
    return sorted(" ".join("_:" if word.startswith("_:") else word for word in line.split()) for line in kept)


def test_every_statement_arrives_as_it_is_in_oxigraph(oxigraph: Remote, released: Released) -> None:
    for graph in released.values():
        assert lines(triples_at(oxigraph, graph)) == lines(graph.triples), graph.name


def test_every_statement_but_geometries_arrives_as_it_is_in_virtuoso(
    virtuoso: Remote, released: Released
) -> None:
    # Virtuoso reads a WKT literal into a geometry of its own and writes that out in single precision.
    for graph in released.values():
        there = triples_at(virtuoso, graph)
        assert lines(there, without=AS_WKT) == lines(graph.triples, without=AS_WKT), graph.name


def test_pushing_again_by_the_other_road_gives_the_same(checkout: Workspace, pushed: Remote) -> None:
    road = pushed.by_update() if pushed.name == "oxigraph" else pushed.by_graph_store()
    push(checkout, road)


def test_the_version_arrives_with_the_last_graph(pushed: Remote, released: Released) -> None:
    assert list(released)[-1] == "meta"
    query = "SELECT ?v WHERE { GRAPH ?g { ?d <http://purl.org/pav/version> ?v } }"
    answer = pushed.ask(query, "application/sparql-results+json")
    version = next(t.object for t in released["meta"].triples if "pav/version" in str(t.predicate))
    assert isinstance(version, Literal)
    assert version.value in answer.decode()


def test_text_graphs_are_not_pushed(pushed: Remote) -> None:
    assert not pushed.by_update().graphs(f"{iris.BASE}graph/text/")


def test_a_graph_that_lost_a_statement_is_found_by_counting(
    checkout: Workspace, empty_oxigraph: Remote, released: Released
) -> None:
    endpoint = empty_oxigraph.by_graph_store()
    push(checkout, endpoint)
    derived = released["derived"]
    endpoint.run(f"DELETE DATA {{ GRAPH {derived.iri} {{ {min(map(str, derived.triples))} }} }}")
    with pytest.raises(PushError, match=rf"derived has {len(derived.triples) - 1} triples instead of"):
        compare(endpoint, released.values())


def test_the_command_pushes_and_tells_of_graphs_that_are_not_ours(
    empty_oxigraph: Remote, launch: Launch
) -> None:
    empty_oxigraph.by_update().run(f"INSERT DATA {{ GRAPH <{iris.BASE}graph/older> {{ <x:s> <x:p> 1 }} }}")
    flags = ["--endpoint", empty_oxigraph.query, "--graph-store", empty_oxigraph.graph_store]
    told = launch(["push", *flags])
    assert told.returncode == 0, told.stderr
    assert f"{iris.BASE}graph/core: " in told.stderr
    assert "graph/older: not one of the released graphs, left as it is" in told.stderr


def test_an_endpoint_that_is_not_there_is_named(launch: Launch) -> None:
    told = launch(["push", "--endpoint", "http://127.0.0.1:9/sparql"])
    assert told.returncode == 1
    assert "voetnoot-etl: http://127.0.0.1:9/sparql: POST got no answer" in told.stderr


def test_an_address_with_a_password_is_refused_without_repeating_it() -> None:
    with pytest.raises(PushError, match="VOETNOOT_PUSH_PASSWORD") as raised:
        Endpoint(f"https://me:{SECRET}@example.org/sparql")
    assert SECRET not in str(raised.value)


def test_credentials_do_not_show_in_their_own_description() -> None:
    assert SECRET not in repr(Credentials(user="me", password=SECRET, token=SECRET))


def test_a_wrong_password_stops_the_push_before_anything_is_written(
    checkout: Workspace, virtuoso: Remote
) -> None:
    wrong = Credentials(user="dba", password=SECRET)
    road = Endpoint(virtuoso.query, update=virtuoso.update, credentials=wrong)
    with pytest.raises(PushError, match=r"answered 401 .*arrived: nothing"):
        push(checkout, road)


def test_a_query_endpoint_that_takes_no_updates_is_told_apart(
    checkout: Workspace, empty_oxigraph: Remote
) -> None:
    with pytest.raises(PushError, match=r"/query: POST answered 4\d\d .*arrived: nothing"):
        push(checkout, Endpoint(empty_oxigraph.query))
