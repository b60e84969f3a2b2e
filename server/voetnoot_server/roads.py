"""The roads to the application: as any WSGI server takes it, and the shorter ones that our front knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from voetnoot_server.express import Express
from voetnoot_server.metrics import Metrics
from voetnoot_server.repeats import Repeats

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_NAME = "voetnoot.roads"
_FORWARDED = 5
"""What a proxy may tell: address, scheme, host, port and prefix."""


class Proxies:
    """So many proxies in front that are believed."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._fix = ProxyFix(_nothing, *[number] * _FORWARDED)

    def believe(self, environ: WSGIEnvironment) -> None:
        """Put into a request's environment what the proxies tell about its client."""
        if self.number:
            self._fix(environ, _begun)


@dataclass(frozen=True, slots=True)
class Roads:
    """The application behind its WSGI layers, and what leads to it."""

    application: WSGIApplication
    proxies: Proxies
    express: Express
    repeats: Repeats
    metrics: Metrics

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, as WSGI servers want it."""
        self.proxies.believe(environ)
        return self.application(environ, start_response)

    def attach(self, app: Flask) -> None:
        """Make these the roads to an application."""
        app.extensions[_NAME] = self
        app.wsgi_app = self  # type: ignore[method-assign]


def roads_of(app: Flask) -> Roads:
    """Return the roads to an application."""
    found: Roads = app.extensions[_NAME]
    return found


def _nothing(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    del environ, start_response
    return ()


def _begun(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], object]:
    del status, headers, exc_info
    return bytes
