"""Search: words of names, claims and sentences, however they are spelled."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from voetnoot_server.search_index import SearchIndex
from voetnoot_server.store import Reader

BASE = "https://w3id.org/voetnoot/"


def found(reader: Reader, asked: str) -> list[str]:
    return [hit.iri.removeprefix(f"{BASE}id/") for hit in SearchIndex(reader, BASE, seconds=10).find(asked)]


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("clash", "event/clash"),
        ("GEVECHT", "event/clash"),
        ("gevec", "event/clash"),
        ("centrum", "actor/centre"),
        ("Cèntrum", "actor/centre"),
        ("Ce\u0300ntrum", "actor/centre"),
        ("200 died", "claim/full"),
        ("died, 200!", "claim/full"),
        ("woord woord", "sentence/paper-7"),
        ("29/09/2022", "citation/paper-1-2"),
    ],
)
def test_a_thing_is_found_by_its_words(reader: Reader, asked: str, thing: str) -> None:
    assert thing in found(reader, asked)


@pytest.mark.parametrize(
    "asked",
    ["", "   ", '"', "*", "AND", "NEAR(a b)", "text:x", "'; DROP TABLE words", "\u0000", "-", "ｘ" * 300],
)
def test_signs_of_the_search_language_are_words_or_nothing(reader: Reader, asked: str) -> None:
    assert found(reader, asked) == []


def test_a_letter_with_a_mark_of_its_own_is_one_letter(reader: Reader) -> None:
    assert found(reader, "x\u0327clash") == []
    assert found(reader, "c\u0327lash") == found(reader, "\u00e7lash") == found(reader, "clash")


def test_every_word_must_be_there(reader: Reader) -> None:
    assert found(reader, "clash nothing") == []


def test_the_page_shows_types_and_labels(client: FlaskClient) -> None:
    page = client.get("/search?q=c").text
    assert '<a href="/id/event/clash" lang="en">Clash</a>' in page
    assert "type=actor" in page
    assert "/id/event/clash" not in client.get("/search?q=c&type=actor").text


def test_words_come_back_as_text_only(client: FlaskClient) -> None:
    page = client.get("/search", query_string={"q": '"><script>alert(1)</script>'}).text
    assert "<script>" not in page


def test_what_is_found_is_had_as_json(client: FlaskClient) -> None:
    document = json.loads(client.get("/search.json?q=clash").data)
    assert document["count"] == 1
    assert document["found"] == [{"iri": f"{BASE}id/event/clash", "type": "event", "label": "Clash"}]
    assert b"Woord" not in client.get("/search.json?q=woord").data


def test_the_start_page_has_a_search_box(client: FlaskClient) -> None:
    assert 'role="search"' in client.get("/").text
