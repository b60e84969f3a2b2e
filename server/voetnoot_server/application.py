"""The application: its parts, its routes, and what every answer carries."""

from __future__ import annotations

from flask import Blueprint, Flask

from voetnoot_server import problems
from voetnoot_server.export import export
from voetnoot_server.health import health
from voetnoot_server.home import home
from voetnoot_server.pages.ontology import ontology
from voetnoot_server.pool import Pool
from voetnoot_server.resource import resource
from voetnoot_server.saved import saved
from voetnoot_server.services import Services, attach
from voetnoot_server.settings import Settings
from voetnoot_server.site import site
from voetnoot_server.sparql import sparql
from voetnoot_server.store import Reader

BLUEPRINTS: tuple[Blueprint, ...] = (site, home, saved, resource, export, ontology, sparql, health)
"""Every group of routes; the order does not matter."""


def create_app(settings: Settings) -> Flask:
    """Return the application that these settings describe."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_bytes
    attach(app, Services(settings=settings, reader=Reader(settings.store), pool=Pool(settings)))
    problems.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
