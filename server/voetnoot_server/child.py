"""One evaluator: a locked-in process that answers tasks one after the other until something ends it."""

from __future__ import annotations

import os
import select
import time
import traceback
from collections.abc import Callable, Mapping
from socket import socket
from types import MappingProxyType

from pyoxigraph import Store

from voetnoot_server import changes, dataset, frames, sandbox
from voetnoot_server.changes import NoGraphError
from voetnoot_server.dataset import WrongFormatError
from voetnoot_server.frames import Kind, Task
from voetnoot_server.outlet import Outlet, PastBoundError
from voetnoot_server.rowcount import row_count

OUT_OF_MEMORY = 3
"""The exit code of an evaluator without memory."""

_KINDS: Mapping[type[Exception], str] = MappingProxyType(
    {
        SyntaxError: "syntax",
        WrongFormatError: "format",
        NoGraphError: "no-graph",
        PastBoundError: "bound",
        RuntimeError: "evaluation",
        ValueError: "evaluation",
        OSError: "evaluation",
    }
)
"""What a fault is called on the wire."""


def live(wire: socket, store: Store, *, parent: int, memory_bytes: int, stack_bytes: int) -> None:
    """Lock this process in and answer tasks; never returns."""
    sandbox.die_with_parent(parent)
    sandbox.silence()
    sandbox.default_signals()
    wait = _waiter(wire)
    sandbox.lock(memory_bytes, stack_bytes)
    sandbox.in_deep_stack(lambda: _serve(wire, store, wait), stack_bytes)
    os._exit(0)


def _waiter(wire: socket) -> Callable[[], object]:
    """Return what waits for the next task without being woken when the last answer is read, as `recv` is."""
    if not hasattr(select, "epoll"):
        return lambda: None
    waiting = select.epoll()
    waiting.register(wire, select.EPOLLIN)
    return waiting.poll


def _serve(wire: socket, store: Store, wait: Callable[[], object]) -> None:
    while True:
        try:
            wait()
            _, data = frames.receive(wire)
            task = Task.decode(data)
            _answer(wire, store, task)
        except (EOFError, OSError):
            os._exit(0)  # the other end is gone
        except MemoryError:
            os._exit(OUT_OF_MEMORY)  # too little is left to say anything
        if task.change:
            os._exit(0)  # this copy of the graph is no longer what others see


def _answer(wire: socket, store: Store, task: Task) -> None:
    deadline = sandbox.Deadline(task.seconds, task.transfer_seconds)
    fault = _fault_of(wire, store, task, deadline)
    deadline.stop()
    if fault:
        frames.send(wire, Kind.FAULT, frames.encode(fault))


def _fault_of(wire: socket, store: Store, task: Task, deadline: sandbox.Deadline) -> dict[str, str]:
    """Answer the task; return what went wrong as `kind` and `detail`, or nothing."""
    try:
        _write_answer(wire, store, task, deadline)
    except tuple(_KINDS) as error:
        kind = next(kind for type_, kind in _KINDS.items() if isinstance(error, type_))
        return {"kind": kind, "detail": str(error)}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - told to the parent, which logs it; this process cannot
        return {"kind": "surprise", "detail": traceback.format_exc()}
    return {}


def _write_answer(wire: socket, store: Store, task: Task, deadline: sandbox.Deadline) -> None:
    began = time.perf_counter()
    outlet = Outlet(wire, deadline, task, row_count(task.whole_dataset or task.rows_format))
    if task.change:
        changes.change(store, task)
    if task.whole_dataset:
        outlet.start("triples", task.whole_dataset)
        dataset.write_dataset(store, task, outlet)
    else:
        results = dataset.evaluate(store, task)
        name = dataset.format_for(results, task)
        outlet.start(dataset.form(results), name)
        dataset.write(results, name, task, outlet)
    outlet.end(time.perf_counter() - began)
