"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/prov#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/prov#"


class PROV:
    """The terms of <http://www.w3.org/ns/prov#>."""

    Activity: Final = NamedNode(_SPACE + "Activity")
    Agent: Final = NamedNode(_SPACE + "Agent")
    Entity: Final = NamedNode(_SPACE + "Entity")
    SoftwareAgent: Final = NamedNode(_SPACE + "SoftwareAgent")
    endedAtTime: Final = NamedNode(_SPACE + "endedAtTime")
    generatedAtTime: Final = NamedNode(_SPACE + "generatedAtTime")
    specializationOf: Final = NamedNode(_SPACE + "specializationOf")
    startedAtTime: Final = NamedNode(_SPACE + "startedAtTime")
    used: Final = NamedNode(_SPACE + "used")
    wasAssociatedWith: Final = NamedNode(_SPACE + "wasAssociatedWith")
    wasAttributedTo: Final = NamedNode(_SPACE + "wasAttributedTo")
    wasDerivedFrom: Final = NamedNode(_SPACE + "wasDerivedFrom")
    wasGeneratedBy: Final = NamedNode(_SPACE + "wasGeneratedBy")
