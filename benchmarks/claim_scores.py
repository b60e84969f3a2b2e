"""Pairs of proposed and reviewed claims, and how many of their fields are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from voetnoot_etl.claims.model import Claim, ClaimKind

FIELDS: dict[str, Callable[[Claim], object]] = {
    "kind": lambda claim: claim.kind,
    "unit": lambda claim: claim.unit,
    "qualifier": lambda claim: claim.qualifier,
    "outcome": lambda claim: claim.outcome,
    "status": lambda claim: claim.combatant_status,
    "side": lambda claim: claim.side,
    "speakers": lambda claim: tuple(saying.actors for saying in claim.chain),
    "modality": lambda claim: tuple(saying.modality for saying in claim.chain),
    "occurrence": lambda claim: claim.occurrence,
    "edtf": lambda claim: claim.edtf,
    "events": lambda claim: frozenset(claim.events),
    "places": lambda claim: frozenset(claim.places),
    "actors": lambda claim: frozenset(claim.actors),
    "addressees": lambda claim: frozenset(claim.addressees),
    "notes": lambda claim: (claim.scope.key, frozenset(claim.scope.footnotes)),
}


@dataclass(slots=True)
class Score:
    """How many things were found rightly, how many were proposed, and how many were to be found."""

    right: int = 0
    proposed: int = 0
    expected: int = 0

    def add(self, other: Score) -> None:
        """Add another score to this one."""
        self.right += other.right
        self.proposed += other.proposed
        self.expected += other.expected

    @property
    def precision(self) -> float:
        """Return the share of what was proposed that is right."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was to be found that was found rightly."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        shares = f"{self.precision:5.3f}  {self.recall:5.3f}  {self.f1:5.3f}"
        return f"{shares}  {self.right:4d} / {self.expected:4d}"


@dataclass(slots=True)
class Scores:
    """The scores of one document, or of all."""

    by_name: dict[str, Score] = field(default_factory=dict)

    def add(self, name: str, score: Score) -> None:
        """Add a score under a name."""
        self.by_name.setdefault(name, Score()).add(score)


def match(proposed: Sequence[Claim], reviewed: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return proposals with the reviewed claims that they stand for, the likest first; each in one pair at most.

    Of claims that are as like, those come first that share most of their words.
    """
    candidates = sorted(
        (-_likeness(ours, theirs), -_shared_words(ours, theirs), right, left)
        for left, ours in enumerate(proposed)
        for right, theirs in enumerate(reviewed)
        if ours.home == theirs.home and _same(ours, theirs)
    )
    pairs: list[tuple[Claim, Claim]] = []
    left_used: set[int] = set()
    right_used: set[int] = set()
    for _, _, right, left in candidates:
        if left not in left_used and right not in right_used:
            left_used.add(left)
            right_used.add(right)
            pairs.append((proposed[left], reviewed[right]))
    return pairs


def _same(ours: Claim, theirs: Claim) -> bool:
    if not is_figure(theirs):
        return True
    numbers = (theirs.stated, theirs.lower, theirs.upper)
    if numbers == (None, None, None) or (ours.stated, ours.lower, ours.upper) == (None, None, None):
        return numbers == (ours.stated, ours.lower, ours.upper) and _overlap(ours, theirs)
    return numbers == (ours.stated, ours.lower, ours.upper)


def _overlap(ours: Claim, theirs: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in ours.spans for b in theirs.spans)


def _likeness(ours: Claim, theirs: Claim) -> int:
    return sum(value(ours) == value(theirs) for value in FIELDS.values()) + _overlap(ours, theirs)


def _shared_words(ours: Claim, theirs: Claim) -> float:
    """Return how much of the words of either claim both quote, from 0 to 1."""
    mine, right = _offsets(ours), _offsets(theirs)
    return len(mine & right) / len(mine | right)


def _offsets(claim: Claim) -> set[int]:
    return {offset for span in claim.spans for offset in range(span.start, span.end)}


def field_score(pairs: Iterable[tuple[Claim, Claim]], value: Callable[[Claim], object]) -> Score:
    """Return how many cells of a field are filled alike in pairs of claims."""
    counts = Counter[str]()
    for ours, theirs in pairs:
        mine, right = value(ours), value(theirs)
        counts["proposed"] += bool(mine)
        counts["expected"] += bool(right)
        counts["right"] += bool(mine) and mine == right
    return Score(counts["right"], counts["proposed"], counts["expected"])


def is_figure(claim: Claim) -> bool:
    """Return whether a claim is a figure."""
    return claim.kind is ClaimKind.FIGURE


def is_whole(claim: Claim) -> bool:
    """Return whether a claim is no figure."""
    return claim.kind is not ClaimKind.FIGURE
