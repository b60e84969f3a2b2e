"""What no honest client sends: made-up hosts, headers of 100 kB, and questions whose answer costs more than asking."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from voetnoot_server.errors import NotAcceptableError
from voetnoot_server.gate import problem_with
from voetnoot_server.negotiate import ROWS, TRIPLES, choose

Server = Any

ASK = "/sparql?query=ASK%20%7B%7D"
HOSTS = [
    *("a, b", "a b", "a/b", 'a">', "a<b", "user@evil.example", "a\\b", "a:99999999", "a:b", "[::1", "", "é"),
    *("a\tb", "a#b", "a?b", "a%0d%0ab", "a;b", "http://a"),
]


def _raw(server: Server, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as plain:
        plain.sendall(request)
        return b"".join(iter(lambda: plain.recv(65536), b""))


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", [ASK, "/sparql", "/", "/healthz"])
def test_a_host_that_is_none_is_refused_before_it_stands_in_a_link(
    server: Server, host: str, path: str
) -> None:
    said = _raw(server, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert said.startswith(b"HTTP/1.1 400 Bad Request")


@pytest.mark.parametrize(
    "hosts", [b"", b"Host: a\r\nHost: b\r\n"], ids=["no host at all", "two hosts at once"]
)
def test_one_host_is_named(server: Server, hosts: bytes) -> None:
    said = _raw(server, f"GET {ASK} HTTP/1.1\r\n".encode() + hosts + b"Connection: close\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 400 Bad Request")
    assert b"application/problem+json" in said


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "a-b.example", "a_b:1"])
def test_every_host_that_can_be_is_let_through(host: str) -> None:
    assert problem_with({"SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host}) is None


@pytest.mark.parametrize(
    ("prefix", "through"),
    [
        ("", True),
        ("/graph", True),
        ("/a/b-c.d~e", True),
        ("//evil.example", False),
        ("/a b", False),
        ("/<", False),
    ],
)
def test_a_prefix_is_a_path_of_this_site(prefix: str, *, through: bool) -> None:
    problem = problem_with({"SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "a", "SCRIPT_NAME": prefix})
    assert (problem is None) is through


@pytest.mark.parametrize("given", ["short", 'aaaaaaaa"><script>', "aaaaaaaa é", "a" * 65, "a b c d e f g h"])
def test_an_id_that_is_none_comes_back_from_no_answer(server: Server, given: str) -> None:
    for control in ("", "no-cache"):
        answer = server.ask("ASK { ?with ?an ?id }", Query_Id=given, Cache_Control=control)
        assert (answer.status, answer.headers["Query-Id"]) == (400, None)
    assert server.ask("ASK { ?with ?an ?id }", Query_Id="a-good-one").headers["Query-Id"] == "a-good-one"


@pytest.mark.parametrize("content", [b"ASK {}", b"#" * 50_000_000])
def test_a_compressed_body_is_refused_as_it_is(server: Server, content: bytes) -> None:
    for method, path, kind in (
        ("POST", "/sparql", "application/sparql-query"),
        ("PUT", "/store/core", "text/turtle"),
    ):
        answer = server.request(
            method, path, body=gzip.compress(content), Content_Type=kind, Content_Encoding="gzip"
        )
        assert (answer.status, answer.json["type"]) == (415, "urn:voetnoot:problem:media-type")


def test_http_1_0_needs_no_host(server: Server) -> None:
    assert _raw(server, f"GET {ASK} HTTP/1.0\r\n\r\n".encode()).split()[1] == b"200"


@pytest.mark.parametrize(
    "name", ["Accept", "Accept_Encoding", "Accept_Language", "Cache_Control", "If_None_Match", "Content_Type"]
)
def test_a_long_header_is_refused_unread(server: Server, name: str) -> None:
    answer = server.request("GET", ASK, **{name: "a/b;q=0.1, " * 4000})
    assert (answer.status, answer.json["type"]) == (431, "urn:voetnoot:problem:headers-too-large")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "accept",
    [",".join(f"a/b{n};q=0.{n % 9}" for n in range(20_000)), "a/b" + ";" * 60_000, "*/*;q=0.1," * 8000],
    ids=["types", "parameters", "wildcards"],
)
def test_choosing_a_format_takes_no_longer_for_a_longer_header(accept: str) -> None:
    began = time.perf_counter()
    for _ in range(10):
        with suppress(NotAcceptableError):
            choose(accept, (*ROWS, *TRIPLES))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "path",
    [
        "/id/claim/",
        "/id/event/",
        "/kind/outcome/",
        "/queries/",
        "/documents/",
        "/graph/",
        "/store/",
        "/id/event/e-1/from/",
    ],
)
def test_a_long_address_that_leads_nowhere_is_told_in_short(server: Server, path: str) -> None:
    began = time.monotonic()
    answer = server.request("GET", path + "e-1" * 20_000)
    assert (answer.status, len(answer.body) < 2500) == (404, True)
    assert time.monotonic() - began < 1


def test_what_resembles_an_address_that_leads_nowhere_is_named(server: Server) -> None:
    assert "/id/event/e-1" in server.request("GET", "/id/event/e-11").json["near"]
    assert "/id/claim/c-399" in server.request("GET", "/id/claim/c-3999").json["near"]


def test_if_none_match_star_does_not_pass_over_what_is_wrong(server: Server) -> None:
    assert server.ask("ASK {", If_None_Match="*").status == 400
    assert server.ask("SELECT (<urn:f>(1) AS ?never) { ?asked ?before ?x }", If_None_Match="*").status == 400
    assert server.ask("SELECT ?never { ?asked ?before ?x }", If_None_Match="*").status == 304
    assert server.request("GET", "/store/nothing", If_None_Match="*").status == 404


def test_no_header_comes_twice(server: Server) -> None:
    query = "SELECT (COUNT(*) AS ?headers) { ?s ?p ?o }"
    for _ in range(2):
        for text in (query, f"{query} # again"):
            names = [name.lower() for name in server.ask(text).headers]
            assert len(names) == len(set(names))


def test_what_a_proxy_tells_of_an_address_poisons_nobody_s_answer(
    serve: Callable[..., Server], built: Path
) -> None:
    behind = serve(built, "--proxies", "1")
    forged = {"Proto": "https", "Host": "elsewhere.example", "Prefix": "/elsewhere", "Port": "81"}
    for path in ("/sparql", "/id/event/e-1", "/data", "/.well-known/void"):
        for accept in ("text/turtle", "text/html"):
            for name, value in forged.items():
                behind.request("GET", path, Accept=accept, **{f"X_Forwarded_{name}": value})
            answer = behind.request("GET", path, Accept=accept)
            said = f"{answer.body!r} {answer.headers['Link']}"
            assert [word for word in ("elsewhere", "https://127", "127.0.0.1:81/") if word in said] == []
    for name, value in (("Proto", "javascript"), ("Prefix", "//a.example"), ("Host", "a/b"), ("Port", "a")):
        assert behind.request("GET", "/sparql", **{f"X_Forwarded_{name}": value}).status == 400
