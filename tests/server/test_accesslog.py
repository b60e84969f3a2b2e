"""One line of JSON for each request, whatever the request holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Server = Any


@pytest.fixture
def own(serve_once: Callable[..., Server], built: Path) -> Server:
    """Return a server whose log only one test writes."""
    return serve_once(built, "--held-bytes", "1000", "--result-bytes", "100000")


def _lines(server: Server) -> list[dict[str, Any]]:
    lines = server.log.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def test_a_query_is_logged_with_its_id_outcome_and_rows(own: Server) -> None:
    answer = own.ask("SELECT ?s { ?s ?p ?o } LIMIT 3")
    (line,) = _lines(own)
    assert line["query"] == answer.headers["Query-Id"]
    assert (line["status"], line["outcome"], line["rows"]) == (200, "answered", 3)
    assert (line["method"], line["path"], line["client"]) == ("GET", "/sparql", "127.0.0.1")
    assert line["bytes"] == len(answer.body)


def test_what_became_of_a_query_is_logged_also_behind_its_status(own: Server) -> None:
    own.ask("ASK {")
    own.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    with pytest.raises(own.broken):
        own.ask("SELECT * { ?s ?p ?o }")
    said = [(line["status"], line["outcome"]) for line in _lines(own)]
    assert said == [(400, "query-syntax"), (503, "time-limit"), (200, "resource-limit")]


def test_nothing_in_a_request_makes_a_line_of_its_own(own: Server) -> None:
    own.request("GET", "/a%0A%7B%22status%22:0%7D?b=%0Ac", User_Agent="x")
    (line,) = _lines(own)
    assert line["status"] == 404
    assert "\n" in line["path"]


def test_strange_methods_do_not_fill_the_metrics(own: Server) -> None:
    for number in range(5):
        own.request(f"STRANGE{number}", "/")
    metrics = own.request("GET", "/metrics").body.decode()
    assert 'method="other"' in metrics
    assert "STRANGE" not in metrics


def test_a_log_that_nobody_reads_keeps_nobody_from_answers(
    own: Server, serve_once: Callable[..., Server]
) -> None:
    quiet = serve_once(Path(own.report[0].split(" from ")[1]), "--access-log", "no")
    quiet.ask("ASK {}")
    assert _lines(quiet) == []
