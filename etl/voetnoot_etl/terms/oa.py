"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/oa#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/oa#"


class OA:
    """The terms of <http://www.w3.org/ns/oa#>."""

    SpecificResource: Final = NamedNode(_SPACE + "SpecificResource")
    TextPositionSelector: Final = NamedNode(_SPACE + "TextPositionSelector")
    TextQuoteSelector: Final = NamedNode(_SPACE + "TextQuoteSelector")
    end: Final = NamedNode(_SPACE + "end")
    exact: Final = NamedNode(_SPACE + "exact")
    hasSelector: Final = NamedNode(_SPACE + "hasSelector")
    hasSource: Final = NamedNode(_SPACE + "hasSource")
    start: Final = NamedNode(_SPACE + "start")
