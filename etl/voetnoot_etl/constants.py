"""Ontology → Python: the package `terms` and the module `kinds` are written from `ontology/*.ttl`, never by hand.

`voetnoot-etl terms` writes both anew after a change to the ontology.
"""

from __future__ import annotations

import keyword
import textwrap
from collections.abc import Iterator
from pathlib import Path

from voetnoot_etl.iris import BASE
from voetnoot_etl.vocabulary import THINGS, kinds, terms

_FUTURE = ("", "from __future__ import annotations", "")


def generated_terms(ontology: Path) -> dict[str, str]:
    """Return file name → text of the package `terms`: a module per prefix, and the prefixes beside them."""
    found = terms(ontology)
    spaces = {prefix: space for prefix, (space, _) in found.items()}
    modules = {
        f"{prefix}.py": _text(_module(prefix, space, names)) for prefix, (space, names) in found.items()
    }
    return {"__init__.py": _text(_package(spaces))} | modules


def _package(spaces: dict[str, str]) -> Iterator[str]:
    yield '"""GENERATED from ontology/ by `voetnoot-etl terms`: every term, in one class per prefix."""'
    yield from (*_FUTURE, "from typing import Final", "")
    yield from (f"from voetnoot_etl.terms.{name} import {name.upper()}" for name in sorted(spaces))
    yield from ("", "PREFIXES: Final[dict[str, str]] = {")
    yield from (f'    "{prefix}": "{space}",' for prefix, space in spaces.items())
    yield from (f'    "{name}": "{BASE}{name}/",' for name in ("graph", "kind"))
    yield from (f'    "{thing}": "{BASE}id/{thing}/",' for thing in THINGS.split())
    yield from ("}", '"""Prefix → IRI: of vocabularies, graphs, kinds, and each type of thing."""', "")
    yield "__all__ = ["
    yield from (f'    "{name}",' for name in sorted(("PREFIXES", *(prefix.upper() for prefix in spaces))))
    yield "]"


def _module(prefix: str, space: str, names: tuple[str, ...]) -> Iterator[str]:
    yield f'"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <{space}>."""'
    yield from (*_FUTURE, "from typing import Final", "", "from pyoxigraph import NamedNode")
    yield from ("", f'_SPACE = "{space}"', "", "", f"class {prefix.upper()}:")
    yield from (f'    """The terms of <{space}>."""', "")
    for name in names:
        constant = f"{name}_" if keyword.iskeyword(name) else name
        yield f'    {constant}: Final = NamedNode(_SPACE + "{name}")'


def generated_kinds(ontology: Path) -> str:
    """Return the text of `kinds.py`: the keys of each scheme."""
    lines = [
        '"""GENERATED from ontology/kinds.ttl by `voetnoot-etl terms`: the keys of each SKOS scheme."""',
        *_FUTURE,
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
    return _text(iter(lines))


def _scheme(scheme: str, keys: tuple[str, ...]) -> list[str]:
    return textwrap.wrap(
        f"{scheme}: {' '.join(keys)};", 100, subsequent_indent="    ", break_on_hyphens=False
    )


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def write_constants(ontology: Path, package: Path) -> None:
    """Write `terms/` and `kinds.py` into a package; a module of a prefix that has gone goes too."""
    folder = package / "terms"
    folder.mkdir(exist_ok=True)
    modules = generated_terms(ontology)
    for gone in {path.name for path in folder.glob("*.py")} - modules.keys():
        (folder / gone).unlink()
    for name, text in modules.items():
        (folder / name).write_text(text, encoding="utf-8")
    (package / "kinds.py").write_text(generated_kinds(ontology), encoding="utf-8")
