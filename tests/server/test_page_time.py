"""Pages whose query is slow: a clean status in time, and everybody else as quick as before."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

Server = Any

SECONDS = 1
HEAD = "#+ summary: {0}?\n#+ summary_nl: {0}?\n#+ description: {0}.\n#+ tags: [{1}]\n"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }\n"
PANEL = '#+ params:\n#+   event: {type: iri, required: true, class: "vn:Event"}\n'
QUERIES = {
    "quick": HEAD.format("Quick", "quality") + "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }\n",
    "slow": HEAD.format("Slow", "quality") + CROSS,
    "slow-ask": HEAD.format("Slow ask", "overview")
    + "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = '') }\n",
    "slow-graph": HEAD.format("Slow graph", "overview")
    + "CONSTRUCT { ?a ?n ?a } WHERE { SELECT ?a (COUNT(?f) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a }\n",
    "slow-panel": HEAD.format("Slow panel", "events")
    + PANEL
    + "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?_event_iri . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }\n",
    "large": HEAD.format("Large", "overview") + "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 200000\n",
}
SLOW = [
    "/queries/slow",
    "/queries/slow.csv",
    "/queries/slow.xlsx",
    "/queries/slow-ask",
    "/queries/slow-ask.json",
    "/queries/slow-graph.ttl",
    "/quality",
    "/id/event/e-1",
]


@pytest.fixture(scope="module")
def own(serve: Callable[..., Server], built: Path, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """Return a server with slow saved queries, whose pages may take a second."""
    folder = tmp_path_factory.mktemp("queries")
    for name, text in QUERIES.items():
        (folder / f"{name}.rq").write_text(text, encoding="utf-8")
    flags = ["--page-seconds", str(SECONDS), "--page-bytes", "1000000", "--concurrent-queries", "2"]
    return serve(built, "--queries", str(folder), *flags)


@pytest.mark.parametrize("path", SLOW)
def test_a_page_whose_query_is_slow_is_a_clean_status_in_time(own: Server, path: str) -> None:
    began = time.monotonic()
    answer = own.request("GET", path, Accept="text/html, application/problem+json")
    took = time.monotonic() - began
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:time-limit")
    assert f"{SECONDS} seconds" in answer.json["detail"]
    assert SECONDS * 0.9 < took < SECONDS + 1
    assert own.request("GET", "/queries/quick.csv").body == b"n\r\n1630\r\n"


def test_a_browser_is_told_on_a_page(own: Server) -> None:
    answer = own.request("GET", "/queries/slow", Accept="text/html")
    assert (answer.status, answer.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert b"a page may take" in answer.body


def test_an_answer_that_is_too_large_for_a_page_is_a_clean_status(own: Server) -> None:
    answer = own.request("GET", "/queries/large.csv")
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:resource-limit")


def test_many_slow_pages_keep_nobody_from_anything_else(own: Server) -> None:
    with ThreadPoolExecutor(12) as pool:
        asked = [pool.submit(own.request, "GET", "/queries/slow") for _ in range(12)]
        time.sleep(0.3)
        began = time.monotonic()
        assert own.request("GET", "/healthz").status == 200
        assert own.ask("ASK { BIND(RAND() AS ?x) }").status == 200
        assert time.monotonic() - began < 0.5
        answers = [each.result() for each in asked]
    assert {answer.status for answer in answers} == {503}
    busy = [answer for answer in answers if answer.json["type"].endswith("busy")]
    assert busy
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in busy)
    assert own.request("GET", "/queries/quick.csv").status == 200


def test_slow_queries_of_strangers_keep_no_page_waiting(own: Server) -> None:
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(own.ask, f"{CROSS} LIMIT {number + 1}") for number in range(2)]
        time.sleep(0.3)
        began = time.monotonic()
        assert own.request("GET", "/queries/quick.tsv").status == 200
        assert time.monotonic() - began < 0.5
        assert {each.result().status for each in asked} == {503}


def test_a_client_that_leaves_ends_the_query_of_its_page(
    serve: Callable[..., Server], built: Path, tmp_path: Path
) -> None:
    (tmp_path / "slow.rq").write_text(QUERIES["slow"], encoding="utf-8")
    server = serve(built, "--queries", str(tmp_path), "--page-seconds", "30")
    with socket.create_connection(("127.0.0.1", server.port)) as plain:
        plain.sendall(b"GET /queries/slow.csv HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.3)
    until = time.monotonic() + 5
    while '"status": 499' not in server.log.read_text(encoding="utf-8"):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("suffix", ["xlsx", "safe.csv"])
def test_a_table_that_takes_long_to_write_ends_on_time(
    serve: Callable[..., Server], built: Path, tmp_path: Path, suffix: str
) -> None:
    wide = " ".join(f"('{name * 9}' AS ?{name})" for name in "qrstuvwxyz")
    text = HEAD.format("Wide", "overview") + f"SELECT {wide} ?a WHERE {{ ?a ?b ?c . ?d ?e ?f }} LIMIT 60000\n"
    (tmp_path / "wide.rq").write_text(text, encoding="utf-8")
    server = serve(built, "--queries", str(tmp_path), "--page-seconds", "2")
    began = time.monotonic()
    answer = server.request("GET", f"/queries/wide.{suffix}")
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:time-limit")
    assert time.monotonic() - began < 5


def test_a_page_without_time_is_refused_and_the_next_one_with_time_is_made(
    serve: Callable[..., Server], built: Path
) -> None:
    server = serve(built, "--page-seconds", "0.0001")
    for path in ("/", "/documents", "/search?q=clash", "/ontology", "/id/event/e-1"):
        answer = server.request("GET", path)
        assert (answer.status, answer.headers["Content-Type"]) == (503, "application/problem+json")
    assert json.loads(server.ask("ASK {}").body)["boolean"] is True
    assert server.request("GET", "/healthz").status == 200
