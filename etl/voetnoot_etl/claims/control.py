"""Who is said to control a place."""

from __future__ import annotations

import re

from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.phrases.speakers import find_speakers, governed
from voetnoot_etl.world.knowledge import Knowledge

_CONTROL = re.compile(
    r"\bin handen van\b|\bonder (?:het |de )?(?:gezag|controle|toezicht|bestuur|bewind) (?:staa\w+ )?van\b|"
    r"\b(?:bezet|ingenomen|bestuurd|veroverd|gecontroleerd)\b(?=[^.;]{0,25}\bdoor\b)|\bdoor\b(?=[^.;]{0,80}\b"
    r"(?:bezet|ingenomen|bestuurd|veroverd)\b)|\bcontrole over\b|\bbezet h(?:oudt|ield|ouden)\b|"
    r"\b(?:ver)?over(?:t|en|de|den)\b|\bhe(?:eft|bben)\b[^.;]{0,60}\b(?:veroverd|ingenomen|bezet)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?<!\w)(?:bezet|bezetting|ingenomen|inname|veroverd?|verovering)(?!\w)", re.IGNORECASE)
_BY = re.compile(r"\b(?:van|door)\s(?:(?:de|het)\s)?(?:[a-zë-]+\s)?$", re.IGNORECASE)


def is_taken(text: str) -> bool:
    """Return whether a text says that somebody took or holds a place."""
    return _TAKEN.search(text) is not None


def read_controllers(context: SentenceContext, knowledge: Knowledge) -> tuple[str, ...]:
    """Return who is said to control a place: after "van" or "door", else the subject before the words."""
    text = context.sentence.text.value
    match = _CONTROL.search(text)
    if not match:
        return ()
    speakers = [one for one in find_speakers(text, context.mentions, knowledge.demonyms) if one.actor]
    passive = match.group().lower().endswith(("van", "door")) or _BY.search(text, 0, match.end())
    for one in speakers:
        if one.start >= match.start() and _BY.search(text, 0, one.start) and one.start - match.end() < 60:  # noqa: PLR2004
            return (one.actor,)
    if passive:
        return ()
    before = [one for one in speakers if one.end <= match.start() and not governed(text, speakers, one)]
    return (before[-1].actor,) if before else ()
