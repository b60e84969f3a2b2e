"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://xmlns.com/foaf/0.1/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://xmlns.com/foaf/0.1/"


class FOAF:
    """The terms of <http://xmlns.com/foaf/0.1/>."""

    Person: Final = NamedNode(_SPACE + "Person")
    homepage: Final = NamedNode(_SPACE + "homepage")
