"""A note's words → the stretches that each hold one reference, parted by `;` or by the word `url`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voetnoot_etl.model import Text
from voetnoot_etl.reading.note_dates import ACCESSED, DATE
from voetnoot_etl.reading.running_text import stripped

DATED = re.compile(rf"(?<![\w/]){DATE}(?![\w/])|\burl\b|https?://", re.IGNORECASE)
LINK_WORD = re.compile(r"\burl\b")
ONLY_LINK = re.compile(r"\s*url[.,]?(?:\s|$)", re.IGNORECASE)
LONGEST_DATE = 40
BELONGS = re.compile(
    r"\s*\d?\s*(?:$|;|[,&+/]?\s*(?:en\s+)?url\b|,?\s*(?:pp?\.|blz\.|pagina|§|art\.|par\.|\[|\()|[.,]?\s*$)",
    re.IGNORECASE,
)
PARTS_FROM_NEXT = re.compile(
    r"[\s\d]*[.,]?\s*(?:en\s+|&\s*)?(?=[\"“‘(\[]?[A-ZÀ-Þ]|(?:van|de|von|het|zie|cf\.)\s)"
)


def note_parts(text: Text) -> Iterator[Text]:
    """Yield the stretches of a note; one without a date or a link goes on with the next."""
    start, scanned, dated = 0, 0, False
    for begin, end in _cuts(text.value):
        dated = dated or bool(DATED.search(text.value, max(start, scanned - LONGEST_DATE), begin))
        scanned = begin
        last = begin == len(text.value)
        if last or (dated and not ONLY_LINK.match(text.value, end)):
            part = stripped(text.slice(start, begin))
            if part.value:
                yield part
            start, dated = end, False


def _cuts(value: str) -> Iterator[tuple[int, int]]:
    """Yield where a stretch can end and the next begin: at semicolons, behind `url`, at the note's end."""
    cuts = [(mark.start(), mark.end()) for mark in re.finditer(";", value)]
    for link in LINK_WORD.finditer(value):
        end = link.end()
        if accessed := ACCESSED.match(value, end):
            end = accessed.end()
        if not BELONGS.match(value, end) and (gap := PARTS_FROM_NEXT.match(value, end)):
            cuts.append((end, gap.end()))
    yield from sorted(cuts)
    yield len(value), len(value)
