"""One task with its evaluator, from the first frame to the last: every way out gives the evaluator back."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from voetnoot_server import frames
from voetnoot_server.errors import CrashError, ProblemError, ResourceLimitError, TimeLimitError
from voetnoot_server.faults import problem_of
from voetnoot_server.frames import Kind, Task
from voetnoot_server.generation import Generation
from voetnoot_server.nursery import HOST_GONE, Evaluator
from voetnoot_server.patience import PatientWire, too_long
from voetnoot_server.running import Pieces, Reply, Running

_AT_ONCE = 1 << 17
"""Bytes of an answer that are taken in without a thread: one reading of a wire, as a rule."""

_DEATHS_OF_EXCESS = {-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS}


class LostError(Exception):
    """The evaluator was ended from outside, or with its host, under a query that need not be at fault."""


class _ToldError(Exception):
    """The evaluator told of a fault and is well."""

    def __init__(self, problem: ProblemError) -> None:
        super().__init__()
        self.problem = problem


class Session:
    """Answers one task; `overflowed` is called once if the answer is larger than what is held."""

    def __init__(
        self, generation: Generation, running: Running, held_bytes: int, overflowed: Callable[[], None]
    ) -> None:
        self._generation = generation
        self._running = running
        self._held_bytes = held_bytes
        self._overflowed = overflowed
        self._evaluator: Evaluator | None = None
        self._wire: PatientWire | None = None
        self._whole = False

    @property
    def _reusable(self) -> bool:
        """Tell whether an evaluator that is well may take another task: after a change its graph is another."""
        return not self._running.task.change

    def begin_at_once(self) -> bool:
        """Give the task to an idle evaluator; tell whether there is one that takes it."""
        self._evaluator = self._generation.lend_idle()
        if self._evaluator is None:
            return False
        try:
            self._send(self._evaluator)
        except (LostError, ProblemError):
            return False
        return True

    @property
    def descriptor(self) -> int:
        """Return the descriptor that can be read from when the evaluator says something."""
        return self._begun.descriptor

    def take_in(self) -> Kind | None:
        """Take in what the evaluator has said; return the kind of frame that ends its answer if that has come.

        Nothing is waited for. A large answer, or one whose end will not come, counts as a fault.
        """
        kind = self._begun.take_in(min(self._held_bytes, _AT_ONCE))
        self._whole = kind is Kind.END
        return kind

    def abandon(self) -> None:
        """Give the evaluator back of a task that has begun and whose answer nobody wants."""
        if self._evaluator is not None:
            self._generation.take_back(self._evaluator, healthy=self._whole and self._reusable)

    def open(self) -> Reply:
        """Return the answer, once it is whole or as much as is held has come.

        Raises the problem met until then, or `LostError`.
        """
        evaluator = self._evaluator or self._generation.lend()
        wire = self._wire or self._send(evaluator)
        with self._returning(evaluator):
            form, _, name = self._receive(wire)[1].decode("ascii").partition(" ")
            reply = Reply(form, name)
            if self._hold(wire, reply):
                self._generation.take_back(evaluator, healthy=self._reusable)
            else:
                self._overflowed()
                reply.rest = self._stream(evaluator, wire, reply)
                next(reply.rest)  # a generator that has begun clears up even if nobody reads on
        return reply

    @property
    def _begun(self) -> PatientWire:
        assert self._wire is not None  # noqa: S101 - only sessions that have begun are asked
        return self._wire

    def _send(self, evaluator: Evaluator) -> PatientWire:
        with self._returning(evaluator):
            self._wire = PatientWire(evaluator.wire, self._running)
            frames.send(self._wire, Kind.REQUEST, self._running.task.encode())
        return self._wire

    def _hold(self, wire: PatientWire, reply: Reply) -> bool:
        """Hold the start of the answer; tell whether that is all of it."""
        size = 0
        while size <= self._held_bytes:
            piece = self._piece(wire, reply)
            if not piece:
                return True
            reply.held.append(piece)
            size += len(piece)
        return False

    def _stream(self, evaluator: Evaluator, wire: PatientWire, reply: Reply) -> Pieces:
        with self._returning(evaluator):
            yield b""
            while piece := self._piece(wire, reply):
                yield piece
                wire.start_clock()
            self._generation.take_back(evaluator, healthy=self._reusable)

    def _piece(self, wire: PatientWire, reply: Reply) -> bytes:
        kind, data = self._receive(wire)
        if kind is Kind.DATA:
            return data
        reply.rows, reply.seconds = frames.read_end(data)
        return b""

    def _receive(self, wire: PatientWire) -> tuple[Kind, bytes]:
        kind, data = wire.receive()
        if kind is Kind.FAULT:
            raise _ToldError(problem_of(frames.decode(data), self._running.task))
        return kind, data

    @contextmanager
    def _returning(self, evaluator: Evaluator) -> Iterator[None]:
        """Give the evaluator back on any fault: kept where it told of the fault itself, ended otherwise."""
        try:
            yield
        except _ToldError as told:
            self._generation.take_back(evaluator, healthy=self._reusable)
            raise told.problem from None
        except EOFError:
            fate = self._generation.take_back(evaluator, healthy=False)
            raise _problem_of_fate(fate, self._running.task) from None
        except BaseException:
            self._generation.take_back(evaluator, healthy=False)
            raise


def _problem_of_fate(fate: int, task: Task) -> Exception:
    if fate in (HOST_GONE, -signal.SIGKILL):
        return LostError()
    if fate in (-signal.SIGALRM, -signal.SIGXCPU):
        return TimeLimitError(too_long(task))
    if fate in _DEATHS_OF_EXCESS or fate > 0:
        return ResourceLimitError(
            "Evaluating this query needs more memory than a query may use here, or it is nested too deeply. "
            "Take out a level, bind more, or ask for less at a time."
        )
    return CrashError("The evaluator ended under this query. Please try again.")
