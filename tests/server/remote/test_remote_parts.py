"""The parts of the remote store by themselves: addresses, data sets, dialects, refusals."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from voetnoot_server.errors import BadRequestError, ForbiddenError, SettingsError
from voetnoot_server.remote.address import Address
from voetnoot_server.remote.dataset_fields import DataSet
from voetnoot_server.remote.dialect import STANDARD, dialect_of
from voetnoot_server.remote.refusal import problem_told, refusal, told
from voetnoot_server.settings import Secret, Settings

GRAPHS = ("https://example.org/g/1", "https://example.org/g/2")
HIDDEN = "opensesame"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://example.org/sparql", "starts with https"),
        ("https:///sparql", "names a host"),
        ("https://example.org:port/", "no valid address"),
        (f"https://me:{HIDDEN}@example.org/sparql", "remote_user and remote_password"),
    ],
)
def test_an_address_that_cannot_be_one_is_refused(address: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as raised:
        Address.of(Settings(remote=address))
    assert HIDDEN not in str(raised.value)


def test_an_address_shows_neither_credentials_nor_arguments() -> None:
    token = Secret(HIDDEN)
    address = Address.of(Settings(remote=f"https://example.org/sparql?key={HIDDEN}", remote_token=token))
    assert str(address) == "https://example.org:443/sparql"
    assert HIDDEN not in repr(address).replace(address.target, "")
    assert address.authorization == f"Bearer {HIDDEN}"


def test_a_secret_is_not_shown() -> None:
    settings = Settings(remote_password=Secret(HIDDEN))
    assert HIDDEN not in f"{settings} {settings.remote_password} {settings.remote_password!r}"
    assert settings.remote_password.reveal() == HIDDEN


@pytest.mark.parametrize(
    ("location", "same"),
    [
        ("/elsewhere", True),
        ("https://example.org/new", True),
        ("https://example.org:443/new", True),
        ("http://example.org/new", False),
        ("//other.example/new", False),
        ("https://example.org:8443/new", False),
    ],
)
def test_only_a_redirect_within_one_origin_is_followed(location: str, *, same: bool) -> None:
    assert Address.of(Settings(remote="https://example.org/sparql")).shares_origin(location) is same


def test_our_graphs_are_named_where_the_remote_has_no_union() -> None:
    fields = DataSet(GRAPHS).fields("ASK { ?s ?p ?o }")
    assert fields[1:] == [
        *(("default-graph-uri", graph) for graph in GRAPHS),
        *(("named-graph-uri", graph) for graph in GRAPHS),
    ]


@pytest.mark.parametrize("query", ["ASK FROM <x:g> { ?s ?p ?o }", "ASK\nfrom named <x:g> { GRAPH ?g { } }"])
def test_a_query_that_names_its_data_set_keeps_it(query: str) -> None:
    assert DataSet(GRAPHS).fields(query) == [("query", query)]


def test_a_data_set_of_the_request_comes_before_ours() -> None:
    fields = DataSet(GRAPHS).fields("ASK { ?s ?p ?o }", default=("x:g",), named=())
    assert fields[1:] == [("default-graph-uri", "x:g")]


def test_relative_iris_mean_what_they_mean_here() -> None:
    base = "https://example.org/sparql"
    assert DataSet().fields("ASK { <a> ?p ?o }", base)[0][1] == f"BASE <{base}> ASK {{ <a> ?p ?o }}"
    assert DataSet().fields("ASK { <x:a> ?p ?o }", base)[0][1] == "ASK { <x:a> ?p ?o }"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", ForbiddenError),
        ('DEFINE get:soft "replace" SELECT * { ?s ?p ?o }', BadRequestError),
        ('PREFIX a: <x:> define input:same-as "yes" ASK { }', BadRequestError),
    ],
)
def test_what_would_make_the_remote_fetch_from_others_is_refused(query: str, problem: type) -> None:
    with pytest.raises(problem):
        DataSet().fields(query)


def test_a_text_about_define_is_no_pragma() -> None:
    assert DataSet().fields('ASK { ?s ?p "define" }')
    assert DataSet().fields("PREFIX define: <x:> ASK { define:s ?p ?o }")


VIRTUOSO_JSON = b"""
{ "head": { "link": [], "vars": ["o", "n"] },
  "results": { "distinct": false, "ordered": true, "bindings": [
    { "o": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }},
    { "o": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "0" }},
    { "o": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "1" }},
    { "o": { "type": "typed-literal", "datatype": "http://www.openlinksw.com/schemas/virtrdf#Geometry",
             "value": "POINT(1 2)" }},
    { "o": { "type": "bnode", "value": "nodeID://b10000" },
      "n": { "type": "literal", "value": "\\"type\\": \\"bnode\\", \\"value\\": \\"nodeID://b1" }} ] } }"""


def test_virtuosos_results_are_read_as_the_standard_means_them() -> None:
    read = dialect_of("Virtuoso/07.20", "json").read(VIRTUOSO_JSON)
    found = parse_query_results(read, QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    rows = list(found)
    assert [getattr(row["o"], "value", "") for row in rows] == ["true", "false", "1", "POINT(1 2)", "b10000"]
    assert rows[3]["o"].datatype.value == "http://www.opengis.net/ont/geosparql#wktLiteral"
    assert rows[4]["n"].value == '"type": "bnode", "value": "nodeID://b1'


def test_virtuosos_geometries_are_wkt_in_triples_too() -> None:
    geometry = "http://www.openlinksw.com/schemas/virtrdf#Geometry"
    line = f'<x:s>\t<x:p>\t"POINT(1 2)"^^<{geometry}> .\n'
    text = f'<x:s> <x:p> "about \\"^^<{geometry}> ." .\n'
    read = dialect_of("Virtuoso/07.20", "ntriples").read((line + text).encode())
    first, second = (quad.object for quad in parse(read, RdfFormat.N_TRIPLES))
    assert first.datatype.value.endswith("#wktLiteral")
    assert geometry in second.value


def test_other_stores_are_taken_at_their_word() -> None:
    assert dialect_of("Oxigraph/0.5.13", "json") is STANDARD
    assert dialect_of("", "json") is STANDARD
    assert dialect_of("Virtuoso/07.20", "turtle") is STANDARD


@pytest.mark.parametrize(
    ("status", "said", "answered", "words"),
    [
        (400, b"syntax error at 'bad'\n\nSPARQL query:\nSELECT", 400, "syntax error at 'bad'"),
        (401, b"who are you?", 502, r"does not let this server in \(401\)"),
        (404, b"", 502, r"failed at this query \(404\)\.$"),
        (500, b"<html><style>p {}</style><h1>Division by 0</h1></html>", 502, r"\(500\): Division by 0"),
        (503, b"come back\x07 later", 503, "come back later"),
        (504, b"too long", 504, "too long"),
    ],
)
def test_a_refusal_keeps_the_remotes_words_and_an_honest_status(
    status: int, said: bytes, answered: int, words: str
) -> None:
    problem = refusal(status, said)
    assert problem.status == answered
    with pytest.raises(type(problem), match=words):
        raise problem


def test_a_long_refusal_is_cut() -> None:
    assert len(refusal(500, b"word " * 10_000).detail) < 500


def test_a_busy_store_says_when_to_come_again() -> None:
    assert refusal(429, b"", "30").headers == {"Retry-After": "30"}
    assert refusal(503, b"", "30\r\nX: y").headers == {}


def test_a_problem_survives_the_way_from_an_evaluator() -> None:
    problem = problem_told(told(refusal(503, b"busy", "7")))
    assert (problem.status, problem.headers) == (503, {"Retry-After": "7"})
