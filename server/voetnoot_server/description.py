"""Blueprint: what the endpoint says of itself, as SPARQL Service Description and as VoID."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flask import Blueprint, Response, request
from pyoxigraph import DefaultGraph, Quad

from voetnoot_server import answers
from voetnoot_server.bindings import bind
from voetnoot_server.descriptions import written
from voetnoot_server.features import DATA_FORMATS, FEATURES, FUNCTIONS, SD, languages, limits
from voetnoot_server.links import term
from voetnoot_server.negotiate import HTML, JSONLD, NTRIPLES, RDFXML, TURTLE, Format, choose
from voetnoot_server.protocol import FORMAT_NAMES
from voetnoot_server.services import services
from voetnoot_server.store import BlankNode, Literal, NamedNode, Term
from voetnoot_server.validators import not_modified, tag_of_parts, with_validators

description = Blueprint("description", __name__)

FORMATS: tuple[Format, ...] = (TURTLE, NTRIPLES, RDFXML, JSONLD)
"""What a description is written in; the first is the default."""

_A = NamedNode(term("rdf:type"))
_META = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s ?p ?o"


@description.get("/.well-known/void")
def void() -> Response:
    """Describe the data: every graph, its licence and its size, and where to ask."""
    return _described("void", _void)


def service_description(*, suffix: str = "") -> Response | None:
    """Describe the endpoint: languages, formats, features, limits and graphs; nothing where HTML is wanted."""
    named = suffix or next((value for name in FORMAT_NAMES if (value := request.args.get(name))), "")
    chosen = choose(request.headers.get("Accept", ""), (*FORMATS, HTML), named=named)
    return None if chosen is HTML else _described("service", _service, chosen)


def _described(name: str, quads: Callable[[str], Iterator[Quad]], form: Format | None = None) -> Response:
    named = next((value for key in FORMAT_NAMES if (value := request.args.get(key))), "")
    chosen = form or choose(request.headers.get("Accept", ""), FORMATS, named=named)
    site = answers.site()
    parts, max_age = services(), services().settings.max_age_seconds
    tag = tag_of_parts(parts.version(), [name, chosen.key, site, limits(parts.settings)])
    if not_modified(request, tag):
        return with_validators(Response(status=304), tag, max_age)
    response = Response(written(tuple(quads(site)), chosen), content_type=chosen.content_type)
    return with_validators(response, tag, max_age)


def _service(site: str) -> Iterator[Quad]:
    parts = services()
    build = parts.reader.build
    service = NamedNode(f"{site}/sparql#service")
    dataset, union = NamedNode(f"{site}/sparql#dataset"), NamedNode(f"{site}/sparql#default-graph")
    yield _says(service, _A, NamedNode(f"{SD}Service"))
    yield _says(service, _sd("endpoint"), NamedNode(f"{site}/sparql"))
    yield _says(service, NamedNode(term("rdfs:comment")), Literal(limits(parts.settings), language="en"))
    yield _says(service, NamedNode(term("rdfs:seeAlso")), NamedNode(f"{site}/.well-known/void"))
    for name, iris in (
        ("supportedLanguage", languages(parts.settings)),
        ("feature", FEATURES),
        ("resultFormat", DATA_FORMATS),
        ("extensionFunction", FUNCTIONS),
    ):
        for iri in iris:
            yield _says(service, _sd(name), NamedNode(iri))
    for function in FUNCTIONS:
        yield _says(NamedNode(function), _A, NamedNode(f"{SD}Function"))
    yield _says(service, _sd("defaultDataset"), dataset)
    yield _says(dataset, _A, NamedNode(f"{SD}Dataset"))
    yield _says(dataset, _sd("defaultGraph"), union)
    yield _says(union, _A, NamedNode(f"{SD}Graph"))
    yield _says(union, _void_term("triples"), _count(build.quads))
    for iri, size in build.graphs.items():
        yield from _named_graph(dataset, iri, size, site)


def _named_graph(dataset: NamedNode, iri: str, size: int, site: str) -> Iterator[Quad]:
    key = iri.removeprefix(services().settings.base)
    named, graph = NamedNode(f"{site}/sparql#named/{key}"), NamedNode(f"{site}/sparql#{key}")
    yield _says(dataset, _sd("namedGraph"), named)
    yield _says(named, _A, NamedNode(f"{SD}NamedGraph"))
    yield _says(named, _sd("name"), NamedNode(iri))
    yield _says(named, _sd("graph"), graph)
    yield _says(graph, _A, NamedNode(f"{SD}Graph"))
    yield _says(graph, _void_term("triples"), _count(size))


def _void(site: str) -> Iterator[Quad]:
    """Yield what the build says of its data, and where this server stands."""
    parts = services()
    base, build = parts.settings.base, parts.reader.build
    page, data = NamedNode(f"{site}/.well-known/void"), NamedNode(f"{base}id/dataset/voetnoot")
    yield _says(page, _A, _void_term("DatasetDescription"))
    yield _says(page, NamedNode(term("foaf:primaryTopic")), data)
    yield _says(data, _A, _void_term("Dataset"))
    yield _says(data, _void_term("sparqlEndpoint"), NamedNode(f"{site}/sparql"))
    yield _says(data, NamedNode(term("foaf:homepage")), NamedNode(f"{site}/"))
    said = parts.reader.select(bind(_META, {"g": NamedNode(f"{base}graph/meta")}))
    yield from (_says(row["s"], row["p"], row["o"]) for row in said)
    if not any(row["s"] == data for row in said):
        yield _says(data, _void_term("triples"), _count(build.quads))
        yield from (_says(data, _void_term("subset"), NamedNode(iri)) for iri in build.graphs)


def _says(subject: Term, predicate: Term, value: Term) -> Quad:
    assert isinstance(subject, NamedNode | BlankNode)  # noqa: S101 - the store holds no other
    assert isinstance(predicate, NamedNode)  # noqa: S101 - nor here
    return Quad(subject, predicate, value, DefaultGraph())


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _void_term(name: str) -> NamedNode:
    return NamedNode(term(f"void:{name}"))


def _count(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(term("xsd:integer")))
