"""Blueprint: one thing, concept or list of things, as a page or as RDF."""

from __future__ import annotations

from difflib import get_close_matches

from flask import Blueprint, Response

from voetnoot_server import answers
from voetnoot_server.descriptions import FORMATS, description, written
from voetnoot_server.errors import NotFoundError
from voetnoot_server.facts import (
    Fact,
    Pointing,
    facts,
    members,
    neighbours,
    pointing,
    pointings,
    stated_types,
)
from voetnoot_server.labels import labels
from voetnoot_server.links import expanded, is_iri
from voetnoot_server.negotiate import HTML
from voetnoot_server.panels import MOST_ROWS, Panel, classes, panels, questions
from voetnoot_server.saved import catalogue
from voetnoot_server.services import services
from voetnoot_server.store import NamedNode, Term
from voetnoot_server.things import Thing
from voetnoot_server.trace import trace, traceable

resource = Blueprint("resource", __name__)

_LONGEST = 200
"""Characters of an address that anything in the graph can resemble."""

PAGE = 100
"""Things on one page of a list."""


@resource.get("/id/<kind>/<key>")
def thing(kind: str, key: str) -> Response:
    """Show a thing of the graph."""
    return _described(f"id/{kind}/{key}")


@resource.get("/kind/<scheme>")
def scheme(scheme: str) -> Response:
    """Show a concept scheme."""
    return _described(f"kind/{scheme}")


@resource.get("/kind/<scheme>/<key>")
def concept(scheme: str, key: str) -> Response:
    """Show a concept of a scheme."""
    return _described(f"kind/{scheme}/{key}")


@resource.get("/id/<kind>")
def listed(kind: str) -> Response:
    """List the things of one type of IRI."""
    links, number = answers.links(), answers.page_number()
    found = members(services().reader, links.iri(f"id/{kind}/"))
    if not found:
        raise NotFoundError(f"There are no things of the type {kind!r}.", near=["/data"])
    shown = found[(number - 1) * PAGE : number * PAGE]
    return _list(shown, heading=kind, of=None, has_more=len(found) > number * PAGE, count=len(found))


@resource.get("/<any(id, kind):room>/<kind>/<key>/from/<name>")
def incoming(room: str, kind: str, key: str, name: str) -> Response:
    """List everything that points to a thing by one property."""
    reader, links, number = services().reader, answers.links(), answers.page_number()
    iri, property_iri = links.iri(f"{room}/{kind}/{key}"), expanded(name)
    found: tuple[Term, ...] = ()
    if property_iri and is_iri(iri):
        found = pointing(reader, iri, property_iri, limit=PAGE + 1, offset=(number - 1) * PAGE)
    if not found:
        raise NotFoundError(f"Nothing points to {kind}/{key} by {name}.", near=[links.href(iri)])
    return _list(found[:PAGE], heading=name, of=NamedNode(iri), has_more=len(found) > PAGE, count=None)


def _list(
    shown: tuple[Term, ...], *, heading: str, of: NamedNode | None, has_more: bool, count: int | None
) -> Response:
    links, language = answers.links(), answers.language()
    named = labels(services().reader, (*shown, *([of] if of else [])), language, links)
    return answers.page(
        "list.html",
        shown=shown,
        heading=heading,
        of=of,
        labels=named,
        number=answers.page_number(),
        has_more=has_more,
        count=count,
    )


def _described(path: str) -> Response:
    bare, suffix = answers.split_suffix(path, FORMATS)
    reader, links = services().reader, answers.links()
    subject = Thing(reader, links.iri(bare))
    if not subject.facts:
        raise _unknown(bare)
    form = answers.chosen((*FORMATS, HTML), suffix)
    if form is not HTML:
        return answers.data(written(description(reader, subject.iri, links.base), form), form)
    return _page(subject, bare)


def _unknown(path: str) -> NotFoundError:
    reader, links = services().reader, answers.links()
    near: list[str] = []
    if len(path) <= _LONGEST:  # comparing takes time with the length
        known = neighbours(reader, links.iri(path), links.iri(f"{path.rpartition('/')[0]}/"))
        near = get_close_matches(links.iri(path), known, cutoff=0.8)
    return NotFoundError(f"The graph says nothing about {path}.", near=[links.href(iri) for iri in near])


def _page(subject: Thing, path: str) -> Response:
    reader, links, language = services().reader, answers.links(), answers.language()
    said, pointed, kinds = (
        facts(reader, subject.iri),
        pointings(reader, subject.iri),
        classes(reader, subject.iri),
    )
    queries = tuple(catalogue().values())
    found = panels(reader, queries, subject.iri, kinds, links.base)
    shown = tuple(sorted(found, key=lambda panel: not panel.comparisons))
    named = labels(reader, _terms(subject, said, pointed, shown), language, links)
    address = f"{answers.site()}/{path}"
    return answers.page(
        "thing.html",
        alternates=[(f"{address}{form.suffix}", form) for form in FORMATS],
        subject=subject,
        facts=said,
        types=stated_types(said, links.iri("graph/inferred")),
        pointings=pointed,
        panels=shown,
        most_rows=MOST_ROWS,
        questions=tuple(questions(queries, kinds)),
        trace=trace(subject) if traceable(subject) else None,
        labels=named,
    )


def _terms(
    subject: Thing, said: tuple[Fact, ...], pointed: tuple[Pointing, ...], shown: tuple[Panel, ...]
) -> list[Term]:
    found: list[Term] = [NamedNode(subject.iri)]
    for fact in said:
        found.append(fact.property)
        for value in fact.values:
            found += (value.term, *value.graphs)
    for way in pointed:
        found += (way.property, *way.things)
    for panel in shown:
        found += (value for row in panel.found.rows[:MOST_ROWS] for value in row.values())
    return found
