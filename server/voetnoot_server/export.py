"""Blueprint: what there is to take: graphs with their licences, dumps, versions, and how to cite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from voetnoot_server import answers
from voetnoot_server.dumps import released
from voetnoot_server.errors import ForbiddenError, NotFoundError
from voetnoot_server.facts import facts
from voetnoot_server.handing_out import Dumps
from voetnoot_server.labels import labels
from voetnoot_server.negotiate import HTML, JSONLD, NQUADS, NTRIPLES, RDFXML, TRIG, TURTLE, Format
from voetnoot_server.services import services
from voetnoot_server.store import NamedNode
from voetnoot_server.things import Thing
from voetnoot_server.validators import not_modified, tag_of_parts, with_validators

export = Blueprint("export", __name__)

GRAPH_FORMATS = (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS)
WHOLE_FORMATS = (NQUADS, TRIG, JSONLD)
DUMP = "voetnoot"
_NAME = "voetnoot.dumps"


@dataclass(frozen=True, slots=True)
class Release:
    """A named graph as the page of downloads shows it."""

    iri: str
    name: str
    title: str
    statements: int
    licence: str
    rights_holder: str


@export.record_once
def _prepare(state: BlueprintSetupState) -> None:
    state.app.extensions[_NAME] = Dumps(state.app.extensions["voetnoot"].settings)


@export.get("/data")
def data() -> Response:
    """Show the graphs, their licences, the dumps and how to cite."""
    build, links = services().reader.build, answers.links()
    graphs = tuple(_releases(links.base))
    whole = f"{answers.site()}/data/{DUMP}"
    return answers.page(
        "data.html",
        alternates=[(f"{whole}{form.suffix}", form) for form in WHOLE_FORMATS],
        graphs=[graph for graph in graphs if not graph.name.startswith("text/")],
        quotations=[graph for graph in graphs if graph.name.startswith("text/")],
        forms=GRAPH_FORMATS,
        build=build,
        site=answers.site(),
    )


@export.get(f"/data/{DUMP}.<suffix>")
def dump(suffix: str) -> Response:
    """Hand out every released graph in one file."""
    form = next((form for form in WHOLE_FORMATS if form.suffix == f".{suffix}"), None)
    if form is None:
        raise NotFoundError(
            f"There is no dump as {suffix}.", near=[f"/data/{DUMP}{f.suffix}" for f in WHOLE_FORMATS]
        )
    return _handed_out(released(services().reader.lines(), answers.links().base), form, DUMP)


@export.get("/graph/<path:name>")
def graph(name: str) -> Response:
    """Show a named graph, or hand it out."""
    bare, suffix = answers.split_suffix(name, GRAPH_FORMATS)
    reader, links = services().reader, answers.links()
    iri = links.iri(f"graph/{bare}")
    statements = reader.build.graphs.get(iri, 0)
    if not statements:
        known = [links.href(graph) for graph in reader.build.graphs]
        raise NotFoundError(f"There is no graph {bare}.", near=known)
    form = answers.chosen((*GRAPH_FORMATS, HTML), suffix)
    if form is HTML:
        return _page(iri, bare, statements)
    if bare.startswith("text/"):
        raise ForbiddenError("This graph quotes a source; it is searched here and never handed on.")
    return _handed_out(reader.lines(iri), form, bare)


def _page(iri: str, name: str, statements: int) -> Response:
    reader, links, language = services().reader, answers.links(), answers.language()
    said = facts(reader, iri)
    shown = [term for fact in said for term in (fact.property, *(v.term for v in fact.values))]
    shown += [graph for fact in said for value in fact.values for graph in value.graphs]
    quoted = name.startswith("text/")
    address = f"{answers.site()}/graph/{name}"
    return answers.page(
        "graph.html",
        alternates=() if quoted else [(f"{address}{form.suffix}", form) for form in GRAPH_FORMATS],
        iri=iri,
        name=name,
        statements=statements,
        quoted=quoted,
        facts=said,
        labels=labels(reader, [NamedNode(iri), *shown], language, links),
    )


def _releases(base: str) -> Iterator[Release]:
    reader = services().reader
    for iri, statements in reader.build.graphs.items():
        about = Thing(reader, iri)
        holder = about.thing("dct:rightsHolder")
        yield Release(
            iri=iri,
            name=iri.removeprefix(f"{base}graph/"),
            title=about.text("dct:title", answers.language()),
            statements=statements,
            licence=about.text("dct:license"),
            rights_holder=holder.name() if holder else about.text("dct:rightsHolder"),
        )


def _handed_out(lines: Iterator[bytes], form: Format, name: str) -> Response:
    version, max_age = services().reader.version, services().settings.max_age_seconds
    tag = tag_of_parts(version, ["dump", name, form.key])
    if not_modified(request, tag):
        return with_validators(Response(status=304), tag, max_age)
    dumps: Dumps = current_app.extensions[_NAME]
    response = dumps.hand_out(lines, form)
    response.headers["Content-Disposition"] = f'attachment; filename="{name.replace("/", "-")}{form.suffix}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return with_validators(response, tag, max_age)
