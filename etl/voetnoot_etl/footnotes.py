"""Page feet → notes with their citations, and the URLs listed under them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from voetnoot_etl.citations import Reference, parse_note
from voetnoot_etl.model import Citation, Footnote, ListedUrl, Marker, Publication, Span, SpanKind, Text
from voetnoot_etl.pages import NOTE_START, Line
from voetnoot_etl.publishers import Publishers
from voetnoot_etl.running_text import join_lines, outer_span
from voetnoot_etl.urls import Foot, Slot, align


@dataclass(frozen=True, slots=True)
class Note:
    """A surviving note: its number, the index of its page, its stretch, its words without the number."""

    number: int
    page: int
    span: Span
    text: Text


@dataclass(frozen=True, slots=True)
class UrlLine:
    """A URL at a page foot, by the index of its page and its place in the order of that foot."""

    page: int
    position: int
    url: str
    span: Span
    marked: bool


def read_notes(lines: Sequence[Line]) -> tuple[Note, ...]:
    """Return the surviving notes; a note starts at a line with its number and goes on to the next note."""
    groups: list[list[Line]] = []
    number = 0
    for line in lines:
        if line.kind is not SpanKind.NOTE:
            continue
        match = NOTE_START.fullmatch(line.text)
        if match and _is_next(match, number, groups, line):
            number = int(match["number"])
            groups.append([line])
        elif groups:
            groups[-1].append(line)
    return tuple(_note(group) for group in groups)


def _is_next(match: re.Match[str], number: int, groups: Sequence[Sequence[Line]], line: Line) -> bool:
    found = int(match["number"])
    new_foot = not groups or groups[-1][-1].page != line.page
    return found == number + 1 or (found > number and (new_foot or line.marked))


def _note(lines: Sequence[Line]) -> Note:
    text = join_lines(lines)
    number = re.match(r"\d+", text.value)
    if number is None:
        raise AssertionError("a note starts with its number")
    words = text.slice(number.end() + 1, len(text.value))
    return Note(int(number[0]), lines[0].page, outer_span(text), words)


def read_url_lines(lines: Sequence[Line]) -> tuple[UrlLine, ...]:
    """Return the URLs of the page feet; a URL wrapped over lines is one."""
    found: list[UrlLine] = []
    for page, group in groupby(
        (line for line in lines if line.kind is SpanKind.URL), key=lambda line: line.page
    ):
        members: list[list[Line]] = []
        for line in group:
            if line.text.strip().startswith("http"):
                members.append([line])
            else:
                members[-1].append(line)
        for position, parts in enumerate(members, 1):
            text = join_lines(parts)
            url = "".join(part.text.strip() for part in parts)
            found.append(UrlLine(page, position, url, outer_span(text), parts[0].marked))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a citation's URL: the address, its status and, where it is listed, its line."""

    url: str
    status: str
    line: UrlLine | None = None


Key = tuple[int, int]
References = Mapping[Key, Reference]


def read_footnotes(
    markers: Sequence[Marker], notes: Sequence[Note], url_lines: Sequence[UrlLine], publishers: Publishers
) -> tuple[tuple[Footnote, ...], tuple[ListedUrl, ...]]:
    """Return every note from 1 to the last marker or note, lost ones included, and every listed URL."""
    surviving = {note.number: (note, *parse_note(note.text)) for note in notes}
    references = {(n, i): ref for n, (_, refs, _) in surviving.items() for i, ref in enumerate(refs, 1)}
    pages = {marker.number: marker.page for marker in markers} | {note.number: note.page for note in notes}
    links = _links(references, _url_options(pages, surviving.keys(), references, url_lines, publishers))
    footnotes: list[Footnote] = []
    for number in range(1, max(pages, default=0) + 1):
        if number in surviving:
            note, found, comment = surviving[number]
            citations = tuple(_citation(number, i, ref, links[number, i]) for i, ref in enumerate(found, 1))
            footnotes.append(Footnote(number, note.page, note.span, _note_kind(found, comment), citations))
        else:
            footnotes.append(Footnote(number, pages.get(number), None, None))
    return tuple(footnotes), tuple(_listed(line, links) for line in url_lines)


def _url_options(
    pages: Mapping[int, int],
    surviving: Collection[int],
    references: References,
    url_lines: Sequence[UrlLine],
    publishers: Publishers,
) -> dict[Key, frozenset[UrlLine | None]]:
    """Return, for each linked citation, the URL lines of its page that it can have; None where it can have none."""
    options: dict[Key, frozenset[UrlLine | None]] = {}
    for page in sorted(set(pages.values())):
        lines = [line for line in url_lines if line.page == page]
        keys, slots = _slots([n for n in sorted(pages) if pages[n] == page], surviving, references)

        def fits(index: int, url: str, keys: Sequence[Key] = keys) -> bool:
            return publishers.fits(references[keys[index]].publication.publisher, url)

        foot = Foot(tuple(line.url for line in lines), tuple(line.marked for line in lines))
        for index, found in align(slots, foot, fits).items():
            options[keys[index]] = frozenset(None if choice is None else lines[choice] for choice in found)
    return options


def _slots(
    numbers: Sequence[int], surviving: Collection[int], references: References
) -> tuple[list[Key], list[Slot]]:
    """Return a page's linked citations and the slots for URLs: one a citation, one a lost note."""
    keys: list[Key] = []
    slots: list[Slot] = []
    for number in numbers:
        if number not in surviving:
            slots.append(Slot(None))
        for key in (key for key, reference in references.items() if key[0] == number and reference.linked):
            slots.append(Slot(len(keys)))
            keys.append(key)
    return keys, slots


def _links(references: References, options: Mapping[Key, frozenset[UrlLine | None]]) -> dict[Key, Link]:
    """Return each citation's link: listed on its page, else inferred from the same publication elsewhere."""
    listed: dict[Key, Link] = {}
    for key, choices in options.items():
        line = next(iter(choices)) if len(choices) == 1 else None
        if line is not None:
            listed[key] = Link(line.url, "listed", line)
    known: dict[Publication, set[str]] = {}
    for key, link in listed.items():
        known.setdefault(references[key].publication, set()).add(link.url)
    links: dict[Key, Link] = {}
    for key, reference in references.items():
        elsewhere = known.get(reference.publication, set()) if reference.linked else set()
        links[key] = listed.get(key) or _without_line(options.get(key, frozenset({None})), elsewhere)
    return links


def _without_line(choices: frozenset[UrlLine | None], elsewhere: Collection[str]) -> Link:
    """Return the link of a citation without a certain line: nothing is guessed among several addresses."""
    here = {line.url for line in choices if line is not None}
    if len(elsewhere) == 1 and (not here or None in choices or here & set(elsewhere)):
        return Link(next(iter(elsewhere)), "inferred")
    return Link("", "ambiguous" if here or len(elsewhere) > 1 else "missing")


def _note_kind(references: Sequence[Reference], comment: str) -> str:
    derived = all(reference.relation == "data-source" for reference in references)
    if not references:
        return "comment"
    return "mixed" if comment and not derived else "citation"


def _citation(number: int, position: int, reference: Reference, link: Link) -> Citation:
    return Citation(
        number,
        position,
        reference.text.value,
        outer_span(reference.text),
        reference.publication,
        reference.locator,
        reference.relation,
        link.url,
        link.line.span if link.line else None,
        link.status,
    )


def _listed(line: UrlLine, links: Mapping[Key, Link]) -> ListedUrl:
    owner = next((key for key, link in links.items() if link.line == line), None)
    return ListedUrl(line.page, line.position, line.url, line.span, owner)
