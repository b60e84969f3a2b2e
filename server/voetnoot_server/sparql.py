"""Blueprint: the SPARQL protocol at `/sparql`, for clients and, with a form, for people."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from voetnoot_server import answers, asking, tokens, writing
from voetnoot_server.description import service_description
from voetnoot_server.errors import BadRequestError, ForbiddenError, NotAcceptableError
from voetnoot_server.frames import Task
from voetnoot_server.negotiate import HTML, ROWS, TRIPLES, Format, choose
from voetnoot_server.pace import GRACE_SECONDS
from voetnoot_server.protocol import FORMAT_NAMES, QueryRequest, read_query, read_update
from voetnoot_server.running import Reply
from voetnoot_server.services import services
from voetnoot_server.validators import tag_of

sparql = Blueprint("sparql", __name__)

PREVIEW = "preview"
PREVIEW_ROWS = 1000
"""Rows that the page for people shows; the data formats give them all."""

_METHODS = ("GET", "POST", "QUERY")


@sparql.route("/sparql", methods=_METHODS)
@sparql.route("/sparql/", methods=_METHODS)
@sparql.route("/sparql.<suffix>", methods=_METHODS)
def endpoint(suffix: str = "") -> Response:
    """Answer a query; without one, describe the service or show the form."""
    settings = services().settings
    update = read_update(request)
    if update is not None:
        return writing.update(update)
    asked = read_query(request, query_bytes=settings.query_bytes, suffix=suffix)
    if asked is not None:
        return _answer(asked)
    if request.method != "GET":
        raise BadRequestError("There is no query in this request.")
    described = service_description(suffix=suffix)
    return described or answers.page("sparql.html", query="", result=None, settings=settings)


def _answer(asked: QueryRequest) -> Response:
    wording = tokens.read(asked.text)
    if wording.is_update:
        raise ForbiddenError(writing.NOT_A_QUERY if services().settings.writable else writing.READ_ONLY)
    task = _task(asked)
    for_people = PREVIEW in (task.rows_format, task.triples_format)
    tag = tag_of(services().pool.build.version, wording, task)
    return asking.answer(task, tag, partial(_page, asked) if for_people else None)


def _task(asked: QueryRequest) -> Task:
    settings = services().settings
    rows_format, triples_format = _formats(asked.format_name)
    return Task(
        query=asked.text,
        base=f"{answers.site()}/sparql",
        rows_format=rows_format,
        triples_format=triples_format,
        seconds=settings.query_seconds,
        transfer_seconds=settings.transfer_seconds + GRACE_SECONDS,
        max_rows=settings.result_rows,
        max_bytes=settings.result_bytes,
        default_graphs=asked.default_graphs if asked.names_dataset else None,
        named_graphs=asked.named_graphs if asked.names_dataset else None,
        preview_rows=PREVIEW_ROWS,
    )


def _page(asked: QueryRequest, reply: Reply) -> Response:
    """Show the first rows of an answer to people."""
    return answers.page(
        "sparql.html",
        query=asked.text,
        result=json.loads(reply.body),
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


def _formats(name: str) -> tuple[str, str]:
    """Return the formats for rows and for triples that this request takes; an empty one for neither of them."""
    pages = (HTML,) if request.method == "GET" else ()
    rows, triples = _format(name, (*ROWS, *pages)), _format(name, (*TRIPLES, *pages))
    if not rows and not triples:
        accept = request.headers.get("Accept", "")
        choose(accept, (*ROWS, *TRIPLES, *pages), named=name)  # raises, and lists what there is
    return rows, triples


def _format(name: str, offers: tuple[Format, ...]) -> str:
    try:
        chosen = choose(request.headers.get("Accept", ""), offers, named=name)
    except (NotAcceptableError, BadRequestError):
        return ""
    return PREVIEW if chosen is HTML else chosen.key
