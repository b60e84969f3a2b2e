"""What kind of claim a clause makes: something that happened, a state of things, a position, or a word on a text."""

from __future__ import annotations

import re

from voetnoot_etl.claims.model import ClaimKind
from voetnoot_etl.wording import claims as words
from voetnoot_etl.wording.events import EVENT_WORDS
from voetnoot_etl.wording.speech import DEMANDS

POSITION = re.compile(rf"(?<!\bte\s)(?<![\w-])(?:{'|'.join((*DEMANDS, *words.WISHES))})(?!\w)", re.IGNORECASE)
_TEXT = re.compile(
    rf"(?<![\w-])\w*{words.TEXTS}\b[^;]{{0,160}}?\b(?:{words.SHOWS})(?!\w)|"
    rf"(?<![\w-])(?:{words.SHOWS})\b[^;]{{0,40}}?\b\w*{words.TEXTS}(?!\w)|\bblijkt uit\b|\bhieruit blijkt\b",
    re.IGNORECASE,
)
_STATE = re.compile(rf"(?<![\w-])(?:{words.STATES})(?!\w)", re.IGNORECASE)
_HAPPENING = re.compile(
    rf"(?<![\w-])\w*?(?:{'|'.join(EVENT_WORDS.values())})|\b(?:wordt|worden|werd|werden|heeft|hebben|is|zijn|was|waren)\b"
    r"[^.;]{0,120}\b(?:ge|be|ver|ont|her|op|aan|af|uit|in|over|terug|door)\w+(?:d|t|en)\b",
    re.IGNORECASE,
)


def is_about_text(text: str) -> bool:
    """Return whether a clause tells what a map, a chapter or a table shows."""
    return _TEXT.search(text) is not None


def is_state(text: str) -> bool:
    """Return whether a clause words what is so, and no happening."""
    return _STATE.search(text) is not None


def takes_position(text: str) -> bool:
    """Return whether somebody wants, supports, rejects, hopes, fears or threatens something."""
    return POSITION.search(text) is not None


def read_kind(
    text: str, role: str, *, complies: bool, controls: bool, dated: bool, linked: bool, guessed: bool
) -> ClaimKind:
    """Return the kind of a clause by its words, by whether it has a date or an event, or only guesses."""
    if is_about_text(text):
        return ClaimKind.OTHER
    if complies:
        return ClaimKind.COMPLIANCE
    if controls:
        return ClaimKind.CONTROL
    if role == "opinion" or (takes_position(text) and not guessed):
        return ClaimKind.POSITION
    if linked or (dated and not is_state(text)):
        return ClaimKind.EVENT
    return ClaimKind.EVENT if _HAPPENING.search(text) and not is_state(text) else ClaimKind.OTHER
