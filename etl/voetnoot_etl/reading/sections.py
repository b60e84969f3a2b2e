"""Blocks → sections: by headings, by the two voices of a question and its answer, and by annexes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from voetnoot_etl.model import Section, Text
from voetnoot_etl.reading.blocks import Block
from voetnoot_etl.reading.running_text import Skipped, join_lines

NAMED = {
    "inleiding": "inleiding",
    "samenvatting": "samenvatting",
    "antwoord": "antwoord",
    "conclusie": "conclusie",
}
ANNEX = re.compile(r"\s*Bijlage\b")
ANNEXES = "bijlagen"
ANSWER = re.compile(r"antwoord(?:en)?\b", re.IGNORECASE)
QUESTION = re.compile(r"vra(?:ag|gen)\b", re.IGNORECASE)
EMPTY = Text("", ())

Placed = list[tuple[Block, str]]


def read_sections(blocks: Sequence[Block], skipped: Skipped) -> tuple[tuple[Section, ...], Placed]:
    """Return the sections in order, and each block with the number of its section."""
    part = "question" if _has_two_voices(blocks) else ""
    sections = [Section("s0", EMPTY, 0, part)]
    taken = {"s0"}
    placed: Placed = []
    asked = False
    for block in blocks:
        words = join_lines(block.lines, skipped)
        if block.role == "heading":
            part = _voice(block, words.value, part)
            name = NAMED.get(words.value.casefold().rstrip(":."), f"s{len(sections)}")
            number = _unused(block.number or name, taken)
            sections.append(Section(number, words, block.number.count(".") + 1, part))
        elif part == "question" and asked and _restarts(block):
            part = "answer"
            sections.append(Section(_unused("antwoord", taken), EMPTY, 1, part))
        elif (
            block.role == "caption"
            and ANNEX.match(words.value)
            and not sections[-1].number.startswith(ANNEXES)
        ):
            sections.append(Section(_unused(ANNEXES, taken), EMPTY, 1, part))
        asked = asked or _is_question(block)
        placed.append((block, sections[-1].number))
    used = {number for _, number in placed}
    return tuple(section for section in sections if section.number in used), placed


def _unused(number: str, taken: set[str]) -> str:
    """Return a section's number, counted on where it occurs again, so that each section has its own."""
    count = next(n for n in itertools.count(1) if (number if n == 1 else f"{number}-{n}") not in taken)
    taken.add(found := number if count == 1 else f"{number}-{count}")
    return found


def _voice(block: Block, words: str, part: str) -> str:
    """Return whose words follow a heading: those of the answer, those of the question, or the same as before."""
    if block.number or not part:
        return part
    if ANSWER.match(words):
        return "answer"
    return "question" if QUESTION.match(words) else part


def _has_two_voices(blocks: Sequence[Block]) -> bool:
    """Tell whether a document asks in numbered questions; a report with numbered chapters does not."""
    if any(block.role == "heading" and block.number for block in blocks):
        return False
    answered = any(block.role == "heading" and ANSWER.match(block.lines[0].words) for block in blocks)
    return answered or any(_is_question(block) for block in blocks)


def _is_question(block: Block) -> bool:
    return block.role == "list-item" and block.lines[-1].words.endswith("?")


def _restarts(block: Block) -> bool:
    return block.role == "list-item" and block.number == "1" and not _is_question(block)
