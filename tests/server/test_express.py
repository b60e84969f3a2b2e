"""The roads to an answer: whichever a request takes, it is answered alike."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest

from voetnoot_server import tokens
from voetnoot_server.errors import BusyError
from voetnoot_server.outflow import Outflow
from voetnoot_server.protocol import _quick_pairs
from voetnoot_server.running import GoneError
from voetnoot_server.turns import Turns

Server = Any

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
OWN = {"date", "query-id", "server-timing"}


def _same(*answers: Any) -> bool:  # noqa: ANN401 - answers of the fixtures
    seen = [
        (each.status, sorted((k.lower(), v) for k, v in each.headers.items() if k.lower() not in OWN))
        for each in answers
    ]
    return all(each == seen[0] for each in seen)


def test_evaluated_and_kept_answers_have_the_same_headers(server: Server) -> None:
    query = "SELECT ?s { ?s ?p ?o } LIMIT 5"
    asked = [server.ask(query, Cache_Control="no-cache"), *(server.ask(query) for _ in range(4))]
    assert _same(*asked)
    assert len({each.body for each in asked}) == 1


def test_a_query_by_post_is_answered_like_one_by_get(server: Server) -> None:
    body = f"query={quote(COUNT)}".encode()
    by_form = server.request("POST", "/sparql", body=body, Content_Type="application/x-www-form-urlencoded")
    direct = server.request("POST", "/sparql", body=COUNT.encode(), Content_Type="application/sparql-query")
    other = server.request("QUERY", "/sparql", body=COUNT.encode(), Content_Type="application/sparql-query")
    assert _same(by_form, direct, other, server.ask(COUNT))


@pytest.mark.parametrize("query", [COUNT, SLOW, "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 30000"])
def test_the_id_that_a_client_chooses_is_told_on_every_road(server: Server, query: str) -> None:
    answer = server.ask(query, Query_Id="chosen-by-me", Cache_Control="no-cache")
    assert answer.headers["Query-Id"] == "chosen-by-me"


def test_a_query_under_way_is_listed_under_the_id_that_its_answer_tells(server: Server) -> None:
    told: list[str] = []
    asking = threading.Thread(
        target=lambda: told.append(
            server.ask(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Query_Owner="the-lister-001"
            ).headers["Query-Id"]
        )
    )
    asking.start()
    until = time.monotonic() + 10
    listed: list[dict[str, str]] = []
    while not listed:
        assert time.monotonic() < until
        listed = server.request("GET", "/sparql/running", Query_Owner="the-lister-001").json["running"]
    asking.join()
    assert [each["id"] for each in listed] == told


def test_an_id_that_is_in_use_is_refused_and_the_first_query_goes_on(server: Server) -> None:
    answers: list[Any] = []
    first = threading.Thread(
        target=lambda: answers.append(server.ask(SLOW, Query_Id="used-twice", Cache_Control="no-cache"))
    )
    first.start()
    until = time.monotonic() + 10
    while server.request("GET", "/sparql/running/used-twice").status == 404 and first.is_alive():
        assert time.monotonic() < until
    if first.is_alive():
        assert server.ask(COUNT, Query_Id="used-twice", Cache_Control="no-cache").status in (200, 409)
    first.join()
    assert answers[0].status == 200


def test_an_ended_evaluator_costs_no_answer_on_the_express_road(
    serve_once: Callable[..., Server], built: Path
) -> None:
    server = serve_once(built)
    host = _children(server.process.pid)[0]
    for number in range(6):
        for pid in _children(host):
            os.kill(pid, signal.SIGKILL)
        answer = server.ask(f"SELECT ({number} AS ?n) {{}}")
        assert (answer.status, answer.rows) == (200, [{"n": str(number)}])


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]


PIECES = [
    *(
        "SELECT ",
        "?x ",
        "<http://a#b>",
        "<a b>",
        " ",
        "\n",
        "\t",
        "'",
        '"',
        '"""',
        "'a b'",
        '"en"@en',
        "# c\n",
    ),
    *(
        "#",
        "\\",
        "from ",
        "FROM",
        "insert ",
        "now()",
        "RAND",
        "add",
        "ex:add",
        "?with ",
        "{",
        "}",
        "<",
        ">",
        "é",
    ),
    *("'''", "1ADD", "a", "*", "\x0b", "\x1c", "5 ", "service ", "SERVICE<x>"),
]


def test_what_is_seen_of_a_query_at_once_is_what_its_words_say() -> None:
    chance = random.Random(7)  # noqa: S311 - the same cases each time
    for _ in range(20_000):
        wording = tokens.read("".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))))
        keywords = {token.text.upper() for token in wording.tokens if token.kind == "word"}
        assert wording.names_its_dataset == ("FROM" in keywords)
        assert wording.calls_others == ("SERVICE" in keywords)
        assert wording.changes_by_itself == bool(keywords & {"NOW", "RAND", "UUID", "STRUUID"})
        unclear = any(token.kind == "open" or token.text == "\\" for token in wording.tokens)
        words = (" " if token.kind == "blank" else token.text for token in wording.tokens)
        assert wording.normal_form() == (wording.text if unclear else "".join(words).strip(" "))


ENCODED = [
    *(
        b"query",
        b"=",
        b"&",
        b"%20",
        b"+",
        b"a",
        b"%3D",
        b"%",
        b"%zz",
        b"%C3%A9",
        b"=",
        b"%0A",
        b"%0D%0A",
        b"%E9",
    ),
    *(b".", b"_", b"%00", b"%3d", b"\n", b"\r", b";", "é".encode(), b"%\n", b"%25", b"=3D"),
]


def test_fields_are_read_quickly_as_they_are_read_slowly() -> None:
    chance = random.Random(7)  # noqa: S311 - the same cases each time
    quick = 0
    for _ in range(50_000):
        encoded = b"".join(chance.choice(ENCODED) for _ in range(chance.randint(0, 9)))
        try:
            found = _quick_pairs(encoded)
        except UnicodeDecodeError:
            with pytest.raises(UnicodeDecodeError):
                parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
            continue
        if found:
            quick += 1
            assert found == parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
    assert quick > 500


def _no_objection() -> None:
    """Object to nothing."""


def test_turns_go_to_those_who_wait_in_their_order() -> None:
    turns = Turns(at_once=1, waiting=3, seconds=5)
    called: list[int] = []
    tickets = [turns.line_up(lambda n=n: called.append(n)) for n in range(4)]  # type: ignore[misc]
    with pytest.raises(BusyError):
        turns.line_up()
    tickets[2].leave()
    tickets[0].leave()
    tickets[0].leave()
    assert (called, turns.waiting) == ([1], 1)
    tickets[1].wait(_no_objection)
    tickets[1].leave()
    assert (called, turns.waiting) == ([1, 3], 0)
    tickets[3].leave()
    turns.take(_no_objection)


def test_who_waits_too_long_leaves_the_queue_and_takes_no_turn() -> None:
    turns = Turns(at_once=1, waiting=3, seconds=0.05)
    turns.take(_no_objection)
    ticket = turns.line_up()
    with pytest.raises(BusyError):
        ticket.wait(_no_objection)
    ticket.leave()
    assert turns.waiting == 0
    turns.give_back()
    turns.take(_no_objection)


def _many(pieces: int) -> Iterator[bytes]:
    for number in range(pieces):
        yield bytes([number % 251]) * 100_000


def _received(body: Iterator[bytes], *, slowly: bool, gone: bool = False) -> bytes:
    async def receive() -> bytes:
        outflow = Outflow(lambda: gone)
        putting = asyncio.get_running_loop().run_in_executor(None, outflow.take_from, body)
        if slowly:
            await outflow.ended()
        try:
            found = b"".join([piece async for piece in outflow.pieces()])
            await putting
        finally:
            outflow.close()
        return found

    return asyncio.run(receive())


@pytest.mark.parametrize("slowly", [False, True])
def test_what_a_slow_reader_leaves_lying_comes_whole_and_in_order(*, slowly: bool) -> None:
    assert _received(_many(200), slowly=slowly) == b"".join(_many(200))


def test_a_fault_in_the_middle_comes_behind_what_came_before_it() -> None:
    def broken() -> Iterator[bytes]:
        yield b"before"
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        _received(broken(), slowly=False)


def test_a_body_is_closed_when_its_client_has_left() -> None:
    closed = []

    def watched() -> Iterator[bytes]:
        try:
            yield from _many(5)
        finally:
            closed.append(True)

    with pytest.raises(GoneError):
        _received(watched(), slowly=False, gone=True)
    assert closed
