"""The code lists of ICG's tables → the graph `icg-labels`: categories, segments and their printed names."""

from __future__ import annotations

from collections.abc import Iterable

from voetnoot_etl import iris, rdf
from voetnoot_etl.icg.codes import CodeNames, Codes
from voetnoot_etl.icg.table_model import Category, Label, Segment
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import SKOS, VN

GRAPH = "icg-labels"
SCHEME = "icg-category"
ELSEWHERE = "not-a-place"
"""The kind of a segment that stands for an event and has no position."""


def add_codes(graph: Graph, codes: Codes, labels: Iterable[Label]) -> None:
    """Add the categories as a scheme of concepts and the segments as places, each with its printed names."""
    scheme = graph.add(
        iris.scheme(SCHEME),
        (type_, SKOS.ConceptScheme),
        (SKOS.prefLabel, rdf.text("categories of ICG's tables", "en")),
        (SKOS.prefLabel, rdf.text("categorieën van de tabellen van ICG", "nl")),
    )
    kinds = {category.key: category for category in codes.categories.values()}
    for names in codes.category_names:
        _add_category(graph, kinds[names.key], names)
        graph.add(iris.concept(SCHEME, names.key), (SKOS.inScheme, scheme), (SKOS.topConceptOf, scheme))
    segments = {segment.key: segment for segment in codes.segments.values()}
    for names in codes.segment_names:
        _add_segment(graph, segments[names.key], names)
    for label in labels:
        concept = iris.concept(SCHEME, label.category)
        graph.add(concept, (SKOS.altLabel, rdf.text(label.text, label.language)))


def _add_category(graph: Graph, category: Category, names: CodeNames) -> None:
    graph.add(
        iris.concept(SCHEME, names.key),
        (type_, SKOS.Concept),
        (SKOS.notation, rdf.text(names.key)),
        (SKOS.prefLabel, rdf.text(names.english, "en")),
        (SKOS.prefLabel, rdf.text(names.dutch, "nl")),
        *((SKOS.altLabel, rdf.text(printed, language)) for printed, language in names.printed),
        *((SKOS.definition, rdf.text(said, language)) for said, language in names.definitions),
        *(
            (SKOS.broadMatch, iris.concept(scheme, key))
            for scheme, key in (
                ("combatant-status", category.status),
                ("outcome", category.outcome),
                ("weapon-kind", category.weapon),
            )
            if key
        ),
    )


def _add_segment(graph: Graph, segment: Segment, names: CodeNames) -> None:
    graph.add(
        iris.thing("place", segment.key),
        (type_, VN.PlaceSegment),
        (type_, VN.Place if segment.kind != ELSEWHERE else None),
        (VN.placeKind, iris.concept("place-kind", segment.kind)),
        (SKOS.prefLabel, rdf.text(names.english, "en")),
        (SKOS.prefLabel, rdf.text(names.dutch, "nl")),
        *((SKOS.altLabel, rdf.text(printed, language)) for printed, language in names.printed),
        *((VN.between, iris.thing("place", town)) for town in segment.towns),
        (VN.approximate, rdf.boolean(value=True) if segment.kind != ELSEWHERE else None),
    )
