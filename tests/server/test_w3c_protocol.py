"""The 34 cases of the W3C's rdf-tests for the SPARQL 1.1 Protocol, by their names, restated over graphs of our own.

Each is a row of requests with what must come of them: a status of two or four hundred, a truth, or a kind of answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

Server = Any

FORM, QUERY, UPDATE = (
    f"application/{name}" for name in ("x-www-form-urlencoded", "sparql-query", "sparql-update")
)
DOCUMENT, FOUND = "<urn:t:Document>", "<urn:t:Found>"
ONE, TWO, THREE = ("urn:g:1", "urn:g:2", "urn:g:3")
GRAPHS = [
    f"<{iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> {DOCUMENT} <{iri}> ."
    for iri in (ONE, TWO, THREE)
]
ROW_TYPES = {f"application/sparql-results+{name}" for name in ("xml", "json")} | {
    "text/csv",
    "text/tab-separated-values",
}
TRUTH_TYPES = {"application/sparql-results+xml", "application/sparql-results+json"}
GRAPH_TYPES = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"}

Fields = tuple[tuple[str, str], ...]
UNION_OF_TWO: Fields = (("default-graph-uri", ONE), ("default-graph-uri", TWO))
TWO_BY_NAME: Fields = (("named-graph-uri", ONE), ("named-graph-uri", TWO))
BOTH = f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type }}"
BOTH_BY_NAME = f"ASK {{ GRAPH ?g {{ <{ONE}> a ?type }} GRAPH ?h {{ <{TWO}> a ?type }} }}"
FILL = f"DROP ALL ; INSERT DATA {{ {' '.join(f'GRAPH <{g}> {{ <{g}> a {DOCUMENT} }}' for g in (ONE, TWO, THREE))} }} ; "
NOTE = f"INSERT {{ GRAPH <urn:out> {{ ?s a {FOUND} }} }} WHERE"


def _noted(*there: str, absent: str) -> str:
    found = " . ".join(f"<{iri}> a {FOUND}" for iri in there)
    return f"ASK {{ GRAPH <urn:out> {{ {found} }} FILTER NOT EXISTS {{ GRAPH <urn:out> {{ <{absent}> ?p ?o }} }} }}"


@dataclass(frozen=True, slots=True)
class Step:
    """One request: method, fields of the address, type and text of the body; and what must come of it."""

    expected: object
    method: str = "POST"
    fields: Fields = ()
    media_type: str = ""
    body: str = ""
    charset: str = "utf-8"


def _get(expected: object, *fields: tuple[str, str]) -> Step:
    return Step(expected, "GET", fields)


def _query(expected: object, body: str, *fields: tuple[str, str]) -> Step:
    return Step(expected, "POST", fields, QUERY, body)


def _update(body: str, *fields: tuple[str, str], expected: object = 2) -> Step:
    return Step(expected, "POST", fields, UPDATE, body)


EMPTY = ("query", "ASK {}")
CASES: dict[str, tuple[Step, ...]] = {
    "query_post_form": (Step(True, media_type=FORM, body=urlencode([EMPTY])),),
    "query_dataset_default_graphs_get": (_get(True, ("query", BOTH), *UNION_OF_TWO),),
    "query_dataset_default_graphs_post": (_query(True, BOTH, *UNION_OF_TWO),),
    "query_dataset_named_graphs_post": (_query(True, BOTH_BY_NAME, *TWO_BY_NAME),),
    "query_dataset_named_graphs_get": (_get(True, ("query", BOTH_BY_NAME), *TWO_BY_NAME),),
    "query_dataset_full": (
        _query(
            True,
            f"{BOTH_BY_NAME[:-1]} <{THREE}> a ?type FILTER NOT EXISTS {{ <{ONE}> a ?type }} }}",
            ("default-graph-uri", THREE),
            *TWO_BY_NAME,
        ),
    ),
    "query_multiple_dataset": (
        _query(True, BOTH_BY_NAME.replace("ASK", f"ASK FROM <{THREE}>"), *TWO_BY_NAME),
    ),
    "query_get": (_get(True, EMPTY),),
    "query_content_type_select": (_query(ROW_TYPES, "SELECT (1 AS ?one) {}"),),
    "query_content_type_ask": (_query(TRUTH_TYPES, "ASK {}"),),
    "query_content_type_describe": (_query(GRAPH_TYPES, f"DESCRIBE <{ONE}>"),),
    "query_content_type_construct": (_query(GRAPH_TYPES, "CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}"),),
    "update_dataset_default_graph": (
        _update(f"{FILL}{NOTE} {{ ?s a {DOCUMENT} }}", ("using-graph-uri", ONE)),
        _query(True, _noted(ONE, absent=TWO)),
    ),
    "update_dataset_default_graphs": (
        _update(f"{FILL}{NOTE} {{ ?s a {DOCUMENT} }}", ("using-graph-uri", ONE), ("using-graph-uri", TWO)),
        _query(True, _noted(ONE, TWO, absent=THREE)),
    ),
    "update_dataset_named_graphs": (
        _update(
            f"{FILL}{NOTE} {{ GRAPH ?g {{ ?s a {DOCUMENT} }} }}",
            ("using-named-graph-uri", ONE),
            ("using-named-graph-uri", TWO),
        ),
        _query(True, _noted(ONE, TWO, absent=THREE)),
    ),
    "update_dataset_full": (
        _update(
            f"{FILL}INSERT {{ GRAPH <urn:out> {{ ?s <urn:in> ?where }} }} WHERE {{ "
            f"{{ ?s a {DOCUMENT} BIND('default' AS ?where) }} UNION {{ GRAPH ?where {{ ?s a {DOCUMENT} }} }} }}",
            ("using-graph-uri", ONE),
            ("using-named-graph-uri", TWO),
        ),
        _query(
            True,
            f"ASK {{ GRAPH <urn:out> {{ <{ONE}> <urn:in> 'default' . <{TWO}> <urn:in> <{TWO}> }} "
            f"FILTER NOT EXISTS {{ GRAPH <urn:out> {{ <{THREE}> ?p ?o }} }} }}",
        ),
    ),
    "update_post_form": (Step(2, media_type=FORM, body="update=CLEAR+ALL"),),
    "update_post_direct": (_update("CLEAR ALL"),),
    "update_base_uri": (
        _update("CLEAR GRAPH <urn:base> ; INSERT DATA { GRAPH <urn:base> { <urn:s> <urn:p> <relative> } }"),
        _query(
            True,
            "ASK { GRAPH <urn:base> { <urn:s> <urn:p> ?o FILTER(ISIRI(?o) && REGEX(STR(?o), '^http.+/relative$')) } }",
        ),
    ),
    "query_post_direct": (_query(True, "ASK {}"),),
    "bad_query_method": (Step(4, "PUT", (EMPTY,), FORM),),
    "bad_multiple_queries": (_get(4, EMPTY, ("query", "SELECT * {}")),),
    "bad_query_wrong_media_type": (Step(4, media_type="text/plain", body="ASK {}"),),
    "bad_query_missing_form_type": (Step(4, body=urlencode([EMPTY])),),
    "bad_query_missing_direct_type": (Step(4, body="ASK {}"),),
    "bad_query_non_utf8": (Step(4, media_type=f"{QUERY}; charset=UTF-16", body="ASK {}", charset="utf-16"),),
    "bad_query_syntax": (_get(4, ("query", "ASK {")),),
    "bad_update_get": (_get(4, ("update", "CLEAR ALL")),),
    "bad_multiple_updates": (Step(4, media_type=FORM, body="update=CLEAR+NAMED&update=CLEAR+DEFAULT"),),
    "bad_update_wrong_media_type": (Step(4, media_type="text/plain", body="CLEAR NAMED"),),
    "bad_update_missing_form_type": (Step(4, body="update=CLEAR+NAMED"),),
    "bad_update_non_utf8": (
        Step(4, media_type=f"{UPDATE}; charset=UTF-16", body="CLEAR NAMED", charset="utf-16"),
    ),
    "bad_update_syntax": (Step(4, media_type=FORM, body="update=CLEAR+XYZ"),),
    "bad_update_dataset_conflict": (
        _update(
            "WITH <urn:w> DELETE { ?s <urn:p> 1 } INSERT { ?s <urn:p> 2 } WHERE { ?s <urn:p> 1 }",
            ("using-named-graph-uri", ONE),
            expected=4,
        ),
    ),
}
READING = [name for name in CASES if not name.startswith("update_")]


def _store(folder: Path, new_build: Callable[..., Path]) -> Path:
    return new_build(folder, "w3c", claims=0, extra=GRAPHS)


@pytest.fixture(scope="module")
def readable(
    serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory, new_build: Callable[..., Path]
) -> Server:
    """Return a server that takes no updates."""
    return serve(_store(tmp_path_factory.mktemp("readable"), new_build))


@pytest.fixture(scope="module")
def writable(
    serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory, new_build: Callable[..., Path]
) -> Server:
    """Return a server that takes updates; a case that needs what another may have dropped puts it there itself."""
    return serve(_store(tmp_path_factory.mktemp("writable"), new_build), "--writable", "yes")


def _goes_as_expected(server: Server, step: Step) -> bool:
    path = f"/sparql/?{urlencode(step.fields)}" if step.fields else "/sparql/"
    body = step.body.encode(step.charset) if step.method != "GET" else None
    headers = {"Content-Type": step.media_type} if step.media_type else {}
    answer = server.request(step.method, path, body=body, **headers)
    if isinstance(step.expected, bool):
        return bool(answer.status == 200 and answer.json["boolean"] is step.expected)
    if isinstance(step.expected, int):
        return bool(answer.status // 100 == step.expected)
    assert isinstance(step.expected, set)
    return answer.status == 200 and answer.headers["Content-Type"].split(";")[0] in step.expected


def test_every_case_is_here() -> None:
    assert len(CASES) == 34


@pytest.mark.parametrize("name", READING)
def test_a_case_of_a_server_that_only_reads(readable: Server, name: str) -> None:
    assert [_goes_as_expected(readable, step) for step in CASES[name]] == [True] * len(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_case_of_a_server_that_takes_updates(writable: Server, name: str) -> None:
    assert [_goes_as_expected(writable, step) for step in CASES[name]] == [True] * len(CASES[name])
