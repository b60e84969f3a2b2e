"""Parameters give way to terms, and to nothing but terms."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from voetnoot_server.bindings import bind, variables

IRI = NamedNode("http://example.org/a")


def test_a_variable_gives_way_to_a_term_wherever_it_stands() -> None:
    query = "SELECT ?x { { SELECT ?x { ?x ?p ?_event_iri } } FILTER(?_event_iri != $_event_iri) }"
    assert bind(query, {"_event_iri": IRI}).count(str(IRI)) == 3


@pytest.mark.parametrize(
    "untouched",
    [
        '"?_event_iri"',
        "'?_event_iri'",
        '"""a "quoted" ?_event_iri"""',
        "'''it's ?_event_iri'''",
        '"\\"?_event_iri"',
        "<http://example.org/?_event_iri>",
        "# ?_event_iri",
        "?_event_irix",
        "?x_event_iri",
    ],
)
def test_strings_comments_iris_and_longer_names_stay_as_they_are(untouched: str) -> None:
    query = f"ASK {{ ?s ?p {untouched}\n }}"
    assert bind(query, {"_event_iri": IRI}) == query


def test_bound_of_a_given_parameter_is_true() -> None:
    query = "ASK { FILTER(!BOUND(?__x) || bound( $__x )) }"
    assert bind(query, {"__x": IRI}) == "ASK { FILTER(!true || true) }"


def test_a_parameter_left_out_stays_unbound() -> None:
    store = Store()
    assert store.query(bind("ASK { FILTER(!BOUND(?__x)) }", {}))
    assert not store.query(bind("ASK { FILTER(!BOUND(?__x)) }", {"__x": IRI}))


@pytest.mark.parametrize(
    "hostile",
    ['" } DROP ALL #', "'; } ?s ?p ?o {", "\\", '"""', "\n}\r\n", "?_x", "\u0000", "é𝄞", "<a>", '\\"', "#"],
)
def test_a_hostile_string_comes_back_as_itself(hostile: str) -> None:
    found = Store().query(bind("SELECT (?_x AS ?y) {}", {"_x": Literal(hostile)}))
    assert isinstance(found, QuerySolutions)
    assert [row["y"] for row in found] == [Literal(hostile)]


def test_less_than_is_not_the_begin_of_an_iri() -> None:
    query = "ASK { FILTER(?a < ?__x && ?b > ?__x) }"
    assert "?__x" not in bind(query, {"__x": Literal("1")})


def test_variables_are_named_with_their_line() -> None:
    assert list(variables("SELECT ?a\n{ BIND($b AS ?c) # ?d\n FILTER(BOUND(?e)) }")) == [
        ("a", 1),
        ("b", 2),
        ("c", 2),
        ("e", 3),
    ]
