"""Headings among body lines, by their numbers, their width and the room behind them.

Where a blank line stands between all lines it tells nothing, and only the width of the lines does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.lines import Line

NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?P<title>\S.*)")
WITH_POINT = re.compile(r"\d+\.")
NUMBERED_POINT = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]")
CAPTION = re.compile(
    r"(?P<label>Kaart|Grafiek|Bijlage|Figuur|Tabel|Foto|Afbeelding|Diagram|Schema|Illustratie)\s+\d+[a-z]?\s*"
    r"[.:–-]\s*\S.*"
)
REFERS = re.compile(r"(?:\b(?:zie|zie ook|in|op|uit|bij|per)|\b(?:cf|vgl)\.|\()$", re.IGNORECASE)
LEADERS = re.compile(r"(?<!\.)\.{4,}\s*\d{1,4}$")
SOURCE = re.compile(r"Bron(?:nen)?:\s+\S.*")
ENDS_SENTENCE = re.compile(r"[.?!…][\"'”’)\]]{0,4}\d{0,3}(?:,\s?\d{1,3})?$")
ENDS_OPEN = re.compile(r"(?:[,;:–(]|\b(?:en|of|de|het|een|van|in|op|met|aan|te|voor|tussen|door|over|naar))$")
ENDS_POINTED = re.compile(r"[.?!:;,…][\"'”’)\]]{0,4}\d{0,3}(?:,\s?\d{1,3})?$")
INNER_END = re.compile(r"[^\W\d_]{3}[.?!]\s+[A-ZÀ-Þ]")
STARTS_NEW = re.compile(r"[\"'“‘(]{0,3}[A-ZÀ-Þ0-9*]")
BULLETED = re.compile(r"[-–•▪●]\s")
NO_TITLE = re.compile(r"[\d*(\"'“‘\[–•▪-]")
VOICE = re.compile(
    r"(?:(?:vraag|vragen|antwoord|antwoorden)(?:\s+op)?(?:\s+(?:de\s+)?(?:schriftelijke\s+)?vra(?:ag|gen))?"
    r"(?:\s+\d{1,3}(?:\s*(?:,|en|-|t/m|tot en met)\s*\d{1,3})*)?)\s?[:.]?",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"(?:inleiding|samenvatting|conclusies?|besluit|voorwoord|bibliografie|bronnen(?:lijst)?|inhoud(?:sopgave|stafel)?"
    r"|situatieschets|methodologie|aanbevelingen|bijlagen)\d{0,3}",
    re.IGNORECASE,
)
SHARE_OF_WIDTH = 0.8
BLANK_LINES_EVERYWHERE = 0.6
SHORT_HEADING = 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's lines and its printed number, empty where it has none."""

    lines: tuple[Line, ...]
    number: str = ""

    @property
    def words(self) -> str:
        """Return the heading's words on one line."""
        return " ".join(line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the usual full width of a line, whether blank lines part paragraphs, and where."""

    width: int
    parted: bool
    after_blank: frozenset[int]

    def is_after_blank(self, line: Line) -> bool:
        """Tell whether a blank line stands in front of a line."""
        return line.span.start in self.after_blank

    def is_narrow(self, lines: Sequence[Line]) -> bool:
        """Tell whether no line comes near the full width."""
        return all(len(line.words) < self.width * SHARE_OF_WIDTH for line in lines)

    def refers(self, before: Line) -> bool:
        """Tell whether a line ends in words that what follows completes, as in `zie` before `Kaart 2`."""
        return bool(REFERS.search(before.words))


def read_setting(lines: Sequence[Line]) -> Setting:
    """Measure how a document is set."""
    body = [index for index, line in enumerate(lines) if line.kind is SpanKind.BODY]
    lengths = sorted(len(lines[index].words) for index in body)
    width = min(int(quantiles(lengths, n=10)[8]), lengths[-1]) if len(lengths) > 1 else sum(lengths)
    followed = [i for i in body[:-1] if lines[i + 1].kind is SpanKind.BLANK]
    parted = len(followed) < BLANK_LINES_EVERYWHERE * max(len(body) - 1, 1)
    after_blank = frozenset(b.span.start for a, b in pairwise(lines) if a.kind is SpanKind.BLANK)
    return Setting(width, parted, after_blank)


def find_heading(body: Sequence[Line], index: int, setting: Setting) -> Heading | None:
    """Return the heading that starts at a line, if one does."""
    if VOICE.fullmatch(body[index].words) or TITLE.fullmatch(body[index].words):
        return Heading((body[index],))
    heading = Heading(tuple(_heading_lines(body, index, setting)))
    words, lines = heading.words, heading.lines
    if index + len(lines) >= len(body) or not STARTS_NEW.match(words) or LEADERS.search(words):
        return None
    pointed = ENDS_POINTED.search(words) and not _is_short_sentence(lines, body, index, setting)
    following = body[index + len(lines)]
    begun = STARTS_NEW.match(following.words) or BULLETED.match(following.words)
    if pointed or not begun or len(lines[0].words) > setting.width:
        return None
    numbered = NUMBERED.fullmatch(words)
    if numbered and ("." in numbered["number"] or WITH_POINT.match(words)):
        return _numbered(heading, numbered, following, setting)
    if NO_TITLE.match(words) or not _stands_apart(lines, body, index, setting):
        return None
    return heading


def _numbered(heading: Heading, numbered: re.Match[str], following: Line, setting: Setting) -> Heading | None:
    """Return a numbered heading, if it is one: with room behind it, a title, and not one of a list's items."""
    if INNER_END.search(numbered["title"]) or not (
        _has_room(heading, following, setting) or setting.is_narrow(heading.lines)
    ):
        return None
    if not numbered["title"].lstrip("\"'“‘(")[:1].isupper():
        return None
    next_item = NUMBERED.fullmatch(following.words)
    if (
        next_item
        and "." not in numbered["number"]
        and next_item["number"] == str(int(numbered["number"]) + 1)
    ):
        return None
    return Heading(heading.lines, numbered["number"])


def _has_room(heading: Heading, following: Line, setting: Setting) -> bool:
    """Tell whether a long title of one line was ended on purpose, where blank lines tell nothing."""
    words, first_word = heading.words, following.words.split()[0]
    if setting.parted or len(heading.lines) > 1 or ENDS_OPEN.search(words) or not first_word.isalpha():
        return False
    return len(words) + 1 + len(first_word) <= setting.width


def _heading_lines(body: Sequence[Line], index: int, setting: Setting) -> Iterator[Line]:
    """Yield the lines of what may be a heading: a second one where the first is open or the next starts small."""
    first = body[index]
    yield first
    if index + 1 >= len(body):
        return
    second = body[index + 1]
    wrapped = bool(ENDS_OPEN.search(first.words)) or not STARTS_NEW.match(second.words)
    short = len(second.words) < setting.width * SHARE_OF_WIDTH and not ENDS_SENTENCE.search(
        second.words[-16:]
    )
    if wrapped and short and not (setting.parted and setting.is_after_blank(second)):
        yield second


def _is_short_sentence(lines: Sequence[Line], body: Sequence[Line], index: int, setting: Setting) -> bool:
    """Tell whether a short line with a full stop stands alone between blank lines, as some headings do."""
    following = body[index + 1] if index + 1 < len(body) else None
    alone = following is not None and all(map(setting.is_after_blank, (lines[0], following)))
    short = len(lines) == 1 and len(lines[0].words) < setting.width * SHORT_HEADING
    return setting.parted and alone and short and bool(re.search(r"\w\.$", lines[0].words)) and index > 0


def _stands_apart(lines: Sequence[Line], body: Sequence[Line], index: int, setting: Setting) -> bool:
    """Tell whether the next word would have fitted behind the last line, so that its end was meant."""
    following = body[index + len(lines)]
    first_word = following.words.split()[0]
    if first_word[0].isdigit() and not NUMBERED_POINT.fullmatch(first_word):
        return False
    room = len(lines[-1].words) + 1 + len(first_word) <= setting.width
    if setting.parted and index > 0:
        return room and (setting.is_after_blank(following) or lines[0].marked)
    return room and (setting.parted or setting.is_narrow(lines))
