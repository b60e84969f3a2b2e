"""What the endpoint states of itself: formats, functions, limits, and where the data are described; and q-values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, VOID

from voetnoot_server.features import FUNCTIONS
from voetnoot_server.settings import Settings

Server = Any

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = rdflib.Namespace("http://www.w3.org/ns/formats/")
ROWS = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPH = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2"


@pytest.fixture(scope="module")
def own(serve: Callable[..., Server], built: Path) -> Server:
    """Return a server with limits of its own."""
    flags = {
        "query-seconds": 7,
        "query-bytes": 1234,
        "result-rows": 4321,
        "concurrent-queries": 3,
        "queued-queries": 5,
    }
    return serve(built, *(word for name, value in flags.items() for word in (f"--{name}", str(value))))


@pytest.fixture(scope="module")
def description(own: Server) -> rdflib.Graph:
    """Return the service description of that server."""
    return rdflib.Graph().parse(data=own.request("GET", "/sparql").body, format="turtle")


def test_every_limit_is_stated(own: Server, description: rdflib.Graph) -> None:
    (service,) = description.subjects(RDF.type, SD.Service)
    stated = str(description.value(service, RDFS.comment))
    for words in ("1234 bytes", "7 seconds", "4321 rows", "256 MB", "3 queries", "5 wait"):
        assert words in stated
    page = own.request("GET", "/sparql", Accept="text/html").body.decode()
    for number in ("1234", "7", "4321"):
        assert number in page


def test_every_format_and_function_is_stated(description: rdflib.Graph) -> None:
    (service,) = description.subjects(RDF.type, SD.Service)
    assert FORMATS.SPARQL_Results_CSV in set(description.objects(service, SD.resultFormat))
    assert FORMATS["JSON-LD"] in set(description.objects(service, SD.resultFormat))
    functions = {str(function) for function in description.objects(service, SD.extensionFunction)}
    assert functions == set(FUNCTIONS)


def test_it_leads_to_the_description_of_the_data_and_back(own: Server, description: rdflib.Graph) -> None:
    (void,) = description.objects(None, RDFS.seeAlso)
    assert str(void) == f"{own.url}/.well-known/void"
    data = rdflib.Graph().parse(data=own.request("GET", "/.well-known/void").body, format="turtle")
    assert set(data.objects(None, VOID.sparqlEndpoint)) == {rdflib.URIRef(own.endpoint)}


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        ("*/*", "application/sparql-results+json", "text/turtle"),
        ("text/html;q=0.1, */*;q=0.2", "application/sparql-results+json", "text/turtle"),
        (
            "text/csv;q=0.2, application/sparql-results+xml;q=0.3, text/turtle;q=0.1",
            "application/sparql-results+xml",
            "text/turtle",
        ),
        ("text/csv, application/n-triples;q=0.4, text/turtle;q=0.3", "text/csv", "application/n-triples"),
        ("application/json", "application/sparql-results+json", "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", "text/html"),
    ],
)
def test_q_values_choose_for_rows_and_for_graphs(server: Server, accept: str, rows: str, graph: str) -> None:
    for query, expected in ((ROWS, rows), (GRAPH, graph)):
        assert server.ask(query, Accept=accept).headers["Content-Type"].split(";")[0] == expected


def test_a_query_over_its_memory_is_told_so(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--query-memory-bytes", "50000000", "--query-seconds", "15")
    answer = server.ask("SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c ?a ?d LIMIT 3000000")
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:resource-limit")
    assert "memory" in answer.json["detail"]
    assert server.ask("ASK {}").status == 200


def test_the_defaults_are_those_that_the_readme_promises() -> None:
    settings = Settings()
    assert (settings.query_bytes, settings.query_seconds) == (65_536, 20.0)
