"""What kills an evaluator or the query host leaves the server answering."""

from __future__ import annotations

import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

Server = Any

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    return [
        int(child) for task in tasks.iterdir() for child in (task / "children").read_text("ascii").split()
    ]


def _host(server: Server) -> int:
    (host,) = _children(server.process.pid)
    return host


@pytest.fixture(scope="module")
def own(serve: Callable[..., Server], built: Path) -> Server:
    """Return a server that these tests may harm."""
    return serve(built, "--query-seconds", "1", "--concurrent-queries", "2", "--queued-queries", "2")


def test_the_host_has_one_thread(own: Server) -> None:
    assert len(list(Path(f"/proc/{_host(own)}/task").iterdir())) == 1


def test_an_evaluator_can_open_nothing(own: Server) -> None:
    limits = Path(f"/proc/{_children(_host(own))[0]}/limits")
    for name in ("Max open files", "Max file size", "Max core file size"):
        _until(lambda name=name: re.search(rf"{name} +0 +0 ", limits.read_text("ascii")) is not None)  # type: ignore[misc]


def test_a_query_over_its_time_is_ended_on_time_and_the_next_one_answered(own: Server) -> None:
    began = time.monotonic()
    answer = own.ask(FOREVER)
    took = time.monotonic() - began
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:time-limit")
    assert "1 seconds" in answer.json["detail"]
    assert 0.9 < took < 2
    assert own.ask("ASK {}").json["boolean"] is True


@pytest.mark.parametrize("which", ["host", "evaluators"])
def test_kill_9_while_idle_is_not_noticed(own: Server, which: str) -> None:
    assert own.ask("ASK { BIND(RAND() AS ?x) }").status == 200
    host = _host(own)
    for pid in [host] if which == "host" else _children(host):
        os.kill(pid, signal.SIGKILL)
    for _ in range(4):
        assert own.ask("ASK { BIND(RAND() AS ?x) }").json["boolean"] is True


def test_a_host_killed_under_a_query_costs_nobody_an_answer(
    serve: Callable[..., Server], built: Path
) -> None:
    own = serve(built, "--query-seconds", "10")
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(RAND() AS ?x) }"
    with ThreadPoolExecutor(2) as pool:
        asked = pool.submit(own.ask, query)
        time.sleep(0.1)
        os.kill(_host(own), signal.SIGKILL)
        answer = asked.result()
    assert answer.rows == [{"n": str(1630 * 1630)}]


def test_an_evaluator_killed_under_a_query_is_a_clean_status(own: Server) -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(own.ask, FOREVER)
        time.sleep(0.3)
        for pid in _children(_host(own)):
            os.kill(pid, signal.SIGKILL)
        assert asked.result().status == 503
    assert own.ask("ASK {}").json["boolean"] is True


def test_a_stopped_evaluator_does_not_hold_a_query_for_ever(own: Server) -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(own.ask, FOREVER)
        time.sleep(0.3)
        for pid in _children(_host(own)):
            os.kill(pid, signal.SIGSTOP)
        assert asked.result().status == 503
    assert own.ask("ASK {}").json["boolean"] is True


def test_more_queries_than_the_queue_takes_are_told_when_to_come_back(own: Server) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(own.ask, f"{FOREVER} LIMIT {number + 1}") for number in range(8)]
        time.sleep(0.5)
        assert own.request("GET", "/healthz").status == 200
        answers = [each.result() for each in asked]
    kinds = sorted(answer.json["type"].rsplit(":", 1)[1] for answer in answers)
    assert set(kinds) == {"busy", "time-limit"}
    busy = [answer for answer in answers if answer.json["type"].endswith("busy")]
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in busy)
    assert own.ask("ASK {}").json["boolean"] is True


def test_a_query_under_way_is_seen_and_ended_by_its_id(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--query-seconds", "30")
    mine = {"Query_Id": "my-own-query", "Query_Owner": "someone-1"}
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: server.ask(FOREVER, **mine))
        _until(lambda: server.request("GET", "/sparql/running/my-own-query").status == 200)
        listed = server.request("GET", "/sparql/running", Query_Owner="someone-1").json["running"]
        assert [each["id"] for each in listed] == ["my-own-query"]
        assert server.request("GET", "/sparql/running", Query_Owner="another").json["running"] == []
        assert server.request("GET", "/sparql/running").status == 400
        assert server.ask("ASK {}", Query_Id="my-own-query").status == 409
        assert server.request("DELETE", "/sparql/running/my-own-query").status == 204
        answer = asked.result()
    assert (answer.status, answer.json["type"]) == (503, "urn:voetnoot:problem:cancelled")
    assert answer.headers["Query-Id"] == "my-own-query"
    assert server.request("DELETE", "/sparql/running/my-own-query").status == 404


def test_service_and_load_reach_nothing_on_this_machine(own: Server) -> None:
    touched = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(3)
        port = listener.getsockname()[1]

        def watch() -> None:
            try:
                listener.accept()[0].close()
                touched.set()
            except TimeoutError:
                pass

        watcher = threading.Thread(target=watch)
        watcher.start()
        for host in ("127.0.0.1", "localhost", "[::1]"):
            address = f"http://{host}:{port}/sparql"
            assert own.ask(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}").status == 403
            assert own.ask(f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}").status in (200, 403)
            assert own.ask("SELECT * FROM <@> { ?s ?p ?o }".replace("@", address)).rows == []
            assert own.ask("SELECT * { ?s ?p ?o }", fields=f"&default-graph-uri={address}").rows == []
            assert own.ask(f"LOAD <{address}>").status == 403
        watcher.join()
    assert not touched.is_set()


def test_without_fork_the_same_holds(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--isolation", "spawn", "--query-seconds", "2")
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "1630"}]
    assert server.ask(FOREVER).status == 503
    assert server.ask("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }").status == 403
    for pid in _children(server.process.pid):
        os.kill(pid, signal.SIGKILL)
    assert server.ask("ASK { BIND(RAND() AS ?x) }").json["boolean"] is True


def test_a_new_build_is_taken_without_losing_a_request(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    server = serve(new_build(tmp_path, "one", claims=10), "--reload-seconds", "0.1")
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = server.ask(query)
    assert before.rows == [{"n": "70"}]
    seen: list[tuple[int, str]] = []
    stop = threading.Event()

    def keep_asking() -> None:
        while not stop.is_set():
            answer = server.ask(query, Cache_Control="no-cache")
            seen.append((answer.status, answer.rows[0]["n"]))

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(keep_asking) for _ in range(4)]
        new_build(tmp_path, "two", claims=20)
        _until(lambda: (200, "110") in seen)
        stop.set()
        for each in asking:
            each.result()
    assert {status for status, _ in seen} == {200}
    assert server.ask(query).headers["ETag"] != before.headers["ETag"]
    assert server.request("GET", "/readyz").json["version"] == "two"
    _until(lambda: len(_children(server.process.pid)) == 1)


def test_a_broken_build_is_not_taken(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    server = serve(new_build(tmp_path, "one", claims=10), "--reload-seconds", "0.1")
    broken = new_build(tmp_path, "two", claims=20).resolve() / "quads.nq"
    broken.write_text("this is no quad", encoding="utf-8")
    _until(lambda: "is not taken" in server.log.read_text(encoding="utf-8"))
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "70"}]


def _until(true: Callable[[], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
