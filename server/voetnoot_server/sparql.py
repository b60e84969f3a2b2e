"""Blueprint: the SPARQL protocol at `/sparql`, for clients and, with a form, for people."""

from __future__ import annotations

import json
import time
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from voetnoot_server import answers, tokens
from voetnoot_server.accesslog import REPLY
from voetnoot_server.cache import LOOKUP, OUTCOME
from voetnoot_server.description import service_description
from voetnoot_server.errors import (
    BadRequestError,
    ForbiddenError,
    NotAcceptableError,
    NotFoundError,
    ProblemError,
)
from voetnoot_server.frames import Task
from voetnoot_server.negotiate import HTML, ROWS, TRIPLES, Format, choose
from voetnoot_server.protocol import (
    FORMAT_NAMES,
    ID_HEADER,
    OWNER_HEADER,
    READ_ONLY,
    QueryRequest,
    read_id,
    read_query,
)
from voetnoot_server.replies import respond
from voetnoot_server.running import Reply, Running
from voetnoot_server.services import services
from voetnoot_server.shelf import Kept
from voetnoot_server.validators import not_modified, tag_of, with_validators

sparql = Blueprint("sparql", __name__)

PREVIEW = "preview"
PREVIEW_ROWS = 1000
"""Rows that the page for people shows; the data formats give them all."""


@sparql.route("/sparql", methods=["GET", "POST", "QUERY"])
@sparql.route("/sparql.<suffix>", methods=["GET", "POST", "QUERY"])
def endpoint(suffix: str = "") -> Response:
    """Answer a query; without one, describe the service or show the form."""
    settings = services().settings
    asked = read_query(request, query_bytes=settings.query_bytes, suffix=suffix)
    if asked is not None:
        return _answer(asked)
    if request.method != "GET":
        raise BadRequestError("There is no query in this request.")
    described = service_description(suffix=suffix)
    return described or answers.page("sparql.html", query="", result=None, settings=settings)


@sparql.get("/sparql/running")
def running() -> Response:
    """List the queries under way of the owner that the request names."""
    owner = request.headers.get(OWNER_HEADER, "")
    if not owner:
        raise BadRequestError(
            f"Name yourself in {OWNER_HEADER}, as in the requests whose queries you look for."
        )
    listed = [_described(each) for each in services().pool.running() if each.owner == owner]
    return Response(json.dumps({"running": listed}) + "\n", content_type="application/json")


@sparql.get("/sparql/running/<query_id>")
def one_running(query_id: str) -> Response:
    """Describe a query under way to whoever knows its id."""
    found = next((each for each in services().pool.running() if each.id == query_id), None)
    if found is None:
        raise NotFoundError("No query with this id is under way.")
    return Response(json.dumps(_described(found)) + "\n", content_type="application/json")


@sparql.delete("/sparql/running/<query_id>")
def cancel(query_id: str) -> Response:
    """End a query under way for whoever knows its id."""
    if not services().pool.cancel(query_id):
        raise NotFoundError("No query with this id is under way.")
    return Response(status=204)


def _described(each: Running) -> dict[str, object]:
    return {"id": each.id, "seconds": round(time.monotonic() - each.began, 3), "query": each.task.query}


def _answer(asked: QueryRequest) -> Response:
    request.environ[OUTCOME] = "refused"  # until it is known better
    wording = tokens.read(asked.text)
    if wording.is_update:
        raise ForbiddenError(READ_ONLY)
    task, max_age = _task(asked), services().settings.max_age_seconds
    tag = tag_of(services().pool.build.version, wording, task)
    query_id = read_id(request.headers)
    held = Response(status=304) if not_modified(request, tag) else _kept(tag)
    response = held or _evaluated(asked, task, query_id)
    response.headers[ID_HEADER] = query_id
    return with_validators(response, tag, max_age)


def _kept(tag: str) -> Response | None:
    """Return the answer to another request whose query has the same words."""
    lookup = request.environ.get(LOOKUP)
    kept: Kept | None = lookup(tag) if lookup and tag else None
    if kept is None:
        return None
    request.environ[OUTCOME] = "kept"
    return Response(kept.body, headers=list(kept.headers))


def _evaluated(asked: QueryRequest, task: Task, query_id: str) -> Response:
    running = Running(
        id=query_id,
        task=task,
        owner=request.headers.get(OWNER_HEADER, ""),
        client_gone=request.environ.get("waitress.client_disconnected", _never),
    )
    try:
        reply = services().pool.answer(running)
    except ProblemError as fault:
        request.environ[OUTCOME] = fault.kind
        fault.headers.setdefault(ID_HEADER, query_id)
        raise
    request.environ |= {REPLY: reply, OUTCOME: "answered"}
    return _page(asked, reply) if reply.format == PREVIEW else respond(reply, request)


def _never() -> bool:
    return False


def _page(asked: QueryRequest, reply: Reply) -> Response:
    """Show the first rows of an answer to people."""
    result = json.loads(reply.body)
    return answers.page(
        "sparql.html",
        query=asked.text,
        result=result,
        seconds=reply.seconds,
        settings=services().settings,
        downloads=_downloads(reply.form),
    )


def _downloads(form: str) -> list[tuple[str, str]]:
    """Return the same query's addresses in the data formats, by the format's name."""
    arguments = [(name, value) for name, value in request.args.items(multi=True) if name not in FORMAT_NAMES]
    offers = TRIPLES if form == "triples" else ROWS
    here = f"{answers.site()}/sparql"
    return [(offer.key, f"{here}?{urlencode([*arguments, ('format', offer.key)])}") for offer in offers]


def _task(asked: QueryRequest) -> Task:
    settings = services().settings
    rows_format, triples_format = _formats(asked.format_name)
    return Task(
        query=asked.text,
        base=f"{answers.site()}/sparql",
        rows_format=rows_format,
        triples_format=triples_format,
        seconds=settings.query_seconds,
        transfer_seconds=settings.transfer_seconds,
        max_rows=settings.result_rows,
        max_bytes=settings.result_bytes,
        default_graphs=asked.default_graphs if asked.names_dataset else None,
        named_graphs=asked.named_graphs if asked.names_dataset else None,
        preview_rows=PREVIEW_ROWS,
    )


def _formats(name: str) -> tuple[str, str]:
    """Return the formats for rows and for triples that this request takes; an empty one for neither of them."""
    pages = (HTML,) if request.method == "GET" else ()
    rows, triples = _format(name, (*ROWS, *pages)), _format(name, (*TRIPLES, *pages))
    if not rows and not triples:
        choose(
            request.headers.get("Accept", ""), (*ROWS, *TRIPLES, *pages), named=name
        )  # raises with all there is
    return rows, triples


def _format(name: str, offers: tuple[Format, ...]) -> str:
    try:
        chosen = choose(request.headers.get("Accept", ""), offers, named=name)
    except (NotAcceptableError, BadRequestError):
        return ""
    return PREVIEW if chosen is HTML else chosen.key
