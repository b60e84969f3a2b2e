"""Blueprint: the reading side of the Graph Store Protocol at `/store`.

Graphs of quotations are not handed on: they can be asked about, but do not leave as a whole.
"""

from __future__ import annotations

import difflib

from flask import Blueprint, Response, request

from voetnoot_server import answers, asking, writing
from voetnoot_server.asking import Asked
from voetnoot_server.changes import DEFAULT
from voetnoot_server.errors import BadRequestError, ForbiddenError, NotFoundError
from voetnoot_server.frames import Task
from voetnoot_server.links import PREFIXES
from voetnoot_server.negotiate import QUADS, TRIPLES, Format, choose
from voetnoot_server.pace import GRACE_SECONDS
from voetnoot_server.protocol import FORMAT_NAMES
from voetnoot_server.services import services
from voetnoot_server.validators import tag_of_parts

graphstore = Blueprint("graphstore", __name__)

_DECLARED = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items())
_ALL = f"{_DECLARED}CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}"


@graphstore.get("/store")
def indirect() -> Response:
    """Return the default graph, a graph by name, or the whole data set as quads."""
    graphs, default = request.args.getlist("graph"), "default" in request.args
    _check_named(graphs)
    if len(graphs) + default > 1:
        raise BadRequestError("Name one graph, or the default graph, or neither for the whole data set.")
    if graphs:
        return _graph(graphs[0])
    return _default_graph() if default else _whole()


@graphstore.get("/store/<path:name>")
def direct(name: str) -> Response:
    """Return a graph by its last name, as in `/store/core`."""
    return _graph(f"{services().settings.base}graph/{name}")


@graphstore.route("/store", methods=["PUT", "POST", "DELETE", "PATCH"])
@graphstore.route("/store/<path:name>", methods=["PUT", "POST", "DELETE", "PATCH"])
def write(name: str = "") -> Response:
    """Put, extend or take out a graph, where the server takes changes."""
    graphs, default = request.args.getlist("graph"), "default" in request.args
    _check_named(graphs)
    if len(graphs) + default + bool(name) > 1:
        raise BadRequestError("Name one graph, or the default graph.")
    if name:
        return writing.graph(f"{services().settings.base}graph/{name}")
    if not graphs and not default:
        return writing.new_graph()
    return writing.graph(graphs[0] if graphs else DEFAULT)


def _check_named(graphs: list[str]) -> None:
    """Refuse a graph without a name, which must not be taken for the default graph."""
    if not all(graphs):
        raise BadRequestError("The name of the graph is empty; the default graph is named by ?default.")


def _graph(iri: str) -> Response:
    known = services().pool.build.graphs
    if iri.startswith(_texts()):
        raise ForbiddenError(
            "This graph holds quotations of a source; it can be asked about, but is not handed on."
        )
    if iri not in known:
        near = difflib.get_close_matches(iri, [graph for graph in known if not graph.startswith(_texts())])
        raise NotFoundError(f"There is no graph {iri[:200]}.", near=near)
    return _answer(_chosen(TRIPLES), (iri,))


def _default_graph() -> Response:
    """Return all graphs together; the store's own default graph holds something only where people write."""
    settings = services().settings
    own = (DEFAULT,) if settings.writable and not settings.remote else ()
    return _answer(_chosen(TRIPLES), (*own, *filter(_is_released, services().pool.build.graphs)))


def _whole() -> Response:
    return _answer(_chosen(QUADS), (), whole=True)


def _is_released(graph: str) -> bool:
    return not graph.startswith(_texts())


def _texts() -> str:
    return f"{services().settings.base}graph/text/"


def _chosen(offers: tuple[Format, ...]) -> Format:
    named = next((value for name in FORMAT_NAMES if (value := request.args.get(name))), "")
    return choose(request.headers.get("Accept", ""), offers, named=named)


def _answer(form: Format, graphs: tuple[str, ...], *, whole: bool = False) -> Response:
    settings, build = services().settings, services().pool.build
    task = Task(
        query=_ALL,
        base=f"{answers.site()}/store",
        rows_format="",
        triples_format=form.key,
        seconds=settings.query_seconds,
        transfer_seconds=settings.transfer_seconds + GRACE_SECONDS,
        max_rows=max(settings.result_rows, build.quads),
        max_bytes=settings.result_bytes,
        default_graphs=graphs,
        named_graphs=(),
        whole_dataset=form.key if whole else "",
        left_out=_texts(),
    )
    tag = tag_of_parts(build.version, ["graph store", form.key, graphs])
    return asking.answer(Asked(request, task, tag), services())
