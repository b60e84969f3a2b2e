"""Blueprint: the queries under way, to be seen and ended by whoever knows their id."""

from __future__ import annotations

import json
import time

from flask import Blueprint, Response, request

from voetnoot_server.errors import BadRequestError, NotFoundError
from voetnoot_server.protocol import OWNER_HEADER
from voetnoot_server.running import Running
from voetnoot_server.services import services

underway = Blueprint("underway", __name__, url_prefix="/sparql/running")

_UNKNOWN = "No query with this id is under way."


@underway.get("")
def listed() -> Response:
    """List the queries under way of the owner that the request names."""
    owner = request.headers.get(OWNER_HEADER, "")
    if not owner:
        raise BadRequestError(
            f"Name yourself in {OWNER_HEADER}, as in the requests whose queries you look for."
        )
    return _json({"running": [_described(each) for each in services().pool.running() if each.owner == owner]})


@underway.get("/<query_id>")
def one(query_id: str) -> Response:
    """Describe a query under way."""
    found = next((each for each in services().pool.running() if each.id == query_id), None)
    if found is None:
        raise NotFoundError(_UNKNOWN)
    return _json(_described(found))


@underway.delete("/<query_id>")
def cancel(query_id: str) -> Response:
    """End a query under way."""
    if not services().pool.cancel(query_id):
        raise NotFoundError(_UNKNOWN)
    return Response(status=204)


def _json(said: dict[str, object]) -> Response:
    return Response(
        json.dumps(said) + "\n", content_type="application/json", headers={"Cache-Control": "no-store"}
    )


def _described(each: Running) -> dict[str, object]:
    return {"id": each.id, "seconds": round(time.monotonic() - each.began, 3), "query": each.task.query}
