"""The time line → two graphs: dated entries with digest and mentions, and the words, which are not released."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from voetnoot_etl import iris, rdf
from voetnoot_etl.icg.table_dataset import add_bounds, dataset, describe, file
from voetnoot_etl.icg.table_model import TimelineEntry
from voetnoot_etl.manifest import Source
from voetnoot_etl.phrases.mentions import KnownName, find_mentions
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import DCAT, DCT, PROV, SCHEMA, VN


def timeline_graph(source: Source, entries: Iterable[TimelineEntry], names: Sequence[KnownName]) -> Graph:
    """Return the graph of the entries: dates, rows, digests, and the actors and places they name."""
    graph = Graph(source.graph)
    describe(graph, source, DCAT.Dataset)
    for entry in entries:
        node = graph.add(
            iris.thing("timeline-entry", entry.key),
            (type_, VN.TimelineEntry),
            (DCT.isPartOf, dataset(source)),
            (PROV.wasDerivedFrom, file(source)),
            (VN.rowNumber, rdf.integer(entry.row)),
            (VN.edtf, rdf.text(entry.edtf)),
            (VN.displayDate, rdf.text(entry.display_date)),
            (VN.displayEdtf, rdf.text(entry.display_edtf)),
            (VN.dateInferred, rdf.boolean(value=True) if entry.inferred else None),
            *((VN.rule, rdf.text(rule)) for rule in entry.rules),
            *((VN.mentions, iris.thing(kind, key)) for kind, key in named(entry, names)),
            (SCHEMA.sha256, rdf.text(entry_digest(entry))),
        )
        add_bounds(graph, node, entry.edtf)
    return graph


def timeline_text_graph(source: Source, entries: Iterable[TimelineEntry]) -> Graph:
    """Return the graph of the words of each entry."""
    graph = Graph(f"text/{source.graph}")
    for entry in entries:
        graph.add(
            iris.thing("timeline-entry", entry.key),
            (DCT.title, rdf.text(entry.headline, source.language)),
            (SCHEMA.text, rdf.text(entry.text, source.language)),
        )
    return graph


def entry_digest(entry: TimelineEntry) -> str:
    """Return the SHA-256 of an entry's headline and text without white space."""
    return hashlib.sha256("".join(f"{entry.headline}{entry.text}".split()).encode()).hexdigest()


def named(entry: TimelineEntry, names: Sequence[KnownName]) -> list[tuple[str, str]]:
    """Return (kind, key) of the actors and places whose names stand in an entry.

    A name that several of them bear names none: the text alone does not tell which.
    """
    found: dict[tuple[int, int], set[tuple[str, str]]] = {}
    for mention in find_mentions(f"{entry.headline}\n\n{entry.text}", names):
        found.setdefault((mention.start, mention.end), set()).add((mention.kind, mention.id))
    return sorted({bearer for bearers in found.values() if len(bearers) == 1 for bearer in bearers})
