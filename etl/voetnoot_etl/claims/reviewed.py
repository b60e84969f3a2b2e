"""Reviewed tables of claims, held against the text: what the build takes as it is.

A row belongs to the sentence, or to the explanatory note, in which its first stretch begins. A row whose words
are not those that were read (another digest) is a `CuratedError`, as is one that the sentences, notes or tables
do not bear out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.claims.completeness import check_claim
from voetnoot_etl.claims.model import Claim, Home
from voetnoot_etl.claims.note_comments import note_at, read_comments
from voetnoot_etl.claims.table import COLUMNS, NO_CLAIM, read_claim, read_spans
from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.world.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviewed claims of a document, and all sentences and notes that were read."""

    claims: tuple[Claim, ...] = ()
    homes: frozenset[Home] = frozenset()


def read_reviewed(path: Path, document: str, reading: DocumentReading, knowledge: Knowledge) -> Reviewed:
    """Read a document's reviewed claims; without a table nothing is reviewed."""
    if not path.is_file():
        return Reviewed()
    claims: list[Claim] = []
    homes: list[Home] = []
    last = (Home(0, 0), 0)
    for row, home in placed_rows(path, reading):
        _check_digest(row, reading)
        place = (home, row.integer("n") or 0)
        if place <= last:
            message = "rows follow the text: sentence by sentence, then note by note, n from 1 up"
            raise CuratedError(message, place=row.place)
        last = place
        homes.append(home)
        if row["kind"] != NO_CLAIM:
            claim = read_claim(row, document, home)
            check_claim(claim, knowledge, reading, row.place)
            claims.append(claim)
    return Reviewed(tuple(claims), frozenset(homes))


def placed_rows(path: Path, reading: DocumentReading) -> Iterator[tuple[Row, Home]]:
    """Yield the rows of a table, each with the sentence or note that it belongs to."""
    starts = [sentence.spans[0].start for sentence in reading.sentences]
    comments = {comment.footnote: comment for comment in read_comments(reading)}
    for row in read_table(path, COLUMNS):
        spans = read_spans(row)
        if note := note_at(reading, spans[0].start):
            if note not in comments or not comments[note].holds(spans):
                raise CuratedError(f"note {note.number} does not itself say {row['spans']}", place=row.place)
            yield row, Home(note.number, 0)
            continue
        index = bisect_right(starts, spans[0].start) - 1
        sentence = reading.sentences[max(index, 0)]
        if index < 0 or spans[-1].end > sentence.spans[-1].end + MARKER_DIGITS:
            raise CuratedError(f"no sentence holds all of {row['spans']}", place=row.place)
        yield row, Home(0, sentence.position)


MARKER_DIGITS = 4
"""A quote may take in the note number that is glued to the end of its sentence."""


def _check_digest(row: Row, reading: DocumentReading) -> None:
    quote = "".join(reading.text[span.start : span.end] for span in read_spans(row))
    if quote_digest(quote) != row["digest"]:
        message = f"the words at {row['spans']} are not those that were reviewed; read them again"
        raise CuratedError(f"{message}, their digest is {quote_digest(quote)}", place=row.place)
