"""Handing out dumps: so many at a time, none faster than its client reads, none in memory as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from flask import Response, request

from voetnoot_server.dumps import CHUNK, as_lines, write
from voetnoot_server.negotiate import Format
from voetnoot_server.pace import Pace, client_gone
from voetnoot_server.page_time import PageTime
from voetnoot_server.running import GoneError
from voetnoot_server.settings import Settings
from voetnoot_server.turns import Turns

_SPOOL_MEMORY = 1 << 22
_PIECE = 1 << 16


class Dumps:
    """Hands dumps out to as many clients at a time as may read large answers."""

    def __init__(self, settings: Settings) -> None:
        self._seconds = settings.transfer_seconds
        self._turns = Turns(at_once=settings.concurrent_streams, waiting=0, seconds=settings.queue_seconds)

    def hand_out(self, lines: Iterator[bytes], form: Format) -> Response:
        """Return quads' lines in a format; raises `BusyError` where too many are being read already."""
        self._turns.take(_at_once)
        try:
            pieces = self._pieces(lines, form)
            response = Response(Pace.of(request, self._seconds).keep(pieces), content_type=form.content_type)
        except BaseException:
            self._turns.give_back()
            raise
        response.call_on_close(self._turns.give_back)
        return response

    def _pieces(self, lines: Iterator[bytes], form: Format) -> Iterator[bytes]:
        """Return the pieces of a dump; one that is to be written anew is written to the end first."""
        plain = as_lines(lines, form)
        if plain is not None:
            return plain
        spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL_MEMORY)  # noqa: SIM115 - ends with its reader
        write(_wanted(lines, PageTime.of_page(self._seconds)), form, spool)
        spool.seek(0)
        return _read(spool)


def _wanted(lines: Iterator[bytes], page: PageTime) -> Iterator[bytes]:
    """Yield the lines as long as there is time, and somebody who wants them."""
    gone = client_gone(request)
    for number, line in enumerate(lines):
        if number % CHUNK == 0:
            page.left()
            if gone():
                raise GoneError
        yield line


def _read(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _at_once() -> None:
    """Wait for nobody: there is no queue for dumps."""
