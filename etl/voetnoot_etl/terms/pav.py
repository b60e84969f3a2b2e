"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/pav/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/pav/"


class PAV:
    """The terms of <http://purl.org/pav/>."""

    version: Final = NamedNode(_SPACE + "version")
