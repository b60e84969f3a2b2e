"""An evaluator that was started instead of forked: it opens the store on disk, then lives like the others."""

from __future__ import annotations

import json
import socket
import sys

from pyoxigraph import Store

from voetnoot_server import child


def main() -> None:
    """Live on the wire whose descriptor is the only argument; the first line tells what to open."""
    wire = socket.socket(fileno=int(sys.argv[1]))
    told = json.loads(_line(wire))
    store = Store.read_only(told["store"])
    child.live(
        wire,
        store,
        parent=told["parent"],
        memory_bytes=told["memory_bytes"],
        stack_bytes=told["stack_bytes"],
    )


def _line(wire: socket.socket) -> bytes:
    line = bytearray()
    while (byte := wire.recv(1)) not in (b"\n", b""):  # one by one: what follows belongs to the first task
        line += byte
    return bytes(line)


if __name__ == "__main__":
    main()
