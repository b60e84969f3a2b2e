"""kill -9 while releases are written, swapped in and cleared away: what is current is complete at every moment."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from pyoxigraph import Store

WRITER = """
import itertools, sys
from pathlib import Path
from voetnoot_etl import iris, rdf
from voetnoot_etl.release.store import write_release
from voetnoot_etl.terms import DCT

for number in itertools.cycle(range(5)):
    graph = rdf.Graph("haven")
    for title in range(800 * number + 200):
        graph.add(iris.thing("document", f"haven-{title}"), (DCT.title, rdf.text(str(title))))
    write_release(Path(sys.argv[1]), [graph], {"documents": number})
    print(number, flush=True)
"""
KILLS = 20


def test_the_current_release_is_complete_whenever_its_writer_is_killed(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - the same moments in each run
    sizes = set()
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        with writer.stdout:
            writer.stdout.readline()
            time.sleep(chance.random() / 2)
            writer.kill()
            writer.wait(10)
        sizes.add(_size_of_complete(tmp_path / "current"))
    assert len(sizes) > 1
    for release in (tmp_path / "releases").iterdir():
        assert release.name.endswith(".partial") or _size_of_complete(release)


def _size_of_complete(release: Path) -> int:
    """Return how many quads a release holds, by each of its parts."""
    said = json.loads((release / "build.json").read_text(encoding="utf-8"))
    in_store = len(Store.read_only(str(release / "store")))
    in_file = (release / "quads.nq").read_bytes().count(b"\n")
    assert said["quads"] == in_store == in_file
    return in_store
