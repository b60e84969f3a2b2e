"""Speakers that no table knows and no source noun names: the subject of a verb of saying, whoever that is.

A verb of saying has somebody who says it. Where neither a known name nor a known kind of source is its
subject, the words around the verb still tell that somebody does: a name nobody has curated, a mayor, a
neighbour. The document's own voice is left out: its "ik" and "wij", and what "dit rapport" says of itself.
"""

from __future__ import annotations

import re

from voetnoot_etl.phrases import clauses
from voetnoot_etl.phrases.nearby import before
from voetnoot_etl.phrases.numbers import find_numbers
from voetnoot_etl.wording import speech as words

_OWN_VOICE = re.compile(rf"(?<![\w-])(?:{'|'.join(words.OWN_VOICE)})(?![\w-])", re.IGNORECASE)
_OWN_TEXT = re.compile(
    rf"(?<![\w-])(?:dit|deze|het|onderhavige?)\s\w*(?:{'|'.join(words.OWN_TEXTS)})\b", re.IGNORECASE
)
_OWN_BEHIND = re.compile(rf"\s(?:{'|'.join(words.OWN_VOICE)})\b", re.IGNORECASE)
_SAID = re.compile(r"[^.;]{0,110}?(?:\bdat\b|:\s?[“\"‘'])|[^.;]{0,30}?[“\"‘]|\s[^.;]{0,40}\bte\s\w+en\b")
_ASSERTS_WITH = re.compile("|".join(words.ASSERTS_WITH), re.IGNORECASE)
_OF_NAMED = re.compile(words.OF_NAMED, re.IGNORECASE)
_REACH_OF_NUMBER = 30
_QUOTED = re.compile(r"[”\"’][,.!?]?\s$")
_SUBJECT = re.compile(r"[^\W\d_][\w’'.-]+[”\"’)]?,?\s(?:[^.;,]{0,40}\s)?$")
_INVERTED = re.compile(r"\s(?:(?:de|het|een|zijn|haar|hun|onze)\s|[A-ZÀ-Þ])")
_EXPLETIVE = re.compile(r"(?<!\w)(?:er|daar|hier|men|wie|wat)\s$", re.IGNORECASE)
_NOBODY = re.compile(
    rf"(?:(?:de|het|een|dit|deze|die|dat)\s)?(?:[a-zà-ÿ]+e\s)?(?:{'|'.join(words.NOT_SAYING)})\b",
    re.IGNORECASE,
)


def describes_speaker(text: str, verb: re.Match[str], modality: str) -> bool:
    """Tell whether a verb of saying has a subject of its own that is not the document's voice."""
    opening = clauses.opening_before(text, verb.start())
    front = text[opening : verb.start()]
    if _OWN_VOICE.search(front) or _OWN_TEXT.search(front) or _OWN_BEHIND.match(text, verb.end()):
        return False
    if _EXPLETIVE.search(front):
        return False
    complement = modality != "asserts" or _has_complement(text, verb)
    return complement and bool(_SUBJECT.search(front) or _INVERTED.match(text, verb.end()))


def _has_complement(text: str, verb: re.Match[str]) -> bool:
    """Tell whether a verb that can assert says something here: a clause, a quotation, a number."""
    if _SAID.match(text, verb.end()):
        return True
    if _OF_NAMED.match(text, verb.start()):
        return False
    if _ASSERTS_WITH.match(text, verb.start()):
        return True
    counted = find_numbers(text[verb.end() : verb.end() + _REACH_OF_NUMBER])
    return bool(counted) or before(_QUOTED, text, verb.start()) is not None


def speaks_of_itself(text: str, verb: re.Match[str]) -> bool:
    """Tell whether the subject right behind a verb is the document: "vermeldt dit rapport"."""
    return bool(_OWN_TEXT.match(text, verb.end() + 1))


def describes_source(text: str, start: int) -> bool:
    """Tell whether what stands behind "volgens" is somebody, and no agreement, plan or calculation."""
    return not _NOBODY.match(text, start) and not _OWN_VOICE.match(text, start)
