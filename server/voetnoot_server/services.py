"""What every view may use: the settings, the reader of the built graph, and the pool of evaluators."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app

from voetnoot_server.editing import Editor
from voetnoot_server.pool import Pool
from voetnoot_server.settings import Settings
from voetnoot_server.store import Reader

_NAME = "voetnoot"


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that belong to one application."""

    settings: Settings
    reader: Reader
    pool: Pool
    editor: Editor

    def version(self) -> str:
        """Return the version of the data that is answered from."""
        return self.pool.build.version if self.pool.started else self.reader.version


def attach(app: Flask, services: Services) -> None:
    """Give the application its parts."""
    app.extensions[_NAME] = services


def services() -> Services:
    """Return the parts of the application that answers this request."""
    found: Services = current_app.extensions[_NAME]
    return found


def services_of(app: Flask) -> Services:
    """Return the parts of an application."""
    found: Services = app.extensions[_NAME]
    return found
