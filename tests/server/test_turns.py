"""Turns go round in order, and are given back once."""

from __future__ import annotations

import pytest

from voetnoot_server.errors import BusyError
from voetnoot_server.turns import Turns


def _no_objection() -> None:
    """Object to nothing."""


def test_turns_go_to_those_who_wait_in_their_order() -> None:
    turns = Turns(at_once=1, waiting=3, seconds=5)
    called: list[int] = []
    tickets = [turns.line_up(lambda n=n: called.append(n)) for n in range(4)]  # type: ignore[misc]
    with pytest.raises(BusyError):
        turns.line_up()
    tickets[2].leave()
    tickets[0].leave()
    tickets[0].leave()
    assert (called, turns.waiting) == ([1], 1)
    tickets[1].wait(_no_objection)
    tickets[1].leave()
    assert (called, turns.waiting) == ([1, 3], 0)
    tickets[3].leave()
    turns.take(_no_objection)


def test_who_waits_too_long_leaves_the_queue_and_takes_no_turn() -> None:
    turns = Turns(at_once=1, waiting=3, seconds=0.05)
    turns.take(_no_objection)
    ticket = turns.line_up()
    with pytest.raises(BusyError):
        ticket.wait(_no_objection)
    ticket.leave()
    assert turns.waiting == 0
    turns.give_back()
    turns.take(_no_objection)
