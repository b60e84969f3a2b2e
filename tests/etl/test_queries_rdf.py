"""The saved queries and prefixes in the store, found as SPARQL editors look for them and run as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions, Store

from voetnoot_etl.errors import BuildError
from voetnoot_etl.release.queries_rdf import queries_graph

SH = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
PREFIXES = f"{SH} SELECT DISTINCT ?prefix ?namespace {{ [] sh:namespace ?namespace ; sh:prefix ?prefix }}"
EXAMPLES = f"""{SH} SELECT DISTINCT ?query ?comment ?text {{
    ?query a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?text
    FILTER(LANG(?comment) = 'en') }} ORDER BY ?query"""
HEAD = "#+ summary: What?\n#+ summary_nl: Wat?\n#+ tags: [a]\n"


@pytest.fixture(scope="module")
def store(released_store: Path) -> Store:
    """Return the released facts with what a build puts beside them."""
    return Store.read_only(str(released_store / "store"))


def _rows(store: Store, query: str) -> list[list[str]]:
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return [[value.value for value in row if not isinstance(value, type(None))] for row in found]


def _text(folder: Path, query: str) -> str:
    (folder / "a-query.rq").write_text(query, encoding="utf-8")
    texts = [t.object for t in queries_graph(folder).triples if t.predicate.value.endswith(("select", "ask"))]
    (text,) = texts
    assert isinstance(text, Literal)
    return text.value


def test_an_editor_finds_the_prefixes(store: Store) -> None:
    found = dict(_rows(store, PREFIXES))
    assert found["vn"] == "https://w3id.org/voetnoot/ontology#"
    assert found["event"] == "https://w3id.org/voetnoot/id/event/"


def test_an_editor_finds_every_saved_query_with_its_question(store: Store, root: Path) -> None:
    found = {iri.rpartition("/")[2]: comment for iri, comment, _ in _rows(store, EXAMPLES)}
    assert sorted(found) == sorted(path.stem for path in (root / "queries").glob("*.rq"))
    assert all(found.values())


def test_every_example_runs_as_it_stands_and_most_have_an_answer(store: Store) -> None:
    answered = 0
    for _, _, text in _rows(store, EXAMPLES):
        found = store.query(text, use_default_graph_as_union=True)
        answered += not isinstance(found, QuerySolutions) or next(found, None) is not None
    assert answered > 60


@pytest.mark.parametrize(
    ("params", "body", "text"),
    [
        ("event: {type: iri, example: event/x}", "SELECT * { ?_event_iri ?p ?_event_irix }", None),
        ("n: {type: integer, example: 5}", "ASK { ?s ?p ?_n_integer }", None),
        (
            "from: {type: date}",
            "ASK { FILTER(!BOUND(?__from_date)) }",
            "ASK { FILTER(!BOUND(?__from_date)) }",
        ),
        ('q: {type: string, example: "a\'b\\"c"}', "ASK { ?s ?p $_q }", 'ASK { ?s ?p "a\'b\\"c" }'),
        (
            "l: {type: nl, default: ja}",
            "ASK { FILTER(bound(?__l_nl)) ?s ?p ?__l_nl }",
            'ASK { FILTER(true) ?s ?p "ja"@nl }',
        ),
    ],
)
def test_the_proposed_values_stand_in_place_of_the_parameters(
    tmp_path: Path, params: str, body: str, text: str | None
) -> None:
    expected = text or body.replace("?_event_iri ", "<https://w3id.org/voetnoot/id/event/x> ").replace(
        "?_n_integer", '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'
    )
    assert _text(tmp_path, f"{HEAD}#+ params:\n#+   {params}\n{body}\n") == expected


@pytest.mark.parametrize("text", ["ASK {}", "#+ [\nASK {}", "#+ - a\nASK {}", f"{HEAD}DESCRIBE <urn:a>"])
def test_what_is_no_saved_query_is_told_by_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.rq").write_text(text, encoding="utf-8")
    with pytest.raises(BuildError, match=r"odd\.rq"):
        queries_graph(tmp_path)
