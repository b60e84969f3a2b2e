"""How often one client may ask: so many requests a minute, saved up for a minute at most."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from functools import lru_cache
from threading import Lock

from flask import Flask, Request, request

from voetnoot_server.errors import TooManyRequestsError

_MOST_CLIENTS = 10_000
_MINUTE = 60.0
_HOUSEHOLD = 64
"""Bits of an IPv6 address that one client has for itself."""

_COUNTED = "voetnoot.counted"
_LONGEST = 64
"""Letters of what a proxy calls its client, where that is no address."""

_FREE = ("/healthz", "/readyz", "/metrics", "/static/")


class Rates:
    """What each client has left; the longest silent ones are forgotten."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, client: str, now: float) -> float:
        """Count one request; return the seconds until the client has one left, 0 where it had."""
        speed = self._per_minute / _MINUTE
        with self._lock:
            left, since = self._left.pop(client, (float(self._per_minute), now))
            left = min(self._per_minute, left + (now - since) * speed)
            allowed = left >= 1
            self._left[client] = (left - 1 if allowed else left, now)
            if len(self._left) > _MOST_CLIENTS:
                self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / speed

    def count(self, request: Request) -> None:
        """Count a request, once however often this is called; raises `TooManyRequestsError`."""
        client = client_of(request.remote_addr or "") if self._per_minute else ""
        if not client or request.environ.get(_COUNTED):
            return
        wait = self.take(client, time.monotonic())
        if wait:
            raise TooManyRequestsError(
                f"A client may send {self._per_minute} requests a minute here.", retry_after=math.ceil(wait)
            )
        request.environ[_COUNTED] = True


def register(app: Flask, per_minute: int) -> Rates:
    """Bound how often one client may ask this application; 0 for no bound.

    This machine itself is not bounded: it is its operator, or a proxy that nobody has told us of and behind which
    all clients would look like one.
    """
    rates = Rates(per_minute)

    def check() -> None:
        if not request.path.startswith(_FREE):
            rates.count(request)

    if per_minute:
        app.before_request(check)
    return rates


@lru_cache(maxsize=1024)
def client_of(address: str) -> str:
    """Return the client that an address stands for; "" for this machine."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address[:_LONGEST]
    if parsed.is_loopback:
        return ""
    if parsed.version == 6:  # noqa: PLR2004 - the protocol's own number
        return str(ipaddress.ip_network((address, _HOUSEHOLD), strict=False))
    return address
