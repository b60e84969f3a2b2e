"""Holds what the rules propose against the reviewed tables of claims: precision, recall and F1 by field.

    VOETNOOT_SOURCES=<folder> python benchmarks/claims.py

A proposed figure and a reviewed one are the same where they stand in one sentence and name the same number
with the same bounds; without numbers, where their words overlap. A claim that is no figure is the same where
both stand in one sentence; of several, the likest are paired first. Fields are counted over the pairs found
that way: of the cells that either fills, how many are filled alike. Every document is read as if nobody had
seen it: the places where the curated tables know its events and its local names are hidden from the rules.
Event links are counted a second time with those tables at hand, as the build proposes claims for a sentence
that nobody has reviewed. Date phrases are those of `tests/etl/dates-in-documents.tsv`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from claim_scores import FIELDS, Score, Scores, field_score, is_figure, is_whole, match

from voetnoot_etl.claims.model import Claim
from voetnoot_etl.claims.note_claims import propose_all
from voetnoot_etl.claims.review import table_path
from voetnoot_etl.claims.reviewed import read_reviewed
from voetnoot_etl.claims.sentence_context import read_contexts
from voetnoot_etl.curated import read_table
from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.extract import read_documents
from voetnoot_etl.manifest import Source, read_manifests
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.workspace import workspace
from voetnoot_etl.world.knowledge import Knowledge, read_knowledge

BOTH = ("figures", "whole sentences")
IN_TIME = "edtf, however spelt"
GOALS: dict[str, tuple[float, tuple[str, ...]]] = {
    "figures": (0.9, ("figures",)),
    "date phrases": (0.95, ("date phrases",)),
    "dates of claims": (0.95, tuple(f"{name}: edtf" for name in BOTH)),
    "dates of claims, however spelt": (0.95, tuple(f"{name}: {IN_TIME}" for name in BOTH)),
    "attribution": (0.85, tuple(f"{name}: {column}" for name in BOTH for column in ("speakers", "modality"))),
    "event links, document unseen": (0.85, tuple(f"{name}: events" for name in BOTH)),
    "event links, tables at hand": (0.85, tuple(f"{name}: events, tables at hand" for name in BOTH)),
    "note scope": (0.95, tuple(f"{name}: notes" for name in BOTH)),
}
"""The least F1 that the rules alone are meant to reach, and the scores that it is taken over."""
PHRASES = ("document", "start", "end", "edtf", "inferred")


def main() -> None:
    """Print the scores of each reviewed document, of all together, and against the goals."""
    here = workspace()
    knowledge = read_knowledge(here.curated)
    sources = read_manifests(here.manifests)
    readings = read_documents(here, [source for source in sources if source.kind == "document"])
    phrases = read_phrases(here.root / "tests" / "etl" / "dates-in-documents.tsv")
    total = Scores()
    for source in sources:
        table = table_path(here.curated / "claims", source.id)
        if source.id in readings and table.is_file():
            scores = score_document(readings[source.id], source, knowledge, table)
            scores.add("date phrases", score_phrases(readings[source.id], source, knowledge, phrases))
            print_scores(source.id, scores)
            for name, score in scores.by_name.items():
                total.add(name, score)
    print_scores("all documents", total)
    print_goals(total)


def score_document(reading: DocumentReading, source: Source, knowledge: Knowledge, table: Path) -> Scores:
    """Return the scores of a document's reviewed sentences."""
    reviewed = read_reviewed(table, source.id, reading, knowledge)
    blind = propose_all(reading, source, unseen(knowledge, source.id))
    built = propose_all(reading, source, knowledge)
    scores = Scores()
    for name, of_kind in (("figures", is_figure), ("whole sentences", is_whole)):
        theirs = [claim for claim in reviewed.claims if of_kind(claim)]
        ours = [claim for claim in blind if claim.home in reviewed.homes and of_kind(claim)]
        pairs = match(ours, theirs)
        scores.add(name, Score(len(pairs), len(ours), len(theirs)))
        for column, value in FIELDS.items():
            scores.add(f"{name}: {column}", field_score(pairs, value))
        scores.add(f"{name}: {IN_TIME}", field_score(pairs, time_of))
        told = [claim for claim in built if claim.home in reviewed.homes and of_kind(claim)]
        scores.add(f"{name}: events, tables at hand", field_score(match(told, theirs), FIELDS["events"]))
    return scores


def time_of(claim: Claim) -> object:
    """Return the first and last moment of a claim's date, which several spellings can share; None without one."""
    return bounds(claim.edtf) if claim.edtf else None


def read_phrases(table: Path) -> Counter[tuple[str, ...]]:
    """Return the reviewed date phrases: document, place, EDTF, and whether a year was inferred."""
    return Counter(tuple(row.cells.values()) for row in read_table(table, PHRASES))


def score_phrases(
    reading: DocumentReading, source: Source, knowledge: Knowledge, phrases: Counter[tuple[str, ...]]
) -> Score:
    """Return how many date phrases of a document are found at their place with their EDTF."""
    found: Counter[tuple[str, ...]] = Counter()
    for context in read_contexts(reading, source, knowledge):
        offsets = context.sentence.text.offsets
        for date in context.dates:
            place = (str(offsets[date.start]), str(offsets[date.end - 1] + 1))
            found[source.id, *place, date.edtf, "yes" if date.inferred else ""] += 1
    expected = Counter({row: count for row, count in phrases.items() if row[0] == source.id})
    return Score((expected & found).total(), found.total(), expected.total())


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


def print_scores(name: str, scores: Scores) -> None:
    """Print one table of scores; fields that neither side fills are left out."""
    print(f"\n{name}\n{'':40} prec.  recall F1     right / expected")
    for column, score in scores.by_name.items():
        if score.proposed or score.expected:
            print(f"{column:40} {score}")


def print_goals(scores: Scores) -> None:
    """Print what the rules alone are meant to reach over all documents, and what they reach."""
    print("\ngoals, over all claims")
    for goal, (least, names) in GOALS.items():
        score = Score()
        for name in names:
            score.add(scores.by_name.get(name, Score()))
        print(f"{goal:40} {score}  {'reached' if score.f1 >= least else 'missed'}: {least}")


if __name__ == "__main__":
    main()
