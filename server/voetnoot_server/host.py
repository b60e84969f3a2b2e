"""The query host: a process of one thread that holds the graph in memory and forks evaluators from it.

Started with the descriptor of its control socket; the first message tells it what to load. It ends when the
other end of that socket closes, so it cannot outlive the server, and its evaluators die with it.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from voetnoot_server import child, dataset, frames

MESSAGE_BYTES = 1 << 16
_WIRE_BYTES = 1 << 20
"""Bytes that an evaluator may send ahead of its reader, as far as the system allows."""


@dataclass(slots=True)
class Host:
    """The store, the control socket, and the evaluators that live."""

    control: socket.socket
    store: Store
    memory_bytes: int
    stack_bytes: int
    living: set[int] = field(default_factory=set)

    def serve(self) -> None:
        """Answer control messages until the other end closes."""
        while message := self.control.recv(MESSAGE_BYTES):
            said = frames.decode(message)
            if said["do"] == "fork":
                self._fork()
            else:
                self._end(int(str(said["pid"])))

    def _fork(self) -> None:
        """Fork an evaluator and pass the other end of its wire."""
        ours, theirs = socket.socketpair()
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _WIRE_BYTES)
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            ours.close()
            self.control.close()
            child.live(
                theirs,
                self.store,
                parent=parent,
                memory_bytes=self.memory_bytes,
                stack_bytes=self.stack_bytes,
            )
        self.living.add(pid)
        theirs.close()
        socket.send_fds(self.control, [frames.encode({"pid": pid})], [ours.fileno()])
        ours.close()

    def _end(self, pid: int) -> None:
        """Make sure that an evaluator has ended, and tell how; one that is dying already keeps its own cause.

        One that died idle stays unreaped until it is asked for, so that its number cannot be another's.
        """
        status = 0
        if pid in self.living:
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            self.living.discard(pid)
        self.control.send(frames.encode({"fate": os.waitstatus_to_exitcode(status)}))


def _open(said: Mapping[str, object], control: socket.socket) -> Host:
    began = time.perf_counter()
    store = dataset.load(Path(str(said["quads"])))
    gc.collect()
    gc.freeze()
    took = time.perf_counter() - began
    control.send(frames.encode({"quads": len(store), "seconds": took}))
    return Host(control, store, int(str(said["memory_bytes"])), int(str(said["stack_bytes"])))


def main() -> None:
    """Run the host on the control socket whose descriptor is the only argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    message = control.recv(MESSAGE_BYTES)
    if not message:
        return
    try:
        host = _open(frames.decode(message), control)
    except (OSError, ValueError, SyntaxError) as fault:
        control.send(frames.encode({"fault": str(fault)}))
        return
    host.serve()


if __name__ == "__main__":
    main()
