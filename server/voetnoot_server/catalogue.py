"""The catalogue of saved queries: `*.rq` files, each one question with a grlc `#+` header in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from voetnoot_server.bindings import bind, variables
from voetnoot_server.errors import CatalogueError, ParameterError
from voetnoot_server.parameters import RESERVED, Parameter, Term, parameter_of

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER = "#+"
_KEYS = {"summary", "summary_nl", "description", "tags", "params"}
_PARAMETER_KEYS = {"type", "required", "default", "example", "description", "scheme", "class", "panel"}
_SAMPLES: dict[str, Term] = {"iri": NamedNode("urn:x"), "string": Literal("x")}


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One question: its name, its words, its parameters, its text, and the columns of its answer.

    `form` is "select", "ask" or "graph"; `columns` is empty unless it is "select".
    """

    name: str
    summary: str
    summary_nl: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str
    form: str
    columns: tuple[str, ...]

    @property
    def sparql(self) -> str:
        """Return the query without its header."""
        return (
            "\n".join(line for line in self.text.splitlines() if not line.startswith(_HEADER)).strip() + "\n"
        )

    @property
    def needs_values(self) -> bool:
        """Tell whether a required parameter has no default."""
        return any(parameter.required and not parameter.default for parameter in self.parameters)

    @property
    def example(self) -> dict[str, str]:
        """Return the values that its header proposes for a first try."""
        return {parameter.name: parameter.example for parameter in self.parameters if parameter.example}


@dataclass(frozen=True, slots=True)
class _Header:
    """A header read as YAML, with the line of each declared parameter for messages."""

    place: str
    values: dict[str, object]
    lines: dict[str, int]

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise _fault(self.place, f"{key} is not text")
        return " ".join(value.split())


def read_catalogue(folder: Path) -> Mapping[str, SavedQuery]:
    """Read every `*.rq` of a folder, by name; the first one that is not right is a `CatalogueError`."""
    return {path.stem: read_query(path) for path in sorted(folder.glob("*.rq"))}


def read_query(path: Path) -> SavedQuery:
    """Read one saved query."""
    if not _SLUG.fullmatch(path.stem):
        raise _fault(f"{path.name}:1", "the name must be of lower-case words joined by hyphens")
    text = path.read_text(encoding="utf-8")
    header = _header(text, path.name)
    parameters = _parameters(text, header)
    form, columns = _form(text, parameters, path.name)
    return SavedQuery(
        name=path.stem,
        summary=_required(header, "summary"),
        summary_nl=_required(header, "summary_nl"),
        description=header.text("description"),
        tags=tuple(_tags(header)),
        parameters=parameters,
        text=text,
        form=form,
        columns=columns,
    )


def _fault(place: str, message: str) -> CatalogueError:
    return CatalogueError(f"{place}: {message}")


def _header(text: str, file: str) -> _Header:
    lines = text.splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.startswith(_HEADER)]
    if not numbered:
        raise _fault(f"{file}:1", "there is no header: lines that begin with #+")
    first = numbered[0][0]
    if [number for number, _ in numbered] != list(range(first, first + len(numbered))):
        raise _fault(f"{file}:{first}", "the lines of the header do not follow each other")
    source = "\n".join(line.removeprefix(_HEADER).removeprefix(" ") for _, line in numbered)
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
        values = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        line = first + (error.problem_mark.line if error.problem_mark else 0)
        raise _fault(f"{file}:{line}", f"the header is not YAML: {error.problem}") from error
    if not isinstance(values, dict):
        raise _fault(f"{file}:{first}", "the header is not a list of keys and values")
    strange = sorted(str(key) for key in values.keys() - _KEYS)
    if strange:
        raise _fault(f"{file}:{first}", f"the header has no place for {', '.join(strange)}")
    return _Header(f"{file}:{first}", values, dict(_parameter_lines(node, first)))


def _parameter_lines(node: yaml.Node | None, first: int) -> Iterator[tuple[str, int]]:
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if key.value == "params" and isinstance(value, yaml.MappingNode):
            yield from ((name.value, first + name.start_mark.line) for name, _ in value.value)


def _required(header: _Header, key: str) -> str:
    value = header.text(key)
    if not value:
        raise _fault(header.place, f"the header has no {key}")
    return value


def _tags(header: _Header) -> list[str]:
    tags = header.values.get("tags", [])
    if not isinstance(tags, list) or not tags or not all(isinstance(tag, str) for tag in tags):
        raise _fault(header.place, "tags is not a list of words")
    return tags


def _parameters(text: str, header: _Header) -> tuple[Parameter, ...]:
    file = header.place.rpartition(":")[0]
    used = {p.name: (p, line) for p, line in _used(text)}
    declared = header.values.get("params") or {}
    if not isinstance(declared, dict):
        raise _fault(header.place, "params is not a list of names and properties")
    for parameter, line in used.values():
        if parameter.name not in declared:
            raise _fault(f"{file}:{line}", f"?{parameter.variable} is not declared in params")
    for name in declared.keys() - used.keys():
        place = f"{file}:{header.lines.get(name, 1)}"
        raise _fault(place, f"the parameter {name} is declared and does not stand in the query")
    return tuple(
        _declared(used[name][0], properties or {}, f"{file}:{header.lines.get(name, 1)}")
        for name, properties in declared.items()
    )


def _used(text: str) -> Iterator[tuple[Parameter, int]]:
    for name, line in variables(text):
        parameter = parameter_of(name)
        if parameter is not None:
            yield parameter, line


def _declared(parameter: Parameter, properties: object, place: str) -> Parameter:
    if parameter.name in RESERVED:
        raise _fault(place, f"{parameter.name} is an argument of every page and cannot name a parameter")
    if not isinstance(properties, dict):
        raise _fault(place, f"{parameter.name} has no list of properties")
    strange = sorted(str(key) for key in properties.keys() - _PARAMETER_KEYS)
    if strange:
        raise _fault(
            place, f"{parameter.name} has no property {strange[0]!r}; a comma needs quotes around it"
        )
    if properties.get("type", parameter.kind) != parameter.kind:
        raise _fault(place, f"?{parameter.variable} is of type {parameter.kind} by its name")
    if properties.get("required", parameter.required) is not parameter.required:
        raise _fault(place, f"?{parameter.variable} says by its name whether it is required")
    for key in ("default", "example"):
        _check_value(parameter, str(properties.get(key, "")), place)
    return replace(
        parameter,
        default=str(properties.get("default", "")),
        example=str(properties.get("example", "")),
        description=" ".join(str(properties.get("description", "")).split()),
        scheme=str(properties.get("scheme", "")),
        classes=tuple(str(properties.get("class", "")).split()),
        panel=bool(properties.get("panel", parameter.required)),
    )


def _check_value(parameter: Parameter, value: str, place: str) -> None:
    try:
        if value:
            parameter.term(value, "urn:voetnoot:")
    except ParameterError as error:
        raise _fault(place, str(error)) from error


def _form(text: str, parameters: tuple[Parameter, ...], file: str) -> tuple[str, tuple[str, ...]]:
    """Parse the query as it stands and with every parameter given, and say what it returns."""
    samples = {p.variable: _SAMPLES.get(p.kind, Literal("1")) for p in parameters}
    store = Store()
    try:
        store.query(text)
        answer = store.query(bind(text, samples))
    except SyntaxError as error:
        raise _fault(*_syntax_fault(str(error), file)) from error
    if isinstance(answer, QuerySolutions):
        return "select", tuple(variable.value for variable in answer.variables)
    return ("ask" if isinstance(answer, QueryBoolean) else "graph"), ()


def _syntax_fault(message: str, file: str) -> tuple[str, str]:
    """Return place and words for Oxigraph's message, whose list of what it expected is of no use to people."""
    found = re.search(r"at (\d+):(\d+)", message)
    line, column = (found[1], found[2]) if found else ("1", "1")
    cause = "a prefix is not declared" if "Prefix not found" in message else "this is not SPARQL"
    return f"{file}:{line}", f"the query does not parse at column {column}: {cause}"
