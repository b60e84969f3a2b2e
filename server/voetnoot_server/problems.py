"""The one error handler: what a view raises becomes `application/problem+json`, or a page for a browser."""

from __future__ import annotations

import json
import logging

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from voetnoot_server.answers import POLICY, language, links
from voetnoot_server.errors import TYPES, NotAcceptableError, ProblemError, StoreError, UnavailableError
from voetnoot_server.negotiate import HTML, PROBLEM, choose
from voetnoot_server.running import GoneError
from voetnoot_server.services import services

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Answer every fault of this application."""
    app.register_error_handler(ProblemError, _answer_problem)
    app.register_error_handler(StoreError, _answer_store_fault)
    app.register_error_handler(GoneError, _answer_nobody)
    app.register_error_handler(HTTPException, _answer_http_fault)
    app.register_error_handler(Exception, _answer_surprise)


def _answer_problem(fault: ProblemError) -> Response:
    answer = problem_response(fault.document())
    answer.headers.update(fault.headers)
    return answer


def _answer_store_fault(fault: StoreError) -> Response:
    log.error("%s", fault)
    return _answer_problem(UnavailableError("The graph cannot be read at the moment."))


def _answer_nobody(fault: GoneError) -> Response:
    """Say nothing to a client that has gone; the status is for the log."""
    del fault
    return Response(status="499 Client Closed Request")


def _answer_http_fault(fault: HTTPException) -> Response:
    status = fault.code or 500
    said = fault.get_response()
    if status < 400:  # noqa: PLR2004 - a redirect is not a fault
        return Response(status=status, headers=said.headers)
    kept = {name: said.headers[name] for name in ("Allow", "Retry-After") if name in said.headers}
    kind = fault.name.lower().replace(" ", "-")
    answer = problem_response(
        {"type": TYPES + kind, "title": fault.name, "status": status, "detail": fault.description or ""}
    )
    answer.headers.update(kept)
    return answer


def _answer_surprise(fault: Exception) -> Response:
    log.exception("a view failed", exc_info=fault)
    return _answer_problem(ProblemError("The fault is in the server's log; the request itself may be right."))


def problem_response(document: dict[str, object]) -> Response:
    """Return the problem as the client likes it; a client that likes neither form gets JSON."""
    status = document["status"]
    assert isinstance(status, int)  # noqa: S101 - the document's own invariant
    try:
        html = choose(request.headers.get("Accept", ""), (PROBLEM, HTML)) is HTML
    except NotAcceptableError:
        html = False
    if html:
        return Response(
            _page(document), status, {"Content-Security-Policy": POLICY}, content_type=HTML.content_type
        )
    return Response(
        json.dumps(document, ensure_ascii=False) + "\n", status, content_type=PROBLEM.content_type
    )


def _page(document: dict[str, object]) -> str:
    """Return the page of a problem; where it is about a query, the form with that query, to be mended."""
    query = request.args.get("query", "")
    if not query or not request.path.startswith("/sparql"):
        return render_template("problem.html", problem=document)
    return render_template(
        "sparql.html",
        problem=document,
        query=query,
        result=None,
        settings=services().settings,
        links=links(),
        language=language(),
    )
