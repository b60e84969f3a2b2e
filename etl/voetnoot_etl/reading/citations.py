"""The words of a note → citations: publisher, authors, date, label, locator, and how each is introduced.

A reference has the form `Publisher (Surname I. & Surname I.), [label] dd/mm/yyyy, p. 2, url`; several stand
one after another, parted by `;`. Words in front of the first reference are the note's comment.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from voetnoot_etl.model import Publication, Text
from voetnoot_etl.reading.authors import read_authors
from voetnoot_etl.reading.note_dates import ACCESSED, DATE, edtf
from voetnoot_etl.reading.note_parts import note_parts
from voetnoot_etl.reading.reference_names import derived_publisher, is_publisher, without_title
from voetnoot_etl.reading.running_text import stripped
from voetnoot_etl.reading.sentence_ends import ABBREVIATED

_LABEL = r"\[(?P<{}>[^\[\]]{{1,80}})\]"
_BEFORE_DATE = (
    r"(?:(?:laatst\s+|laatste\s+)?(?:bijgewerkt|geüpdatet|gewijzigd|aangepast|update|gepubliceerd|versie|stand)"
    r"(?:\s+(?:op|van))?:?\s+)?"
)
DATED = re.compile(
    rf"(?:,\s*|\s(?=\()|(?<=\])\s*)(?:{_LABEL.format('label')},?\s*)?\(?{_BEFORE_DATE}(?P<date>{DATE})\)?(?![\w/])",
    re.IGNORECASE,
)
BARE_DATED = re.compile(r"\s(?P<label>)(?P<date>\d{1,2}/\d{1,2}/\d{4})(?![\w/])")
STARTS_WITH_DATE = re.compile(rf"(?:\[[^\[\]]{{1,80}}\]\s*)?{DATE}(?![\w/])", re.IGNORECASE)
UNDATED_LINK = re.compile(r",\s*(?:\[(?P<label>[^\[\]]{1,80})\],?\s*)?(?=url\b)")
CONJUNCTION = re.compile(r"^(?:en|and|alsook|evenals|&)\s+(?=[A-ZÀ-Þ])")
LINK = re.compile(r"\burl\b")
ADDRESS = re.compile(r"https?://[^\s<>\";]+", re.IGNORECASE)
REST_LABEL = re.compile(_LABEL.format("label"))
HEAD_LABEL = re.compile(r"\s*,?\s*" + _LABEL.format("label") + r"\s*,?\s*$")
TITLE = re.compile(r",\s*(?P<title>[\"“‘«„][^\"”’»]{3,300}[\"”’»])\s*$")
OPENING = re.compile(
    r"(?<!\w)(?P<word>cf\.?:?|zie(?:\s(?:ook|verder|tevens|bijvoorbeeld|bv\.|o\.a\.|onder\smeer|hierover))?:?|vgl\.?"
    r"|see(?:\salso)?:?|bron(?:nen)?:|geciteerd\s(?:in|door):?|overgenomen\suit:?|meer\sinformatie:)\s+",
    re.IGNORECASE,
)
RELATED = re.compile(r"cf|zie|vgl|see|meer", re.IGNORECASE)
TABLE = re.compile(r"tabel|table|data|excel", re.IGNORECASE)
_PAGES = r"(?:\d+|[ivxlc]+\b)(?:\s?[-–]\s?\d+)?"
_PLACE = (
    r"(?<!\w)(?:pp?\.|blz\.|pagina(?:'s)?|§{1,2}|art\.|artikel|par\.|paras?\.?|hfst\.|hoofdstuk|bijlage|tabel|fig\."
    rf"|noot|min\.)\s?{_PAGES}(?:\s?(?:,|en|&)\s?{_PAGES}(?![/\d])){{0,5}}"
)
LOCATOR = re.compile(rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}", re.IGNORECASE)
REPEATED = re.compile(r"(?:ibid(?:em)?|idem|id)\b\.?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+(?=[A-ZÀ-Þ\[“\"])")
LONGEST_ABBREVIATION = 20


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference as printed, with what it says.

    `links` counts the words `url`; `address` is a URL printed in the reference itself; `repeats` tells
    that it only says *ibid.*, and names no publication of its own.
    """

    text: Text
    publication: Publication
    locator: str
    relation: str
    links: int = 0
    address: str = ""
    repeats: bool = False

    @property
    def linked(self) -> bool:
        """Tell whether the reference ends in the word `url`."""
        return self.links > 0


def parse_note(text: Text) -> tuple[tuple[Reference, ...], str]:
    """Part a note's words (without its number) into references and the comment in front of them."""
    references: list[Reference] = []
    comment = ""
    for part in note_parts(text):
        before = references[-1].publication.publisher if references else ""
        reference, words = _reference(part, before)
        comment = f"{comment} {words}".strip()
        if reference:
            references.append(reference)
    return tuple(references), comment


def _reference(part: Text, publisher_before: str) -> tuple[Reference | None, str]:
    """Return the reference at the end of a stretch, if any, and the words in front of it."""
    body, opening = _after_opening(_after_comment(part))
    comment = part.value[: part.value.rindex(body.value)] if body.value else part.value
    comment = comment[: len(comment) - len(opening)].strip() if opening else comment.strip()
    if repeated := REPEATED.match(body.value):
        rest = stripped(body.slice(repeated.end(), len(body.value)))
        if not DATED.search(rest.value):
            return _repetition(body, rest.value), comment
        found = _parse(body, rest.value.lstrip(", "), publisher_before, opening) if publisher_before else None
    else:
        found = _parse(body, body.value, publisher_before, opening)
    return (found, comment) if found else (None, part.value)


def _dated(words: str, publisher_before: str) -> re.Match[str] | None:
    """Return the date of a reference; one that begins with its date is by the publisher of the one before it."""
    if publisher_before and STARTS_WITH_DATE.match(words):
        return DATED.match(f", {words}")
    found = DATED.search(words)
    if found or not LINK.search(words):
        return found
    bare = BARE_DATED.search(words)
    return bare if bare and not words[: bare.start()].rsplit(maxsplit=1)[-1].islower() else None


def _parse(body: Text, printed: str, publisher_before: str, opening: str) -> Reference | None:
    words = ACCESSED.sub("", printed)
    dated = _dated(words, publisher_before)
    links = len(LINK.findall(words))
    address = ADDRESS.search(words)
    found = dated or UNDATED_LINK.search(words)
    if not found:
        return None
    own = found.string == words
    head, rest = (words[: found.start()] if own else publisher_before), found.string[found.end() :]
    publisher, authors, label = _names(head)
    derived = derived_publisher(publisher)
    publisher = derived or publisher
    worded = not dated or not re.search(r"\d/\d", dated["date"])
    if not derived and not is_publisher(publisher, linked=links > 0 or address is not None, strict=worded):
        return None
    label = (found["label"] or label or _label(rest)).strip()
    publication = Publication(publisher, authors, edtf(dated["date"]) if dated else "", label)
    locator = LOCATOR.search(rest) or LOCATOR.search(head, head.rfind(",") + 1)
    relation = "related" if RELATED.match(opening) else "information"
    relation = "data-source" if derived or TABLE.search(label) else relation
    own_address = address[0].rstrip(".,)") if address else ""
    return Reference(body, publication, locator[0] if locator else "", relation, links, own_address)


def _repetition(body: Text, rest: str) -> Reference:
    locator = LOCATOR.search(rest)
    return Reference(
        body,
        Publication("", (), "", ""),
        locator[0] if locator else "",
        "information",
        len(LINK.findall(rest)),
        repeats=True,
    )


def _names(head: str) -> tuple[str, tuple[str, ...], str]:
    """Return publisher, authors and label of what stands in front of the date."""
    head, label = unicodedata.normalize("NFC", head).strip().rstrip(","), ""
    for pattern, name in ((HEAD_LABEL, "label"), (TITLE, "title")):
        if match := pattern.search(head):
            head, label = head[: match.start()].rstrip(), match[name].strip('"“”‘’«»„ ')
    authors: tuple[str, ...] = ()
    if head.endswith(")") and "(" in head:
        start = head.rindex("(")
        publisher = head[:start].rstrip(" ,")
        authors = read_authors(head[start + 1 : -1], publisher) if publisher else ()
        head = publisher if authors else head
    publisher, title = without_title(LOCATOR.sub("", CONJUNCTION.sub("", head)).strip(" ,"))
    return publisher, authors, label or title


def _label(rest: str) -> str:
    match = REST_LABEL.search(rest)
    return match["label"] if match else ""


def _after_opening(part: Text) -> tuple[Text, str]:
    """Return what follows the last `cf.`, `zie ook` or the like, and that word."""
    openings = [
        opening
        for opening in OPENING.finditer(part.value)
        if not re.match(r"\d", part.value[opening.end() :])
    ]
    if not openings:
        return part, ""
    return stripped(part.slice(openings[-1].end(), len(part.value))), openings[-1][0]


def _after_comment(part: Text) -> Text:
    """Return what follows the last sentence end in front of the date; initials and abbreviations end none."""
    dates = [m.start() for m in DATED.finditer(part.value)] or [m.start() for m in LINK.finditer(part.value)]
    last = 0
    for end in SENTENCE_END.finditer(part.value, 0, dates[-1] if dates else len(part.value)):
        before = part.value[max(0, end.start() - LONGEST_ABBREVIATION) : end.start() + 1]
        if not (
            re.search(r"(?<!\w)\w{1,2}\.$", before)
            or ABBREVIATED.search(before)
            or re.search(r"(?i)cf\.$", before)
        ):
            last = end.end()
    return part.slice(last, len(part.value))
