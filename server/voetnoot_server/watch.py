"""Waiting for many evaluators at once, for each until it says something and no longer.

The event loop could watch each wire itself, but takes six system calls to begin and to end that.
"""

from __future__ import annotations

import asyncio
import select
from collections.abc import Callable
from contextlib import suppress


class Watch:
    """Calls back when a descriptor can be read from, once for each time it is asked for."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._called: dict[int, Callable[[], None]] = {}
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._epoll.fileno(), self._look)

    def once(self, descriptor: int, called: Callable[[], None]) -> None:
        """Call back when this can be read from."""
        self._called[descriptor] = called
        try:
            self._epoll.modify(descriptor, select.EPOLLIN | select.EPOLLONESHOT)
        except FileNotFoundError:
            self._epoll.register(descriptor, select.EPOLLIN | select.EPOLLONESHOT)

    def forget(self, descriptor: int) -> None:
        """Do not call back."""
        if self._called.pop(descriptor, None) is not None:
            with suppress(OSError):  # closed already, which ends the watching too
                self._epoll.modify(descriptor, select.EPOLLONESHOT)

    def close(self) -> None:
        """Watch nothing more."""
        self._loop.remove_reader(self._epoll.fileno())
        self._epoll.close()

    def _look(self) -> None:
        for descriptor, _ in self._epoll.poll(0):
            called = self._called.pop(descriptor, None)
            if called is not None:
                called()
