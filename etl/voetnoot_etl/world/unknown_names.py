"""The capitalised names of a text that no table knows, so that none is passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from voetnoot_etl.curated import read_table
from voetnoot_etl.phrases.mentions import KnownName, find_mentions

IGNORED = ("name", "reason", "document", "start", "end")

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:\A|[.!?:•*]|\n[^\S\n]*\n|\d)[\s\"'“”‘’(\[]*\Z")
"""What stands before a word that opens a sentence, a line or a numbered item."""

_LOOK_BACK = 20


@dataclass(frozen=True, slots=True, order=True)
class UnknownName:
    """A capitalised word or run of words that is neither a known name nor reviewed as no name."""

    start: int
    end: int
    text: str


def read_ignored(path: Path) -> frozenset[str]:
    """Read `ignored-names.tsv`: the capitalised words that were reviewed as names of no actor or place."""
    return frozenset(row["name"] for row in read_table(path, IGNORED))


def find_unknown_names(
    text: str, names: Iterable[KnownName], ignored: frozenset[str] = frozenset()
) -> tuple[UnknownName, ...]:
    """Return capitalised words outside all mentions, neighbours joined.

    Left out are words reviewed as no name, and a word that opens a sentence when it also stands in the
    text without its capital.
    """
    known = {(mention.start, mention.end) for mention in find_mentions(text, names)}
    ordinary = {word.group() for word in _WORD.finditer(text) if word.group().islower()}
    words = [
        word
        for word in _WORD.finditer(_without(text, known))
        if word.group() != word.group().lower()
        and word.group() not in ignored
        and not (word.group().lower() in ordinary and _opens_sentence(text, word.start()))
    ]
    return tuple(UnknownName(start, end, text[start:end]) for start, end in _runs(text, words))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with stretches blanked out, so that offsets stay."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _opens_sentence(text: str, start: int) -> bool:
    return _OPENS.search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _runs(text: str, words: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return the stretches of words that only blanks, hyphens or full stops part."""
    runs: list[tuple[int, int]] = []
    for word in words:
        if runs and re.fullmatch(r"[\s.\-]*", text[runs[-1][1] : word.start()]):
            runs[-1] = (runs[-1][0], word.end())
        else:
            runs.append((word.start(), word.end()))
    return runs
