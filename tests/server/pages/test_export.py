"""Downloads, graphs, the ontology and the start page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

HTML = {"Accept": "text/html"}


def test_the_start_page_has_counts_version_and_doors(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "<dt>footnotes</dt><dd>2</dd>" in page
    assert "<code>0123abcd</code>" in page
    assert all(f">{door}</h2>" in page for door in ("Read", "Explore", "Query"))


def test_the_data_page_states_licence_and_rights_holder(client: FlaskClient) -> None:
    page = client.get("/data", headers=HTML).text
    assert '<a href="http://spdx.org/licenses/GPL-3.0-only">GPL-3.0-only</a>' in page
    assert "A Centre" in page
    assert 'href="/graph/paper.ttl"' in page
    assert "/.well-known/void" in page


@pytest.mark.parametrize(("suffix", "form"), [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)])
def test_a_dump_holds_every_graph_but_quotations(client: FlaskClient, suffix: str, form: RdfFormat) -> None:
    answer = client.get(f"/data/voetnoot.{suffix}")
    graphs = {str(quad.graph_name) for quad in parse(answer.data, format=form)}
    assert len(graphs) == 7
    assert not any("/text/" in graph for graph in graphs)


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf", "jsonld", "trig", "nq"])
def test_a_graph_is_had_in_every_format(client: FlaskClient, suffix: str) -> None:
    answer = client.get(f"/graph/paper.{suffix}")
    assert answer.status_code == 200
    form = RdfFormat.from_extension(suffix)
    assert form is not None
    assert any("claim/full" in str(quad.subject) for quad in parse(answer.data, format=form))


def test_a_graph_of_quotations_is_not_handed_out(client: FlaskClient) -> None:
    assert client.get("/graph/text/paper.ttl").status_code == 403
    assert "not handed out" in client.get("/graph/text/paper", headers=HTML).text


def test_an_unknown_graph_or_dump_is_told(client: FlaskClient) -> None:
    assert client.get("/graph/none").status_code == 404
    assert client.get("/data/voetnoot.zip").status_code == 404


def test_the_ontology_has_an_anchor_for_each_term(client: FlaskClient) -> None:
    page = client.get("/ontology", headers=HTML).text
    assert '<article id="Claim"' in page
    assert '<strong lang="nl">bewering</strong>' in page
    assert '<span class="count">6 uses</span>' in page


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf", "jsonld"])
def test_the_ontology_is_had_as_rdf(client: FlaskClient, suffix: str) -> None:
    answer = client.get(f"/ontology.{suffix}")
    assert answer.status_code == 200
    assert b"FigureClaim" in answer.data


def test_the_accept_header_gets_the_ontology_as_rdf(client: FlaskClient) -> None:
    assert client.get("/ontology", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
