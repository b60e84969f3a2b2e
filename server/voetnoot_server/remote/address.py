"""Where the remote store is, who asks it, and over which road: http or https, checked, without redirects."""

from __future__ import annotations

import base64
import http.client
import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from voetnoot_server.errors import SettingsError
from voetnoot_server.settings import Settings

CONNECT_SECONDS = 5.0
"""Seconds to wait for a connection, whatever a query may take."""

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """An endpoint's address in its parts, with the header that lets this server in."""

    scheme: str
    host: str
    port: int
    target: str
    authorization: str = field(default="", repr=False)

    @classmethod
    def of(cls, settings: Settings) -> Address:
        """Return the address that the settings name; raises `SettingsError` where it cannot be one."""
        try:
            parts = urlsplit(settings.remote)
            port = parts.port
        except ValueError as fault:
            raise SettingsError(f"the remote store has no valid address: {fault}") from fault
        if parts.username or parts.password:
            raise SettingsError(
                "the remote store's address holds credentials; give them as remote_user and remote_password"
            )
        if parts.scheme not in _PORTS or not parts.hostname:
            raise SettingsError("the remote store's address starts with https:// or http:// and names a host")
        target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        return cls(
            parts.scheme, parts.hostname, port or _PORTS[parts.scheme], target, _authorization(settings)
        )

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.target.partition('?')[0]}"

    def shares_origin(self, location: str) -> bool:
        """Tell whether a redirect stays on this host, port and scheme."""
        parts = urlsplit(location)
        if not parts.scheme and not parts.netloc:
            return True
        port = parts.port or _PORTS.get(parts.scheme, 0)
        return (parts.scheme, parts.hostname, port) == (self.scheme, self.host, self.port)

    def road(self) -> http.client.HTTPConnection:
        """Return a connection that is not open yet; certificates are checked against the system's."""
        if self.scheme == "http":
            return http.client.HTTPConnection(self.host, self.port, timeout=CONNECT_SECONDS)
        return http.client.HTTPSConnection(
            self.host, self.port, timeout=CONNECT_SECONDS, context=ssl.create_default_context()
        )


def _authorization(settings: Settings) -> str:
    if settings.remote_token:
        return f"Bearer {settings.remote_token.reveal()}"
    if settings.remote_user:
        told = f"{settings.remote_user}:{settings.remote_password.reveal()}".encode()
        return f"Basic {base64.b64encode(told).decode()}"
    return ""
