"""Questions 34 to 40: text against data, added up by hand from ICG's tables."""

from __future__ import annotations

from collections.abc import Callable

Rows = list[tuple[str | None, ...]]
Told = Callable[..., Rows]

ANNEXES = {"from": "2022-01-01", "to": "2023-09-10"}


def test_chart_3_leaves_the_escalation_out(told: Told) -> None:
    sums: dict[tuple[str | None, ...], int] = {}
    for status, outcome, persons in told("recompute-chart-3", "combatant_status outcome persons"):
        sums[status, outcome] = sums.get((status, outcome), 0) + int(persons or 0)
    assert sums == {
        ("combatant", "killed"): 27,
        ("combatant", "wounded"): 28,
        ("non-combatant", "killed"): 13,
        ("non-combatant", "wounded"): 24,
    }


def test_one_incident_with_casualties_has_no_row(told: Told) -> None:
    # Nobody was hit at Verin Shorzha on 15 August and at Kapan on 18 August 2023.
    found = told("incidents-without-data", "event date")
    assert set(found) == {("yeraskh-shelling-2023-06-14", "2023-06-14")}


def test_civilians_at_the_state_border_since_february_2023(told: Told) -> None:
    asked = {"status": "kind/combatant-status/non-combatant", "kind": "kind/place-kind/state-border"}
    february = told("recompute-casualties", "computed rows", **asked, **{"from": "2023-02-01"})
    assert february == [("3", "3")]
    october = told("recompute-casualties", "computed rows", **asked, **{"from": "2022-10-20"})
    assert october == [("5", "5")]


def test_the_head_of_the_mission_and_the_data(told: Told) -> None:
    found = told("text-against-data", "claim verdict expected computed")
    assert {row[1:] for row in found if row[0] == "cedoca-2023-12-05-210-1"} == {
        ("mismatch", "0", "5"),
        ("match", "0", "0"),
    }


def test_prisoners_in_the_text_and_in_the_data(told: Told) -> None:
    found = told("text-against-data", "claim verdict expected computed")
    assert ("dutch-letter-2022-8-1", "mismatch", "20", "17") in found
    assert ("dutch-letter-2022-9-1", "match", "1", "1") in found


def test_an_exact_figure_matches_an_equal_number_only(told: Told) -> None:
    found = told("text-against-data", "qualifier verdict expected computed")
    exact = [row for row in found if row[0] == "exact" and row[1] != "not-computable"]
    assert exact
    assert [row for row in exact if (row[1] == "match") != (row[2] == row[3])] == []


def test_the_tables_by_side_and_by_mine_add_up_to_the_located_one(told: Told) -> None:
    assert told("icg-reconciliation", "role dataset value linked rows persons") == [
        ("cause", "icg-casualties", "mine", "true", "123", "172"),
        ("cause", "icg-casualties", "other", "true", "116", "1053"),
        ("cause", "icg-deaths-mine", "mine", "true", "123", "172"),
        ("side", "icg-casualties", None, "false", "4", "5"),
        ("side", "icg-casualties", "armenian-side", "true", "90", "651"),
        ("side", "icg-casualties", "azerbaijani-side", "true", "145", "569"),
        ("side", "icg-deaths-arm", None, "false", "3", "3"),
        ("side", "icg-deaths-arm", "armenian-side", "true", "89", "651"),
        ("side", "icg-deaths-aze", None, "false", "1", "1"),
        ("side", "icg-deaths-aze", "azerbaijani-side", "true", "145", "569"),
    ]


def test_the_rows_that_make_up_the_differences(told: Told) -> None:
    found = told("icg-unlinked-rows", "role day dataset row_number number contradicted")
    assert list(dict.fromkeys(found)) == [
        ("side", "2021-07-12", "icg-casualties", "63", "1", "false"),
        ("side", "2021-07-12", "icg-casualties", "64", "1", "false"),
        ("side", "2021-07-12", "icg-deaths-arm", "14", "1", "false"),
        ("side", "2021-07-12", "icg-deaths-aze", "51", "1", "false"),
        ("side", "2022-11-28", "icg-casualties", "188", "2", "true"),
        ("side", "2022-11-28", "icg-deaths-arm", "71", "1", "true"),
        ("side", "2023-04-11", "icg-casualties", "209", "1", "true"),
        ("side", "2023-04-11", "icg-deaths-arm", "81", "1", "true"),
    ]


def test_the_tables_contradict_each_other_on_four_days(told: Told) -> None:
    found = told("icg-contradictions", "day note")
    assert {(day, (note or "").split(" by ")[0]) for day, note in found} == {
        ("2017-07-04", "Contradicted in the category"),
        ("2022-11-28", "Contradicted in the number"),
        ("2023-04-11", "Contradicted in the category"),
        ("2023-06-28", "Contradicted in the rows that make up the number"),
    }


def test_places_of_the_annexes(told: Told) -> None:
    found = told("icg-casualties-by-segment", "segment persons", **ANNEXES)
    assert {(row[0] or "").removeprefix("segment-"): int(row[1] or 0) for row in found} == {
        "september-2022-escalation": 878,
        "vardenis-kelbajar": 44,
        "goris-lachin": 28,
        "martakert-terter": 20,
        "agdam-askeran": 17,
        "hadrut-jebrail-fizuli": 15,
        "kelbajar": 11,
        "shusha-stepanakert": 9,
        "kapan-kubatli": 4,
        "ijevan-tovuz": 3,
        "martuni-hadrut": 3,
        "nakhchivan-1": 2,
    }
