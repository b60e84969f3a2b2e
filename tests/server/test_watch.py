"""Watching evaluators: each call back comes once, when it was asked for and there is something."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from voetnoot_server.watch import Watch


def _run(act: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine in a thread of its own: a browser's test may have left a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, act).result()


def test_a_descriptor_is_called_back_once_for_each_time_it_is_asked_for() -> None:
    async def act() -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            watch, called = Watch(), list[int]()
            theirs.send(b"a")
            await asyncio.sleep(0.02)
            assert called == []
            watch.once(ours.fileno(), lambda: called.append(1))
            await asyncio.sleep(0.02)
            assert called == [1]
            watch.once(ours.fileno(), lambda: called.append(2))
            await asyncio.sleep(0.02)
            assert called == [1, 2]
            watch.close()

    _run(act())


def test_what_is_forgotten_is_not_called_back_and_its_number_can_be_another_s() -> None:
    async def act() -> None:
        watch, called = Watch(), list[str]()
        with ExitStack() as stack:
            ours, theirs = (stack.enter_context(each) for each in socket.socketpair())
            number = ours.fileno()
            watch.once(number, lambda: called.append("first"))
            watch.forget(number)
            watch.forget(number)
            theirs.send(b"a")
            await asyncio.sleep(0.02)
            assert called == []
        with ExitStack() as stack:
            ours, theirs = (stack.enter_context(each) for each in socket.socketpair())
            watch.once(ours.fileno(), lambda: called.append("second"))
            theirs.send(b"a")
            await asyncio.sleep(0.02)
            assert called == ["second"]
        watch.close()

    _run(act())


def test_a_descriptor_that_was_closed_can_be_forgotten() -> None:
    async def act() -> None:
        watch = Watch()
        ours, theirs = socket.socketpair()
        number = ours.fileno()
        watch.once(number, lambda: None)
        ours.close()
        theirs.close()
        watch.forget(number)
        watch.close()

    _run(act())
