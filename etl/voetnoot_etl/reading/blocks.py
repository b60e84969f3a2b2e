"""Body lines → blocks: headings, captions, list items, greetings and the paragraphs between them.

Where a document is typed with blank lines between paragraphs these part the blocks; where a blank line
stands between all lines, only headings, captions and list items do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.model import SpanKind
from voetnoot_etl.reading.headings import CAPTION, LEADERS, SOURCE, Setting, find_heading, read_setting
from voetnoot_etl.reading.lines import Line

LIST_ITEM = re.compile(
    r"(?P<number>\d{1,2})(?:(?:\s?(?:,|en|-|t/m|tot en met)\s?)\d{1,2})*[.)]\s+(?P<words>\S.*)"
)
BULLET = re.compile(r"(?:[-–•▪●*o]|\(?[a-z]\)|[a-z]\.|[ivx]{1,4}[.)])\s+(?P<words>\S.*)")
LETTERED = re.compile(r"(?:\(?[a-z]\)|[ivx]{1,4}\))\s+(?P<words>\S.*)")
"""The letter of a sub-item behind its item's number."""
GREETING = re.compile(
    r"(?:(?:(?:Zeer\s+)?(?:geachte|hooggeachte|waarde)|beste|mijnheer|mevrouw|excellentie|dames en heren|l\.s\.)"
    r"|(?:hoogachtend|met (?:de )?(?:meeste )?(?:vriendelijke |hartelijke )?(?:groet|groeten|hoogachting)))\b.{0,60}"
    r"|L\.S\.",
    re.IGNORECASE,
)
ENDS_SENTENCE = re.compile(r"[.?!…][\"'”’)\]]{0,4}\d{0,3}(?:,\s?\d{1,3})?$")
STARTS_NEW = re.compile(r"[\"'“‘(]{0,3}[A-ZÀ-Þ0-9*]")
CLOSED_CAPTION = re.compile(r"\d$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and what they are.

    A heading, a caption, a list-item, a greeting, a letterhead, a line of the table of contents, or a paragraph.
    """

    lines: tuple[Line, ...]
    role: str
    number: str = ""

    @property
    def kind(self) -> SpanKind:
        """Return the kind of the block's stretch of the file."""
        kinds = {"heading": SpanKind.HEADING, "caption": SpanKind.CAPTION}
        return kinds.get(self.role, SpanKind.BODY)


def read_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Part the body into blocks, in the order of the file; what stands above a letter's greeting heads nothing."""
    body = tuple(line for line in lines if line.kind is SpanKind.BODY)
    blocks = list(_blocks(body, read_setting(lines)))
    greeting = next((index for index, block in enumerate(blocks) if block.role == "greeting"), 0)
    for index, block in enumerate(blocks[:greeting]):
        if block.role == "heading" and not block.number:
            blocks[index] = Block(block.lines, "letterhead")
    return tuple(blocks)


def _blocks(body: Sequence[Line], setting: Setting) -> Iterator[Block]:
    paragraph: list[Line] = []
    role, number, index = "paragraph", "", 0
    while index < len(body):
        line = body[index]
        ended = _ended(paragraph, line)
        lost = line.marked and line.words[:1].islower()
        parted = (lost or (setting.parted and setting.is_after_blank(line))) and ended
        special = _special(body, index, setting, fresh=ended)
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
    if not paragraph:
        return True
    before = paragraph[-1].words
    return bool(ENDS_SENTENCE.search(before[-16:])) or (
        bool(STARTS_NEW.match(line.words)) and before.endswith((":", ","))
    )


def _special(body: Sequence[Line], index: int, setting: Setting, *, fresh: bool) -> Block | None:
    """Return the heading, caption, greeting or list item that starts at a line, if one does."""
    line = body[index]
    if CAPTION.fullmatch(line.words) and not (index and setting.refers(body[index - 1])):
        return Block(tuple(_caption(body, index)), "caption")
    if role := _role_of_line(line, setting, fresh=fresh):
        return Block((line,), role)
    if heading := find_heading(body, index, setting):
        return Block(heading.lines, "heading", heading.number) if fresh or heading.number else None
    return _list_item(body, index, setting, fresh=fresh)


def _role_of_line(line: Line, setting: Setting, *, fresh: bool) -> str:
    """Return the role of a line that is a block by its words alone, empty for any other."""
    if LEADERS.search(line.words):
        return "contents"
    if fresh and SOURCE.fullmatch(line.words) and setting.is_narrow([line]):
        return "caption"
    greets = fresh and GREETING.fullmatch(line.words) and line.words.endswith((",", ".", "!"))
    return "greeting" if greets else ""


def _list_item(body: Sequence[Line], index: int, setting: Setting, *, fresh: bool) -> Block | None:
    """Return the list item that starts at a line; a line inside a sentence that happens to look so is none."""
    line = body[index]
    before = body[index - 1 : index]
    opened = fresh or any(above.words.endswith((";", ":", ",")) for above in before)
    apart = setting.is_after_blank(line) or line.marked
    if not (opened or (apart and (setting.parted or setting.is_narrow(before)))):
        return None
    if item := LIST_ITEM.fullmatch(line.words):
        return Block((line,), "list-item", item["number"])
    return Block((line,), "list-item") if BULLET.fullmatch(line.words) else None


def _caption(body: Sequence[Line], index: int) -> Iterator[Line]:
    """Yield a caption's lines: it goes on where the next line starts small and no note number closed it."""
    yield body[index]
    for following in range(index + 1, len(body)):
        if CLOSED_CAPTION.search(body[following - 1].words) or not body[following].words[:1].islower():
            return
        yield body[following]
