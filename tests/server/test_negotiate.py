from __future__ import annotations

import pytest

from voetnoot_server.errors import BadRequestError, NotAcceptableError
from voetnoot_server.negotiate import HTML, ROWS, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "key"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("*", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("TEXT/CSV; Q=1", "csv"),
        ("application/sparql-results+xml;q=0.5, text/csv;q=0.9", "csv"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("application/json", "json"),
        ("application/xml, */*;q=0.1", "xml"),
        ("text/html, */*;q=0.2", "json"),
        ("application/sparql-results+xml, application/rdf+xml", "xml"),
        ("text/csv;q=broken, text/tab-separated-values;q=0.1", "tsv"),
        (",,;q=1, text/csv", "csv"),
    ],
)
def test_the_accept_header_chooses_the_format_of_rows(accept: str, key: str) -> None:
    assert choose(accept, ROWS).key == key


def test_a_browser_gets_html_where_html_is_offered() -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert choose(accept, (*ROWS, HTML)).key == "html"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("json", "json"),
        ("CSV", "csv"),
        ("srx", "xml"),
        ("text/csv", "csv"),
        ("application/sparql-results json", "json"),
    ],
)
def test_a_name_chooses_before_the_header(name: str, key: str) -> None:
    assert choose("image/png", ROWS, named=name).key == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("json", "jsonld"), ("xml", "rdfxml"), ("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads")],
)
def test_short_names_fit_graphs_too(name: str, key: str) -> None:
    assert choose("", TRIPLES, named=name).key == key


def test_what_nobody_offers_is_not_acceptable_and_says_what_there_is() -> None:
    with pytest.raises(NotAcceptableError) as caught:
        choose("image/png", ROWS)
    assert caught.value.document()["available"] == [offer.media_type for offer in ROWS]


def test_an_unknown_name_is_a_bad_request() -> None:
    with pytest.raises(BadRequestError, match="docx"):
        choose("", ROWS, named="docx")


def test_text_formats_carry_their_charset() -> None:
    assert choose("text/csv", ROWS).content_type == "text/csv; charset=utf-8"
    assert choose("", ROWS).content_type == "application/sparql-results+json"
