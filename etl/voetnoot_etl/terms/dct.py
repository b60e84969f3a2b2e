"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/dc/terms/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/dc/terms/"


class DCT:
    """The terms of <http://purl.org/dc/terms/>."""

    conformsTo: Final = NamedNode(_SPACE + "conformsTo")
    creator: Final = NamedNode(_SPACE + "creator")
    description: Final = NamedNode(_SPACE + "description")
    format: Final = NamedNode(_SPACE + "format")
    identifier: Final = NamedNode(_SPACE + "identifier")
    isPartOf: Final = NamedNode(_SPACE + "isPartOf")
    issued: Final = NamedNode(_SPACE + "issued")
    language: Final = NamedNode(_SPACE + "language")
    license: Final = NamedNode(_SPACE + "license")
    modified: Final = NamedNode(_SPACE + "modified")
    publisher: Final = NamedNode(_SPACE + "publisher")
    rightsHolder: Final = NamedNode(_SPACE + "rightsHolder")
    source: Final = NamedNode(_SPACE + "source")
    title: Final = NamedNode(_SPACE + "title")
