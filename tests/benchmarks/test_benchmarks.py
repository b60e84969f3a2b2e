"""The benchmarks run, and what they compare is the same graph each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, script: str, *arguments: str) -> str:
    command = [sys.executable, str(root / "benchmarks" / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def graph(root: Path, file: Path, *arguments: str) -> list[str]:
    run(root, "generator.py", "--quads", "30000", "--out", str(file), *arguments)
    return file.read_text(encoding="utf-8").splitlines()


def test_the_same_seed_gives_the_same_graph(root: Path, tmp_path: Path) -> None:
    first, again = (graph(root, tmp_path / name) for name in ("1.nq", "2.nq"))
    assert first == again
    assert first != graph(root, tmp_path / "3.nq", "--seed", "2")
    assert len(set(first)) == len(first)
    assert len(first) == pytest.approx(30_000, rel=0.1)


def test_the_servers_give_answers_of_one_size_and_are_compared(root: Path) -> None:
    told = run(root, "endpoint.py", "--quads", "60000", "--seconds", "0.1", "--rounds", "1")
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert [row.split(" | ")[0] for row in rows][2:6] == ["| tiny", "| chain", "| rivals", "| 10k rows"]
    assert rows[0].count(" | ") == 6


def test_the_mappers_make_the_same_statements_and_are_compared(root: Path) -> None:
    told = run(root, "build.py", "--rows", "100", "--rounds", "1")
    assert "| ours |" in told
    assert "| rdflib |" in told
    assert "| oxigraph load, to disk |" in told
