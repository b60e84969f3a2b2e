"""Who says what a sentence says, and how: asserted, accused, denied, speculated, or only heard.

Each attribution reaches over a stretch of the sentence. Several may reach over the same words: the wider
one is then the one who passes the other on ("X meldt dat volgens Y ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voetnoot_etl.claims.model import Saying
from voetnoot_etl.phrases import clauses
from voetnoot_etl.phrases.described_speakers import describes_source
from voetnoot_etl.phrases.sayings import Attribution, find_sayings
from voetnoot_etl.phrases.speakers import Speaker, actors, first_speaker, named
from voetnoot_etl.wording import speech as words

__all__ = ["Attribution", "chain_at", "chain_of", "find_attributions"]

_ACCORDING = re.compile(rf"(?<![\w-])(?:{words.ACCORDING_TO})\s", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\w-])(?:{words.SAYS_AFTER})\s", re.IGNORECASE)
_HEARSAY = re.compile(rf"(?<![\w-])(?:{words.HEARSAY})(?!\w)", re.IGNORECASE)
_PERHAPS = re.compile(rf"(?<![\w-])(?:{words.PERHAPS})(?!\w)", re.IGNORECASE)
_WOULD = re.compile(rf"(?<![\w-])(?:{words.WOULD})", re.IGNORECASE)
_WOULD_MAIN = re.compile(rf"^(?:(?!{words.SUBORDINATING})[^.;:,])*?\b(?:{words.WOULD_MAIN})", re.IGNORECASE)
_QUOTATION = re.compile(r":\s(?P<quoted>[“„\"«][^”“»\"]+[”“»\"])")
_REACH = 110
"""Characters between "volgens" and its speaker, at most."""


def find_attributions(
    text: str, speakers: Sequence[Speaker], previous: tuple[str, ...] = ()
) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, the widest first; `previous` is whom "hij" or "zij" means."""
    after = list(_AFTER.finditer(text))
    verbs = find_sayings(text, speakers, previous, [match.span() for match in after])
    found = [
        *_according(text, speakers),
        *_said_after(text, speakers, after),
        *verbs,
        *_heard(text),
        *_would(text),
    ]
    found.extend(_quoted(text, found))
    return tuple(sorted(found, key=lambda one: (one.start - one.end, one.start)))


def chain_at(
    attributions: Sequence[Attribution], start: int, end: int, voice: str
) -> tuple[tuple[Saying, ...], tuple[Attribution, ...]]:
    """Return who says the words `start` to `end`, beginning with the document's voice, and what told so."""
    return chain_of([one for one in attributions if one.start <= start and end <= one.end], voice)


def chain_of(
    attributions: Sequence[Attribution], voice: str
) -> tuple[tuple[Saying, ...], tuple[Attribution, ...]]:
    """Return the chain that attributions make, each passing on the next."""
    chain = [Saying((voice,))]
    for one in attributions:
        if one.actors and one.actors != chain[-1].actors:
            chain.append(Saying(one.actors, one.modality))
        elif one.modality != "asserts" or not one.actors:
            modality = "hearsay" if one.modality == "asserts" else one.modality
            chain[-1] = replace(chain[-1], modality=modality)
    return tuple(chain), tuple(attributions)


def _according(text: str, speakers: Sequence[Speaker]) -> Iterator[Attribution]:
    for match in _ACCORDING.finditer(text):
        if speaker := first_speaker(text, speakers, match.end(), match.end() + _REACH):
            start, end = clauses.opening_before(text, match.start()), clauses.strong_after(text, speaker.end)
            yield Attribution(start, end, actors(speaker), "asserts", named("according-to", speaker))
        elif describes_source(text, match.end()):
            start, end = clauses.opening_before(text, match.start()), clauses.strong_after(text, match.end())
            yield Attribution(start, end, (), "asserts", "according-to-described")


def _said_after(
    text: str, speakers: Sequence[Speaker], matches: Sequence[re.Match[str]]
) -> Iterator[Attribution]:
    for match in matches:
        start = clauses.strong_before(text, match.start())
        if speaker := first_speaker(text, speakers, match.end(), match.end() + _REACH):
            end = clauses.strong_after(text, speaker.end)
            yield Attribution(start, end, actors(speaker), "asserts", named("said-after", speaker))
        else:
            end = clauses.strong_after(text, match.end())
            yield Attribution(start, end, (), "asserts", "said-after-described")


def _would(text: str) -> Iterator[Attribution]:
    """Yield "X zou de kaarten achterhouden": a main clause that only passes on what it says."""
    if match := _WOULD_MAIN.match(text):
        yield Attribution(0, clauses.strong_after(text, match.end()), (), "hearsay", "would-main")


def _quoted(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the quotations behind a colon whose speaker no verb of saying tells."""
    for match in _QUOTATION.finditer(text):
        start, end = match.span("quoted")
        if not any(one.start <= start and end <= one.end for one in found):
            yield Attribution(start, end, (), "asserts", "quoted")


def _heard(text: str) -> Iterator[Attribution]:
    rules = (
        (_HEARSAY, "hearsay-words", "hearsay"),
        (_WOULD, "would", "hearsay"),
        (_PERHAPS, "perhaps", "speculates"),
    )
    for pattern, rule, modality in rules:
        for match in pattern.finditer(text):
            start = clauses.relative_before(text, match.start())
            yield Attribution(start, clauses.strong_after(text, match.end()), (), modality, rule)
