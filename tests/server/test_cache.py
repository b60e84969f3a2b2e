"""What is kept: by version, words and format; what a client holds already is not sent again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from voetnoot_server.shelf import Kept, Shelf, name_of

Server = Any

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 200"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def own(serve: Callable[..., Server], built: Path) -> Server:
    """Return a server whose log only these tests write."""
    return serve(built)


def _outcomes(server: Server) -> list[str]:
    lines = server.log.read_text(encoding="utf-8").splitlines()
    return [line.split('"outcome": "')[1].split('"')[0] for line in lines if '"outcome"' in line]


def test_the_same_request_is_answered_from_what_is_kept(own: Server) -> None:
    first, second = own.ask(COUNT), own.ask(COUNT)
    assert _outcomes(own)[-2:] == ["answered", "kept"]
    assert (first.body, first.headers["ETag"]) == (second.body, second.headers["ETag"])
    assert first.headers["Query-Id"] != second.headers["Query-Id"]


def test_the_same_words_are_the_same_question_however_they_are_sent(own: Server) -> None:
    own.ask("SELECT (COUNT(*) AS ?m) { ?s ?p ?o }")
    own.ask("SELECT (COUNT(*) AS ?m)  # all\n{ ?s ?p ?o }")
    own.request(
        "POST",
        "/sparql",
        body=urlencode({"query": "SELECT (COUNT(*) AS ?m)\t{ ?s ?p ?o }"}).encode(),
        Content_Type=FORM,
    )
    assert _outcomes(own)[-3:] == ["answered", "kept", "kept"]


def test_another_format_or_dataset_is_another_answer(own: Server) -> None:
    tags = {
        own.ask(COUNT).headers["ETag"],
        own.ask(COUNT, Accept="text/csv").headers["ETag"],
        own.ask(COUNT, fields="&default-graph-uri=urn:x").headers["ETag"],
    }
    assert len(tags) == 3
    assert own.ask(COUNT, Accept="text/csv").body == b"n\r\n1630\r\n"
    assert own.ask(COUNT, fields="&default-graph-uri=urn:x").rows == [{"n": "0"}]


def test_a_client_that_holds_the_answer_gets_304(own: Server) -> None:
    fresh = "SELECT (COUNT(*) AS ?k) { ?s ?p ?o }"
    tag = own.ask(fresh).headers["ETag"]
    for held in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        for control in ("", "no-cache"):
            answer = own.ask(fresh, If_None_Match=held, Cache_Control=control)
            assert (answer.status, answer.body) == (304, b"")
            assert answer.headers["ETag"] == tag
    assert own.ask(fresh, If_None_Match='"another"').status == 200


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_each_compression_has_its_own_tag_and_gets_its_304(own: Server, encoding: str) -> None:
    answer = own.ask(ROWS, Accept_Encoding=encoding)
    if answer.headers["Content-Encoding"] != encoding:
        pytest.skip(f"{encoding} needs a library that is not installed")
    assert answer.headers["ETag"].endswith(f'-{encoding}"')
    assert "Accept-Encoding" in answer.headers["Vary"]
    for control in ("", "no-cache"):
        again = own.ask(
            ROWS, Accept_Encoding=encoding, If_None_Match=answer.headers["ETag"], Cache_Control=control
        )
        assert (again.status, again.headers["ETag"]) == (304, answer.headers["ETag"])


def test_a_small_answer_is_not_compressed(own: Server) -> None:
    assert own.ask("ASK {}", Accept_Encoding="gzip").headers["Content-Encoding"] is None


def test_a_query_that_changes_by_itself_is_not_kept(own: Server) -> None:
    query = "SELECT (RAND() AS ?x) {}"
    first, second = own.ask(query), own.ask(query)
    assert first.headers["ETag"] is None
    assert first.headers["Cache-Control"] == "no-store"
    assert first.rows != second.rows


def test_an_error_is_not_kept(own: Server) -> None:
    assert [own.ask("ASK {").status for _ in range(2)] == [400, 400]
    assert own.ask("ASK {").headers["ETag"] is None


def test_a_kept_answer_to_head_has_no_body(own: Server) -> None:
    own.ask(COUNT)
    answer = own.request("HEAD", f"/sparql?query={quote(COUNT, safe='')}")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 0


def test_without_a_cache_everything_is_evaluated(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--cache-bytes", "0")
    server.ask(COUNT)
    server.ask(COUNT)
    assert _outcomes(server) == ["answered", "answered"]


def test_the_shelf_drops_the_longest_unused_over_its_bound() -> None:
    answer = Kept((), "tag", b"0123456789")
    shelf = Shelf(2 * answer.weight)
    shelf.use_version("1")
    for name in ("a", "b"):
        shelf.put(name_of(name), name_of(name), answer, "1")
    shelf.by_request(name_of("a"))
    shelf.put(name_of("c"), name_of("c"), answer, "1")
    assert [shelf.by_request(name_of(name)) is None for name in "abc"] == [False, True, False]
    assert shelf.bytes == 2 * answer.weight


def test_the_shelf_forgets_another_version_and_what_was_made_from_it() -> None:
    shelf = Shelf(100)
    shelf.use_version("1")
    shelf.put(name_of("a"), name_of("a"), Kept((), "a", b"x"), "1")
    shelf.use_version("2")
    assert shelf.by_request(name_of("a")) is None
    shelf.put(name_of("a"), name_of("a"), Kept((), "a", b"x"), "1")
    assert shelf.by_request(name_of("a")) is None
