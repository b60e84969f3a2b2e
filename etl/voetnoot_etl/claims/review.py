"""The claims of a document for the build, and the sheets and listings that a reviewer works with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.claims.model import Claim, Home
from voetnoot_etl.claims.note_claims import propose_all
from voetnoot_etl.claims.note_comments import read_comments
from voetnoot_etl.claims.proposals import CLAIMING
from voetnoot_etl.claims.reviewed import placed_rows, read_reviewed
from voetnoot_etl.claims.table import COLUMNS, chain_text, claim_rows, read_spans
from voetnoot_etl.curated import read_table
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading, Span
from voetnoot_etl.world.knowledge import Knowledge

SHARED_WORDS = 7
"""A paraphrase that shares this many words in a row with the document quotes it."""
_HAND_MADE = ("number", "digest", "rules", "reviewed", "paraphrase_en", "paraphrase_nl", "spans")


def table_path(tables: Path, document: str) -> Path:
    """Return where the reviewed table of a document lies."""
    return tables / f"{document}.tsv"


def document_claims(
    reading: DocumentReading, source: Source, knowledge: Knowledge, tables: Path
) -> tuple[Claim, ...]:
    """Return the reviewed claims of a document, and the proposals for sentences that nobody has reviewed."""
    reviewed = read_reviewed(table_path(tables, source.id), source.id, reading, knowledge)
    proposed = propose_all(reading, source, knowledge)
    rest = (claim for claim in proposed if claim.home not in reviewed.homes)
    return tuple(sorted([*reviewed.claims, *rest], key=lambda claim: (claim.home, claim.number)))


def proposal_table(reading: DocumentReading, source: Source, knowledge: Knowledge) -> str:
    """Return all proposals as a table to be corrected; the paraphrases are empty."""
    return claim_rows(propose_all(reading, source, knowledge))


def proposal_listing(reading: DocumentReading, source: Source, knowledge: Knowledge) -> Iterator[str]:
    """Yield each sentence, then each explanatory note, with its proposals: for the reviewer's screen only."""
    proposals: dict[Home, list[Claim]] = {}
    for claim in propose_all(reading, source, knowledge):
        proposals.setdefault(claim.home, []).append(claim)
    for sentence in reading.sentences:
        notes = ",".join(str(marker.number) for marker in sentence.markers)
        kept = f"[{sentence.section} {sentence.role} notes {notes or '-'}]"
        yield f"{sentence.position} {kept} {_stretches(sentence.spans)}"
        yield f"  {sentence.text.value}"
        yield from _rows(proposals.get(Home(0, sentence.position), ()))
    for note in read_comments(reading):
        for text in note.sentences:
            yield f"note {note.footnote.number} [{note.footnote.kind}] {_stretches(text.spans())}"
            yield f"  {text.value}"
        yield from _rows(proposals.get(Home(note.footnote.number, 0), ()))


def _stretches(spans: Sequence[Span]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _rows(claims: Sequence[Claim]) -> Iterator[str]:
    return (f"    {row}" for row in claim_rows(claims).splitlines()[1:])


def review_listing(
    reading: DocumentReading, source: Source, knowledge: Knowledge, tables: Path
) -> Iterator[str]:
    """Yield what a reviewer still has to see: what has no row, differences from the rules, quotes."""
    reviewed = read_reviewed(table_path(tables, source.id), source.id, reading, knowledge)
    yield from _without_row(reading, reviewed.homes)
    proposed = {(claim.home, claim.spans): claim for claim in propose_all(reading, source, knowledge)}
    words = _runs(reading.text)
    for claim in reviewed.claims:
        other = proposed.get((claim.home, claim.spans))
        if other:
            yield from (f"{claim.key}: {line}" for line in _differences(claim, other))
        if shared := _runs(claim.paraphrase_nl) & words:
            yield f"{claim.key}: the paraphrase quotes {' '.join(min(shared))!r}"


def _without_row(reading: DocumentReading, homes: Collection[Home]) -> Iterator[str]:
    """Yield the sentences that claim something, and the explanatory notes, that nobody has read."""
    for sentence in reading.sentences:
        if sentence.role in CLAIMING and Home(0, sentence.position) not in homes:
            yield f"sentence {sentence.position} at {sentence.spans[0].start}: no row"
    for note in read_comments(reading):
        if note.sentences and Home(note.footnote.number, 0) not in homes:
            yield f"note {note.footnote.number} at {note.sentences[0].offsets[0]}: no row"


def fill_digests(path: Path, reading: DocumentReading) -> str:
    """Return a table with the digests that are empty filled in; a digest that is there stays as it is."""
    rows = read_table(path, COLUMNS)
    lines = ["\t".join(COLUMNS)]
    for row in rows:
        quote = "".join(reading.text[span.start : span.end] for span in read_spans(row))
        cells = {**row.cells, "digest": row["digest"] or quote_digest(quote)}
        lines.append("\t".join(cells[column] for column in COLUMNS))
    return "".join(f"{line}\n" for line in lines)


def sorted_table(path: Path, reading: DocumentReading) -> str:
    """Return a table with its rows in the order of the text."""
    rows = sorted(placed_rows(path, reading), key=lambda pair: (pair[1], pair[0].integer("n") or 0))
    lines = ["\t".join(COLUMNS), *("\t".join(row[column] for column in COLUMNS) for row, _ in rows)]
    return "".join(f"{line}\n" for line in lines)


def _differences(claim: Claim, proposal: Claim) -> Iterator[str]:
    for field in fields(Claim):
        if field.name in _HAND_MADE:
            continue
        ours, rule = getattr(claim, field.name), getattr(proposal, field.name)
        if ours != rule:
            yield f"{field.name} is {_shown(ours)}, the rules say {_shown(rule)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        is_chain = bool(value) and hasattr(value[0], "modality")
        return chain_text(value) if is_chain else "|".join(map(str, value)) or "nothing"
    return str(value) if value not in ("", None) else "nothing"


def _runs(text: str) -> set[tuple[str, ...]]:
    words: Sequence[str] = [word.strip(".,;:()“”‘’\"'").lower() for word in text.split()]
    return {tuple(words[index : index + SHARED_WORDS]) for index in range(len(words) - SHARED_WORDS + 1)}
