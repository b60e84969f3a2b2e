"""The tables of events, agreements, provisions and reports are in canonical form and hold together."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from voetnoot_etl.curated import read_table
from voetnoot_etl.kinds import KINDS
from voetnoot_etl.world.history import (
    AGREEMENTS,
    EVENTS,
    MENTIONS,
    PROVISIONS,
    Agreement,
    Event,
    History,
    Provision,
    read_history,
)
from voetnoot_etl.world.history_check import Known, check_history, check_reports
from voetnoot_etl.world.history_reports import COMPLIANCE, CONTROL, Reports, read_reports
from voetnoot_etl.world.tables import read_world

TABLES = {
    "agreements": AGREEMENTS,
    "compliance": COMPLIANCE,
    "control": CONTROL,
    "event-mentions": MENTIONS,
    "events": EVENTS,
    "provisions": PROVISIONS,
}
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def curated(root: Path) -> Path:
    return root / "etl" / "curated"


@pytest.fixture(scope="module")
def history(curated: Path) -> History:
    return read_history(curated)


@pytest.fixture(scope="module")
def reports(curated: Path) -> Reports:
    return read_reports(curated)


@pytest.fixture(scope="module")
def known(curated: Path) -> Known:
    world = read_world(curated)
    return Known({actor.id for actor in world.actors}, {place.id for place in world.places})


@pytest.mark.parametrize("table", sorted(TABLES))
def test_rows_are_sorted_and_unique(curated: Path, table: str) -> None:
    path = curated / f"{table}.tsv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    mend = f"{{ head -n 1 {path.name}; tail -n +2 {path.name} | LC_ALL=C sort -u; }} > sorted"
    assert rows == sorted(set(rows)), f"{path.name} is not in order; mend it with: {mend}"
    assert header.split("\t") == list(TABLES[table])


@pytest.mark.parametrize("table", sorted(TABLES))
def test_cells_have_no_stray_blanks(curated: Path, table: str) -> None:
    stray = re.compile(r"(?m)^ | $|\t | \t|  |\r|\"")
    text = (curated / f"{table}.tsv").read_text(encoding="utf-8")
    assert not stray.findall(text), f"mend it with: sed -i 's/ *\\t */\\t/g; s/  */ /g' {table}.tsv"
    assert text.endswith("\n")


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_row_names_a_document_and_has_a_digest(root: Path, curated: Path, table: str) -> None:
    manifests = {path.stem for path in (root / "etl" / "sources").glob("*.toml")}
    rows = read_table(curated / f"{table}.tsv", TABLES[table])
    assert [row.place for row in rows if row["document"] not in manifests] == []
    assert [row.place for row in rows if not re.fullmatch(r"[0-9a-f]{64}", row["digest"])] == []


def test_tables_hold_together(history: History, reports: Reports, known: Known) -> None:
    check_history(history, known)
    check_reports(reports, {provision.id for provision in history.provisions}, known)


def test_keys_are_readable(history: History) -> None:
    keys = [record.id for record in named(history)]
    assert [key for key in keys if not KEY.fullmatch(key)] == []


def test_every_row_says_what_it_is_in_both_languages(history: History, curated: Path) -> None:
    assert [record.id for record in named(history) if not record.label_en or not record.label_nl] == []
    for table in ("compliance", "control"):
        rows = read_table(curated / f"{table}.tsv", TABLES[table])
        assert [row.place for row in rows if not row["paraphrase_en"] or not row["paraphrase_nl"]] == []


def test_labels_of_events_and_agreements_are_told_apart(history: History) -> None:
    for records in (history.events, history.agreements):
        for label in ("label_en", "label_nl"):
            labels = Counter(getattr(record, label) for record in records)
            assert [name for name, times in labels.items() if times > 1] == []


def test_a_vague_phrase_gives_an_approximate_date(history: History) -> None:
    vague = [event for event in history.events if event.date_basis == "phrase"]
    assert vague
    assert [event.id for event in vague if "~" not in event.edtf] == []


def test_every_basis_of_a_date_and_every_occurrence_is_met(history: History) -> None:
    assert {event.date_basis for event in history.events} == KINDS["date-basis"]
    occurrences = {event.occurrence for event in history.events}
    assert occurrences == KINDS["occurrence"] - {"did-not-occur"}


def test_every_agreement_has_provisions_under_its_own_key(history: History) -> None:
    for provision in history.provisions:
        assert provision.id.startswith(f"{provision.agreement}-")
    assert {item.agreement for item in history.provisions} == {item.id for item in history.agreements}


def test_an_agreement_and_its_event_occurred_alike(history: History) -> None:
    events = {event.id: event for event in history.events}
    met = [item for item in history.agreements if item.event and item.occurrence != "planned"]
    assert [item.id for item in met if events[item.event].occurrence != "occurred"] == []


def test_a_provision_is_read_differently_just_where_a_report_says_so(
    history: History, reports: Reports
) -> None:
    disputed = {report.provision for report in reports.compliance if report.verdict == "disputed"}
    marked = {provision.id for provision in history.provisions if provision.read_differently}
    assert disputed == marked


def test_no_label_names_a_number_of_people(history: History) -> None:
    number = re.compile(r"\b(?!(?:19|20)\d\d\b)(?!25\b|35\b|16\b)\d{3,}\b|\d\.\d{3}")
    labels = [label for event in history.events for label in (event.label_en, event.label_nl)]
    assert [label for label in labels if number.search(label)] == []


def named(history: History) -> tuple[Event | Agreement | Provision, ...]:
    """Return the records that have a key and labels of their own."""
    return (*history.events, *history.agreements, *history.provisions)
