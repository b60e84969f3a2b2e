"""The two makes of the store, chosen by the settings: a built graph on this machine, or an endpoint elsewhere."""

from __future__ import annotations

from voetnoot_server.nursery import Nursery, start_nursery
from voetnoot_server.remote.evaluator import RemoteNursery
from voetnoot_server.remote.graph import RemoteBuild, describe, version
from voetnoot_server.remote.reader import RemoteReader
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build, Reader, resolved


def read_build(settings: Settings) -> Build:
    """Return what there is to answer from; raises `StoreError` where it cannot be had."""
    return describe(settings) if settings.remote else Build.read(settings.store)


def mark_of(settings: Settings) -> str:
    """Return the mark of what there is at the moment; raises `ServerError` where nobody can tell."""
    return version(settings) if settings.remote else str(resolved(settings.store))


def nursery_for(build: Build, settings: Settings) -> Nursery:
    """Return where the evaluators over a build come from."""
    if isinstance(build, RemoteBuild):
        return RemoteNursery(build.address, build.data_set, tuple(build.graphs))
    return start_nursery(build, settings)


def open_reader(settings: Settings) -> Reader:
    """Return what the project's own pages read from."""
    return RemoteReader(settings) if settings.remote else Reader(settings.store)
