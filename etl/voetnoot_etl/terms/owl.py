"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/2002/07/owl#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/2002/07/owl#"


class OWL:
    """The terms of <http://www.w3.org/2002/07/owl#>."""

    Class: Final = NamedNode(_SPACE + "Class")
    Ontology: Final = NamedNode(_SPACE + "Ontology")
    sameAs: Final = NamedNode(_SPACE + "sameAs")
    versionInfo: Final = NamedNode(_SPACE + "versionInfo")
