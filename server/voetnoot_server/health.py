"""Blueprint: whether the server lives, and whether it can answer."""

from __future__ import annotations

import json

from flask import Blueprint, Response

from voetnoot_server.services import services

health = Blueprint("health", __name__)


@health.get("/healthz")
def living() -> Response:
    """Say that the process lives."""
    return Response("ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


@health.get("/readyz")
def ready() -> Response:
    """Say whether a query could be answered, and from which build."""
    build = services().pool.build
    services().reader.ask("ASK {}")
    said = {"ready": True, "version": build.version, "quads": build.quads}
    return Response(
        json.dumps(said) + "\n", content_type="application/json", headers={"Cache-Control": "no-store"}
    )
