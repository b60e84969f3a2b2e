"""Events, agreements and provisions → the graph `core`, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.edtf_bounds import bounds
from voetnoot_etl.terms import PROV, RDF, SEM, SKOS, VN
from voetnoot_etl.world.history import Agreement, Event, History, Provision
from voetnoot_etl.world.tables import Words
from voetnoot_etl.world.world_rdf import where

INFERRED = ("combined", "inferred-year", "within")
"""The bases of a date of which a part is not in the words."""

_Pairs = Iterator[tuple[NamedNode, rdf.Term | None]]


def add_history(graph: rdf.Graph, history: History) -> None:
    """Add all events, agreements and provisions to a graph."""
    for event in history.events:
        add_event(graph, event)
    for mention in history.mentions:
        add_mention(graph, mention.event, mention.words)
    for agreement in history.agreements:
        add_agreement(graph, agreement)
    for provision in history.provisions:
        add_provision(graph, provision)


def add_event(graph: rdf.Graph, event: Event) -> None:
    """Add an event with its type, labels, date, whole, places and actors."""
    inferred = rdf.boolean(value=event.date_basis in INFERRED)
    graph.add(
        iris.thing("event", event.id),
        (RDF.type, VN.Event),
        *_labels(event),
        (SEM.eventType, iris.concept("event-type", event.type)),
        *_dates(event.edtf),
        (VN.dateBasis, iris.concept("date-basis", event.date_basis)),
        (VN.dateInferred, inferred if event.edtf else None),
        (VN.occurrence, iris.concept("occurrence", event.occurrence)),
        (SEM.subEventOf, iris.thing("event", event.part_of) if event.part_of else None),
        *_things(SEM.hasPlace, "place", event.places),
        *_things(SEM.hasActor, "actor", event.actors),
        where(graph, event.words),
    )
    add_mention(graph, event.id, event.words)


def add_mention(graph: rdf.Graph, event: str, words: Words) -> None:
    """Add that an event is drawn from words of a document, and from the document."""
    _, anchor = where(graph, words)
    document = iris.thing("document", words.document)
    graph.add(iris.thing("event", event), (PROV.wasDerivedFrom, anchor), (PROV.wasDerivedFrom, document))


def add_agreement(graph: rdf.Graph, agreement: Agreement) -> None:
    """Add an agreement with its kind, labels, date, term, parties, mediators and the event that made it."""
    graph.add(
        iris.thing("agreement", agreement.id),
        (RDF.type, VN.Agreement),
        *_labels(agreement),
        (VN.agreementKind, iris.concept("agreement-kind", agreement.kind)),
        *_dates(agreement.edtf),
        (VN.term, rdf.text(agreement.term)),
        (VN.occurrence, iris.concept("occurrence", agreement.occurrence)),
        *_things(VN.party, "actor", agreement.parties),
        *_things(VN.mediator, "actor", agreement.mediators),
        (VN.event, iris.thing("event", agreement.event) if agreement.event else None),
        where(graph, agreement.words),
    )


def add_provision(graph: rdf.Graph, provision: Provision) -> None:
    """Add a provision to its agreement, with whom it obliges, what it is about and when."""
    iri = graph.add(
        iris.thing("provision", provision.id),
        (RDF.type, VN.Provision),
        *_labels(provision),
        (VN.provisionType, iris.concept("provision-type", provision.type)),
        *_dates(provision.edtf),
        (VN.readDifferently, rdf.boolean(value=provision.read_differently)),
        *_things(VN.obliges, "actor", provision.obliges),
        *_things(VN.appliesTo, "place", provision.places),
        *_things(VN.appliesTo, "actor", provision.groups),
        where(graph, provision.words),
    )
    graph.add(iris.thing("agreement", provision.agreement), (VN.hasProvision, iri))


def _labels(record: Event | Agreement | Provision) -> _Pairs:
    yield SKOS.prefLabel, Literal(record.label_en, language="en")
    yield SKOS.prefLabel, Literal(record.label_nl, language="nl")


def _dates(edtf: str) -> _Pairs:
    begin, end = bounds(edtf)
    yield VN.edtf, rdf.text(edtf)
    yield SEM.hasEarliestBeginTimeStamp, rdf.moment(begin) if begin else None
    yield SEM.hasLatestEndTimeStamp, rdf.moment(end) if end else None


def _things(predicate: NamedNode, kind: str, keys: Iterable[str]) -> _Pairs:
    for key in keys:
        yield predicate, iris.thing(kind, key)
