"""A remote store in this process that answers for real, and misbehaves where a query holds the mark of a fault."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
)

BASE = "https://w3id.org/voetnoot/"
TOKEN = "opensesame"  # noqa: S105 - nobody's
DATA = f"""
<{BASE}graph/core> {{ <{BASE}id/event/e> a <{BASE}ontology#Event> ; <x:n> 1, 2, 3 }}
<{BASE}graph/meta> {{ <{BASE}id/dataset/voetnoot> <http://purl.org/pav/version> "v1" }}
"""
JSON = "application/sparql-results+json"
ROWS = b'{"head":{"vars":["n"]},"results":{"bindings":['
ROW = b'{"n":{"type":"literal","value":"x"}}'
MANY = b",".join([ROW] * 60_000)
"""More than the server holds back before it begins to send."""


@dataclass(slots=True)
class Upstream:
    """A small store that answers for real, unless the query holds the mark of a fault."""

    store: Store = field(default_factory=Store)
    headers: list[dict[str, str]] = field(default_factory=list)
    faults: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    url: str = ""
    token: str = TOKEN

    def whole(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer well, but close the connection without having said where the answer ends."""
        send(handler, ROWS + ROW + b"]}}", length=None)

    def grow(self) -> None:
        """Hold one more statement, under another version."""
        self.store.update(
            f"INSERT DATA {{ GRAPH <{BASE}graph/core> {{ <x:s> <x:n> 4 }} }} ; "
            'DELETE { GRAPH ?g { ?s ?p "v1" } } INSERT { GRAPH ?g { ?s ?p "v2" } } '
            'WHERE { GRAPH ?g { ?s ?p "v1" } }'
        )

    def forget_version(self) -> None:
        """Hold no version any more."""
        self.store.update(f"DROP GRAPH <{BASE}graph/meta>")

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer a request."""
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        body = handler.rfile.read(int(handler.headers["Content-Length"])).decode()
        fields = parse_qs(body)
        query = fields["query"][0]
        graphs: list[NamedNode | BlankNode | DefaultGraph] = []
        graphs += [NamedNode(iri) for iri in fields.get("default-graph-uri", ())]
        for mark, fault in self.faults.items():
            if mark in query:
                fault(handler)
                return
        if graphs:
            found = self.store.query(query, default_graph=graphs, named_graphs=[])
        else:
            found = self.store.query(query, use_default_graph_as_union=True)
        if isinstance(found, QueryTriples):
            send(handler, found.serialize(format=RdfFormat.N_TRIPLES) or b"", "application/n-triples")
        else:
            send(handler, found.serialize(format=QueryResultsFormat.JSON) or b"")


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes,
    media_type: str = JSON,
    status: int = 200,
    length: int | None = -1,
    **more: str,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", media_type)
    for name, value in more.items():
        handler.send_header(name.replace("_", "-"), value)
    if length is None:
        handler.send_header("Connection", "close")
    else:
        handler.send_header("Content-Length", str(len(body) if length < 0 else length))
    handler.end_headers()
    with suppress(OSError):
        handler.wfile.write(body)
    if length is None or length > len(body):
        handler.close_connection = True


def half_chunked(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for piece in (ROWS, MANY):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    handler.close_connection = True


def slow(handler: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        time.sleep(3)
        send(handler, ROWS + b"]}}")


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with suppress(OSError):
        for _ in range(60):
            handler.wfile.write(b" ")
            time.sleep(0.1)


FAULTS: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "#refused": lambda h: send(h, b"no such function", "text/plain", 400),
    "#locked": lambda h: send(h, f"token {TOKEN} is wrong".encode(), "text/plain", 401),
    "#busy": lambda h: send(h, b"busy", "text/plain", 503, Retry_After="7"),
    "#crashed": lambda h: send(h, b"<h1>Stack overflow</h1>", "text/html", 500),
    "#gave-up": lambda h: send(h, b"", "text/plain", 504),
    "#away": lambda h: send(h, b"", JSON, 307, Location="http://127.0.0.2:9/other"),
    "#moved": lambda h: send(h, b"", JSON, 308, Location="/circle"),
    "#page": lambda h: send(h, b"<html>hello</html>", "text/html"),
    "#cut-rows": lambda h: send(h, ROWS + ROW + b"]}}", X_SPARQL_MaxRows="1"),
    "#partial": lambda h: send(h, ROWS + ROW + b"]}}", X_SQL_State="S1TAT"),
    "#short": lambda h: send(h, ROWS + ROW, length=500),
    "#half-json": lambda h: send(h, ROWS + ROW),
    "#endless-json": lambda h: send(h, ROWS + ROW, length=None),
    "#endless-triples": lambda h: send(h, b"<x:s> <x:p> 1 .\n", "text/turtle", length=None),
    "#late-short": lambda h: send(h, ROWS + MANY, length=1 << 26),
    "#half-chunked": half_chunked,
    "#slow": slow,
    "#drip": drip,
    "#dropped": lambda h: setattr(h, "close_connection", True),
}


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """Return a store that listens on a loopback port."""
    found = Upstream(faults=dict(FAULTS))
    found.store.extend(
        Quad(quad.subject, quad.predicate, quad.object, quad.graph_name)
        for quad in parse(DATA, RdfFormat.TRIG)
    )

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            found.answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}/sparql"
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
