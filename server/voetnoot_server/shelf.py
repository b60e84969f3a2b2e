"""Whole answers kept for one version of the data, the longest unused leaving first."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

_MOST_REQUESTS = 20_000
_OVERHEAD = 2048
"""Bytes that an answer takes beside its body, about."""

_NOT_MODIFIED = 304
_CONTENT_HEADERS = frozenset({"content-length", "content-type", "content-encoding", "voetnoot-rows"})
"""What a 304 leaves out."""

Name = bytes
"""The digest of what makes two requests, or two answers, the same: names come from outside and may be long."""


def name_of(*parts: str) -> Name:
    """Return the name that these parts make."""
    return hashlib.blake2b("\n".join(map(repr, parts)).encode(), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Kept:
    """One whole answer with status 200."""

    headers: tuple[tuple[str, str], ...]
    tag: str
    body: bytes
    _heads: dict[int, bytes] = field(default_factory=dict)

    def pairs(self, status: int) -> list[tuple[str, str]]:
        """Return the headers of this answer, or of the word that it has not changed."""
        if status == _NOT_MODIFIED:
            return [pair for pair in self.headers if pair[0].lower() not in _CONTENT_HEADERS]
        return list(self.headers)

    def head(self, status: int) -> bytes:
        """Return the headers as they go over the wire, up to the value of Query-Id."""
        if status not in self._heads:
            lines = [f"{name.lower()}: {value}\r\n" for name, value in self.pairs(status)]
            self._heads[status] = f"{''.join(lines)}query-id: ".encode("latin-1")
        return self._heads[status]

    @property
    def weight(self) -> int:
        """Return the bytes that this takes."""
        return len(self.body) + _OVERHEAD


class Shelf:
    """Answers by name, and the requests that each of them answers."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._version = ""
        self._answers: OrderedDict[Name, Kept] = OrderedDict()
        self._requests: OrderedDict[Name, Name] = OrderedDict()
        self._lock = Lock()
        self.bytes = 0
        self.hits = 0
        self.misses = 0

    def use_version(self, version: str) -> None:
        """Drop everything that is of another version."""
        if version != self._version:
            with self._lock:
                self._answers.clear()
                self._requests.clear()
                self.bytes = 0
                self._version = version

    def by_request(self, request: Name) -> Kept | None:
        """Return the answer to the very same request."""
        with self._lock:
            name = self._requests.get(request)
            kept = self._touch(name) if name else None
            if kept is None:
                self.misses += 1
            else:
                self.hits += 1
            return kept

    def holds(self, request: Name) -> bool:
        """Tell whether there is an answer to the very same request."""
        with self._lock:
            return self._requests.get(request) in self._answers

    def by_name(self, name: Name) -> Kept | None:
        """Return the answer of this name."""
        with self._lock:
            return self._touch(name)

    def put(self, request: Name, name: Name, kept: Kept, version: str) -> None:
        """Keep an answer that was made from this version of the data."""
        with self._lock:
            if version != self._version:
                return
            self._drop(name)
            self._answers[name] = kept
            self.bytes += kept.weight
            self._requests[request] = name
            if len(self._requests) > _MOST_REQUESTS:
                self._requests.popitem(last=False)
            while self.bytes > self._most_bytes:
                self._drop(next(iter(self._answers)))

    def _touch(self, name: Name) -> Kept | None:
        kept = self._answers.get(name)
        if kept is not None:
            self._answers.move_to_end(name)
        return kept

    def _drop(self, name: Name) -> None:
        old = self._answers.pop(name, None)
        self.bytes -= old.weight if old is not None else 0
