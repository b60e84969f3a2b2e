"""The words of a note → citations: publisher, authors, date, label, locator, and how each is introduced.

A reference has the form `Publisher (Surname I. & Surname I.), [label] dd/mm/yyyy, p. 2, url`; several stand
one after another, parted by `;`. Words in front of the first reference are the note's comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_etl.model import Publication, Text
from voetnoot_etl.running_text import stripped

DATE = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"
VAGUE_DATE = (
    r"(?:(?P<month_only>\d{1,2})/(?P<year_of_month>\d{4})|(?P<year_only>(?:19|20)\d\d)"
    r"|(?P<undated>s\.d\.|z\.d\.|n\.d\.))"
)
REFERENCE = re.compile(
    rf"(?P<publisher>[^;]+?)(?:\s+\((?P<authors>[^()]*\b\w\.[^()]*)\))?,\s+"
    rf"(?:\[(?P<label>[^\]]+)\]\s*)?(?:{DATE}|{VAGUE_DATE})"
    r"(?P<rest>(?:,\s*(?:pp?\.|blz\.|§|art\.|par\.)?\s*[\w.-]+)*?(?:,?\s*url)?)\.?"
)
OPENING = re.compile(
    r"(?P<comment>.*?)(?P<opening>\b(?:[Cc]f\.|[Zz]ie(?: ook)?:?|[Ss]ee(?: also)?:?)\s+)", re.DOTALL
)
DERIVED = re.compile(
    r".*\b(?:op basis van|gebaseerd op|bron:)\s+(?:de\s+)?(?:data|gegevens|cijfers)?"
    r"(?:\s+verzameld)?\s*(?:door|van)?\s+(?P<publisher>[A-Z].*)"
)
TABLE = re.compile(r"tabel|table|data|excel", re.IGNORECASE)
LOCATOR = re.compile(r"(?:pp?\.|blz\.|§|art\.|par\.)\s*[\d-]+(?:\s*-\s*\d+)?")
LINKED = re.compile(r"\burl\b")
AUTHOR = re.compile(r"(?P<surname>[^,&]+?\s(?:\w\.[ -]?)+)(?:,\s*|\s*&\s*|\s+(?:en|and)\s+|$)")
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\[])")
DATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b|\burl\b")
LONGEST_PUBLISHER = 12
"""Most words that a publisher's name has; more are a comment."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference as printed, with what it says; `linked` tells whether it ends in the word `url`."""

    text: Text
    publication: Publication
    locator: str
    relation: str
    linked: bool


def parse_note(text: Text) -> tuple[tuple[Reference, ...], str]:
    """Part a note's words (without its number) into references and the comment in front of them."""
    references: list[Reference] = []
    comment = ""
    for part in _parts(text):
        reference, words = _reference(part)
        comment = f"{comment} {words}".strip()
        if reference:
            references.append(reference)
    return tuple(references), comment


def _parts(text: Text) -> Iterator[Text]:
    """Yield the stretches between semicolons; one without a date goes on with the next."""
    start = 0
    for mark in re.finditer(r";|$", text.value):
        part = stripped(text.slice(start, mark.start()))
        if part.value and (DATED.search(part.value) or mark.start() == len(text.value)):
            yield part
            start = mark.end()


def _reference(part: Text) -> tuple[Reference | None, str]:
    """Return the reference at the end of a stretch, if any, and the words in front of it."""
    openings = list(OPENING.finditer(part.value))
    opening = openings[-1] if openings else None
    body = part.slice(opening.end(), len(part.value)) if opening else _after_comment(part)
    match = REFERENCE.fullmatch(body.value)
    if not match or not _is_publisher(match["publisher"], linked=bool(LINKED.search(match["rest"]))):
        return None, part.value
    derived = DERIVED.fullmatch(match["publisher"])
    publisher = derived["publisher"] if derived else match["publisher"]
    authors = tuple(found["surname"].strip() for found in AUTHOR.finditer(match["authors"] or ""))
    publication = Publication(publisher.strip(), authors, _edtf(match), (match["label"] or "").strip())
    locator = LOCATOR.search(match["rest"])
    data = derived or TABLE.search(publication.label)
    relation = "data-source" if data else "related" if opening else "information"
    comment = part.value[: len(part.value) - len(body.value)]
    comment = comment.removesuffix(opening["opening"]) if opening else comment
    linked = bool(LINKED.search(match["rest"]))
    return Reference(body, publication, locator[0] if locator else "", relation, linked), comment.strip()


def _after_comment(part: Text) -> Text:
    """Return what follows the last sentence end in front of the date; initials end no sentence."""
    date = re.search(DATE, part.value)
    ends = [m.end() for m in SENTENCE_END.finditer(part.value, 0, date.start() if date else len(part.value))]
    ends = [end for end in ends if not re.search(r"\b\w\.\s+$", part.value[:end])]
    return part.slice(ends[-1] if ends else 0, len(part.value))


def _is_publisher(words: str, *, linked: bool) -> bool:
    """Tell a name from a sentence that happens to hold a date: names are short or say on whose data they rest."""
    return bool(DERIVED.fullmatch(words)) or (
        (linked or "," not in words) and len(words.split()) <= LONGEST_PUBLISHER
    )


def _edtf(match: re.Match[str]) -> str:
    if match["day"]:
        return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if match["month_only"]:
        return f"{match['year_of_month']}-{int(match['month_only']):02}"
    return match["year_only"] or ""
