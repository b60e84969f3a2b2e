"""What the front refuses, and what a broken, silent or slow client may keep."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

Server = Any

ASK = "/sparql?query=ASK%20%7B%7D"
GET = f"GET {ASK} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
LONG = "SELECT ?a ?b ?c { ?a ?b ?c . VALUES ?n { 1 2 3 4 5 6 7 8 9 10 } }"


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        + GET,
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nabc" + GET,
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + GET,
        b"GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n" + GET,
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n" + GET,
        b"GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n" + GET,
    ],
    ids=[
        "length and chunks",
        "two lengths",
        "not chunked at last",
        "a bare CR",
        "a blank in a name",
        "folded",
    ],
)
def test_a_request_whose_end_two_servers_could_see_differently_is_refused(server: Server, raw: bytes) -> None:
    said = server.exchange(raw)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b"connection: close" in said


def test_a_head_that_does_not_end_is_refused(server: Server) -> None:
    with server.connected() as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        try:
            for _ in range(1000):
                plain.sendall(b"X-A: " + b"a" * 1000 + b"\r\n")
        except ConnectionError:
            pass
        else:
            assert plain.recv(65536).startswith(b"HTTP/1.1 4")


def test_a_body_that_is_somewhat_too_large_hears_why(server: Server) -> None:
    body = b"query=" + b"a" * 2_000_000
    answer = server.request("POST", "/sparql", body=body, Content_Type="application/x-www-form-urlencoded")
    assert answer.status == 413
    assert answer.json["status"] == 413


def test_a_body_that_is_far_too_large_is_not_waited_for(server: Server) -> None:
    said = server.exchange(
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 999999999\r\n\r\nquery=",
    )
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in said


def test_a_body_may_come_in_chunks_and_late(server: Server) -> None:
    with server.connected() as plain:
        plain.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            b"Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
        )
        assert plain.recv(65536).startswith(b"HTTP/1.1 100 ")
        for piece in (b"3\r\nASK\r\n", b"3\r\n {}\r\n", b"0\r\n\r\n"):
            plain.sendall(piece)
            time.sleep(0.05)
        assert b'"boolean":true' in plain.recv(65536)


def test_a_silent_client_is_let_go_wherever_it_stopped(serve: Callable[..., Server], built: Path) -> None:
    server = serve(built, "--idle-seconds", "1")
    said = (b"", GET[:20], b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nq", GET)
    with ExitStack() as stack:
        clients = [stack.enter_context(server.connected()) for _ in said]
        for client, raw in zip(clients, said, strict=True):
            client.sendall(raw)
        assert b'"boolean":true' in clients[-1].recv(65536)
        for client in clients:
            with suppress(ConnectionResetError):
                assert client.recv(65536) == b""


def test_a_client_that_reads_nothing_gets_no_more_than_the_system_holds_for_it(
    serve: Callable[..., Server], built: Path
) -> None:
    server = serve(built)
    raw = f"GET /sparql?query={quote(LONG)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    with server.connected() as first:
        first.sendall(raw[:-2] + b"Connection: close\r\n\r\n")
        size = len(b"".join(iter(lambda: first.recv(1 << 20), b"")))
    before = _memory(server)
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)
        deaf.connect(("127.0.0.1", server.port))
        deaf.settimeout(0.2)
        for _ in range(40):
            deaf.sendall(raw)
            time.sleep(0.02)
        assert server.ask("ASK {}").status == 200
        assert _memory(server) - before < 20 * size


def _memory(server: Server) -> int:
    told = Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8")
    return int(told.split("VmRSS:")[1].split()[0]) * 1024


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("further", [[], ["--compressed"]])
def test_curl_sees_that_an_answer_broke_off(
    serve: Callable[..., Server], built: Path, further: list[str]
) -> None:
    server = serve(built, "--result-bytes", "3000000", "--held-bytes", "1000")
    command = ["curl", "-s", *further, "-o", "/dev/null", "-w", "%{http_code}", "-G", server.endpoint]
    done = subprocess.run(
        [*command, "--data-urlencode", f"query={ENDLESS}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (18, "200")


def test_a_stop_lets_an_answer_end_and_takes_no_more(serve_once: Callable[..., Server], built: Path) -> None:
    server = serve_once(built, "--drain-seconds", "10")
    with server.connected() as plain:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        plain.sendall(f"GET /sparql?query={quote(LONG)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        said = plain.recv(1000)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        with pytest.raises(ConnectionError):
            server.request("GET", "/healthz")
        said += b"".join(iter(lambda: plain.recv(65536), b""))
    assert said.endswith(b"0\r\n\r\n")
    assert server.process.wait(10) == 0


def test_a_large_answer_gets_its_length_where_chunks_are_not_known(server: Server) -> None:
    with server.connected() as plain:
        plain.sendall(b"GET /store?default HTTP/1.0\r\nHost: x\r\n\r\n")
        said = b"".join(iter(lambda: plain.recv(65536), b""))
    head, _, body = said.partition(b"\r\n\r\n")
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert b"transfer-encoding" not in head.lower()
