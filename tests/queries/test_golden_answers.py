"""Answers that were worked out by hand from the documents and tables, each held against its saved query."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[tuple[str | None, ...]]
Answers = Callable[..., Rows]

LONG = "document/cedoca-2023-12-05"
ESCALATION = "place/segment-september-2022-escalation"

FOUR = (
    ("combatant", "killed"),
    ("combatant", "wounded"),
    ("non-combatant", "killed"),
    ("non-combatant", "wounded"),
)


def by_category(rows: Rows) -> dict[tuple[str, str], int]:
    return {
        (str(status).rpartition("/")[2], str(outcome).rpartition("/")[2]): int(persons or 0)
        for status, outcome, persons, *_ in rows
    }


def test_icg_counts_in_2023_what_the_report_says(answers: Answers) -> None:
    # Section 2.5: 26 soldiers killed and 20 wounded, 10 civilians killed and 11 wounded.
    assert by_category(answers("recompute-2023")) == dict(zip(FOUR, (26, 20, 10, 11), strict=True))


def test_icg_counts_one_more_in_august_2022_than_the_report(answers: Answers) -> None:
    # The report has 16: 9 soldiers wounded, 3 killed, 4 civilians wounded; the table has 4 killed.
    found = by_category(answers("recompute-august-2022"))
    assert found == {FOUR[1]: 9, FOUR[0]: 4, FOUR[3]: 4}
    assert sum(found.values()) == 17


def test_the_escalation_is_a_bucket_of_878(answers: Answers) -> None:
    rows = answers("recompute-escalation-2022")
    assert by_category(rows) == dict(zip(FOUR, (290, 575, 5, 8), strict=True))
    assert min(str(row[4]) for row in rows) == "2022-09-14"
    assert max(str(row[5]) for row in rows) == "2022-09-26"
    assert sum(int(row[3] or 0) for row in rows) == 13


def test_two_days_of_september_find_four_of_the_bucket(answers: Answers) -> None:
    rows = answers("icg-casualties-by-category", **{"from": "2022-09-13", "to": "2022-09-14"})
    assert sum(int(row[2] or 0) for row in rows) == 4


def test_the_whole_table_adds_up_to_1225(answers: Answers) -> None:
    rows = answers("icg-casualties-by-segment")
    assert sum(int(row[1] or 0) for row in rows) == 1225
    assert len(rows) == 14
    assert rows[0][:2] == (ESCALATION, "878")


def test_casualties_per_segment_in_the_period_of_the_annexes(answers: Answers) -> None:
    rows = answers("icg-casualties-by-segment", **{"from": "2022-01-01", "to": "2023-09-10"})
    assert [int(row[1] or 0) for row in rows] == [878, 44, 28, 20, 17, 15, 11, 9, 4, 3, 3, 2]


def test_two_segments_have_no_annex(answers: Answers) -> None:
    rows = answers("segments-without-casualties", **{"from": "2022-01-01", "to": "2023-09-10"})
    assert [row[0] for row in rows] == ["place/segment-ijevan-gazakh", "place/segment-nakhchivan-2"]


def test_august_is_the_worst_month_before_the_escalation(answers: Answers) -> None:
    months: dict[str, int] = {}
    for month, _, _, persons in answers("recompute-chart-1"):
        months[str(month)] = months.get(str(month), 0) + int(persons or 0)
    assert months == {
        "2022-01": 6,
        "2022-02": 4,
        "2022-03": 6,
        "2022-04": 4,
        "2022-05": 8,
        "2022-06": 4,
        "2022-07": 2,
        "2022-08": 17,
        "2022-09": 1,
    }


def test_prisoners_of_september_2022_in_the_table(answers: Answers) -> None:
    rows = answers("detentions", **{"from": "2022-09-01", "to": "2022-09-30"})
    assert [(day, count, str(status).rpartition("/")[2], side) for day, count, status, side, *_ in rows] == [
        ("2022-09-13", "17", "combatant", "actor/armenian-side"),
        ("2022-09-15", "1", "combatant", "actor/azerbaijani-side"),
        ("2022-09-15", "1", "non-combatant", "actor/armenian-side"),
    ]


def test_weapons_of_2015(answers: Answers) -> None:
    rows = answers("incidents-before-2020-war")
    assert sorted(int(row[2] or 0) for row in rows if row[0] == "2015") == [9, 33, 34]


def test_nineteen_notes_have_lost_their_text(answers: Answers) -> None:
    # Three page feet are lost: after note 34, after note 54 up to 59, and after note 59 up to 73.
    rows = answers("notes-without-text")
    assert [int(row[1] or 0) for row in rows] == [35, 36, *range(55, 59), *range(60, 73)]
    assert {row[0] for row in rows} == {LONG}


def test_all_137_markers_stand_in_order(answers: Answers) -> None:
    rows = answers("markers-of-document", document=LONG)
    assert [row[0] for row in rows] == [str(number) for number in range(1, 138)]


def test_publishers_by_citations(answers: Answers) -> None:
    ranked = {str(row[0]): int(row[1] or 0) for row in answers("publishers-ranked")}
    assert list(ranked)[:4] == ["actor/rferl", "actor/icg", "actor/oc-media", "actor/caucasian-knot"]
    assert list(ranked.values())[:4] == [37, 34, 23, 13]
    assert (ranked["actor/eurasianet"], ranked["actor/carnegie-europe"], ranked["actor/osw"]) == (12, 6, 1)


def test_three_citations_lead_to_an_archive(answers: Answers) -> None:
    rows = answers("citations-with-archive")
    assert [row[1] for row in rows] == ["91", "92", "93"]
    assert all(str(row[-1]).startswith("https://web.archive.org/web/20230903070406/") for row in rows)


def test_one_live_page_is_cited_under_four_dates(answers: Answers) -> None:
    rows = answers("urls-with-several-dates")
    assert [(row[0], row[1], row[2], row[3]) for row in rows] == [
        (
            "https://www.crisisgroup.org/content/nagorno-karabakh-conflict-visual-explainer",
            "4",
            "2023-08-29",
            "2023-09-19",
        )
    ]


@pytest.mark.parametrize(
    ("publisher", "published", "urls"),
    [
        ("actor/caucasian-knot", "2022-03-09", 2),
        ("actor/icg", "2023-09-16", 3),
        ("actor/jam-news", "2023-11-13", 2),
        ("actor/rferl", "2023-11-21", 2),
    ],
)
def test_publisher_and_date_do_not_name_a_publication(
    answers: Answers, publisher: str, published: str, urls: int
) -> None:
    rows = [row for row in answers("publications-with-several-urls") if row[:2] == (publisher, published)]
    assert len({row[2] for row in rows}) == urls


def column(answers: Answers, name: str, *columns: int, **given: str) -> set[tuple[str | None, ...]]:
    return {tuple(row[number] for number in columns) for row in answers(name, **given)}


def test_a_figure_is_found_to_be_the_sum_of_two_others(answers: Answers) -> None:
    # 207 soldiers killed; 202 soldiers and 5 civilians killed or missing.
    found = column(answers, "figure-equals-sum", 2, 6, 10, event="event/fighting-september-2022")
    assert ("207", "202", "5") in found


def test_figures_of_the_clash_stand_side_by_side(answers: Answers) -> None:
    event = "event/fighting-september-2022"
    found = column(answers, "figures-of-event", 0, 1, 5, 7, event=event, outcome="kind/outcome/killed")
    assert {
        ("207", "qualifier/at-least", "outcome/killed", "actor/armenian-side"),
        ("207", "qualifier/exact", "outcome/killed", "actor/armenian-side"),
        ("80", "qualifier/exact", "outcome/killed", "actor/azerbaijani-side"),
        ("300", "qualifier/almost", "outcome/killed", None),
        ("200", "qualifier/more-than", "outcome/killed", "actor/armenian-side"),
    } <= found


def test_the_same_207_is_worded_with_different_certainty(answers: Answers) -> None:
    found = column(answers, "same-figure-other-certainty", 1, 6, 11)
    assert ("207", "qualifier/at-least", "qualifier/exact") in found


def test_losses_of_the_war_of_2020(answers: Answers) -> None:
    found = column(
        answers, "figures-of-event", 0, 2, 6, event="event/war-2020", outcome="kind/outcome/killed"
    )
    assert found == {
        ("7000", "7001", "combatant-status/combatant"),
        ("170", "170", "combatant-status/non-combatant"),
    }


def test_how_many_remained_after_the_exodus(answers: Answers) -> None:
    found = column(answers, "figures-by-outcome", 3, 4, 5, outcome="kind/outcome/remained")
    assert found == {("50", "1000", "qualifier/between"), (None, None, "qualifier/several")}


def test_two_years_are_given_for_the_declaration_of_independence(answers: Answers) -> None:
    dates = column(answers, "rival-dates", 1, event="event/declaration-of-independence")
    assert {("1991",), ("1992",)} <= dates


def test_text_and_data_agree_on_2023_and_not_on_august_2022(answers: Answers) -> None:
    found = column(answers, "text-against-data", 0, 1, 3)
    assert ("check-verdict/mismatch", "16", "17") in found
    assert {("check-verdict/match", number, number) for number in ("10", "11", "26", "20")} <= found


def test_four_notes_are_comments_and_one_is_both(answers: Answers) -> None:
    kinds = {row[1]: row[2] for row in answers("comment-notes") if row[2] != "note-kind/citation"}
    comments = {number for number, kind in kinds.items() if kind == "note-kind/comment"}
    assert (comments, kinds.get("13")) == ({"1", "2", "12", "15"}, "note-kind/mixed")


def test_the_capital_has_a_name_in_azeri(answers: Answers) -> None:
    names = column(answers, "names-of-place", 1, 2, place="place/stepanakert")
    assert {("Khakhendi", "az"), ("Stepanakert", "nl")} <= names


def test_claims_on_lost_notes_name_only_lost_notes(answers: Answers) -> None:
    lost = {row[1] for row in answers("notes-without-text")}
    assert {row[1] for row in answers("claims-on-lost-notes")} <= lost
