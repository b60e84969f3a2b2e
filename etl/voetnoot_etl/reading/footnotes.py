"""Surviving and lost notes → footnotes with their citations, and each citation's URL where it is safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from voetnoot_etl.model import Citation, Footnote, ListedUrl, Marker, Publication
from voetnoot_etl.reading.citations import Reference, parse_note
from voetnoot_etl.reading.links import Key, Link, find_links, page_feet
from voetnoot_etl.reading.lost_notes import lost_notes
from voetnoot_etl.reading.notes import Note, UrlLine, read_notes, read_url_lines
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.reading.running_text import outer_span

__all__ = ["read_footnotes", "read_notes", "read_url_lines"]

Parsed = dict[int, tuple[Note, tuple[Reference, ...], str]]


def read_footnotes(
    markers: Sequence[Marker], notes: Sequence[Note], url_lines: Sequence[UrlLine], publishers: Publishers
) -> tuple[tuple[Footnote, ...], tuple[ListedUrl, ...]]:
    """Return every note from 1 to the last marker or note, lost ones included, and every listed URL."""
    surviving = _parsed(notes)
    references = {(n, i): ref for n, (_, refs, _) in surviving.items() for i, ref in enumerate(refs, 1)}
    lost = lost_notes(markers, notes, page_feet(notes, url_lines))
    links = find_links(lost, notes, references, url_lines, publishers)
    footnotes = [Footnote(note.number, note.page, None, None) for note in lost]
    for number, (note, found, comment) in surviving.items():
        citations = tuple(_citation(number, i, ref, links[number, i]) for i, ref in enumerate(found, 1))
        footnotes.append(Footnote(number, note.page, note.span, _note_kind(found, comment), citations))
    footnotes.sort(key=lambda footnote: footnote.number)
    owners = {line: key for key, link in reversed(links.items()) for line in link.lines}
    return tuple(footnotes), tuple(_listed(line, owners) for line in url_lines)


def _parsed(notes: Sequence[Note]) -> Parsed:
    """Read each note's words; an *ibid.* names the one publication of the note before it, else nothing."""
    parsed: Parsed = {}
    for note in notes:
        references, comment = parse_note(note.text)
        earlier = parsed.get(note.number - 1)
        only = earlier[1][0].publication if earlier and len(earlier[1]) == 1 else None
        resolved: list[Reference] = []
        for reference in references:
            before = resolved[-1].publication if resolved else only
            if not reference.repeats:
                resolved.append(reference)
            elif before:
                resolved.append(_repeated(reference, before))
            else:
                comment = f"{comment} {reference.text.value}".strip()
        parsed[note.number] = (note, tuple(resolved), comment)
    return parsed


def _repeated(reference: Reference, publication: Publication) -> Reference:
    return Reference(
        reference.text, publication, reference.locator, reference.relation, reference.links, reference.address
    )


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
        link.lines[0].span if link.lines else None,
        link.status,
    )


def _listed(line: UrlLine, owners: Mapping[UrlLine, Key]) -> ListedUrl:
    return ListedUrl(line.page, line.position, line.url, line.span, owners.get(line))
