"""Blueprint: the start page, with questions that lead to results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app

from voetnoot_server import answers
from voetnoot_server.catalogue import SavedQuery
from voetnoot_server.labels import labels
from voetnoot_server.links import term
from voetnoot_server.parameters import Term, terms_of
from voetnoot_server.saved import catalogue
from voetnoot_server.services import services
from voetnoot_server.things import value_of

home = Blueprint("home", __name__)

EXAMPLES = (
    "figures-of-event",
    "figure-equals-sum",
    "text-against-data",
    "claims-on-lost-notes",
    "publishers-ranked",
    "control-of-places",
    "compliance",
    "icg-casualties-by-segment",
    "names-of-place",
)
"""Saved queries that the start page proposes, each with the example values of its header."""

_CLAIMS = f"SELECT (COUNT(DISTINCT ?claim) AS ?count) WHERE {{ ?claim <{term('vn:saidBy')}> ?speaker }}"

COUNTED = ("footnotes", "citations", "observations")
"""What the build counts, beside its documents."""


@dataclass(frozen=True, slots=True)
class Example:
    """A saved query with the values of its header: its address, and the values as terms."""

    query: SavedQuery
    address: str
    values: tuple[Term, ...]


@home.get("/")
def start() -> Response:
    """Show what this is and where to begin."""
    reader = services().reader
    claims = next(iter(reader.select(_CLAIMS)))["count"]
    counts = {"documents": reader.build.counts["documents"], "claims": int(value_of(claims))}
    examples = tuple(_examples())
    links = answers.links()
    values = [value for example in examples for value in example.values]
    return answers.page(
        "home.html",
        examples=examples,
        counts=counts | {name: reader.build.counts[name] for name in COUNTED},
        build=reader.build,
        can_search="search" in current_app.blueprints,
        labels=labels(reader, values, answers.language(), links),
    )


def _examples() -> Iterator[Example]:
    known = catalogue()
    for name in EXAMPLES:
        query = known.get(name)
        if query is not None and not (query.needs_values and not query.example):
            arguments = urlencode(query.example)
            address = f"/queries/{name}{f'?{arguments}' if arguments else ''}"
            terms = terms_of(query.parameters, query.example, services().settings.base)
            yield Example(query, address, tuple(terms.values()))
