"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/spar/biro/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/spar/biro/"


class BIRO:
    """The terms of <http://purl.org/spar/biro/>."""

    BibliographicReference: Final = NamedNode(_SPACE + "BibliographicReference")
    references: Final = NamedNode(_SPACE + "references")
