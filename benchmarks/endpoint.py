"""Compare our endpoint with `oxigraph serve` and rdflib-endpoint, over one synthetic graph.

    python benchmarks/endpoint.py --quads 100000 --seconds 1 --rounds 3

The servers take turns within one run, so that a busy machine slows all of them alike; what counts is the ratio.
Ours is asked three times: cold (its cache stays out of it, every answer is evaluated in a locked-in process), repeated,
and repeated by a client that takes gzip. A contender whose answer has another number of rows than
the others ends the run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from contenders import Contender, Stable, build, memory, processor, versions
from generator import write
from http_load import Load, Question, client, load
from shapes import QUERIES

Measured = Mapping[tuple[str, str], list[Load]]


def start(folder: Path, stack: ExitStack, *, rdflib: bool) -> list[Contender]:
    """Start every server over the same quads; the first is what the others are held against."""
    stable = Stable(folder, stack)
    baseline = stable.oxigraph(on_disk=False)
    found = [baseline, stable.oxigraph(on_disk=True), *stable.ours(), *stable.ours(baseline.endpoint)]
    return [*found, stable.rdflib_endpoint()] if rdflib else found


def check(contenders: list[Contender]) -> None:
    """Ask each query of each contender once; raises `RuntimeError` where the answers differ in size."""
    for shape, query in QUERIES.items():
        rows = {each.name: _rows(each.endpoint, query) for each in contenders}
        if len(set(rows.values())) > 1 or 0 in rows.values():
            raise RuntimeError(f"{shape}: the answers have {rows} rows")


def _rows(endpoint: str, query: str) -> int:
    request = urllib.request.Request(f"{endpoint}?query={quote(query)}")  # noqa: S310 - loopback
    request.add_header("Accept", "application/sparql-results+json")
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
        return len(json.load(answer)["results"]["bindings"])


def measure(contenders: list[Contender], seconds: float, rounds: int, connections: int) -> Measured:
    """Ask every query of every contender, taking turns."""
    found: dict[tuple[str, str], list[Load]] = {}
    for turn in range(rounds):
        order = contenders if turn % 2 == 0 else contenders[::-1]
        for shape, query in QUERIES.items():
            for each in order:
                question = Question(each.endpoint, query, each.fresh, each.compressed)
                before = processor(each.pid)
                one = load(question, seconds=seconds, connections=connections)
                one = replace(one, processor=processor(each.pid) - before)
                found.setdefault((shape, each.name), []).append(one)
    return found


def report(contenders: list[Contender], found: Measured) -> None:
    """Print answers per second with the ratio to the first contender, the latencies, the work, and the memory."""
    names = [each.name for each in contenders]
    speeds = _medians(names, found, lambda one: one.per_second)
    print(f"| answers/s (ratio) | {' | '.join(names)} |\n|{' --- |' * (len(names) + 1)}")
    for shape in QUERIES:
        first = speeds[shape, names[0]]
        cells = [f"{speeds[shape, name]:,.0f} ({speeds[shape, name] / first:.2f})" for name in names]
        print(f"| {shape} | {' | '.join(cells)} |")
    half = _medians(names, found, lambda one: 1000 * one.half)
    most = _medians(names, found, lambda one: 1000 * one.most)
    for shape in QUERIES:
        cells = [f"{half[shape, name]:.1f} / {most[shape, name]:.1f}" for name in names]
        print(f"| {shape}, ms p50 / p99 | {' | '.join(cells)} |")
    work = _medians(names, found, lambda one: 1e6 * one.processor / max(one.answers, 1))
    for shape in QUERIES:
        cells = [f"{work[shape, name]:,.0f}" for name in names]
        print(f"| {shape}, µs of processor | {' | '.join(cells)} |")
    print(f"| memory, MB | {' | '.join(str(memory(each.pid)) for each in contenders)} |")


def _medians(
    names: list[str], found: Measured, value: Callable[[Load], float]
) -> dict[tuple[str, str], float]:
    keys = [(shape, name) for shape in QUERIES for name in names]
    return {key: statistics.median(map(value, found[key])) for key in keys}


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--rdflib", action="store_true", help="with rdflib-endpoint, which is slow to load")
    asked = parser.parse_args()
    print(
        f"{asked.quads} quads, {asked.rounds} rounds of {asked.seconds:g} s, {asked.connections} connections of "
        f"{client()}, {os.cpu_count()} cores; {versions()}\n"
    )
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        write(folder / "quads.nq", asked.quads, asked.seed)
        build(folder)
        contenders = start(folder, stack, rdflib=asked.rdflib)
        check(contenders)
        report(contenders, measure(contenders, asked.seconds, asked.rounds, asked.connections))


if __name__ == "__main__":
    main()
