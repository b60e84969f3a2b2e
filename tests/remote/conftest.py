"""Endpoints of other makers, started on loopback ports and ended with the tests: Oxigraph's server and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from voetnoot_etl.rdf import Graph
from voetnoot_etl.release.endpoint import Credentials, Endpoint
from voetnoot_etl.release.push import push, released_graphs
from voetnoot_etl.workspace import Workspace, workspace

START_SECONDS = 90.0
STOP_SECONDS = 60.0
VIRTUOSO_ROWS = 100_000
LOGIN = Credentials(user="dba", password="dba")  # noqa: S106 - Virtuoso's own first password, on loopback

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
MaxClientConnections = 10
CheckpointInterval = 0
CaseMode = 2
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
MaxQueryMem = 500M
ThreadsPerQuery = 1
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryExecutionTime = 60
"""


@dataclass(frozen=True, slots=True)
class Remote:
    """A running endpoint: where it is asked, updated, and given whole graphs."""

    name: str
    query: str
    update: str
    graph_store: str
    credentials: Credentials = field(default_factory=Credentials)

    def by_update(self) -> Endpoint:
        """Return it as an endpoint without a Graph Store."""
        return Endpoint(self.query, update=self.update, credentials=self.credentials)

    def by_graph_store(self) -> Endpoint:
        """Return it as an endpoint with a Graph Store."""
        return Endpoint(
            self.query, update=self.update, graph_store=self.graph_store, credentials=self.credentials
        )

    def ask(self, query: str, media_type: str) -> bytes:
        """Return the answer to a query."""
        request = urllib.request.Request(
            self.query, data=urlencode({"query": query}).encode(), headers={"Accept": media_type}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            content: bytes = answer.read()
            return content


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str], address: str, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait(process, address, log)
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers, if only that this is no query
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{address} does not answer: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


@contextmanager
def running_oxigraph(folder: Path, *flags: str) -> Iterator[Remote]:
    """Run `oxigraph serve` in memory until the block ends."""
    site = f"127.0.0.1:{free_port()}"
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "--bind", site, *flags]
    base = f"http://{site}"
    with _running(command, f"{base}/query", folder / "oxigraph.log"):
        yield Remote("oxigraph", f"{base}/query", f"{base}/update", f"{base}/store")


@contextmanager
def running_virtuoso(folder: Path, rows: int = VIRTUOSO_ROWS) -> Iterator[Remote]:
    """Run Virtuoso with a database of its own until the block ends; skip where it is not installed."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed; on Debian: apt-get install virtuoso-opensource")
    port = free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(
        _VIRTUOSO.format(folder=folder, port=port, sql_port=free_port(), rows=rows), encoding="utf-8"
    )
    base = f"http://127.0.0.1:{port}"
    with _running([program, "-f", "-c", str(settings)], f"{base}/sparql", folder / "console.log"):
        update, store = f"{base}/sparql-auth", f"{base}/sparql-graph-crud-auth"
        yield Remote("virtuoso", f"{base}/sparql", update, store, LOGIN)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a copy of what is released, which no build changes meanwhile; the source files are not needed."""
    copy = tmp_path_factory.mktemp("checkout")
    for room in ("data", "ontology"):
        shutil.copytree(root / room, copy / room)
    return workspace(copy, sources="")


@pytest.fixture(scope="session")
def released(checkout: Workspace) -> dict[str, Graph]:
    """Return the released graphs by name."""
    return {graph.name: graph for graph in released_graphs(checkout)}


@pytest.fixture(scope="module")
def empty_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    """Return an Oxigraph server with nothing in it."""
    with running_oxigraph(tmp_path_factory.mktemp("oxigraph")) as remote:
        yield remote


@pytest.fixture(scope="session")
def oxigraph(checkout: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    """Return an Oxigraph server to which everything was pushed, by the Graph Store Protocol."""
    with running_oxigraph(tmp_path_factory.mktemp("oxigraph")) as remote:
        push(checkout, remote.by_graph_store())
        yield remote


@pytest.fixture(scope="session")
def virtuoso(checkout: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    """Return a Virtuoso to which everything was pushed, by SPARQL Update."""
    with running_virtuoso(tmp_path_factory.mktemp("virtuoso")) as remote:
        push(checkout, remote.by_update())
        yield remote


@pytest.fixture(params=["oxigraph", "virtuoso"])
def pushed(request: pytest.FixtureRequest) -> Remote:
    """Return each of the servers to which everything was pushed."""
    remote: Remote = request.getfixturevalue(request.param)
    return remote


@pytest.fixture
def launch() -> Callable[[list[str]], subprocess.CompletedProcess[str]]:
    """Return the function that runs `voetnoot-etl` with these arguments."""

    def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "voetnoot_etl", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    return run


@pytest.fixture(scope="session")
def serve_over(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Return the function that starts our server over a store and returns its address."""
    with ExitStack() as stack:

        def start(store: str, *flags: str) -> str:
            port = str(free_port())
            command = [sys.executable, "-m", "voetnoot_server", "serve", "--port", port, "--store", store]
            folders = ["--queries", str(root / "queries"), "--ontology", str(root / "ontology")]
            log = tmp_path_factory.mktemp("server") / "server.log"
            address = f"http://127.0.0.1:{port}"
            stack.enter_context(_running([*command, *folders, *flags], f"{address}/healthz", log))
            return address

        yield start
