"""Parameters of saved queries: typed by their variable's name, read from strings into RDF terms.

grlc's way of naming: `?_event_iri` is the required parameter `event`, an IRI; `?__from_date` the optional
parameter `from`, a date; `?_name` a string; `?_label_nl` a string in Dutch.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from voetnoot_server.errors import ParameterError

Term = NamedNode | Literal

XSD = "http://www.w3.org/2001/XMLSchema#"
LANGUAGES = ("en", "nl", "hy", "az", "ru", "fr", "de")
RESERVED = frozenset({"format", "output", "_mediatype", "lang", "page"})
"""Arguments that speak of the answer's form, never of a query's parameters."""

MAX_LENGTH = 2000
"""Characters of one value; longer than any IRI or name in the graph."""

_SHORT_IRI = re.compile(r"[a-z][a-z-]*(?:/[A-Za-z0-9._-]+)+")
_VARIABLE = re.compile(r"(?P<lead>__?)(?P<rest>[A-Za-z][A-Za-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name in a URL, its type, its variable, and what a form shows of it.

    `scheme` names the concept scheme and `classes` the classes whose members are the choices. `panel` tells
    whether the page of such a thing shows the answer for it.
    """

    name: str
    kind: str
    variable: str
    required: bool
    default: str = ""
    example: str = ""
    description: str = ""
    scheme: str = ""
    classes: tuple[str, ...] = ()
    panel: bool = False

    @property
    def wanted(self) -> str:
        """Say in words what a value looks like."""
        return READERS.get(self.kind, READERS["string"])[1]

    def term(self, given: str, base: str) -> Term:
        """Read a value; one that does not fit is a `ParameterError` that says what is wanted."""
        value = given.strip()
        if len(value) > MAX_LENGTH:
            raise _refusal(self.name, f"{len(value)} characters", f"at most {MAX_LENGTH} of them")
        reader, wanted = READERS.get(self.kind, READERS["string"])
        try:
            return reader(value, self.kind, base)
        except ValueError as error:
            raise _refusal(self.name, given, wanted) from error


def parameter_of(variable: str) -> Parameter | None:
    """Return the parameter that a variable's name declares, or None for an ordinary variable."""
    match = _VARIABLE.fullmatch(variable)
    if match is None:
        return None
    name, _, kind = match["rest"].rpartition("_")
    if not name or not (kind in READERS or kind in LANGUAGES):
        name, kind = match["rest"], "string"
    return Parameter(name, kind, variable, required=match["lead"] == "_")


def terms_of(parameters: tuple[Parameter, ...], given: Mapping[str, str], base: str) -> dict[str, Term]:
    """Return the term of each variable that has a value or a default; a required one without is an error."""
    terms: dict[str, Term] = {}
    for parameter in parameters:
        value = given.get(parameter.name, "").strip() or parameter.default
        if value:
            terms[parameter.variable] = parameter.term(value, base)
        elif parameter.required:
            raise _refusal(parameter.name, "nothing", parameter.wanted)
    return terms


def _refusal(name: str, given: str, wanted: str) -> ParameterError:
    detail = f"The parameter {name} was given {given!r}; it wants {wanted}."
    return ParameterError(detail, extra={"parameter": name, "given": given, "wanted": wanted})


def _iri(value: str, _kind: str, base: str) -> NamedNode:
    if _SHORT_IRI.fullmatch(value):
        first = value.split("/", 1)[0]
        return NamedNode(f"{base}{value}" if first in {"id", "kind", "graph"} else f"{base}id/{value}")
    return NamedNode(value)


def _string(value: str, kind: str, _base: str) -> Literal:
    if kind in LANGUAGES:
        return Literal(value, language=kind)
    return Literal(value)


def _matched(pattern: str, kind: str) -> Callable[[str, str, str], Literal]:
    """Make a reader of values that a pattern accepts as they are."""
    accepted, datatype = re.compile(pattern, re.ASCII), NamedNode(XSD + kind)

    def read(value: str, _kind: str, _base: str) -> Literal:
        if not accepted.fullmatch(value):
            raise ValueError(value)
        return Literal(value, datatype=datatype)

    return read


def _integer(value: str, _kind: str, _base: str) -> Literal:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise ValueError(value)
    return Literal(str(int(value)), datatype=NamedNode(f"{XSD}integer"))


def _date(value: str, _kind: str, _base: str) -> Literal:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return Literal(dt.date.fromisoformat(value).isoformat(), datatype=NamedNode(f"{XSD}date"))


def _moment(value: str, _kind: str, _base: str) -> Literal:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(Z|[+-][0-9]{2}:[0-9]{2})?", value):
        raise ValueError(value)
    dt.datetime.fromisoformat(value)
    return Literal(value, datatype=NamedNode(f"{XSD}dateTime"))


READERS: dict[str, tuple[Callable[[str, str, str], Term], str]] = {
    "iri": (_iri, "an absolute IRI, or a short one such as event/war-2020"),
    "string": (_string, "text"),
    "integer": (_integer, "a whole number such as 12"),
    "decimal": (_matched(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", "decimal"), "a number such as 12.5"),
    "boolean": (_matched("true|false", "boolean"), "true or false"),
    "date": (_date, "a date such as 2022-09-13"),
    "dateTime": (_moment, "a moment such as 2022-09-13T00:00:00Z"),
}
"""For each type its reader and what it wants, in words."""
