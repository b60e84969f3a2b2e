"""Claims ↔ rows of a reviewed table: one row a claim, one column a field.

The columns and what stands in them are told in `etl/curated/claims/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from voetnoot_etl.claims.model import Claim, ClaimKind, Home, NoteScope, Saying
from voetnoot_etl.curated import Row
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.model import Span

COLUMNS = (
    *("spans", "n", "kind", "chain", "occurrence", "events", "edtf", "date_inferred", "places", "actors"),
    *("addressees", "side", "status", "outcome", "unit", "stated", "lower", "upper", "qualifier"),
    *("controllers", "provisions", "verdict", "about", "note_scope", "footnotes", "rules"),
    *("paraphrase_en", "paraphrase_nl", "digest"),
)
NO_CLAIM = "none"
"""The kind of a row that says: this sentence was read and claims nothing."""

_SPAN = re.compile(r"(\d+)-(\d+)")
_LINK = re.compile(r"([a-z0-9._+-]+):([a-z-]+)")
_YES = {"": False, "yes": True}


def claim_rows(claims: Iterable[Claim]) -> str:
    """Return claims as a table with its header line."""
    lines = ("\t".join(_cells(claim)) for claim in claims)
    return "".join(f"{line}\n" for line in ("\t".join(COLUMNS), *lines))


def _cells(claim: Claim) -> tuple[str, ...]:
    return (
        ";".join(f"{span.start}-{span.end}" for span in claim.spans),
        str(claim.number),
        claim.kind.value,
        chain_text(claim.chain),
        claim.occurrence,
        "|".join(claim.events),
        claim.edtf,
        "yes" if claim.date_inferred else "",
        *("|".join(keys) for keys in (claim.places, claim.actors, claim.addressees)),
        *(claim.side, claim.combatant_status, claim.outcome, claim.unit),
        *("" if number is None else f"{number:f}" for number in (claim.stated, claim.lower, claim.upper)),
        claim.qualifier,
        *("|".join(keys) for keys in (claim.controllers, claim.provisions)),
        claim.verdict,
        "|".join(claim.about),
        claim.scope.key,
        "|".join(map(str, claim.scope.footnotes)),
        "|".join(claim.rules),
        *(claim.paraphrase_en, claim.paraphrase_nl, claim.digest),
    )


def chain_text(chain: Iterable[Saying]) -> str:
    """Return a chain as written in a table: "cedoca:asserts<icg:asserts"."""
    return "<".join(f"{'+'.join(saying.actors)}:{saying.modality}" for saying in chain)


def read_claim(row: Row, document: str, home: Home) -> Claim:
    """Return the claim of a row; a cell that cannot be read is a `CuratedError`."""
    return Claim(
        document=document,
        position=home.position,
        number=row.integer("n") or 0,
        kind=_kind(row),
        spans=read_spans(row),
        digest=row["digest"],
        chain=_chain(row),
        scope=NoteScope(row["note_scope"], tuple(_whole(row, number) for number in row.values("footnotes"))),
        occurrence=row["occurrence"],
        events=row.values("events"),
        edtf=row["edtf"],
        date_inferred=_yes(row, "date_inferred"),
        places=row.values("places"),
        actors=row.values("actors"),
        addressees=row.values("addressees"),
        side=row["side"],
        combatant_status=row["status"],
        outcome=row["outcome"],
        unit=row["unit"],
        stated=_number(row, "stated"),
        lower=_number(row, "lower"),
        upper=_number(row, "upper"),
        qualifier=row["qualifier"],
        controllers=row.values("controllers"),
        provisions=row.values("provisions"),
        verdict=row["verdict"],
        about=row.values("about"),
        paraphrase_en=row["paraphrase_en"],
        paraphrase_nl=row["paraphrase_nl"],
        rules=row.values("rules"),
        reviewed=True,
        note=home.note,
    )


def read_spans(row: Row) -> tuple[Span, ...]:
    """Return the stretches of the file that a row quotes, in their order."""
    matches = [_SPAN.fullmatch(part) for part in row["spans"].split(";")]
    spans = tuple(Span(int(match[1]), int(match[2])) for match in matches if match)
    ordered = all(left.end <= right.start for left, right in pairwise(spans))
    if len(spans) != len(matches) or not ordered or any(span.start >= span.end for span in spans):
        raise CuratedError(f"spans is {row['spans']!r}, not such as 120-180;210-240", place=row.place)
    return spans


def _chain(row: Row) -> tuple[Saying, ...]:
    matches = [_LINK.fullmatch(link) for link in row["chain"].split("<")]
    links = tuple(Saying(tuple(match[1].split("+")), match[2]) for match in matches if match)
    if len(links) != len(matches):
        raise CuratedError(
            f"chain is {row['chain']!r}, not such as cedoca:asserts<icg:asserts", place=row.place
        )
    return links


def _kind(row: Row) -> ClaimKind:
    try:
        return ClaimKind(row["kind"])
    except ValueError as error:
        known = ", ".join([*ClaimKind, NO_CLAIM])
        raise CuratedError(f"kind is {row['kind']!r}, not one of {known}", place=row.place) from error


def _number(row: Row, column: str) -> Decimal | None:
    try:
        return Decimal(row[column]) if row[column] else None
    except InvalidOperation as error:
        raise CuratedError(f"{column} is {row[column]!r}, not a number", place=row.place) from error


def _whole(row: Row, cell: str) -> int:
    if not cell.isdecimal():
        raise CuratedError(f"footnotes holds {cell!r}, not the number of a note", place=row.place)
    return int(cell)


def _yes(row: Row, column: str) -> bool:
    if row[column] not in _YES:
        raise CuratedError(f"{column} is {row[column]!r}, neither empty nor yes", place=row.place)
    return _YES[row[column]]
