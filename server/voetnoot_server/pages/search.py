"""Blueprint: search for names, events, claims and sentences."""

from __future__ import annotations

import json

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from voetnoot_server import answers
from voetnoot_server.labels import labels
from voetnoot_server.negotiate import HTML, Format
from voetnoot_server.search_index import SearchIndex, counted
from voetnoot_server.services import services
from voetnoot_server.store import NamedNode

search = Blueprint("search", __name__)

PAGE = 50
"""Things on one page of what was found."""
LONGEST = 200
"""Characters of a search that count."""

_JSON = Format("json", "application/json", ".json")
_NAME = "voetnoot.search"


@search.record_once
def _prepare(state: BlueprintSetupState) -> None:
    parts = state.app.extensions["voetnoot"]
    state.app.extensions[_NAME] = SearchIndex(parts.reader, parts.settings.base, parts.settings.page_seconds)


@search.get("/search")
@search.get("/search.json")
def find() -> Response:
    """Show what holds the words of `q`, all of it or the things of one `type`."""
    asked, kind = request.args.get("q", "").strip()[:LONGEST], request.args.get("type", "")
    index: SearchIndex = current_app.extensions[_NAME]
    hits = index.find(asked)
    chosen = tuple(hit for hit in hits if kind in ("", hit.kind))
    number = answers.page_number()
    shown = chosen[(number - 1) * PAGE : number * PAGE]
    form = answers.chosen((HTML, _JSON), _JSON.key if request.path.endswith(_JSON.suffix) else "")
    iris = [NamedNode(hit.iri) for hit in shown]
    if form is _JSON:
        named = labels(services().reader, iris, answers.language(), answers.links(), quoting=False)
        found = [{"iri": hit.iri, "type": hit.kind, "label": named[hit.iri].text} for hit in shown]
        body = json.dumps({"q": asked, "count": len(chosen), "found": found}, ensure_ascii=False)
        return answers.data(body + "\n", form)
    return answers.page(
        "search.html",
        asked=asked,
        kind=kind,
        kinds=counted(hits),
        shown=shown,
        count=len(chosen),
        number=number,
        has_more=len(chosen) > number * PAGE,
        labels=labels(services().reader, iris, answers.language(), answers.links()),
    )
