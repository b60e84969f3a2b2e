"""Nouns that point back mean the event that the section told of, or the fighting that all of a text is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from voetnoot_etl.claims.model import Claim
from voetnoot_etl.claims.pointers import continues, named_by_kind, pointed_date, pointed_event
from voetnoot_etl.claims.proposals import propose
from voetnoot_etl.claims.scene import NO_SCENE, Scene
from voetnoot_etl.manifest import Source
from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.world.history import Event, History
from voetnoot_etl.world.knowledge import Knowledge
from voetnoot_etl.world.tables import Words, World

Propose = Callable[[str, str], tuple[Claim, ...]]
NO_WORLD = World((), (), (), (), (), (), ())


def event(key: str, kind: str, label: str, edtf: str, part_of: str = "") -> Event:
    return Event(
        key, kind, label, label, edtf, "stated", "occurred", part_of, (), (), Words("a test", "", None, "")
    )


KNOWLEDGE = Knowledge(
    NO_WORLD,
    History(
        (
            event("harbour-war", "war", "Havenoorlog", "2015-03-02/2015-05-09"),
            event("first-raid", "shelling", "Eerste beschieting van de haven", "2015-03-02", "harbour-war"),
            event("quay-fight", "armed-clash", "Gevecht aan de kade", "2014-06-01"),
            event("sluice-fight", "armed-clash", "Gevecht aan de sluis", "2014-08-01"),
            event("dyke-talks", "negotiation", "Dijkoverleg", "2014-01/.."),
            event("old-feud", "war", "Vete om de dijk", "1980/.."),
            event("lock-closure", "blockade", "Sluiting van de sluis", "2014-09/2014-12"),
            replace(event("feared-flood", "escalation", "Gevreesde escalatie", "2016"), occurrence="alleged"),
        ),
        (),
        (),
        (),
    ),
)


def told(*keys: str, topic: str = "", written: str = "", heading: tuple[str, ...] = ()) -> Scene:
    return replace(NO_SCENE, here=keys, topic=topic, written=written, heading=heading)


@pytest.mark.parametrize(
    ("text", "scene", "key"),
    [
        ("Deze gevechten duurden kort.", told("quay-fight", "sluice-fight"), "sluice-fight"),
        ("De gevechten duurden kort.", told("quay-fight", "quay-fight", "sluice-fight"), "quay-fight"),
        ("De hevige gevechten duurden kort.", told("quay-fight"), "quay-fight"),
        ("De nieuwe gevechten duurden kort.", told("quay-fight"), ""),
        ("Nieuwe gevechten duurden kort.", told("quay-fight"), ""),
        ("De gevechten in Stroomdam duurden kort.", told("quay-fight"), ""),
        ("De gevechten van 3 mei duurden kort.", told("quay-fight"), ""),
        ("Een oplossing voor het geweld is ver.", told("quay-fight"), ""),
        ("Deze onderhandelingen slepen aan.", told("quay-fight", "dyke-talks"), "dyke-talks"),
        ("De gevechten duurden kort.", told(heading=("quay-fight",)), "quay-fight"),
        ("De gevechten duurden kort.", told(), ""),
        ("Dit conflict sleept aan.", told("old-feud"), "old-feud"),
        ("Dit conflict sleept aan.", told("quay-fight", topic="harbour-war"), "harbour-war"),
        ("De huidige toestand is ernstig.", told(topic="harbour-war"), "harbour-war"),
        ("De huidige toestand is ernstig.", told("quay-fight"), ""),
        ("De oorlog sleept aan.", told("old-feud"), ""),
        ("De brug is hersteld.", told("quay-fight", topic="harbour-war"), ""),
        ("De oorlog is begonnen.", told("harbour-war"), "first-raid"),
        ("De oorlog woedt nog.", told("harbour-war"), "harbour-war"),
        (
            "Zij vrezen een mogelijke aanval.",
            replace(told("quay-fight"), told=("feared-flood",)),
            "feared-flood",
        ),
        ("Zij vrezen een mogelijke aanval.", told("quay-fight"), ""),
    ],
)
def test_a_noun_means_the_event_of_its_kind_that_was_told(text: str, scene: Scene, key: str) -> None:
    found = pointed_event(text, KNOWLEDGE, scene)
    assert (found.id if found else "") == key


@pytest.mark.parametrize(
    ("key", "scene", "edtf"),
    [
        ("quay-fight", told(), "2014-06-01"),
        ("harbour-war", told(), "2015-03-02/2015-05-09"),
        ("harbour-war", told(topic="harbour-war", written="2015-04~"), "2015-03-02/2015-04~"),
        ("harbour-war", told(topic="harbour-war", written="2015"), "2015-03-02/.."),
        ("old-feud", told(), ""),
    ],
)
def test_what_goes_on_lasts_until_the_text_was_written(key: str, scene: Scene, edtf: str) -> None:
    (meant,) = (one for one in KNOWLEDGE.history.events if one.id == key)
    date = pointed_date(meant, scene)
    assert (date.edtf if date else "") == edtf


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Dit is een oorlogsmisdaad.", True),
        ("Ook dat werd geweigerd.", True),
        ("Het uiteindelijke doel is vrede.", True),
        ("Hun aanwezigheid stoort.", True),
        ("Ook zij blijven weg.", True),
        ("Het is niet bewezen dat dit klopt.", True),
        ("Dit dorp is leeg.", False),
        ("De vrede is ver.", False),
    ],
)
def test_a_sentence_can_go_on_about_the_one_before(text: str, goes_on: bool) -> None:
    assert continues(text) is goes_on


@pytest.mark.parametrize(
    ("text", "heading", "key"),
    [
        ("De weg werd geblokkeerd.", ("lock-closure",), "lock-closure"),
        ("De weg werd hersteld.", ("lock-closure",), ""),
        ("De weg werd geblokkeerd.", ("lock-closure", "quay-fight"), ""),
        ("De weg werd geblokkeerd.", (), ""),
    ],
)
def test_a_clause_can_tell_of_the_one_event_of_its_heading(
    text: str, heading: tuple[str, ...], key: str
) -> None:
    assert named_by_kind(text, KNOWLEDGE, told(heading=heading)) == key


@pytest.fixture
def proposed() -> Propose:
    """Return a function that proposes the claims of a text written at a date (EDTF)."""

    def run(text: str, written: str) -> tuple[Claim, ...]:
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
            date=written,
        )
        return propose(read_text(f" {text}\n", Publishers({}, {}, {})), source, KNOWLEDGE)

    return run


def test_fighting_told_of_later_is_what_earlier_sentences_of_a_text_mean(proposed: Propose) -> None:
    text = "De huidige toestand is ernstig. Op 2 maart 2015 begon de eerste beschieting van de haven."
    first, second = proposed(text, "2015-04-10")
    assert (first.events, first.edtf) == (("harbour-war",), "2015-03-02/2015-04-10")
    assert second.events == ("first-raid",)


def test_fighting_that_is_over_is_not_what_goes_on(proposed: Propose) -> None:
    text = "De huidige toestand is ernstig. Op 2 maart 2015 begon de eerste beschieting van de haven."
    assert [claim.events for claim in proposed(text, "2019-04-10")] == [(), ("first-raid",)]


def test_a_clause_tells_of_the_event_that_its_figures_are_counted_of(proposed: Propose) -> None:
    text = "Op 1 juni 2014 was er een gevecht aan de kade. Daarbij kwamen twee soldaten om."
    assert [claim.events for claim in proposed(text, "2015")] == [("quay-fight",)] * 3
