"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/spar/doco/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/spar/doco/"


class DOCO:
    """The terms of <http://purl.org/spar/doco/>."""

    Footnote: Final = NamedNode(_SPACE + "Footnote")
    Section: Final = NamedNode(_SPACE + "Section")
    Sentence: Final = NamedNode(_SPACE + "Sentence")
