"""A remote store that misbehaves: each fault has a clean status, and half an answer never passes for a whole one."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

Server = Any
Upstream = Any

JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def server(upstream: Upstream, serve: Callable[..., Server]) -> Server:
    """Return our server over the remote store."""
    return serve(upstream.url, "--reload-seconds", "0.3", VOETNOOT_REMOTE_TOKEN=upstream.token)


def started(store: str, *flags: str, command: str = "serve") -> tuple[int, str]:
    """Run a command of ours that ends by itself; return its exit code and what it says."""
    words = [sys.executable, "-m", "voetnoot_server", command, "--store", store, *flags]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=30)
    return done.returncode, done.stdout + done.stderr


def test_a_query_is_answered_with_the_credentials_of_the_server(upstream: Upstream, server: Server) -> None:
    answer = server.ask("SELECT ?n { ?s <x:n> ?n } ORDER BY ?n", Accept=JSON)
    assert (answer.status, [row["n"] for row in answer.rows]) == (200, ["1", "2", "3"])
    assert upstream.headers[-1]["authorization"] == f"Bearer {upstream.token}"


@pytest.mark.parametrize(
    ("mark", "status", "words"),
    [
        ("refused", 400, "no such function"),
        ("locked", 502, "does not let this server in"),
        ("busy", 503, "busy"),
        ("crashed", 502, "Stack overflow"),
        ("gave-up", 504, "gave up"),
        ("away", 502, "redirects to another host"),
        ("moved", 502, "in circles"),
        ("page", 502, "text/html"),
        ("cut-rows", 502, "at most 1 rows"),
        ("partial", 502, "only in part"),
        ("short", 502, "broke off"),
        ("half-json", 502, "cannot be read"),
        ("endless-json", 502, "cannot be read"),
        ("slow", 504, "within the 2 seconds"),
        ("drip", 504, "within the 2 seconds"),
        ("dropped", 502, "does not answer"),
    ],
)
def test_a_fault_of_the_remote_has_an_honest_status(
    upstream: Upstream, server: Server, mark: str, status: int, words: str
) -> None:
    answer = server.ask(f"SELECT ?n {{ ?s <x:n> ?n }} #{mark}", Accept=JSON)
    assert (answer.status, answer.json["status"]) == (status, status)
    assert words in answer.json["detail"]
    assert upstream.token not in answer.body.decode()
    assert server.ask("ASK { ?s ?p ?o }").json["boolean"] is True


def test_a_store_that_closes_after_each_answer_is_asked_again(upstream: Upstream, server: Server) -> None:
    upstream.faults["#closing"] = upstream.whole
    assert [server.ask(f"SELECT ?n {{ }} #closing {number}").status for number in range(3)] == [200] * 3


def test_triples_without_a_known_end_are_refused(server: Server) -> None:
    answer = server.ask("CONSTRUCT { } WHERE { } #endless-triples", Accept="text/turtle")
    assert answer.status == 502
    assert "does not say where its answer ends" in answer.json["detail"]


def test_retry_after_is_handed_on(server: Server) -> None:
    assert server.ask("ASK {} #busy").headers["Retry-After"] == "7"


@pytest.mark.parametrize("mark", ["late-short", "half-chunked"])
def test_an_answer_that_breaks_late_breaks_here_too(server: Server, mark: str) -> None:
    with pytest.raises((server.broken, ConnectionError)):
        server.ask(f"SELECT ?n {{ }} #{mark}", Accept=JSON)
    assert server.ask("ASK { ?s ?p ?o }").status == 200


def test_a_client_gets_its_own_format_whatever_the_remote_writes(server: Server) -> None:
    for media_type, first in (
        ("text/csv", b"n\r\n1\r\n"),
        ("text/tab-separated-values", b"?n\n1\n"),
        ("application/sparql-results+xml", b"<?xml"),
    ):
        answer = server.ask("SELECT ?n { ?s <x:n> ?n } ORDER BY ?n", Accept=media_type)
        assert answer.body.startswith(first)
    whole = server.request("GET", "/store", Accept="application/n-quads")
    assert (whole.status, len(whole.body.splitlines())) == (200, 5)


def test_a_page_says_what_the_remote_did(upstream: Upstream, server: Server) -> None:
    upstream.faults["?property ?value ?graph"] = upstream.faults["#crashed"]
    answer = server.request("GET", "/id/event/e", Accept="text/html", Cache_Control="no-cache")
    del upstream.faults["?property ?value ?graph"]
    assert (answer.status, b"Stack overflow" in answer.body) == (502, True)
    assert server.request("GET", "/id/event/e", Accept="text/html").status == 200


def test_a_store_that_is_away_is_not_ready(upstream: Upstream, server: Server) -> None:
    assert server.request("GET", "/readyz").status == 200
    upstream.faults["ASK {}"] = upstream.faults["#gave-up"]
    status = server.request("GET", "/readyz").status
    del upstream.faults["ASK {}"]
    assert status == 504


def test_a_cancelled_query_ends_at_once(server: Server) -> None:
    said: list[str] = []

    def wait() -> None:
        answer = server.ask("ASK { } #slow", Query_Id="cancel-me")
        said.append(answer.json["type"])

    waiting = threading.Thread(target=wait)
    began = time.monotonic()
    waiting.start()
    while server.request("DELETE", "/sparql/running/cancel-me").status != 204:
        assert time.monotonic() < began + 2
        time.sleep(0.02)
    waiting.join()
    assert said == ["urn:voetnoot:problem:cancelled"]
    assert time.monotonic() < began + 1.5


def test_the_version_makes_the_tag_and_new_data_another_one(upstream: Upstream, server: Server) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s <x:n> ?o }"
    first = server.ask(count).headers["ETag"]
    assert server.ask(count, If_None_Match=first).status == 304
    upstream.grow()
    until = time.monotonic() + 5
    while server.ask(count).headers["ETag"] == first and time.monotonic() < until:
        time.sleep(0.1)
    answer = server.ask(count, If_None_Match=first, Accept=JSON)
    assert (answer.status, answer.rows) == (200, [{"n": "4"}])


def test_without_a_version_nothing_is_kept(upstream: Upstream, serve: Callable[..., Server]) -> None:
    upstream.forget_version()
    server = serve(upstream.url)
    for path in ("/sparql?query=ASK%7B%7D", "/store/core"):
        answer = server.request("GET", path)
        assert (answer.status, answer.headers["ETag"]) == (200, None)
        assert answer.headers["Cache-Control"] == "no-store"
    told = serve(upstream.url, "--remote-version", "mine")
    assert told.ask("ASK {}").headers["ETag"]


def test_a_store_without_our_graphs_is_told_at_the_start(upstream: Upstream) -> None:
    status, words = started(upstream.url, "--base", "https://example.org/other/")
    assert status == 1
    assert "no graph whose name starts with https://example.org/other/graph/; push the data there" in words


def test_a_store_that_is_not_there_is_told_at_the_start() -> None:
    status, words = started("http://127.0.0.1:9/sparql")
    assert (status, "http://127.0.0.1:9/sparql: The remote store does not answer" in words) == (1, True)


def test_a_store_elsewhere_is_not_changed_from_here(upstream: Upstream, server: Server) -> None:
    status, words = started(upstream.url, "--writable", "true")
    assert (status, "writable cannot be" in words) == (1, True)
    answer = server.request("POST", "/sparql", body=b"CLEAR ALL", Content_Type="application/sparql-update")
    assert answer.status == 403


def test_what_is_shown_of_the_settings_holds_no_secret() -> None:
    status, words = started("http://127.0.0.1:9/", "--remote-token", "opensesame", command="config")
    assert (status, "opensesame" in words, "(set)" in words) == (0, False, True)
