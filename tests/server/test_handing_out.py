"""Dumps: the same statements in every format, so many at a time, and never in memory as a whole."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

Server = Any

CLAIMS = 12_000
FORMATS = {
    "/data/voetnoot.nq": RdfFormat.N_QUADS,
    "/data/voetnoot.trig": RdfFormat.TRIG,
    "/data/voetnoot.jsonld": RdfFormat.JSON_LD,
    "/graph/background-2020.nt": RdfFormat.N_TRIPLES,
    "/graph/background-2020.ttl": RdfFormat.TURTLE,
    "/graph/background-2020.rdf": RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def own(
    serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory, new_build: Callable[..., Path]
) -> Server:
    """Return a server over a graph of ten megabytes that hands out two large answers at a time."""
    build = new_build(tmp_path_factory.mktemp("large"), "one", claims=CLAIMS)
    return serve(build, "--concurrent-streams", "2", "--transfer-seconds", "20")


def _memory(server: Server) -> int:
    """Return the most memory that the server ever had, in bytes."""
    said = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    return 1024 * int(said.split("VmHWM:")[1].split()[0])


@pytest.mark.parametrize("path", FORMATS)
def test_a_dump_is_whole_in_every_format(own: Server, path: str) -> None:
    answer = own.request("GET", path)
    expected = 4 * CLAIMS + 30 if path.startswith("/data") else 2 * CLAIMS
    assert sum(1 for _ in parse(answer.body, format=FORMATS[path])) == expected
    assert own.request("GET", path, If_None_Match=answer.headers["ETag"]).status == 304
    assert own.request("HEAD", path).status == 200


def test_dumps_at_the_same_time_are_bounded_in_number_and_in_memory(own: Server) -> None:
    own.request("GET", "/data/voetnoot.jsonld?alone")
    before = _memory(own)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda number: own.request("GET", f"/data/voetnoot.jsonld?{number}"), range(8))
        )
    assert {answer.status for answer in answers} <= {200, 503}
    assert len({answer.body for answer in answers if answer.status == 200}) == 1
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in answers if answer.status == 503)
    assert _memory(own) - before < 60_000_000


@pytest.fixture
def stalled(own: Server) -> Iterator[list[http.client.HTTPResponse]]:
    """Return the answers to two clients that do not read."""
    with ExitStack() as stack:
        readers = []
        for number in range(2):
            connection = http.client.HTTPConnection("127.0.0.1", own.port, timeout=20)
            stack.enter_context(closing(connection))
            connection.request("GET", f"/data/voetnoot.nq?stalled={number}")
            readers.append(connection.getresponse())
        yield readers


def test_clients_that_do_not_read_take_no_more_than_their_places(
    own: Server, stalled: list[http.client.HTTPResponse]
) -> None:
    assert {reader.status for reader in stalled} == {200}
    third = own.request("GET", "/data/voetnoot.nq?third")
    assert (third.status, third.json["type"]) == (503, "urn:voetnoot:problem:busy")
    assert own.ask("ASK { BIND(RAND() AS ?x) }").status == 200
    for reader in stalled:
        assert len(reader.read()) > 5_000_000
    until = time.monotonic() + 5
    while own.request("GET", "/data/voetnoot.nq?fourth").status != 200:
        assert time.monotonic() < until
        time.sleep(0.1)
