"""A document's words → its text graph, which stays on this machine: quotations, headings, comments."""

from __future__ import annotations

from voetnoot_etl import iris, rdf
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document_rdf import footnote_iri, sentence_iri
from voetnoot_etl.terms import OA, RDFS, SCHEMA


def text_graph(source: Source, reading: DocumentReading) -> rdf.Graph:
    """Return the graph `text/<document>` with the words of every sentence, note and section heading."""
    graph = rdf.Graph(f"text/{source.graph}")
    for sentence in reading.sentences:
        words = rdf.text(sentence.text.value, source.language)
        graph.add(sentence_iri(source.id, sentence.position), (SCHEMA.text, words))
        quote = graph.add(
            iris.thing("quote", source.id, "sentence", sentence.position),
            (rdf.type_, OA.TextQuoteSelector),
            (OA.exact, words),
        )
        graph.add(iris.thing("anchor", source.id, f"sentence-{sentence.position}"), (OA.hasSelector, quote))
    for section in reading.sections:
        title = rdf.text(section.title.value, source.language)
        graph.add(iris.thing("section", source.id, iris.slug(section.number)), (RDFS.label, title))
    for footnote in reading.footnotes:
        if footnote.span:
            words = rdf.text(
                " ".join(reading.text[footnote.span.start : footnote.span.end].split()), source.language
            )
            graph.add(footnote_iri(source.id, footnote.number), (SCHEMA.text, words))
    return graph
