"""From a task to an HTTP answer: not modified, kept, or evaluated, always with the query's id and its validators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Request, Response

from voetnoot_server.accesslog import REPLY
from voetnoot_server.cache import LOOKUP, OUTCOME
from voetnoot_server.errors import ProblemError
from voetnoot_server.frames import Task
from voetnoot_server.lease import Lease
from voetnoot_server.pace import Pace, client_gone
from voetnoot_server.pool import Pool
from voetnoot_server.protocol import ID_HEADER, OWNER_HEADER, read_id
from voetnoot_server.replies import facts_of, respond
from voetnoot_server.running import Reply, Running
from voetnoot_server.services import Services
from voetnoot_server.shelf import Kept
from voetnoot_server.started import Pairs
from voetnoot_server.validators import not_modified, takes_no_answer, validators_of, with_validators

Render = Callable[[Reply], Response]

LEASE = "voetnoot.lease"
"""Where the query waits that has been put on the list, or begun, before Flask came to it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for an answer: the task that it comes to, and the tag of its answer; "" for one that may change."""

    request: Request
    task: Task
    tag: str


def answer(asked: Asked, parts: Services, render: Render | None = None) -> Response:
    """Return the answer to what a request asks; `render` writes it otherwise than as it comes."""
    request, tag = asked.request, asked.tag
    request.environ[OUTCOME] = "refused"  # until it is known better
    query_id = _id_of(request)
    held = Response(status=304) if not_modified(request, tag) else _kept(asked)
    response = held or _rendered(asked, evaluated(asked, query_id, parts), parts, render)
    if takes_no_answer(request, tag):
        response.close()
        response = Response(status=304)
    response.headers[ID_HEADER] = query_id
    return with_validators(response, tag, parts.settings.max_age_seconds)


def at_hand(asked: Asked) -> bool:
    """Tell whether nothing need be evaluated."""
    return not_modified(asked.request, asked.tag) or _looked_up(asked) is not None


def _kept(asked: Asked) -> Response | None:
    kept = _looked_up(asked)
    if kept is None:
        return None
    asked.request.environ[OUTCOME] = "kept"
    return Response(kept.body, headers=list(kept.headers))


def _looked_up(asked: Asked) -> Kept | None:
    """Return the answer to another request whose query has the same words."""
    lookup = asked.request.environ.get(LOOKUP)
    kept: Kept | None = lookup(asked.tag) if lookup and asked.tag else None
    return kept


def enlisted(asked: Asked, query_id: str, pool: Pool) -> Lease:
    """Put the query on the list; raises `ConflictError` where its id is there already."""
    request = asked.request
    owner = request.headers.get(OWNER_HEADER, "")
    return pool.enlist(Running(id=query_id, task=asked.task, owner=owner, client_gone=client_gone(request)))


def evaluated(asked: Asked, query_id: str, parts: Services) -> Reply:
    """Return the reply to a query, from wherever it has come to."""
    request = asked.request
    lease: Lease | None = request.environ.pop(LEASE, None)
    try:
        reply = parts.pool.finish(lease or enlisted(asked, query_id, parts.pool))
    except ProblemError as fault:
        request.environ[OUTCOME] = fault.kind
        fault.headers.setdefault(ID_HEADER, query_id)
        raise
    request.environ[REPLY] = reply
    request.environ[OUTCOME] = "answered"
    return reply


def whole_answer(asked: Asked, parts: Services) -> tuple[Pairs, bytes] | None:
    """Return headers and body for a query whose answer has come, where it is one like most."""
    environ = asked.request.environ
    if LEASE not in environ or takes_no_answer(asked.request, asked.tag):
        return None
    query_id = _id_of(asked.request)
    reply = evaluated(asked, query_id, parts)
    body = reply.body
    own = [("Content-Length", str(len(body))), (ID_HEADER, query_id)]
    return [*facts_of(reply), *own, *validators_of(asked.tag, parts.settings.max_age_seconds)], body


def _rendered(asked: Asked, reply: Reply, parts: Services, render: Render | None) -> Response:
    if render is not None:
        return render(reply)
    return respond(reply, asked.request, Pace.of(asked.request, parts.settings.transfer_seconds))


def _id_of(request: Request) -> str:
    """Return the id under which the query is on the list, or will be."""
    lease: Lease | None = request.environ.get(LEASE)
    return read_id(request.headers) if lease is None else lease.running.id
