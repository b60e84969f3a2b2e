"""Labels: what people read for an IRI."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from voetnoot_server.labels import Label, labels
from voetnoot_server.links import Links
from voetnoot_server.store import Reader

LINKS = Links("https://w3id.org/voetnoot/")


def label(reader: Reader, iri: str, language: str = "en", *, quoting: bool = True) -> Label:
    full = iri if ":" in iri else f"{LINKS.base}{iri}"
    return labels(reader, [NamedNode(full)], language, LINKS, quoting=quoting)[full]


def test_a_label_comes_in_the_language_that_is_wanted(reader: Reader) -> None:
    assert label(reader, "id/actor/centre", "nl") == Label("Centrum", "nl")
    assert label(reader, "id/actor/author", "nl") == Label("Author", "en")


def test_a_publication_is_named_by_publisher_and_date(reader: Reader) -> None:
    assert label(reader, "id/publication/centre-1").text.endswith(", 2022-09-28")


@pytest.mark.parametrize(
    ("iri", "text"),
    [
        ("id/footnote/x-2020-34", "note 34 of x-2020"),
        ("id/observation/icg-casualties-164", "row 164 of icg-casualties"),
        ("id/claim/x-75-2", "claim 2 in sentence 75 of x"),
        ("id/claim/x-75-2-r1", "claim 2 in sentence 75 of x, reported 1"),
        ("id/actor/somebody-else", "actor somebody-else"),
        ("http://purl.org/dc/terms/isPartOf", "is part of"),
        ("http://www.w3.org/2001/XMLSchema#dateTime", "date time"),
        ("urn:x:y", "urn:x:y"),
        ("http://example.org/a/b", "http://example.org/a/b"),
    ],
)
def test_a_thing_without_a_label_is_named_by_its_iri(reader: Reader, iri: str, text: str) -> None:
    assert label(reader, iri).text == text


def test_a_claim_without_paraphrase_is_named_by_what_it_claims(reader: Reader) -> None:
    assert label(reader, "id/claim/paper-7-2").text == "12 killed, Clash (claim 2 in sentence 7 of paper)"


def test_a_label_from_a_graph_of_quotations_is_for_pages_only(reader: Reader) -> None:
    assert label(reader, "id/section/paper-1").text == "Een titel"
    assert label(reader, "id/section/paper-1", quoting=False).text == "section 1 of paper"


def test_a_long_label_is_cut_after_a_word() -> None:
    assert Label("word " * 100).short.endswith("word …")
    assert len(Label("word " * 100).short) < 170
