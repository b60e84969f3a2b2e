"""Reviewed tables of claims, held against the text: what the build takes as it is.

A row belongs to the sentence in which its first stretch begins. A row whose words are not those that were
read (another digest) is a `CuratedError`, as is one that the sentences, notes or tables do not bear out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.claims.completeness import check_claim
from voetnoot_etl.claims.model import Claim
from voetnoot_etl.claims.table import COLUMNS, NO_CLAIM, read_claim, read_spans
from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.model import DocumentReading, Sentence
from voetnoot_etl.world.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviewed claims of a document, and the positions of all sentences that were read."""

    claims: tuple[Claim, ...] = ()
    positions: frozenset[int] = frozenset()


def read_reviewed(path: Path, document: str, reading: DocumentReading, knowledge: Knowledge) -> Reviewed:
    """Read a document's reviewed claims; without a table nothing is reviewed."""
    if not path.is_file():
        return Reviewed()
    claims: list[Claim] = []
    positions: list[int] = []
    last = (0, 0)
    for row, sentence in sentence_rows(path, reading):
        _check_digest(row, reading)
        place = (sentence.position, row.integer("n") or 0)
        if place <= last:
            raise CuratedError("rows follow the text: sentence by sentence, n from 1 up", place=row.place)
        last = place
        positions.append(sentence.position)
        if row["kind"] != NO_CLAIM:
            claim = read_claim(row, document, sentence.position)
            check_claim(claim, knowledge, reading, row.place)
            claims.append(claim)
    return Reviewed(tuple(claims), frozenset(positions))


def sentence_rows(path: Path, reading: DocumentReading) -> Iterator[tuple[Row, Sentence]]:
    """Yield the rows of a table with the sentence that each belongs to."""
    starts = [sentence.spans[0].start for sentence in reading.sentences]
    for row in read_table(path, COLUMNS):
        spans = read_spans(row)
        index = bisect_right(starts, spans[0].start) - 1
        sentence = reading.sentences[max(index, 0)]
        if index < 0 or spans[-1].end > sentence.spans[-1].end + MARKER_DIGITS:
            raise CuratedError(f"no sentence holds all of {row['spans']}", place=row.place)
        yield row, sentence


MARKER_DIGITS = 4
"""A quote may take in the note number that is glued to the end of its sentence."""


def _check_digest(row: Row, reading: DocumentReading) -> None:
    quote = "".join(reading.text[span.start : span.end] for span in read_spans(row))
    if quote_digest(quote) != row["digest"]:
        message = f"the words at {row['spans']} are not those that were reviewed; read them again"
        raise CuratedError(f"{message}, their digest is {quote_digest(quote)}", place=row.place)
