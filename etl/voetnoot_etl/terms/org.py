"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/org#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/org#"


class ORG:
    """The terms of <http://www.w3.org/ns/org#>."""

    Membership: Final = NamedNode(_SPACE + "Membership")
    Organization: Final = NamedNode(_SPACE + "Organization")
    member: Final = NamedNode(_SPACE + "member")
    organization: Final = NamedNode(_SPACE + "organization")
    role: Final = NamedNode(_SPACE + "role")
    subOrganizationOf: Final = NamedNode(_SPACE + "subOrganizationOf")
