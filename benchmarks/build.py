"""Compare how a table becomes statements, and how statements become a store that can be asked.

    python benchmarks/build.py --rows 12500 --rounds 3

Ours is held against rdflib, and against maplib and Morph-KGC where they are installed beside us. Each runs in a
process of its own, in turn; libraries are loaded before the clock starts. The statements that come out must be
the same. Then the file is loaded: in memory as our query host does, to disk by `oxigraph load`, and by rdflib.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from contenders import versions
from mappers import MAPPERS, QUADS_PER_ROW, write_table
from pyoxigraph import RdfFormat, Store, parse

SECONDS = 600


def mapped(name: str, table: Path, out: Path) -> float:
    """Run one mapper in a process of its own; return the seconds it took."""
    command = [sys.executable, __file__, "--run", name, str(table), str(out)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=SECONDS, check=True)
    return float(done.stdout.split()[-1])


def works(name: str, folder: Path, seed: int) -> bool:
    """Tell whether a mapper is installed and makes anything at all; say so where it does not."""
    if importlib.util.find_spec(MAPPERS[name][1].split(".")[0]) is None:
        print(f"left out: {name} is not installed")
        return False
    table = folder / "few.csv"
    write_table(table, 10, seed)
    try:
        mapped(name, table, folder / "few.nq")
    except subprocess.CalledProcessError:
        print(f"left out: {name} fails with what is installed beside it")
        return False
    return True


def run_here(name: str, table: Path, out: Path) -> None:
    """Run one mapper in this process and print the seconds it took."""
    mapper, module = MAPPERS[name]
    importlib.import_module(module)
    began = time.perf_counter()
    mapper(table, out)
    print(time.perf_counter() - began)


def statements(file: Path) -> set[str]:
    """Return the statements of a file without their graph."""
    return {str(quad.triple) for quad in parse(path=str(file), format=RdfFormat.N_QUADS)}


def compare_mappers(folder: Path, rows: int, rounds: int, seed: int) -> None:
    """Let the mappers take turns over one table, and print how fast they were."""
    table = folder / "table.csv"
    write_table(table, rows, seed)
    names = [name for name in MAPPERS if works(name, folder, seed)]
    files = {name: folder / f"{name}.nq" for name in names}
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else names[::-1]:
            times[name].append(mapped(name, table, files[name]))
    expected = statements(files["ours"])
    for name in names:
        if statements(files[name]) != expected:
            raise RuntimeError(f"{name} makes other statements than ours")
    _print("table to file", times, rows * QUADS_PER_ROW)
    compare_loads(files["ours"], folder, rounds, rows * QUADS_PER_ROW)


def compare_loads(file: Path, folder: Path, rounds: int, quads: int) -> None:
    """Let the stores take turns over one file, and print how fast they were."""
    program = str(Path(sys.executable).with_name("oxigraph"))

    def in_memory(turn: int) -> None:
        del turn
        Store().load(path=str(file), format=RdfFormat.N_QUADS)

    def to_disk(turn: int) -> None:
        location = str(folder / f"disk-{turn}")
        subprocess.run(
            [program, "load", "--location", location, "--file", str(file)], check=True, capture_output=True
        )

    def by_rdflib(turn: int) -> None:
        del turn
        from rdflib import Dataset  # noqa: PLC0415

        Dataset().parse(file, format="nquads")

    loads: dict[str, Callable[[int], None]] = {"in memory, as the query host does": in_memory}
    if Path(program).is_file():
        loads["oxigraph load, to disk"] = to_disk
    loads["rdflib, in memory"] = by_rdflib
    times: dict[str, list[float]] = {name: [] for name in loads}
    for turn in range(rounds):
        for name, load in loads.items():
            began = time.perf_counter()
            load(turn)
            times[name].append(time.perf_counter() - began)
    _print("file to a store that answers", times, quads)


def _print(title: str, times: dict[str, list[float]], quads: int) -> None:
    medians = {name: statistics.median(found) for name, found in times.items()}
    first = next(iter(medians.values()))
    print(f"| {title} | thousand quads/s | ours is faster by |\n| --- | --- | --- |")
    for name, seconds in medians.items():
        print(f"| {name} | {quads / seconds / 1000:,.0f} | {seconds / first:.1f} |")
    print()


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=12_500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--run", nargs=3, metavar=("MAPPER", "TABLE", "OUT"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        name, table, out = asked.run
        run_here(name, Path(table), Path(out))
        return
    quads = asked.rows * QUADS_PER_ROW
    print(f"{asked.rows} rows, {quads} quads, {asked.rounds} rounds, {os.cpu_count()} cores; {versions()}\n")
    with tempfile.TemporaryDirectory() as folder:
        compare_mappers(Path(folder), asked.rows, asked.rounds, asked.seed)


if __name__ == "__main__":
    main()
