"""The date phrases of the five documents, read by hand: positions and EDTF."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from voetnoot_etl.claims.sentence_context import read_contexts
from voetnoot_etl.curated import read_table
from voetnoot_etl.manifest import find_file, read_manifests
from voetnoot_etl.reading.document import read_document
from voetnoot_etl.reading.publishers import read_publishers
from voetnoot_etl.world.knowledge import Knowledge

COLUMNS = ("document", "start", "end", "edtf", "inferred")
ENOUGH = 0.95


def found_dates(root: Path, sources: Path, knowledge: Knowledge) -> Counter[tuple[str, ...]]:
    """Return every date phrase that the rules find, as a row of the table."""
    publishers = read_publishers(root / "etl" / "curated" / "publishers.tsv")
    found: Counter[tuple[str, ...]] = Counter()
    for source in read_manifests(root / "etl" / "sources"):
        path = find_file(source, sources) if source.kind == "document" else None
        if path is None:
            continue
        for context in read_contexts(read_document(path, publishers), source, knowledge):
            offsets = context.sentence.text.offsets
            for date in context.dates:
                place = (str(offsets[date.start]), str(offsets[date.end - 1] + 1))
                found[source.id, *place, date.edtf, "yes" if date.inferred else ""] += 1
    return found


def test_the_dates_of_the_documents_are_found(root: Path, sources: Path, knowledge: Knowledge) -> None:
    table = Path(__file__).with_name("dates-in-documents.tsv")
    expected = Counter(tuple(row.cells.values()) for row in read_table(table, COLUMNS))
    found = found_dates(root, sources, knowledge)
    right = (expected & found).total()
    assert right >= ENOUGH * expected.total()
    assert right >= ENOUGH * found.total()
