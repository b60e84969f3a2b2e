"""Whether a provision of an agreement is said to be kept."""

from __future__ import annotations

import re

from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.phrases.dates import DatePhrase, bounds
from voetnoot_etl.world.history import Agreement
from voetnoot_etl.world.knowledge import Knowledge

_VERDICTS = {
    "partial": r"houdt?\b.*\bgrotendeels stand|grotendeels (?:nageleefd|gerespecteerd)|"
    r"gedeeltelijk nageleefd|(?:zeer )?broos",
    "breached": r"indruist tegen|geen gehoor (?:aan|gegeven)|niet (?:\w+ )?gerespecteerd|geschonden|"
    r"schend(?:t|en|ing|ingen)|inbreuk(?:en)? op|verbroken|niet nageleefd|nog niet al zijn",
    "complied": r"nageleefd|gerespecteerd|houdt? stand|hield(?:en)? stand|teruggetrokken|overhandigd",
}
_WORDS = {verdict: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for verdict, pattern in _VERDICTS.items()}
_OF_TYPE = {
    "ceasefire": re.compile(r"\b(?:staakt-het-vuren|wapenstilstand|bestand)\b", re.IGNORECASE),
    "withdrawal": re.compile(r"\b(?:teruggetrokken|terug te trekken|terugtrekking)\b", re.IGNORECASE),
    "free-movement": re.compile(r"\b(?:blokkade|doorgang|vrij verkeer|corridor)\b", re.IGNORECASE),
    "transport-route": re.compile(r"\b(?:corridor|verbindingsweg|controlepost)\b", re.IGNORECASE),
}


def read_compliance(
    context: SentenceContext, knowledge: Knowledge, date: DatePhrase | None
) -> tuple[tuple[str, ...], str]:
    """Return the provisions that a sentence speaks of and its verdict on them; nothing where either lacks."""
    text = context.sentence.text.value
    verdict = next((key for key, pattern in _WORDS.items() if pattern.search(text)), "")
    agreement = _agreement(context, knowledge, date) if verdict else None
    if agreement is None:
        return (), ""
    types = [key for key, pattern in _OF_TYPE.items() if pattern.search(text)]
    found = [
        one.id for one in knowledge.history.provisions if one.agreement == agreement.id and one.type in types
    ]
    return (tuple(found), verdict) if found else ((), "")


def _agreement(context: SentenceContext, knowledge: Knowledge, date: DatePhrase | None) -> Agreement | None:
    """Return the agreement dated in the sentence, else the last one before the date of what is told."""
    dated = [one for one in knowledge.history.agreements if one.edtf]
    printed = {phrase.edtf for phrase in context.dates}
    for one in dated:
        if one.edtf in printed or any(_same_time(one.edtf, edtf) for edtf in printed):
            return one
    if date is None or date.earliest is None or not _OF_TYPE["ceasefire"].search(context.sentence.text.value):
        return None
    moment = date.earliest
    truces = [one for one in dated if one.kind == "ceasefire" and (bounds(one.edtf)[1] or moment) < moment]
    return max(truces, key=lambda one: str(bounds(one.edtf)[1]), default=None)


def _same_time(agreement: str, printed: str) -> bool:
    """Return whether a day printed in the sentence lies within an agreement's days."""
    first, last = bounds(agreement)
    low, high = bounds(printed)
    return bool(
        first and last and low and high and len(printed) == len("2020-11-10") and first <= low <= high <= last
    )
