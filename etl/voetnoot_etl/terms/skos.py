"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/2004/02/skos/core#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/2004/02/skos/core#"


class SKOS:
    """The terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = NamedNode(_SPACE + "Concept")
    ConceptScheme: Final = NamedNode(_SPACE + "ConceptScheme")
    altLabel: Final = NamedNode(_SPACE + "altLabel")
    broadMatch: Final = NamedNode(_SPACE + "broadMatch")
    broader: Final = NamedNode(_SPACE + "broader")
    closeMatch: Final = NamedNode(_SPACE + "closeMatch")
    definition: Final = NamedNode(_SPACE + "definition")
    editorialNote: Final = NamedNode(_SPACE + "editorialNote")
    exactMatch: Final = NamedNode(_SPACE + "exactMatch")
    example: Final = NamedNode(_SPACE + "example")
    hasTopConcept: Final = NamedNode(_SPACE + "hasTopConcept")
    hiddenLabel: Final = NamedNode(_SPACE + "hiddenLabel")
    inScheme: Final = NamedNode(_SPACE + "inScheme")
    notation: Final = NamedNode(_SPACE + "notation")
    note: Final = NamedNode(_SPACE + "note")
    prefLabel: Final = NamedNode(_SPACE + "prefLabel")
    scopeNote: Final = NamedNode(_SPACE + "scopeNote")
    topConceptOf: Final = NamedNode(_SPACE + "topConceptOf")
