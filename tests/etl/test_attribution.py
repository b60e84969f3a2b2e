"""Who says it: invented sentences with speakers that the reviewed tables know."""

from __future__ import annotations

import pytest

from voetnoot_etl.claims.occurrence import read_occurrence
from voetnoot_etl.claims.table import chain_text
from voetnoot_etl.phrases.attribution import chain_at, find_attributions
from voetnoot_etl.phrases.mentions import find_mentions
from voetnoot_etl.phrases.speakers import find_speakers
from voetnoot_etl.world.knowledge import Knowledge

VOICE = "cedoca"


def chain(text: str, words: str, knowledge: Knowledge, previous: tuple[str, ...] = ()) -> str:
    """Return the chain behind some words of a sentence, without the document's own assertion."""
    speakers = find_speakers(text, find_mentions(text, knowledge.names("")), knowledge.demonyms)
    attributions = find_attributions(text, speakers, previous)
    start = text.index(words)
    links, _ = chain_at(attributions, start, start + len(words), VOICE)
    return chain_text(links).removeprefix(f"{VOICE}:asserts").removeprefix("<")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Er vielen tien doden.", "tien doden", ""),
        ("Volgens Reuters vielen er tien doden.", "tien doden", "reuters:asserts"),
        ("Er vielen volgens ICG tien doden.", "tien doden", "icg:asserts"),
        ("Er vielen tien doden, aldus Reuters.", "tien doden", "reuters:asserts"),
        ("De brug is weg, zo schrijft de BBC in mei.", "brug", "bbc:asserts"),
        ("De brug is weg (bron: BBC).", "brug", "bbc:asserts"),
        ("Armenië stelt dat er tien doden vielen.", "tien doden", "armenia:asserts"),
        ("Gisteren meldde Azerbeidzjan tien doden.", "tien doden", "azerbaijan:asserts"),
        ("In een artikel vermeldt ICG tien doden.", "tien doden", "icg:asserts"),
        ("Reuters deelt op 3 mei mee dat er tien doden zijn.", "tien doden", "reuters:asserts"),
        ("Aliyev laat in mei weten dat hij komt.", "hij komt", "ilham-aliyev:asserts"),
        ("Armenië gaf toen te kennen dat er tien doden waren.", "tien doden", "armenia:asserts"),
        ("Pashinyan legt in Brussel uit dat hij blijft.", "hij blijft", "nikol-pashinyan:asserts"),
        ("Armenië houdt vol dat er tien doden waren.", "tien doden", "armenia:asserts"),
        ("De BBC telde in mei tien doden.", "tien doden", "bbc:asserts"),
        ("De BBC was op dat moment in de buurt en meldt tien doden.", "tien doden", "bbc:asserts"),
        ("In mei zijn door de BBC tien doden geteld.", "tien doden", "bbc:asserts"),
        ("Dit wordt door de BBC ter plaatse bevestigd.", "ter plaatse", "bbc:asserts"),
        ("OC-Media en RFE/RL rapporteren over schoten.", "schoten", "oc-media+rferl:asserts"),
        ("Jam News speculeert dat de weg sluit.", "de weg sluit", "jam-news:speculates"),
        ("OSW vermoedt dat de weg sluit.", "de weg sluit", "osw:speculates"),
        ("Azerbeidzjan ontkent dat de weg sluit.", "de weg sluit", "azerbaijan:denies"),
        ("Armenië beschuldigt Azerbeidzjan ervan te schieten.", "te schieten", "armenia:accuses"),
        ("Toen Armenië in mei Azerbeidzjan ervan beschuldigde te schieten.", "schieten", "armenia:accuses"),
        ("Reuters meldt dat er volgens ICG tien doden vielen.", "tien doden", "reuters:asserts<icg:asserts"),
        (
            "Reuters meldt dat Armenië ontkent dat de weg sluit.",
            "de weg sluit",
            "reuters:asserts<armenia:denies",
        ),
        ("Volgens Armeense kranten vielen er tien doden.", "tien doden", "armenian-side:asserts"),
        ("Armenië meldt tien doden, maar Azerbeidzjan ontkent dit.", "tien doden", "armenia:asserts"),
        ("Armenië meldt tien doden, maar Azerbeidzjan ontkent dit.", "ontkent dit", "azerbaijan:denies"),
        ("Bakoe ontkent dat de weg sluit.", "de weg sluit", "azerbaijan:denies"),
        ("De woordvoerder van het Kremlin zei dat de weg sluit.", "de weg sluit", "russia:asserts"),
        ("De Armeense premier zei dat de weg sluit.", "de weg sluit", "armenian-side:asserts"),
        ("Armenië heeft gemeld dat de weg sluit.", "de weg sluit", "armenia:asserts"),
        ("De weg is dicht, meldt Reuters.", "De weg", "reuters:asserts"),
        ("In mei stelden de EU en de VS dat de weg sluit.", "de weg", "european-union+united-states:asserts"),
        ("Wij vernamen van de OVSE dat de weg sluit.", "de weg sluit", "osce:asserts"),
        ("Dit blijkt uit een rapport van de OVSE over de weg.", "de weg", "osce:asserts"),
        ("Hoewel Armenië zegt te wachten, is de weg dicht.", "de weg dicht", ""),
        ("Zij droegen wapens, waarvan Armenië beweert dat ze oud zijn.", "droegen", ""),
    ],
)
def test_words_are_said_by_whom_the_sentence_names(
    text: str, words: str, expected: str, knowledge: Knowledge
) -> None:
    assert chain(text, words, knowledge) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Volgens experts is de weg dicht.",
        "Medical Aid International meldt dat de weg dicht is.",
        "Verschillende bronnen spreken van een dichte weg.",
        "Naar verluidt is de weg dicht.",
        "De weg zou gisteren zijn gesloten.",
        "De troepen zouden de weg hebben gesloten.",
        "Er duiken ook berichten op dat de weg dicht is.",
        "Volgens de burgemeester is de weg dicht.",
        "Luidens een wandelaar is de weg dicht.",
        "In de stad wordt gefluisterd dat de weg dicht is.",
        "De veerman liet optekenen dat de weg dicht is.",
        "De burgemeester meldt twee ongevallen op de weg.",
        "De weg is dicht, zo getuigt een veerman.",
        "Een buurvrouw vertelde dat de weg dicht is.",
        "Het leger zou de weg bewust afsluiten.",
        "Hij keek naar zijn dochter: “De weg is dicht.”",
    ],
)
def test_words_ascribed_to_nobody_are_hearsay_of_the_document(text: str, knowledge: Knowledge) -> None:
    assert chain(text, "weg", knowledge) == f"{VOICE}:hearsay"


@pytest.mark.parametrize(
    "text",
    [
        "Volgens het akkoord blijft de weg open.",
        "Op termijn zou de weg kunnen sluiten.",
        "De partijen spraken met Armenië over de weg.",
        "Volgens plan blijft de weg open.",
        "Rusland vreest voor de weg.",
        "Dit rapport stelt vast dat de weg dicht is.",
        "Ik stel vast dat de weg dicht is.",
        "Drie staten erkenden de weg als grens.",
        "De streek telt twee huizen aan de weg.",
        "De streek verklaarde zich langs de weg onafhankelijk.",
    ],
)
def test_other_words_leave_the_document_speaking(text: str, knowledge: Knowledge) -> None:
    assert chain(text, "de weg", knowledge) == ""


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("De dorpsoudste wijst van de hand dat de weg dicht is.", "denies"),
        ("De dorpsoudste noemt de dichte weg verzonnen.", "denies"),
        ("Wij ontkennen dat de weg dicht is.", "denies"),
        ("De dorpsoudste verwijt hem dat de weg dicht is.", "accuses"),
        ("De dorpsoudste verwerpt die lezing over de weg.", "denies"),
        ("De dorpsoudste hekelt de dichte weg.", "accuses"),
        ("De dorpsoudste denkt dat de weg dicht is.", "speculates"),
    ],
)
def test_a_speaker_whom_no_table_knows_denies_accuses_and_speculates(
    text: str, modality: str, knowledge: Knowledge
) -> None:
    assert chain(text, "weg", knowledge) == f"{VOICE}:{modality}"


def test_a_pronoun_speaks_for_the_one_named_before(knowledge: Knowledge) -> None:
    assert chain("Hij voegt eraan toe dat de weg sluit.", "de weg", knowledge, ("toivo-klaar",)) == (
        "toivo-klaar:asserts"
    )


def test_two_sides_that_accuse_each_other_are_two_attributions(knowledge: Knowledge) -> None:
    text = "Beide landen beschuldigen elkaar van schoten."
    speakers = find_speakers(text, find_mentions(text, knowledge.names("")), knowledge.demonyms)
    found = {(one.actors, one.addressees, one.modality) for one in find_attributions(text, speakers)}
    assert found == {
        (("armenian-side",), ("azerbaijani-side",), "accuses"),
        (("azerbaijani-side",), ("armenian-side",), "accuses"),
    }


@pytest.mark.parametrize(
    ("text", "occurrence"),
    [
        ("Zij spraken elkaar in Praag.", "occurred"),
        ("De top in Praag gaat niet door.", "cancelled"),
        ("De vergadering is geannuleerd.", "cancelled"),
        ("Er vielen geen slachtoffers.", "did-not-occur"),
        ("De geplande top begint in mei.", "planned"),
        ("De ministers zullen in mei opnieuw spreken.", "planned"),
    ],
)
def test_a_sentence_words_whether_something_took_place(text: str, occurrence: str) -> None:
    assert read_occurrence(text)[0] == occurrence
