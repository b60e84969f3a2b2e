"""The words of a note → references with publisher, authors, date, label, locator and introduction."""

from __future__ import annotations

import pytest

from voetnoot_etl.model import Text
from voetnoot_etl.reading.citations import Reference, parse_note


def parse(words: str) -> tuple[tuple[Reference, ...], str]:
    return parse_note(Text(words, tuple(range(len(words)))))


def only(words: str) -> Reference:
    references, comment = parse(words)
    assert len(references) == 1
    assert comment == ""
    return references[0]


def test_two_publications_in_one_footnote_are_two_citations() -> None:
    references, _ = parse("De Krant, 01/02/2021, url; Het Blad (Jansen P.), 03/04/2021, url")
    assert [reference.publication.publisher for reference in references] == ["De Krant", "Het Blad"]
    assert [reference.publication.edtf for reference in references] == ["2021-02-01", "2021-04-03"]


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("(Jansen P.)", ("Jansen P.",)),
        ("(de Wit T.)", ("de Wit T.",)),
        ("(Jansen P. & Smit Q.)", ("Jansen P.", "Smit Q.")),
        ("(Jansen P., Smit Q. & van Dam R.)", ("Jansen P.", "Smit Q.", "van Dam R.")),
    ],
)
def test_authors_stand_in_brackets(printed: str, authors: tuple[str, ...]) -> None:
    assert only(f"De Krant {printed}, 01/02/2021, url").publication.authors == authors


def test_an_abbreviation_in_brackets_is_no_author() -> None:
    publication = only("Bureau voor Kaarten (BvK), 01/02/2021, p. 2, url").publication
    assert (publication.publisher, publication.authors) == ("Bureau voor Kaarten (BvK)", ())


def test_a_label_in_square_brackets_and_a_locator_are_kept() -> None:
    reference = only("De Krant, [2] 01/02/2021, p. 14, url")
    assert (reference.publication.label, reference.locator) == ("2", "p. 14")


def test_an_opening_makes_a_reference_related_and_what_stands_before_it_a_comment() -> None:
    references, comment = parse("De sluis ging dicht. De kade bleef open. cf. De Krant, 01/02/2021, url")
    assert [reference.relation for reference in references] == ["related"]
    assert comment == "De sluis ging dicht. De kade bleef open."


def test_a_comment_with_dates_in_it_holds_no_citation() -> None:
    references, comment = parse(
        "De sluis is sinds 20 mei 2021 dicht. Volgens het bestuur van de haven blijft dat zo."
    )
    assert references == ()
    assert comment.endswith("blijft dat zo.")


def test_a_chart_made_of_anothers_data_cites_the_data() -> None:
    reference = only(
        "Grafiek getekend door ons op basis van data verzameld door HAV, [tabel] 01/02/2021, url"
    )
    assert (reference.publication.publisher, reference.relation) == ("HAV", "data-source")


def test_a_reference_without_the_word_url_is_not_linked() -> None:
    assert not only("De Krant, 01/02/2021").linked


def test_content_is_the_reference_as_printed() -> None:
    references, _ = parse("De Krant, 01/02/2021, url; Het Blad, 03/04/2021, url")
    assert [reference.text.value for reference in references] == [
        "De Krant, 01/02/2021, url",
        "Het Blad, 03/04/2021, url",
    ]
    assert references[1].text.offsets[0] == len("De Krant, 01/02/2021, url; ")


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("2/9/2022", "2022-09-02"),
        ("09/2022", "2022-09"),
        ("2022", "2022"),
        ("s.d.", ""),
        ("12-14/09/2022", "2022-09-12/2022-09-14"),
        ("28/08/2022-03/09/2022", "2022-08-28/2022-09-03"),
        ("22 april 2022", "2022-04-22"),
        ("april-mei 2022", "2022-04/2022-05"),
        ("2021-2022", "2021/2022"),
        ("31/02/2022", "2022"),
        ("2022-04-22", "2022-04-22"),
        ("s.d., geraadpleegd op 03/04/2023", ""),
        ("09/2022 (geraadpleegd op 3 april 2023)", "2022-09"),
        ("laatst bijgewerkt op 22/04/2022", "2022-04-22"),
    ],
)
def test_a_date_is_that_of_the_publication_and_not_of_its_reading(printed: str, edtf: str) -> None:
    publication = only(f"De Krant, {printed}, url").publication
    assert (publication.publisher, publication.edtf) == ("De Krant", edtf)


@pytest.mark.parametrize(
    ("printed", "publisher", "authors"),
    [
        (
            "De Krant (van den Berg J.-P. & von der Leyen U.)",
            "De Krant",
            ("van den Berg J.-P.", "von der Leyen U."),
        ),
        ("De Krant (O’Brien C. e.a.)", "De Krant", ("O’Brien C.",)),
        ("De Krant (Jansen P.; Smit Q.)", "De Krant", ("Jansen P.", "Smit Q.")),
        ("De Krant (Jansen, P. en Smit, Q.)", "De Krant", ("Jansen P.", "Smit Q.")),
        ("De Krant (Jansen)", "De Krant", ("Jansen",)),
        ("De Krant (Thomas de Wit)", "De Krant", ("Thomas de Wit",)),
        ("De Krant (België)", "De Krant (België)", ()),
        ("Ministerie van Water (MvW)", "Ministerie van Water (MvW)", ()),
        ("Bureau voor Kaarten (BvK) (Jansen P.)", "Bureau voor Kaarten (BvK)", ("Jansen P.",)),
        ("U.S. Department of Water", "U.S. Department of Water", ()),
        ("Pe\u0301lerin (E\u0301toile E\u0301.)", "P\u00e9lerin", ("\u00c9toile \u00c9.",)),
    ],
)
def test_brackets_hold_authors_or_a_part_of_the_name(
    printed: str, publisher: str, authors: tuple[str, ...]
) -> None:
    publication = only(f"{printed}, 01/02/2021, url").publication
    assert (publication.publisher, publication.authors) == (publisher, authors)


@pytest.mark.parametrize(
    ("printed", "locator"),
    [
        ("p. 2", "p. 2"),
        ("pp. 3-5", "pp. 3-5"),
        ("pp. 3–5", "pp. 3–5"),
        ("blz. 7", "blz. 7"),
        ("p. 2, 5", "p. 2, 5"),
        ("§ 98", "§ 98"),
    ],
)
def test_locators_are_kept_whole(printed: str, locator: str) -> None:
    assert only(f"De Krant, 01/02/2021, {printed}, url").locator == locator


@pytest.mark.parametrize("printed", ["[2] 01/02/2021", "01/02/2021 [2]", "[2], 01/02/2021"])
def test_a_label_may_stand_on_either_side_of_the_date(printed: str) -> None:
    publication = only(f"De Krant, {printed}, url").publication
    assert (publication.publisher, publication.label, publication.edtf) == ("De Krant", "2", "2021-02-01")


@pytest.mark.parametrize(
    ("note", "publishers"),
    [
        ("De Krant, 2022; Het Blad, 2023", ["De Krant", "Het Blad"]),
        ("De Krant, url", ["De Krant"]),
        ("Zie De Krant, 22/04/2022, url en Het Blad, 23/04/2022, url", ["De Krant", "Het Blad"]),
        ("De Krant, 22/04/2022, url. Het Blad, 23/04/2022, url", ["De Krant", "Het Blad"]),
        ("De Krant, 07/03/2022, url; 09/03/2022, url", ["De Krant", "De Krant"]),
        ("De Krant, 07/03/2022, url; ibid., 09/03/2022, url", ["De Krant", "De Krant"]),
        ("De weg is dicht; de kade ook. Zie hierover De Krant, 22/04/2022, url", ["De Krant"]),
        ("De weg is dicht (zie kaart 1). De Krant, 22/04/2022, url", ["De Krant"]),
        ("De Krant, 22/04/2022, url. Het artikel is verwijderd.", ["De Krant"]),
        ("Zie noot 12.", []),
        ("De sluis ging dicht in Gent, 12 mei 2021.", []),
        ("De sluis ging dicht op 12/05/2021, aldus de dijkgraaf.", []),
        ("Het akkoord van 10 mei 2020 bevat negen punten; het derde gaat over de sluis.", []),
    ],
)
def test_a_note_holds_as_many_references_as_it_names(note: str, publishers: list[str]) -> None:
    references, _ = parse(note)
    assert [reference.publication.publisher for reference in references] == publishers


def test_two_links_of_one_reference_are_counted() -> None:
    assert [only(f"De Krant, 01/02/2021, {links}").links for links in ("url", "url & url", "url; url")] == [
        1,
        2,
        2,
    ]
