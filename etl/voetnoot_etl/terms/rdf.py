"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class RDF:
    """The terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    langString: Final = NamedNode(_SPACE + "langString")
    type: Final = NamedNode(_SPACE + "type")
