"""Requests put together by chance from odd parts, over every route: none of them is a fault of the server."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

Server = Any

REQUESTS = 150
PATHS = [
    *(
        "/",
        "/queries",
        "/documents",
        "/id/event",
        "/id/event/e-1",
        "/id/event/e-1/from/vn:event",
        "/kind/outcome",
    ),
    *("/search", "/search.json", "/ontology", "/data", "/data/voetnoot.nq", "/graph/core", "/graph/core.ttl"),
    *("/quality", "/sparql", "/sparql.csv", "/sparql/running", "/store", "/store/core", "/.well-known/void"),
    *("/queries/figures-of-event", "/queries/figures-of-event.json", "/documents/background-2020", "/readyz"),
]
NAMES = [
    *(
        "q",
        "type",
        "page",
        "lang",
        "format",
        "output",
        "_mediatype",
        "event",
        "query",
        "update",
        "graph",
        "default",
    ),
    *("default-graph-uri", "named-graph-uri", "using-graph-uri", "x", "name", "from", "_method"),
]
VALUES = [
    *(
        "",
        "0",
        "-1",
        "1e9",
        "٣",
        "²",
        "\x00",
        "\ud7ff",
        "%",
        "<",
        '"',
        "'",
        "../",
        "a" * 3000,
        "http://x",
        "urn:x",
    ),
    *(
        "vn:Event",
        "xsd:",
        "é",
        "\u202e",
        "nl",
        "en-US",
        "*",
        "csv",
        "_",
        "{}",
        "[]",
        "null",
        "NaN",
        "\n",
        "🙂",
        "a b",
    ),
]
SUFFIXES = ["ttl", "csv", "json", "nt", "trig", "xlsx", "safe.csv", "html", "rq", "x", "..", "%00"]
TYPES = [
    *(
        "application/x-www-form-urlencoded",
        "application/sparql-query",
        "application/sparql-update",
        "text/turtle",
    ),
    *("multipart/form-data; boundary=x", "application/json", "a", ""),
]
ACCEPTED = ["*/*", "text/html", "text/turtle", "application/json", "image/png", "text/csv", "a"]
BODIES = [b"", b"query=ASK{}", b"ASK{}", b"--x--", b"\xff\xfe", b"update=CLEAR ALL"]
BODILESS = {"GET", "HEAD", "OPTIONS"}
METHODS = ["GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "QUERY", "PUT", "DELETE", "PATCH"]


@pytest.fixture(scope="module", params=["no", "yes"], ids=["reading", "writable"])
def own(
    request: pytest.FixtureRequest,
    serve: Callable[..., Server],
    tmp_path_factory: pytest.TempPathFactory,
    new_build: Callable[..., Path],
) -> Server:
    """Return a server that only reads, then one that takes changes."""
    return serve(new_build(tmp_path_factory.mktemp("fuzzed"), "one", claims=20), "--writable", request.param)


def _request(chance: random.Random) -> tuple[str, str, bytes | None, dict[str, str]]:
    path = chance.choice(PATHS)
    if chance.random() < 0.3:
        path += f"/{quote(chance.choice(VALUES), safe='')}"
    if chance.random() < 0.2:
        path += f".{chance.choice(SUFFIXES)}"
    fields = [(chance.choice(NAMES), chance.choice(VALUES)) for _ in range(chance.randint(0, 3))]
    method = chance.choice(METHODS)
    headers = {"Accept": chance.choice(ACCEPTED), "Content-Type": chance.choice(TYPES)}
    body = None if method in BODILESS else chance.choice(BODIES)
    return method, f"{path}?{urlencode(fields)}", body, headers


@pytest.mark.parametrize("seed", range(4))
def test_no_request_is_a_fault_of_the_server(own: Server, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same requests in each run
    for _ in range(REQUESTS):
        method, path, body, headers = _request(chance)
        status = own.request(method, path, body=body, **headers).status
        assert (method, path, status) == (method, path, min(status, 499))
    assert "Traceback" not in own.log.read_text(encoding="utf-8")
    assert own.ask("ASK { BIND(RAND() AS ?x) }").json["boolean"] is True
