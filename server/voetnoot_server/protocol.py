"""The SPARQL 1.1 Protocol: what a request asks, read to the letter and refused with a reason."""

from __future__ import annotations

import re
import secrets
from binascii import a2b_qp
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.datastructures import Headers

from voetnoot_server.errors import BadRequestError, MediaTypeError, TooLargeError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
FORMAT_NAMES = ("format", "output", "_mediatype")
ID_HEADER = "Query-Id"
OWNER_HEADER = "Query-Owner"

_READ = "voetnoot.arguments"
_ADDRESS = ("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME")
_MOST_FIELDS = 1000
_ID = re.compile(r"[A-Za-z0-9._~-]{8,64}")
_FEW_FIELDS = 10
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")


Arguments = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class UpdateRequest:
    """An update with the graphs that the request says it is about."""

    text: str
    using: tuple[str, ...]
    using_named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with the data set and the format that the request names; empty where it names none."""

    text: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format_name: str

    @property
    def names_dataset(self) -> bool:
        """Tell whether the request itself says which graphs are meant."""
        return bool(self.default_graphs or self.named_graphs)


def read_query(request: Request, *, query_bytes: int, suffix: str = "") -> QueryRequest | None:
    """Return what the request asks, or nothing where it holds no query at all.

    Raises `BadRequestError`, `MediaTypeError` and `TooLargeError`.
    """
    arguments = read_arguments(request)
    texts = list(arguments.get("query", ()))
    if request.mimetype == QUERY and request.method in ("POST", "QUERY"):
        texts.append(_body(request))
    if not texts:
        return None
    if len(texts) > 1:
        raise BadRequestError("A request holds one query; this one holds several.")
    if len(texts[0].encode()) > query_bytes:
        raise TooLargeError(f"A query may have {query_bytes} bytes here.")
    return QueryRequest(
        text=texts[0],
        default_graphs=_graphs(arguments, "default-graph-uri"),
        named_graphs=_graphs(arguments, "named-graph-uri"),
        format_name=suffix or _format_name(arguments),
    )


def read_update(request: Request) -> UpdateRequest | None:
    """Return the update that the request holds, or nothing where it holds none."""
    arguments = read_arguments(request)
    texts = list(arguments.get("update", ()))
    if request.mimetype == UPDATE and request.method == "POST":
        texts.append(_body(request))
    if not texts:
        return None
    if len(texts) > 1 or "query" in arguments:
        raise BadRequestError("A request holds one update or one query; this one holds several.")
    if request.method != "POST":
        raise BadRequestError("An update comes by POST.")
    return UpdateRequest(
        texts[0], _graphs(arguments, "using-graph-uri"), _graphs(arguments, "using-named-graph-uri")
    )


def root_of(request: Request) -> str:
    """Return the address of the server as the request has it; worked out once for all requests that name it alike."""
    environ = request.environ
    return _root(tuple((name, environ[name]) for name in _ADDRESS if name in environ))


@lru_cache(maxsize=256)
def _root(address: tuple[tuple[str, str], ...]) -> str:
    return Request(dict(address)).url_root


def read_id(headers: Headers) -> str:
    """Return the id that the client gives its query, or a fresh one."""
    given = headers.get(ID_HEADER, "")
    if not given:
        return secrets.token_hex(8)
    if not _ID.fullmatch(given):
        raise BadRequestError(f"{ID_HEADER} takes 8 to 64 letters, digits, or any of . _ ~ -")
    return given


def _format_name(arguments: Arguments) -> str:
    return next((values[0] for name in FORMAT_NAMES if (values := arguments.get(name))), "")


def read_arguments(request: Request) -> Arguments:
    """Return the fields of the request, those of a form with those of the address; read once for a request."""
    found: Arguments | None = request.environ.get(_READ)
    if found is None:
        found = request.environ[_READ] = _arguments(request)
    return found


def _arguments(request: Request) -> Arguments:
    arguments = _pairs(request.query_string)
    if request.method not in ("POST", "QUERY"):
        return arguments
    charset = request.mimetype_params.get("charset", "utf-8").strip().lower()
    if charset not in ("utf-8", "utf8"):
        raise MediaTypeError(f"Requests are read as utf-8 here, not as {charset}.")
    if request.mimetype == FORM:
        for name, values in _pairs(request.get_data()).items():
            arguments.setdefault(name, []).extend(values)
    elif request.mimetype not in (QUERY, UPDATE):
        raise MediaTypeError(f"The body of a {request.method} is {QUERY} or {FORM} here.")
    return arguments


def _pairs(encoded: bytes) -> Arguments:
    """Read `name=value&…`; what is not utf-8 is refused, since a replaced letter would ask something else."""
    found: Arguments = {}
    try:
        for name, value in _quick_pairs(encoded) or parse_qsl(
            encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        ):
            found.setdefault(name, []).append(value)
    except ValueError as fault:
        raise BadRequestError(f"The request's fields cannot be read: {fault}") from fault
    return found


def _quick_pairs(encoded: bytes) -> list[tuple[str, str]]:
    """Read the fields of a query as its clients write it; nothing where something is out of the ordinary.

    Quoted-printable differs from this encoding in its mark only, and is read in C: a query has hundreds of marks.
    """
    if encoded.count(b"&") >= _FEW_FIELDS or b"\n" in encoded or b"\r" in encoded or not encoded.isascii():
        return []
    found = []
    for field in encoded.replace(b"+", b" ").split(b"&"):
        name, _, value = field.partition(b"=")
        bare = a2b_qp(value.replace(b"=", b"=3D").replace(b"%", b"="))
        if b"%" in name or not name or len(bare) != len(value) - 2 * value.count(b"%"):
            return []
        found.append((name.decode("ascii"), bare.decode("utf-8")))
    return found


def _body(request: Request) -> str:
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as fault:
        raise BadRequestError(f"The query is not valid utf-8 at byte {fault.start}.") from fault


def _graphs(arguments: Arguments, name: str) -> tuple[str, ...]:
    graphs = tuple(dict.fromkeys(arguments.get(name, ())))
    for graph in graphs:
        if not _ABSOLUTE.fullmatch(graph):
            raise BadRequestError(f"{name} takes an absolute IRI, not {graph!r}.")
    return graphs
