"""Whether the tables of events, agreements, provisions and reports hold together, and with the sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.edtf_bounds import bounds, is_edtf
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.world.history import Agreement, Event, History, Provision
from voetnoot_etl.world.history_reports import CHANGES, ComplianceReport, ControlReport, Reports
from voetnoot_etl.world.tables import Words

UNDATED = "unknown"
"""The basis of the date of an event that no document dates."""


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the actors and places that rows may name."""

    actors: Collection[str]
    places: Collection[str]


def check_history(history: History, known: Known) -> None:
    """Raise a `CuratedError` at the first row that repeats another, or whose key or date does not hold."""
    events = {event.id: event for event in history.events}
    agreements = {agreement.id for agreement in history.agreements}
    _check_unique((record.id, record.words) for record in history.events)
    _check_unique((record.id, record.words) for record in history.agreements)
    _check_unique((record.id, record.words) for record in history.provisions)
    for event in history.events:
        _check_event(event, known)
        _check_place_in_tree(event, events)
    for mention in history.mentions:
        _check_keys([mention.event], events, "event", mention.words)
    for agreement in history.agreements:
        _check_agreement(agreement, events, known)
    for provision in history.provisions:
        _check_keys([provision.agreement], agreements, "agreement", provision.words)
        _check_provision(provision, known)


def check_reports(reports: Reports, provisions: Collection[str], known: Known) -> None:
    """Raise a `CuratedError` at the first report whose key or date does not hold."""
    for report in reports.compliance:
        _check_keys([report.provision], provisions, "provision", report.words)
        _check_keys([report.verdict], KINDS["compliance-verdict"], "verdict", report.words)
        _check_keys(report.actors, known.actors, "actor", report.words)
    for statement in reports.control:
        _check_keys([statement.place], known.places, "place", statement.words)
        _check_keys([statement.controller], known.actors, "controller", statement.words)
        _check_keys([statement.change], CHANGES, "change", statement.words)
    records: tuple[ComplianceReport | ControlReport, ...] = (*reports.compliance, *reports.control)
    for record in records:
        _check_keys(record.said_by, known.actors, "said_by", record.words)
        _check_keys([record.modality], KINDS["modality"], "modality", record.words)
        _check_edtf(record.edtf, record.words)


def check_quotes(words: Iterable[Words], texts: Mapping[str, str]) -> None:
    """Hold rows against the texts at hand, by document; other words than were read are a `CuratedError`."""
    for item in words:
        text = texts.get(item.document)
        if text is None or item.span is None:
            continue
        found = quote_digest(text[item.span.start : item.span.end])
        if item.span.end > len(text) or found != item.digest:
            message = f"the words at {item.span.start} in {item.document} are not those that were read"
            raise CuratedError(f"{message}; their digest is {found}", place=item.row)


def _check_event(event: Event, known: Known) -> None:
    _check_keys([event.type], KINDS["event-type"], "type", event.words)
    _check_keys([event.date_basis], KINDS["date-basis"], "date_basis", event.words)
    _check_keys([event.occurrence], KINDS["occurrence"], "occurrence", event.words)
    _check_keys(event.places, known.places, "place", event.words)
    _check_keys(event.actors, known.actors, "actor", event.words)
    _check_edtf(event.edtf, event.words)
    if (event.edtf == "") != (event.date_basis == UNDATED):
        raise CuratedError("an event, and only an event, of unknown date has none", place=event.words.row)


def _check_place_in_tree(event: Event, events: Mapping[str, Event]) -> None:
    above, step = [event.id], event.part_of
    while step:
        _check_keys([step], events, "part_of", event.words)
        if step in above:
            raise CuratedError(f"{step!r} is part of itself in the end", place=event.words.row)
        above.append(step)
        step = events[step].part_of
    if event.part_of:
        _check_within(event, events[event.part_of])


def _check_within(event: Event, whole: Event) -> None:
    """Hold the ends of a part against those of the whole, as far as both are known."""
    (begin, end), (whole_begin, whole_end) = bounds(event.edtf), bounds(whole.edtf)
    early = begin is not None and whole_begin is not None and begin < whole_begin
    late = end is not None and whole_end is not None and end > whole_end
    if early or late:
        message = f"{event.edtf} is not within {whole.edtf}, the date of {whole.id!r}"
        raise CuratedError(message, place=event.words.row)


def _check_agreement(agreement: Agreement, events: Collection[str], known: Known) -> None:
    _check_keys([agreement.kind], KINDS["agreement-kind"], "kind", agreement.words)
    _check_keys([agreement.occurrence], KINDS["occurrence"], "occurrence", agreement.words)
    _check_keys((*agreement.parties, *agreement.mediators), known.actors, "party", agreement.words)
    if agreement.event:
        _check_keys([agreement.event], events, "event", agreement.words)
    _check_edtf(agreement.edtf, agreement.words)
    _check_edtf(agreement.term, agreement.words)


def _check_provision(provision: Provision, known: Known) -> None:
    _check_keys([provision.type], KINDS["provision-type"], "type", provision.words)
    _check_keys((*provision.obliges, *provision.groups), known.actors, "actor", provision.words)
    _check_keys(provision.places, known.places, "place", provision.words)
    _check_edtf(provision.edtf, provision.words)


def _check_unique(rows: Iterable[tuple[str, Words]]) -> None:
    seen: dict[str, str] = {}
    for key, words in rows:
        if key in seen:
            raise CuratedError(f"{key!r} stands in {seen[key]} already", place=words.row)
        seen[key] = words.row


def _check_keys(keys: Iterable[str], known: Collection[str], column: str, words: Words) -> None:
    for key in keys:
        if key not in known:
            raise CuratedError(f"{column} is {key!r}, which does not exist", place=words.row)


def _check_edtf(edtf: str, words: Words) -> None:
    if edtf and not is_edtf(edtf):
        raise CuratedError(f"{edtf!r} is not EDTF", place=words.row)
