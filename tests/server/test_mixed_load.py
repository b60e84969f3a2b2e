"""A minute of everything at once: normal queries, bombs, clients that leave or dawdle, a new build in the middle."""

from __future__ import annotations

import http.client
import os
import random
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import quote

import pytest

Server = Any

SECONDS = 60
OLD, NEW = 400, 500
"""Claims before and after the reload."""

MEMORY = 300_000_000
MOST_MEMORY = 3 * MEMORY + 500_000_000
"""Two strangers' queries, one of a page that is not hungry, and what the server is at rest."""

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
BOMBS = [
    f"ASK {{ FILTER({'STR(' * 8000}1{')' * 8000} = '1') }}",
    f"ASK {{ FILTER({'!' * 50_000}true) }}",
    CROSS,
    FLOOD,
    f"SELECT DISTINCT * {{ {' '.join(f'VALUES ?{name} {{ 0 1 2 3 4 5 6 7 8 9 }}' for name in 'abcdefgh')} }}",
    f"SELECT (STRLEN(?x) AS ?n) {{ BIND(REPLACE('{'a' * 9000}', '.', '{'b' * 9000}') AS ?x) }}",
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    f"ASK {{ {'{ ' * 3000}?s ?p ?o{' }' * 3000} }}",
]
LIMITS = {"busy", "time-limit", "too-many-requests"}
"""What a normal query may be told under such a load, now and then, where the machine has other things to do too."""


@dataclass(slots=True)
class Load:
    """What the load does to a server, and what went wrong."""

    server: Server
    over: Event = field(default_factory=Event)
    asked: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)
    most_memory: int = 0

    def repeat(self, act: Callable[[random.Random], None], pause: float, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - the same load in each run
        while not self.over.wait(pause):
            act(chance)

    def normal(self, chance: random.Random) -> None:
        """Ask something with a known answer; note whatever is neither that nor a stated limit."""
        number = chance.randrange(OLD)
        fresh = f"BIND({chance.random()} AS ?unlike_any_other)" if chance.random() < 0.5 else ""
        query = f"SELECT ?o {{ <https://w3id.org/voetnoot/id/claim/c-{number}> ?p ?o {fresh} }}"
        path, rows = chance.choice(
            [
                (f"/sparql?query={quote(query)}", 4),
                ("/store/core", 30),
                ("/id/event/e-3.nt", 0),
                ("/healthz", 0),
            ]
        )
        try:
            answer = self.server.request("GET", path, seconds=10, Accept="application/n-triples, */*;q=0.5")
        except (OSError, http.client.HTTPException) as fault:
            self.wrong.append(f"{path}: {fault!r}")
            return
        self.asked += 1
        if answer.status in (429, 503) and answer.json["type"].rsplit(":", 1)[1] in LIMITS:
            self.refused += 1
        elif answer.status != 200:
            self.wrong.append(f"{path}: {answer.status} {answer.body[:200]!r}")
        elif rows and answer.body.count(b'"o":{' if rows == 4 else b" .\n") != rows:
            self.wrong.append(f"{path}: {answer.body[:300]!r}")

    def bomb(self, chance: random.Random) -> None:
        """Throw a hostile query and take whatever clean end it has."""
        query = f"{chance.choice(BOMBS)} # {chance.random()}"
        with suppress(http.client.IncompleteRead):
            answer = self.server.ask(query, seconds=10)
            if answer.status not in (200, 400, 403, 503):
                self.wrong.append(f"{query[:60]}: {answer.status}")

    def leave(self, chance: random.Random) -> None:
        """Ask for much and go, while it is worked out or while it is sent."""
        query = quote(f"{chance.choice([CROSS, FLOOD])} # {chance.random()}")
        with socket.create_connection(("127.0.0.1", self.server.port)) as plain:
            plain.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(chance.random() / 2)

    def dawdle(self, chance: random.Random) -> None:
        """Send half a request, and read an answer a kilobyte at a time."""
        query = quote(f"{FLOOD} # {chance.random()}")
        with socket.create_connection(("127.0.0.1", self.server.port)) as half, socket.socket() as slow:
            half.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nq")
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 12)
            slow.connect(("127.0.0.1", self.server.port))
            slow.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            for _ in range(20):
                if self.over.wait(0.1) or not slow.recv(1024):
                    break

    def weigh(self, chance: random.Random) -> None:
        """Note the memory of the server with all that it started."""
        del chance
        self.most_memory = max(self.most_memory, self.server.memory)


def _open_files(pid: int) -> list[str]:
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.append(os.readlink(link))  # noqa: PTH115 - some lead to what is no path
    return sorted(found)


@pytest.fixture
def own(
    serve_once: Callable[..., Server], tmp_path: Path, new_build: Callable[..., Path]
) -> Iterator[tuple[Server, Path]]:
    """Return a server with little to give, and the folder of its builds."""
    builds, scratch = tmp_path / "builds", tmp_path / "scratch"
    scratch.mkdir()
    flags: dict[str, float] = {
        "query-seconds": 1.5,
        "query-memory-bytes": MEMORY,
        "stack-bytes": 64 << 20,
        "held-bytes": 100_000,
    }
    flags |= {
        "result-bytes": 20_000_000,
        "transfer-seconds": 3,
        "concurrent-queries": 2,
        "reload-seconds": 0.2,
    }
    arguments = [word for name, value in flags.items() for word in (f"--{name}", str(value))]
    yield (
        serve_once(new_build(builds, "old", claims=OLD), *arguments, TMPDIR=str(scratch)),
        builds,
    )
    assert list(scratch.iterdir()) == []


def test_a_minute_of_everything_fails_no_normal_query_and_leaves_nothing_behind(
    own: tuple[Server, Path], new_build: Callable[..., Path]
) -> None:
    server, builds = own
    load = Load(server)
    server.ask("ASK {}")
    before = _open_files(server.process.pid)
    acts = (
        [(load.normal, 0.02)] * 3
        + [(load.bomb, 0.05)] * 2
        + [(load.leave, 0.1), (load.dawdle, 0.1), (load.weigh, 0.2)]
    )
    with ThreadPoolExecutor(len(acts)) as pool:
        doing = [pool.submit(load.repeat, act, pause, seed) for seed, (act, pause) in enumerate(acts)]
        load.over.wait(SECONDS / 2)
        new_build(builds, "new", claims=NEW)
        load.over.wait(SECONDS / 2)
        load.over.set()
        for each in doing:
            each.result()
    assert load.wrong == []
    assert load.asked > 500
    assert load.refused < load.asked / 50
    assert load.most_memory < MOST_MEMORY
    count = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Cache_Control="no-cache")
    assert count.rows == [{"n": str(4 * NEW + 30)}]
    _until(lambda: b"voetnoot_queries_running 0.0" in server.request("GET", "/metrics").body)
    _until(lambda: len(_evaluators(server)) <= 8)
    kinds = [name.split(":")[0] for name in before]
    _until(lambda: _left_over(server, kinds) == [])
    processes = server.processes
    server.process.terminate()
    assert server.process.wait(10) == 0
    _until(lambda: not any(_lives(pid) for pid in processes))


def _evaluators(server: Server) -> list[int]:
    """Return the evaluators; there is one host, that of the new build."""
    numbers: list[int] = server.processes
    _, host, *evaluators = numbers
    assert {_parent(pid) for pid in evaluators} <= {host}
    return evaluators


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/status").read_text("ascii").split("PPid:")[1].split()[0])


def _left_over(server: Server, kinds: list[str]) -> list[str]:
    """Return the open files beyond those at rest; a kept evaluator has one socket."""
    left = [name.split(":")[0] for name in _open_files(server.process.pid)]
    for kind in (*kinds, *["socket"] * (len(_evaluators(server)) + 1)):
        with suppress(ValueError):
            left.remove(kind)
    return left


def _lives(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def _until(true: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)
