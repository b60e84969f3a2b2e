"""What an evaluator may not do: open anything, outlive its parent, or use more than its share.

The kernel keeps these bounds, since nothing inside the process can stop a query that is being evaluated.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CPU_GRACE_SECONDS = 2


def lock(memory_bytes: int, stack_bytes: int) -> None:
    """Bound this process: no new file or socket, no core, no file written, no more memory than this.

    SERVICE and LOAD need a new descriptor, so with none to have they cannot reach anything.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        bound = _address_space() + memory_bytes + stack_bytes
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def die_with_parent(parent: int) -> None:
    """Have the kernel end this process with its parent; ends it at once where the parent is gone already."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def silence() -> None:
    """Send standard output and error nowhere: the runtime's dying words are for nobody."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def default_signals() -> None:
    """Let every signal that ends a query do so; the terminal's interrupt is the parent's business."""
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGCHLD, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Deadline:
    """Two clocks, of which one runs: working time while evaluating, transfer time while the client is slow.

    Either ends the process by SIGALRM; processor time is bounded beside them, should the clock be held up.
    """

    def __init__(self, seconds: float, transfer_seconds: float) -> None:
        self._waiting = transfer_seconds
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + int(seconds + transfer_seconds) + _CPU_GRACE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (spent, resource.RLIM_INFINITY))
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def while_waiting(self, act: Callable[[], None]) -> None:
        """Do something that waits for the client, on the transfer clock."""
        working, _ = signal.setitimer(signal.ITIMER_REAL, max(self._waiting, 0.001))
        act()
        self._waiting, _ = signal.setitimer(signal.ITIMER_REAL, max(working, 0.001))

    def stop(self) -> None:
        """Stop both clocks."""
        signal.setitimer(signal.ITIMER_REAL, 0)


def in_deep_stack(act: Callable[[], None], stack_bytes: int) -> None:
    """Run in a thread whose stack is this large, so that a deeply nested query finds room."""
    threading.stack_size(stack_bytes)
    thread = threading.Thread(target=act, name="evaluator")
    thread.start()
    thread.join()
