"""GENERATED from ontology/kinds.ttl by `voetnoot-etl terms`: the keys of each SKOS scheme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TABLE = """
"""

_ROWS = (row.partition(":") for row in _TABLE.split(";") if row.strip())

KINDS: Final[Mapping[str, frozenset[str]]] = {
    scheme.strip(): frozenset(keys.split()) for scheme, _, keys in _ROWS
}
