from __future__ import annotations

import pytest

from voetnoot_etl.phrases.figures import FigurePhrase, find_figures


def only(text: str) -> FigurePhrase:
    (figure,) = find_figures(text)
    return figure


def bounds(figure: FigurePhrase) -> tuple[int | None, int | None, int | None]:
    stated, lower, upper = (
        None if limit is None else int(limit) for limit in (figure.stated, figure.lower, figure.upper)
    )
    return stated, lower, upper


@pytest.mark.parametrize(
    ("phrase", "limits", "qualifier"),
    [
        ("12", (12, 12, 12), "exact"),
        ("maar liefst 12", (12, 12, 12), "exact"),
        ("amper 12", (12, 12, 12), "exact"),
        ("bijna 500", (500, None, 499), "almost"),
        ("meer dan 500", (500, 501, None), "more-than"),
        ("ruim 500", (500, 501, None), "more-than"),
        ("minstens 500", (500, 500, None), "at-least"),
        ("ten minste 500", (500, 500, None), "at-least"),
        ("hooguit 500", (500, None, 500), "at-most"),
        ("minder dan 500", (500, None, 499), "less-than"),
        ("ongeveer 500", (500, None, None), "about"),
        ("naar schatting 500", (500, None, None), "about"),
        ("in totaal zowat 500", (500, None, None), "about"),
        ("om en nabij de 500", (500, None, None), "about"),
        ("een vijftigtal", (50, None, None), "about"),
        ("tussen de 40 en 1.500", (None, 40, 1500), "between"),
        ("40 tot 60", (None, 40, 60), "between"),
        ("minstens veertig tot zestig", (None, 40, 60), "between"),
        ("500 of meer", (500, 500, None), "at-least"),
        ("max. 500", (500, None, 500), "at-most"),
        ("nooit meer dan 500", (500, None, 500), "at-most"),
        ("een kleine 500", (500, None, 499), "almost"),
        ("een dikke 500", (500, 501, None), "more-than"),
        ("een dozijn", (12, None, None), "about"),
        ("veertig- à zestigduizend", (None, 40000, 60000), "between"),
        ("tientallen", (None, None, None), "several"),
        ("enkele honderden", (None, None, None), "several"),
    ],
)
def test_a_qualifier_bounds_the_stated_number(
    phrase: str, limits: tuple[int | None, ...], qualifier: str
) -> None:
    text = f"Daar wonen {phrase} mensen."
    figure = only(text)
    assert (bounds(figure), figure.qualifier, figure.unit) == (limits, qualifier, "person")
    assert text[figure.start : figure.end] == f"{phrase} mensen"


@pytest.mark.parametrize(
    ("text", "status", "outcome", "side"),
    [
        ("Er sneuvelden 14 Armeense soldaten.", "combatant", "killed", "armenian-side"),
        ("Bij de aanval kwamen 14 burgers om het leven.", "non-combatant", "killed", ""),
        ("Daarbij lieten 14 militairen het leven of raakten vermist.", "combatant", "killed-or-missing", ""),
        ("Hij zegt dat 14 militairen om het leven kwamen of vermist zijn.", "combatant", "killed-or-missing", ""),
        ("De mijn kostte het leven aan 14 dorpelingen.", "non-combatant", "killed", ""),
        ("De oorlog kostte 14.000 mensen het leven.", "", "killed", ""),
        ("Bij de brug vonden 14 vissers de dood.", "non-combatant", "killed", ""),
        ("Er zitten nog 14 mannen vast.", "", "detained", ""),
        ("Na de vrijlating van 14 gevangenen werd het stil.", "", "released", ""),
        ("Daarna zijn 14 ontheemden teruggekeerd.", "", "returned", ""),
        ("Er stierven 14 Finlanders.", "", "killed", ""),
        ("Veertien gewonde Azerbeidzjaanse soldaten.", "combatant", "wounded", "azerbaijani-side"),
        ("Aan Armeense zijde vielen 14 doden.", "", "killed", "armenian-side"),
        ("Er vielen 14 slachtoffers.", "", "killed-or-wounded", ""),
        ("Er vielen 14 dodelijke slachtoffers.", "", "killed", ""),
        ("De politie arresteerde 14 betogers.", "", "detained", ""),
        ("Daarna vluchtten 14 mensen naar de stad.", "", "fled", ""),
        ("Er bleven 14 mensen achter.", "", "remained", ""),
        ("Er werden 14 krijgsgevangenen gemaakt, die later vrijgelaten werden.", "combatant", "captured", ""),
        ("Het leger heeft 14 krijgsgevangenen vrijgelaten.", "combatant", "released", ""),
        ("Rusland heeft er 14 vredestroepen ingezet.", "", "deployed", ""),
        ("Door de brand verlieten 14 mensen hun huis.", "", "", ""),
        ("Door de brand hebben 14 mensen hun huis verlaten.", "", "displaced", ""),
        ("Waarbij één Azerbeidzjaanse soldaat sneuvelt.", "combatant", "killed", "azerbaijani-side"),
        ("Waarbij een soldaat sneuvelt.", "combatant", "killed", ""),
        ("Er werden enkele burgers gedood.", "non-combatant", "killed", ""),
    ],
)  # fmt: skip
def test_a_figure_of_people_knows_status_outcome_and_side(
    text: str, status: str, outcome: str, side: str
) -> None:
    figure = only(text)
    assert (figure.combatant_status, figure.outcome, figure.side) == (status, outcome, side)


@pytest.mark.parametrize(
    ("text", "stated", "unit"),
    [
        ("De weg is vijf kilometer breed.", 5, "kilometre"),
        ("Het gebied meet 40 km2.", 40, "square-kilometre"),
        ("Het ligt op minder dan honderd meter.", 100, "metre"),
        ("Er waren gevechten gedurende vier dagen.", 4, "day"),
        ("Dat is 60 procent.", 60, "percent"),
        ("Dat is 60%.", 60, "percent"),
        ("De helft van de bevolking is weg.", 50, "percent"),
        ("De zeven bezette districten.", 7, "district"),
        ("In zes andere grensdorpjes.", 6, "village"),
        ("De stad telt 1.200 inwoners.", 1200, "inhabitant"),
        ("Na bijna drie decennia keert hij terug.", 30, "year"),
        ("Er waren 12 schendingen.", 12, "incident"),
        ("Zij kochten 9 kanonnen.", 9, "item"),
        ("Ruim drie vierde van de bevolking is weg.", 75, "percent"),
        ("Een op de vijf huizen is weg.", 20, "percent"),
        ("Ongeveer 30-tal bussen.", 30, "bus"),
    ],
)
def test_a_figure_has_the_unit_of_its_noun(text: str, stated: int, unit: str) -> None:
    figure = only(text)
    assert (bounds(figure)[0], figure.unit) == (stated, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minstens 31 gesneuvelde Armeense en 12 Azerbeidzjaanse militairen.",
            [(31, "combatant", "killed", "armenian-side"), (12, "combatant", "killed", "azerbaijani-side")],
        ),
        (
            "Met drie Armeense en twee Azerbeidzjaanse gesneuvelde soldaten.",
            [(3, "combatant", "killed", "armenian-side"), (2, "combatant", "killed", "azerbaijani-side")],
        ),
        (
            "Samen komen 90 soldaten om het leven, waarvan meer dan 50 aan Armeense zijde.",
            [(90, "combatant", "killed", ""), (50, "combatant", "killed", "armenian-side")],
        ),
        (
            "Toen zijn 12 burgers omgekomen en 9 anderen gewond geraakt.",
            [(12, "non-combatant", "killed", ""), (9, "non-combatant", "wounded", "")],
        ),
        (
            "Daar zijn 26 matrozen, 8 militairen gesneuveld en 21 gewond geraakt.",
            [(26, "", "", ""), (8, "combatant", "killed", ""), (21, "combatant", "wounded", "")],
        ),
        (
            "Er sterven vijf burgers en er raken er zeven gewond.",
            [(5, "non-combatant", "killed", ""), (7, "non-combatant", "wounded", "")],
        ),
        (
            "Minstens vijftig mensen, waaronder acht burgers, omgekomen en ruim zestig anderen gewond.",
            [(50, "", "killed", ""), (8, "non-combatant", "killed", ""), (60, "", "wounded", "")],
        ),
        (
            "Er zijn meer dan 900 van de naar schatting 1.100 inwoners gevlucht.",
            [(900, "", "fled", ""), (1100, "", "", "")],
        ),
        (
            "Het hoogste aantal slachtoffers, elf in totaal, met name vijf gewonde en zes gesneuvelde militairen.",
            [
                (11, "", "killed-or-wounded", ""),
                (5, "combatant", "wounded", ""),
                (6, "combatant", "killed", ""),
            ],
        ),
    ],
)
def test_an_elliptical_number_leans_on_its_neighbours(
    text: str, expected: list[tuple[int, str, str, str]]
) -> None:
    found = [
        (bounds(figure)[0], figure.combatant_status, figure.outcome, figure.side)
        for figure in find_figures(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        ("Er zijn geen meldingen van doden.", "denied-report", "killed"),
        ("Er zijn geen meldingen van doden of gewonden.", "denied-report", "killed-or-wounded"),
        ("Hierbij vallen geen slachtoffers.", "denied", "killed-or-wounded"),
        ("Er zijn geen burgers omgekomen of gewond geraakt.", "denied", "killed-or-wounded"),
    ],
)
def test_a_denied_figure_is_a_stated_zero(text: str, rule: str, outcome: str) -> None:
    figure = only(text)
    assert (bounds(figure)[0], figure.negated, figure.rule, figure.outcome) == (0, True, rule, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Zie kaart 3 en hoofdstuk 2.5.",
        "2.1. Gebeurtenissen",
        "1. Wat doet de minister?",
        "Op 13 en 14 september 2022 en in 2021.",
        "Een F-16 en een Sukhov 25 vlogen over.",
        "Een van hen kwam terug en één van de wegen ook.",
        "Amper twee weken daarvoor was het stil.",
        "Drie weken later was het stil.",
        "De twee landen onderhandelen.",
        "Dat is 5 keer gebeurd.",
        "Om 9 uur begon het.",
        "Zie https://voorbeeld.be/2/33 hierover.",
        "De 20-jarige soldaat en zijn 5 jaar oude hond.",
        "Een soldaat spreekt.",
        "Er zijn geen onderhandelingen.",
        "De vierde vergadering.",
    ],
)
def test_other_numbers_are_not_figures(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "stated", "unit"),
    [
        ("De boete bedraagt 500 euro.", [500], "euro"),
        ("Het plan kost 2,5 miljoen euro.", [2_500_000], "euro"),
        ("Het plan kost € 500.", [500], "euro"),
        ("Het aantal dorpen daalde van 31 in mei tot 12 in juni.", [31, 12], "village"),
        ("Zij telden er minstens 40, de buren meer dan 60.", [40, 60], "item"),
        ("Er bleef één brug overeind.", [1], "item"),
        ("Beide zitten op één lijn.", [], ""),
        ("Het peil daalde tot minder dan 90 meter op 3 mei 2019.", [90], "metre"),
    ],
)
def test_money_bare_numbers_and_single_things_are_figures(text: str, stated: list[int], unit: str) -> None:
    figures = find_figures(text)
    assert [figure.stated for figure in figures] == stated
    assert all(figure.unit == unit for figure in figures)


def test_a_part_stands_on_the_side_of_its_whole_and_the_whole_keeps_no_fate_of_the_part() -> None:
    whole, part = find_figures("Er sneuvelden 14 Armeense soldaten, onder wie drie officieren.")
    assert (whole.side, part.side) == ("armenian-side", "armenian-side")
    whole, part = find_figures("Van de 14 waarnemers zijn er drie gewond.")
    assert (whole.outcome, part.outcome) == ("", "wounded")


@pytest.mark.parametrize("night", ["de nacht van 3 op 4 mei", "de nacht van 8 op 9 sept. 2011"])
def test_a_night_between_two_days_is_no_share(night: str) -> None:
    assert find_figures(f"Het hek viel om in {night} toen het stormde.") == ()
