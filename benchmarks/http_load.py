"""A small HTTP client that keeps several connections busy and times whole answers: for benchmarks only."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Load:
    """How long each answer took, in order of length, and what they took together."""

    times: tuple[float, ...]
    seconds: float
    bytes_each: int

    @property
    def per_second(self) -> float:
        """Return answers per second."""
        return len(self.times) / self.seconds

    def percentile(self, share: float) -> float:
        """Return the seconds within which this share of the answers had come."""
        return self.times[min(int(len(self.times) * share), len(self.times) - 1)]


def load(endpoint: str, query: str, *, seconds: float, connections: int, fresh: bool) -> Load:
    """Ask the same query over and over; `fresh` asks caches to stay out of it."""
    return asyncio.run(_load(endpoint, query, seconds, connections, fresh=fresh))


async def _load(endpoint: str, query: str, seconds: float, connections: int, *, fresh: bool) -> Load:
    address = urlsplit(endpoint)
    request = (
        f"GET {address.path}?query={quote(query)} HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"Accept: application/sparql-results+json\r\n{'Cache-Control: no-cache' if fresh else 'X-Any: 1'}\r\n\r\n"
    ).encode()
    began = time.perf_counter()
    each = [
        _ask(address.hostname or "", address.port or 80, request, began + seconds) for _ in range(connections)
    ]
    took = [one for many in await asyncio.gather(*each) for one in many]
    spent = time.perf_counter() - began
    return Load(tuple(sorted(seconds for seconds, _ in took)), spent, took[0][1])


async def _ask(host: str, port: int, request: bytes, until: float) -> list[tuple[float, int]]:
    took: list[tuple[float, int]] = []
    reader, writer = await asyncio.open_connection(host, port, limit=1 << 22)
    while not took or time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if b" 200 " not in head[:20]:
            raise RuntimeError(head.decode("latin-1"))
        size = await _body(reader, head)
        took.append((time.perf_counter() - began, size))
        if b"connection: close" in head:
            writer.close()
            reader, writer = await asyncio.open_connection(host, port, limit=1 << 22)
    writer.close()
    return took


async def _body(reader: asyncio.StreamReader, head: bytes) -> int:
    if b"content-length: " in head:
        length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        return length
    size = 0
    while length := int(await reader.readline(), 16):
        await reader.readexactly(length + 2)
        size += length
    await reader.readexactly(2)
    return size
