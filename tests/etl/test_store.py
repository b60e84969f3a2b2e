"""The release: complete or not there, the same for the same facts, swapped in one step."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Store

from voetnoot_etl import iris, rdf
from voetnoot_etl.errors import BuildError
from voetnoot_etl.release.store import current_version, nquads, write_release
from voetnoot_etl.terms import DCT


def graph(*values: str) -> rdf.Graph:
    result = rdf.Graph("haven")
    for value in values:
        result.add(iris.thing("document", "haven"), (DCT.title, rdf.text(value)))
    return result


def test_a_release_holds_the_quads_as_file_and_as_store(tmp_path: Path) -> None:
    release = write_release(tmp_path, [graph("a", "b")], {"documents": 1})
    assert len(Store.read_only(str(release / "store"))) == 2
    assert (release / "quads.nq").read_bytes() == nquads([graph("b", "a")])
    described = json.loads((release / "build.json").read_text(encoding="utf-8"))
    assert (described["documents"], described["quads"], described["version"]) == (
        1,
        2,
        current_version(tmp_path),
    )


def test_current_is_the_release_written_last(tmp_path: Path) -> None:
    write_release(tmp_path, [graph("a")], {})
    second = write_release(tmp_path, [graph("b")], {})
    assert (tmp_path / "current").resolve() == second


def test_the_same_facts_are_the_same_version(tmp_path: Path) -> None:
    assert write_release(tmp_path, [graph("a")], {}) == write_release(tmp_path, [graph("a")], {})


def test_the_release_before_the_last_is_kept_for_a_server_that_reads_it(tmp_path: Path) -> None:
    releases = [write_release(tmp_path, [graph(value)], {}) for value in "abcd"]
    assert [release.is_dir() for release in releases] == [False, False, True, True]


def test_a_release_that_cannot_be_written_leaves_the_old_one_current(tmp_path: Path) -> None:
    first = write_release(tmp_path, [graph("a")], {})
    with pytest.raises(BuildError, match="could not be written"):
        write_release(tmp_path, [graph("b")], {"documents": "\ud800"})
    assert (tmp_path / "current").resolve() == first


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    half = tmp_path / "releases" / "0123.77.partial"
    half.mkdir(parents=True)
    write_release(tmp_path, [graph("a")], {})
    assert not half.exists()


def test_a_release_that_was_cleared_away_half_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = [write_release(tmp_path, [graph(value)], {}) for value in "ab"]
    clear = shutil.rmtree

    def half(path: Path, **_: object) -> None:
        if (path / "store").exists():
            clear(path / "store")
            raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", half)
    with pytest.raises(KeyboardInterrupt):
        write_release(tmp_path, [graph("c")], {})
    monkeypatch.undo()
    assert write_release(tmp_path, [graph("a")], {}) == first
    assert len(Store.read_only(str(first / "store"))) == 1
    assert not list((tmp_path / "releases").glob("*.partial"))
