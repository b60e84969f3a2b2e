"""A small built graph as `make store` writes it: quads.nq, store/ and build.json behind a link."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, Store

ID = "https://w3id.org/voetnoot/id/"
GRAPH = "https://w3id.org/voetnoot/graph/"
VN = "https://w3id.org/voetnoot/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
CLAIMS = 400


def quads(claims: int = CLAIMS) -> Iterator[str]:
    """Yield the lines of a graph: claims in two documents, and events with labels in two languages."""
    for number in range(claims):
        graph = f"{GRAPH}{'cedoca-2023-12-05' if number % 2 else 'background-2020'}"
        claim = f"<{ID}claim/c-{number}>"
        yield f"{claim} <{RDF_TYPE}> <{VN}FigureClaim> <{graph}> ."
        yield f'{claim} <{VN}stated> "{number}"^^<{INTEGER}> <{graph}> .'
        yield f"{claim} <{VN}event> <{ID}event/e-{number % 10}> <{graph}> ."
        yield f'{claim} <{VN}paraphrase> "Zin {number}, «één»\\n"@nl <{graph}> .'
    for number in range(10):
        event = f"<{ID}event/e-{number}>"
        yield f"{event} <{RDF_TYPE}> <{VN}Event> <{GRAPH}core> ."
        yield f'{event} <{SKOS}prefLabel> "Clash {number}"@en <{GRAPH}core> .'
        yield f'{event} <{SKOS}prefLabel> "Gevecht {number}"@nl <{GRAPH}core> .'


def write_build(root: Path, version: str, claims: int = CLAIMS, extra: Sequence[str] = ()) -> Path:
    """Write a release below `root`, point `current` at it as the ETL does, and return the link."""
    folder = root / "releases" / version
    folder.mkdir(parents=True)
    lines = sorted([*quads(claims), *extra])
    (folder / "quads.nq").write_text("\n".join(lines) + "\n", encoding="utf-8")
    store = Store(str(folder / "store"))
    store.bulk_load(path=str(folder / "quads.nq"), format=RdfFormat.N_QUADS)
    store.flush()
    graphs = {
        graph.value: len(list(store.quads_for_pattern(None, None, None, graph)))
        for graph in store.named_graphs()
    }
    said = {"version": version, "quads": len(store), "graphs": graphs, "documents": 2, "footnotes": 0}
    said |= {"citations": 0, "observations": 0, "sources": {"present": [], "absent": ["icg"]}}
    (folder / "build.json").write_text(json.dumps(said), encoding="utf-8")
    beside = root / "current.new"
    beside.symlink_to(folder.relative_to(root), target_is_directory=True)
    return beside.replace(root / "current")


@pytest.fixture(scope="session")
def new_build() -> Callable[..., Path]:
    """Return the function that writes a release: `new_build(root, version, claims=…, extra=…)`."""
    return write_build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the link to a built graph that no test changes."""
    return write_build(tmp_path_factory.mktemp("build"), "0123abcd")


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer, read whole."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the body read as JSON."""
        return json.loads(self.body)

    @property
    def rows(self) -> list[dict[str, str]]:
        """Return the rows of SPARQL JSON results, each value as its text."""
        return [
            {name: term["value"] for name, term in row.items()} for row in self.json["results"]["bindings"]
        ]


@dataclass(frozen=True, slots=True)
class Server:
    """A server of ours in a process of its own."""

    url: str
    process: subprocess.Popen[str]
    report: tuple[str, ...]
    log: Path

    @property
    def broken(self) -> type[Exception]:
        """Return what reading an answer raises when its transfer was broken off."""
        return http.client.IncompleteRead

    @property
    def endpoint(self) -> str:
        """Return the address of its SPARQL endpoint."""
        return f"{self.url}/sparql"

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self.url.rsplit(":", 1)[1])

    @contextmanager
    def connected(self) -> Iterator[socket.socket]:
        """Connect a plain socket for as long as the block runs."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as plain:
            yield plain

    def exchange(self, raw: bytes, answers: int = 1) -> bytes:
        """Send bytes; return what comes until the connection closes, or all answers have begun and come to rest."""
        said = b""
        with self.connected() as plain:
            plain.sendall(raw)
            plain.settimeout(0.5)
            with suppress(TimeoutError):
                while piece := plain.recv(65536):
                    said += piece
        assert said.count(b"HTTP/1.1 ") == answers, said
        return said

    @property
    def processes(self) -> list[int]:
        """Return the numbers of its processes: the server, its hosts, and their evaluators."""
        found = [self.process.pid]
        for parent in found:
            with suppress(OSError):
                for task in Path(f"/proc/{parent}/task").iterdir():
                    found += map(int, (task / "children").read_text("ascii").split())
        return found

    @property
    def memory(self) -> int:
        """Return the bytes of all its processes, each page that they share by its share."""
        total = 0
        for pid in self.processes:
            with suppress(OSError):
                said = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
                total += 1024 * int(said.split("\nPss:")[1].split()[0])
        return total

    def request(
        self, method: str, path: str, *, body: bytes | None = None, seconds: float = 20, **headers: str
    ) -> Answer:
        """Send one request; a header's name is written with `_` for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(connection):
            connection.request(method, path, body=body, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def ask(self, query: str, *, seconds: float = 20, fields: str = "", **headers: str) -> Answer:
        """Send a query by GET; `fields` are further fields of the query string."""
        path = f"/sparql?query={quote(query, safe='')}{fields}"
        return self.request("GET", path, body=None, seconds=seconds, **headers)


@contextmanager
def running_server(store: Path, log: Path, *flags: str, **environment: str) -> Iterator[Server]:
    """Run `voetnoot-server serve` on a free port, with a short deadline, until the block ends."""
    command = [sys.executable, "-m", "voetnoot_server", "serve", "--port", "0", "--store", str(store)]
    root = Path(__file__).resolve().parents[2]
    folders = ["--queries", str(root / "queries"), "--ontology", str(root / "ontology")]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [*command, *folders, "--query-seconds", "2", "--drain-seconds", "2", *flags],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, **environment},
        )
    assert process.stdout is not None
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if found := re.match(r"listening on (\S+)", line):
                yield Server(found[1], process, tuple(lines), log)
                break
        else:
            pytest.fail(f"the server did not start: {lines} {log.read_text(encoding='utf-8')}")
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Return the function that starts a server, which ends with the module: `serve(store, *flags)`."""
    with ExitStack() as stack:

        def start(store: Path, *flags: str, **environment: str) -> Server:
            log = tmp_path_factory.mktemp("log") / "server.log"
            return stack.enter_context(running_server(store, log, *flags, **environment))

        yield start


@pytest.fixture
def serve_once(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Return the function that starts a server, which ends with the test: `serve_once(store, *flags)`."""
    with ExitStack() as stack:

        def start(store: Path, *flags: str, **environment: str) -> Server:
            return stack.enter_context(running_server(store, tmp_path / "server.log", *flags, **environment))

        yield start


@pytest.fixture(scope="session")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server over the small graph that lives as long as the tests."""
    log = tmp_path_factory.mktemp("log") / "server.log"
    with running_server(built, log) as started:
        yield started
