"""What a thread puts in comes out whole and in order, however slowly it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from voetnoot_server.outflow import Outflow
from voetnoot_server.running import GoneError


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

    # in a thread of its own: a browser's test may have left a loop in this one
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, receive()).result()


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
