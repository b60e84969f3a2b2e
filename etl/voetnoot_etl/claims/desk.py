"""The reviewer's commands: proposals for one document, what is left to review, digests filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.claims.review import (
    fill_digests,
    proposal_listing,
    proposal_table,
    review_listing,
    sorted_table,
    table_path,
)
from voetnoot_etl.errors import ManifestError, SourceError
from voetnoot_etl.extract import read_documents
from voetnoot_etl.manifest import Source, read_manifests
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.workspace import Workspace
from voetnoot_etl.world.knowledge import Knowledge, read_knowledge


@dataclass(frozen=True, slots=True)
class Desk:
    """One document laid out for review, with what the reviewed tables know."""

    source: Source
    reading: DocumentReading
    knowledge: Knowledge
    tables: Path


def lay_out(workspace: Workspace, document: str) -> Desk:
    """Lay out a document by its id; one that is unknown or not at hand is told."""
    sources = {s.id: s for s in read_manifests(workspace.manifests) if s.kind == "document"}
    if document not in sources:
        raise ManifestError(f"there is no document {document!r}; there are {', '.join(sources)}")
    readings = read_documents(workspace, [sources[document]])
    if document not in readings:
        raise SourceError("the file is not at hand; VOETNOOT_SOURCES names its folder", place=document)
    return Desk(
        sources[document],
        readings[document],
        read_knowledge(workspace.curated),
        workspace.curated / "claims",
    )


def proposals(desk: Desk, *, listing: bool) -> Iterator[str]:
    """Yield the proposals as the lines of a table, or under the sentences that they come from."""
    if listing:
        yield from proposal_listing(desk.reading, desk.source, desk.knowledge)
    else:
        yield from proposal_table(desk.reading, desk.source, desk.knowledge).splitlines()


def left_to_review(desk: Desk) -> Iterator[str]:
    """Yield what is unreviewed, contradicts its proposal, or quotes instead of paraphrasing."""
    yield from review_listing(desk.reading, desk.source, desk.knowledge, desk.tables)


def complete_table(desk: Desk) -> Path:
    """Fill in the digests that a reviewed table leaves empty and put its rows in order; returns its path."""
    path = table_path(desk.tables, desk.source.id)
    if not path.is_file():
        raise SourceError("there is no reviewed table", place=str(path))
    path.write_text(fill_digests(path, desk.reading), encoding="utf-8")
    path.write_text(sorted_table(path, desk.reading), encoding="utf-8")
    return path
