"""Requests made to harm, below and beside the query: the server stays up and answers the next one."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

Server = Any

ASK = "/sparql?query=ASK%20%7B%7D"
RAW = [
    ("no request at all", b""),
    ("half a line", b"GET /sp"),
    ("half the headers", b"GET /sparql HTTP/1.1\r\nHost: x\r\n"),
    ("half a body", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nquery="),
    ("half a chunk", b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc"),
    ("a bad chunk", b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
    ("two lengths", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nabc"),
    (
        "a length and chunks",
        b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ),
    ("a negative length", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"),
    ("a huge length", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n"),
    ("no known protocol", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    ("an HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ("a null in the path", b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("a huge header", b"GET / HTTP/1.1\r\nX: " + b"a" * 400_000 + b"\r\n\r\n"),
    ("many headers", b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(20_000)) + b"\r\n"),
    ("a folded header", b"GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n"),
    (
        "a smuggled request",
        b"GET / HTTP/1.1\r\nContent-Length: 40\r\n\r\nGET /metrics HTTP/1.1\r\nHost: y\r\n\r\n",
    ),
    ("a strange method", b"FROBNICATE /sparql HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("a method of 10000 letters", b"A" * 10_000 + b" / HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("an absolute address", b"GET http://elsewhere.example/sparql HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("a proxy request", b"CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"),
]
PATHS = [
    *(
        "/../../etc/passwd",
        "/static/../settings.py",
        "/static/..%2f..%2fsettings.py",
        "/%2e%2e/%2e%2e/etc/passwd",
    ),
    *(
        "/store/../../etc/passwd",
        "/store/%00",
        "/store/" + "a" * 20_000,
        "//etc/passwd",
        "/sparql.%2e%2e%2fx",
    ),
    *("/queries/..%2f..%2fetc%2fpasswd", "/id/claim/%0d%0aSet-Cookie:x=1", "/" + "a/" * 5000, "/%ff%fe"),
    *("/?" + "a&" * 9000, f"{ASK}&endpoint=http://127.0.0.1:1/", "/sparql?url=http://127.0.0.1:1/"),
    *(
        "/sparql?" + "a=1&" * 2000,
        f"{ASK}&default-graph-uri=file:///etc/passwd",
        "/store?graph=file:///etc/passwd",
    ),
    *(
        "/store?graph=http://127.0.0.1:1/",
        f"{ASK}&format=../../x",
        f"{ASK}&output=%0d%0aX:1",
        "/sparql.%s%n?query=A",
    ),
    *("/sparql/running/%2e%2e", "/sparql/running/" + "x" * 5000),
]
HEADERS = [
    {"Accept": "a/b;q=" + "9" * 10_000},
    {"Accept": ", " * 10_000},
    {"Accept": "*/*;q=nan"},
    {"Accept": ";;;;q=1;q=2"},
    {"Accept-Encoding": "gzip;q=abc, *;q=0.5, " * 500},
    {"If-None-Match": '"' * 10_000},
    {"If-None-Match": 'W/"a", ' * 3000},
    {"If-Modified-Since": "not a date"},
    {"Range": "bytes=0-18446744073709551615"},
    {"Host": "evil.example\\@x"},
    {"Host": "a" * 5000},
    {"Query-Id": "short"},
    {"Query-Id": "x' OR 1=1 -- and more"},
    {"Query-Owner": "o" * 20_000},
    {"X-Forwarded-For": "1.2.3.4, " * 1000},
    {"Content-Type": "multipart/form-data; boundary=" + "b" * 5000},
    {"Origin": "null"},
    {"Cookie": "session=" + "A" * 8000},
    {"Authorization": "Basic " + "A" * 8000},
]


@pytest.mark.parametrize("raw", [raw for _, raw in RAW], ids=[name for name, _ in RAW])
def test_a_broken_request_harms_nobody(server: Server, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=0.5) as plain:
        try:
            plain.sendall(raw)
            said = plain.recv(65536)
        except (TimeoutError, ConnectionError):
            said = b""
    assert not said.startswith(b"HTTP/1.1 5") or b" 501 " in said[:20]
    assert b"Traceback" not in said
    assert server.request("GET", ASK).status == 200


@pytest.mark.parametrize("path", PATHS, ids=[path[:40] for path in PATHS])
def test_a_hostile_path_reaches_nothing(server: Server, path: str) -> None:
    answer = server.request("GET", path)
    assert answer.status < 500
    assert b"root:" not in answer.body
    assert b"Traceback" not in answer.body
    assert answer.headers["Set-Cookie"] is None
    assert server.request("GET", ASK).status == 200


@pytest.mark.parametrize(
    "headers", HEADERS, ids=[next(iter(each)) + str(n) for n, each in enumerate(HEADERS)]
)
def test_a_hostile_header_harms_nobody(server: Server, headers: dict[str, str]) -> None:
    answer = server.request("GET", ASK, **headers)
    assert answer.status in (200, 400, 406, 431)
    assert server.request("GET", ASK).status == 200


def test_many_half_sent_requests_do_not_keep_others_out(server: Server) -> None:
    halves = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for half in halves:
        half.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nq")
    began = time.monotonic()
    assert server.request("GET", ASK).status == 200
    assert time.monotonic() - began < 1
    for half in halves:
        half.close()


def test_what_a_browser_is_shown_is_escaped(server: Server) -> None:
    for query in ("SELECT ('<script>alert(1)</script>' AS ?x) {}", "</textarea><script>alert(1)</script>"):
        answer = server.ask(query, Accept="text/html")
        assert b"<script>alert" not in answer.body


def test_a_normal_query_stays_quick_among_hostile_ones(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--query-seconds", "1", "--concurrent-queries", "2")
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with ThreadPoolExecutor(1) as pool:
        bombs = [pool.submit(server.ask, f"{bomb} LIMIT {number + 1}") for number in range(4)]
        took = []
        for number in range(20):
            began = time.monotonic()
            assert server.ask(f"SELECT ({number} AS ?x) {{ ?s ?p ?o }} LIMIT 1").status == 200
            took.append(time.monotonic() - began)
        assert sorted(took)[-2] < 0.5
        assert {each.result().status for each in bombs} == {503}


def test_one_client_may_ask_only_so_often(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--requests-per-minute", "5", "--proxies", "1")
    first = [
        server.request("GET", ASK, X_Forwarded_For="203.0.113.5", Cache_Control="no-cache") for _ in range(7)
    ]
    assert [answer.status for answer in first] == [200] * 5 + [429] * 2
    assert int(first[-1].headers["Retry-After"]) >= 1
    assert first[-1].json["type"] == "urn:voetnoot:problem:too-many-requests"
    other = server.request("GET", ASK, X_Forwarded_For="203.0.113.6", Cache_Control="no-cache")
    assert other.status == 200
    assert server.request("GET", "/healthz", X_Forwarded_For="203.0.113.5").status == 200
