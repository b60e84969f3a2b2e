from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

from voetnoot_etl import iris, rdf
from voetnoot_etl.checks.recompute import (
    Expectation,
    agrees,
    bound,
    filled_store,
    read_expectations,
    recompute,
)
from voetnoot_etl.checks.recompute_rdf import check_graph, claim_of, stated_figures
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.icg.graphs import icg_graphs
from voetnoot_etl.manifest import find_file, read_manifest
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.release.publish import merged
from voetnoot_etl.terms import OA, QB, VN

COUNT = """#+ summary: a ?__from_date in a comment is no parameter
SELECT (SUM(?n) AS ?computed) WHERE {
  ?o <https://w3id.org/voetnoot/ontology#count> ?n ; <https://w3id.org/voetnoot/ontology#reportedDate> ?d .
  FILTER(!BOUND(?__from_date) || STR(?d) >= STR(?__from_date))
  FILTER(!BOUND(?__to_date) || STR(?d) <= STR(?__to_date))
}
"""
AUGUST = Expectation(
    document="d",
    start=10,
    end=12,
    rule="august",
    expected=16,
    qualifier="exact",
    query="recompute-x",
    arguments="from=2022-08-01&to=2022-08-31",
    dataset="t",
    english="August",
    dutch="Augustus",
    digest="",
    place="checks.tsv:2",
)


@pytest.fixture
def table() -> Graph:
    graph = Graph("t")
    graph.add(
        iris.thing("dataset", "t"),
        (type_, QB.DataSet),
        (VN.coverage, rdf.text("2022-01-01/2022-12-31")),
        (VN.coverageGap, rdf.text("2022-03-01/2022-03-05")),
    )
    for row, (day, count) in enumerate([("2022-08-03", 9), ("2022-08-03", 8), ("2022-09-01", 5)], 2):
        graph.add(
            iris.thing("observation", "t", row),
            (VN.reportedDate, Literal(day)),
            (VN.count, rdf.integer(count)),
        )
    return graph


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    (tmp_path / "recompute-x.rq").write_text(COUNT, encoding="utf-8")
    return tmp_path


def figure(graph: Graph, name: str, start: int, end: int, stated: int) -> NamedNode:
    span = graph.add(iris.thing("span", name), (OA.start, rdf.integer(start)), (OA.end, rdf.integer(end)))
    anchor = graph.add(iris.thing("anchor", name), (OA.hasSelector, span))
    return graph.add(
        iris.thing("claim", name),
        (type_, VN.FigureClaim),
        (VN.document, iris.thing("document", "d")),
        (VN.stated, rdf.integer(stated)),
        (VN.anchor, anchor),
    )


@pytest.mark.parametrize(
    ("computed", "stated", "qualifier", "verdict"),
    [
        (17, 16, "exact", False),
        (16, 16, "exact", True),
        (290, 300, "almost", True),
        (300, 300, "almost", False),
        (200, 300, "almost", False),
        (202, 200, "more-than", True),
        (200, 200, "more-than", False),
        (207, 207, "at-least", True),
        (202, 207, "at-least", False),
        (850, 800, "about", True),
        (878, 800, "about", False),
        (7, 7, "at-most", True),
        (7, 7, "less-than", False),
        (0, 0, "about", True),
    ],
)
def test_a_number_is_held_against_what_the_words_allow(
    computed: int, stated: int, qualifier: str, *, verdict: bool
) -> None:
    assert agrees(computed, stated, qualifier) is verdict


def test_a_check_gives_what_the_query_answers(table: Graph, queries: Path) -> None:
    outcome = recompute(filled_store([table]), AUGUST, queries)
    assert (outcome.computed, outcome.verdict) == (17, "mismatch")


def test_no_row_inside_the_coverage_is_zero(table: Graph, queries: Path) -> None:
    outcome = recompute(
        filled_store([table]), replace(AUGUST, arguments="from=2022-10-01&to=2022-10-02", expected=0), queries
    )
    assert (outcome.computed, outcome.verdict) == (0, "match")


@pytest.mark.parametrize(
    "period",
    ["from=2021-12-31&to=2022-01-02", "from=2022-03-05&to=2022-03-09", "from=2022-12-01&to=2023-01-01"],
)
def test_a_period_outside_the_coverage_or_in_a_gap_is_not_computable(
    table: Graph, queries: Path, period: str
) -> None:
    outcome = recompute(filled_store([table]), replace(AUGUST, arguments=period), queries)
    assert (outcome.computed, outcome.verdict) == (None, "not-computable")


def test_an_unknown_query_or_parameter_is_refused_with_its_row(table: Graph, queries: Path) -> None:
    store = filled_store([table])
    with pytest.raises(CuratedError, match=r"checks\.tsv:2: there is no saved query 'nothing'"):
        recompute(store, replace(AUGUST, query="nothing"), queries)
    with pytest.raises(CuratedError, match=r"checks\.tsv:2: the query has no parameter 'colour'"):
        recompute(store, replace(AUGUST, arguments="colour=red"), queries)


def test_an_argument_replaces_its_variable_and_a_comment_is_no_place_for_one() -> None:
    text = bound(COUNT, {"from": "2022-08-01"}, "x")
    assert "BOUND(?__from_date)" not in text
    assert 'STR("2022-08-01"^^<http://www.w3.org/2001/XMLSchema#date>)' in text
    assert "BOUND(?__to_date)" in text


def test_a_check_leads_to_the_closest_claim_that_states_its_number() -> None:
    graph = Graph("d")
    figure(graph, "sentence", 0, 90, 16)
    figure(graph, "other-number", 9, 13, 9)
    figure(graph, "elsewhere", 40, 42, 16)
    closest = figure(graph, "closest", 5, 20, 16)
    assert claim_of(AUGUST, stated_figures(filled_store([graph]))) == closest


def test_a_claim_that_another_reports_leaves_the_check_to_that() -> None:
    graph = Graph("d")
    reported = figure(graph, "reported", 10, 12, 16)
    outer = figure(graph, "outer", 10, 12, 16)
    graph.add(outer, (VN.reports, reported))
    assert claim_of(AUGUST, stated_figures(filled_store([graph]))) == outer


def test_a_figure_without_a_claim_is_named_not_dropped(root: Path) -> None:
    graph, unclaimed = check_graph({}, root / "queries", root / "etl/curated")
    assert graph.triples == set()
    assert len(unclaimed) == len(read_expectations(root / "etl/curated"))


def test_keys_of_checks_are_unique_and_their_queries_are_saved(root: Path) -> None:
    expectations = read_expectations(root / "etl/curated")
    assert len({expectation.key for expectation in expectations}) == len(expectations)
    assert all((root / f"queries/{expectation.query}.rq").is_file() for expectation in expectations)


def test_every_check_points_at_the_words_of_its_figure(root: Path, sources: Path) -> None:
    for expectation in read_expectations(root / "etl/curated"):
        path = find_file(read_manifest(root / f"etl/sources/{expectation.document}.toml"), sources)
        assert path is not None
        words = path.read_bytes().decode("utf-8")[expectation.start : expectation.end]
        assert hashlib.sha256("".join(words.split()).encode()).hexdigest() == expectation.digest
        assert re.fullmatch(r"[\d.]+|\w+", words)


@pytest.fixture(scope="module")
def store(root: Path, sources: Path) -> Store:
    manifests = [read_manifest(path) for path in sorted((root / "etl/sources").glob("icg-*.toml"))]
    return filled_store(merged(icg_graphs(manifests, sources, root / "etl/curated")).values())


@pytest.fixture(scope="module")
def verdicts(root: Path, store: Store) -> Mapping[str, tuple[int | None, str]]:
    outcomes = (
        recompute(store, expectation, root / "queries")
        for expectation in read_expectations(root / "etl/curated")
    )
    return {outcome.expectation.key: (outcome.computed, outcome.verdict) for outcome in outcomes}


def test_august_2022_gives_seventeen_where_the_report_says_sixteen(
    verdicts: Mapping[str, tuple[int | None, str]],
) -> None:
    found = {key.split("-", 5)[5]: verdict for key, verdict in verdicts.items() if "august-2022" in key}
    assert found == {
        "august-2022-casualties": (17, "mismatch"),
        "august-2022-civilians-wounded": (4, "match"),
        "august-2022-soldiers-killed": (4, "mismatch"),
        "august-2022-soldiers-wounded": (9, "match"),
    }


def test_the_207_soldiers_are_202_soldiers_and_five_others(
    verdicts: Mapping[str, tuple[int | None, str]],
) -> None:
    letter = {key: value for key, value in verdicts.items() if key.startswith("dutch-letter-2022-792-")}
    assert sorted(letter.values()) == [(202, "mismatch"), (207, "match")]


def test_the_verdicts_count_up(verdicts: Mapping[str, tuple[int | None, str]]) -> None:
    counted = Counter(verdict for _, verdict in verdicts.values())
    assert counted == {"match": 32, "mismatch": 12, "not-computable": 8}
