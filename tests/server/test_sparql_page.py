"""What people see at `/sparql`: the form, the first rows of an answer, and a query that is not right."""

from __future__ import annotations

from typing import Any

import pytest

Server = Any


def test_a_browser_gets_a_page_with_the_rows(server: Server) -> None:
    answer = server.ask(
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s", Accept="text/html,application/xml;q=0.9,*/*;q=0.8"
    )
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"The first 1000 rows" in answer.body
    assert b"format=csv" in answer.body


def test_a_browser_keeps_a_query_that_is_not_right_and_is_shown_where(server: Server) -> None:
    answer = server.ask("SELECT *\n{ ?s vm:p '<é>' }", Accept="text/html")
    assert answer.status == 400
    page = answer.body.decode()
    assert "SELECT *\n{ ?s vm:p &#39;&lt;é&gt;&#39; }</textarea>" in page
    assert "{ ?s vm:p &#39;&lt;é&gt;&#39; }\n     ^" in page
    assert "Line 2, column 6" in page


def test_a_browser_without_a_query_gets_the_form(server: Server) -> None:
    answer = server.request("GET", "/sparql", Accept="text/html")
    assert b"<textarea" in answer.body
    assert b"65536" in answer.body


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ASK {}", "Yes."),
        ("CONSTRUCT WHERE { ?s a ?t } LIMIT 2", '<th scope="col">predicate</th>'),
        ("SELECT ?none { ?s <urn:none> ?none }", "0 rows"),
    ],
)
def test_a_page_shows_every_form_of_answer(server: Server, query: str, words: str) -> None:
    answer = server.ask(query, fields="&format=html")
    assert (answer.status, words in answer.body.decode()) == (200, True)
