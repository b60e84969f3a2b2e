"""The application: its parts, its routes, and what every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Flask

from voetnoot_server import problems, rates
from voetnoot_server.accesslog import AccessLog
from voetnoot_server.bounded_reader import reader_of_pages
from voetnoot_server.cache import Cache
from voetnoot_server.compression import Compression
from voetnoot_server.description import description
from voetnoot_server.editing import Editor
from voetnoot_server.export import export
from voetnoot_server.express import AtHand, Express
from voetnoot_server.gate import Gate
from voetnoot_server.graphstore import graphstore
from voetnoot_server.headers import StrictHeaders
from voetnoot_server.health import health
from voetnoot_server.home import home
from voetnoot_server.metrics import Metrics, metrics_page
from voetnoot_server.pages.documents import documents
from voetnoot_server.pages.ontology import ontology
from voetnoot_server.pages.quality import quality
from voetnoot_server.pages.search import search
from voetnoot_server.pool import Pool
from voetnoot_server.repeats import Repeats
from voetnoot_server.resource import resource
from voetnoot_server.roads import Proxies, Roads
from voetnoot_server.saved import saved
from voetnoot_server.services import Services, attach
from voetnoot_server.settings import Settings
from voetnoot_server.shelf import Shelf
from voetnoot_server.site import site
from voetnoot_server.sparql import sparql
from voetnoot_server.underway import underway

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

BLUEPRINTS: tuple[Blueprint, ...] = (
    site,
    home,
    saved,
    resource,
    export,
    ontology,
    documents,
    quality,
    search,
    sparql,
    health,
    graphstore,
    description,
    underway,
)
"""Every group of routes; the order does not matter."""


def create_app(settings: Settings) -> Flask:
    """Return the application that these settings describe."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_bytes
    pool = Pool(settings)
    editor = Editor(pool, settings.store)
    parts = Services(settings=settings, reader=reader_of_pages(pool, settings), pool=pool, editor=editor)
    attach(app, parts)
    problems.register(app)
    counted = rates.register(app, settings.requests_per_minute)
    shelf = Shelf(settings.cache_bytes)
    metrics = Metrics(parts.pool, shelf)
    for blueprint in (*BLUEPRINTS, metrics_page(metrics)):
        app.register_blueprint(blueprint)
    cache: Cache | None = None
    layered: WSGIApplication = Compression(StrictHeaders(AtHand(app.wsgi_app, parts)))
    if settings.cache_bytes:
        layered = cache = Cache(
            layered, parts.version, shelf, settings.cached_answer_bytes, settings.body_bytes
        )
    log = AccessLog(Gate(layered), metrics, write=settings.access_log)
    express = Express(log, parts, cache, counted)
    Roads(log, Proxies(settings.proxies), express, Repeats(cache, log), metrics).attach(app)
    return app
