"""The reading side of the Graph Store Protocol, and what the endpoint says of itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store

from voetnoot_server.features import FUNCTIONS

Server = Any

GRAPH = "https://w3id.org/voetnoot/graph/"
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
TRIPLES = [
    ("text/turtle", RdfFormat.TURTLE),
    ("application/n-triples", RdfFormat.N_TRIPLES),
    ("application/rdf+xml", RdfFormat.RDF_XML),
    ("application/ld+json", RdfFormat.JSON_LD),
]
QUADS = [
    ("application/trig", RdfFormat.TRIG),
    ("application/n-quads", RdfFormat.N_QUADS),
    ("application/ld+json", RdfFormat.JSON_LD),
]


def _read(body: bytes, form: RdfFormat) -> Store:
    store = Store()
    store.load(io.BytesIO(body), format=form)
    return store


@pytest.mark.parametrize(("accept", "form"), TRIPLES)
@pytest.mark.parametrize("path", [f"/store?graph={quote(GRAPH)}core", "/store/core"])
def test_a_graph_can_be_had_by_name(server: Server, path: str, accept: str, form: RdfFormat) -> None:
    answer = server.request("GET", path, Accept=accept)
    assert answer.headers["Content-Type"].split(";")[0] == accept
    assert len(_read(answer.body, form)) == 30


def test_the_default_graph_is_all_graphs_together(server: Server) -> None:
    assert len(_read(server.request("GET", "/store?default").body, RdfFormat.TURTLE)) == 1630


@pytest.mark.parametrize(("accept", "form"), QUADS)
def test_the_whole_data_set_keeps_its_graphs(server: Server, accept: str, form: RdfFormat) -> None:
    store = _read(server.request("GET", "/store", Accept=accept).body, form)
    assert len(store) == 1630
    assert NamedNode(f"{GRAPH}core") in set(store.named_graphs())


def test_head_and_304_hold_for_graphs_too(server: Server) -> None:
    get, head = server.request("GET", "/store/core"), server.request("HEAD", "/store/core")
    assert (head.body, head.headers["Content-Length"]) == (b"", get.headers["Content-Length"])
    assert server.request("GET", "/store/core", If_None_Match=get.headers["ETag"]).status == 304


def test_a_graph_that_is_not_there_is_404_with_near_names(server: Server) -> None:
    answer = server.request("GET", "/store/cores")
    assert (answer.status, f"{GRAPH}core" in answer.json["near"]) == (404, True)


@pytest.mark.parametrize("path", ["/store?graph=a&graph=b", "/store?graph=a&default"])
def test_two_graphs_at_once_are_refused(server: Server, path: str) -> None:
    assert server.request("GET", path).status == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_writing_is_refused_with_a_reason(server: Server, method: str) -> None:
    answer = server.request(method, "/store/core", body=b"")
    assert (answer.status, "updates are switched off" in answer.json["detail"]) == (403, True)


def test_quotations_are_asked_about_and_not_handed_on(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    extra = f'<urn:s> <urn:p> "quoted words" <{GRAPH}text/background-2020> .'
    server = serve(new_build(tmp_path, "one", claims=2, extra=[extra]))
    assert server.ask("ASK { ?s ?p 'quoted words' }").json["boolean"] is True
    assert server.request("GET", "/store/text/background-2020").status == 403
    for path in ("/store", "/store?default"):
        assert b"quoted" not in server.request("GET", path).body


@pytest.mark.parametrize("accept", ["*/*", "text/turtle", "application/rdf+xml", "application/n-triples"])
def test_the_endpoint_describes_itself(server: Server, accept: str) -> None:
    answer = server.request("GET", "/sparql", Accept=accept)
    graph = rdflib.Graph().parse(data=answer.body, format=answer.headers["Content-Type"].split(";")[0])
    (service,) = graph.subjects(rdflib.RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == rdflib.URIRef(server.endpoint)
    assert SD.UnionDefaultGraph in set(graph.objects(service, SD.feature))
    (dataset,) = graph.objects(service, SD.defaultDataset)
    names = {graph.value(named, SD.name) for named in graph.objects(dataset, SD.namedGraph)}
    assert rdflib.URIRef(f"{GRAPH}core") in names


def test_every_function_that_is_named_is_there() -> None:
    wkt = "'POINT(1 1)'^^<http://www.opengis.net/ont/geosparql#wktLiteral>"
    for function in FUNCTIONS:
        Store().query(f"SELECT (<{function}>({wkt}) AS ?x) {{}}")


def test_void_is_where_it_is_looked_for(server: Server) -> None:
    answer = server.request("GET", "/.well-known/void")
    graph = rdflib.Graph().parse(data=answer.body, format="turtle")
    endpoints = set(graph.objects(None, VOID.sparqlEndpoint))
    assert endpoints == {rdflib.URIRef(server.endpoint)}
    assert (None, VOID.triples, rdflib.Literal(1630)) in graph


def test_the_public_address_stands_in_every_description(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--public-url", "https://example.org/graph")
    for path in ("/sparql", "/.well-known/void"):
        assert b"https://example.org/graph/sparql" in server.request("GET", path).body
    assert server.ask("SELECT (<x> AS ?y) {}").rows == [{"y": "https://example.org/graph/x"}]


def test_health_and_metrics(server: Server) -> None:
    server.ask("ASK { ?metrics ?are ?counted }")
    assert server.request("GET", "/healthz").body == b"ok\n"
    assert server.request("GET", "/readyz").json == {"ready": True, "version": "0123abcd", "quads": 1630}
    metrics = server.request("GET", "/metrics").body.decode()
    for line in (
        'voetnoot_queries_total{outcome="answered"}',
        'voetnoot_build_quads{version="0123abcd"} 1630.0',
    ):
        assert line in metrics
