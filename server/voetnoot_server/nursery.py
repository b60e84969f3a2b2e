"""Where evaluators come from: forked by the query host, or started one by one where a system cannot fork so."""

from __future__ import annotations

import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Protocol

from voetnoot_server.errors import StoreError
from voetnoot_server.settings import Settings
from voetnoot_server.store import Build

log = logging.getLogger(__name__)

MESSAGE_BYTES = 1 << 16
HOST_GONE = 1 << 10
"""The fate of an evaluator whose host is gone; no exit code is as large."""

_START_SECONDS = 600.0
_STARTS = 3
_REPLY_SECONDS = 10.0
_END_SECONDS = 5.0


@dataclass(eq=False, slots=True)
class Evaluator:
    """One locked-in process and the wire to it."""

    wire: socket.socket
    pid: int
    host: int = 0
    served: int = 0


class Nursery(Protocol):
    """Raises evaluators over one build; `restarts` counts how often that had to be set up again."""

    restarts: int

    def raise_one(self) -> Evaluator:
        """Return a new evaluator; raises `StoreError` where none can be had."""

    def keeps(self, evaluator: Evaluator) -> bool:
        """Tell whether an evaluator's host lives; without it the evaluator is about to die too."""

    def end(self, evaluator: Evaluator) -> int:
        """Make sure that an evaluator has ended; return its exit code, or minus the signal that ended it."""

    def close(self) -> None:
        """End every evaluator and whatever raised them."""


def start_nursery(build: Build, settings: Settings) -> Nursery:
    """Return the nursery that fits this system and these settings."""
    forks = sys.platform == "linux" if settings.isolation == "auto" else settings.isolation == "fork"
    return HostNursery(build, settings) if forks else SpawnNursery(build, settings)


def _run(module: str, wire: socket.socket) -> subprocess.Popen[bytes]:
    """Start a module of ours with one end of a wire, away from the terminal's signals."""
    command = [sys.executable, "-P", "-m", module, str(wire.fileno())]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, pass_fds=[wire.fileno()], stdin=subprocess.DEVNULL, start_new_session=True
    )


def _reap(running: subprocess.Popen[bytes]) -> int:
    with suppress(ProcessLookupError):
        running.kill()
    return running.wait(_END_SECONDS)


class HostNursery:
    """Asks one query host, and starts another host when it is gone."""

    def __init__(self, build: Build, settings: Settings) -> None:
        self._lock = Lock()
        self._told = {
            "quads": str(build.folder / "quads.nq"),
            "memory_bytes": settings.query_memory_bytes,
            "stack_bytes": settings.stack_bytes,
        }
        self.restarts = -1
        self._start_until_it_lives()

    def _start_until_it_lives(self) -> None:
        """Start a host; one that is ended while it loads need not be at fault, and gets another chance."""
        for _ in range(_STARTS):
            try:
                self._start()
            except OSError as fault:
                log.warning("the query host was lost while it loaded: %s", fault)
                self._stop()
            else:
                return
        raise StoreError(f"the query host ended each of the {_STARTS} times that it loaded the graph")

    def _start(self) -> None:
        try:
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._host = _run("voetnoot_server.host", theirs)
        except OSError as fault:
            raise StoreError(f"the query host cannot be started: {fault}") from fault
        self.restarts += 1
        self._control.settimeout(_START_SECONDS)
        self._control.send(json.dumps(self._told).encode())
        said = self._reply()
        if "fault" in said:
            self._stop()
            raise StoreError(f"{self._told['quads']} cannot be loaded: {said['fault']}")
        self._control.settimeout(_REPLY_SECONDS)

    @property
    def host_pid(self) -> int:
        """Return the process number of the host."""
        return self._host.pid

    def raise_one(self) -> Evaluator:
        """Return a new evaluator."""
        with self._lock:
            return self._with_living_host(self._fork)

    def _fork(self) -> Evaluator:
        self._control.send(b'{"do": "fork"}')
        message, descriptors, _, _ = socket.recv_fds(self._control, MESSAGE_BYTES, 1)
        if not descriptors:
            raise ConnectionError(f"the query host did not fork: {message!r}")
        wire, pid = socket.socket(fileno=descriptors[0]), int(json.loads(message)["pid"])
        return Evaluator(wire, pid, host=self._host.pid)

    def keeps(self, evaluator: Evaluator) -> bool:
        """Tell whether an evaluator's host lives."""
        return evaluator.host == self._host.pid and self._host.poll() is None

    def end(self, evaluator: Evaluator) -> int:
        """Make sure that an evaluator has ended."""
        evaluator.wire.close()
        with self._lock:
            if evaluator.host != self._host.pid:
                return HOST_GONE  # another host knows nothing of it
            try:
                self._control.send(json.dumps({"do": "end", "pid": evaluator.pid}).encode())
                return int(self._reply()["fate"])
            except OSError:
                return HOST_GONE

    def _with_living_host(self, act: Callable[[], Evaluator]) -> Evaluator:
        try:
            return act()
        except OSError:
            self._stop()
        self._start_until_it_lives()
        try:
            return act()
        except OSError as fault:
            raise StoreError(f"the query host does not raise an evaluator: {fault}") from fault

    def _reply(self) -> dict[str, str]:
        message = self._control.recv(MESSAGE_BYTES)
        if not message:
            raise ConnectionError("the query host is gone")
        said: dict[str, str] = json.loads(message)
        return said

    def _stop(self) -> None:
        self._control.close()
        _reap(self._host)

    def close(self) -> None:
        """End the host; its evaluators end with it."""
        with self._lock:
            self._stop()


@dataclass(slots=True)
class SpawnNursery:
    """Starts each evaluator as an interpreter of its own, which opens the store on disk."""

    build: Build
    settings: Settings
    _living: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    restarts: int = 0

    def raise_one(self) -> Evaluator:
        """Return a new evaluator."""
        ours, theirs = socket.socketpair()
        with theirs:
            running = _run("voetnoot_server.spawned", theirs)
        told = {
            "store": str(Path(self.build.folder) / "store"),
            "memory_bytes": self.settings.query_memory_bytes,
            "stack_bytes": self.settings.stack_bytes,
            "parent": os.getpid(),
        }
        ours.sendall(json.dumps(told).encode() + b"\n")
        with self._lock:
            self._living[running.pid] = running
        return Evaluator(ours, running.pid)

    def keeps(self, evaluator: Evaluator) -> bool:
        """Tell whether an evaluator stands on its own; each one here does."""
        return evaluator.pid in self._living

    def end(self, evaluator: Evaluator) -> int:
        """Make sure that an evaluator has ended."""
        evaluator.wire.close()
        with self._lock:
            running = self._living.pop(evaluator.pid, None)
        return _reap(running) if running is not None else 0

    def close(self) -> None:
        """End every evaluator."""
        with self._lock:
            living = tuple(self._living.values())
            self._living.clear()
        for running in living:
            _reap(running)
