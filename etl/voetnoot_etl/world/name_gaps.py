"""Names that stand in a document and in no table, listed by the build so that somebody decides on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from voetnoot_etl.model import DocumentReading, SpanKind
from voetnoot_etl.world.known_names import known_names
from voetnoot_etl.world.tables import World
from voetnoot_etl.world.unknown_names import find_unknown_names, read_ignored

_READ = (SpanKind.BODY, SpanKind.HEADING, SpanKind.CAPTION, SpanKind.NOTE)
_TIMES = 3


def list_unknown_names(
    readings: Mapping[str, DocumentReading], world: World, curated: Path
) -> Iterator[tuple[str, str]]:
    """Yield (document, line) for each name that no table knows, with the offsets of its first places."""
    ignored = read_ignored(curated / "ignored-names.tsv")
    for document, reading in sorted(readings.items()):
        places: dict[str, list[int]] = {}
        for name in find_unknown_names(_words(reading), known_names(world, document), ignored):
            places.setdefault(name.text, []).append(name.start)
        for name_text, starts in sorted(places.items()):
            more = " ..." if len(starts) > _TIMES else ""
            yield document, f"{name_text} at {', '.join(str(start) for start in starts[:_TIMES])}{more}"


def _words(reading: DocumentReading) -> str:
    """Return the text with everything but words blanked out, so that offsets stay those of the file.

    A full stop takes the line end of a heading, behind which a sentence opens.
    """
    kept = ["\n" if character == "\n" else " " for character in reading.text]
    for span, kind in reading.spans:
        if kind in _READ:
            kept[span.start : span.end] = reading.text[span.start : span.end]
        if kind in (SpanKind.HEADING, SpanKind.CAPTION):
            kept[span.end - 1] = "."
    return re.sub(r"https?://\S+", lambda match: " " * len(match[0]), "".join(kept))
