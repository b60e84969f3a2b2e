"""Figures on one scale."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from voetnoot_server.ranges import WIDTH, comparisons
from voetnoot_server.store import Solutions

COLUMNS = ("claim", "stated", "lower", "upper", "qualifier", "according_to", "outcome")
KILLED = NamedNode("urn:outcome/killed")


def row(name: str, **values: str | int) -> dict[str, NamedNode | Literal]:
    made: dict[str, NamedNode | Literal] = {
        column: NamedNode(f"urn:qualifier/{value}") if column == "qualifier" else Literal(str(value))
        for column, value in values.items()
    }
    return {
        "claim": NamedNode(f"urn:{name}"),
        "according_to": NamedNode("urn:somebody"),
        "outcome": KILLED,
    } | made


def test_figures_of_the_same_thing_stand_together_the_largest_first() -> None:
    found = Solutions(
        COLUMNS,
        (
            row("a", stated=80, qualifier="exact"),
            row("b", stated=207, lower=207, qualifier="at-least"),
            row("c", stated=300, upper=299, qualifier="almost"),
            row("d", lower=20, upper=40, qualifier="between"),
            row("e", stated=800, qualifier="about"),
        ),
    )
    (comparison,) = comparisons(found)
    assert comparison.counted == (KILLED,)
    assert [each.words for each in comparison.ranges] == ["≈ 800", "< 300", "≥ 207", "80", "20–40"]


def test_a_missing_bound_is_open_and_an_exact_figure_is_a_point() -> None:
    found = Solutions(
        COLUMNS,
        (row("a", stated=50, qualifier="exact"), row("b", stated=100, lower=101, qualifier="more-than")),
    )
    more, exact = comparisons(found)[0].ranges
    assert exact.start == exact.end == exact.point
    assert more.end == WIDTH
    assert more.point is not None
    assert more.start > more.point


def test_a_figure_alone_and_another_answer_are_not_drawn() -> None:
    assert comparisons(Solutions(COLUMNS, (row("a", stated=1),))) == ()
    assert comparisons(Solutions(("claim",), (row("a"), row("b")))) == ()


def test_figures_that_do_not_say_what_they_count_are_not_compared() -> None:
    rows = [{k: v for k, v in row(name, stated=1).items() if k != "outcome"} for name in "ab"]
    assert comparisons(Solutions(COLUMNS, tuple(rows))) == ()


def test_a_qualifier_without_number_is_left_out() -> None:
    found = Solutions(COLUMNS, (row("a", qualifier="several"), row("b", stated=1), row("c", stated=2)))
    assert len(comparisons(found)[0].ranges) == 2
