"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/shacl#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/shacl#"


class SH:
    """The terms of <http://www.w3.org/ns/shacl#>."""

    PrefixDeclaration: Final = NamedNode(_SPACE + "PrefixDeclaration")
    SPARQLAskExecutable: Final = NamedNode(_SPACE + "SPARQLAskExecutable")
    SPARQLConstructExecutable: Final = NamedNode(_SPACE + "SPARQLConstructExecutable")
    SPARQLExecutable: Final = NamedNode(_SPACE + "SPARQLExecutable")
    SPARQLSelectExecutable: Final = NamedNode(_SPACE + "SPARQLSelectExecutable")
    ask: Final = NamedNode(_SPACE + "ask")
    construct: Final = NamedNode(_SPACE + "construct")
    declare: Final = NamedNode(_SPACE + "declare")
    namespace: Final = NamedNode(_SPACE + "namespace")
    prefix: Final = NamedNode(_SPACE + "prefix")
    prefixes: Final = NamedNode(_SPACE + "prefixes")
    select: Final = NamedNode(_SPACE + "select")
