"""The W3C's rdf-tests for the Graph Store Protocol and the Service Description, by their names, restated.

The 19 cases build on each other and are gone through in their order, with the graph named in the address and behind
it. Where a case names one status and the protocol leaves a choice (200 or 204, 201 or 204), each of them will do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import rdflib
from rdflib.compare import isomorphic

Server = Any

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
TURTLE = "text/turtle; charset=utf-8"
FOAF = "@prefix f: <http://xmlns.com/foaf/0.1/> . @prefix v: <http://www.w3.org/2006/vcard/ns#> . "
FIRST = f"{FOAF} <urn:p> a f:Person ; f:businessCard [ a v:VCard ; v:fn 'First' ] ."
SECOND = f"{FOAF} <urn:p> a f:Person ; f:businessCard [ a v:VCard ; v:fn 'Second' ] ."
NAMED = f"{FOAF} <urn:p> f:name 'Second' ."
NAMELESS = f"{FOAF} [] a f:Person ; f:businessCard [ a v:VCard ; v:given-name 'Third' ] ."
PARTS = {
    "last.ttl": f"{FOAF} <urn:p> f:familyName 'Name' .",
    "first.ttl": f"{FOAF} <urn:p> f:givenName 'Given' .",
}
EDGE = "a-b-o-u-n-d-a-r-y"
MULTIPART = "".join(
    f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\nContent-Type: {TURTLE}\r\n\r\n'
    f"{text}\r\n"
    for name, text in PARTS.items()
)
MULTIPART += f"--{EDGE}--\r\n"
CREATED, DONE = {201}, {200, 204}
ONE, TWO, OWN, STORE, NEW = "one", "two", "the default graph", "the store", "the graph that was made"


@dataclass(frozen=True, slots=True)
class Case:
    """One request for a graph, and what must come of it: a status, and with GET the statements."""

    method: str
    graph: str
    statuses: set[int]
    body: str = ""
    media_type: str = TURTLE
    content: tuple[str, ...] = ()


def _get(graph: str, *content: str) -> Case:
    return Case("GET", graph, {200}, content=content)


CASES = {
    "put__initial_state": Case("PUT", ONE, CREATED, FIRST),
    "get_of_put__initial_state": _get(ONE, FIRST),
    "put__graph_already_in_store": Case("PUT", ONE, DONE, SECOND),
    "get_of_put__graph_already_in_store": _get(ONE, SECOND),
    "put__default_graph": Case("PUT", OWN, CREATED | DONE, NAMELESS),
    "get_of_put__default_graph": _get(OWN, NAMELESS, SECOND),
    "put__mismatched_payload": Case("PUT", OWN, {400}, FIRST, "application/rdf+xml"),
    "post__existing_graph": Case("POST", ONE, DONE, NAMED),
    "get_of_post__existing_graph": _get(ONE, SECOND, NAMED),
    "post__multipart_formdata": Case("POST", ONE, DONE, MULTIPART, f"multipart/form-data; boundary={EDGE}"),
    "get_of_post__multipart_formdata": _get(ONE, SECOND, NAMED, *PARTS.values()),
    "post__create__new_graph": Case("POST", STORE, CREATED, NAMELESS),
    "get_of_post__create__new_graph": _get(NEW, NAMELESS),
    "post__noop": Case("POST", NEW, DONE, ""),
    "get_of_post__after_noop": _get(NEW, NAMELESS),
    "head_on_an_existing_graph": Case("HEAD", ONE, {200}),
    "head_on_a_nonexisting_graph": Case("HEAD", TWO, {404}),
    "put__before_delete": Case("PUT", TWO, CREATED, FIRST),
    "delete__existing_graph": Case("DELETE", TWO, DONE),
    "get_of_delete__existing_graph": Case("GET", TWO, {404}),
    "delete__nonexistent_graph": Case("DELETE", TWO, {404}),
}
OURS = {"post__noop", "put__before_delete"}
"""Steps that the W3C's cases take for granted."""


@pytest.fixture
def own(serve_once: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]) -> Server:
    """Return a server that takes changes, over no graph but one of ten events."""
    return serve_once(new_build(tmp_path, "w3c", claims=0), "--writable", "yes")


def test_every_case_is_here() -> None:
    assert len(CASES.keys() - OURS) == 19


@pytest.mark.parametrize("way", ["indirect", "direct"])
def test_the_cases_in_their_order(own: Server, way: str) -> None:
    own.request("DELETE", "/store/core")
    paths = {
        "indirect": {ONE: "/store?graph=urn:person:1", TWO: "/store?graph=urn:person:2"},
        "direct": {ONE: "/store/person/1.ttl", TWO: "/store/person/2.ttl"},
    }[way] | {OWN: "/store?default", STORE: "/store"}
    for name, case in CASES.items():
        body = None if case.method in ("GET", "HEAD", "DELETE") else case.body.encode()
        answer = own.request(
            case.method, paths[case.graph], body=body, Content_Type=case.media_type, Accept="text/turtle"
        )
        assert (name, answer.status) in {(name, status) for status in case.statuses}
        if case.graph == STORE:
            paths[NEW] = urlsplit(answer.headers["Location"]).path
        if case.content:
            found = rdflib.Graph().parse(data=answer.body, format="turtle")
            assert (name, isomorphic(found, _graph(*case.content))) == (name, True)


def _graph(*texts: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for text in texts:
        graph.parse(data=text, format="turtle")
    return graph


def _described(server: Server) -> rdflib.Graph:
    answer = server.request("GET", "/sparql")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/turtle; charset=utf-8")
    return rdflib.Graph().parse(data=answer.body, format="turtle")


def test_returns_rdf(server: Server) -> None:
    assert len(_described(server)) > 0


def test_has_endpoint_triple(server: Server) -> None:
    assert set(_described(server).objects(None, SD.endpoint)) == {rdflib.URIRef(server.endpoint)}


RANGES = {
    "defaultDataset": "Dataset",
    "availableGraphs": "GraphCollection",
    "defaultGraph": "Graph",
    "namedGraph": "NamedGraph",
    "graph": "Graph",
    "extensionFunction": "Function",
}
DOMAINS = {
    "Service": {
        "endpoint",
        "feature",
        "defaultDataset",
        "supportedLanguage",
        "resultFormat",
        "extensionFunction",
    },
    "Dataset": {"defaultGraph", "namedGraph"},
    "NamedGraph": {"name", "graph"},
}
INSTANCES = {
    "supportedLanguage": {"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"},
    "feature": {
        "DereferencesURIs",
        "UnionDefaultGraph",
        "RequiresDataset",
        "EmptyGraphs",
        "BasicFederatedQuery",
    },
}


def test_conforms_to_schema(server: Server) -> None:
    graph = _described(server)
    said = {str(p).removeprefix(str(SD)) for p in graph.predicates() if str(p).startswith(str(SD))}
    assert said <= set().union(*DOMAINS.values())
    for kind, properties in DOMAINS.items():
        for name in properties & said:
            assert all((subject, rdflib.RDF.type, SD[kind]) in graph for subject in graph.subjects(SD[name]))
    for name, kind in RANGES.items():
        assert all((value, rdflib.RDF.type, SD[kind]) in graph for value in graph.objects(None, SD[name]))
    for name, known in INSTANCES.items():
        assert set(graph.objects(None, SD[name])) <= {SD[each] for each in known}
    assert all(isinstance(value, rdflib.URIRef) for value in graph.objects(None, SD.resultFormat))


def test_a_server_that_takes_updates_says_so(own: Server) -> None:
    assert SD.SPARQL11Update in set(_described(own).objects(None, SD.supportedLanguage))
    assert "Updates" not in str(_described(own).value(None, rdflib.RDFS.comment))


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ('name="a"; filename="a.png"\r\nContent-Type: image/png', 415),
        ('name="a"; filename="a.ttl"', 415),
        ('name="a"', 400),
    ],
)
def test_a_part_that_is_no_graph_changes_nothing(own: Server, head: str, status: int) -> None:
    body = f"--{EDGE}\r\nContent-Disposition: form-data; {head}\r\n\r\n<urn:a> <urn:b> 1 .\r\n--{EDGE}--\r\n"
    kind = f"multipart/form-data; boundary={EDGE}"
    assert own.request("POST", "/store/core", body=body.encode(), Content_Type=kind).status == status
    broken = (
        f"{MULTIPART[: -len(EDGE) - 6]}--{EDGE}\r\nContent-Disposition: form-data; name=x; filename=x\r\n"
    )
    broken += f"Content-Type: text/turtle\r\n\r\nthis is no graph\r\n--{EDGE}--\r\n"
    assert own.request("POST", "/store/core", body=broken.encode(), Content_Type=kind).status == 400
    assert own.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "30"}]
