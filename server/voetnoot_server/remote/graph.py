"""What there is at the remote store: graphs, sizes, counts and version, as a build of ours would say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QuerySolutions

from voetnoot_server.errors import ProblemError, StoreError
from voetnoot_server.links import term
from voetnoot_server.remote.address import Address
from voetnoot_server.remote.clock import Clock
from voetnoot_server.remote.connection import Connection
from voetnoot_server.remote.dataset_fields import DataSet
from voetnoot_server.remote.results import read_rows, unreadable
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build, Row
from voetnoot_server.things import value_of

COUNTED: Mapping[str, str] = {
    "documents": "vn:Document",
    "footnotes": "doco:Footnote",
    "citations": "biro:BibliographicReference",
    "observations": "qb:Observation",
}
DESCRIBE_SECONDS = 120.0
"""Seconds that one question about the whole store may take; it is asked at the start and for new data only."""

_SIZES = "SELECT ?graph (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_VERSION = (
    "SELECT ?version WHERE {{ GRAPH <{base}graph/meta> {{ <{base}id/dataset/voetnoot> <{has}> ?version }} }}"
)
_COUNT = "SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {{ GRAPH ?graph {{ ?thing a <{class_iri}> }} }}"
_SAMPLE = "SELECT ?s ?p WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o FILTER(ISIRI(?s)) }} }} LIMIT 1"
_IN_DEFAULT = "SELECT ?o WHERE {{ {s} {p} ?o }} LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteBuild(Build):
    """What is known of the remote's data, and the data set that queries without one of their own mean."""

    address: Address
    data_set: DataSet

    @property
    def place(self) -> str:
        """Return where the data are."""
        return str(self.address)

    @property
    def mark(self) -> str:
        """Return what changes when the data do, as far as the store tells."""
        return self.version


def describe(settings: Settings) -> RemoteBuild:
    """Return what the remote store holds of ours; raises `StoreError` where it cannot be asked or has nothing."""
    address = Address.of(settings)
    try:
        sizes = _sizes(settings)
        if not sizes:
            ours = f"{settings.base}graph/"
            raise StoreError(
                f"{address} has no graph whose name starts with {ours}; push the data there first"
            )
        return RemoteBuild(
            folder=Path(),
            version=version(settings),
            quads=sum(sizes.values()),
            graphs=sizes,
            counts={name: _count(settings, term(class_name)) for name, class_name in COUNTED.items()},
            address=address,
            data_set=_data_set(settings, tuple(sizes)),
        )
    except ProblemError as fault:
        raise StoreError(f"{address}: {fault.detail}") from fault


def version(settings: Settings) -> str:
    """Return the version of the remote's data: the one that is set, else the one it tells, else nothing."""
    if settings.remote_version:
        return settings.remote_version
    rows = _rows(settings, _VERSION.format(base=settings.base, has=term("pav:version")))
    return value_of(rows[0]["version"]) if len(rows) == 1 else ""


def _data_set(settings: Settings, graphs: tuple[str, ...]) -> DataSet:
    rule = settings.remote_default_graph
    is_union = rule == "union" or (rule == "auto" and _default_is_union(settings, graphs[0]))
    return DataSet(() if is_union else graphs)


def _default_is_union(settings: Settings, graph: str) -> bool:
    """Tell whether a statement of one of our graphs is found without naming the graph."""
    sample = _rows(settings, _SAMPLE.format(graph=graph))
    return bool(sample) and bool(_rows(settings, _IN_DEFAULT.format(**sample[0])))


def _sizes(settings: Settings) -> dict[str, int]:
    ours = f"{settings.base}graph/"
    rows = _rows(settings, _SIZES)
    sizes = {value_of(row["graph"]): int(value_of(row["count"])) for row in rows if "graph" in row}
    return {graph: sizes[graph] for graph in sorted(sizes) if graph.startswith(ours)}


def _count(settings: Settings, class_iri: str) -> int:
    return int(value_of(_rows(settings, _COUNT.format(class_iri=class_iri))[0]["count"]))


def _rows(settings: Settings, query: str) -> list[Row]:
    """Return the rows of a question about the store, over a connection of its own."""
    connection = Connection(Address.of(settings))
    try:
        found = read_rows(connection.ask([("query", query)], Clock(DESCRIBE_SECONDS)))
        assert isinstance(found, QuerySolutions)  # noqa: S101 - these questions are SELECTs
        names = [variable.value for variable in found.variables]
        return [{name: term for name in names if (term := row[name]) is not None} for row in found]
    except SyntaxError as fault:
        raise unreadable(fault) from fault
    finally:
        connection.close()
