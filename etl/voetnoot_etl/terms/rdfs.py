"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/2000/01/rdf-schema#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/2000/01/rdf-schema#"


class RDFS:
    """The terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    comment: Final = NamedNode(_SPACE + "comment")
    label: Final = NamedNode(_SPACE + "label")
    seeAlso: Final = NamedNode(_SPACE + "seeAlso")
    subClassOf: Final = NamedNode(_SPACE + "subClassOf")
