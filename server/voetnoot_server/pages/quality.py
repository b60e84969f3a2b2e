"""Blueprint: what is missing, unsure or contradicted in the graph, counted by its saved queries."""

from __future__ import annotations

from flask import Blueprint, Response

from voetnoot_server import answers
from voetnoot_server.labels import labels
from voetnoot_server.saved import catalogue
from voetnoot_server.services import services

quality = Blueprint("quality", __name__)

TAG = "quality"
GAPS = "gaps-per-document"
"""The saved query whose answer stands on the page in full."""


@quality.get("/quality")
def show() -> Response:
    """Show the gaps per document, and for each question about quality how many rows answer it."""
    reader = services().reader
    asked = [query for query in catalogue().values() if TAG in query.tags and not query.needs_values]
    counts = [(query, len(reader.select(query.text))) for query in asked if query.form == "select"]
    gaps = catalogue().get(GAPS)
    found = reader.select(gaps.text) if gaps else None
    shown = [value for row in found or () for value in row.values()]
    return answers.page(
        "quality.html",
        counts=[(query, count) for query, count in counts if query is not gaps],
        gaps=gaps,
        found=found,
        labels=labels(reader, shown, answers.language(), answers.links()),
    )
