"""Our server over stores of other makers gives the pages and answers that it gives over a built graph."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from voetnoot_etl.rdf import Graph
from voetnoot_etl.release.store import write_release
from voetnoot_server import create_app
from voetnoot_server.catalogue import SavedQuery, read_catalogue
from voetnoot_server.settings import Settings

Remote = Any
Serve = Callable[..., str]

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = read_catalogue(ROOT / "queries")
ASKED = sorted(name for name, query in CATALOGUE.items() if query.example or not query.needs_values)
NOT_ON_VIRTUOSO = {
    "compatible-figures": "rows are lost where COALESCE meets a comparison with an unbound value",
    "events-during-event": "its compiler never comes back from a path in EXISTS in BIND, and blocks every later query",
    "figures-in-words": "rows of a sub-select in a UNION come or are lost by what was asked before",
    "places-on-a-map": "WKT literals come back in single precision",
    "provisions-read-differently": "rows are counted otherwise where OPTIONAL stands in OPTIONAL",
    "same-figure-other-certainty": "rows are lost where COALESCE meets a comparison with an unbound value",
    "sentences-without-claim": "rows are lost where a path meets FILTER NOT EXISTS",
}
"""Saved queries that Virtuoso 7.2.5 does not evaluate as the standard says, and how it fails."""

PLAIN = sorted(
    rule.rule
    for rule in create_app(Settings()).url_map.iter_rules()
    if not rule.arguments and "GET" in (rule.methods or ()) and rule.rule != "/sparql/running"
)
"""Every page that needs nothing but its address; the queries under way are listed for owners only."""

THINGS = (
    "/documents/cedoca-2023-12-05",
    "/graph/core",
    "/graph/core.ttl",
    "/graph/meta.jsonld",
    "/data/voetnoot.nq",
    "/id/event",
    "/id/document/cedoca-2023-12-05",
    "/id/footnote/cedoca-2023-12-05-1",
    "/id/footnote/cedoca-2023-12-05-1.ttl",
    "/kind/outcome/killed",
    "/search?q=Lachin",
    "/store/core",
)


def get(address: str, accept: str = "*/*") -> tuple[int, bytes]:
    request = urllib.request.Request(address, headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.read()


@pytest.fixture(scope="session")
def ours(released: Mapping[str, Graph], serve_over: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of our server over a built graph."""
    build = tmp_path_factory.mktemp("build")
    sizes = {graph.iri.value: len(graph.triples) for graph in released.values()}
    write_release(build, released.values(), {"graphs": sizes})
    return serve_over(str(build / "current"))


@pytest.fixture(scope="session")
def over_oxigraph(oxigraph: Remote, serve_over: Serve) -> str:
    """Return the address of our server over Oxigraph's."""
    return serve_over(oxigraph.query)


@pytest.fixture(scope="session")
def over_virtuoso(virtuoso: Remote, serve_over: Serve) -> str:
    """Return the address of our server over Virtuoso, whose default graph holds graphs of its own too."""
    return serve_over(virtuoso.query, "--remote-default-graph", "named", "--query-seconds", "10")


@pytest.fixture(params=["over_oxigraph", "over_virtuoso"])
def theirs(request: pytest.FixtureRequest) -> str:
    """Return the address of our server over each of the other makers' stores."""
    address: str = request.getfixturevalue(request.param)
    return address


def answer(address: str, query: SavedQuery) -> tuple[int, list[str]]:
    """Return the answer to a saved query's example, its lines sorted: the order of equals is nobody's."""
    suffix = {"select": "csv", "ask": "json"}.get(query.form, "nt")
    arguments = f"?{urlencode(query.example)}" if query.example else ""
    status, body = get(f"{address}/queries/{query.name}.{suffix}{arguments}")
    return status, sorted(body.decode().splitlines())


@pytest.mark.parametrize("path", [*PLAIN, *THINGS])
def test_every_page_is_there(theirs: str, path: str) -> None:
    assert get(f"{theirs}{path}")[0] == 200


@pytest.mark.parametrize("name", ASKED)
def test_a_saved_query_over_oxigraph_has_the_same_answer(ours: str, over_oxigraph: str, name: str) -> None:
    assert answer(over_oxigraph, CATALOGUE[name]) == answer(ours, CATALOGUE[name])


@pytest.mark.parametrize("name", sorted(set(ASKED) - set(NOT_ON_VIRTUOSO)))
def test_a_saved_query_over_virtuoso_has_the_same_answer(ours: str, over_virtuoso: str, name: str) -> None:
    assert get(f"{over_virtuoso}/readyz")[0] == 200, "the query before this one has blocked Virtuoso"
    there, here = answer(over_virtuoso, CATALOGUE[name]), answer(ours, CATALOGUE[name])
    assert there[0] == here[0]
    assert sorted(map(_with_numbers, there[1])) == sorted(map(_with_numbers, here[1]))


def _with_numbers(row: str) -> str:
    """Write truth as a number, as Virtuoso does where an expression makes it."""
    numbers = {"true": "1", "false": "0"}
    return ",".join(numbers.get(cell, cell) for cell in row.split(","))


def test_what_virtuoso_cannot_is_still_asked_for() -> None:
    assert set(NOT_ON_VIRTUOSO) <= set(CATALOGUE)


def test_the_default_graph_is_the_union_whatever_the_remote_has(ours: str, theirs: str) -> None:
    count = quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    found = [get(f"{address}/sparql?query={count}", "text/csv") for address in (ours, theirs)]
    assert found[0] == found[1]


def test_a_graph_that_the_request_names_is_the_only_one(ours: str, theirs: str) -> None:
    query = quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    graph = quote("https://w3id.org/voetnoot/graph/core")
    address = f"/sparql?query={query}&default-graph-uri={graph}"
    assert get(f"{theirs}{address}", "text/csv") == get(f"{ours}{address}", "text/csv")


def test_readiness_tells_the_version_of_the_data(
    ours: str, theirs: str, released: Mapping[str, Graph]
) -> None:
    said = json.loads(get(f"{theirs}/readyz")[1])
    version = next(t.object for t in released["meta"].triples if "pav/version" in str(t.predicate))
    assert said["version"] == getattr(version, "value", "")
    assert said["quads"] == json.loads(get(f"{ours}/readyz")[1])["quads"]


def test_a_syntax_fault_keeps_the_remotes_words(theirs: str) -> None:
    status, body = get(f"{theirs}/sparql?query={quote('SELECT * { bad }')}")
    assert status == 400
    assert b"The remote store refuses this query" in body
