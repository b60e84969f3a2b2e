"""The curated layers together: read, held against each other and against the texts at hand, made one graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl import rdf
from voetnoot_etl.world.history import History, read_history
from voetnoot_etl.world.history_check import Known, check_history, check_quotes, check_reports
from voetnoot_etl.world.history_rdf import add_history
from voetnoot_etl.world.history_reports import Reports, read_reports
from voetnoot_etl.world.tables import World, read_world
from voetnoot_etl.world.world_check import check_words, check_world
from voetnoot_etl.world.world_rdf import world_graph


@dataclass(frozen=True, slots=True)
class Core:
    """Actors and places, events and agreements, and the reports of compliance and control."""

    world: World
    history: History
    reports: Reports


def read_core(folder: Path) -> Core:
    """Read the reviewed tables of a folder; a row that does not hold is a `CuratedError` with its place."""
    core = Core(read_world(folder), read_history(folder), read_reports(folder))
    known = Known(
        frozenset(actor.id for actor in core.world.actors), frozenset(place.id for place in core.world.places)
    )
    check_world(core.world)
    check_history(core.history, known)
    check_reports(core.reports, frozenset(provision.id for provision in core.history.provisions), known)
    return core


def check_core(core: Core, texts: Mapping[str, str]) -> None:
    """Hold every row's digest against the words at its place, for the documents at hand."""
    check_words(core.world, texts)
    check_quotes(core.history.words(), texts)
    check_quotes(core.reports.words(), texts)


def core_graph(core: Core) -> rdf.Graph:
    """Return the graph `core`: identity, labels, names, dates and links of the world layer."""
    graph = world_graph(core.world)
    add_history(graph, core.history)
    return graph
