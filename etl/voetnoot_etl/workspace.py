"""Where everything lies: the rooms of a checkout, and the folder of source files where there is one."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from voetnoot_etl.errors import VoetnootError

SOURCES_VARIABLE = "VOETNOOT_SOURCES"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders that a build reads and writes; `sources` is None where the source files are not at hand."""

    root: Path
    sources: Path | None = None
    data: Path = field(init=False)
    build: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", self.root / "data")
        object.__setattr__(self, "build", self.root / "build")

    @property
    def ontology(self) -> Path:
        """Return the folder of the ontology."""
        return self.root / "ontology"

    @property
    def manifests(self) -> Path:
        """Return the folder of manifests."""
        return self.root / "etl" / "sources"

    @property
    def curated(self) -> Path:
        """Return the folder of reviewed tables."""
        return self.root / "etl" / "curated"

    @property
    def queries(self) -> Path:
        """Return the folder of saved queries."""
        return self.root / "queries"


def workspace(root: Path | None = None, sources: str | None = None) -> Workspace:
    """Return the workspace of a checkout; `sources` or else VOETNOOT_SOURCES names the source files.

    A folder that is named but absent is a `VoetnootError`: nobody who names one wants a build without it.
    """
    named = sources if sources is not None else os.environ.get(SOURCES_VARIABLE, "")
    folder = Path(named).resolve() if named else None
    if folder is not None and not folder.is_dir():
        raise VoetnootError(f"{SOURCES_VARIABLE} names a folder that does not exist", place=named)
    return Workspace((root or Path(__file__).parents[2]).resolve(), folder)


def report(line: str) -> None:
    """Say on the terminal what is being done."""
    print(line, file=sys.stderr, flush=True)
