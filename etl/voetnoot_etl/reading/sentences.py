"""Body → sections and sentences, each sentence with its stretches of the file and its markers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voetnoot_etl.model import Marker, Section, Sentence, SpanKind, Text
from voetnoot_etl.reading.blocks import BULLET, LETTERED, LIST_ITEM, Block
from voetnoot_etl.reading.lines import Line
from voetnoot_etl.reading.running_text import Skipped, join_lines, skip_markers
from voetnoot_etl.reading.sections import read_sections
from voetnoot_etl.reading.sentence_ends import split_sentences

CLOSED = re.compile(r"[.?!:…][\"'”’)\]]{0,4}\d{0,3}(?:,\s?\d{1,3})?$")
FINISHED = re.compile(r"[.!…:][\"'”’»)\]]{0,4}$")
SIGNING = re.compile(
    r"(?:De|Het)\s+(?:minister|staatssecretaris|kabinet|voorzitter|directeur|griffier)|Namens\b|\[Ondertekenaar"
)


UNPARTED = ("contents", "letterhead")
"""Blocks of one line that is no running text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of running text in one section, the lines that it came from, and what it is."""

    text: Text
    lines: tuple[Line, ...]
    section: str
    role: str
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Marks:
    """A document's markers in order, where each stands, and what running text leaves out for them."""

    markers: tuple[Marker, ...]
    starts: tuple[int, ...]
    skipped: Skipped

    def within(self, first: int, last: int) -> tuple[Marker, ...]:
        """Return the markers behind one offset up to another, whose next character may begin one."""
        low = bisect_right(self.starts, first)
        return self.markers[low : max(low, self._behind(last))]

    def _behind(self, last: int) -> int:
        """Return the index behind the markers that stand right behind an offset, one next to the other."""
        index, end = bisect_right(self.starts, last), last + 1
        while index < len(self.starts) and self._adjoins(index, end):
            end = self.markers[index].span.end
            index += 1
        return index

    def _adjoins(self, index: int, end: int) -> bool:
        gap = range(end, self.starts[index])
        return all(offset in self.skipped.between for offset in gap)


def read_sentences(
    blocks: Sequence[Block], markers: Sequence[Marker]
) -> tuple[tuple[Section, ...], tuple[Sentence, ...]]:
    """Part blocks into sections and sentences; `position` counts headings and captions as well."""
    skipped = skip_markers(markers)
    marks = Marks(tuple(markers), tuple(marker.span.start for marker in markers), skipped)
    sections, placed = read_sections(blocks, skipped)
    titles = [section.title.value for section in sections if section.title.value]
    sentences: list[Sentence] = []
    for part in _parts(placed, skipped):
        whole = part.kind is not SpanKind.BODY or part.role in UNPARTED
        texts = [part.text] if whole else split_sentences(part.text, titles)
        starts = [line.span.start for line in part.lines]
        for text in texts:
            sentences.append(_sentence(len(sentences) + 1, text, part, starts, marks))
    return sections, tuple(_with_signatures(sentences))


def _parts(placed: Sequence[tuple[Block, str]], skipped: Skipped) -> Iterator[Part]:
    """Yield running text: paragraphs that go on behind a caption or a page foot are joined."""
    waiting: list[tuple[Block, str]] = []
    for block, section in placed:
        if block.kind is SpanKind.BODY:
            if waiting and (section != waiting[-1][1] or not _goes_on(waiting[-1][0], block)):
                yield _joined(waiting, skipped)
                waiting = []
            waiting.append((block, section))
            continue
        open_sentence = waiting and block.kind is SpanKind.CAPTION and not _is_closed(waiting[-1][0])
        if waiting and not open_sentence:
            yield _joined(waiting, skipped)
            waiting = []
        yield Part(join_lines(block.lines, skipped), block.lines, section, block.role, block.kind)
    if waiting:
        yield _joined(waiting, skipped)


def _goes_on(before: Block, block: Block) -> bool:
    return block.role == "paragraph" and before.role not in ("greeting", *UNPARTED) and not _is_closed(before)


def _is_closed(block: Block) -> bool:
    return bool(CLOSED.search(block.lines[-1].words[-16:]))


def _joined(waiting: Sequence[tuple[Block, str]], skipped: Skipped) -> Part:
    lines = tuple(line for block, _ in waiting for line in block.lines)
    text = join_lines(lines, skipped)
    block, section = waiting[0]
    if block.role == "list-item":
        item = LIST_ITEM.match(text.value) or BULLET.match(text.value)
        while item:
            text = text.slice(item.start("words"), len(text.value))
            item = LETTERED.match(text.value)
    return Part(text, lines, section, block.role, SpanKind.BODY)


def _sentence(position: int, text: Text, part: Part, starts: Sequence[int], marks: Marks) -> Sentence:
    first, last = text.offsets[0], text.offsets[-1]
    page = part.lines[max(bisect_right(starts, first) - 1, 0)].page
    inside = marks.within(first, last)
    return Sentence(position, text, part.section, part.kind, _role(text.value, part), page, inside)


def _role(words: str, part: Part) -> str:
    if part.kind is not SpanKind.BODY or part.role == "greeting":
        return part.role
    if words.endswith("?"):
        return "question"
    if part.role == "contents" or (part.role == "list-item" and not FINISHED.search(words)):
        return "list-item"
    return "statement"


def _with_signatures(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences with those at a letter's end that are no sentences marked as its signature."""
    result = list(sentences)
    is_letter = any(sentence.role == "greeting" for sentence in sentences)
    for index in range(len(result) - 1, -1, -1):
        sentence = result[index]
        words = sentence.text.value
        if sentence.role != "statement" or FINISHED.search(words):
            break
        if is_letter or SIGNING.match(words):
            result[index] = replace(sentence, role="signature")
    return result
