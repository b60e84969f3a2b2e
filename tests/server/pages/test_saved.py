"""Saved queries as pages and data."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

HTML = {"Accept": "text/html"}
KILLED = "/queries/claims-by-outcome?outcome=kind/outcome/killed"


def test_the_questions_are_cards_by_subject(client: FlaskClient) -> None:
    page = client.get("/queries").text
    assert "Which claims have this outcome?" in page
    assert page.index('id="claims"') < page.index('id="events"') < page.index('id="overview"')
    assert '<a href="/queries/anything">' in page


def test_a_form_offers_labels_and_typed_fields(client: FlaskClient) -> None:
    page = client.get("/queries/claims-by-outcome", headers=HTML).text
    assert '<option value="kind/outcome/killed" selected>killed</option>' in page
    assert 'type="date"' in page
    assert "Answer" not in page


def test_an_answer_has_labels_links_downloads_and_the_query(client: FlaskClient) -> None:
    page = client.get(KILLED, headers=HTML).text
    assert '<a href="/id/claim/full" lang="en">More than 200 died.</a>' in page
    assert '<th scope="col">paraphrase</th>' not in page
    assert '<td class="number">200</td>' in page
    assert "http://localhost/queries/claims-by-outcome.csv?outcome=kind%2Foutcome%2Fkilled" in page
    assert "?claim vn:outcome ?_outcome_iri" in page
    assert "#+" not in page
    assert "curl -fsS" in page


def test_labels_come_in_dutch_when_asked(client: FlaskClient) -> None:
    page = client.get(f"{KILLED}&lang=nl", headers=HTML).text
    assert '<h1 lang="nl">Welke beweringen hebben deze uitkomst?</h1>' in page
    assert ">gedood</option>" in page


@pytest.mark.parametrize(
    ("suffix", "accept", "media_type"),
    [
        (".json", "*/*", "application/sparql-results+json"),
        (".xml", "*/*", "application/sparql-results+xml"),
        (".csv", "*/*", "text/csv"),
        (".tsv", "*/*", "text/tab-separated-values"),
        (".json", "text/html", "application/sparql-results+json"),
        ("", "text/csv", "text/csv"),
        ("", "text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("", "*/*", "application/sparql-results+json"),
        ("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
    ],
)
def test_suffix_and_accept_choose_the_format(
    client: FlaskClient, suffix: str, accept: str, media_type: str
) -> None:
    answer = client.get(f"/queries/paraphrases{suffix}", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    assert "Accept" in answer.headers["Vary"]


def test_json_is_a_sparql_result(client: FlaskClient) -> None:
    found = json.loads(client.get(KILLED.replace("?", ".json?")).data)
    assert found["head"]["vars"] == ["claim", "stated", "paraphrase"]
    assert found["results"]["bindings"][0]["stated"]["value"] == "200"


def test_protocol_csv_hands_on_formulas_as_they_are(client: FlaskClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/queries/paraphrases.csv").text)))
    assert rows[1] == ["https://w3id.org/voetnoot/id/claim/bare", '=HYPERLINK("http://example.org")']


def test_safe_csv_has_labels_and_no_formula(client: FlaskClient) -> None:
    answer = client.get("/queries/paraphrases.safe.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[1] == ['\'=HYPERLINK("http://example.org")'] * 2
    assert rows[2] == ["More than 200 died."] * 2


def test_xlsx_has_numbers_as_numbers_and_text_as_text(client: FlaskClient) -> None:
    sheet = load_workbook(io.BytesIO(client.get(KILLED.replace("?", ".xlsx?")).data)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("claim", "stated", "paraphrase")
    assert rows[1] == ("More than 200 died.", 200, "Meer dan 200 doden.")
    sheet = load_workbook(io.BytesIO(client.get("/queries/paraphrases.xlsx").data)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/queries/claims-by-outcome.json", "outcome"),
        ("/queries/claims-by-outcome.json?outcome=no+iri", "outcome"),
        ("/queries/claims-by-outcome.json?outcome=kind/outcome/killed&from=yesterday", "from"),
        ("/queries/paraphrases.json?x=1", "x"),
    ],
)
def test_a_bad_value_is_a_problem_that_names_the_parameter(
    client: FlaskClient, address: str, parameter: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.data)
    assert problem["parameter"] == parameter
    assert problem["wanted"]


def test_a_hostile_value_stays_a_value(client: FlaskClient) -> None:
    answer = client.get("/queries/claims-by-outcome.json", query_string={"outcome": "urn:x> } DROP ALL #"})
    assert answer.status_code == 400


def test_an_unknown_query_gets_near_names(client: FlaskClient) -> None:
    answer = client.get("/queries/paraphrase")
    assert answer.status_code == 404
    assert json.loads(answer.data)["near"] == ["/queries/paraphrases"]


def test_the_text_of_a_query_can_be_taken(client: FlaskClient) -> None:
    answer = client.get("/queries/anything.rq")
    assert answer.mimetype == "application/sparql-query"
    assert answer.text.startswith("#+ summary: Is there anything?")


def test_yes_or_no_questions_are_answered(client: FlaskClient) -> None:
    assert "<p>Yes.</p>" in client.get("/queries/anything", headers=HTML).text
    assert json.loads(client.get("/queries/anything.json").data)["boolean"] is True


def test_a_graph_question_is_answered_in_rdf(client: FlaskClient) -> None:
    answer = client.get("/queries/chain.nt")
    assert answer.mimetype == "application/n-triples"
    assert len(answer.text.splitlines()) == 6
    assert client.get("/queries/chain", headers=HTML).status_code == 200


def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/queries/paraphrases.csv")
    again = client.get("/queries/paraphrases.csv", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
