"""Checks → the graph `checks`: each leads to its figure, its query and the data set that the query sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store

from voetnoot_etl import iris, rdf
from voetnoot_etl.checks.recompute import Expectation, Outcome, filled_store, read_expectations, recompute
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import PREFIXES, PROV, SKOS, VN

GRAPH = "checks"

_CLAIMS = """
SELECT ?claim ?document ?stated ?start ?end WHERE {
  ?claim a vn:FigureClaim ; vn:document ?document ; vn:stated ?stated ; vn:anchor/oa:hasSelector ?span .
  ?span oa:start ?start ; oa:end ?end .
  FILTER NOT EXISTS { ?other vn:reports ?claim }
}
"""
"""The figures of the documents, each with a stretch of its words; a figure that a claim reports is left to it."""


@dataclass(frozen=True, slots=True, order=True)
class StatedFigure:
    """A figure claim with one stretch of its words; the shorter one comes first."""

    length: int
    claim: str
    document: str
    start: int
    end: int
    stated: Decimal

    def holds(self, expectation: Expectation) -> bool:
        """Return whether this is the figure that a check is about: same words, same number."""
        words = self.start <= expectation.start and expectation.end <= self.end
        return words and self.document == expectation.document and self.stated == expectation.expected


def check_graph(
    graphs: Mapping[str, Graph], queries: Path, curated: Path
) -> tuple[Graph, tuple[Expectation, ...]]:
    """Return the checks of all figures for which there is a claim, and the expectations that have none.

    `graphs` are those of the documents, the tables and the derived links.
    """
    store = filled_store(graphs.values())
    figures = stated_figures(store)
    graph, unclaimed = Graph(GRAPH), []
    for expectation in read_expectations(curated):
        claim = claim_of(expectation, figures)
        if claim is None:
            unclaimed.append(expectation)
        else:
            add_check(graph, claim, recompute(store, expectation, queries))
    return graph, tuple(unclaimed)


def stated_figures(store: Store) -> tuple[StatedFigure, ...]:
    """Return the figures of the documents in a store, those with the fewest words first."""
    answers = store.query(_CLAIMS, prefixes=PREFIXES, use_default_graph_as_union=True)
    rows = answers if isinstance(answers, QuerySolutions) else ()
    return tuple(sorted(_figure(row) for row in rows))


def claim_of(expectation: Expectation, figures: Iterable[StatedFigure]) -> NamedNode | None:
    """Return the claim whose words are closest around a figure and which states its number."""
    return next((NamedNode(figure.claim) for figure in figures if figure.holds(expectation)), None)


def add_check(graph: Graph, claim: NamedNode, outcome: Outcome) -> None:
    """Add one check."""
    expectation = outcome.expectation
    graph.add(
        iris.thing("check", expectation.key),
        (type_, VN.Check),
        (VN.checks, claim),
        (VN.document, iris.thing("document", expectation.document)),
        (VN.expected, rdf.integer(expectation.expected)),
        (VN.computed, rdf.integer(outcome.computed)),
        (VN.verdict, iris.concept("check-verdict", outcome.verdict)),
        (VN.query, rdf.text(expectation.query)),
        (VN.queryArguments, rdf.text(expectation.arguments)),
        (VN.rule, rdf.text(expectation.rule)),
        (PROV.used, iris.thing("dataset", expectation.dataset)),
        (SKOS.note, rdf.text(expectation.english, "en")),
        (SKOS.note, rdf.text(expectation.dutch, "nl")),
    )


def _figure(row: QuerySolution) -> StatedFigure:
    claim, document = (str(row[name]).strip("<>") for name in ("claim", "document"))
    start, end, stated = (Decimal(str(row[name]).split('"')[1]) for name in ("start", "end", "stated"))
    key = document.rsplit("/", 1)[1]
    return StatedFigure(int(end - start), claim, key, int(start), int(end), stated)
