"""The SPARQL 1.1 Protocol over a real socket, with the cases of the W3C's protocol tests among them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

import pytest

Server = Any

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
GRAPH = "https://w3id.org/voetnoot/graph/"
VN = "https://w3id.org/voetnoot/ontology#"
EVENT = f"ASK {{ ?e a <{VN}Event> }}"
BOTH = f"ASK {{ ?c a <{VN}FigureClaim> . ?e a <{VN}Event> }}"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_the_report_tells_what_is_loaded(server: Server) -> None:
    words = "\n".join(server.report)
    assert "build 0123abcd" in words
    assert "1630 quads in 3 graphs: 2 documents, 0 footnotes, 0 citations, 0 observations" in words
    assert "1 source files are not at hand" in words


def test_a_query_by_get(server: Server) -> None:
    answer = server.ask(EVENT)
    assert (answer.status, answer.json["boolean"]) == (200, True)
    assert answer.headers["Content-Type"] == "application/sparql-results+json"


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_a_query_by_form(server: Server, path: str) -> None:
    answer = server.request("POST", path, body=urlencode({"query": EVENT}).encode(), Content_Type=FORM)
    assert (answer.status, answer.json["boolean"]) == (200, True)


@pytest.mark.parametrize("method", ["POST", "QUERY"])
@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=UTF-8"])
def test_a_query_as_body(server: Server, method: str, charset: str) -> None:
    answer = server.request(method, "/sparql", body=EVENT.encode(), Content_Type=QUERY + charset)
    assert (answer.status, answer.json["boolean"]) == (200, True)


def test_a_head_has_the_headers_of_a_get_and_no_body(server: Server) -> None:
    path = f"/sparql?query={quote(COUNT)}"
    head, get = server.request("HEAD", path), server.request("GET", path)
    assert (head.status, head.body) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag"):
        assert head.headers[name] == get.headers[name]


DATASETS = [
    ("", True),
    (f"&default-graph-uri={GRAPH}core", False),
    (f"&default-graph-uri={GRAPH}core&default-graph-uri={GRAPH}background-2020", True),
    (f"&named-graph-uri={GRAPH}core", False),
    ("&default-graph-uri=urn:nothing", False),
]


@pytest.mark.parametrize(("dataset", "found"), DATASETS)
def test_the_request_names_the_default_graph(server: Server, dataset: str, *, found: bool) -> None:
    assert server.ask(BOTH, fields=dataset).json["boolean"] is found
    posted = server.request("POST", f"/sparql?{dataset[1:]}", body=BOTH.encode(), Content_Type=QUERY)
    assert posted.json["boolean"] is found


def test_the_request_names_the_named_graphs(server: Server) -> None:
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    assert [row["g"] for row in server.ask(graphs, fields=f"&named-graph-uri={GRAPH}core").rows] == [
        f"{GRAPH}core"
    ]
    assert len(server.ask(graphs).rows) == 3
    assert server.ask(graphs, fields=f"&default-graph-uri={GRAPH}core").rows == []


def test_the_request_s_dataset_is_stronger_than_from(server: Server) -> None:
    query = COUNT.replace("{", f"FROM <{GRAPH}background-2020> {{")
    assert server.ask(query).rows == [{"n": "800"}]
    assert server.ask(query, fields=f"&default-graph-uri={GRAPH}core").rows == [{"n": "30"}]


@pytest.mark.parametrize(
    ("clause", "pattern", "count"),
    [
        ("", "?s ?p ?o", 1630),
        (f"FROM <{GRAPH}core>", "?s ?p ?o", 30),
        (f"FROM <{GRAPH}core> FROM <{GRAPH}background-2020>", "?s ?p ?o", 830),
        (f"FROM NAMED <{GRAPH}core>", "?s ?p ?o", 0),
        (f"FROM NAMED <{GRAPH}core>", "GRAPH ?g { ?s ?p ?o }", 30),
        ("FROM <urn:nothing>", "?s ?p ?o", 0),
        ("", f"GRAPH <{GRAPH}core> {{ ?s ?p ?o }}", 30),
    ],
)
def test_from_holds_beside_the_union(server: Server, clause: str, pattern: str, count: int) -> None:
    assert server.ask(f"SELECT (COUNT(*) AS ?n) {clause} {{ {pattern} }}").rows == [{"n": str(count)}]


def test_columns_of_select_star_stand_in_order_of_first_appearance(server: Server) -> None:
    query = "SELECT * { ?zebra ?b ?ape . OPTIONAL { ?ape ?c ?d } } LIMIT 1"
    assert server.ask(query).json["head"]["vars"] == ["zebra", "b", "ape", "c", "d"]
    assert server.ask(query, Accept="text/csv").body.startswith(b"zebra,b,ape,c,d\r\n")


FORMATS = [
    ("SELECT ?s { ?s ?p ?o } LIMIT 1", "application/sparql-results+json", b'{"head"'),
    ("SELECT ?s { ?s ?p ?o } LIMIT 1", "application/sparql-results+xml", b"<?xml"),
    ("SELECT ?s { ?s ?p ?o } LIMIT 1", "text/csv", b"s\r\n"),
    ("SELECT ?s { ?s ?p ?o } LIMIT 1", "text/tab-separated-values", b"?s\n"),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "text/turtle", b""),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/n-triples", b"<"),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/rdf+xml", b"<?xml"),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/ld+json", b"["),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/trig", b""),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/n-quads", b"<"),
    ("DESCRIBE <https://w3id.org/voetnoot/id/event/e-1>", "text/turtle", b""),
]


@pytest.mark.parametrize(("query", "accept", "start"), FORMATS)
def test_every_format_can_be_had(server: Server, query: str, accept: str, start: bytes) -> None:
    answer = server.ask(query, Accept=accept)
    assert answer.status == 200
    assert answer.headers["Content-Type"].split(";")[0] == accept
    assert answer.body.startswith(start)
    assert answer.headers["Vary"].startswith("Accept")


@pytest.mark.parametrize("name", ["format", "output", "_mediatype"])
@pytest.mark.parametrize(
    ("value", "kind"),
    [("csv", "text/csv"), ("xml", "application/sparql-results+xml"), ("text%2Fcsv", "text/csv")],
)
def test_a_field_names_the_format(server: Server, name: str, value: str, kind: str) -> None:
    answer = server.ask(COUNT, fields=f"&{name}={value}", Accept="image/png")
    assert answer.headers["Content-Type"].split(";")[0] == kind


@pytest.mark.parametrize(
    ("suffix", "query", "kind"),
    [
        ("csv", COUNT, "text/csv"),
        ("json", COUNT, "application/sparql-results+json"),
        ("json", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/ld+json"),
        ("ttl", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "text/turtle"),
    ],
)
def test_a_suffix_names_the_format(server: Server, suffix: str, query: str, kind: str) -> None:
    answer = server.request("GET", f"/sparql.{suffix}?query={quote(query)}")
    assert answer.headers["Content-Type"].split(";")[0] == kind


@pytest.mark.parametrize(
    ("query", "accept"),
    [(COUNT, "image/png"), (COUNT, "text/turtle"), ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "text/csv")],
)
def test_a_format_that_does_not_fit_is_406_and_lists_what_there_is(
    server: Server, query: str, accept: str
) -> None:
    answer = server.ask(query, Accept=accept)
    assert answer.status == 406
    assert answer.json["available"]


REFUSED = [
    (("PUT", f"?query={quote(EVENT)}"), b"", {}, 405),
    (("DELETE", f"?query={quote(EVENT)}"), b"", {}, 405),
    (("GET", f"?query={quote(EVENT)}&query={quote(EVENT)}"), None, {}, 400),
    (("POST", ""), f"query={quote(EVENT)}&query={quote(EVENT)}".encode(), {"Content_Type": FORM}, 400),
    (("POST", f"?query={quote(EVENT)}"), EVENT.encode(), {"Content_Type": QUERY}, 400),
    (("POST", ""), EVENT.encode(), {"Content_Type": "text/plain"}, 415),
    (("POST", ""), f"query={quote(EVENT)}".encode(), {}, 415),
    (("POST", ""), EVENT.encode(), {}, 415),
    (("POST", ""), EVENT.encode("utf-16"), {"Content_Type": f"{QUERY}; charset=utf-16"}, 415),
    (("POST", ""), b"ASK { ?s ?p '\xff' }", {"Content_Type": QUERY}, 400),
    (("POST", ""), b"query=ASK%20%7B%20%3Fs%20%3Fp%20%22%FF%22%20%7D", {"Content_Type": FORM}, 400),
    (("POST", ""), b"", {"Content_Type": FORM}, 400),
    (("GET", "?query=ASK%20%7B"), None, {}, 400),
    (("GET", "?query="), None, {}, 400),
    (("GET", f"?query={quote(EVENT)}&default-graph-uri=relative"), None, {}, 400),
    (("GET", f"?query={quote(EVENT)}&format=docx"), None, {}, 400),
    (("GET", f"?query={quote('#' * 70_000)}"), None, {}, 413),
    (("POST", ""), b"#" * 70_000, {"Content_Type": QUERY}, 413),
    (("POST", ""), b"#" * 2_000_000, {"Content_Type": QUERY}, 413),
    (("GET", f"?update={quote('DROP ALL')}"), None, {}, 400),
    (("GET", f"?query={quote('DROP ALL')}"), None, {}, 403),
    (("POST", ""), f"update={quote('DROP ALL')}".encode(), {"Content_Type": FORM}, 403),
    (("POST", ""), b"CLEAR ALL", {"Content_Type": "application/sparql-update"}, 403),
]


@pytest.mark.parametrize(("address", "body", "headers", "status"), REFUSED)
def test_what_breaks_the_protocol_is_refused_with_a_problem(
    server: Server, address: tuple[str, str], body: bytes | None, headers: dict[str, str], status: int
) -> None:
    answer = server.request(address[0], f"/sparql{address[1]}", body=body, **headers)
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json["status"] == status
    assert answer.json["detail"]


def test_relative_iris_are_read_against_the_endpoint(server: Server) -> None:
    answer = server.ask("SELECT (<x> AS ?iri) {}")
    assert answer.rows == [{"iri": f"{server.url}/x"}]


def test_a_syntax_error_tells_line_column_and_what_to_do(server: Server) -> None:
    answer = server.ask("SELECT *\nWHERE { ?s vn:stated ?o }")
    told = answer.json
    assert (told["line"], told["column"]) == (2, 12)
    assert told["excerpt"] == "WHERE { ?s vn:stated ?o }"
    assert f"PREFIX vn: <{VN}>" in told["hint"]


def test_reading_is_open_to_every_origin_and_writing_to_none(server: Server) -> None:
    answer = server.request("OPTIONS", "/sparql", Origin="https://elsewhere.example")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "QUERY" in answer.headers["Access-Control-Allow-Methods"]
    assert "DELETE" not in answer.headers["Access-Control-Allow-Methods"]
    assert server.request("DELETE", "/sparql/running/12345678").headers["Access-Control-Allow-Origin"] is None


def test_every_answer_carries_strict_headers(server: Server) -> None:
    for path in (f"/sparql?query={quote(EVENT)}", "/sparql?query=bad", "/nothing", "/healthz"):
        headers = server.request("GET", path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "Set-Cookie" not in headers
