"""What can go wrong in the ETL; readers raise, only the command line catches.

VoetnootError
├── ManifestError      a manifest is incomplete or not valid
├── SourceError        a source file is absent, altered or not readable
│   └── TableError     a table's sheet, column or cell is not as its manifest says
├── CuratedError       a reviewed table has a row that cannot be taken
├── OntologyError      the ontology, its profile or its generated terms do not hold
├── CheckError         the graph breaks a shape or an expected count
├── BuildError         the store could not be written or swapped
└── PushError          an endpoint elsewhere did not take, or does not hold, the released graphs
"""

from __future__ import annotations


class VoetnootError(Exception):
    """A fault with its place: file, then page, note, row or column as far as known."""

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place


class ManifestError(VoetnootError):
    """A manifest is incomplete or not valid."""


class SourceError(VoetnootError):
    """A source file is absent, altered or not readable."""


class TableError(SourceError):
    """A table's sheet, column or cell is not as its manifest says."""


class CuratedError(VoetnootError):
    """A reviewed table has a row that cannot be taken."""


class OntologyError(VoetnootError):
    """The ontology, its profile or its generated terms do not hold."""


class CheckError(VoetnootError):
    """The graph breaks a shape or an expected count."""


class BuildError(VoetnootError):
    """The store could not be written or swapped."""


class PushError(VoetnootError):
    """An endpoint elsewhere did not take, or does not hold, the released graphs."""
