"""What must be found in a document, held against what was found."""

from __future__ import annotations

from voetnoot_etl.errors import CheckError
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading


def counts(reading: DocumentReading) -> dict[str, int]:
    """Return what a manifest can expect of a document, counted."""
    return {
        "characters": len(reading.text),
        "pages": len(reading.pages),
        "sentences": len(reading.sentences),
        "markers": len(reading.markers),
        "footnotes": len(reading.footnotes),
        "lost_footnotes": sum(footnote.span is None for footnote in reading.footnotes),
        "citations": sum(len(footnote.citations) for footnote in reading.footnotes),
        "urls": len(reading.urls),
    }


def check_counts(source: Source, reading: DocumentReading) -> None:
    """Hold a reading against its manifest's expected counts; a difference is a `CheckError` that names both."""
    found = counts(reading)
    for name, expected in source.expected.items():
        if name not in found:
            raise CheckError(f"expected.{name} is not something that is counted", place=f"{source.id}.toml")
        if found[name] != expected:
            raise CheckError(f"{found[name]} {name} were read, {expected} expected", place=source.path)
    numbers = [marker.number for marker in reading.markers]
    if numbers != sorted(set(numbers)):
        raise CheckError("a marker's number occurs twice", place=source.path)
