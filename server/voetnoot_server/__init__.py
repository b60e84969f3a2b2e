"""Voetnoot's server: Flask in front of an Oxigraph store, with saved SPARQL queries.

The query host and its evaluators import this package too, and stay small: nothing is imported here before it is
needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from voetnoot_server.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings) -> Flask:
    """Return the application that these settings describe."""
    from voetnoot_server.application import create_app as create  # noqa: PLC0415 - Flask is not for evaluators

    return create(settings)
