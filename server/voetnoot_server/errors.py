"""What can go wrong in the server; views raise, only the one error handler and the command line catch.

ServerError
├── SettingsError            a setting is unknown or cannot be read
├── StoreError               the built graph is absent or not readable
└── ProblemError             answered to the client with a status
    ├── BadRequestError          400
    │   ├── QuerySyntaxError     400, with line and column
    │   └── ParameterError       400, a saved query's parameter
    ├── ForbiddenError           403
    ├── NotFoundError            404, with near matches
    ├── NotAcceptableError       406, with what there is
    ├── TooLargeError            413
    ├── MediaTypeError           415
    ├── TooManyRequestsError     429, with Retry-After
    ├── CrashError               500
    ├── NotImplementedHereError  501
    ├── GatewayError             502
    ├── GatewayTimeoutError      504
    └── UnavailableError         503
        ├── TimeLimitError       503
        ├── ResourceLimitError   503
        ├── CancelledError       503
        └── BusyError            503, with Retry-After
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

TYPES = "urn:voetnoot:problem:"
"""What the `type` of a problem starts with; RFC 9457 wants an identifier, not a page."""

LONGEST = 1000  # characters of a problem's detail

_NONE: Mapping[str, str] = MappingProxyType({})


class ServerError(Exception):
    """Any fault that this server names."""


class SettingsError(ServerError):
    """A setting is unknown or cannot be read."""


class StoreError(ServerError):
    """The built graph is absent or not readable."""


class CatalogueError(ServerError):
    """A saved query or its header is not as it should be."""


class ProblemError(ServerError):
    """A fault that the client is told of: status, title and detail, as RFC 9457 wants them."""

    status: ClassVar[int] = 500
    kind: ClassVar[str] = "fault"
    title: ClassVar[str] = "The server met a fault"

    def __init__(
        self, detail: str, *, headers: Mapping[str, str] = _NONE, extra: Mapping[str, object] = _NONE
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.headers = dict(headers)
        self.extra = dict(extra)

    def document(self) -> dict[str, object]:
        """Return the members of the `application/problem+json` document."""
        known: dict[str, object] = {"type": TYPES + self.kind, "title": self.title, "status": self.status}
        known["detail"] = self.detail[:LONGEST]  # much of it may be what the client itself sent
        return {**self.extra, **known}


class BadRequestError(ProblemError):
    """The request does not follow the protocol."""

    status = 400
    kind = "bad-request"
    title = "The request cannot be understood"


class QuerySyntaxError(BadRequestError):
    """The query is not SPARQL; carries `line`, `column` and `excerpt` where they are known."""

    kind = "query-syntax"
    title = "The query is not valid SPARQL"

    def __init__(
        self, detail: str, *, line: int = 0, column: int = 0, excerpt: str = "", hint: str = ""
    ) -> None:
        found = {"line": line, "column": column, "excerpt": excerpt, "hint": hint}
        super().__init__(detail, extra={name: value for name, value in found.items() if value})


class ParameterError(BadRequestError):
    """A saved query's parameter is absent, unknown or not of its type."""

    kind = "parameter"
    title = "A parameter of the query is not right"


class UnauthorizedError(ProblemError):
    """Whoever asks this has to show that they may."""

    status = 401
    kind = "unauthorized"
    title = "This needs a token"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


class ForbiddenError(ProblemError):
    """The request is understood and refused."""

    status = 403
    kind = "forbidden"
    title = "This is not allowed here"


class NotFoundError(ProblemError):
    """There is nothing at this address; `near` lists addresses or names that resemble it."""

    status = 404
    kind = "not-found"
    title = "There is nothing here"

    def __init__(self, detail: str, *, near: Sequence[str] = ()) -> None:
        super().__init__(detail, extra={"near": list(near)} if near else {})
        self.near = tuple(near)


class NotAcceptableError(ProblemError):
    """None of the formats that the client takes is one that there is."""

    status = 406
    kind = "not-acceptable"
    title = "Not available in the format that was asked for"

    def __init__(self, detail: str, *, available: Sequence[str] = ()) -> None:
        super().__init__(detail, headers={"Vary": "Accept"}, extra={"available": list(available)})


class ConflictError(ProblemError):
    """The request stands in the way of another one."""

    status = 409
    kind = "conflict"
    title = "This conflicts with something under way"


class TooLargeError(ProblemError):
    """The request is larger than the server takes."""

    status = 413
    kind = "too-large"
    title = "The request is too large"


class MediaTypeError(ProblemError):
    """The request's body is of a kind that the server does not take."""

    status = 415
    kind = "media-type"
    title = "The request's body is of a kind that is not taken here"


class _LaterError(ProblemError):
    def __init__(self, detail: str, *, retry_after: int, extra: Mapping[str, object] = _NONE) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)}, extra=extra)


class TooManyRequestsError(_LaterError):
    """One client asks too much too fast."""

    status = 429
    kind = "too-many-requests"
    title = "Too many requests"


class CrashError(ProblemError):
    """An evaluator ended under this query; the server itself goes on."""

    kind = "crash"
    title = "The query brought its evaluator down"


class NotImplementedHereError(ProblemError):
    """The method or feature is not one that this server has."""

    status = 501
    kind = "not-implemented"
    title = "The server does not do this"


class GatewayError(ProblemError):
    """The remote store did not answer as it should."""

    status = 502
    kind = "gateway"
    title = "The remote store did not answer"


class GatewayTimeoutError(ProblemError):
    """The remote store took too long."""

    status = 504
    kind = "gateway-timeout"
    title = "The remote store took too long"


class UnavailableError(ProblemError):
    """The server cannot answer this."""

    status = 503
    kind = "unavailable"
    title = "The server cannot answer this"


class TimeLimitError(UnavailableError):
    """The query worked longer than it may."""

    kind = "time-limit"
    title = "The query took too long"


class ResourceLimitError(UnavailableError):
    """The query needed more memory, or its answer had more rows or bytes, than it may."""

    kind = "resource-limit"
    title = "The query needs more than it may use"


class CancelledError(UnavailableError):
    """Somebody who knows the query's id ended it."""

    kind = "cancelled"
    title = "The query was cancelled"


class BusyError(UnavailableError, _LaterError):
    """Too many queries are waiting already."""

    kind = "busy"
    title = "The server is busy"
