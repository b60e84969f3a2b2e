"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/shacl#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/shacl#"


class SH:
    """The terms of <http://www.w3.org/ns/shacl#>."""

    select: Final = NamedNode(_SPACE + "select")
