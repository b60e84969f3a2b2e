"""What can be chosen for a parameter: the concepts of a scheme or the things of a class, by label."""

from __future__ import annotations

from dataclasses import dataclass

from voetnoot_server.bindings import bind
from voetnoot_server.labels import labels
from voetnoot_server.links import Links, term
from voetnoot_server.parameters import Parameter
from voetnoot_server.store import NamedNode, Reader

MOST = 400
"""Choices of one list; where there are more, the list gives way to a field for an IRI."""

_SCHEME = f"SELECT DISTINCT ?choice WHERE {{ ?choice <{term('skos:inScheme')}> ?these }} LIMIT {MOST + 1}"
_CLASS = f"""SELECT DISTINCT ?choice WHERE {{
    VALUES ?these {{ %s }} ?choice a ?class . ?class <{term("rdfs:subClassOf")}>* ?these }} LIMIT {MOST + 1}"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a parameter and its label."""

    value: str
    label: str
    language: str


def choices(reader: Reader, parameter: Parameter, language: str, links: Links) -> tuple[Choice, ...]:
    """Return the choices for a parameter by label, or none where it has no list or too long a one."""
    if parameter.scheme:
        query = bind(_SCHEME, {"these": NamedNode(links.iri(f"kind/{parameter.scheme}"))})
    elif parameter.classes:
        query = _CLASS % " ".join(f"<{term(name)}>" for name in parameter.classes)
    else:
        return ()
    found = [row["choice"] for row in reader.select(query)]
    if len(found) > MOST:
        return ()
    named = labels(reader, found, language, links)
    all_choices = (Choice(links.short(iri), label.short, label.language) for iri, label in named.items())
    return tuple(sorted(all_choices, key=lambda choice: (choice.label.casefold(), choice.value)))
