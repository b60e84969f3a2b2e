"""Documents to read, and the page of what is missing."""

from __future__ import annotations

from flask.testing import FlaskClient

HTML = {"Accept": "text/html"}


def test_documents_are_listed(client: FlaskClient) -> None:
    assert '<a href="/documents/paper" lang="en">A paper</a>' in client.get("/documents").text


def test_a_sentence_has_its_words_claims_and_place(client: FlaskClient) -> None:
    page = client.get("/documents/paper").text
    assert '<span lang="nl">Woord voor woord.</span>' in page
    assert '<a href="/id/claim/full" lang="en">More than 200 died.</a>' in page
    assert 'aria-label="sentence 7, page 3"' in page


def test_markers_and_notes_lead_to_each_other(client: FlaskClient) -> None:
    page = client.get("/documents/paper").text
    assert '<a href="#n1" id="m1-7"' in page
    assert '<a class="back" href="#m1-7"' in page
    assert '<li id="n1">' in page


def test_a_note_has_its_citations_or_says_that_it_is_lost(client: FlaskClient) -> None:
    page = client.get("/documents/paper").text
    assert '<a href="/id/citation/paper-1-1">Centre, 28/09/2022, url</a>' in page
    assert 'href="https://example.org/one"' in page
    assert "the text of this note is lost" in page


def test_an_unknown_document_gets_near_ones(client: FlaskClient) -> None:
    answer = client.get("/documents/papers", headers=HTML)
    assert answer.status_code == 404
    assert 'href="/documents/paper"' in answer.text


def test_quality_counts_the_rows_of_each_question(client: FlaskClient) -> None:
    page = client.get("/quality").text
    assert "What is said in English?" in page
    assert "<p>3 rows</p>" in page
