"""Figures of the documents against the data: a saved query recomputes each, over the graph as it is built.

No sum is made here: the number is what the query answers. Rows of `curated/checks.tsv` say which figure
stands where, which query recomputes it with which arguments, and what is counted.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from voetnoot_etl import iris
from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.rdf import Graph
from voetnoot_etl.terms import VN, XSD

TABLE = "checks.tsv"
COLUMNS = (
    *("document", "start", "end", "rule", "expected", "qualifier", "query", "arguments", "dataset"),
    *("en", "nl", "digest"),
)
ANSWER = "computed"
"""The column of a recomputing query that holds the number."""

ALMOST = 0.9
"""What falls further below a figure than a tenth is not "almost" it."""

_VARIABLE = r"\?_{{1,2}}{name}_(?P<kind>\w+)"
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A figure as a document gives it, and how to recompute it."""

    document: str
    start: int
    end: int
    rule: str
    expected: int
    qualifier: str
    query: str
    arguments: str
    dataset: str
    english: str
    dutch: str
    digest: str
    place: str

    @property
    def key(self) -> str:
        """Return the key of the check: document, offset of the figure and rule."""
        return f"{self.document}-{self.start}-{self.rule}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query answered and what follows; `computed` is None where the data do not cover the period."""

    expectation: Expectation
    computed: int | None
    verdict: str


def read_expectations(curated: Path) -> tuple[Expectation, ...]:
    """Read the table of checks."""
    return tuple(_expectation(row) for row in read_table(curated / TABLE, COLUMNS))


def filled_store(graphs: Iterable[Graph]) -> Store:
    """Return a store in memory that holds some graphs."""
    store = Store()
    for graph in graphs:
        store.extend(graph.quads())
    return store


def recompute(store: Store, expectation: Expectation, queries: Path) -> Outcome:
    """Ask a figure's saved query and compare; no row of an answer means that the data count none."""
    if not covered(store, expectation):
        return Outcome(expectation, None, "not-computable")
    path = queries / f"{expectation.query}.rq"
    if not path.is_file():
        raise CuratedError(f"there is no saved query {expectation.query!r}", place=expectation.place)
    query = bound(path.read_text(encoding="utf-8"), dict(parse_qsl(expectation.arguments)), expectation.place)
    answers = store.query(query, use_default_graph_as_union=True)
    if not isinstance(answers, QuerySolutions):
        raise CuratedError(f"{expectation.query} does not select", place=expectation.place)
    computed = sum(int(answer[ANSWER].value) for answer in answers)
    verdict = "match" if agrees(computed, expectation.expected, expectation.qualifier) else "mismatch"
    return Outcome(expectation, computed, verdict)


def bound(query: str, arguments: Mapping[str, str], place: str) -> str:
    """Return a saved query with arguments in the place of its parameters; an unknown one is refused."""
    text = _COMMENT.sub("", query)
    for name, value in arguments.items():
        pattern = _VARIABLE.format(name=re.escape(name))
        found = re.search(pattern, text)
        if found is None:
            raise CuratedError(f"the query has no parameter {name!r}", place=place)
        text = re.sub(rf"BOUND\({pattern}\)", "true", text)
        text = re.sub(pattern, str(_term(found["kind"], value, place)), text)
    return text


def covered(store: Store, expectation: Expectation) -> bool:
    """Return whether a data set covers the period of a check; one without a period is always covered."""
    arguments = dict(parse_qsl(expectation.arguments))
    if "from" not in arguments:
        return True
    first, last = _closed(f"{arguments['from']}/{arguments['to']}")
    dataset = iris.thing("dataset", expectation.dataset)
    (coverage,) = _periods(store, dataset, VN.coverage)
    gaps = _periods(store, dataset, VN.coverageGap)
    return (
        coverage[0] <= first
        and last <= coverage[1]
        and all(last < start or end < first for start, end in gaps)
    )


def agrees(computed: int, stated: int, qualifier: str) -> bool:
    """Return whether a number is what a qualified figure says.

    "About" is held to half a unit of the last place that is not zero, "almost" to the tenth below.
    """
    unit = 10 ** (len(str(stated)) - len(str(stated).rstrip("0"))) if stated else 1
    tests = {
        "exact": computed == stated,
        "about": 2 * abs(computed - stated) <= unit,
        "almost": stated * ALMOST <= computed < stated,
        "at-least": computed >= stated,
        "at-most": computed <= stated,
        "more-than": computed > stated,
        "less-than": computed < stated,
    }
    return tests[qualifier]


def _expectation(row: Row) -> Expectation:
    numbers = {name: row.integer(name) for name in ("start", "end", "expected")}
    if None in numbers.values():
        raise CuratedError("start, end and expected must be numbers", place=row.place)
    words = {name: row[name] for name in ("document", "rule", "qualifier", "query", "arguments", "dataset")}
    said = {"english": row["en"], "dutch": row["nl"], "digest": row["digest"]}
    return Expectation(**words, **said, **numbers, place=row.place)  # type: ignore[arg-type]


def _term(kind: str, value: str, place: str) -> NamedNode | Literal:
    if kind == "iri":
        return NamedNode(f"{iris.BASE}{value if value.startswith('kind/') else f'id/{value}'}")
    if kind == "date":
        return Literal(value, datatype=XSD.date)
    raise CuratedError(f"no check uses parameters of the type {kind!r}", place=place)


def _periods(store: Store, dataset: NamedNode, property_: NamedNode) -> list[tuple[dt.datetime, dt.datetime]]:
    found = (quad.object for quad in store.quads_for_pattern(dataset, property_, None))
    return [_closed(term.value) for term in found if isinstance(term, Literal)]


def _closed(edtf: str) -> tuple[dt.datetime, dt.datetime]:
    first, last = bounds(edtf)
    if first is None or last is None:
        raise CuratedError(f"{edtf!r} has no beginning or no end", place=TABLE)
    return first, last
