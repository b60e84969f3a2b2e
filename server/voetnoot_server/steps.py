"""The steps of a trace from a note on: its citations, their publications, their URLs, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_server.links import term
from voetnoot_server.store import Literal
from voetnoot_server.things import Thing, value_of

URL_GAPS = {
    "missing": "no URL: the page foot has lost it",
    "ambiguous": "no URL: several at the page foot could be meant",
}
URL_WORDS = {"inferred": "inferred from the same publication elsewhere", "listed": "listed at the page foot"}


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain: what it is, its words, its details, what it lacks, and what it leads to.

    `quote` is the source's own text, where the store of this machine holds it.
    """

    kind: str
    iri: str
    title: str
    details: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    quote: Literal | None = None

    def walk(self) -> Iterator[Step]:
        """Yield this step and every step it leads to."""
        yield self
        for step in self.steps:
            yield from step.walk()


def footnote_step(note: Thing) -> Step:
    """Return a note with the citations in it."""
    lost = note.key("vn:textStatus") == "lost"
    citations = sorted((c for c in note.inverse("dct:isPartOf") if _cites(c)), key=_position)
    missing = ("the text of this note is lost",) if lost else ()
    comment = note.key("vn:noteKind") == "comment"
    if not lost and not citations and not comment:
        missing = ("no citation was found in this note",)
    details = [("kind", note.key("vn:noteKind"))] if note.values("vn:noteKind") else []
    return Step(
        "footnote",
        note.iri,
        f"note {note.text('vn:number')}",
        details=(*details, *page_of(note)),
        missing=missing,
        steps=tuple(map(citation_step, citations)),
    )


def citation_step(citation: Thing) -> Step:
    """Return a citation with the publications that it refers to."""
    publications = citation.things("biro:references")
    status = citation.key("vn:urlStatus")
    details = [
        (words, citation.text(name))
        for words, name in (("locator", "vn:locator"), ("label", "vn:label"))
        if citation.values(name)
    ]
    missing = [] if publications else ["the publication is not known"]
    if status in URL_GAPS:
        missing.append(URL_GAPS[status])
    return Step(
        "citation",
        citation.iri,
        citation.text("c4o:hasContent") or citation.name(),
        details=(*details, *([("URL", URL_WORDS.get(status, status))] if status else [])),
        missing=tuple(missing),
        steps=tuple(map(_publication, publications)),
    )


def _publication(publication: Thing) -> Step:
    publisher = publication.thing("dct:publisher")
    named = (
        publication.text("dct:title") or publication.text("skos:prefLabel") or publication.text("rdfs:label")
    )
    dated = publication.text("vn:edtf")
    title = named or ", ".join(part for part in (publisher.name() if publisher else "", dated) if part)
    details = (
        [("consulted", publication.key("vn:consultation"))] if publication.values("vn:consultation") else []
    )
    urls = [Step("url", value_of(url), value_of(url)) for url in publication.values("schema:url")]
    archives = [
        Step("archive", value_of(url), value_of(url)) for url in publication.values("schema:archivedAt")
    ]
    return Step(
        "publication",
        publication.iri,
        title or publication.name(),
        details=tuple(details),
        missing=() if urls or archives else ("no URL is known",),
        steps=(*urls, *archives),
    )


def _cites(thing: Thing) -> bool:
    return term("biro:BibliographicReference") in thing.types


def _position(thing: Thing) -> int:
    return int(thing.text("vn:position") or 0)


def page_of(thing: Thing) -> list[tuple[str, str]]:
    """Return the page that a thing stands on, and whether its number is printed or computed."""
    page = thing.thing("vn:page")
    if page is None:
        return []
    basis = page.key("vn:pageBasis")
    return [("page", f"{page.text('vn:number')}{f' ({basis})' if basis else ''}")]
