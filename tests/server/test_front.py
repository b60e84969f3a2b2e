"""The front over a real socket: what it reads, in whatever pieces, and what it answers to what comes again."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

Server = Any

ASK = "/sparql?query=ASK%20%7B%7D"
GET = f"GET {ASK} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
LONG = "SELECT ?a ?b ?c { ?a ?b ?c . VALUES ?n { 1 2 3 4 5 6 7 8 9 10 } }"


def test_requests_in_one_packet_are_answered_in_their_order(server: Server) -> None:
    raw = b"".join(
        f"GET /sparql?query=ASK%7B%7D&n={n} HTTP/1.1\r\nHost: x\r\nQuery-Id: number-{n:03}\r\n\r\n".encode()
        for n in range(20)
    )
    said = server.exchange(raw, 20)
    assert [said.index(f"number-{n:03}".encode()) for n in range(20)] == sorted(
        said.index(f"number-{n:03}".encode()) for n in range(20)
    )


@pytest.mark.parametrize("path", ["/", ASK, "/static/voetnoot.css", "/healthz", "/nowhere"])
def test_an_answer_says_each_thing_once(server: Server, path: str) -> None:
    for _ in range(3):
        names = [name.lower() for name in server.request("GET", path).headers]
        assert len(names) == len(set(names))
        assert {"date", "server"} <= set(names)


def test_known_and_unknown_requests_may_share_packets(server: Server) -> None:
    for _ in range(3):
        server.exchange(GET)
    other = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    said = server.exchange(GET + other + GET + other, 4)
    assert said.count(b'"boolean":true') == 2
    assert said.count(b"ok\n") == 2
    assert server.exchange(GET + GET[:30]).count(b'"boolean":true') == 1


def test_a_request_may_come_byte_by_byte_also_one_that_is_known(server: Server) -> None:
    for _ in range(3):
        server.exchange(GET)
    with server.connected() as plain:
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for at in range(len(GET)):
            plain.sendall(GET[at : at + 1])
        assert b'"boolean":true' in plain.recv(65536)


def test_the_same_bytes_get_the_same_answer_under_another_id(server: Server) -> None:
    said = [server.exchange(GET).decode() for _ in range(4)]
    heads = [dict(line.split(": ", 1) for line in each.split("\r\n")[1:] if ": " in line) for each in said]
    assert len({head["query-id"] for head in heads}) == 4
    shared = [{k: v for k, v in head.items() if k in ("etag", "content-type", "vary")} for head in heads]
    assert all(each == shared[0] for each in shared)
    assert len({each.rsplit("\r\n", 1)[1] for each in said}) == 1


def test_the_same_bytes_get_another_answer_from_another_build(
    tmp_path: Path, new_build: Callable[..., Path], serve_once: Callable[..., Server]
) -> None:
    link = new_build(tmp_path, "aaaa", claims=10)
    server = serve_once(link, "--reload-seconds", "0.2")
    count = quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    raw = f"GET /sparql?query={count} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    assert all(b'"70"' in server.exchange(raw) for _ in range(3))
    new_build(tmp_path, "bbbb", claims=20)
    until = time.monotonic() + 10
    while b'"110"' not in server.exchange(raw):
        assert time.monotonic() < until


def test_a_client_that_holds_the_answer_gets_304_by_the_same_bytes_too(server: Server) -> None:
    tag = server.ask("ASK { ?a ?b 304 }").headers["ETag"]
    raw = f"GET /sparql?query={quote('ASK { ?a ?b 304 }', safe='')} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    raw += f"Accept-Encoding: identity\r\nIf-None-Match: {tag}\r\n\r\n"
    for _ in range(4):
        said = server.exchange(raw.encode())
        assert said.startswith(b"HTTP/1.1 304 ")
        assert tag.encode() in said
        assert said.endswith(b"\r\n\r\n")
        assert b"content-length" not in said


def test_what_comes_again_is_logged_and_counted_again(serve_once: Callable[..., Server], built: Path) -> None:
    server = serve_once(built)
    for _ in range(5):
        server.exchange(GET)
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines()]
    assert [line["outcome"] for line in lines] == ["answered", "kept", "kept", "kept", "kept"]
    assert len({line["query"] for line in lines}) == 5
    first, last = ({k: lines[n][k] for k in ("client", "path", "arguments", "bytes")} for n in (0, -1))
    assert first == last
    metrics = server.request("GET", "/metrics").body
    assert b'voetnoot_requests_total{method="GET",status="200"} 5.0' in metrics
    assert b"voetnoot_cache_hits_total 4.0" in metrics


def test_each_client_behind_a_proxy_is_logged_by_its_own_address(
    serve_once: Callable[..., Server], built: Path
) -> None:
    server = serve_once(built, "--proxies", "1")
    for last in (5, 6, 5, 6, 5, 6):
        server.exchange(GET[:-2] + f"X-Forwarded-For: 203.0.113.{last}\r\n\r\n".encode())
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines()]
    assert [line["client"][-1] for line in lines] == ["5", "6"] * 3


def test_a_connection_ends_where_the_client_says_so_also_for_what_is_known(server: Server) -> None:
    raw = GET[:-2] + b"Connection: close\r\n\r\n"
    for _ in range(3):
        with server.connected() as plain:
            plain.sendall(raw)
            said = b"".join(iter(lambda: plain.recv(65536), b""))
        assert b"connection: close" in said


def test_a_header_with_an_underscore_is_not_taken_for_one_with_a_dash(server: Server) -> None:
    said = server.exchange(GET[:-2] + b"Query_Id: somebody-else\r\nAccept: text/csv\r\n\r\n")
    assert b"somebody-else" not in said
