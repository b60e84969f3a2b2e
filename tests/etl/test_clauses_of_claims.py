"""What a sentence says in several clauses, in its background, and by pointing back to what was told before."""

from __future__ import annotations

import time

import pytest

from voetnoot_etl.claims.background import find_backgrounds, foreground
from voetnoot_etl.claims.model import Claim, ClaimKind
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.manifest import Source
from voetnoot_etl.phrases.dates import find_dates
from voetnoot_etl.phrases.figures import find_figures
from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.world.knowledge import Knowledge


def proposed(text: str, knowledge: Knowledge) -> tuple[Claim, ...]:
    source = Source(
        id="invented",
        kind="document",
        reader="paged-text",
        title="Invented",
        publisher="cedoca",
        language="nl",
        path="invented.txt",
        sha256="0" * 64,
        licence="none",
        graph="invented",
        date="2023-12-05",
    )
    return propose(read_text(f" {text}\n", Publishers({}, {}, {})), source, knowledge)


def chains(text: str, knowledge: Knowledge) -> list[str]:
    return [
        "<".join(f"{'+'.join(saying.actors)}:{saying.modality}" for saying in claim.chain[1:])
        for claim in proposed(text, knowledge)
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("De brug werd in mei gesloten, maar de weg bleef de hele zomer open.", 2),
        ("Azerbeidzjan sloot in mei de brug en weigerde de trein door te laten.", 2),
        ("Hoewel Armenië de brug in mei opende, bleef de weg de hele zomer dicht.", 2),
        ("De brug werd in mei gesloten; de weg bleef de hele zomer open.", 2),
        ("Een weg die niet door, maar langs het dorp gaat werd in mei geopend.", 1),
        ("Niet alleen de brug werd in mei gesloten, maar ook de weg werd afgesloten.", 1),
        ("De brug en de weg werden in mei gesloten.", 1),
    ],
)
def test_each_main_clause_is_a_claim(text: str, count: int, knowledge: Knowledge) -> None:
    assert len(proposed(text, knowledge)) == count


def test_a_clause_without_a_date_has_that_of_the_clause_before(knowledge: Knowledge) -> None:
    text = "De brug werd op 3 mei 2015 gesloten, maar de weg werd niet afgesloten."
    assert [(claim.edtf, claim.date_inferred) for claim in proposed(text, knowledge)] == [
        ("2015-05-03", False),
        ("2015-05-03", True),
    ]


def test_a_clause_without_a_subject_shares_that_of_the_clause_before(knowledge: Knowledge) -> None:
    text = "Armenië sloot op 3 mei 2015 de brug en wil de weg zelf beheren."
    assert [claim.chain[-1].actors for claim in proposed(text, knowledge)] == [("cedoca",), ("armenia",)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Na de oorlog in 2015 bouwt men.", "bouwt men."),
        ("Men bouwt sinds de overgave op 3 mei 2015.", "Men bouwt ."),
        ("Men bouwt tijdens het bezoek op 3 mei 2015 een brug.", "Men bouwt een brug."),
        ("Men vraagt geld voor een brug.", "Men vraagt geld voor een brug."),
    ],
)
def test_what_names_another_event_stands_in_the_background(text: str, shown: str) -> None:
    left = foreground(text, find_backgrounds(text, find_dates(text)))
    assert len(left) == len(text)
    assert " ".join(left.split()) == shown


def test_the_most_ever_since_is_no_time_of_its_own(knowledge: Knowledge) -> None:
    text = (
        "Op 13 en 14 september 2022 waren er hevige gevechten tussen Armenië en Azerbeidzjan. "
        "Het zijn de zwaarste gevechten sinds het akkoord van 10 november 2020."
    )
    last = proposed(text, knowledge)[-1]
    assert (last.edtf, last.date_inferred, last.events) == (
        "2022-09-13/2022-09-14",
        True,
        ("fighting-september-2022",),
    )


def test_words_that_point_back_take_the_time_told_before(knowledge: Knowledge) -> None:
    first, second, third = proposed(
        "Op 3 mei 2015 werd in Praag gesproken. Tijdens dit gesprek ging het over de brug. De brug is van steen.",
        knowledge,
    )
    assert (first.edtf, second.edtf, third.edtf) == ("2015-05-03", "2015-05-03", "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Het conflict over Nagorno-Karabach sleept aan.", ("karabakh-conflict",)),
        ("De slachtoffers van het conflict over Nagorno-Karabach zijn geteld.", ()),
    ],
)
def test_what_stands_beside_a_named_conflict_does_not_tell_of_it(
    text: str, events: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert [claim.events for claim in proposed(text, knowledge)] == [events]


def test_a_state_of_things_is_no_occurrence(knowledge: Knowledge) -> None:
    (figure, whole) = proposed("Het dorp ligt op 12 kilometer van de grens.", knowledge)
    assert (figure.occurrence, figure.edtf, whole.kind, whole.occurrence) == ("", "", ClaimKind.OTHER, "")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Grafiek twee toont de gevechten van september 2022 aan de grens.", ()),
        ("Grafiek twee toont de gevechten van 13 en 14 september 2022.", ("fighting-september-2022",)),
    ],
)
def test_a_chart_tells_of_an_event_on_its_very_days_only(
    text: str, events: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert [(claim.kind, claim.events) for claim in proposed(text, knowledge)] == [(ClaimKind.OTHER, events)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("ICG meldt net zoals OC-Media dat de brug dicht is.", "icg+oc-media:asserts"),
        ("ICG stelt dat men mogelijks een brug bouwt.", "icg:speculates"),
        ("De brug is dicht, aldus ICG in een artikel van 3 mei 2015.", "icg:asserts"),
    ],
)
def test_speakers_are_joined_weighed_and_named_last(text: str, chain: str, knowledge: Knowledge) -> None:
    assert chains(text, knowledge) == [chain]


def test_a_country_behind_a_pronoun_is_called_upon_and_does_not_speak(knowledge: Knowledge) -> None:
    text = "Het Europees Parlement veroordeelt de sluiting en roept het Azerbeidzjan op om de brug te openen."
    assert chains(text, knowledge) == ["european-parliament:asserts", "european-parliament:asserts"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Er zijn geen meldingen van incidenten.", "denied-report"),
        ("Men sluit verschillende grensdorpen af.", "indefinite"),
        ("Enkele in mei geplande ontmoetingen gaan niet door.", "indefinite"),
        ("Er kwamen 40 soldaten om en een veelvoud raakte gewond.", "order-elliptical"),
    ],
)
def test_a_figure_may_have_no_number(text: str, rule: str) -> None:
    assert find_figures(text)[-1].rule == rule


@pytest.mark.parametrize(
    "text", ["Er kwamen enkele incidenten voor in 4 dorpen en ", "op 3 mei 2015 stierf een soldaat "]
)
def test_a_long_sentence_is_read_in_a_time_that_grows_with_its_length(text: str) -> None:
    begin = time.process_time()
    find_figures(text * 1000)
    assert time.process_time() - begin < 20


def test_who_goes_on_speaking_speaks_of_the_same_time(knowledge: Knowledge) -> None:
    text = (
        "Het Europees Parlement vraagt in een resolutie van 3 mei 2015 een brug. "
        "Daarnaast eist het Europees Parlement een weg."
    )
    assert [(claim.edtf, claim.date_inferred) for claim in proposed(text, knowledge)] == [
        ("2015-05-03", False),
        ("2015-05-03", True),
    ]


def test_a_country_in_a_list_of_places_is_a_place(knowledge: Knowledge) -> None:
    (claim,) = proposed("In Sotk, Azerbeidzjan en Armenië werd op 3 mei 2015 gevochten.", knowledge)
    assert (claim.places, claim.actors) == (("sotk", "azerbaijan", "armenia"), ())


def test_the_ground_of_a_people_is_its_country(knowledge: Knowledge) -> None:
    (claim,) = proposed("Op Armeens grondgebied werd op 3 mei 2015 een brug gebouwd.", knowledge)
    assert claim.places == ("armenia",)


def test_the_fighting_is_the_last_that_was_told_of(knowledge: Knowledge) -> None:
    text = (
        "Op 13 en 14 september 2022 waren er hevige gevechten tussen Armenië en Azerbeidzjan. De brug is van steen. "
        "De weg is smal. Het dorp ligt hoog. Beide zijden noemden elkaar de aanstichter van het geweld."
    )
    last = proposed(text, knowledge)[-1]
    assert (last.edtf, last.date_inferred, last.events) == (
        "2022-09-13/2022-09-14",
        True,
        ("fighting-september-2022",),
    )
