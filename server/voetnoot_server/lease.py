"""What a query holds while it is under way: its place in the list, a turn, and what has been begun with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from voetnoot_server.running import Pieces, Running
from voetnoot_server.session import Session
from voetnoot_server.turns import Ticket, Turns


class Lease:
    """A place in the list and a turn, given back together.

    A large answer moves from the turns of those that work to those that are read, so that four slow readers do
    not keep everybody else from working.
    """

    __slots__ = ("_forget", "_ticket", "running", "session")

    def __init__(self, running: Running, forget: Callable[[Running], None]) -> None:
        self.running = running
        self.session: Session | None = None
        self._forget = forget
        self._ticket: Ticket | None = None

    def line_up(self, turns: Turns, called: Callable[[], None]) -> bool:
        """Ask for a turn; tell whether there is one, else `called` is called when there is."""
        self._ticket = turns.line_up(called)
        return self._ticket.granted

    @property
    def has_turn(self) -> bool:
        """Tell whether it is this query's turn."""
        return self._ticket is not None and self._ticket.granted

    def wait(self, turns: Turns) -> None:
        """Wait for a turn, in the place that there is already if there is one."""
        if self._ticket is None:
            self._ticket = turns.line_up()
        self._ticket.wait(self.running.still_wanted)

    def move(self, turns: Turns) -> None:
        """Take a turn of another kind, and give back the one there was."""
        old, self._ticket = self._ticket, None
        try:
            self.wait(turns)
        finally:
            if old is not None:
                old.leave()

    def around(self, pieces: Pieces) -> Pieces:
        """Yield the pieces, and give everything back behind the last."""
        with closing(self), closing(pieces):
            yield b""
            yield from pieces

    def close(self) -> None:
        """Give everything back."""
        session, self.session = self.session, None
        if session is not None:
            session.abandon()
        ticket, self._ticket = self._ticket, None
        if ticket is not None:
            ticket.leave()
        self._forget(self.running)
