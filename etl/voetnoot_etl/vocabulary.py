"""Ontology → Python: the modules `terms.py` and `kinds.py` are written from `ontology/*.ttl`, never by hand.

`python -m voetnoot_etl.vocabulary` writes both anew after a change to the ontology.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, SKOS

from voetnoot_etl.errors import OntologyError
from voetnoot_etl.iris import BASE

TERM_FILES = ("voetnoot.ttl", "reused.ttl")
"""The files that declare classes and properties."""

KIND_FILE = "kinds.ttl"
"""The file of SKOS schemes."""

DECLARATIONS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)

BUILT_IN = {
    "owl": ("http://www.w3.org/2002/07/owl#", "Class Ontology sameAs versionInfo"),
    "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "langString type"),
    "rdfs": ("http://www.w3.org/2000/01/rdf-schema#", "comment label seeAlso subClassOf"),
    "xsd": ("http://www.w3.org/2001/XMLSchema#", "anyURI boolean date dateTime decimal integer string"),
}
"""OWL 2 DL forbids to declare the terms of its own languages, so these stand here."""

THINGS = (
    "actor agreement anchor check citation claim containment dataset document event file footnote "
    "geometry marker membership name observation page place provision publication section sentence "
    "span timeline-entry url"
)
"""The types of things that have IRIs of their own: one prefix each."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def read_files(ontology: Path, names: Iterable[str]) -> Graph:
    """Return the triples of some files of the ontology, with the prefixes that those files bind."""
    graph = Graph(bind_namespaces="none")
    for name in names:
        try:
            graph.parse(ontology / name, format="turtle")
        except (FileNotFoundError, SyntaxError) as error:
            raise OntologyError(f"not readable: {error}", place=name) from error
    return graph


def terms(ontology: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return prefix → (namespace, names) of every declared class and property, and of the built-in terms."""
    graph = read_files(ontology, TERM_FILES)
    spaces = {prefix: str(space) for prefix, space in graph.namespaces()}
    declared = {
        str(term)
        for kind in DECLARATIONS
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    found: dict[str, tuple[str, tuple[str, ...]]] = {
        prefix: (space, tuple(names.split())) for prefix, (space, names) in BUILT_IN.items()
    }
    for prefix, space in spaces.items():
        names = sorted(
            term.removeprefix(space) for term in declared if _NAME.fullmatch(term.removeprefix(space))
        )
        if names and prefix not in BUILT_IN:
            found[prefix] = (space, tuple(names))
    missed = declared - {space + name for space, names in found.values() for name in names}
    if missed:
        raise OntologyError(f"no prefix fits {', '.join(sorted(missed))}", place=" and ".join(TERM_FILES))
    return dict(sorted(found.items(), key=lambda item: (item[0] != "vn", item[0])))


def kinds(ontology: Path) -> dict[str, tuple[str, ...]]:
    """Return scheme → sorted keys of every SKOS concept; its IRI must be made of its scheme and notation."""
    graph = read_files(ontology, (KIND_FILE,))
    schemes: dict[str, list[str]] = {
        str(scheme).removeprefix(f"{BASE}kind/"): []
        for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)
    }
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        scheme, _, key = str(concept).removeprefix(f"{BASE}kind/").rpartition("/")
        if scheme not in schemes or (concept, SKOS.inScheme, URIRef(f"{BASE}kind/{scheme}")) not in graph:
            raise OntologyError(f"{concept} is not skos:inScheme of the scheme in its IRI", place=KIND_FILE)
        if str(graph.value(concept, SKOS.notation)) != key:
            raise OntologyError(f"{concept} has another skos:notation than its IRI", place=KIND_FILE)
        schemes[scheme].append(key)
    return {scheme: tuple(sorted(keys)) for scheme, keys in sorted(schemes.items())}


def generated_terms(ontology: Path) -> str:
    """Return the text of `terms.py`: a class of constants per prefix, and the prefixes."""
    found = terms(ontology)
    lines = [
        '"""GENERATED from ontology/ by `voetnoot-etl terms`: every term, in one class per prefix."""',
        "",
        "# ruff: noqa: N815 (the vocabularies chose these names)",
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "from pyoxigraph import NamedNode",
        "",
        "PREFIXES: Final[dict[str, str]] = {",
        *(f'    "{prefix}": "{space}",' for prefix, (space, _) in found.items()),
        *(f'    "{name}": "{BASE}{name}/",' for name in ("graph", "kind")),
        *(f'    "{kind}": "{BASE}id/{kind}/",' for kind in THINGS.split()),
        "}",
        *(line for prefix, (space, names) in found.items() for line in _class(prefix, space, names)),
    ]
    return "\n".join(lines) + "\n"


def _class(prefix: str, space: str, names: tuple[str, ...]) -> Iterator[str]:
    base = f"_{prefix.upper()}"
    yield from ("", "", f'{base} = "{space}"', "", "", f"class {prefix.upper()}:")
    yield from (f'    """The terms of <{space}>."""', "")
    for name in names:
        constant = f"{name}_" if keyword.iskeyword(name) else name
        yield f'    {constant}: Final = NamedNode({base} + "{name}")'


def generated_kinds(ontology: Path) -> str:
    """Return the text of `kinds.py`: the keys of each scheme."""
    lines = [
        '"""GENERATED from ontology/kinds.ttl by `voetnoot-etl terms`: the keys of each SKOS scheme."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "from typing import Final",
        "",
        '_TABLE = """',
        *(line for scheme, keys in kinds(ontology).items() for line in _scheme(scheme, keys)),
        '"""',
        "",
        '_ROWS = (row.partition(":") for row in _TABLE.split(";") if row.strip())',
        "",
        "KINDS: Final[Mapping[str, frozenset[str]]] = {",
        "    scheme.strip(): frozenset(keys.split()) for scheme, _, keys in _ROWS",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _scheme(scheme: str, keys: tuple[str, ...]) -> list[str]:
    return textwrap.wrap(
        f"{scheme}: {' '.join(keys)};", 100, subsequent_indent="    ", break_on_hyphens=False
    )


def write_terms(ontology: Path, module: Path) -> None:
    """Write the terms module and, beside it, `kinds.py`."""
    module.write_text(generated_terms(ontology), encoding="utf-8")
    module.with_name("kinds.py").write_text(generated_kinds(ontology), encoding="utf-8")


if __name__ == "__main__":
    write_terms(Path(__file__).parents[2] / "ontology", Path(__file__).with_name("terms.py"))
