"""Each citation's URL: listed at its page's foot where that is certain, else inferred, ambiguous or missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from voetnoot_etl.model import Publication
from voetnoot_etl.reading.citations import Reference
from voetnoot_etl.reading.lost_notes import LostNote
from voetnoot_etl.reading.notes import Note, UrlLine
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.reading.urls import Fits, Foot, Slot, align

Key = tuple[int, int]
References = Mapping[Key, Reference]
Options = dict[Key, list[frozenset[UrlLine | None]]]
Place = tuple[Key, int]
Group = tuple[list[Key], list[Slot], list[UrlLine]]
DAY = len("2022-04-22")
PRESENT, LOST, MAYBE = range(3)
"""A place for URLs is that of a reference, of a lost note, or of one that may have stood at another foot."""


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a citation's URL: the address, its status and, where it is listed, its lines."""

    url: str
    status: str
    lines: tuple[UrlLine, ...] = ()


@dataclass(slots=True)
class _Feet:
    """What stands at the page feet: notes by number, lost ones, references, and URLs by page."""

    notes: dict[int, Note]
    lost: Sequence[LostNote]
    references: References
    urls: dict[int, list[UrlLine]]

    def page_of(self, key: Key) -> int:
        """Return the index of the page at whose foot a reference ends."""
        return self.notes[key[0]].page_at(self.references[key].text.offsets[-1])

    def pages(self) -> list[int]:
        return sorted(self.urls)


def find_links(
    lost: Sequence[LostNote],
    notes: Sequence[Note],
    references: References,
    url_lines: Sequence[UrlLine],
    publishers: Publishers,
) -> dict[Key, Link]:
    """Return the link of every reference."""
    feet = _feet(lost, notes, references, url_lines)
    cited = frozenset(reference.publication.publisher for reference in references.values())

    @cache
    def fits(publisher: str, url: str) -> bool:
        return publishers.fits(publisher, url, cited)

    options: Options = {}
    places = _places_by_page(feet)
    for page in feet.pages():
        for keys, laid, lines in _groups(places.get(page, []), feet, page):

            def of_citation(index: int, url: str, keys: Sequence[Key] = keys) -> bool:
                return fits(references[keys[index]].publication.publisher, url)

            _lay(keys, laid, lines, of_citation, options)
    return _links(references, options, publishers)


def _lay(
    keys: Sequence[Key], slots: Sequence[Slot], lines: Sequence[UrlLine], fits: Fits, options: Options
) -> None:
    """Add the lines that each slot can have to `options`."""
    foot = Foot(tuple(line.url for line in lines), tuple(line.marked for line in lines))
    for index, found in sorted(align(slots, foot, fits).items()):
        choices = frozenset(None if choice is None else lines[choice] for choice in found)
        options.setdefault(keys[index], []).append(choices)


def page_feet(notes: Sequence[Note], url_lines: Sequence[UrlLine]) -> list[int]:
    """Return the indexes of the pages that have a foot, in order."""
    return sorted({*(line.page for line in url_lines), *(note.page for note in notes)})


def _feet(
    lost: Sequence[LostNote], notes: Sequence[Note], references: References, url_lines: Sequence[UrlLine]
) -> _Feet:
    urls: dict[int, list[UrlLine]] = defaultdict(list)
    for line in url_lines:
        urls[line.page].append(line)
    return _Feet({note.number: note for note in notes}, lost, references, urls)


def _places_by_page(feet: _Feet) -> dict[int, list[Place]]:
    """Return, for each page, the places for a URL in order: those of references and of lost notes."""
    places: dict[int, list[Place]] = defaultdict(list)
    for note in feet.lost:
        for page in note.feet:
            places[page].append(((note.number, 0), LOST))
        for page in note.maybe:
            places[page].append(((note.number, 0), MAYBE))
    for key in feet.references:
        places[feet.page_of(key)].append((key, PRESENT))
    return {page: sorted(found) for page, found in places.items()}


def _groups(places: Sequence[Place], feet: _Feet, page: int) -> Iterator[Group]:
    """Yield what is to be laid together: a page's foot; or each note, where URLs stand between the notes."""
    lines = feet.urls[page]
    starts = sorted({feet.notes[key[0]].span.start for key, state in places if state == PRESENT})
    if not starts or lines[0].span.start > starts[-1]:
        keys, slots = _slots([place for place in places if place[1] != MAYBE], feet)
        whole = len(slots) == len(keys) == len(lines)
        yield (keys, slots, lines) if whole else (*_slots(places, feet), lines)
        return
    for start, end in pairwise([*starts, lines[-1].span.end]):
        inside = [line for line in lines if start < line.span.start < end]
        own = [
            place for place in places if place[1] == PRESENT and feet.notes[place[0][0]].span.start == start
        ]
        linked = any(feet.references[key].linked for key, _ in own)
        yield (*_slots(own, feet, every=not linked), inside)


def _slots(places: Sequence[Place], feet: _Feet, *, every: bool = False) -> tuple[list[Key], list[Slot]]:
    """Return the references that slots stand for and the slots: one for each word `url`, one a lost note."""
    keys: list[Key] = []
    slots: list[Slot] = []
    for key, state in places:
        if state != PRESENT:
            slots.append(Slot(None))
            continue
        for _ in range(feet.references[key].links or int(every)):
            slots.append(Slot(len(keys)))
            keys.append(key)
    return keys, slots


def _links(references: References, options: Options, publishers: Publishers) -> dict[Key, Link]:
    """Return each citation's link: listed on its page, else inferred from the same publication elsewhere."""
    listed: dict[Key, Link] = {}
    for key, choices in options.items():
        lines = tuple(line for choice in choices if len(choice) == 1 for line in choice if line is not None)
        if lines:
            listed[key] = Link(lines[0].url, "listed", lines)
    known: dict[Publication, set[str]] = defaultdict(set)
    for key, link in listed.items():
        if publication := _same(references[key].publication, publishers):
            known[publication].add(link.url)
    links: dict[Key, Link] = {}
    for key, reference in references.items():
        same = _same(reference.publication, publishers) if reference.linked else None
        elsewhere = known.get(same, set()) if same else set()
        first = options.get(key, [frozenset({None})])[0]
        links[key] = listed.get(key) or _without_line(first, elsewhere)
    return links


def _same(publication: Publication, publishers: Publishers) -> Publication | None:
    """Return what tells a publication from others, however its publisher is spelled; None where nothing does."""
    if len(publication.edtf) < DAY:
        return None
    key = publishers.actor(publication.publisher)
    return Publication(key, publication.authors, publication.edtf, publication.label)


def _without_line(choices: frozenset[UrlLine | None], elsewhere: Collection[str]) -> Link:
    """Return the link of a citation without a certain line: nothing is guessed among several addresses."""
    here = {line.url for line in choices if line is not None}
    if len(elsewhere) == 1 and (not here or None in choices or here & set(elsewhere)):
        return Link(next(iter(elsewhere)), "inferred")
    return Link("", "ambiguous" if here or len(elsewhere) > 1 else "missing")
