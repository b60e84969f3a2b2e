"""Builds that are none, swapped in under a running server: the old one answers on, and the next good one is taken."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from voetnoot_server.errors import StoreError
from voetnoot_server.store import Build

Server = Any
Spoil = Callable[[Path], None]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def _swap(link: Path, target: Path | str) -> None:
    beside = link.with_name("beside")
    beside.symlink_to(target)
    beside.replace(link)


def _itself(link: Path) -> None:
    _swap(link, link)


def _nothing(link: Path) -> None:
    _swap(link, "nowhere/at/all")


def _file(link: Path) -> None:
    _swap(link, "/etc/passwd")


def _described(words: str) -> Spoil:
    def spoil(link: Path) -> None:
        folder = Path(tempfile.mkdtemp(prefix="odd-", dir=link.parent))
        (folder / "build.json").write_text(words, encoding="utf-8")
        _swap(link, folder)

    return spoil


def _without_quads(link: Path) -> None:
    said = {"version": "odd", "quads": 1, "graphs": {}}
    _described(json.dumps(said))(link)


def _quads_from_elsewhere(link: Path) -> None:
    _without_quads(link)
    (link.resolve() / "quads.nq").symlink_to("/etc/passwd")


def _quads_are_a_folder(link: Path) -> None:
    _without_quads(link)
    (link.resolve() / "quads.nq").mkdir()


def _loop_in_build(link: Path) -> None:
    _without_quads(link)
    (link.resolve() / "quads.nq").symlink_to("quads.nq")


SPOILT = {
    "a link to itself": _itself,
    "a link to nothing": _nothing,
    "a link to a file": _file,
    "no JSON": _described("{"),
    "JSON without end": _described("[" * 200_000),
    "other JSON": _described('{"version": 1, "graphs": [1]}'),
    "no quads": _without_quads,
    "quads from elsewhere": _quads_from_elsewhere,
    "a folder of quads": _quads_are_a_folder,
    "quads that lead to themselves": _loop_in_build,
}
UNREADABLE = 6
"""The first of these are seen before anything is loaded."""


@pytest.mark.parametrize("name", list(SPOILT)[:UNREADABLE])
def test_a_build_that_is_none_is_told_of(tmp_path: Path, new_build: Callable[..., Path], name: str) -> None:
    link = new_build(tmp_path, "good", claims=1)
    SPOILT[name](link)
    with pytest.raises(StoreError):
        Build.read(link)


def test_a_server_answers_on_from_the_last_good_build(
    serve: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> None:
    link = new_build(tmp_path, "good-0", claims=10)
    server = serve(link, "--reload-seconds", "0.05")
    for number, spoil in enumerate(SPOILT.values(), 1):
        refused = server.log.read_text(encoding="utf-8").count("is not taken")
        spoil(link)
        _until(lambda: server.log.read_text(encoding="utf-8").count("is not taken") > refused)  # noqa: B023
        for path in ("/queries", "/id/event/e-1", "/healthz", "/readyz"):
            assert server.request("GET", f"{path}?{number}").status == 200
        assert server.ask(COUNT, Cache_Control="no-cache").rows == [{"n": str(30 + 4 * (9 + number))}]
        assert len(_children(server)) == 1
        new_build(tmp_path, f"good-{number}", claims=10 + number)
        _until(lambda: server.request("GET", "/readyz").json["version"] == f"good-{number}")  # noqa: B023


def _children(server: Server) -> list[str]:
    tasks = Path(f"/proc/{server.process.pid}/task").iterdir()
    return [pid for task in tasks for pid in (task / "children").read_text("ascii").split()]


def _until(true: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
