"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <https://schema.org/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "https://schema.org/"


class SCHEMA:
    """The terms of <https://schema.org/>."""

    Claim: Final = NamedNode(_SPACE + "Claim")
    about: Final = NamedNode(_SPACE + "about")
    archivedAt: Final = NamedNode(_SPACE + "archivedAt")
    sha256: Final = NamedNode(_SPACE + "sha256")
    text: Final = NamedNode(_SPACE + "text")
    url: Final = NamedNode(_SPACE + "url")
