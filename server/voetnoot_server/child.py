"""One evaluator: a locked-in process that answers tasks one after the other until something ends it."""

from __future__ import annotations

import os
import time
import traceback
from socket import socket

from pyoxigraph import Store

from voetnoot_server import dataset, frames, sandbox
from voetnoot_server.dataset import WrongFormatError
from voetnoot_server.frames import Kind, Task
from voetnoot_server.outlet import Outlet, PastBoundError
from voetnoot_server.rowcount import row_count


def live(wire: socket, store: Store, *, parent: int, memory_bytes: int, stack_bytes: int) -> None:
    """Lock this process in and answer tasks; never returns."""
    sandbox.die_with_parent(parent)
    sandbox.silence()
    sandbox.default_signals()
    sandbox.lock(memory_bytes, stack_bytes)
    sandbox.in_deep_stack(lambda: _serve(wire, store), stack_bytes)
    os._exit(0)


def _serve(wire: socket, store: Store) -> None:
    while True:
        try:
            _, data = frames.receive(wire)
            _answer(wire, store, Task.decode(data))
        except (EOFError, OSError, MemoryError):
            os._exit(0)  # the other end is gone, or memory is too scarce to say anything


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
    except SyntaxError as error:
        return {"kind": "syntax", "detail": str(error)}
    except WrongFormatError as error:
        return {"kind": "format", "detail": str(error)}
    except PastBoundError as error:
        return {"kind": "bound", "detail": str(error)}
    except (RuntimeError, ValueError, OSError) as error:
        return {"kind": "evaluation", "detail": str(error)}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - told to the parent, which logs it; this process cannot
        return {"kind": "surprise", "detail": traceback.format_exc()}
    return {}


def _write_answer(wire: socket, store: Store, task: Task, deadline: sandbox.Deadline) -> None:
    began = time.perf_counter()
    outlet = Outlet(wire, deadline, task, row_count(task.whole_dataset or task.rows_format))
    if task.whole_dataset:
        outlet.start({"form": "triples", "format": task.whole_dataset})
        dataset.write_dataset(store, task, outlet)
    else:
        results = dataset.evaluate(store, task)
        name = dataset.format_for(results, task)
        outlet.start({"form": dataset.form(results), "format": name})
        dataset.write(results, name, task, outlet)
    outlet.end(time.perf_counter() - began)
