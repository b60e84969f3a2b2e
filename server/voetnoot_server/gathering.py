"""Keeping an answer on its way to the client: a whole one at once, a stream when its end is reached."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack

from voetnoot_server.started import Started

Keep = Callable[[bytes], None]


def kept_on_its_way(body: Iterable[bytes], started: Started, largest: int, keep: Keep) -> Iterable[bytes]:
    """Return the body; `keep` gets all of it when its end is reached, unless it is larger than `largest`."""
    if isinstance(body, list):
        whole = b"".join(body)
        if len(whole) <= largest:
            keep(whole)
        return [whole]
    pieces = _gathering(body, largest, keep)
    if started.length is not None:
        return [b"".join(pieces)]
    next(pieces)  # a generator that has begun closes the body even if nobody reads on
    return pieces


def _gathering(body: Iterable[bytes], largest: int, keep: Keep) -> Generator[bytes, None, None]:
    gathered: list[bytes] = []
    size = 0
    with ExitStack() as stack:
        close = getattr(body, "close", None)
        if close is not None:
            stack.callback(close)
        yield b""
        for piece in body:
            size += len(piece)
            if size <= largest:
                gathered.append(piece)
            else:
                gathered.clear()
            yield piece
        if size <= largest:
            keep(b"".join(gathered))
