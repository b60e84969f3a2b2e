"""Questions 22 to 28: events, their dates and places, worked out by hand from the documents."""

from __future__ import annotations

from collections.abc import Callable

Rows = list[tuple[str | None, ...]]
Told = Callable[..., Rows]

FIRE = {"armed-clash", "exchange-of-fire", "shelling", "shooting"}


def test_incidents_during_the_blockade(told: Told) -> None:
    found = told("events-during-event", "event date event_type", event="event/lachin-blockade")
    assert {row[:2] for row in found if row[2] in FIRE} == {
        ("police-vehicle-clash-2023-03-05", "2023-03-05"),
        ("tegh-clash-2023-04-11", "2023-04-11"),
        ("sotk-clash-2023-05-11", "2023-05-11"),
        ("yeraskh-shelling-2023-06-14", "2023-06-14"),
        ("verin-shorzha-shelling-2023-08-15", "2023-08-15"),
        ("kapan-airport-shelling-2023-08-18", "2023-08-18"),
        ("sotk-norabak-clash-2023-09-01", "2023-09-01"),
    }


def test_events_dated_less_precisely_than_a_day(told: Told) -> None:
    dates = {row[0]: row[1] for row in told("imprecise-event-dates", "event date")}
    assert (dates["april-2016-fighting"], dates["exclaves-flight-1990s"]) == ("2016-04", "199X")
    assert dates["border-and-treaty-work-summer-2022"] == "2022-22"
    assert dates["un-mission-october-2023"] == "2023-10-01~/2023-10-10~"
    assert dates.keys().isdisjoint({"war-2020", "fighting-september-2022", "tegh-clash-2023-04-11"})


def test_dates_of_the_ceasefire_of_2020(told: Told) -> None:
    # The text has 10 November, the note on the corridor the night of 9 November, ICG's timeline the 9th.
    found = told("rival-dates", "date said_by claim", event="event/ceasefire-2020-11-10")
    assert {row[:2] for row in found} == {("2020-11-10", "cedoca"), ("2020-11-09/2020-11-10", "cedoca")}
    assert [row[2] for row in found if row[0] != "2020-11-10"] == ["cedoca-2023-12-05-note-2-3"]
    agreed = told("provisions", "agreed", agreement="agreement/statement-2020-11-10")
    assert set(agreed) == {("2020-11-09/2020-11-10",)}
    timeline = told("timeline", "date mentioned", **{"from": "2020-11-09", "to": "2020-11-10"})
    assert ("2020-11-09", "russian-peacekeepers") in timeline
    assert {row[0] for row in timeline} == {"2020-11-09"}


def test_starts_of_the_eu_missions(told: Told) -> None:
    found = told("events-in-period", "event date", kind="kind/event-type/mission-start")
    assert set(found) == {("eumcap-deployment", "2022-10-20/2022-12"), ("euma-deployment", "2023-02/..")}
    assert told("rival-dates", "date said_by", event="event/euma-deployment") == [
        ("2022-10-20/..", "cedoca"),
        ("2022-10/..", "cedoca"),
        ("2023-02/..", "cedoca"),
    ]
    assert told("rival-dates", "date said_by", event="event/eumcap-deployment") == [
        ("2022-10-06/..", "wopke-hoekstra"),
        ("2022-10-20/..", "cedoca"),
    ]


def test_events_at_a_village_and_in_its_province(told: Told) -> None:
    at_sotk = told("events-at-place", "event place", place="place/sotk")
    assert at_sotk == [
        ("sotk-shelling-september-2022", "sotk"),
        ("sotk-clash-2023-05-11", "sotk"),
        ("sotk-norabak-clash-2023-09-01", "sotk"),
    ]
    in_gegharkunik = told("events-at-place", "event place", place="place/gegharkunik")
    assert {*at_sotk, ("verin-shorzha-shelling-2023-08-15", "verin-shorzha")} <= set(in_gegharkunik)


def test_events_in_syunik(told: Told) -> None:
    found = {row[0] for row in told("events-at-place", "event", place="place/syunik")}
    named = {"fighting-september-2022", "tegh-clash-2023-04-11", "kapan-airport-shelling-2023-08-18"}
    assert named | {"resilient-syunik-launch-2023", "nerkin-hand-posts-2022"} <= found
    assert found.isdisjoint({"sotk-clash-2023-05-11", "yeraskh-shelling-2023-06-14"})


def test_names_of_places(told: Told) -> None:
    columns = "name language document used_by"
    parukh = {row for row in told("names-of-place", columns, place="place/parukh") if row[2]}
    assert parukh == {
        ("Parukh", "nl", "cedoca-2023-12-05", None),
        ("Farrukh", "az", "cedoca-2023-12-05", None),
    }
    region = told("names-of-place", columns, place="place/nagorno-karabakh")
    assert {
        ("Artsach", "nl", "cedoca-2023-12-05", "armenian-sources"),
        ("Artsakh", "nl", "flemish-question-2020", None),
        ("NKR", "nl", "background-2020", None),
    } <= set(region)


def test_years_of_the_declaration_of_independence(told: Told) -> None:
    columns = "date said_by document"
    assert told("rival-dates", columns, event="event/declaration-of-independence") == [
        ("1991", "flemish-minister-president", "flemish-question-2020"),
        ("1992", "cedoca", "cedoca-2023-12-05"),
    ]
