"""What a source says: the record of one claim, proposed by rule or reviewed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from voetnoot_etl.model import Span


class ClaimKind(StrEnum):
    """What a claim speaks of; the value is its word in the reviewed tables."""

    FIGURE = "figure"
    EVENT = "event"
    CONTROL = "control"
    COMPLIANCE = "compliance"
    POSITION = "position"
    OTHER = "claim"


@dataclass(frozen=True, slots=True)
class Saying:
    """One link of the chain of who says it: the keys of those who say it together, and of a modality."""

    actors: tuple[str, ...]
    modality: str = "asserts"


@dataclass(frozen=True, slots=True)
class NoteScope:
    """By which reach notes cover a claim, and the numbers of those notes."""

    key: str
    footnotes: tuple[int, ...] = ()


NO_NOTES = NoteScope("none")
IN_NOTE = "in-note"


def in_note(number: int) -> NoteScope:
    """Return the scope of a claim that stands in a note: that note, with what it cites, covers it."""
    return NoteScope(IN_NOTE, (number,))


@dataclass(frozen=True, slots=True, order=True)
class Home:
    """Where a claim stands: in the sentence at a position, or in the words of a note; notes come last."""

    note: int
    position: int

    @property
    def key(self) -> str:
        """Return the part of a claim's key that says where it stands."""
        return f"note-{self.note}" if self.note else str(self.position)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one sentence; all references are keys, empty where the text says nothing of the sort.

    `chain` begins with the voice of the document; each further link is whom the one before has it from.
    `digest` is the SHA-256 of the quoted words without white space; `key` tells claims of a sentence apart.
    A claim that stands in an explanatory note has the number of that `note`, and no `position`.
    """

    document: str
    position: int
    number: int
    kind: ClaimKind
    spans: tuple[Span, ...]
    digest: str
    chain: tuple[Saying, ...]
    scope: NoteScope = NO_NOTES
    occurrence: str = ""
    events: tuple[str, ...] = ()
    edtf: str = ""
    date_inferred: bool = False
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    side: str = ""
    combatant_status: str = ""
    outcome: str = ""
    unit: str = ""
    stated: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    qualifier: str = ""
    controllers: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    verdict: str = ""
    about: tuple[str, ...] = ()
    paraphrase_en: str = ""
    paraphrase_nl: str = ""
    rules: tuple[str, ...] = ()
    reviewed: bool = False
    note: int = 0

    @property
    def home(self) -> Home:
        """Return where the claim stands."""
        return Home(self.note, self.position)

    @property
    def key(self) -> str:
        """Return the key of the claim: document, where it stands in that, number among the claims there."""
        return f"{self.document}-{self.home.key}-{self.number}"
