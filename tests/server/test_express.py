"""The roads to an answer: whichever a request takes, it is answered alike."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

Server = Any

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
OWN = {"date", "query-id", "server-timing"}


def _same(*answers: Any) -> bool:  # noqa: ANN401 - answers of the fixtures
    seen = [
        (each.status, sorted((k.lower(), v) for k, v in each.headers.items() if k.lower() not in OWN))
        for each in answers
    ]
    return all(each == seen[0] for each in seen)


def test_evaluated_and_kept_answers_have_the_same_headers(server: Server) -> None:
    query = "SELECT ?s { ?s ?p ?o } LIMIT 5"
    asked = [server.ask(query, Cache_Control="no-cache"), *(server.ask(query) for _ in range(4))]
    assert _same(*asked)
    assert len({each.body for each in asked}) == 1


def test_a_query_by_post_is_answered_like_one_by_get(server: Server) -> None:
    body = f"query={quote(COUNT)}".encode()
    by_form = server.request("POST", "/sparql", body=body, Content_Type="application/x-www-form-urlencoded")
    direct = server.request("POST", "/sparql", body=COUNT.encode(), Content_Type="application/sparql-query")
    other = server.request("QUERY", "/sparql", body=COUNT.encode(), Content_Type="application/sparql-query")
    assert _same(by_form, direct, other, server.ask(COUNT))


@pytest.mark.parametrize("query", [COUNT, SLOW, "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 30000"])
def test_the_id_that_a_client_chooses_is_told_on_every_road(server: Server, query: str) -> None:
    answer = server.ask(query, Query_Id="chosen-by-me", Cache_Control="no-cache")
    assert answer.headers["Query-Id"] == "chosen-by-me"


def test_a_query_under_way_is_listed_under_the_id_that_its_answer_tells(server: Server) -> None:
    told: list[str] = []
    asking = threading.Thread(
        target=lambda: told.append(
            server.ask(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Query_Owner="the-lister-001"
            ).headers["Query-Id"]
        )
    )
    asking.start()
    until = time.monotonic() + 10
    listed: list[dict[str, str]] = []
    while not listed:
        assert time.monotonic() < until
        listed = server.request("GET", "/sparql/running", Query_Owner="the-lister-001").json["running"]
    asking.join()
    assert [each["id"] for each in listed] == told


def test_an_id_that_is_in_use_is_refused_and_the_first_query_goes_on(server: Server) -> None:
    answers: list[Any] = []
    first = threading.Thread(
        target=lambda: answers.append(server.ask(SLOW, Query_Id="used-twice", Cache_Control="no-cache"))
    )
    first.start()
    until = time.monotonic() + 10
    while server.request("GET", "/sparql/running/used-twice").status == 404 and first.is_alive():
        assert time.monotonic() < until
    if first.is_alive():
        assert server.ask(COUNT, Query_Id="used-twice", Cache_Control="no-cache").status in (200, 409)
    first.join()
    assert answers[0].status == 200


def test_an_ended_evaluator_costs_no_answer_on_the_express_road(
    serve_once: Callable[..., Server], built: Path
) -> None:
    server = serve_once(built)
    host = _children(server.process.pid)[0]
    for number in range(6):
        for pid in _children(host):
            os.kill(pid, signal.SIGKILL)
        answer = server.ask(f"SELECT ({number} AS ?n) {{}}")
        assert (answer.status, answer.rows) == (200, [{"n": str(number)}])


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]
