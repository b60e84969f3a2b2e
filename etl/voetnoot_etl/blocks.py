"""Body lines → blocks: headings, captions, list items, greetings and the paragraphs between them.

Where a document is typed with blank lines between paragraphs these part the blocks; where a blank line
stands between all lines, only headings, captions and list items do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from voetnoot_etl.model import SpanKind
from voetnoot_etl.pages import Line

NUMBERED = re.compile(r"\s*(?P<number>\d+(?:\.\d+)*)\.?\s+(?P<title>\S.*)")
NUMBERED_POINT = re.compile(r"\d+(?:\.\d+)*[.)]")
LIST_ITEM = re.compile(r"\s*(?P<number>\d+)[.)]\s+(?P<words>\S.*)")
CAPTION = re.compile(
    r"\s*(?P<label>Kaart|Grafiek|Bijlage|Figuur|Tabel|Foto|Afbeelding|Diagram)\s+\d+\s*[.:]\s*\S.*"
)
GREETING = re.compile(r"\s*(?:Geachte|Beste|Hooggeachte|Mijnheer|Mevrouw)\b.*,\s*")
ENDS_SENTENCE = re.compile(r"[.?!…][\"'”’)\]]*\d{0,3}\s*$")
ENDS_OPEN = re.compile(
    r"(?:[,;:–(]|\b(?:en|of|de|het|een|van|in|op|met|aan|te|voor|tussen|door|over|naar))\s*$"
)
STARTS_NEW = re.compile(r"\s*[\"'“‘(]*[A-ZÀ-Ý0-9*]")
SHARE_OF_WIDTH = 0.8
BLANK_LINES_EVERYWHERE = 0.6
LONGEST_HEADING = 2
SHORT_HEADING = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and what they are: heading, caption, list-item, greeting or paragraph."""

    lines: tuple[Line, ...]
    role: str
    number: str = ""

    @property
    def kind(self) -> SpanKind:
        """Return the kind of the block's stretch of the file."""
        kinds = {"heading": SpanKind.HEADING, "caption": SpanKind.CAPTION}
        return kinds.get(self.role, SpanKind.BODY)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the usual full width of a line, and whether blank lines part paragraphs."""

    width: int
    parted: bool


def read_setting(lines: Sequence[Line]) -> Setting:
    """Measure how a document is set."""
    body = [index for index, line in enumerate(lines) if line.kind is SpanKind.BODY]
    lengths = sorted(len(lines[index].text.strip()) for index in body)
    width = int(quantiles(lengths, n=10)[8]) if len(lengths) > 1 else sum(lengths)
    followed = [i for i in body[:-1] if lines[i + 1].kind is SpanKind.BLANK]
    return Setting(width, parted=len(followed) < BLANK_LINES_EVERYWHERE * max(len(body) - 1, 1))


def read_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Part the body into blocks, in the order of the file."""
    setting = read_setting(lines)
    body = [line for line in lines if line.kind is SpanKind.BODY]
    after_blank = {b.span.start for a, b in itertools.pairwise(lines) if a.kind is SpanKind.BLANK}
    return tuple(_blocks(body, after_blank, setting))


def _blocks(body: Sequence[Line], after_blank: set[int], setting: Setting) -> Iterator[Block]:
    paragraph: list[Line] = []
    role, number, index = "paragraph", "", 0
    while index < len(body):
        line = body[index]
        parted = setting.parted and line.span.start in after_blank and _ended(paragraph, line)
        special = _special(body, index, after_blank, setting, fresh=parted or _ended(paragraph, line))
        if paragraph and (special or parted):
            yield Block(tuple(paragraph), role, number)
            paragraph, role, number = [], "paragraph", ""
        if special and special.role != "list-item":
            yield special
            index += len(special.lines)
            continue
        if special:
            role, number = "list-item", special.number
        paragraph.append(line)
        index += 1
    if paragraph:
        yield Block(tuple(paragraph), role, number)


def _ended(paragraph: Sequence[Line], line: Line) -> bool:
    """Tell whether a paragraph can have ended in front of a line."""
    return (
        not paragraph
        or bool(ENDS_SENTENCE.search(paragraph[-1].text))
        or (bool(STARTS_NEW.match(line.text)) and bool(re.search(r"[:,]\s*$", paragraph[-1].text)))
    )


def _special(
    body: Sequence[Line], index: int, after_blank: set[int], setting: Setting, *, fresh: bool
) -> Block | None:
    """Return the heading, caption, greeting or list item that starts at a line, if one does."""
    line = body[index]
    if CAPTION.fullmatch(line.text):
        return Block(tuple(_caption(body, index)), "caption")
    if GREETING.fullmatch(line.text) and fresh:
        return Block((line,), "greeting")
    if heading := _heading(body, index, after_blank, setting):
        return heading if fresh or heading.number else None
    item = LIST_ITEM.fullmatch(line.text)
    if item and (fresh or setting.parted):
        return Block((line,), "list-item", item["number"])
    return None


def _caption(body: Sequence[Line], index: int) -> Iterator[Line]:
    """Yield a caption's lines: it goes on where the next line starts small and no note number closed it."""
    yield body[index]
    for before, line in zip(body[index:], body[index + 1 :], strict=False):
        if re.search(r"\d\s*$", before.text) or not re.match(r"\s*[a-zà-ÿ]", line.text):
            return
        yield line


def _heading(body: Sequence[Line], index: int, after_blank: set[int], setting: Setting) -> Block | None:
    lines = list(_heading_lines(body, index, after_blank, setting))
    words = " ".join(line.text.strip() for line in lines)
    numbered = NUMBERED.fullmatch(words)
    if index + len(lines) >= len(body) or not STARTS_NEW.match(words):
        return None
    if numbered and "." not in numbered["number"] and not re.match(r"\s*\d+\.", words):
        numbered = None
    if re.search(r"[.?!:;,]\s*$", words) and not _is_short_sentence(lines, body, index, after_blank, setting):
        return None
    if not STARTS_NEW.match(body[index + len(lines)].text) or len(lines[0].text.strip()) > setting.width:
        return None
    if numbered:
        return Block(tuple(lines), "heading", numbered["number"]) if _is_narrow(lines, setting) else None
    if re.match(r"\s*[\d*(\"'“‘\[]", words) or not _stands_apart(lines, body, index, after_blank, setting):
        return None
    return Block(tuple(lines), "heading")


def _heading_lines(
    body: Sequence[Line], index: int, after_blank: set[int], setting: Setting
) -> Iterator[Line]:
    """Yield the lines of what may be a heading: a second one where the first is open or the next starts small."""
    first = body[index]
    yield first
    if index + 1 >= len(body):
        return
    second = body[index + 1]
    wrapped = bool(ENDS_OPEN.search(first.text)) or not STARTS_NEW.match(second.text)
    short = len(second.text.strip()) < setting.width * SHARE_OF_WIDTH and not ENDS_SENTENCE.search(
        second.text
    )
    if wrapped and short and not (setting.parted and second.span.start in after_blank):
        yield second


def _is_narrow(lines: Sequence[Line], setting: Setting) -> bool:
    return all(len(line.text.strip()) < setting.width * SHARE_OF_WIDTH for line in lines)


def _is_short_sentence(
    lines: Sequence[Line], body: Sequence[Line], index: int, after_blank: set[int], setting: Setting
) -> bool:
    """Tell whether a short line with a full stop stands alone between blank lines, as some headings do."""
    following = body[index + 1] if index + 1 < len(body) else None
    alone = (
        lines[0].span.start in after_blank and following is not None and following.span.start in after_blank
    )
    short = len(lines) == 1 and len(lines[0].text.strip()) < setting.width * SHORT_HEADING
    return setting.parted and alone and short and bool(re.search(r"\w\.\s*$", lines[0].text)) and index > 0


def _stands_apart(
    lines: Sequence[Line], body: Sequence[Line], index: int, after_blank: set[int], setting: Setting
) -> bool:
    """Tell whether the next word would have fitted behind the last line, so that its end was meant."""
    following = body[index + len(lines)]
    first_word = following.text.split()[0]
    if re.match(r"\d", first_word) and not NUMBERED_POINT.fullmatch(first_word):
        return False
    room = len(lines[-1].text.strip()) + 1 + len(first_word) <= setting.width
    if setting.parted and index > 0:
        return room and (following.span.start in after_blank or lines[0].marked)
    return room and (setting.parted or _is_narrow(lines, setting))
