"""What every template may use: tests for terms, addresses of related pages, and the seam for translations."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, request, url_for
from flask.blueprints import BlueprintSetupState

from voetnoot_server import answers
from voetnoot_server.catalogue import SavedQuery
from voetnoot_server.links import PREFIXES, prefixed
from voetnoot_server.panels import Panel
from voetnoot_server.saved import catalogue
from voetnoot_server.store import Literal, NamedNode
from voetnoot_server.tables import NUMBERS

site = Blueprint("site", __name__)

WEB = ("http://", "https://")


@site.record_once
def _furnish(state: BlueprintSetupState) -> None:
    environment = state.app.jinja_env
    # Texts go through `_()`; Flask-Babel can take the place of these null translations.
    environment.add_extension("jinja2.ext.i18n")
    environment.install_null_translations(newstyle=False)  # type: ignore[attr-defined]
    environment.tests |= {
        "iri": lambda value: isinstance(value, NamedNode),
        "literal": lambda value: isinstance(value, Literal),
        "web_address": _is_web_address,
        "boolean_term": lambda value: _has_type(value, "boolean"),
        "number_term": lambda value: isinstance(value, Literal) and value.datatype.value in NUMBERS,
    }
    addresses = (in_language, on_page, panel_address, question_address, incoming_address, recompute_address)
    environment.globals |= {address.__name__: address for address in addresses}  # macros have no context
    environment.trim_blocks = True
    environment.lstrip_blocks = True


@site.app_context_processor
def _root() -> dict[str, str]:
    return {"root": request.script_root}


def _is_web_address(value: object) -> bool:
    return isinstance(value, Literal) and value.value.startswith(WEB) and " " not in value.value


def _has_type(value: object, name: str) -> bool:
    return isinstance(value, Literal) and value.datatype.value == PREFIXES["xsd"] + name


def in_language(code: str) -> str:
    """Return the address of this page with labels in another language."""
    return _here(lang=code)


def on_page(number: int) -> str:
    """Return the address of another page of this list."""
    return _here(page=str(number))


def _here(**changed: str) -> str:
    arguments = request.args.to_dict() | changed
    return f"{request.script_root}{request.path}?{urlencode(arguments)}"


def panel_address(panel: Panel, iri: str) -> str:
    """Return the address of a panel's query about the same thing."""
    return question_address(panel.query, panel.parameter, iri)


def question_address(query: SavedQuery, parameter: str, iri: str) -> str:
    """Return the address of a query about one thing."""
    arguments = urlencode({parameter: answers.links().short(iri)})
    return f"{url_for('saved.query', name=query.name)}?{arguments}"


def incoming_address(iri: str, property_iri: str) -> str:
    """Return the address of the list of what points to a thing, or "" where the property has no short name."""
    links = answers.links()
    path = iri.removeprefix(links.base).split("/")
    name = prefixed(property_iri)
    if len(path) != 3 or path[0] not in {"id", "kind"} or name == property_iri:  # noqa: PLR2004 - room/kind/key
        return ""
    return url_for("resource.incoming", room=path[0], kind=path[1], key=path[2], name=name)


def recompute_address(query: object, arguments: object) -> str:
    """Return the address of the saved query that a check names, or "" where there is none of that name."""
    name = query.value if isinstance(query, Literal) else ""
    if name not in catalogue():
        return ""
    tail = f"?{arguments.value}" if isinstance(arguments, Literal) else ""
    return f"{url_for('saved.query', name=name)}{tail}"
