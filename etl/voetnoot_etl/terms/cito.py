"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/spar/cito/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/spar/cito/"


class CITO:
    """The terms of <http://purl.org/spar/cito/>."""

    citesAsDataSource: Final = NamedNode(_SPACE + "citesAsDataSource")
    citesAsRelated: Final = NamedNode(_SPACE + "citesAsRelated")
    citesForInformation: Final = NamedNode(_SPACE + "citesForInformation")
