"""One connection to the remote store: a query goes out, the start of an answer comes back."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from voetnoot_server import tokens
from voetnoot_server.errors import GatewayError, GatewayTimeoutError
from voetnoot_server.remote.address import CONNECT_SECONDS, Address
from voetnoot_server.remote.body import BROKEN, Body
from voetnoot_server.remote.clock import Clock
from voetnoot_server.remote.dialect import STANDARD, dialect_of
from voetnoot_server.remote.refusal import LARGEST, refusal

ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
}
TRIPLES = {
    "application/n-triples": "ntriples",
    "text/plain": "ntriples",
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/rdf+xml": "rdfxml",
}
ROWS_ACCEPTED = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
TRIPLES_ACCEPTED = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
"""What is asked for whatever the client wants: the notations that say most exactly what they mean.

Virtuoso writes triples as rows where both are accepted, so the query's form decides.
"""

_REDIRECTS = frozenset({301, 302, 307, 308})
_MOST_REDIRECTS = 3
_OK = 200
_ROW_LIMIT = "X-SPARQL-MaxRows"
_STATE = "X-SQL-State"

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a store answered: rows or triples, in which notation, and the body to read."""

    notation: str
    are_rows: bool
    body: Body


class Connection:
    """Kept open between queries; a query whose connection had gone stale is sent once more."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._target = address.target
        self._road = address.road()
        self._wire: socket.socket | None = None
        self._aborted = False

    def ask(self, fields: Fields, clock: Clock) -> Answer:
        """Send a query; raises the problem that the store answers with instead of a result."""
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._send(fields, clock)
            if answer.status == _OK:
                return self._opened(answer, clock)
            if answer.status not in _REDIRECTS:
                raise self._refused(answer, clock)
            self._follow(answer)
        raise GatewayError("The remote store redirects in circles.")

    def abort(self) -> None:
        """End whatever is under way; any thread may call this."""
        self._aborted = True
        self.close()

    def close(self) -> None:
        """Close the connection; the next query opens another."""
        wire, self._wire = self._wire, None
        if wire is not None:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        self._road.close()

    def _send(self, fields: Fields, clock: Clock) -> http.client.HTTPResponse:
        fresh = self._wire is None
        try:
            return self._exchange(fields, clock)
        except (ConnectionError, http.client.RemoteDisconnected) as fault:
            self.close()
            if fresh or self._aborted:
                raise _unreachable(fault) from fault
        except (OSError, http.client.HTTPException) as fault:
            self.close()
            raise _unreachable(fault) from fault
        return self._send(fields, clock)

    def _exchange(self, fields: Fields, clock: Clock) -> http.client.HTTPResponse:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": _accepted(fields),
            "Accept-Encoding": "identity",
            "User-Agent": "Voetnoot",
        }
        if self._address.authorization:
            headers["Authorization"] = self._address.authorization
        wire = self._open()
        wire.settimeout(clock.left)
        with clock.waiting():
            self._road.request("POST", self._target, urlencode(fields).encode(), headers)
            return self._road.getresponse()

    def _open(self) -> socket.socket:
        """Return the open socket; http.client drops its own where the store closes after its answer."""
        if self._wire is None or self._road.sock is None:
            try:
                self._road.connect()
            except TimeoutError as fault:
                raise GatewayTimeoutError(
                    f"The remote store could not be reached within {CONNECT_SECONDS:g} seconds."
                ) from fault
            self._wire = self._road.sock
        return self._wire

    def _opened(self, answer: http.client.HTTPResponse, clock: Clock) -> Answer:
        _refuse_partial(answer)
        media_type = answer.headers.get_content_type()
        notation = ROWS.get(media_type) or TRIPLES.get(media_type)
        if notation is None:
            self.close()
            raise GatewayError(f"The remote store answered with {media_type}, which is no result of a query.")
        dialect = dialect_of(answer.headers.get("Server", ""), notation)
        body = Body(answer, self._socket(), clock, dialect)
        if notation in ("ntriples", "turtle") and not body.says_its_end:
            self.close()
            raise GatewayError(
                "The remote store does not say where its answer ends, so it may be half of one."
            )
        return Answer(notation, media_type in ROWS, body)

    def _refused(self, answer: http.client.HTTPResponse, clock: Clock) -> Exception:
        said = b""
        with suppress(GatewayError):
            said = Body(answer, self._socket(), clock, STANDARD).read(LARGEST)
        self.close()
        return refusal(answer.status, said, answer.headers.get("Retry-After", ""))

    def _socket(self) -> socket.socket:
        if self._wire is None:
            raise GatewayError(BROKEN)
        return self._wire

    def _follow(self, answer: http.client.HTTPResponse) -> None:
        self.close()
        location = answer.headers.get("Location", "")
        if not location or not self._address.shares_origin(location):
            raise GatewayError(
                "The remote store redirects to another host, where no query is sent; "
                "name that address as the store."
            )
        parts = urlsplit(urljoin(self._target, location))
        self._target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"


def _accepted(fields: Fields) -> str:
    verb = tokens.read(dict(fields)["query"]).verb
    return TRIPLES_ACCEPTED if verb in ("CONSTRUCT", "DESCRIBE") else ROWS_ACCEPTED


def _unreachable(fault: Exception) -> GatewayError:
    return GatewayError(f"The remote store does not answer: {fault or type(fault).__name__}.")


def _refuse_partial(answer: http.client.HTTPResponse) -> None:
    """Raise `GatewayError` where the store says that it cut its answer: half an answer is none."""
    if rows := answer.headers.get(_ROW_LIMIT):
        raise GatewayError(f"The remote store gives at most {rows} rows and cut its answer there.")
    if state := answer.headers.get(_STATE):
        raise GatewayError(f"The remote store answered only in part ({state}).")
