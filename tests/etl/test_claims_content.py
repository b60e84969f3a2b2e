"""What a sentence speaks of: kind of claim, dates, places, actors, events, control, compliance."""

from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.claims.model import Claim, ClaimKind
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.manifest import Source
from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import read_publishers
from voetnoot_etl.world.knowledge import Knowledge


def claims(text: str, root: Path, knowledge: Knowledge) -> tuple[Claim, ...]:
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
    reading = read_text(f" {text}\n", read_publishers(root / "etl" / "curated" / "publishers.tsv"))
    return propose(reading, source, knowledge)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Op 3 mei 2015 was er een bijeenkomst in Praag.", ClaimKind.EVENT),
        ("De stad Sotk is in handen van Azerbeidzjan.", ClaimKind.CONTROL),
        ("Nederland steunt het voorstel.", ClaimKind.POSITION),
        ("De weg is smal.", ClaimKind.OTHER),
        ("In juli 2021 wordt het staakt-het-vuren geschonden.", ClaimKind.COMPLIANCE),
    ],
)
def test_a_sentence_makes_the_kind_of_claim_that_it_words(
    text: str, kind: ClaimKind, root: Path, knowledge: Knowledge
) -> None:
    assert [claim.kind for claim in claims(text, root, knowledge)] == [kind]


def test_control_names_the_controller_and_the_place(root: Path, knowledge: Knowledge) -> None:
    (claim,) = claims("De stad Sotk is in handen van Azerbeidzjan.", root, knowledge)
    assert (claim.controllers, claim.places) == (("azerbaijan",), ("sotk",))


def test_a_broken_truce_is_that_of_the_last_agreement_before(root: Path, knowledge: Knowledge) -> None:
    (claim,) = claims("In juli 2021 wordt het staakt-het-vuren geschonden.", root, knowledge)
    assert claim.verdict == "breached"
    assert claim.provisions
    assert all(provision.startswith("statement-2020-11-10") for provision in claim.provisions)


def test_a_position_is_said_by_whoever_takes_it(root: Path, knowledge: Knowledge) -> None:
    (claim,) = claims("Nederland steunt het voorstel.", root, knowledge)
    assert [saying.actors for saying in claim.chain] == [("cedoca",), ("netherlands",)]


def test_a_country_that_acts_is_no_place(root: Path, knowledge: Knowledge) -> None:
    (claim,) = claims("Azerbeidzjan bouwde in Armenië een brug.", root, knowledge)
    assert (claim.actors, claim.places) == (("azerbaijan",), ("armenia",))


def test_harm_belongs_to_the_event_of_its_passage(root: Path, knowledge: Knowledge) -> None:
    text = (
        "Op 13 en 14 september 2022 waren er hevige gevechten tussen Armenië en Azerbeidzjan. "
        "Daarbij sneuvelden 31 Armeense soldaten. Volgens Azerbeidzjan kwamen 12 soldaten om het leven."
    )
    figures = [claim for claim in claims(text, root, knowledge) if claim.kind is ClaimKind.FIGURE]
    assert [(claim.events, claim.edtf, claim.side) for claim in figures] == [
        (("fighting-september-2022",), "2022-09-13/2022-09-14", "armenian-side"),
        (("fighting-september-2022",), "2022-09-13/2022-09-14", "azerbaijani-side"),
    ]


def test_a_denial_holds_for_its_own_figure_only(root: Path, knowledge: Knowledge) -> None:
    found = claims("Er zijn geen meldingen van doden, maar wel van drie gewonde soldaten.", root, knowledge)
    assert [claim.occurrence for claim in found] == ["did-not-occur", "occurred", "did-not-occur"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In een artikel van 28 mei 2015 stond dat het op 3 mei 2015 begon.", "2015-05-03"),
        ("Sinds het akkoord van 10 mei 2015 is er op 3 juni 2015 weer gevochten.", "2015-06-03"),
        ("Na de overgave op 3 mei 2014 werd op 3 juni 2015 weer gebouwd.", "2015-06-03"),
        ("Sinds mei 2014 wordt gebouwd, want op 3 juni 2015 was het klaar.", "2015-06-03"),
        ("Na de overgave op 3 mei 2014 werd er weer gebouwd.", "2014-05-03/.."),
        ("Sinds de generaal de stad innam op 3 mei 2014 wordt er gebouwd.", "2014-05-03/.."),
        ("Voor het bezoek op 3 mei 2014 was er een muur.", "../2014-05-03"),
        ("Na de oorlog in 2020 werd er weer gebouwd.", "2020-11/.."),
        ("Voor de oorlog in 2020 werd er gebouwd.", "../2020"),
        ("Ondanks de aanval op 3 mei 2014 werd er gebouwd.", "2014-05-03"),
        ("Dat gebeurde, in tegenstelling tot in 2013, in een dorp.", ""),
        ("In een resolutie van 3 mei 2015 vraagt Nederland een brug.", "2015-05-03"),
    ],
)
def test_the_main_event_gives_the_date_and_its_background_a_bound(
    text: str, edtf: str, root: Path, knowledge: Knowledge
) -> None:
    assert [claim.edtf for claim in claims(text, root, knowledge)] == [edtf]
