"""kill -9 of the host, an evaluator or the server at any moment: answers resume, metrics count, data stay whole."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import Store

Server = Any

RESUMED_WITHIN = 2.0
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
COUNTED = {"host": "voetnoot_host_restarts_total", "evaluators": "voetnoot_evaluators_ended_total"}


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]


def _metric(server: Server, name: str) -> float:
    lines = server.request("GET", "/metrics").body.decode().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(f"{name} ")))


@pytest.fixture(scope="module")
def own(serve: Callable[..., Server], built: Path) -> Server:
    """Return a server that these tests may harm."""
    return serve(built, "--query-seconds", "3", "--held-bytes", "1000")


def _idle(server: Server) -> Callable[[], None]:
    assert server.ask("ASK { BIND(RAND() AS ?x) }").status == 200
    return lambda: None


def _evaluating(server: Server) -> Callable[[], None]:
    """Leave a query at work, and return what its client goes through then."""
    statuses: list[int] = []
    client = Thread(target=lambda: statuses.append(server.ask(f"{FOREVER} # {time.monotonic()}").status))
    client.start()
    _until(lambda: _metric(server, "voetnoot_queries_running") >= 1)

    def end() -> None:
        client.join(20)
        assert statuses == [503]

    return end


def _streaming(server: Server) -> Callable[[], None]:
    """Leave an answer half sent, and return what its client goes through then."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.sock = socket.socket()
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)
    connection.sock.settimeout(20)
    connection.sock.connect(("127.0.0.1", server.port))
    connection.request("GET", f"/sparql?query={quote(f'{ENDLESS} # {time.monotonic()}')}")
    answer = connection.getresponse()
    assert (answer.status, len(answer.read(1000))) == (200, 1000)

    def end() -> None:
        with closing(connection), pytest.raises(http.client.IncompleteRead):
            answer.read()

    return end


@pytest.mark.parametrize("which", ["host", "evaluators"])
@pytest.mark.parametrize("moment", [_idle, _evaluating, _streaming], ids=["idle", "evaluating", "streaming"])
def test_answers_resume_and_a_metric_counts_it(
    own: Server, which: str, moment: Callable[[Server], Callable[[], None]]
) -> None:
    end = moment(own)
    before = _metric(own, COUNTED[which])
    (host,) = _children(own.process.pid)
    for pid in [host] if which == "host" else _children(host):
        os.kill(pid, signal.SIGKILL)
    killed = time.monotonic()
    assert own.ask("ASK { BIND(RAND() AS ?x) }").json["boolean"] is True
    assert own.request("GET", f"/id/event/e-1.nt?{killed}").status == 200
    assert time.monotonic() - killed < RESUMED_WITHIN
    end()
    for _ in range(8):
        assert own.ask("ASK { BIND(RAND() AS ?x) }").json["boolean"] is True
    _until(lambda: _metric(own, COUNTED[which]) > before)
    assert len(_children(own.process.pid)) == 1


def test_a_host_killed_while_it_loads_a_new_build_is_started_again(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    server = serve(new_build(tmp_path, "one", claims=10), "--reload-seconds", "0.1")
    (old,) = _children(server.process.pid)
    new_build(tmp_path, "two", claims=30_000)
    _until(lambda: len(_children(server.process.pid)) == 2)
    (loading,) = set(_children(server.process.pid)) - {old}
    os.kill(loading, signal.SIGKILL)
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "70"}]
    _until(lambda: server.request("GET", "/readyz").json["version"] == "two")
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "120030"}]
    assert _metric(server, "voetnoot_host_restarts_total") == 1
    _until(lambda: len(_children(server.process.pid)) == 1)


def test_a_host_killed_again_and_again_while_it_loads_leaves_the_old_build_answering(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    server = serve(new_build(tmp_path, "one", claims=10), "--reload-seconds", "0.1")
    (old,) = _children(server.process.pid)
    new_build(tmp_path, "two", claims=30_000)
    until = time.monotonic() + 2
    while time.monotonic() < until:
        for pid in set(_children(server.process.pid)) - {old}:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "70"}]
    new_build(tmp_path, "three", claims=20)
    _until(lambda: server.request("GET", "/readyz").json["version"] == "three")


def test_a_server_without_descriptors_left_says_so(built: Path) -> None:
    script = f"""
import resource
from pathlib import Path
from voetnoot_server.errors import StoreError
from voetnoot_server.nursery import start_nursery
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build
build = Build.read(Path({str(built)!r}))
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
try:
    start_nursery(build, Settings())
except StoreError as fault:
    print(fault)
"""
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (said.returncode, said.stdout[:36]) == (0, "the query host cannot be started: [E")


@pytest.mark.parametrize("milliseconds", [0, 30, 60, 120, 200, 300])
def test_a_server_killed_while_it_makes_a_change_starts_again_with_all_of_it_or_nothing(
    serve_once: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path], milliseconds: int
) -> None:
    link = new_build(tmp_path / "builds", "one", claims=2000)
    server = serve_once(link, "--writable", "yes")
    update = b"INSERT DATA { <urn:a> <urn:b> 1 , 2 , 3 }"
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    with closing(connection):
        connection.request("POST", "/sparql", update, {"Content-Type": "application/sparql-update"})
        time.sleep(milliseconds / 1000)
        os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait(10)
    said = json.loads((link / "build.json").read_text(encoding="utf-8"))
    assert len(Store.read_only(str(link / "store"))) == said["quads"]
    again = serve_once(link, "--writable", "yes")
    count = again.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    assert count in ([{"n": "8030"}], [{"n": "8033"}])
    assert count == [{"n": str(said["quads"])}]


def _until(true: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)
