"""Answers larger than what is held: whole or visibly broken, never half an answer that looks whole."""

from __future__ import annotations

import http.client
import json
import os
import socket
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

Server = Any

LARGE = "SELECT ?a ?b ?c { ?a ?b ?c . VALUES ?n { 1 2 3 4 5 6 7 8 9 10 } }"
HUGE = f"SELECT ?a ?b ?c {{ ?a ?b ?c . VALUES ?n {{ {' '.join(map(str, range(60)))} }} }}"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


def _evaluators(server: Server) -> list[int]:
    """Return the process numbers of what the server started and what these started."""
    found: list[int] = []
    parents = [server.process.pid]
    while parents:
        parent = parents.pop()
        for task in Path(f"/proc/{parent}/task").iterdir():
            children = [int(pid) for pid in (task / "children").read_text(encoding="ascii").split()]
            found += children
            parents += children
    return found


def _start(server: Server, query: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.sock = socket.socket()
    connection.sock.settimeout(20)
    # else the system would take in most of an answer that nobody reads
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
    connection.sock.connect(("127.0.0.1", server.port))
    connection.request("GET", f"/sparql?query={quote(query)}")
    return connection, connection.getresponse()


@pytest.fixture(scope="module")
def small_limits(serve: Callable[..., Server], built: Path) -> Server:
    """Return a server whose answers may have 30 MB, of which 100 kB are held."""
    flags = ["--result-bytes", "30000000", "--held-bytes", "100000", "--result-rows", "200000"]
    return serve(built, *flags, "--transfer-seconds", "3", "--concurrent-streams", "2")


def test_a_large_answer_comes_whole_in_chunks(server: Server) -> None:
    connection, answer = _start(server, LARGE)
    with closing(connection):
        assert answer.headers["Transfer-Encoding"] == "chunked"
        assert len(json.loads(answer.read())["results"]["bindings"]) == 16300


def test_a_large_answer_comes_compressed(server: Server) -> None:
    answer = server.ask(LARGE, Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) < 1_000_000


def test_an_answer_over_its_bytes_breaks_off_instead_of_ending(small_limits: Server) -> None:
    connection, answer = _start(small_limits, ENDLESS)
    with closing(connection):
        assert answer.status == 200
        with pytest.raises(http.client.IncompleteRead):
            answer.read()


def test_a_compressed_answer_over_its_bytes_breaks_off_too(small_limits: Server) -> None:
    with pytest.raises(http.client.IncompleteRead):
        small_limits.ask(ENDLESS, Accept_Encoding="gzip")


@pytest.mark.parametrize("limit", ["rows", "bytes"])
def test_an_answer_over_a_limit_within_what_is_held_is_a_clean_status(
    serve: Callable[..., Server], built: Path, limit: str
) -> None:
    started = serve(built, f"--result-{limit}", "1500")
    answer = started.ask("SELECT * { ?s ?p ?o }")
    assert answer.status == 503
    assert f"more than 1500 {limit}" in answer.json["detail"]
    assert started.ask("ASK {}").status == 200


def test_a_client_of_http_1_0_gets_a_length_or_a_status(small_limits: Server) -> None:
    for query, status in (("SELECT ?a { ?a ?b ?c . ?c ?d ?e }", b"200"), (LARGE, b"200"), (ENDLESS, b"503")):
        with socket.create_connection(("127.0.0.1", small_limits.port), timeout=20) as plain:
            plain.sendall(f"GET /sparql?query={quote(query)} HTTP/1.0\r\n\r\n".encode())
            said = b"".join(iter(lambda: plain.recv(65536), b""))
        head, body = said.split(b"\r\n\r\n", 1)
        assert head.split()[1] == status
        assert f"content-length: {len(body)}".encode() in head.lower()


def test_a_client_that_leaves_ends_its_query_while_it_is_evaluated(
    serve: Callable[..., Server], built: Path
) -> None:
    server = serve(built, "--query-seconds", "60")
    with socket.create_connection(("127.0.0.1", server.port)) as plain:
        query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        plain.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        _until(lambda: b"voetnoot_queries_running 1.0" in server.request("GET", "/metrics").body)
    _until(lambda: _is_idle(server))
    assert "499" in server.log.read_text(encoding="utf-8")


def test_a_client_that_leaves_ends_its_query_while_it_is_sent(server: Server) -> None:
    connection, answer = _start(server, ENDLESS)
    answer.read(1000)
    answer.close()
    connection.close()
    _until(lambda: _is_idle(server))


def test_slow_readers_do_not_keep_others_from_asking(small_limits: Server) -> None:
    _until(lambda: _is_idle(small_limits))
    readers = [_start(small_limits, HUGE) for _ in range(2)]
    last, third = _start(small_limits, HUGE)
    assert (third.status, third.headers["Retry-After"]) == (503, "5")
    began = time.monotonic()
    assert small_limits.ask("ASK {}").status == 200
    assert time.monotonic() - began < 1
    for connection, answer in (*readers, (last, third)):
        answer.close()
        connection.close()


def test_a_reader_that_stops_is_cut_off(small_limits: Server) -> None:
    _until(lambda: _is_idle(small_limits))
    connection, answer = _start(small_limits, HUGE)
    with closing(connection):
        _until(lambda: _is_idle(small_limits))
        with pytest.raises(http.client.IncompleteRead):
            answer.read()


def test_nothing_is_left_behind_when_the_server_ends(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built)
    server.ask("ASK {}")
    children = _evaluators(server)
    assert len(children) >= 2
    server.process.kill()
    server.process.wait(10)
    _until(lambda: not any(Path(f"/proc/{pid}").exists() and _lives(pid) for pid in children))


def _is_idle(server: Server) -> bool:
    return b"voetnoot_queries_running 0.0" in server.request("GET", "/metrics").body


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False


def _until(true: Callable[[], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
