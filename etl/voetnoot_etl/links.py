"""Each citation's URL: listed at its page's foot where that is certain, else inferred, ambiguous or missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from voetnoot_etl.citations import Reference
from voetnoot_etl.model import Marker, Publication
from voetnoot_etl.notes import Note, UrlLine
from voetnoot_etl.publishers import Publishers
from voetnoot_etl.urls import Fits, Foot, Slot, align

Key = tuple[int, int]
References = Mapping[Key, Reference]
Options = dict[Key, list[frozenset[UrlLine | None]]]
DAY = len("2022-04-22")


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a citation's URL: the address, its status and, where it is listed, its lines."""

    url: str
    status: str
    lines: tuple[UrlLine, ...] = ()


@dataclass(slots=True)
class _Feet:
    """What stands at the page feet: notes by number, the pages of lost ones, references, and URLs by page."""

    notes: dict[int, Note]
    lost: dict[int, set[int]]
    keys: dict[int, list[Key]]
    references: References
    urls: dict[int, list[UrlLine]]

    def page_of(self, key: Key) -> int:
        """Return the index of the page at whose foot a reference ends."""
        return self.notes[key[0]].page_at(self.references[key].text.offsets[-1])

    def pages(self) -> list[int]:
        return sorted(self.urls)


def find_links(
    markers: Sequence[Marker],
    notes: Sequence[Note],
    references: References,
    url_lines: Sequence[UrlLine],
    publishers: Publishers,
) -> dict[Key, Link]:
    """Return the link of every reference."""
    feet = _feet(markers, notes, references, url_lines)
    cited = frozenset(reference.publication.publisher for reference in references.values())

    @cache
    def fits(publisher: str, url: str) -> bool:
        return publishers.fits(publisher, url, cited)

    options: Options = {}
    slots = _slots_by_page(feet)
    for page in feet.pages():
        for keys, laid, lines in _groups(slots.get(page, []), feet, page):

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


def _feet(
    markers: Sequence[Marker], notes: Sequence[Note], references: References, url_lines: Sequence[UrlLine]
) -> _Feet:
    by_number = {note.number: note for note in notes}
    keys: dict[int, list[Key]] = defaultdict(list)
    for key in references:
        keys[key[0]].append(key)
    urls: dict[int, list[UrlLine]] = defaultdict(list)
    for line in url_lines:
        urls[line.page].append(line)
    with_foot = sorted({*urls, *(note.page for note in notes)})
    return _Feet(by_number, dict(_lost(markers, by_number, with_foot)), keys, references, urls)


def _lost(
    markers: Sequence[Marker], notes: Mapping[int, Note], feet: Sequence[int]
) -> Iterator[tuple[int, set[int]]]:
    """Yield each lost note with the pages at whose feet it can have stood.

    A marker's page can be a part of one only, as a loss of text bears the same mark as a page's begin: the
    note then stood at the next foot. Where the marker is lost too, it stood between its neighbours.
    """
    pages = {marker.number: marker.page for marker in markers} | {n: note.page for n, note in notes.items()}
    numbers = sorted(pages)
    for number in range(1, max(numbers, default=0) + 1):
        if number in notes:
            continue
        place = bisect_right(numbers, number)
        first = pages[numbers[place - 1]] if place else 0
        last = first if number in pages else pages[numbers[place]]
        following = feet[bisect_right(feet, last - 1) :][:1]
        yield number, {page for page in (*feet, *following) if first <= page <= last} | set(following)


def _slots_by_page(feet: _Feet) -> dict[int, list[tuple[Key, bool]]]:
    """Return, for each page, the places for a URL in order: (reference, True), or (lost note, False)."""
    slots: dict[int, list[tuple[Key, bool]]] = defaultdict(list)
    for number, pages in feet.lost.items():
        for page in pages:
            slots[page].append(((number, 0), False))
    for key in feet.references:
        slots[feet.page_of(key)].append((key, True))
    return {page: sorted(places) for page, places in slots.items()}


Group = tuple[list[Key], list[Slot], list[UrlLine]]


def _groups(places: Sequence[tuple[Key, bool]], feet: _Feet, page: int) -> Iterator[Group]:
    """Yield what is to be laid together: a page's foot; or each note, where URLs stand between the notes."""
    lines = feet.urls[page]
    starts = sorted({feet.notes[k[0]].span.start for k, present in places if present})
    between = bool(starts) and lines[0].span.start < starts[-1]
    if not between:
        yield (*_slots(places, feet, every=False), lines)
        return
    for number in sorted({key[0] for key, _ in places}):
        own = [place for place in places if place[0][0] == number]
        if number in feet.notes:
            start = feet.notes[number].span.start
            end = next((other for other in starts if other > start), lines[-1].span.end)
            inside = [line for line in lines if start < line.span.start < end]
            linked = any(feet.references[key].linked for key, present in own if present)
            yield (*_slots(own, feet, every=not linked), inside)


def _slots(places: Sequence[tuple[Key, bool]], feet: _Feet, *, every: bool) -> tuple[list[Key], list[Slot]]:
    """Return the references that slots stand for and the slots: one for each word `url`, one a lost note."""
    keys: list[Key] = []
    slots: list[Slot] = []
    for key, present in places:
        if not present:
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
