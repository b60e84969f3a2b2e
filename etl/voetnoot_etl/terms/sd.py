"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/sparql-service-description#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/sparql-service-description#"


class SD:
    """The terms of <http://www.w3.org/ns/sparql-service-description#>."""

    Dataset: Final = NamedNode(_SPACE + "Dataset")
    Graph: Final = NamedNode(_SPACE + "Graph")
    NamedGraph: Final = NamedNode(_SPACE + "NamedGraph")
    Service: Final = NamedNode(_SPACE + "Service")
    defaultDataset: Final = NamedNode(_SPACE + "defaultDataset")
    defaultGraph: Final = NamedNode(_SPACE + "defaultGraph")
    endpoint: Final = NamedNode(_SPACE + "endpoint")
    feature: Final = NamedNode(_SPACE + "feature")
    graph: Final = NamedNode(_SPACE + "graph")
    name: Final = NamedNode(_SPACE + "name")
    namedGraph: Final = NamedNode(_SPACE + "namedGraph")
    resultFormat: Final = NamedNode(_SPACE + "resultFormat")
    supportedLanguage: Final = NamedNode(_SPACE + "supportedLanguage")
