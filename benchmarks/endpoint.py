"""Compare our endpoint with `oxigraph serve` in memory and with rdflib-endpoint, over one synthetic graph.

    python benchmarks/endpoint.py --quads 100000 --seconds 2 --rounds 3

The servers take turns within one run, so that a busy machine slows all of them alike; what counts is the ratio.
Ours is asked twice: cold (its cache stays out of it, every answer is evaluated in a locked-in process) and warm.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from claim_graph import QUERIES, write
from http_load import Load, load
from pyoxigraph import RdfFormat, Store

OURS, PEER, SLOW_PEER = 18801, 18802, 18803
SLOW_SHAPES = ("tiny", "chain", "mid", "large")
WAIT_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Contender:
    """A server under test, as a column of the table."""

    name: str
    endpoint: str
    pid: int
    fresh: bool = True


def build(folder: Path, quads: int) -> Path:
    """Write a build as the ETL does."""
    count = write(folder / "quads.nq", quads)
    store = Store(str(folder / "store"))
    store.bulk_load(path=str(folder / "quads.nq"), format=RdfFormat.N_QUADS)
    graphs = {graph.value: 0 for graph in store.named_graphs()}
    (folder / "build.json").write_text(json.dumps({"version": "1", "quads": count, "graphs": graphs}))
    return folder


@contextmanager
def running(command: list[str], address: str) -> Iterator[int]:
    """Run a server until the block ends; wait until it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + WAIT_SECONDS
        while not _answers(address):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} does not answer at {address}")
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=5) as answer:  # noqa: S310 - loopback
            return bool(answer.status == 200)
    except OSError:
        return False


def start(stack: ExitStack, folder: Path, *, slow_peer: bool) -> list[Contender]:
    """Start every server over the same quads."""
    tools = Path(sys.executable).parent
    ours, peer = f"http://127.0.0.1:{OURS}/sparql", f"http://127.0.0.1:{PEER}/query"
    own = [sys.executable, "-m", "voetnoot_server", "serve", "--port", str(OURS), "--store", str(folder)]
    pid = stack.enter_context(running([*own, "--access-log", "false"], ours))
    serve = [str(tools / "oxigraph"), "serve", "--bind", f"127.0.0.1:{PEER}", "--union-default-graph"]
    peer_pid = stack.enter_context(running(serve, peer))
    body = (folder / "quads.nq").read_bytes()
    request = urllib.request.Request(f"http://127.0.0.1:{PEER}/store", data=body, method="POST")
    request.add_header("Content-Type", "application/n-quads")
    urllib.request.urlopen(request, timeout=WAIT_SECONDS).close()  # noqa: S310 - loopback
    found = [
        Contender("oxigraph serve", peer, peer_pid),
        Contender("ours, cold", ours, pid),
        Contender("ours, warm", ours, pid, fresh=False),
    ]
    if slow_peer:
        slow = f"http://127.0.0.1:{SLOW_PEER}/"
        command = [
            str(tools / "rdflib-endpoint"),
            "serve",
            "--port",
            str(SLOW_PEER),
            str(folder / "quads.nq"),
        ]
        found.append(Contender("rdflib-endpoint", slow, stack.enter_context(running(command, slow))))
    return found


def memory(pid: int) -> int:
    """Return the proportional memory of a process and its descendants, in MB."""
    total, waiting = 0, [pid]
    while waiting:
        each = waiting.pop()
        smaps = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        total += int(smaps.split("\nPss:")[1].split()[0])
        for task in Path(f"/proc/{each}/task").iterdir():
            waiting += map(int, (task / "children").read_text(encoding="ascii").split())
    return total // 1024


def measure(contenders: list[Contender], seconds: float, rounds: int) -> dict[tuple[str, str], list[Load]]:
    """Ask every query of every contender, taking turns."""
    found: dict[tuple[str, str], list[Load]] = {}
    for _ in range(rounds):
        for shape, query in QUERIES.items():
            for each in contenders:
                one = load(each.endpoint, query, seconds=seconds, fresh=each.fresh)
                found.setdefault((shape, each.name), []).append(one)
    return found


def report(contenders: list[Contender], found: dict[tuple[str, str], list[Load]]) -> None:
    """Print answers per second, and the ratio to the first contender."""
    names = [each.name for each in contenders]
    print(f"| answers/s (ratio) | {' | '.join(names)} |\n|{' --- |' * (len(names) + 1)}")
    for shape in QUERIES:
        speeds = [statistics.median(one.per_second for one in found[shape, name]) for name in names]
        cells = [f"{speed:,.0f} ({speed / speeds[0]:.2f})" for speed in speeds]
        print(f"| {shape} | {' | '.join(cells)} |")
    print(f"| memory, MB | {' | '.join(str(memory(each.pid)) for each in contenders)} |")


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rdflib", action="store_true", help="with rdflib-endpoint, which is slow to load")
    asked = parser.parse_args()
    print(
        f"{asked.quads} quads, {asked.rounds} rounds of {asked.seconds:g} s, 8 connections, {os.cpu_count()} cores"
    )
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        contenders = start(stack, build(Path(folder), asked.quads), slow_peer=asked.rdflib)
        report(contenders, measure(contenders, asked.seconds, asked.rounds))


if __name__ == "__main__":
    main()
