"""A change becomes a build of its own beside the old one, and the link is swapped: nobody sees half a change."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from threading import Lock
from uuid import uuid4

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from voetnoot_server.errors import ProblemError, SettingsError
from voetnoot_server.links import term
from voetnoot_server.pool import Pool
from voetnoot_server.remote.graph import COUNTED
from voetnoot_server.running import Reply, Running
from voetnoot_server.store import Build

_VERSION_DIGITS = 16
_CHANGED = "changed"
"""What `build.json` has where a change made the build."""

_KEPT = 10
"""Builds made by changes that stay, beside all that the ETL made."""

_COUNT = "SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?class }"


class Editor:
    """Makes one change after the other."""

    def __init__(self, pool: Pool, link: Path) -> None:
        self._pool = pool
        self._link = link
        self._lock = Lock()

    def apply(self, running: Running) -> None:
        """Have the change made in a locked-in process, write what it gives as a new build, and answer from that."""
        with self._lock:
            if self._link.resolve() != self._pool.build.folder:
                self._pool.reload()  # else the change would undo what was built meanwhile
            before = self._pool.build
            reply = self._pool.answer(running)
            folder = before.folder.parent / f".{uuid4().hex}"
            folder.mkdir()
            try:
                self._make_current(_write(folder, reply, before))
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            self._pool.reload()
            _drop_old(folder.parent, self._pool.build.folder)

    def _make_current(self, release: Path) -> None:
        beside = self._link.with_name(f".{uuid4().hex}")
        beside.symlink_to(os.path.relpath(release, self._link.parent), target_is_directory=True)
        beside.replace(self._link)


def check_writable(link: Path) -> None:
    """Raise `SettingsError` where the store cannot be swapped."""
    if not link.is_symlink():
        raise SettingsError(
            f"{link} is no link to a build, so a change could not be swapped in: writable cannot be"
        )


def _write(folder: Path, reply: Reply, before: Build) -> Path:
    """Write a build, and return where it is."""
    digest = hashlib.sha256()
    with (folder / "quads.nq").open("wb") as out:
        for piece in (*reply.held, *(reply.rest or ())):
            digest.update(piece)
            out.write(piece)
    version = digest.hexdigest()[:_VERSION_DIGITS]
    _describe(folder, version, before)
    release = folder.with_name(version)
    if not release.exists():
        folder.rename(release)
    return release


def _describe(folder: Path, version: str, before: Build) -> None:
    """Load the quads into a store on disk, and say what there is."""
    store = Store(str(folder / "store"))
    store.bulk_load(path=str(folder / "quads.nq"), format=RdfFormat.N_QUADS)
    store.flush()
    graphs = {
        graph.value: _size(store, graph) for graph in store.named_graphs() if isinstance(graph, NamedNode)
    }
    said: dict[str, object] = {"version": version, "quads": len(store), "graphs": graphs}
    said |= {name: _count(store, kind) for name, kind in COUNTED.items()}
    said[_CHANGED] = True
    said["sources"] = {"present": before.sources_present, "absent": before.sources_absent}
    (folder / "build.json").write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


def _drop_old(releases: Path, current: Path) -> None:
    """Take away all but the newest builds that changes made, each under a passing name first."""
    made = [
        file.parent for file in releases.glob("[!.]*/build.json") if _CHANGED in json.loads(file.read_bytes())
    ]
    made.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in made[_KEPT:]:
        if folder != current:
            shutil.rmtree(folder.rename(folder.with_name(f".{uuid4().hex}")), ignore_errors=True)


def _size(store: Store, graph: NamedNode) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, graph))


def _count(store: Store, kind: str) -> int:
    found = store.query(_COUNT.replace("?class", str(NamedNode(term(kind)))), use_default_graph_as_union=True)
    if not isinstance(found, QuerySolutions):
        raise ProblemError("a count is a SELECT")
    return int(next(found)["count"].value)
