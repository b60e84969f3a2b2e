"""Things, concepts and lists as pages and RDF."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

HTML = {"Accept": "text/html"}
ID = "https://w3id.org/voetnoot/id/"


def test_a_page_shows_each_fact_with_its_graph(client: FlaskClient) -> None:
    page = client.get("/id/claim/full", headers=HTML).text
    assert '<h1 lang="en">More than 200 died.</h1>' in page
    assert '<a href="/ontology#stated" lang="en">stated</a>' in page
    assert '<a href="/graph/paper">paper</a>' in page
    assert "What it rests on" in page
    assert "https://web.archive.org/one" in page


def test_a_class_that_is_only_inferred_is_not_a_heading(client: FlaskClient) -> None:
    page = client.get("/id/claim/full", headers=HTML).text
    heading = page[page.index('<p class="above">') : page.index("<h1")]
    assert ">figure</a>" in heading
    assert ">claim</a>" not in heading


def test_a_page_counts_what_points_to_the_thing(client: FlaskClient) -> None:
    page = client.get("/id/actor/author", headers=HTML).text
    assert '<span class="count">4</span>' in page
    assert "Something took place." in page


def test_everything_that_points_to_a_thing_can_be_listed(client: FlaskClient) -> None:
    page = client.get("/id/actor/author/from/vn:saidBy", headers=HTML).text
    assert page.count('<li><a href="/id/claim/') == 4
    assert client.get("/id/actor/author/from/vn:nothing", headers=HTML).status_code == 404
    assert client.get("/id/actor/author/from/x", headers=HTML).status_code == 404


def test_questions_about_things_of_a_kind_are_answered_on_the_page(client: FlaskClient) -> None:
    page = client.get("/id/event/clash", headers=HTML).text
    assert "What is claimed about this event?" in page
    assert 'href="/queries/claims-of-event?event=event%2Fclash"' in page
    assert '<td class="number">200</td>' in page


def test_a_script_address_is_never_a_link(client: FlaskClient) -> None:
    page = client.get("/id/event/clash", headers=HTML).text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_a_check_leads_to_the_query_that_recomputes_it(client: FlaskClient) -> None:
    page = client.get("/id/check/one", headers=HTML).text
    assert 'href="/queries/claims-by-outcome?outcome=kind/outcome/killed&amp;from=2022-01-01"' in page
    assert "mismatch: text 200, data 17" in client.get("/id/claim/full", headers=HTML).text


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        (".ttl", "text/turtle"),
        (".nt", "application/n-triples"),
        (".rdf", "application/rdf+xml"),
        (".jsonld", "application/ld+json"),
        (".trig", "application/trig"),
        (".nq", "application/n-quads"),
        (".csv", "text/csv"),
        ("?format=nt", "application/n-triples"),
        ("?_mediatype=text/turtle", "text/turtle"),
    ],
)
def test_a_thing_is_had_in_every_format(client: FlaskClient, suffix: str, media_type: str) -> None:
    answer = client.get(f"/id/claim/full{suffix}", headers=HTML)
    assert answer.mimetype == media_type
    assert b"201" in answer.data


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json, */*;q=0.1", "application/ld+json"),
        ("*/*", "text/turtle"),
        ("text/html", "text/html"),
    ],
)
def test_the_accept_header_chooses(client: FlaskClient, accept: str, media_type: str) -> None:
    assert client.get("/id/claim/full", headers={"Accept": accept}).mimetype == media_type


def test_a_format_that_is_not_there_is_406(client: FlaskClient) -> None:
    assert client.get("/id/claim/full", headers={"Accept": "image/png"}).status_code == 406


def test_rdf_has_the_facts_the_anchor_and_what_points_here(client: FlaskClient) -> None:
    text = client.get("/id/claim/full.nq").data
    triples = {
        (q.subject, q.predicate.value.rpartition("#")[2]) for q in parse(text, format=RdfFormat.N_QUADS)
    }
    subjects = {str(subject) for subject, _ in triples}
    assert {f"<{ID}claim/full>", f"<{ID}anchor/paper-7>", f"<{ID}span/paper-7-a>"} <= subjects
    assert b"graph/paper" in text


def test_quotations_are_shown_and_never_handed_on(client: FlaskClient) -> None:
    page = client.get("/id/sentence/paper-7", headers=HTML).text
    assert '<span lang="nl">Woord voor woord.</span>' in page
    assert b"Woord" not in client.get("/id/sentence/paper-7.nq").data


def test_links_lead_to_the_other_formats(client: FlaskClient) -> None:
    answer = client.get("/id/claim/full", headers=HTML)
    assert (
        '<http://localhost/id/claim/full.ttl>; rel="alternate"; type="text/turtle"'
        in answer.headers.getlist("Link")
    )


def test_concepts_and_schemes_have_pages(client: FlaskClient) -> None:
    assert "gedood" in client.get("/kind/outcome/killed?lang=nl", headers=HTML).text
    assert "wounded" in client.get("/kind/outcome", headers=HTML).text


def test_things_of_a_type_are_listed(client: FlaskClient) -> None:
    page = client.get("/id/footnote", headers=HTML).text
    assert "note 1 of paper" in page
    assert "2 things" in page
    assert client.get("/id/unicorn").status_code == 404


def test_an_unknown_thing_gets_near_ones(client: FlaskClient) -> None:
    answer = client.get("/id/claim/ful")
    assert answer.status_code == 404
    assert json.loads(answer.data)["near"][0] == "/id/claim/full"


@pytest.mark.parametrize(
    "path",
    [
        "/id/claim/a%20b",
        "/id/claim/%3Cx%3E",
        "/id/claim/%00",
        "/id/claim/%22",
        "/id/claim/../claim/full%0a",
        "/kind/%7B/x",
        "/id/%5C",
        "/graph/%3E",
        "/id/claim/full%20/from/vn:event",
        "/id/claim/full/from/vn:%3E",
        "/queries/%3Cscript%3E",
        "/id/claim/%ED%A0%80",
    ],
)
def test_a_path_that_can_be_no_iri_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=HTML).status_code == 404


def test_pages_allow_no_inline_code(client: FlaskClient) -> None:
    for path in (
        "/",
        "/queries",
        "/queries/paraphrases",
        "/id/claim/full",
        "/ontology",
        "/data",
        "/graph/paper",
    ):
        answer = client.get(path, headers=HTML)
        assert answer.status_code == 200, path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "<script" not in answer.text
        assert "style=" not in answer.text
