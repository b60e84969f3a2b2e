"""Who may change the graph, and what a change asks of an evaluator. Off, unless the settings say `writable`."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit
from uuid import uuid4

from flask import Response, request

from voetnoot_server import answers, tokens
from voetnoot_server.cache import OUTCOME
from voetnoot_server.changes import DEFAULT
from voetnoot_server.errors import (
    BadRequestError,
    ForbiddenError,
    MediaTypeError,
    ProblemError,
    TooLargeError,
    UnauthorizedError,
)
from voetnoot_server.frames import Task
from voetnoot_server.negotiate import NQUADS, TRIPLES
from voetnoot_server.pace import GRACE_SECONDS
from voetnoot_server.protocol import ID_HEADER, UpdateRequest, read_id
from voetnoot_server.rates import client_of
from voetnoot_server.running import Running
from voetnoot_server.services import services

READ_ONLY = (
    "This server only answers questions: updates are switched off, so that what it says can be relied on. "
    "The graph is changed in the project's sources and built anew."
)
NOT_A_QUERY = "This is an update. It comes as `update`, or as a body of application/sparql-update, by POST."
_NO_BOUND = 1 << 60


def refusal() -> ProblemError | None:
    """Return why this request may not change anything, or nothing where it may."""
    settings = services().settings
    if not settings.writable or settings.remote:
        return ForbiddenError(READ_ONLY)
    if settings.write_token:
        shown = request.headers.get("Authorization", "")
        if not secrets.compare_digest(shown.encode(), f"Bearer {settings.write_token}".encode()):
            return UnauthorizedError("Show the token that this server's operator has set, as a Bearer token.")
        return None
    if client_of(request.remote_addr or "") or settings.proxies:
        return ForbiddenError(
            "Without a token only the machine that the server runs on may change the graph."
        )
    if _comes_from_elsewhere():
        return ForbiddenError("A page of another site may not change the graph.")
    return None


def _comes_from_elsewhere() -> bool:
    """Tell whether a browser sends this for a page of another site, which needs nobody's leave for a plain form.

    A name of somebody's own may lead to this machine, and a browser would take his page for ours.
    """
    origin = request.headers.get("Origin")
    return (
        (client_of(urlsplit(request.host_url).hostname or "") not in ("", "localhost"))
        or (origin is not None and origin != request.host_url.rstrip("/"))
        or request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
    )


def update(asked: UpdateRequest) -> Response:
    """Make an update."""
    _check()
    text = asked.text
    if asked.using or asked.using_named:
        if len(text.encode()) > services().settings.query_bytes:
            raise TooLargeError("An update as long as this one names its graphs itself.")
        wording = tokens.read(text)
        if wording.says_using:
            raise BadRequestError("Either the request names the graphs, or the update does: here both do.")
        text = wording.using(asked.using, asked.using_named)
    return _made(_task("update", query=text), 204)


def graph(name: str) -> Response:
    """Put, extend or take out a graph, as the request's method says."""
    _check()
    if request.method == "PATCH":
        raise BadRequestError("A graph is put, extended by POST, or deleted; PATCH has no format here.")
    there = name == DEFAULT or name in services().pool.build.graphs
    parts = [] if request.method == "DELETE" else list(_parts())
    task = _task(request.method.lower(), graph=name, parts=parts)
    return _made(task, 204 if there or request.method == "DELETE" else 201)


def new_graph() -> Response:
    """Make a graph of what is posted to the store itself, and say where it is."""
    _check()
    if request.method != "POST":
        raise BadRequestError("Name the graph that is meant.")
    name = uuid4().hex
    response = graph(f"{services().settings.base}graph/{name}")
    response.headers["Location"] = f"{answers.site()}/store/{name}"
    return response


def _check() -> None:
    problem = refusal()
    if problem is not None:
        raise problem


def _parts() -> Iterator[tuple[str, bytes]]:
    """Yield the graphs that the body holds, each with its format; a form of files may hold several."""
    if request.mimetype != "multipart/form-data":
        yield _format(request.mimetype), request.get_data()
        return
    if request.form or not request.files:
        raise BadRequestError("Each part of the form is a file, with a name and a type.")
    for file in request.files.values():
        yield _format(file.mimetype), file.read()


def _format(media_type: str) -> str:
    for offer in TRIPLES[:4]:
        if media_type in offer.names() and "/" in media_type:
            return offer.key
    raise MediaTypeError(f"A graph comes as {', '.join(offer.media_type for offer in TRIPLES[:4])}.")


def _task(change: str, *, query: str = "", graph: str = "", parts: Sequence[tuple[str, bytes]] = ()) -> Task:
    settings = services().settings
    return Task(
        query=query,
        base=f"{answers.site()}/sparql",
        rows_format="",
        triples_format=NQUADS.key,
        seconds=settings.query_seconds,
        transfer_seconds=settings.transfer_seconds + GRACE_SECONDS,
        max_rows=_NO_BOUND,
        max_bytes=_NO_BOUND,
        whole_dataset=NQUADS.key,
        change=change,
        graph=graph,
        body=",".join(base64.b64encode(data).decode("ascii") for _, data in parts),
        body_format=",".join(form for form, _ in parts),
    )


def _made(task: Task, status: int) -> Response:
    query_id = read_id(request.headers)
    request.environ[OUTCOME] = task.change
    services().editor.apply(Running(id=query_id, task=task))
    return Response(status=status, headers={ID_HEADER: query_id, "Cache-Control": "no-store"})
