"""Blueprint: the saved queries, as pages with a form and as data at stable addresses."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState
from pyoxigraph import QueryResultsFormat, RdfFormat

from voetnoot_server import answers
from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery, read_catalogue
from voetnoot_server.choices import choices
from voetnoot_server.descriptions import WRITERS
from voetnoot_server.errors import NotFoundError, ParameterError
from voetnoot_server.labels import labels
from voetnoot_server.negotiate import CSV, HTML, JSON, ROWS, TSV, XML, Format
from voetnoot_server.page_time import PageTime
from voetnoot_server.parameters import RESERVED, terms_of
from voetnoot_server.query_index import by_tag
from voetnoot_server.ranges import comparisons
from voetnoot_server.services import services
from voetnoot_server.snippets import snippets
from voetnoot_server.store import Solutions, Term
from voetnoot_server.tables import SAFE_CSV, XLSX, safe_csv, xlsx

saved = Blueprint("saved", __name__)

MOST_ROWS = 500
"""Rows that a page shows; the data have them all."""

RESULTS = {
    JSON: QueryResultsFormat.JSON,
    XML: QueryResultsFormat.XML,
    CSV: QueryResultsFormat.CSV,
    TSV: QueryResultsFormat.TSV,
}
_NAME = "voetnoot.catalogue"


@saved.record_once
def _read(state: BlueprintSetupState) -> None:
    folder = state.app.extensions["voetnoot"].settings.queries
    state.app.extensions[_NAME] = read_catalogue(folder)


def catalogue() -> Mapping[str, SavedQuery]:
    """Return the saved queries of the application that answers this request."""
    found: Mapping[str, SavedQuery] = current_app.extensions[_NAME]
    return found


@saved.get("/queries")
def index() -> Response:
    """Show the questions, grouped by their first tag."""
    return answers.page("queries.html", groups=by_tag(catalogue().values()))


@saved.get("/queries/<name>")
def query(name: str) -> Response:
    """Answer one question, as a page or as data."""
    bare, suffix = answers.split_suffix(name, (SAFE_CSV, XLSX, *ROWS, *WRITERS))
    if bare == name and name.endswith(".rq"):
        return _text(_known(name.removesuffix(".rq")))
    asked = _known(bare)
    given = _given(asked)
    offers = _offers(asked)
    form = answers.chosen((*offers, HTML), suffix)
    if form is HTML:
        return _page(asked, given)
    return answers.data(_body(asked, given, form), form)


def _known(name: str) -> SavedQuery:
    found = catalogue().get(name)
    if found is None:
        near = [f"/queries/{match}" for match in get_close_matches(name, catalogue(), cutoff=0.4)]
        raise NotFoundError(f"There is no saved query {name!r}.", near=near)
    return found


def _given(asked: SavedQuery) -> dict[str, str]:
    names = {parameter.name for parameter in asked.parameters}
    strange = sorted(set(request.args) - names - RESERVED)
    if strange:
        wanted = f"one of {', '.join(sorted(names))}" if names else "no parameters"
        raise ParameterError(
            f"The query {asked.name} has no parameter {strange[0]!r}; it wants {wanted}.",
            extra={"parameter": strange[0], "wanted": wanted},
        )
    return {name: value for name in sorted(names) if (value := request.args.get(name, "").strip())}


def _offers(asked: SavedQuery) -> tuple[Format, ...]:
    if asked.form == "select":
        return (*ROWS, XLSX, SAFE_CSV)
    return (JSON, XML) if asked.form == "ask" else tuple(WRITERS)


def _bound(asked: SavedQuery, given: Mapping[str, str]) -> str:
    return bind(asked.text, terms_of(asked.parameters, given, services().settings.base))


def _body(asked: SavedQuery, given: Mapping[str, str], form: Format) -> bytes:
    reader = services().reader
    text = _bound(asked, given)
    if form in (XLSX, SAFE_CSV):
        found = reader.select(text)
        named = labels(reader, _terms(found), answers.language(), answers.links(), quoting=False)
        look = PageTime.of_page(services().settings.page_seconds).left
        return xlsx(found, named, asked.name, look) if form is XLSX else safe_csv(found, named, look)
    writer: QueryResultsFormat | RdfFormat = RESULTS[form] if form in RESULTS else WRITERS[form]
    return reader.written(text, writer)


def _terms(found: Solutions) -> list[Term]:
    return [value for row in found for value in row.values()]


def _text(asked: SavedQuery) -> Response:
    return answers.data(asked.text, Format("rq", "application/sparql-query", ".rq"))


def _page(asked: SavedQuery, given: dict[str, str]) -> Response:
    reader, links, language = services().reader, answers.links(), answers.language()
    waits = any(p.required and not (given.get(p.name) or p.default) for p in asked.parameters)
    found = None if waits or asked.form != "select" else reader.select(_bound(asked, given))
    shown = found.rows[:MOST_ROWS] if found else ()
    arguments = urlencode(given)
    address = f"{answers.site()}/queries/{asked.name}"
    tail = f"?{arguments}" if arguments else ""
    offers = _offers(asked)
    return answers.page(
        "query.html",
        alternates=() if waits else [(f"{address}{form.suffix}{tail}", form) for form in offers],
        query=asked,
        given=given,
        choices={p.name: choices(reader, p, language, links) for p in asked.parameters},
        found=found,
        shown=shown,
        comparisons=comparisons(Solutions(found.variables, shown)) if found else (),
        labels=labels(reader, [v for row in shown for v in row.values()], language, links),
        permalink=f"{address}{tail}",
        snippets=() if waits or asked.form != "select" else snippets(f"{address}.csv{tail}"),
        truth=reader.ask(_bound(asked, given)) if asked.form == "ask" and not waits else None,
    )
