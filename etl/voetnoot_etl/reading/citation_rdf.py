"""Citations, publications and listed URLs → the graph of their document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.anchors import FileText, anchor
from voetnoot_etl.model import Citation, DocumentReading, ListedUrl, Publication
from voetnoot_etl.reading.document_rdf import citation_iri, footnote_iri, page_iri
from voetnoot_etl.reading.publisher_names import name_key
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.reading.sites import is_archived, original
from voetnoot_etl.terms import BIRO, C4O, CITO, DCT, FABIO, FOAF, ORG, PROV, SCHEMA, SKOS, VN

RELATIONS = {
    "information": CITO.citesForInformation,
    "data-source": CITO.citesAsDataSource,
    "related": CITO.citesAsRelated,
}
BY_ENDING = (
    (r"\.xlsx?$", "Spreadsheet"),
    (r"\.(?:jpe?g|png|svg|gif)$", "Figure"),
    (r"\.pdf$", "ReportDocument"),
)
URL_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Names:
    """Printed names → actors: publishers by the curated table, authors by the curated names of persons.

    `described` are the actors that the curated tables describe; any other gets its printed name as its label.
    """

    publishers: Publishers
    people: Mapping[str, str]
    described: Collection[str] = ()

    def author(self, graph: rdf.Graph, printed: str) -> NamedNode:
        """Return an author's IRI; an author nobody has curated gets the key of the printed name."""
        return self._actor(
            graph, self.people.get(printed) or name_key(printed), printed, FOAF.Person, "person"
        )

    def publisher(self, graph: rdf.Graph, printed: str) -> NamedNode:
        """Return a publisher's IRI."""
        key = self.publishers.actor(printed)
        return self._actor(graph, key, printed, ORG.Organization, "news-outlet")

    def _actor(self, graph: rdf.Graph, key: str, printed: str, kind: NamedNode, actor_kind: str) -> NamedNode:
        actor = iris.thing("actor", key)
        if key not in self.described:
            graph.add(
                actor,
                (rdf.type_, kind),
                (SKOS.prefLabel, rdf.text(printed, "en")),
                (SKOS.prefLabel, rdf.text(printed, "nl")),
                (VN.actorKind, iris.concept("actor-kind", actor_kind)),
            )
        return actor


def add_citations(graph: rdf.Graph, document: str, reading: DocumentReading, names: Names) -> None:
    """Add all citations of a document with their publications, and the URLs of its page feet."""
    file = FileText(document, reading.text)
    citations = [citation for footnote in reading.footnotes for citation in footnote.citations]
    dates: dict[str, set[str]] = {}
    for citation in citations:
        dates.setdefault(original(citation.url), set()).add(citation.publication.edtf)
    listed = {listing.citation: listing for listing in reading.urls if listing.citation}
    for citation in citations:
        publication = _publication(graph, citation.publication, citation.url, names)
        if citation.url and len(dates[original(citation.url)]) > 1:
            graph.add(publication, (PROV.specializationOf, _live_page(graph, citation, names)))
        _citation(graph, file, citation, publication, listed.get((citation.number, citation.position)))
    for listing in reading.urls:
        _listed_url(graph, file, listing)


def publication_iri(publication: Publication, url: str, publishers: Publishers) -> NamedNode:
    """Return a publication's IRI: publisher, date, first author, label and, where the URL is known, its digest.

    (publisher, date) is no key: one publisher puts out several things a day, and one page is dated anew.
    """
    parts = [publishers.actor(publication.publisher), iris.slug(publication.edtf) or "undated"]
    parts += [name_key(publication.authors[0])] if publication.authors else []
    parts += [name_key(publication.label)] if publication.label else []
    parts += [_short_digest(url)] if url else []
    return iris.thing("publication", "-".join(parts))


def _publication(graph: rdf.Graph, publication: Publication, url: str, names: Names) -> NamedNode:
    return graph.add(
        publication_iri(publication, url, names.publishers),
        (rdf.type_, VN.Publication),
        (rdf.type_, _fabio(publication, url, names.publishers)),
        (DCT.publisher, names.publisher(graph, publication.publisher)),
        *((DCT.creator, names.author(graph, author)) for author in publication.authors),
        (VN.edtf, rdf.text(publication.edtf)),
        (VN.label, rdf.text(publication.label)),
        (SCHEMA.url, rdf.text(original(url))),
        (SCHEMA.archivedAt, rdf.text(url) if is_archived(url) else None),
        (VN.consultation, iris.concept("consultation", "only-cited")),
    )


def _live_page(graph: rdf.Graph, citation: Citation, names: Names) -> NamedNode:
    """Add the page whose versions of several dates are cited under one URL."""
    actor = names.publishers.actor(citation.publication.publisher)
    return graph.add(
        iris.thing("publication", actor, "page", _short_digest(original(citation.url))),
        (rdf.type_, VN.Publication),
        (rdf.type_, FABIO.WebPage),
        (DCT.publisher, iris.thing("actor", actor)),
        (SCHEMA.url, rdf.text(original(citation.url))),
        (VN.consultation, iris.concept("consultation", "only-cited")),
    )


def _fabio(publication: Publication, url: str, publishers: Publishers) -> NamedNode:
    for ending, name in BY_ENDING:
        if re.search(ending, url, re.IGNORECASE):
            return rdf.fabio(name)
    return publishers.type_of(publication.publisher)


def _citation(
    graph: rdf.Graph, file: FileText, citation: Citation, publication: NamedNode, listing: ListedUrl | None
) -> None:
    iri = citation_iri(file.key, citation.number, citation.position)
    graph.add(
        iri,
        (rdf.type_, BIRO.BibliographicReference),
        (DCT.isPartOf, footnote_iri(file.key, citation.number)),
        (VN.position, rdf.integer(citation.position)),
        (C4O.hasContent, rdf.text(citation.content)),
        (VN.locator, rdf.text(citation.locator)),
        (VN.label, rdf.text(citation.publication.label)),
        (VN.relation, iris.concept("relation", "see-also" if citation.relation == "related" else "cites")),
        (VN.urlStatus, iris.concept("url-status", citation.url_status)),
        (VN.anchor, anchor(graph, file, f"citation-{citation.number}-{citation.position}", [citation.span])),
        (BIRO.references, publication),
        (VN.listedUrl, rdf.text(citation.url) if listing else None),
        (VN.listedAs, _listed_iri(file.key, listing) if listing else None),
    )
    graph.add(iris.thing("document", file.key), (RELATIONS[citation.relation], publication))


def _listed_url(graph: rdf.Graph, file: FileText, listing: ListedUrl) -> None:
    key = f"url-{listing.page + 1}-{listing.position}"
    graph.add(
        _listed_iri(file.key, listing),
        (rdf.type_, VN.ListedUrl),
        (SCHEMA.url, rdf.text(listing.url)),
        (VN.position, rdf.integer(listing.position)),
        (VN.page, page_iri(file.key, listing.page)),
        (VN.anchor, anchor(graph, file, key, [listing.span])),
    )


def _listed_iri(document: str, listing: ListedUrl) -> NamedNode:
    return iris.thing("url", document, listing.page + 1, listing.position)


def _short_digest(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8")).hexdigest()[:URL_DIGITS]
