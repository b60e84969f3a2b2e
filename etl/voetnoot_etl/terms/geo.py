"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.opengis.net/ont/geosparql#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.opengis.net/ont/geosparql#"


class GEO:
    """The terms of <http://www.opengis.net/ont/geosparql#>."""

    Feature: Final = NamedNode(_SPACE + "Feature")
    Geometry: Final = NamedNode(_SPACE + "Geometry")
    asWKT: Final = NamedNode(_SPACE + "asWKT")
    hasGeometry: Final = NamedNode(_SPACE + "hasGeometry")
