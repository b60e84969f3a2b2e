"""From a task to an HTTP answer: not modified, kept, or evaluated, always with the query's id and its validators."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, request

from voetnoot_server.accesslog import REPLY
from voetnoot_server.cache import LOOKUP, OUTCOME
from voetnoot_server.errors import ProblemError
from voetnoot_server.frames import Task
from voetnoot_server.pace import Pace, client_gone
from voetnoot_server.protocol import ID_HEADER, OWNER_HEADER, read_id
from voetnoot_server.replies import respond
from voetnoot_server.running import Reply, Running
from voetnoot_server.services import services
from voetnoot_server.shelf import Kept
from voetnoot_server.validators import not_modified, takes_no_answer, with_validators

Render = Callable[[Reply], Response]


def answer(task: Task, tag: str, render: Render | None = None) -> Response:
    """Return the answer to a task that has this tag; `render` writes it otherwise than as it comes."""
    request.environ[OUTCOME] = "refused"  # until it is known better
    query_id = read_id(request.headers)
    held = Response(status=304) if not_modified(request, tag) else _kept(tag)
    response = held or _evaluated(task, query_id, render or _as_it_comes)
    if takes_no_answer(request, tag):
        response.close()
        response = Response(status=304)
    response.headers[ID_HEADER] = query_id
    return with_validators(response, tag, services().settings.max_age_seconds)


def _kept(tag: str) -> Response | None:
    """Return the answer to another request whose query has the same words."""
    lookup = request.environ.get(LOOKUP)
    kept: Kept | None = lookup(tag) if lookup and tag else None
    if kept is None:
        return None
    request.environ[OUTCOME] = "kept"
    return Response(kept.body, headers=list(kept.headers))


def _evaluated(task: Task, query_id: str, render: Render) -> Response:
    owner = request.headers.get(OWNER_HEADER, "")
    running = Running(id=query_id, task=task, owner=owner, client_gone=client_gone(request))
    try:
        reply = services().pool.answer(running)
    except ProblemError as fault:
        request.environ[OUTCOME] = fault.kind
        fault.headers.setdefault(ID_HEADER, query_id)
        raise
    request.environ |= {REPLY: reply, OUTCOME: "answered"}
    return render(reply)


def _as_it_comes(reply: Reply) -> Response:
    return respond(reply, request, Pace.of(request, services().settings.transfer_seconds))
