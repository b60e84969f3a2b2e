"""Figures that lean on the words around them: bounds, sides and fates told elsewhere in the sentence."""

from __future__ import annotations

import pytest

from voetnoot_etl.phrases.figures import find_figures


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Daar nam het leger zes militairen gevangen.", "captured"),
        ("In juni liet het leger zes krijgsgevangenen vrij.", "released"),
        ("Het leger laat zes gevangenen vrij.", "released"),
        ("De stad wil dat zes gezinsleden terugkeren.", "returned"),
        ("Er werden negen boeren geraakt; zes van hen overleefden het niet.", "killed"),
        ("Het dodental liep in mei op naar zes.", "killed"),
        ("Van de zes gewonden is er geen overleden.", "wounded"),
    ],
)
def test_a_verb_in_two_parts_tells_what_became_of_the_counted(text: str, outcome: str) -> None:
    assert outcome in {figure.outcome for figure in find_figures(text) if figure.stated in (5, 6)}


def test_those_who_are_counted_next_stand_on_the_same_side() -> None:
    dead, wounded = find_figures("Er sneuvelen drie Armeense soldaten en er raken er vier gewond.")
    assert [(one.outcome, one.side) for one in (dead, wounded)] == [
        ("killed", "armenian-side"),
        ("wounded", "armenian-side"),
    ]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("De troepen staan tot 3 kilometer diep in het land.", "at-most"),
        ("Zij kregen celstraffen tot twintig jaar.", "at-most"),
        ("Het peil steeg tot 3 meter.", "exact"),
        ("Zij wachten 3 tot 4 uur.", "between"),
    ],
)
def test_up_to_bounds_a_dimension_and_a_sentence(text: str, qualifier: str) -> None:
    (figure,) = find_figures(text)
    assert figure.qualifier == qualifier


@pytest.mark.parametrize("text", ["Dat staat in Kamerstuk 21 501-02, nr. 2701.", "De code is 007."])
def test_the_number_of_a_file_counts_nothing(text: str) -> None:
    assert find_figures(text) == ()
