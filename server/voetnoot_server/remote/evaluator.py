"""Evaluators of the remote make: each is a thread with a connection, and speaks like a locked-in process.

Turns, held starts, back-pressure, cancelling and broken transfers are therefore the same for both makes.
"""

from __future__ import annotations

import itertools
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator

from pyoxigraph import Quad

from voetnoot_server import frames
from voetnoot_server.dataset import WrongFormatError
from voetnoot_server.errors import ForbiddenError, ProblemError
from voetnoot_server.frames import Kind, Task
from voetnoot_server.nursery import Evaluator
from voetnoot_server.outlet import Outlet, PastBoundError
from voetnoot_server.remote.address import Address
from voetnoot_server.remote.clock import Clock
from voetnoot_server.remote.connection import Connection
from voetnoot_server.remote.dataset_fields import DataSet
from voetnoot_server.remote.refusal import told
from voetnoot_server.remote.results import quads_of, write, write_quads
from voetnoot_server.rowcount import row_count

log = logging.getLogger(__name__)

_OF_GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class _Untimed:
    """The clock of an outlet that nobody waits for beyond its socket's own time-out."""

    def while_waiting(self, act: Callable[[], None]) -> None:
        act()


class Worker:
    """Answers tasks from one wire over one connection until either ends."""

    def __init__(
        self, wire: socket.socket, address: Address, data_set: DataSet, graphs: tuple[str, ...]
    ) -> None:
        self._wire = wire
        self._connection = Connection(address)
        self._data_set = data_set
        self._graphs = graphs

    def run(self) -> None:
        """Answer until the wire is closed."""
        try:
            while True:
                self._wire.settimeout(None)
                _, data = frames.receive(self._wire)
                self._answer(Task.decode(data))
        except (EOFError, OSError):
            pass  # the other end has gone: nobody waits for this any more
        finally:
            self._connection.close()
            self._wire.close()

    def abort(self) -> None:
        """End the query under way; any thread may call this."""
        self._connection.abort()

    def _answer(self, task: Task) -> None:
        fault: dict[str, object] = {}
        try:
            self._write_answer(task)
        except ProblemError as problem:
            fault = told(problem)
        except WrongFormatError as error:
            fault = {"kind": "format", "detail": str(error)}
        except PastBoundError as error:
            fault = {"kind": "bound", "detail": str(error)}
        if fault:
            self._connection.close()
            frames.send(self._wire, Kind.FAULT, frames.encode(fault))

    def _write_answer(self, task: Task) -> None:
        if task.change:
            raise ForbiddenError("The remote store is changed where it is, not through this server.")
        began = time.perf_counter()
        clock = Clock(task.seconds)
        self._wire.settimeout(task.transfer_seconds)
        outlet = Outlet(self._wire, _Untimed(), task, row_count(task.whole_dataset or task.rows_format))
        if task.whole_dataset:
            write_quads(self._all_quads(task, clock), task, outlet)
        else:
            fields = self._data_set.fields(task.query, task.base, task.default_graphs, task.named_graphs)
            answer = self._connection.ask(fields, clock)
            write(answer, task, outlet)
            if not answer.body.ended:
                self._connection.close()
        outlet.end(time.perf_counter() - began)

    def _all_quads(self, task: Task, clock: Clock) -> Iterator[Quad]:
        for graph in self._graphs:
            if not (task.left_out and graph.startswith(task.left_out)):
                fields = [("query", _OF_GRAPH), ("default-graph-uri", graph)]
                yield from quads_of(self._connection.ask(fields, clock), graph)


class RemoteNursery:
    """Raises evaluators that ask the remote store."""

    restarts = 0

    def __init__(self, address: Address, data_set: DataSet, graphs: tuple[str, ...]) -> None:
        self._address = address
        self._data_set = data_set
        self._graphs = graphs
        self._numbers = itertools.count(1)
        self._living: dict[int, Worker] = {}
        self._lock = threading.Lock()

    def raise_one(self) -> Evaluator:
        """Return a new evaluator; its connection opens with its first query."""
        ours, theirs = socket.socketpair()
        worker = Worker(theirs, self._address, self._data_set, self._graphs)
        with self._lock:
            number = next(self._numbers)
            self._living[number] = worker
        threading.Thread(target=worker.run, name=f"remote-{number}", daemon=True).start()
        return Evaluator(ours, number)

    def keeps(self, evaluator: Evaluator) -> bool:
        """Tell whether an evaluator is still one of these."""
        return evaluator.pid in self._living

    def end(self, evaluator: Evaluator) -> int:
        """End an evaluator, whatever it is doing."""
        evaluator.wire.close()
        with self._lock:
            worker = self._living.pop(evaluator.pid, None)
        if worker is not None:
            worker.abort()
        return 0

    def close(self) -> None:
        """End every evaluator."""
        with self._lock:
            living = tuple(self._living.values())
            self._living.clear()
        for worker in living:
            worker.abort()
