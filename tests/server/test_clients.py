"""The clients that people use, as they are, over a real socket."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any
from urllib.parse import quote

import pandas  # type: ignore[import-untyped]
import pytest
import rdflib
import sparql_dataframe  # type: ignore[import-untyped]
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

Server = Any

VN = "https://w3id.org/voetnoot/ontology#"
EVENT = "https://w3id.org/voetnoot/id/event/e-1"
COUNT = f"SELECT (COUNT(?claim) AS ?claims) WHERE {{ ?claim <{VN}event> <{EVENT}> }}"
LABELS = f"""
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label WHERE {{ <{EVENT}> skos:prefLabel ?label }} ORDER BY ?label
"""


def _converted(client: SPARQLWrapper) -> Any:  # noqa: ANN401 - another type for each format
    return client.query().convert()


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("way", [URLENCODED, POSTDIRECTLY])
def test_sparqlwrapper_by_every_method(server: Server, method: str, way: str) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setMethod(method)
    if method == POST:
        client.setRequestMethod(way)
    client.setQuery(COUNT)
    client.setReturnFormat(JSON)
    assert _converted(client)["results"]["bindings"][0]["claims"]["value"] == "40"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_sparqlwrapper_in_other_formats(server: Server) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery(COUNT)
    client.setReturnFormat(CSV)
    assert _converted(client) == b"claims\r\n40\r\n"
    client.setReturnFormat(XML)
    assert _converted(client).getElementsByTagName("literal")[0].firstChild.data == "40"
    client.setQuery(f"DESCRIBE <{EVENT}>")
    client.setReturnFormat(TURTLE)
    assert b"Gevecht 1" in _converted(client)
    client.setReturnFormat(RDFXML)
    assert len(_converted(client)) == 3


def test_sparqlwrapper_shows_what_is_wrong(server: Server) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery("SELECT * { ?s vn:event ?o }")
    with pytest.raises(QueryBadFormed, match="is not declared"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_rdflib_s_sparqlstore(server: Server, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(server.endpoint, method=method))
    labels = [str(row.label) for row in graph.query(LABELS)]  # type: ignore[union-attr]
    assert labels == ["Clash 1", "Gevecht 1"]
    assert len(list(graph.triples((rdflib.URIRef(EVENT), None, None)))) == 3
    assert (rdflib.URIRef(EVENT), rdflib.RDF.type, rdflib.URIRef(f"{VN}Event")) in graph


def test_rdflib_reads_a_graph_from_its_address(server: Server) -> None:
    assert len(rdflib.Graph().parse(f"{server.url}/store/core")) == 30


def test_rdflib_asks_by_service(server: Server) -> None:
    query = f"SELECT ?o {{ SERVICE <{server.endpoint}> {{ <{EVENT}> a ?o }} }}"
    assert [str(row[0]) for row in rdflib.Graph().query(query)] == [f"{VN}Event"]  # type: ignore[index]


def test_pandas_reads_a_query_s_address(server: Server) -> None:
    frame = pandas.read_csv(f"{server.endpoint}.csv?query={quote(COUNT)}")
    assert frame.to_dict("records") == [{"claims": 40}]
    same = pandas.read_csv(f"{server.endpoint}?query={quote(COUNT)}", storage_options={"Accept": "text/csv"})
    assert same.equals(frame)


@pytest.mark.parametrize("post", [False, True])
def test_sparql_dataframe(server: Server, *, post: bool) -> None:
    frame = sparql_dataframe.get(server.endpoint, COUNT, post=post)
    assert frame["claims"].tolist() == [40]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--data-urlencode", f"query={COUNT}", "-H", "Accept: text/csv"], "claims\r\n40\r\n"),
        (["-G", "--data-urlencode", f"query={COUNT}", "-d", "format=tsv"], "?claims\n40\n"),
        (
            ["-H", "Content-Type: application/sparql-query", "--data-binary", "ASK {}"],
            '{"head":{},"boolean":true}',
        ),
        (["-X", "QUERY", "-H", "Content-Type: application/sparql-query", "--data-binary", "ASK {}"], "true"),
        (["--compressed", "-G", "--data-urlencode", "query=ASK {}"], "true"),
        (["--http1.0", "-G", "--data-urlencode", "query=ASK {}"], "true"),
    ],
)
def test_curl(server: Server, arguments: list[str], expected: str) -> None:
    said = subprocess.run(
        ["curl", "-sS", "--fail-with-body", *arguments, server.endpoint],
        capture_output=True,
        check=True,
        timeout=20,
    )
    assert expected in said.stdout.decode()
