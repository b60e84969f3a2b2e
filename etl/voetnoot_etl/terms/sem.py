"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://semanticweb.cs.vu.nl/2009/11/sem/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://semanticweb.cs.vu.nl/2009/11/sem/"


class SEM:
    """The terms of <http://semanticweb.cs.vu.nl/2009/11/sem/>."""

    Event: Final = NamedNode(_SPACE + "Event")
    eventType: Final = NamedNode(_SPACE + "eventType")
    hasActor: Final = NamedNode(_SPACE + "hasActor")
    hasEarliestBeginTimeStamp: Final = NamedNode(_SPACE + "hasEarliestBeginTimeStamp")
    hasEarliestEndTimeStamp: Final = NamedNode(_SPACE + "hasEarliestEndTimeStamp")
    hasLatestBeginTimeStamp: Final = NamedNode(_SPACE + "hasLatestBeginTimeStamp")
    hasLatestEndTimeStamp: Final = NamedNode(_SPACE + "hasLatestEndTimeStamp")
    hasPlace: Final = NamedNode(_SPACE + "hasPlace")
    hasSubEvent: Final = NamedNode(_SPACE + "hasSubEvent")
    subEventOf: Final = NamedNode(_SPACE + "subEventOf")
