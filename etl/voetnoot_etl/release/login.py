"""Letting oneself in at an endpoint: Digest or Basic, as it asks, and unasked once it has asked.

An endpoint that refuses a large body closes the connection while the body is still being sent, so that its
challenge is lost: the first request of a push is small, and every later one brings its credentials along.
"""

from __future__ import annotations

import base64
import urllib.request
from http.client import HTTPMessage
from typing import IO

_AUTHORIZATION = "Authorization"


class DigestLogin(urllib.request.HTTPDigestAuthHandler):
    """Digest (RFC 7616), which keeps the last challenge and meets it on later requests."""

    _challenge = ""

    def retry_http_digest_auth(self, req: urllib.request.Request, auth: str) -> IO[bytes] | None:
        """Meet a challenge; nothing where it cannot be met."""
        self._challenge = auth.partition(" ")[2]
        return super().retry_http_digest_auth(req, auth)

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        """Meet the last challenge before it is made again."""
        if self._challenge and not request.has_header(_AUTHORIZATION):
            fields = urllib.request.parse_http_list(self._challenge)
            met = self.get_authorization(request, urllib.request.parse_keqv_list(fields))
            if met:
                request.add_unredirected_header(_AUTHORIZATION, f"Digest {met}")
        return request

    https_request = http_request


class BasicLogin(urllib.request.HTTPBasicAuthHandler):
    """Basic (RFC 7617), sent along after the endpoint has asked for it once."""

    _wanted = False

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> IO[bytes] | None:
        """Send the credentials that were asked for."""
        self._wanted = True
        return super().retry_http_basic_auth(host, req, realm)

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        """Send the credentials before they are asked for again."""
        known = self.passwd
        if not isinstance(known, urllib.request.HTTPPasswordMgrWithDefaultRealm):
            return request
        if self._wanted and not request.has_header(_AUTHORIZATION):
            user, password = known.find_user_password(None, request.full_url)
            if user is not None:
                told = base64.b64encode(f"{user}:{password}".encode()).decode()
                request.add_unredirected_header(_AUTHORIZATION, f"Basic {told}")
        return request

    def https_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """Send the credentials before they are asked for again, here too."""
        return self.http_request(req)


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows nothing: a POST would come out as a GET, and credentials could reach another host."""

    def redirect_request(  # noqa: PLR0917 - the base class's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow nothing."""
        del req, fp, code, msg, headers, newurl
