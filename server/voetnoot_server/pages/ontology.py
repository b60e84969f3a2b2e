"""Blueprint: the ontology, as a page with an anchor for each term and as RDF."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response
from pyoxigraph import RdfFormat, parse

from voetnoot_server import answers
from voetnoot_server.bindings import bind
from voetnoot_server.descriptions import written
from voetnoot_server.errors import NotFoundError
from voetnoot_server.labels import labels
from voetnoot_server.links import PREFIXES, term
from voetnoot_server.negotiate import HTML, JSONLD, NTRIPLES, RDFXML, TURTLE
from voetnoot_server.services import services
from voetnoot_server.store import Literal, NamedNode
from voetnoot_server.things import Thing, value_of

ontology = Blueprint("ontology", __name__)

FORMATS = (TURTLE, NTRIPLES, RDFXML, JSONLD)
FILE = "voetnoot.ttl"

_TERMS = f"""SELECT DISTINCT ?term ?sort WHERE {{
    VALUES ?sort {{ <{term("owl:Class")}> <{term("owl:ObjectProperty")}> <{term("owl:DatatypeProperty")}> }}
    ?term a ?sort FILTER(STRSTARTS(STR(?term), ?start)) }} ORDER BY ?term"""
_USES = """SELECT ?term (COUNT(DISTINCT ?thing) AS ?count) WHERE {
    { ?thing a ?term } UNION { ?thing ?term ?value } FILTER(STRSTARTS(STR(?term), ?start)) } GROUP BY ?term"""
_SCHEMES = f"SELECT DISTINCT ?scheme WHERE {{ ?scheme a <{term('skos:ConceptScheme')}> }} ORDER BY ?scheme"
SORTS = {"owl:Class": "classes", "owl:ObjectProperty": "links", "owl:DatatypeProperty": "values"}


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its thing in the graph, its name, and how many things use it."""

    thing: Thing
    name: str
    uses: int


@ontology.get("/ontology")
def terms() -> Response:
    """Show every term, or hand out the ontology."""
    form = answers.chosen((HTML, *FORMATS), "")
    return _page() if form is HTML else _file(form.suffix)


@ontology.get("/ontology.<suffix>")
def _file(suffix: str) -> Response:
    form = next((form for form in FORMATS if form.suffix.lstrip(".") == suffix.lstrip(".")), None)
    path = services().settings.ontology / FILE
    if form is None or not path.is_file():
        raise NotFoundError(f"The ontology is not here as {suffix}.", near=["/ontology", "/ontology.ttl"])
    if form is TURTLE:
        return answers.data(path.read_bytes(), form)
    return answers.data(written(parse(path=path, format=RdfFormat.TURTLE), form), form)


def _page() -> Response:
    reader, links, language = services().reader, answers.links(), answers.language()
    start = {"start": Literal(PREFIXES["vn"])}
    uses = {value_of(row["term"]): int(value_of(row["count"])) for row in reader.select(bind(_USES, start))}
    found = reader.select(bind(_TERMS, start))
    groups = {
        words: [
            Term(Thing(reader, iri), iri.removeprefix(PREFIXES["vn"]), uses.get(iri, 0))
            for iri in (value_of(row["term"]) for row in found if value_of(row["sort"]) == term(sort))
        ]
        for sort, words in SORTS.items()
    }
    schemes = [row["scheme"] for row in reader.select(_SCHEMES)]
    shown = [
        value
        for group in groups.values()
        for each in group
        for name in ("rdfs:domain", "rdfs:range", "rdfs:subClassOf")
        for value in each.thing.values(name)
        if isinstance(value, NamedNode)
    ]
    return answers.page(
        "ontology.html",
        alternates=[(f"{answers.site()}/ontology{form.suffix}", form) for form in FORMATS],
        groups=groups,
        schemes=schemes,
        labels=labels(reader, (*schemes, *shown), language, links),
    )
