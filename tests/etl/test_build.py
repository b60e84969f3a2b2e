"""The build as a whole: it reproduces data/, and a fault leaves the old store and says where it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from voetnoot_etl.cli import main
from voetnoot_etl.manifest import read_manifests
from voetnoot_etl.release.store import current_version

ROOMS = ("etl/sources", "etl/curated", "ontology", "data", "queries")
TABLE = "icg/casualties/casualties.xlsx"
MANIFEST = "etl/sources/icg-casualties.toml"


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """Return a copy of what a build reads and writes."""
    for room in ROOMS:
        shutil.copytree(root / room, tmp_path / "checkout" / room)
    return tmp_path / "checkout"


@pytest.fixture
def own_sources(sources: Path, tmp_path: Path) -> Path:
    """Return a copy of the source files that a test may alter."""
    return Path(shutil.copytree(sources, tmp_path / "sources", copy_function=shutil.copyfile))


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def run(checkout: Path, *arguments: str) -> int:
    return main(["--root", str(checkout), *arguments])


def restate(checkout: Path, file: Path, field: str = "sha256") -> None:
    """State a file's present digest in the manifest, as somebody would who takes a new edition for good."""
    manifest = checkout / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    old = tomllib.loads(text)[field]
    manifest.write_text(text.replace(old, hashlib.sha256(file.read_bytes()).hexdigest()), encoding="utf-8")


def drop_fields(checkout: Path, prefix: str) -> None:
    manifest = checkout / MANIFEST
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if not line.startswith(prefix)), encoding="utf-8")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_a_build_from_the_sources_reproduces_the_released_data(
    checkout: Path, sources: Path, root: Path, seed: str
) -> None:
    command = [
        sys.executable,
        "-m",
        "voetnoot_etl",
        "--root",
        str(checkout),
        "--sources",
        str(sources),
        "build",
    ]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
    assert contents(checkout / "data") == contents(root / "data")


def test_a_build_without_sources_keeps_the_released_data_and_makes_a_store(
    checkout: Path, root: Path
) -> None:
    assert run(checkout, "--sources", "", "build") == 0
    assert contents(checkout / "data") == contents(root / "data")
    assert current_version(checkout / "build") is not None


def test_no_sentence_of_a_source_is_in_the_released_data(root: Path, sources: Path) -> None:
    released = "".join(path.read_text(encoding="utf-8") for path in (root / "data").glob("*.ttl"))
    titles = " ".join(source.title for source in read_manifests(root / "etl" / "sources"))
    for path in sorted((sources / "documents").glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        long = [line for line in lines if len(line) > 60 and "url" not in line and "http" not in line]
        assert [line for line in long if line in released and line not in titles] == []


def alter_byte(checkout: Path, sources: Path) -> None:
    path = sources / "documents" / "004_aab24cd63284c81b.txt"
    path.write_bytes(path.read_bytes().replace(b"202", b"203", 1))
    del checkout


def alter_book(change: Callable[[openpyxl.Workbook], None]) -> Callable[[Path, Path], None]:
    def alter(checkout: Path, sources: Path) -> None:
        book = openpyxl.load_workbook(sources / TABLE)
        change(book)
        book.save(sources / TABLE)
        restate(checkout, sources / TABLE)
        drop_fields(checkout, "twin")

    return alter


def rename_sheet(book: openpyxl.Workbook) -> None:
    book.worksheets[0].title = "other"


def rename_column(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["B1"] = "Kind of incident"


def invent_category(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["B7"] = "Combatant/Missing"


def truncate(checkout: Path, sources: Path) -> None:
    path = sources / TABLE
    path.write_bytes(path.read_bytes()[:4000])
    restate(checkout, path)


def forget_digest(checkout: Path, sources: Path) -> None:
    drop_fields(checkout, "sha256")
    del sources


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (alter_byte, ["documents/004_aab24cd63284c81b.txt", "SHA-256"]),
        (alter_book(rename_sheet), ["casualties.xlsx", "sheet"]),
        (alter_book(rename_column), ["casualties.xlsx", "Kind of incident"]),
        (alter_book(invent_category), ["casualties.xlsx", "7", "Combatant/Missing"]),
        (truncate, ["casualties.xlsx"]),
        (forget_digest, ["icg-casualties.toml", "sha256 is missing"]),
    ],
)
def test_a_fault_ends_in_one_line_with_its_place_and_the_old_store_stays(
    checkout: Path,
    own_sources: Path,
    capsys: pytest.CaptureFixture[str],
    alter: Callable[[Path, Path], None],
    said: list[str],
) -> None:
    assert run(checkout, "--sources", "", "load") == 0
    before, data = current_version(checkout / "build"), contents(checkout / "data")
    alter(checkout, own_sources)
    capsys.readouterr()
    assert run(checkout, "--sources", str(own_sources), "build") == 1
    faults = [line for line in capsys.readouterr().err.splitlines() if line.startswith("voetnoot-etl: ")]
    assert len(faults) == 1
    assert all(word in faults[0] for word in said), faults[0]
    assert (current_version(checkout / "build"), contents(checkout / "data")) == (before, data)


def test_a_folder_of_sources_that_does_not_exist_is_told(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(checkout, "--sources", str(checkout / "nowhere"), "load") == 1
    assert "does not exist" in capsys.readouterr().err
