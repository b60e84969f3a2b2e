"""Blueprint: the SPARQL protocol at `/sparql`, for clients and, with a form, for people."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from urllib.parse import urlencode

from flask import Blueprint, Request, Response, request

from voetnoot_server import answers, asking, tokens, writing
from voetnoot_server.asking import Asked
from voetnoot_server.description import service_description
from voetnoot_server.errors import BadRequestError, ForbiddenError, NotAcceptableError
from voetnoot_server.frames import Task
from voetnoot_server.negotiate import HTML, ROWS, TRIPLES, Format, choose
from voetnoot_server.pace import GRACE_SECONDS
from voetnoot_server.protocol import FORMAT_NAMES, QueryRequest, read_query, read_update, root_of
from voetnoot_server.running import Reply
from voetnoot_server.services import Services, services
from voetnoot_server.settings import Settings
from voetnoot_server.validators import tag_of

sparql = Blueprint("sparql", __name__)

PREVIEW = "preview"
PREVIEW_ROWS = 1000
"""Rows that the page for people shows; the data formats give them all."""

_COMMON_LENGTH = 300
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


def _answer(read: QueryRequest) -> Response:
    asked = understood(read, request, services())
    for_people = PREVIEW in (asked.task.rows_format, asked.task.triples_format)
    return asking.answer(asked, services(), partial(_page, read) if for_people else None)


def understood(read: QueryRequest, request: Request, parts: Services) -> Asked:
    """Return what a request with a query asks for; raises what there is to say against it."""
    wording = tokens.read(read.text)
    if wording.is_update:
        raise ForbiddenError(writing.NOT_A_QUERY if parts.settings.writable else writing.READ_ONLY)
    task = _task(read, request, parts.settings)
    return Asked(request, task, tag_of(parts.pool.build.version, wording, task))


def _task(read: QueryRequest, request: Request, settings: Settings) -> Task:
    rows_format, triples_format = _formats(read.format_name, request)
    return Task(
        query=read.text,
        base=f"{(settings.public_url or root_of(request)).rstrip('/')}/sparql",
        rows_format=rows_format,
        triples_format=triples_format,
        seconds=settings.query_seconds,
        transfer_seconds=settings.transfer_seconds + GRACE_SECONDS,
        max_rows=settings.result_rows,
        max_bytes=settings.result_bytes,
        default_graphs=read.default_graphs if read.names_dataset else None,
        named_graphs=read.named_graphs if read.names_dataset else None,
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


def _formats(name: str, request: Request) -> tuple[str, str]:
    """Return the formats for rows and for triples that this request takes; an empty one for neither of them."""
    pages = (HTML,) if request.method == "GET" else ()
    accept = request.headers.get("Accept", "")
    short = len(name) + len(accept) <= _COMMON_LENGTH
    rows, triples = (_found_again if short else _found)(name, accept, pages)
    if not rows and not triples:
        choose(accept, (*ROWS, *TRIPLES, *pages), named=name)  # raises, and lists what there is
    return rows, triples


def _found(name: str, accept: str, pages: tuple[Format, ...]) -> tuple[str, str]:
    return _format(name, accept, (*ROWS, *pages)), _format(name, accept, (*TRIPLES, *pages))


# the same few headers come again and again; a very long one is not worth its room
_found_again = lru_cache(maxsize=512)(_found)


def _format(name: str, accept: str, offers: tuple[Format, ...]) -> str:
    try:
        chosen = choose(accept, offers, named=name)
    except (NotAcceptableError, BadRequestError):
        return ""
    return PREVIEW if chosen is HTML else chosen.key
