"""The words of a note → references with publisher, authors, date, label, locator and introduction."""

from __future__ import annotations

import pytest

from voetnoot_etl.citations import Reference, parse_note
from voetnoot_etl.model import Text


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
