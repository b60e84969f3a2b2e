"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://rdfs.org/ns/void#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://rdfs.org/ns/void#"


class VOID:
    """The terms of <http://rdfs.org/ns/void#>."""

    Dataset: Final = NamedNode(_SPACE + "Dataset")
    class_: Final = NamedNode(_SPACE + "class")
    classes: Final = NamedNode(_SPACE + "classes")
    dataDump: Final = NamedNode(_SPACE + "dataDump")
    distinctObjects: Final = NamedNode(_SPACE + "distinctObjects")
    distinctSubjects: Final = NamedNode(_SPACE + "distinctSubjects")
    feature: Final = NamedNode(_SPACE + "feature")
    properties: Final = NamedNode(_SPACE + "properties")
    sparqlEndpoint: Final = NamedNode(_SPACE + "sparqlEndpoint")
    subset: Final = NamedNode(_SPACE + "subset")
    triples: Final = NamedNode(_SPACE + "triples")
    uriSpace: Final = NamedNode(_SPACE + "uriSpace")
    vocabulary: Final = NamedNode(_SPACE + "vocabulary")
