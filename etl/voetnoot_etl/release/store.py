"""Graphs → build/: sorted N-Quads, an Oxigraph store and their description, swapped in atomically.

    build/releases/<version>/quads.nq     every graph, sorted; the server's query host loads this
    build/releases/<version>/store/       the same as an Oxigraph store on disk
    build/releases/<version>/build.json   version and counts
    build/current -> releases/<version>

A release is written beside the one in use under a name of its own, then renamed, then `current` is replaced
by rename: whoever reads `current` finds a complete release at every moment.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from voetnoot_etl import rdf
from voetnoot_etl.errors import BuildError

KEPT_RELEASES = 2
VERSION_DIGITS = 16
PASSING = ".partial"
"""The end of the name of a folder that is no release, not yet or no longer."""


def nquads(graphs: Iterable[rdf.Graph]) -> bytes:
    """Return graphs as N-Quads, one sorted line a quad."""
    lines: list[str] = []
    for graph in graphs:
        end = f" {graph.iri} .\n"
        lines += [f"{triple}{end}" for triple in graph.triples]
    return "".join(sorted(lines)).encode("utf-8")


def write_release(build: Path, graphs: Iterable[rdf.Graph], description: Mapping[str, object]) -> Path:
    """Write a release from graphs and make it the current one; returns its folder.

    A fault while it is written raises `BuildError` and leaves the current release as it was.
    """
    graphs = list(graphs)
    data = nquads(graphs)
    version = hashlib.sha256(data).hexdigest()[:VERSION_DIGITS]
    release = build / "releases" / version
    try:
        if not (release / "build.json").is_file():
            _write(release, data, {"version": version, **description})
        _make_current(build, release)
        _drop_old(build, release)
    except (OSError, ValueError, SyntaxError) as error:
        raise BuildError(f"the store could not be written: {error}", place=str(release)) from error
    return release


def current_version(build: Path) -> str | None:
    """Return the version of the current release, None where there is none."""
    description = build / "current" / "build.json"
    if not description.is_file():
        return None
    version = json.loads(description.read_text(encoding="utf-8")).get("version")
    return version if isinstance(version, str) else None


def _write(release: Path, data: bytes, description: Mapping[str, object]) -> None:
    """Write a release under a passing name, then rename it: a release that exists is complete."""
    partial = release.with_name(f"{release.name}.{os.getpid()}{PASSING}")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(release, ignore_errors=True)
    partial.mkdir(parents=True)
    (partial / "quads.nq").write_bytes(data)
    store = Store(str(partial / "store"))
    store.bulk_load(data, format=RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    counts = {"quads": data.count(b"\n")}
    if len(store) != counts["quads"]:
        raise ValueError(f"{len(store)} quads in the store, {counts['quads']} in the file")
    del store
    text = json.dumps({**description, **counts}, indent=2, sort_keys=True, ensure_ascii=False)
    (partial / "build.json").write_text(f"{text}\n", encoding="utf-8")
    partial.rename(release)


def _make_current(build: Path, release: Path) -> None:
    link = build / f"current.{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(release.relative_to(build))
    link.replace(build / "current")


def _drop_old(build: Path, release: Path) -> None:
    """Keep the newest releases; a server may still be reading the one before.

    What goes gets a passing name first: a release that is half gone must not be taken for one that is there.
    """
    others = [path for path in (build / "releases").iterdir() if path != release]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in (path for path in others if path.name.endswith(PASSING)):
        shutil.rmtree(path, ignore_errors=True)
    whole = [path for path in others if not path.name.endswith(PASSING)]
    for path in whole[KEPT_RELEASES - 1 :]:
        shutil.rmtree(path.rename(path.with_name(f"{path.name}{PASSING}")), ignore_errors=True)
