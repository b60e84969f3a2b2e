"""Events, agreements and reports are read from their tables, and a row that cannot hold is told by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.world.history import (
    AGREEMENTS,
    EVENTS,
    MENTIONS,
    PROVISIONS,
    Event,
    EventMention,
    History,
    read_history,
)
from voetnoot_etl.world.history_check import Known, check_history, check_quotes, check_reports
from voetnoot_etl.world.history_reports import COMPLIANCE, CONTROL, Reports, read_reports

TEXT = "Op 3 mei 2019 werd de brug bezet."
WORDS = {"document": "note", "start": "3", "end": "13", "digest": quote_digest("3 mei 2019")}
FIGHT = {
    "id": "bridge-fight",
    "type": "armed-clash",
    "label_en": "Fight at the bridge",
    "label_nl": "Gevecht aan de brug",
    "edtf": "2019-05-03/2019-05-04",
    "date_basis": "stated",
    "occurrence": "occurred",
    "places": "bridge",
    "actors": "north|south",
}
SHOTS = FIGHT | {"id": "bridge-shots", "edtf": "2019-05-03", "part_of": "bridge-fight"}
TRUCE = {
    "id": "truce",
    "kind": "ceasefire",
    "label_en": "Truce",
    "label_nl": "Bestand",
    "edtf": "2019-05-05",
    "term": "2019-05-05/..",
    "occurrence": "occurred",
    "parties": "north|south",
    "mediators": "east",
    "event": "bridge-fight",
}
CLAUSE = {
    "id": "truce-bridge",
    "agreement": "truce",
    "type": "withdrawal",
    "label_en": "Leave the bridge",
    "label_nl": "De brug verlaten",
    "obliges": "north",
    "places": "bridge",
    "groups": "south",
    "read_differently": "yes",
}
KEEPING = {
    "provision": "truce-bridge",
    "verdict": "breached",
    "said_by": "east>south",
    "modality": "accuses",
    "actor": "north",
    "edtf": "2019-06",
}
HOLDING = {
    "place": "bridge",
    "controller": "north",
    "change": "held",
    "said_by": "east",
    "modality": "asserts",
}
KNOWN = Known({"north", "south", "east"}, {"bridge"})

Rows = Iterable[dict[str, str]]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes the tables of a small conflict, with the rows that a test changes."""

    def tables(**changed: Rows) -> Path:
        rows: dict[str, tuple[tuple[str, ...], Rows]] = {
            "events": (EVENTS, [FIGHT, SHOTS]),
            "event-mentions": (MENTIONS, [{"event": "bridge-fight"}]),
            "agreements": (AGREEMENTS, [TRUCE]),
            "provisions": (PROVISIONS, [CLAUSE]),
            "compliance": (COMPLIANCE, [KEEPING]),
            "control": (CONTROL, [HOLDING]),
        }
        for name, (columns, own) in rows.items():
            given = [WORDS | row for row in changed.get(name, own)]
            cells = ["\t".join(row.get(column, "") for column in columns) for row in given]
            (tmp_path / f"{name}.tsv").write_text("\n".join(["\t".join(columns), *cells, ""]))
        return tmp_path

    return tables


def check(folder: Path) -> tuple[History, Reports]:
    history, reports = read_history(folder), read_reports(folder)
    check_history(history, KNOWN)
    check_reports(reports, {provision.id for provision in history.provisions}, KNOWN)
    return history, reports


def test_tables_that_hold_are_read_as_records(write: Write) -> None:
    history, reports = check(write())
    assert [event.id for event in history.events] == ["bridge-fight", "bridge-shots"]
    assert history.events[0].actors == ("north", "south")
    assert history.mentions == (EventMention("bridge-fight", history.mentions[0].words),)
    assert history.agreements[0].mediators == ("east",)
    assert history.provisions[0].read_differently
    assert reports.compliance[0].said_by == ("east", "south")
    assert reports.control[0].said_by == ("east",)


def test_the_words_of_all_rows_are_those_that_were_read(write: Write) -> None:
    history, reports = check(write())
    words = [*history.words(), *reports.words()]
    assert len(words) == 7
    check_quotes(words, {"note": TEXT})
    check_quotes(words, {})


def test_other_words_at_the_offsets_are_told_with_their_digest(write: Write) -> None:
    history = read_history(write())
    with pytest.raises(CuratedError, match=r"^events\.tsv:2: the words at 3 in note .* [0-9a-f]{64}$"):
        check_quotes(history.words(), {"note": TEXT.replace("mei", "juni")})


def test_offsets_beyond_the_text_are_told(write: Write) -> None:
    words = next(read_history(write(events=[FIGHT | {"end": "99"}])).words())
    long = replace(words, digest=quote_digest(TEXT[3:99]))
    with pytest.raises(CuratedError, match="are not those that were read"):
        check_quotes([long], {"note": TEXT})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"type": "picnic"}, "type is 'picnic'"),
        ({"date_basis": "guessed"}, "date_basis is 'guessed'"),
        ({"occurrence": "perhaps"}, "occurrence is 'perhaps'"),
        ({"places": "bridge|moon"}, "place is 'moon'"),
        ({"actors": "west"}, "actor is 'west'"),
        ({"edtf": "3 mei 2019"}, "'3 mei 2019' is not EDTF"),
        ({"edtf": ""}, "an event, and only an event, of unknown date has none"),
        ({"date_basis": "unknown"}, "an event, and only an event, of unknown date has none"),
        ({"part_of": "siege"}, "part_of is 'siege'"),
        ({"part_of": "bridge-fight"}, "'bridge-fight' is part of itself in the end"),
    ],
)
def test_an_event_that_cannot_hold_is_told(write: Write, row: dict[str, str], message: str) -> None:
    with pytest.raises(CuratedError, match=rf"^events\.tsv:2: {message}"):
        check(write(events=[FIGHT | row, SHOTS]))


@pytest.mark.parametrize("edtf", ["2019-05-02/2019-05-03", "2019-05-04/2019-05-05", "2019", "2018"])
def test_a_part_outside_the_date_of_the_whole_is_told(write: Write, edtf: str) -> None:
    with pytest.raises(CuratedError, match=f"{edtf} is not within 2019-05-03/2019-05-04"):
        check(write(events=[FIGHT, SHOTS | {"edtf": edtf}]))


@pytest.mark.parametrize("edtf", ["2019-05-04/", "/2019-05-03", "2019-05-03/.."])
def test_a_part_with_an_open_end_is_held_by_the_other_end_only(write: Write, edtf: str) -> None:
    check(write(events=[FIGHT, SHOTS | {"edtf": edtf}]))


@pytest.mark.parametrize("table", ["events", "agreements", "provisions"])
def test_a_key_that_stands_twice_is_told(write: Write, table: str) -> None:
    row = {"events": FIGHT, "agreements": TRUCE, "provisions": CLAUSE}[table]
    rows = [row, row] if table != "events" else [FIGHT, SHOTS, FIGHT]
    with pytest.raises(CuratedError, match=f"{row['id']!r} stands in {table}.tsv:2 already"):
        check(write(**{table: rows}))


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("event-mentions", {"event": "siege"}, "event is 'siege'"),
        ("agreements", TRUCE | {"kind": "wish"}, "kind is 'wish'"),
        ("agreements", TRUCE | {"occurrence": ""}, "occurrence is ''"),
        ("agreements", TRUCE | {"parties": "west"}, "party is 'west'"),
        ("agreements", TRUCE | {"mediators": "west"}, "party is 'west'"),
        ("agreements", TRUCE | {"event": "siege"}, "event is 'siege'"),
        ("agreements", TRUCE | {"term": "always"}, "'always' is not EDTF"),
        ("provisions", CLAUSE | {"agreement": "peace"}, "agreement is 'peace'"),
        ("provisions", CLAUSE | {"type": "wish"}, "type is 'wish'"),
        ("provisions", CLAUSE | {"obliges": "west"}, "actor is 'west'"),
        ("provisions", CLAUSE | {"groups": "west"}, "actor is 'west'"),
        ("provisions", CLAUSE | {"places": "moon"}, "place is 'moon'"),
        ("provisions", CLAUSE | {"edtf": "soon"}, "'soon' is not EDTF"),
        ("compliance", KEEPING | {"provision": "peace-all"}, "provision is 'peace-all'"),
        ("compliance", KEEPING | {"verdict": "good"}, "verdict is 'good'"),
        ("compliance", KEEPING | {"actor": "west"}, "actor is 'west'"),
        ("compliance", KEEPING | {"said_by": "east>west"}, "said_by is 'west'"),
        ("compliance", KEEPING | {"modality": "sings"}, "modality is 'sings'"),
        ("compliance", KEEPING | {"edtf": "soon"}, "'soon' is not EDTF"),
        ("control", HOLDING | {"place": "moon"}, "place is 'moon'"),
        ("control", HOLDING | {"controller": "west"}, "controller is 'west'"),
        ("control", HOLDING | {"change": "lost"}, "change is 'lost'"),
        ("control", HOLDING | {"said_by": ""}, "said_by is ''"),
    ],
)
def test_a_row_that_cannot_hold_is_told(write: Write, table: str, row: dict[str, str], message: str) -> None:
    with pytest.raises(CuratedError, match=rf"^{table}\.tsv:2: {message}"):
        check(write(**{table: [row]}))


@pytest.mark.parametrize("place", [{"start": "13", "end": "13"}, {"start": "-1"}, {"end": ""}])
def test_a_row_without_words_is_told(write: Write, place: dict[str, str]) -> None:
    with pytest.raises(CuratedError, match=r"^events\.tsv:2: no words stand from"):
        read_history(write(events=[FIGHT | place]))


def test_read_differently_is_yes_or_empty(write: Write) -> None:
    assert (
        not read_history(write(provisions=[CLAUSE | {"read_differently": ""}])).provisions[0].read_differently
    )
    with pytest.raises(CuratedError, match=r"^provisions\.tsv:2: read_differently is either empty or yes"):
        read_history(write(provisions=[CLAUSE | {"read_differently": "no"}]))


def test_a_longer_circle_of_parts_is_told(write: Write) -> None:
    circle = [FIGHT | {"part_of": "bridge-shots"}, SHOTS]
    with pytest.raises(CuratedError, match="is part of itself in the end"):
        check(write(events=circle))


def test_an_event_of_unknown_date_has_none(write: Write) -> None:
    undated = FIGHT | {"edtf": "", "date_basis": "unknown"}
    event: Event = check(write(events=[undated]))[0].events[0]
    assert event.edtf == ""
