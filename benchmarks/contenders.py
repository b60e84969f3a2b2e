"""The servers that are compared, each over the same quads, on loopback ports, ended with the run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pyoxigraph import RdfFormat, Store

START_SECONDS = 600
STOP_SECONDS = 30
BASELINE = "oxigraph, memory"


@dataclass(frozen=True, slots=True)
class Contender:
    """A server under test, as a column of the table; `fresh` keeps its cache out of it, `compressed` takes gzip."""

    name: str
    endpoint: str
    pid: int
    fresh: bool = True
    compressed: bool = False


@dataclass(slots=True)
class Stable:
    """Starts servers over the quads of a folder."""

    folder: Path
    stack: ExitStack
    _port: int = 0

    @property
    def quads(self) -> Path:
        """Return the file of quads."""
        return self.folder / "quads.nq"

    def ours(self, store: str = "") -> list[Contender]:
        """Start our server, over the build or another store; asked without its cache and with it."""
        flags = ["--access-log", "false", "--store", store or str(self.folder)]
        command = [sys.executable, "-m", "voetnoot_server", "serve", "--port", str(self._next_port()), *flags]
        endpoint = f"http://127.0.0.1:{self._port}/sparql"
        pid = self._start(command, endpoint)
        if store:
            return [Contender("ours over oxigraph, cold", endpoint, pid)]
        return [
            Contender("ours, cold", endpoint, pid),
            Contender("ours, repeated", endpoint, pid, fresh=False),
            Contender("ours, repeated, gzip", endpoint, pid, fresh=False, compressed=True),
        ]

    def oxigraph(self, *, on_disk: bool) -> Contender:
        """Start Oxigraph's own server, with the union as its default graph like ours."""
        program = str(Path(sys.executable).with_name("oxigraph"))
        site = f"127.0.0.1:{self._next_port()}"
        command = [program, "serve", "--bind", site, "--union-default-graph"]
        if on_disk:
            location = ["--location", str(self.folder / "peer")]
            subprocess.run(
                [program, "load", *location, "--file", str(self.quads)], check=True, capture_output=True
            )
            command += location
        pid = self._start(command, f"http://{site}/query")
        if not on_disk:
            request = urllib.request.Request(f"http://{site}/store", self.quads.read_bytes(), method="POST")
            request.add_header("Content-Type", "application/n-quads")
            urllib.request.urlopen(request, timeout=START_SECONDS).close()  # noqa: S310 - loopback
        return Contender("oxigraph, disk" if on_disk else BASELINE, f"http://{site}/query", pid)

    def rdflib_endpoint(self) -> Contender:
        """Start rdflib-endpoint over Oxigraph in memory, its fastest store."""
        program = str(Path(sys.executable).with_name("rdflib-endpoint"))
        endpoint = f"http://127.0.0.1:{self._next_port()}/"
        command = [
            program,
            *("serve", "--host", "127.0.0.1", "--port", str(self._port), "--store", "Oxigraph"),
            str(self.folder / "quads.nt"),
        ]
        with self.quads.open("rb") as lines, (self.folder / "quads.nt").open("wb") as triples:
            # it has no union of graphs: without their names its default graph holds the same
            triples.writelines(line[: line.rindex(b" <")] + b" .\n" for line in lines)
        return Contender("rdflib-endpoint", endpoint, self._start(command, endpoint))

    def _next_port(self) -> int:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self._port = int(listener.getsockname()[1])
        return self._port

    def _start(self, command: list[str], address: str) -> int:
        return self.stack.enter_context(_running(command, address))


def build(folder: Path) -> None:
    """Make of the quads in a folder a build as the ETL writes it."""
    store = Store(str(folder / "store"))
    store.bulk_load(path=str(folder / "quads.nq"), format=RdfFormat.N_QUADS)
    graphs = {graph.value: 0 for graph in store.named_graphs()}
    said = {"version": "1", "quads": len(store), "graphs": graphs}
    (folder / "build.json").write_text(json.dumps(said), encoding="utf-8")


def versions() -> str:
    """Return what was compared, by version."""
    found = {"Python": ".".join(map(str, sys.version_info[:3]))}
    for name in ("voetnoot", "pyoxigraph", "oxigraph", "rdflib", "rdflib-endpoint", "maplib", "morph-kgc"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return ", ".join(f"{name} {number}" for name, number in found.items())


def memory(pid: int) -> int:
    """Return the proportional memory of a process and its descendants, in MB."""
    rolled = [Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii") for each in _tree(pid)]
    return sum(int(smaps.split("\nPss:")[1].split()[0]) for smaps in rolled) // 1024


def processor(pid: int) -> float:
    """Return the seconds that a process and its descendants have worked: other work does not count in them."""
    told = [Path(f"/proc/{each}/stat").read_text(encoding="ascii") for each in _tree(pid)]
    ticks = sum(int(field) for line in told for field in line.rpartition(")")[2].split()[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def _tree(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").iterdir():
            with suppress(FileNotFoundError):
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


@contextmanager
def _running(command: list[str], address: str) -> Iterator[int]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while not _answers(address):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} does not answer at {address}")
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=5) as answer:  # noqa: S310 - loopback
            return bool(answer.status == 200)
    except OSError:
        return False
