"""The rooms: no import crosses from one to the other, each library has one room, files stay small."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
NAMES_OF_NOTHING = ("util", "helper", "common", "misc", "manager")
FORBIDDEN = {"voetnoot_etl": "voetnoot_server", "voetnoot_server": "voetnoot_etl"}
AT_HOME = {
    "openpyxl": {"etl/voetnoot_etl/icg/workbooks.py"},
    "owlready2": {"etl/voetnoot_etl/checks/reason.py", "etl/voetnoot_etl/checks/profile.py"},
}


def tracked(root: Path, *patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", *patterns], cwd=root, capture_output=True, text=True, check=True
    )
    return [root / name for name in listed.stdout.splitlines() if (root / name).is_file()]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize(("package", "other"), FORBIDDEN.items())
def test_no_import_crosses_a_room(root: Path, package: str, other: str) -> None:
    crossing = [str(path) for path in root.rglob(f"{package}/**/*.py") if other in imported(path)]
    assert crossing == []


@pytest.mark.parametrize(("library", "homes"), AT_HOME.items())
def test_a_library_lives_in_one_module(root: Path, library: str, homes: set[str]) -> None:
    users = {str(p.relative_to(root)) for p in (root / "etl").rglob("*.py") if library in imported(p)}
    assert users <= homes


def test_no_file_is_long(root: Path) -> None:
    files = tracked(root, "*.py")
    long = {str(p): n for p in files if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE}
    assert long == {}


def test_no_function_is_long(root: Path) -> None:
    long = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in tracked(root, "*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_no_module_is_named_after_nothing(root: Path) -> None:
    assert [p.name for p in tracked(root, "*.py") if p.stem.rstrip("s") in NAMES_OF_NOTHING] == []


def test_no_source_file_and_no_path_of_a_machine_is_kept(root: Path) -> None:
    names = [path.name for path in tracked(root)]
    assert [name for name in names if name.endswith((".xlsx", ".geojson", ".docx", ".pdf"))] == []
    texts = list(tracked(root, "*.py", "*.md", "*.toml", "*.rq", "*.ttl", "*.tsv", "Makefile"))
    assert [str(p) for p in texts if f"{root}/" in p.read_text(encoding="utf-8")] == []
