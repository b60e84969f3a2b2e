"""Clients that keep several connections busy and time whole answers: for benchmarks only.

A server is never faster than its client seems. So `wrk`, which is written in C, asks where it is installed; else a
client in Python does, whose own bound makes the ratios of small answers tend to 1.
"""

from __future__ import annotations

import re
import selectors
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_LONGEST = 30
"""Seconds that a client waits for a server that has not given one answer in the time there was."""

_RECEIVE_BYTES = 1 << 18
_UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


@dataclass(frozen=True, slots=True)
class Load:
    """What came in how many seconds; the seconds within which half and 99 in 100 of it came, and the server's own."""

    answers: int
    seconds: float
    half: float
    most: float
    processor: float = 0.0

    @property
    def per_second(self) -> float:
        """Return answers per second."""
        return self.answers / self.seconds


@dataclass(frozen=True, slots=True)
class Question:
    """The same query over and over; `fresh` asks caches to stay out of it, `compressed` takes gzip."""

    endpoint: str
    query: str
    fresh: bool
    compressed: bool

    @property
    def address(self) -> str:
        """Return the address to get."""
        return f"{self.endpoint}?query={quote(self.query)}"

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the headers to send."""
        control = ("Cache-Control: no-cache",) if self.fresh else ()
        encoding = ("Accept-Encoding: gzip",) if self.compressed else ()
        return ("Accept: application/sparql-results+json", *control, *encoding)


def client() -> str:
    """Return the name of the client that asks."""
    return "wrk" if shutil.which("wrk") else "a client in Python"


def load(question: Question, *, seconds: float, connections: int) -> Load:
    """Ask for so many seconds over so many connections; raises `RuntimeError` for any answer but a good one."""
    if shutil.which("wrk"):
        return _by_wrk(question, seconds, connections)
    return _by_python(question, seconds, connections)


def _by_wrk(question: Question, seconds: float, connections: int) -> Load:
    headers = [part for header in question.headers for part in ("-H", header)]
    whole = max(1, round(seconds))
    command = ["wrk", "-t1", f"-c{connections}", f"-d{whole}s", "--timeout", "60s", "--latency", *headers]
    told = subprocess.run([*command, question.address], capture_output=True, text=True, check=True).stdout
    if told.find(" 0 requests in") > 0 and whole < _LONGEST:
        return _by_wrk(question, _LONGEST, connections)
    if trouble := re.search(r"Non-2xx.*|Socket errors.*", told):
        raise RuntimeError(f"{question.endpoint}: {trouble[0]}")
    return Load(
        answers=int(_found(r"(\d+) requests in", told)),
        seconds=_seconds(_found(r"requests in ([\d.]+\w+)", told)),
        half=_seconds(_found(r"50%\s+([\d.]+\w+)", told)),
        most=_seconds(_found(r"99%\s+([\d.]+\w+)", told)),
    )


def _found(pattern: str, told: str) -> str:
    found = re.search(pattern, told)
    if found is None:
        raise RuntimeError(f"wrk tells nothing like {pattern}: {told}")
    return found[1]


def _seconds(written: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\w+)", written).groups()  # type: ignore[union-attr]
    return float(number) * _UNITS[unit]


def _by_python(question: Question, seconds: float, connections: int) -> Load:
    place = urlsplit(question.address)
    lines = (f"GET {place.path}?{place.query} HTTP/1.1", f"Host: {place.netloc}", *question.headers)
    request = "\r\n".join((*lines, "", "")).encode()
    began = time.perf_counter()
    with selectors.DefaultSelector() as selector:
        asking = [_Asking((place.hostname or "", place.port or 80), request) for _ in range(connections)]
        for each in asking:
            selector.register(each.socket, selectors.EVENT_READ, each)
        took: list[float] = []
        while len(took) < connections or time.perf_counter() < began + seconds:
            for key, _ in selector.select():
                took += key.data.receive()
    spent = time.perf_counter() - began
    for each in asking:
        each.socket.close()
    took.sort()
    return Load(len(took), spent, took[len(took) // 2], took[int(len(took) * 0.99)])


class _Asking:
    """One connection: asks again as soon as an answer is whole."""

    def __init__(self, address: tuple[str, int], request: bytes) -> None:
        self.socket = socket.create_connection(address)
        self._request = request
        self._ask()

    def _ask(self) -> None:
        self._began = time.perf_counter()
        self._head = b""
        self._left: int | None = None
        self._tail = b""
        self.socket.sendall(self._request)

    def receive(self) -> list[float]:
        """Take in what is there; return the seconds that the answer took if it is whole."""
        data = self.socket.recv(_RECEIVE_BYTES)
        if not data:
            raise RuntimeError("the server closed the connection")
        if not self._is_whole(data):
            return []
        took = time.perf_counter() - self._began
        self._ask()
        return [took]

    def _is_whole(self, data: bytes) -> bool:
        if not self._tail and self._left is None:
            self._head += data
            head, end, data = self._head.partition(b"\r\n\r\n")
            if not end:
                return False
            if b" 200 " not in head[:20]:
                raise RuntimeError(head.decode("latin-1"))
            length = re.search(rb"\r\ncontent-length: (\d+)", head, re.IGNORECASE)
            self._left = int(length[1]) if length else None
            self._tail = b"\r\n"
        if self._left is None:  # in chunks, of which the last is empty
            self._tail = (self._tail + data)[-7:]
            return self._tail == b"\r\n0\r\n\r\n"
        self._left -= len(data)
        return self._left <= 0
