"""From an evaluator's reply to an HTTP answer: whole with its length, or in chunks that break off on a fault."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import IO

from flask import Request, Response

from voetnoot_server.negotiate import ROWS, TRIPLES, Format
from voetnoot_server.pace import Pace
from voetnoot_server.running import Pieces, Reply
from voetnoot_server.started import Pairs

_ROWS = {offer.key: offer for offer in ROWS}
_TRIPLES = {offer.key: offer for offer in TRIPLES}
_SPOOL_MEMORY = 1 << 22
_SPOOL_PIECE = 1 << 16


def respond(reply: Reply, request: Request, pace: Pace) -> Response:
    """Return the reply as an answer.

    HTTP/1.0 marks the end of an answer only by its length or by closing, so that half an answer looks whole:
    there the reply is gathered first.
    """
    if reply.rest is None:
        return Response(reply.body, headers=facts_of(reply))
    content_type = format_of(reply).content_type
    if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
        return _gathered(reply.held, reply.rest, content_type, pace)
    return Response(_streamed(reply.held, reply.rest, pace), content_type=content_type)


def facts_of(reply: Reply) -> Pairs:
    """Return what there is to say of a whole reply beside it."""
    return [
        ("Content-Type", format_of(reply).content_type),
        ("Voetnoot-Rows", str(reply.rows)),
        ("Server-Timing", f"query;dur={reply.seconds * 1000:.1f}"),
    ]


def format_of(reply: Reply) -> Format:
    """Return the format that the reply is in."""
    return (_TRIPLES if reply.form == "triples" else _ROWS)[reply.format]


def _streamed(held: list[bytes], rest: Pieces, pace: Pace) -> Pieces:
    with closing(rest):
        yield from held
        held.clear()
        yield from pace.keep(rest)


def _gathered(held: list[bytes], rest: Pieces, content_type: str, pace: Pace) -> Response:
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL_MEMORY)  # noqa: SIM115 - the response closes it
    with closing(rest):
        for piece in chain(held, rest):
            spool.write(piece)
    length = spool.tell()
    spool.seek(0)
    response = Response(pace.keep(_pieces(spool)), content_type=content_type)
    response.content_length = length
    response.call_on_close(spool.close)
    return response


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_SPOOL_PIECE):
        yield piece
