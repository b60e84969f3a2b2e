"""Which lines are body, notes, URLs and blank, and where pages begin: what stands before and behind decides.

A page foot begins with a line of blanks: first the notes, then the URLs of the notes, one a line. One blank
in front of a line marks a page's first line, but also a loss of text: inside a foot it begins no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.lines import is_marked
from voetnoot_etl.wording.dates import MONTHS

RULE_CHARACTERS = frozenset(" \u00a0\t_\u2014\u2015\u2500\u2501")
SHORTEST_RULE = 20
NOTE_START = re.compile(r"[ \f\u00a0]?(?P<number>\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[.)]?\s+(?P<rest>\S.*)", re.DOTALL)
DATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")
LINKED = re.compile(r"\burl\b")
LINKED_BEHIND_COMMA = re.compile(r",\s*url\b")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]", re.IGNORECASE)
SIGN_OF_AN_ADDRESS = re.compile(r"[/_=&?%#~+\d.-]")
ENDS_NOTE = re.compile(r"(?:\burl|[.!?)\]”\"’])$")
ANSWER_TITLE = re.compile(r"antwoord(?:en)?:?", re.IGNORECASE)
"""A title that fills no page: the mark behind it stands for the lost line that names the question."""
FARTHEST_LOOK = 8
"""How many lines ahead a foot is looked for."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def note_number(match: re.Match[str]) -> int:
    """Return the number that a note's first line begins with."""
    return int(match["number"].translate(_SUPERSCRIPTS))


def is_rule(text: str) -> bool:
    """Tell whether a line is the rule above a page foot: blanks or strokes only, and long."""
    return len(text.rstrip("\r\n")) >= SHORTEST_RULE and RULE_CHARACTERS.issuperset(text.strip("\f"))


def is_address(text: str) -> bool:
    """Tell whether a line holds nothing but URLs."""
    words = text.split()
    return bool(words) and all(ADDRESS.match(word.lstrip("<")) for word in words)


def is_cited(text: str) -> bool:
    """Tell whether words hold a citation: a date and the word `url`, or `url` behind a comma."""
    return bool(LINKED_BEHIND_COMMA.search(text)) or bool(DATED.search(text) and LINKED.search(text))


def begins_with_month(rest: str) -> bool:
    """Tell whether what follows a number makes it a day of a month."""
    return rest.split(maxsplit=1)[0].lower().rstrip(".,;") in MONTHS


@dataclass(slots=True)
class Scanner:
    """Reads lines in order and remembers the zone of the page, the last note and whether a blank came."""

    lines: Sequence[str]
    zone: str = "body"
    page: int = -1
    note: int = 0
    after_blank: bool = False
    turned: bool = False
    after_title: bool = False

    def kind(self, index: int) -> SpanKind:
        """Return what the line at an index is; lines are asked for in order."""
        text = self.lines[index]
        if is_rule(text):
            self.zone, self.after_blank = "rule", False
            return SpanKind.FURNITURE
        if not text.strip():
            self.after_blank = True
            self.turned = self.turned or text.startswith("\f")
            return SpanKind.BLANK
        if fed := self.turned or text.startswith("\f"):
            self._turn()
        kind = self._kind_of_words(index, text, marked=is_marked(text) and not fed)
        self.after_blank = self.turned = False
        return kind

    def _turn(self) -> None:
        """Begin a page at a form feed, which no loss of text leaves behind."""
        self.page += self.page >= 0
        self.zone = "body"

    def _kind_of_words(self, index: int, text: str, *, marked: bool) -> SpanKind:
        if is_address(text) and not self._is_in_sentence(index):
            self.zone = "urls"
            return SpanKind.URL
        if self.zone == "urls" and not self.after_blank and not marked and self._is_tail(index):
            return SpanKind.URL
        if self._is_note(index, text, marked=marked):
            self.zone = "notes"
            return SpanKind.NOTE
        if self.zone != "body" or (marked and not self.after_title) or self.page < 0:
            self.page += 1
        self.after_title = (marked or self.zone != "body") and bool(ANSWER_TITLE.fullmatch(text.strip()))
        self.zone = "body"
        return SpanKind.BODY

    def _is_note(self, index: int, text: str, *, marked: bool) -> bool:
        start = NOTE_START.fullmatch(text.rstrip())
        if start and self._starts_note(start, index, marked=marked):
            self.note = note_number(start)
            return True
        if marked or self.zone not in ("rule", "notes"):
            return False
        return not self.after_blank if self.zone == "notes" else self._goes_on_behind_rule(index)

    def _starts_note(self, start: re.Match[str], index: int, *, marked: bool) -> bool:
        number = note_number(start)
        if number <= self.note or begins_with_month(start["rest"]):
            return False
        if self.zone == "rule" and not marked:
            return True
        if self.zone == "notes" and not marked:
            return number == self.note + 1 or is_cited(start["rest"])
        if is_cited(start["rest"]):
            return True
        if self.zone == "urls" and not marked and DATED.search(start["rest"]):
            return number == self.note + 1
        return self.zone in ("rule", "notes") and self._foot_goes_on(index, number)

    def _foot_goes_on(self, index: int, number: int) -> bool:
        """Tell whether the lines right behind a marked one are those of a foot: the next note or a URL."""
        ahead = self.lines[index + 1 : index + FARTHEST_LOOK]
        for place, text in enumerate(ahead):
            start = NOTE_START.fullmatch(text.rstrip())
            if is_address(text) or is_cited(text) or (start and note_number(start) == number + 1):
                return True
            if not text.strip():
                return is_address(next((below for below in ahead[place:] if below.strip()), ""))
            if is_marked(text):
                return False
        return False

    def _goes_on_behind_rule(self, index: int) -> bool:
        """Tell whether a line without a number behind the rule goes on with the note of the page before."""
        if not self.note:
            return False
        behind = [text for text in self.lines[index + 1 : index + FARTHEST_LOOK] if text.strip()]
        following = next(iter(behind), "")
        return not following or is_marked(following) or self._foot_goes_on(index, self.note)

    def _is_in_sentence(self, index: int) -> bool:
        """Tell whether an address goes on with the body line right in front of it."""
        before = self.lines[index - 1].strip() if index else ""
        return (
            self.zone == "body"
            and self.page >= 0
            and bool(before)
            and not is_marked(self.lines[index])
            and not re.search(r"[.?!…]\W*\d*$", before)
        )

    def _is_tail(self, index: int) -> bool:
        """Tell whether a line goes on with the URL in front of it: one word that no text begins with."""
        words = self.lines[index].split()
        return len(words) == 1 and (words[0][0].islower() or bool(SIGN_OF_AN_ADDRESS.search(words[0])))
