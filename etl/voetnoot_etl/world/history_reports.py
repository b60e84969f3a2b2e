"""The reviewed tables of what is said of keeping provisions and of holding places, for claims to be made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.world.history import WORDS, read_words
from voetnoot_etl.world.tables import Words

COMPLIANCE = (
    *("provision", "verdict", "said_by", "modality", "actor", "edtf"),
    *("paraphrase_en", "paraphrase_nl", *WORDS),
)
CONTROL = (
    *("place", "controller", "change", "said_by", "modality", "edtf"),
    *("paraphrase_en", "paraphrase_nl", *WORDS),
)
SPEAKERS = ">"
"""Between the speakers of a chain, from the document's own to the one who is quoted last."""

CHANGES = ("gained", "gained-part", "held", "not-held")
"""What a report of control says: that a place came, or came in part, into a hand, was in it, or was not."""


@dataclass(frozen=True, slots=True)
class ComplianceReport:
    """What a chain of speakers says of keeping a provision; `actors` are those who keep or break it."""

    provision: str
    verdict: str
    said_by: tuple[str, ...]
    modality: str
    actors: tuple[str, ...]
    edtf: str
    paraphrase_en: str
    paraphrase_nl: str
    words: Words


@dataclass(frozen=True, slots=True)
class ControlReport:
    """What a chain of speakers says of who held, gained or did not hold a place, and when (EDTF)."""

    place: str
    controller: str
    change: str
    said_by: tuple[str, ...]
    modality: str
    edtf: str
    paraphrase_en: str
    paraphrase_nl: str
    words: Words


@dataclass(frozen=True, slots=True)
class Reports:
    """All that the tables hold."""

    compliance: tuple[ComplianceReport, ...]
    control: tuple[ControlReport, ...]

    def words(self) -> Iterator[Words]:
        """Yield where each row stands."""
        records: tuple[ComplianceReport | ControlReport, ...] = (*self.compliance, *self.control)
        for record in records:
            yield record.words


def read_reports(folder: Path) -> Reports:
    """Read the tables of a folder; a row that is not of the right form is a `CuratedError`."""
    return Reports(
        tuple(_compliance(row) for row in read_table(folder / "compliance.tsv", COMPLIANCE)),
        tuple(_control(row) for row in read_table(folder / "control.tsv", CONTROL)),
    )


def _compliance(row: Row) -> ComplianceReport:
    return ComplianceReport(
        provision=row["provision"],
        verdict=row["verdict"],
        said_by=tuple(row["said_by"].split(SPEAKERS)),
        modality=row["modality"],
        actors=row.values("actor"),
        edtf=row["edtf"],
        paraphrase_en=row["paraphrase_en"],
        paraphrase_nl=row["paraphrase_nl"],
        words=read_words(row),
    )


def _control(row: Row) -> ControlReport:
    return ControlReport(
        place=row["place"],
        controller=row["controller"],
        change=row["change"],
        said_by=tuple(row["said_by"].split(SPEAKERS)),
        modality=row["modality"],
        edtf=row["edtf"],
        paraphrase_en=row["paraphrase_en"],
        paraphrase_nl=row["paraphrase_nl"],
        words=read_words(row),
    )
