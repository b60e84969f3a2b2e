"""The built graph as the command line reads it: in process, read only, for the project's own queries.

The server asks the query host instead: a stranger's query through `pool.py`, a page's through `bounded_reader.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from voetnoot_server.errors import StoreError

Term = NamedNode | BlankNode | Literal | Triple
Row = Mapping[str, Term]

__all__ = [
    "BlankNode",
    "Build",
    "Literal",
    "NamedNode",
    "Reader",
    "Row",
    "Solutions",
    "Term",
    "Triple",
    "writable",
]

NO_BINDINGS: Mapping[str, Term] = MappingProxyType({})


def resolved(store: Path) -> Path:
    """Return the folder that a link leads to; raises `StoreError` where it leads nowhere, such as to itself."""
    try:
        return store.resolve()
    except (OSError, RuntimeError) as fault:
        raise StoreError(f"{store} leads to no built graph: {fault}") from fault


@dataclass(frozen=True, slots=True)
class Build:
    """What `build.json` says of a built graph, and the folder it is in."""

    folder: Path
    version: str
    quads: int
    graphs: Mapping[str, int]
    counts: Mapping[str, int]
    sources_present: tuple[str, ...] = ()
    sources_absent: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return where the graph is, for people."""
        return str(self.folder)

    @property
    def mark(self) -> str:
        """Return what is another in another build."""
        return str(self.folder)

    @classmethod
    def read(cls, store: Path) -> Build:
        """Read the build that `store` is, or is a link to; raises `StoreError` where there is none."""
        folder = resolved(store)
        file = folder / "build.json"
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
            sources = said.get("sources", {})
            return cls(
                folder=folder,
                version=str(said["version"]),
                quads=int(said["quads"]),
                graphs={str(name): int(size) for name, size in sorted(said["graphs"].items())},
                counts={key: int(said.get(key, 0)) for key in COUNTED},
                sources_present=tuple(map(str, sources.get("present", ()))),
                sources_absent=tuple(map(str, sources.get("absent", ()))),
            )
        except FileNotFoundError as fault:
            raise StoreError(f"there is no built graph at {store}; make one with `make store`") from fault
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            raise StoreError(f"{file} cannot be read: {fault!r}") from fault


COUNTED = ("documents", "footnotes", "citations", "observations")
"""What a build counts beside its quads."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT; a variable without a value is absent from its row."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class _Open:
    build: Build
    store: Store


@dataclass(slots=True)
class Reader:
    """Answers the project's own queries from the current build; follows the link to the next one."""

    folder: Path
    _open: _Open | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    @property
    def build(self) -> Build:
        """Return what is known of the build that is read."""
        return self._current().build

    @property
    def version(self) -> str:
        """Return the version of the build that is read."""
        return self.build.version

    def select(self, query: str, bindings: Mapping[str, Term] = NO_BINDINGS) -> Solutions:
        """Return the rows of a SELECT whose variables in `bindings` (no `?`) have these values."""
        found = self._query(query, bindings)
        if not isinstance(found, QuerySolutions):
            raise TypeError("this query is not a SELECT")
        names = tuple(variable.value for variable in found.variables)
        rows = tuple(
            {name: term for name, term in zip(names, solution, strict=True) if term is not None}
            for solution in self._watched(found)
        )
        return Solutions(names, rows)

    def _watched(self, found: QuerySolutions) -> Iterator[QuerySolution]:
        """Yield the rows; a reader that answers for a limited time looks at the clock now and then."""
        return iter(found)

    def ask(self, query: str, bindings: Mapping[str, Term] = NO_BINDINGS) -> bool:
        """Return the answer of an ASK."""
        found = self._query(query, bindings)
        if not isinstance(found, QueryBoolean):
            raise TypeError("this query is not an ASK")
        return bool(found)

    def construct(self, query: str, bindings: Mapping[str, Term] = NO_BINDINGS) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""
        found = self._query(query, bindings)
        if not isinstance(found, QueryTriples):
            raise TypeError("this query is neither a CONSTRUCT nor a DESCRIBE")
        return tuple(found)

    def written(self, query: str, form: QueryResultsFormat | RdfFormat) -> bytes:
        """Return the answer of any query in a format of its kind."""
        found = self._query(query, NO_BINDINGS)
        if isinstance(found, QueryTriples):
            body = found.serialize(format=form) if isinstance(form, RdfFormat) else None
        else:
            body = found.serialize(format=form) if isinstance(form, QueryResultsFormat) else None
        if body is None:
            raise TypeError(f"the answer of this query cannot be written as {form}")
        return body

    def lines(self, graph: str = "") -> Iterator[bytes]:
        """Yield the statements of one graph, or of all, as the lines of N-Quads that the ETL wrote."""
        end = f" <{graph}> .\n".encode() if graph else b""
        with (self.build.folder / "quads.nq").open("rb") as lines:
            yield from (line for line in lines if line.endswith(end))

    def _query(
        self, query: str, bindings: Mapping[str, Term]
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        values = {Variable(name): term for name, term in bindings.items()}
        store = self._current().store
        return store.query(query, use_default_graph_as_union=True, substitutions=values)

    def _current(self) -> _Open:
        opened = self._open
        folder = resolved(self.folder)
        if opened is not None and opened.build.folder == folder:
            return opened
        with self._lock:
            if self._open is None or self._open.build.folder != folder:
                self._open = _open(self.folder)
            return self._open


def writable(bindings: Mapping[str, Term]) -> dict[str, NamedNode | Literal]:
    """Return the values that can be written into a query; a blank node has no name that another process knows."""
    found = {name: value for name, value in bindings.items() if isinstance(value, NamedNode | Literal)}
    if len(found) < len(bindings):
        raise TypeError("a blank node cannot be written into a query")
    return found


def _open(folder: Path) -> _Open:
    build = Build.read(folder)
    try:
        return _Open(build, Store.read_only(str(build.folder / "store")))
    except OSError as fault:
        raise StoreError(f"{build.folder / 'store'} cannot be opened: {fault}") from fault
