"""A document's reading → its graph: file, pages, sections, sentences, markers, notes, citations, URLs.

Only facts are written: positions, digests, numbers, names, dates, URLs. The words of headings, sentences
and comments go to the text graph (`text_rdf.py`), which is never released.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.anchors import FileText, anchor
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading, Footnote, Marker, Page, Section, Sentence
from voetnoot_etl.reading.running_text import outer_span
from voetnoot_etl.rights import add_rights_holder
from voetnoot_etl.terms import C4O, DCT, DOCO, SCHEMA, VN

PAGE_BASIS = {True: "printed", False: "computed"}


def document_graph(source: Source, reading: DocumentReading) -> rdf.Graph:
    """Return the graph of one document without its citations and claims, which add to it."""
    graph = rdf.Graph(source.graph)
    file = FileText(source.id, reading.text)
    document = _document(graph, source, file)
    pages = {index: _page(graph, file, index, page, document) for index, page in enumerate(reading.pages)}
    for section in reading.sections:
        _section(graph, file, section, document)
    for sentence in reading.sentences:
        _sentence(graph, file, sentence, pages)
    for footnote in reading.footnotes:
        _footnote(graph, file, footnote, document, pages)
    notes = {footnote.number: footnote for footnote in reading.footnotes}
    for marker in reading.markers:
        _marker(graph, file, marker, notes[marker.number], pages)
    return graph


def sentence_iri(document: str, position: int) -> NamedNode:
    """Return the IRI of a sentence by its position."""
    return iris.thing("sentence", document, position)


def footnote_iri(document: str, number: int) -> NamedNode:
    """Return the IRI of a note by its number."""
    return iris.thing("footnote", document, number)


def citation_iri(document: str, number: int, position: int) -> NamedNode:
    """Return the IRI of a citation by the number of its note and its position there."""
    return iris.thing("citation", document, number, position)


def page_iri(document: str, index: int) -> NamedNode:
    """Return the IRI of a page by its index in the file, from 0; printed numbers can repeat or be missing."""
    return iris.thing("page", document, index + 1)


def _document(graph: rdf.Graph, source: Source, file: FileText) -> NamedNode:
    graph.add(
        file.iri,
        (rdf.type_, VN.File),
        (SCHEMA.sha256, rdf.text(source.sha256)),
        (VN.characters, rdf.integer(len(file.value))),
    )
    return graph.add(
        iris.thing("document", source.id),
        (rdf.type_, VN.Document),
        (
            rdf.type_,
            rdf.fabio(source.type or "Expression"),
        ),
        (DCT.identifier, rdf.text(source.id)),
        (DCT.title, rdf.text(source.title, source.title_language or source.language)),
        (DCT.language, rdf.text(source.language)),
        (DCT.publisher, iris.thing("actor", source.publisher)),
        *((DCT.creator, iris.thing("actor", author)) for author in source.authors),
        (DCT.rightsHolder, add_rights_holder(graph, source)),
        (VN.edtf, rdf.text(source.date)),
        (VN.dateInferred, rdf.boolean(value=source.date_basis == "inferred")),
        (VN.file, file.iri),
        (VN.consultation, iris.concept("consultation", "read")),
    )


def _page(graph: rdf.Graph, file: FileText, index: int, page: Page, document: NamedNode) -> NamedNode:
    return graph.add(
        page_iri(file.key, index),
        (rdf.type_, VN.Page),
        (VN.number, rdf.integer(page.number)),
        (VN.pageBasis, iris.concept("page-basis", PAGE_BASIS[page.printed])),
        (VN.anchor, anchor(graph, file, f"page-{index + 1}", [page.span])),
        (DCT.isPartOf, document),
    )


def _section(graph: rdf.Graph, file: FileText, section: Section, document: NamedNode) -> None:
    heading = [outer_span(section.title)] if section.title.value else []
    graph.add(
        iris.thing("section", file.key, iris.slug(section.number)),
        (rdf.type_, DOCO.Section),
        (VN.number, rdf.text(section.number)),
        (DCT.isPartOf, document),
        (
            VN.anchor,
            anchor(graph, file, f"section-{iris.slug(section.number)}", heading) if heading else None,
        ),
    )


def _sentence(graph: rdf.Graph, file: FileText, sentence: Sentence, pages: dict[int, NamedNode]) -> None:
    graph.add(
        sentence_iri(file.key, sentence.position),
        (rdf.type_, DOCO.Sentence),
        (DCT.isPartOf, iris.thing("section", file.key, iris.slug(sentence.section))),
        (VN.position, rdf.integer(sentence.position)),
        (VN.sentenceRole, iris.concept("sentence-role", sentence.role)),
        (VN.page, pages[sentence.page]),
        (VN.anchor, anchor(graph, file, f"sentence-{sentence.position}", sentence.spans)),
        *((VN.footnote, footnote_iri(file.key, marker.number)) for marker in sentence.markers),
    )


def _footnote(
    graph: rdf.Graph, file: FileText, footnote: Footnote, document: NamedNode, pages: dict[int, NamedNode]
) -> None:
    lost = footnote.span is None
    graph.add(
        footnote_iri(file.key, footnote.number),
        (rdf.type_, DOCO.Footnote),
        (VN.number, rdf.integer(footnote.number)),
        (VN.textStatus, iris.concept("text-status", "lost" if lost else "present")),
        (VN.noteKind, iris.concept("note-kind", footnote.kind) if footnote.kind else None),
        (VN.page, pages[footnote.page] if footnote.page is not None else None),
        (DCT.isPartOf, document),
        (
            VN.anchor,
            anchor(graph, file, f"footnote-{footnote.number}", [footnote.span]) if footnote.span else None,
        ),
    )


def _marker(
    graph: rdf.Graph, file: FileText, marker: Marker, footnote: Footnote, pages: dict[int, NamedNode]
) -> None:
    graph.add(
        iris.thing("marker", file.key, marker.number),
        (rdf.type_, C4O.InTextReferencePointer),
        (C4O.hasContent, rdf.text(str(marker.number))),
        (VN.anchor, anchor(graph, file, f"marker-{marker.number}", [marker.span])),
        (VN.footnote, footnote_iri(file.key, marker.number)),
        (VN.page, pages[marker.page]),
        *((C4O.denotes, citation_iri(file.key, c.number, c.position)) for c in footnote.citations),
    )
