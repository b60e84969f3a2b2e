"""What a parser's message becomes for people; the messages come from the parser itself."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from voetnoot_server.faults import syntax_problem

CASES = [
    (
        "SELECT * { ?s vn:p ?o }",
        1,
        15,
        "“vn:” is not declared",
        "PREFIX vn: <https://w3id.org/voetnoot/ontology#>",
    ),
    ("SELECT *\n{ ?s vm:p ?o }", 2, 6, "“vm:” is not declared", "vn:"),
    ("PREFIX ex: <urn:x:>\nASK { ?s xe:p 1 }", 2, 10, "“xe:” is not declared", "ex: <urn:x:>"),
    ("SELECT * { ?s ?p 'abc }", 1, 18, "not closed", ""),
    ("SELECT * { ?s ?p ?o", 1, 10, "“{” is never closed", ""),
    ("SELECT * { ?s ?p ?o } }", 1, 23, "“}” cannot stand here|closed by this", ""),
    ("ASK { FILTER((1 = 1) }", 1, 13, "is not closed before a “}”", ""),
    ("SELECT ?x WHERE { ?s ?p }", 1, 26, "ends before it is complete", ""),
    ("SELECT ?x WHERE { ?s ?p ?o . } LIMIT ten", 1, 38, "“ten” cannot stand here", ""),
    ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", 1, 41, "neither in GROUP BY nor inside an aggregate", ""),
    ("SELECT (1 AS ?s) { ?s ?p ?o }", 1, 30, "AS gives a value", ""),
    ("SELECT ?s ?s { ?s ?p ?o }", 1, 26, "stands twice", ""),
    ("", 1, 1, "no SELECT, ASK, CONSTRUCT or DESCRIBE", ""),
    ("SELEKT * { ?s ?p ?o }", 1, 1, "no SELECT, ASK, CONSTRUCT or DESCRIBE", ""),
]


@pytest.mark.parametrize(
    ("query", "line", "column", "words", "hint"), CASES, ids=[case[0][:40] for case in CASES]
)
def test_a_syntax_error_is_told_with_its_place(
    *, query: str, line: int, column: int, words: str, hint: str
) -> None:
    with pytest.raises(SyntaxError) as caught:
        Store().query(query)
    problem = syntax_problem(str(caught.value), query)
    told = problem.document()
    assert any(word in str(told["detail"]) for word in words.split("|"))
    assert (told["line"], told["column"]) == (line, column)
    assert hint in str(told.get("hint", ""))
    assert "expected one of" not in str(told["detail"])


def test_a_message_without_a_place_is_kept() -> None:
    assert "something else" in syntax_problem("something else", "ASK {}").detail
