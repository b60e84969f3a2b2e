"""Body → sections and sentences, each sentence with its stretches of the file and its markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voetnoot_etl.blocks import LIST_ITEM, Block
from voetnoot_etl.model import Marker, Section, Sentence, SpanKind, Text
from voetnoot_etl.pages import Line
from voetnoot_etl.running_text import join_lines, stripped

END = re.compile(r"[.?!…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[*]*[A-ZÀ-Ý0-9]|\s*$)")
ALWAYS_ABBREVIATED = re.compile(
    r"(?:\b(?:o\.l\.v|t\.e\.m|m\.b\.t|i\.v\.m|d\.w\.z|o\.a|m\.a\.w|a\.d\.h\.v|n\.a\.v|bijv|bv|resp|nr|nrs|dhr|mevr|mw"
    r"|prof|dr|drs|ir|mr|ing|ds|St|ca|cf|vgl|p|pp|blz|art|vs|gen|kol|min|sec|incl|excl|max)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)
SECTION_NUMBER = re.compile(
    r"\b(?:hoofdstuk|deel|paragraaf|sectie|punt|bijlage|artikel|nummer)\s+\d+(?:\.\d+)*\.$", re.I
)
ORDINAL_DATE = re.compile(r"(?:^|\s)\d{1,2}\.$")
NAMED = {
    "inleiding": "inleiding",
    "samenvatting": "samenvatting",
    "antwoord": "antwoord",
    "conclusie": "conclusie",
}
ANNEX = re.compile(r"\s*Bijlage\b")
ANNEXES = "bijlagen"
ANSWER = re.compile(r"antwoord(?:en)?:?", re.IGNORECASE)
EMPTY = Text("", ())


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of running text in one section, the lines that it came from, and what it is."""

    text: Text
    lines: tuple[Line, ...]
    section: str
    role: str
    kind: SpanKind


def read_sentences(
    blocks: Sequence[Block], markers: Sequence[Marker]
) -> tuple[tuple[Section, ...], tuple[Sentence, ...]]:
    """Part blocks into sections and sentences; `position` counts headings and captions as well."""
    sections, placed = _sections(blocks)
    sentences: list[Sentence] = []
    for part in _parts(placed, markers):
        for text in _split(part.text) if part.kind is SpanKind.BODY else [part.text]:
            sentences.append(_sentence(len(sentences) + 1, text, part, markers))
    return sections, tuple(sentences)


def _sections(blocks: Sequence[Block]) -> tuple[tuple[Section, ...], list[tuple[Block, str]]]:
    """Return the sections in order, and each block with the number of its section."""
    part = "question" if any(_is_question(block) for block in blocks) else ""
    sections = [Section("s0", EMPTY, 0, part)]
    placed: list[tuple[Block, str]] = []
    asked = False
    for block in blocks:
        words = join_lines(block.lines)
        if block.role == "heading":
            part = "answer" if ANSWER.fullmatch(words.value) else part
            sections.append(_section(block, words, len(sections), part))
        elif part == "question" and asked and _restarts(block):
            part = "answer"
            sections.append(Section("antwoord", EMPTY, 1, part))
        elif block.role == "caption" and ANNEX.match(words.value) and sections[-1].number != ANNEXES:
            sections.append(Section(ANNEXES, EMPTY, 1, part))
        asked = asked or _is_question(block)
        placed.append((block, sections[-1].number))
    used = {number for _, number in placed}
    return tuple(section for section in sections if section.number in used), placed


def _section(block: Block, words: Text, count: int, part: str) -> Section:
    number = block.number or NAMED.get(words.value.casefold(), f"s{count}")
    return Section(number, words, number.count(".") + 1, part)


def _is_question(block: Block) -> bool:
    return block.role == "list-item" and block.lines[-1].text.rstrip().endswith("?")


def _restarts(block: Block) -> bool:
    return block.role == "list-item" and block.number == "1" and not _is_question(block)


def _parts(placed: Sequence[tuple[Block, str]], markers: Sequence[Marker]) -> Iterator[Part]:
    """Yield running text: paragraphs that go on behind a caption or a page foot are joined."""
    waiting: list[tuple[Block, str]] = []
    for block, section in placed:
        if block.kind is SpanKind.BODY:
            if waiting and (section != waiting[-1][1] or not _goes_on(waiting[-1][0], block)):
                yield _joined(waiting, markers)
                waiting = []
            waiting.append((block, section))
            continue
        open_sentence = waiting and block.kind is SpanKind.CAPTION and not _closed(waiting[-1][0])
        if waiting and not open_sentence:
            yield _joined(waiting, markers)
            waiting = []
        yield Part(join_lines(block.lines, markers), block.lines, section, block.role, block.kind)
    if waiting:
        yield _joined(waiting, markers)


def _goes_on(before: Block, block: Block) -> bool:
    return block.role == "paragraph" and before.role != "greeting" and not _closed(before)


def _closed(block: Block) -> bool:
    return bool(re.search(r"[.?!:…][\"'”’)\]]*\d{0,3}\s*$", block.lines[-1].text))


def _joined(waiting: Sequence[tuple[Block, str]], markers: Sequence[Marker]) -> Part:
    lines = tuple(line for block, _ in waiting for line in block.lines)
    text = join_lines(lines, markers)
    block, section = waiting[0]
    if block.role == "list-item":
        item = LIST_ITEM.match(text.value)
        text = text.slice(item.start("words"), len(text.value)) if item else text
    return Part(text, lines, section, block.role, SpanKind.BODY)


def _split(text: Text) -> Iterator[Text]:
    """Yield the sentences of running text; abbreviations, initials and chapter numbers end none."""
    start = 0
    for end in END.finditer(text.value):
        before = text.value[start : end.start() + 1]
        if end.end() < len(text.value) and _is_abbreviation(before):
            continue
        sentence = stripped(text.slice(start, end.end()))
        if sentence.value:
            yield sentence
        start = end.end()
    rest = stripped(text.slice(start, len(text.value)))
    if rest.value:
        yield rest


def _is_abbreviation(before: str) -> bool:
    return bool(
        ALWAYS_ABBREVIATED.search(before) or SECTION_NUMBER.search(before) or ORDINAL_DATE.search(before)
    )


def _sentence(position: int, text: Text, part: Part, markers: Sequence[Marker]) -> Sentence:
    first, last = text.offsets[0], text.offsets[-1]
    inside = tuple(m for m in markers if first < m.span.start <= last + 1)
    page = max(line.page for line in part.lines if line.span.start <= first)
    return Sentence(position, text, part.section, part.kind, _role(text.value, part), page, inside)


def _role(words: str, part: Part) -> str:
    if part.kind is not SpanKind.BODY or part.role == "greeting":
        return part.role
    if words.endswith("?"):
        return "question"
    return "statement" if re.search(r"[.!…:][\"'”’)\]]*$", words) else "signature"
