"""Blueprint: the documents, each as a page to read with its claims and notes."""

from __future__ import annotations

from difflib import get_close_matches

from flask import Blueprint, Response

from voetnoot_server import answers
from voetnoot_server.errors import NotFoundError
from voetnoot_server.facts import members
from voetnoot_server.labels import labels
from voetnoot_server.pages.document_text import Sentence, notes, sentences
from voetnoot_server.saved import catalogue
from voetnoot_server.services import services
from voetnoot_server.store import NamedNode
from voetnoot_server.things import Thing, value_of

documents = Blueprint("documents", __name__)

OVERVIEW = "documents"
"""The saved query that counts what each document holds."""


@documents.get("/documents")
def index() -> Response:
    """List the documents with what is in each."""
    reader, links = services().reader, answers.links()
    found = members(reader, links.iri("id/document/"))
    query = catalogue().get(OVERVIEW)
    counted = reader.select(query.text) if query else None
    shown = [value for row in counted or () for value in row.values()]
    named = labels(reader, (*found, *shown), answers.language(), links)
    return answers.page("documents.html", documents=found, query=query, counted=counted, labels=named)


@documents.get("/documents/<key>")
def read(key: str) -> Response:
    """Show a document sentence by sentence."""
    reader, links = services().reader, answers.links()
    subject = Thing(reader, links.iri(f"id/document/{key}"))
    if not subject.facts:
        known = {value_of(iri).rpartition("/")[2] for iri in members(reader, links.iri("id/document/"))}
        near = [f"/documents/{name}" for name in get_close_matches(key, sorted(known))]
        raise NotFoundError(f"There is no document {key}.", near=near)
    lines = sentences(reader, subject.iri)
    found = notes(reader, subject.iri)
    claims = [claim for line in lines for claim in line.claims]
    claims += [claim for note in found for claim in note.claims]
    return answers.page(
        "document.html",
        subject=subject,
        key=key,
        lines=lines,
        notes=found,
        labels=labels(reader, (NamedNode(subject.iri), *claims), answers.language(), links),
        quoted=any(line.text for line in lines),
        marked=_marked(lines),
    )


def _marked(lines: tuple[Sentence, ...]) -> dict[int, list[int]]:
    """Return for each note's number the sentences that carry it."""
    found: dict[int, list[int]] = {}
    for line in lines:
        for number in line.notes:
            found.setdefault(number, []).append(line.position)
    return found
