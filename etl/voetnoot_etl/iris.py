"""Every IRI is minted here: `<base>id/<type>/<key>`, `<base>kind/<scheme>/<key>`, `<base>graph/<name>`.

Keys are readable and stable. A key that is not of lower-case ASCII letters, digits, `-`, `.` or `_`,
with `/` between a graph's parts, is refused, so that no source text can reach an IRI unnoticed.
"""

from __future__ import annotations

import re
import unicodedata

from pyoxigraph import NamedNode

from voetnoot_etl.errors import VoetnootError

BASE = "https://w3id.org/voetnoot/"
ONTOLOGY = f"{BASE}ontology#"

_KEY = re.compile(r"[a-z0-9][a-z0-9._-]*")
_FOLDED = str.maketrans({"ı": "i", "ə": "e", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "đ": "d"})


def thing(kind: str, *parts: str | int) -> NamedNode:
    """Return the IRI of one thing, such as `thing("citation", "cedoca-2023-12-05", 34, 2)`."""
    return NamedNode(f"{BASE}id/{_checked(kind)}/{_checked('-'.join(str(part) for part in parts))}")


def concept(scheme: str, key: str) -> NamedNode:
    """Return the IRI of a concept of one of the schemes in `ontology/kinds.ttl`."""
    return NamedNode(f"{BASE}kind/{_checked(scheme)}/{_checked(key)}")


def scheme(name: str) -> NamedNode:
    """Return the IRI of one of the schemes of concepts."""
    return NamedNode(f"{BASE}kind/{_checked(name)}")


def graph(name: str) -> NamedNode:
    """Return the IRI of a named graph; `text/<document>` has two parts."""
    return NamedNode(f"{BASE}graph/{'/'.join(_checked(part) for part in name.split('/'))}")


def slug(text: str) -> str:
    """Return a key made of a name: diacritics folded, lower case, everything else a hyphen."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    ascii_only = folded.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise VoetnootError(f"{key!r} cannot be part of an IRI")
    return key
