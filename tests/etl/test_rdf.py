"""Terms and their writing: the same bytes for the same facts, datatypes that the store keeps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from pyoxigraph import Literal, Store

from voetnoot_etl import iris, rdf
from voetnoot_etl.errors import ManifestError, VoetnootError
from voetnoot_etl.terms import DCT, VN


def test_turtle_is_the_same_whatever_the_order_of_adding() -> None:
    one, two = rdf.Graph("g"), rdf.Graph("g")
    values = [("a", "x"), ("b", "y"), ("a", "z")]
    for key, value in values:
        one.add(iris.thing("document", key), (DCT.title, rdf.text(value)))
    for key, value in reversed(values):
        two.add(iris.thing("document", key), (DCT.title, rdf.text(value)))
    assert rdf.turtle(one.triples) == rdf.turtle(two.triples)


def test_turtle_declares_the_prefixes_that_it_uses_and_no_others() -> None:
    graph = rdf.Graph("g")
    graph.add(iris.thing("document", "a"), (DCT.title, rdf.text("vn: is not used here")))
    header = [line for line in rdf.turtle(graph.triples).decode().splitlines() if line.startswith("@prefix")]
    assert [line.split()[1] for line in header] == ["dct:", "document:"]


@pytest.mark.parametrize(
    "literal",
    [
        rdf.integer(7000),
        rdf.decimal(Decimal("1.50")),
        rdf.decimal(Decimal("40")),
        rdf.boolean(value=True),
        rdf.date(dt.date(2022, 9, 13)),
        rdf.moment(dt.datetime(2022, 9, 13, 23, 59, 59, tzinfo=dt.UTC)),
    ],
)
def test_the_store_keeps_a_literal_as_written(literal: Literal) -> None:
    store = Store()
    graph = rdf.Graph("g")
    graph.add(iris.thing("document", "a"), (VN.stated, literal))
    store.extend(graph.quads())
    assert [quad.object for quad in store] == [literal]


def test_nothing_is_said_where_there_is_no_value() -> None:
    graph = rdf.Graph("g")
    graph.add(iris.thing("document", "a"), (VN.stated, rdf.integer(None)), (DCT.title, rdf.text("")))
    assert graph.triples == set()


@pytest.mark.parametrize("key", ["", "Haven", "de haven", "a/b", "é", "../etc", "a>b"])
def test_a_key_that_source_text_could_smuggle_in_is_refused(key: str) -> None:
    with pytest.raises(VoetnootError, match="cannot be part of an IRI"):
        iris.thing("document", key)


@pytest.mark.parametrize(
    ("name", "key"),
    [("Le Pélerin", "le-pelerin"), ("RFE/RL", "rfe-rl"), ("Qubadlı", "qubadli"), ("Şuşa", "susa")],
)
def test_a_name_becomes_a_readable_key(name: str, key: str) -> None:
    assert iris.slug(name) == key


def test_an_unknown_class_of_publication_is_refused() -> None:
    with pytest.raises(ManifestError, match="Website"):
        rdf.fabio("Website")
