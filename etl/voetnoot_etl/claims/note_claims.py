"""Claims that the rules find in explanatory notes: their sentences are read as those of the body are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voetnoot_etl.claims.model import Claim, in_note
from voetnoot_etl.claims.note_comments import NoteComment, read_comments
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading, Sentence, SpanKind
from voetnoot_etl.reading.citations import OPENING
from voetnoot_etl.world.knowledge import Knowledge


def propose_all(reading: DocumentReading, source: Source, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return the claims that the rules find in the sentences of a document, then those in its notes."""
    noted = (claim for note in read_comments(reading) for claim in _propose(note, reading, source, knowledge))
    return (*propose(reading, source, knowledge), *noted)


def _propose(
    note: NoteComment, reading: DocumentReading, source: Source, knowledge: Knowledge
) -> Iterator[Claim]:
    """Yield the claims of one note, which is read by itself and in the voice of the part that marks it."""
    number = note.footnote.number
    alone = replace(reading, sentences=tuple(_sentences(note, reading)))
    for index, claim in enumerate(propose(alone, source, knowledge), 1):
        yield replace(claim, position=0, note=number, number=index, scope=in_note(number))


def _sentences(note: NoteComment, reading: DocumentReading) -> Iterator[Sentence]:
    number = note.footnote.number
    marking = (s.section for s in reading.sentences if any(m.number == number for m in s.markers))
    section = next(marking, "")
    for position, text in enumerate(note.sentences, 1):
        yield Sentence(position, text, section, SpanKind.NOTE, _role(text.value), note.footnote.page or 0)


def _role(words: str) -> str:
    """Return what a sentence of a note does; one that only says where to look (`Zie bijlage 2`) states nothing."""
    if words.endswith("?"):
        return "question"
    return "reference" if OPENING.match(words) else "statement"
