"""Holds what the rules propose against the reviewed tables of claims: precision, recall and F1 by field.

    VOETNOOT_SOURCES=<folder> python benchmarks/claims.py

A proposed figure and a reviewed one are the same where they stand in one sentence and name the same number
with the same bounds; without numbers, where their words overlap. A sentence's claim as a whole is the same
where both have one. Fields are counted over the pairs found that way: of the cells that either fills, how
many are filled alike. Every document is read as if nobody had seen it: the places where the curated tables
know its events and its local names are hidden from the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from voetnoot_etl.claim_model import Claim, ClaimKind
from voetnoot_etl.claims import propose
from voetnoot_etl.extract import read_documents
from voetnoot_etl.knowledge import Knowledge, read_knowledge
from voetnoot_etl.manifest import Source, read_manifests
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.review import table_path
from voetnoot_etl.reviewed import read_reviewed
from voetnoot_etl.workspace import workspace

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

    def __str__(self) -> str:
        precision = self.right / self.proposed if self.proposed else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        total = precision + recall
        harmonic = 2 * precision * recall / total if total else 0.0
        return f"{precision:5.3f}  {recall:5.3f}  {harmonic:5.3f}  {self.right:4d} / {self.expected:4d}"


@dataclass(slots=True)
class Scores:
    """The scores of one document, or of all."""

    by_name: dict[str, Score] = field(default_factory=dict)

    def add(self, name: str, score: Score) -> None:
        """Add a score under a name."""
        self.by_name.setdefault(name, Score()).add(score)


def main() -> None:
    """Print the scores of each reviewed document, and of all together."""
    here = workspace()
    knowledge = read_knowledge(here.curated)
    sources = read_manifests(here.manifests)
    readings = read_documents(here, [source for source in sources if source.kind == "document"])
    total = Scores()
    for source in sources:
        table = table_path(here.curated / "claims", source.id)
        if source.id in readings and table.is_file():
            scores = score_document(readings[source.id], source, knowledge, table)
            print_scores(source.id, scores)
            for name, score in scores.by_name.items():
                total.add(name, score)
    print_scores("all documents", total)


def score_document(reading: DocumentReading, source: Source, knowledge: Knowledge, table: Path) -> Scores:
    """Return the scores of a document's reviewed sentences."""
    reviewed = read_reviewed(table, source.id, reading, knowledge)
    claims = propose(reading, source, unseen(knowledge, source.id))
    proposed = [claim for claim in claims if claim.position in reviewed.positions]
    scores = Scores()
    for name, of_kind in (("figures", _is_figure), ("whole sentences", _is_whole)):
        ours = [claim for claim in proposed if of_kind(claim)]
        theirs = [claim for claim in reviewed.claims if of_kind(claim)]
        pairs = match(ours, theirs)
        scores.add(name, Score(len(pairs), len(ours), len(theirs)))
        for column, value in FIELDS.items():
            scores.add(f"{name}: {column}", _field_score(pairs, value))
    return scores


def unseen(knowledge: Knowledge, document: str) -> Knowledge:
    """Return what is known without the places at which a document speaks of it."""
    world, history = knowledge.world, knowledge.history
    elsewhere = [mention for mention in history.mentions if mention.words.document != document]
    events = [
        replace(event, words=replace(event.words, document="")) if event.words.document == document else event
        for event in history.events
    ]
    here = ("contextual", "local")
    names = [
        name for name in world.actor_names if not (name.kind in here and name.words.document == document)
    ]
    return Knowledge(
        replace(world, actor_names=tuple(names)),
        replace(history, mentions=tuple(elsewhere), events=tuple(events)),
    )


def match(proposed: Sequence[Claim], reviewed: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return proposals with the reviewed claims that they stand for, the likest first; each in one pair at most."""
    candidates = sorted(
        (-_likeness(ours, theirs), right, left)
        for left, ours in enumerate(proposed)
        for right, theirs in enumerate(reviewed)
        if ours.position == theirs.position and _same(ours, theirs)
    )
    pairs: list[tuple[Claim, Claim]] = []
    left_used: set[int] = set()
    right_used: set[int] = set()
    for _, right, left in candidates:
        if left not in left_used and right not in right_used:
            left_used.add(left)
            right_used.add(right)
            pairs.append((proposed[left], reviewed[right]))
    return pairs


def _same(ours: Claim, theirs: Claim) -> bool:
    if not _is_figure(theirs):
        return True
    numbers = (theirs.stated, theirs.lower, theirs.upper)
    if numbers == (None, None, None) or (ours.stated, ours.lower, ours.upper) == (None, None, None):
        return numbers == (ours.stated, ours.lower, ours.upper) and _overlap(ours, theirs)
    return numbers == (ours.stated, ours.lower, ours.upper)


def _overlap(ours: Claim, theirs: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in ours.spans for b in theirs.spans)


def _likeness(ours: Claim, theirs: Claim) -> int:
    return sum(value(ours) == value(theirs) for value in FIELDS.values()) + _overlap(ours, theirs)


def _field_score(pairs: Iterable[tuple[Claim, Claim]], value: Callable[[Claim], object]) -> Score:
    counts = Counter[str]()
    for ours, theirs in pairs:
        mine, right = value(ours), value(theirs)
        counts["proposed"] += bool(mine)
        counts["expected"] += bool(right)
        counts["right"] += bool(mine) and mine == right
    return Score(counts["right"], counts["proposed"], counts["expected"])


def _is_figure(claim: Claim) -> bool:
    return claim.kind is ClaimKind.FIGURE


def _is_whole(claim: Claim) -> bool:
    return claim.kind is not ClaimKind.FIGURE


def print_scores(name: str, scores: Scores) -> None:
    """Print one table of scores; fields that neither side fills are left out."""
    print(f"\n{name}\n{'':32} prec.  recall F1     right / expected")
    for column, score in scores.by_name.items():
        if score.proposed or score.expected:
            print(f"{column:32} {score}")


if __name__ == "__main__":
    main()
