"""How a graph is cut into updates, and what a push says of an endpoint that fails on the way."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from voetnoot_etl.errors import PushError
from voetnoot_etl.release.endpoint import Credentials, Endpoint
from voetnoot_etl.release.push import CHUNK_BYTES, CHUNK_TRIPLES, push, updates
from voetnoot_etl.workspace import Workspace

SECRET = "opensesame"  # noqa: S105 - nobody's
G, P = NamedNode("https://example.org/g"), NamedNode("https://example.org/p")
Answer = tuple[int, dict[str, str], bytes]
COUNT_OF_NOTHING = (
    b'{"head":{"vars":["count"]},"results":{"bindings":[{"count":{"type":"literal","value":"0"}}]}}'
)


def thing(number: int) -> NamedNode:
    return NamedNode(f"https://example.org/{number}")


def test_updates_are_bounded_in_triples() -> None:
    found = list(updates(G, [Triple(thing(number), P, Literal("x")) for number in range(2 * CHUNK_TRIPLES)]))
    assert [text.count("example.org/p") for text in found] == [CHUNK_TRIPLES, CHUNK_TRIPLES]


def test_updates_are_bounded_in_bytes() -> None:
    long = "é" * (CHUNK_BYTES // 4)
    found = list(updates(G, [Triple(thing(number), P, Literal(long)) for number in range(4)]))
    assert len(found) == 4


def test_what_blank_nodes_hold_together_is_sent_together() -> None:
    nodes = [BlankNode(f"b{number}") for number in range(CHUNK_TRIPLES + 2)]
    chain = [Triple(one, P, two) for one, two in pairwise(nodes)]
    found = list(updates(G, [*chain, Triple(thing(1), P, Literal("x"))]))
    assert [text.split(" {")[0] for text in found] == ["INSERT DATA", "INSERT"]
    store = Store()
    for text in found:
        store.update(text)
    ends = store.query(
        "ASK { GRAPH ?g { ?a !<x:> ?b FILTER NOT EXISTS { ?c !<x:> ?a } FILTER ISBLANK(?a) } }"
    )
    assert bool(ends)
    assert len(store) == len(chain) + 1


def test_a_text_that_looks_like_sparql_stays_a_text() -> None:
    hostile = Literal('" } } ; DROP ALL ; INSERT DATA { <a:b> <a:b> "\n\\')
    store = Store()
    for text in updates(G, [Triple(thing(1), P, hostile)]):
        store.update(text)
    assert [quad.object for quad in store] == [hostile]


@contextmanager
def answering(answer: Callable[[str, dict[str, str]], Answer]) -> Iterator[str]:
    """Run a server that answers what it is told to, by method and headers."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, body = answer(self.command, {k.lower(): v for k, v in self.headers.items()})
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815 - the base class's names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """Return a checkout with three small graphs."""
    for folder in ("data", "ontology"):
        (tmp_path / folder).mkdir()
    for name in ("core", "derived", "meta"):
        (tmp_path / "data" / f"{name}.ttl").write_text("<x:s> <x:p> 1 .", encoding="utf-8")
    (tmp_path / "ontology" / "kinds.ttl").write_text("<x:s> <x:p> 1 .", encoding="utf-8")
    return Workspace(tmp_path)


def test_the_graph_at_which_a_push_stopped_is_named_with_those_that_arrived(small: Workspace) -> None:
    puts = iter([201, 507])

    def answer(method: str, headers: dict[str, str]) -> Answer:
        del headers
        if method == "PUT":
            return next(puts), {}, b"<html><body><h1>The disk is full</h1>\nmore</body></html>"
        return 200, {}, COUNT_OF_NOTHING

    with answering(answer) as address, pytest.raises(PushError) as raised:
        push(small, Endpoint(address, graph_store=address))
    words = str(raised.value)
    assert "the graph derived stopped at" in words
    assert "PUT answered 507 Insufficient Storage: The disk is full;" in words
    assert words.endswith("arrived: core; not, or not wholly: derived, kinds, ontology, meta")


def test_a_redirect_is_told_and_not_followed(small: Workspace) -> None:
    def answer(method: str, headers: dict[str, str]) -> Answer:
        del method, headers
        return 308, {"Location": "https://elsewhere.example/sparql"}, b""

    with answering(answer) as address, pytest.raises(PushError, match="points to https://elsewhere"):
        push(small, Endpoint(address, credentials=Credentials(token=SECRET)))


def test_a_token_is_sent_as_a_bearers(small: Workspace) -> None:
    seen: set[str] = set()

    def answer(method: str, headers: dict[str, str]) -> Answer:
        del method
        seen.add(headers.get("authorization", ""))
        return 403, {}, b"no"

    with answering(answer) as address, pytest.raises(PushError, match="answered 403 Forbidden: no"):
        push(small, Endpoint(address, credentials=Credentials(token=SECRET)))
    assert seen == {f"Bearer {SECRET}"}


def test_a_basic_login_is_sent_unasked_once_it_was_asked_for(small: Workspace) -> None:
    asked: list[str] = []

    def answer(method: str, headers: dict[str, str]) -> Answer:
        if method == "POST":
            return 200, {}, COUNT_OF_NOTHING
        asked.append(headers.get("authorization", ""))
        if not asked[-1]:
            return 401, {"WWW-Authenticate": 'Basic realm="graphs"'}, b"who?"
        return 204, {}, b""

    told = base64.b64encode(f"me:{SECRET}".encode()).decode()
    login = Credentials(user="me", password=SECRET)
    with answering(answer) as address, pytest.raises(PushError, match="core has 0 triples instead of 1"):
        push(small, Endpoint(address, graph_store=f"{address}/store", credentials=login))
    assert asked == ["", *[f"Basic {told}"] * 6]


def test_an_answer_that_is_no_result_is_told(small: Workspace) -> None:
    def answer(method: str, headers: dict[str, str]) -> Answer:
        del method, headers
        return 200, {}, b"<html>hello</html>"

    with answering(answer) as address, pytest.raises(PushError, match="something else than results in JSON"):
        push(small, Endpoint(address))


def test_a_checkout_without_data_is_told(tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    with pytest.raises(PushError, match="no released data"):
        push(Workspace(tmp_path), Endpoint("http://127.0.0.1:9/"))
