"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/2001/XMLSchema#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/2001/XMLSchema#"


class XSD:
    """The terms of <http://www.w3.org/2001/XMLSchema#>."""

    anyURI: Final = NamedNode(_SPACE + "anyURI")
    boolean: Final = NamedNode(_SPACE + "boolean")
    date: Final = NamedNode(_SPACE + "date")
    dateTime: Final = NamedNode(_SPACE + "dateTime")
    decimal: Final = NamedNode(_SPACE + "decimal")
    integer: Final = NamedNode(_SPACE + "integer")
    string: Final = NamedNode(_SPACE + "string")
