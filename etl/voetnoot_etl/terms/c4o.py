"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/spar/c4o/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/spar/c4o/"


class C4O:
    """The terms of <http://purl.org/spar/c4o/>."""

    InTextReferencePointer: Final = NamedNode(_SPACE + "InTextReferencePointer")
    denotes: Final = NamedNode(_SPACE + "denotes")
    hasContent: Final = NamedNode(_SPACE + "hasContent")
