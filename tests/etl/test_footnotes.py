"""Footnotes of a whole text: repeated numbers, numbers left out, *ibid.*, several links of one citation."""

from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import check_spans, read_text
from voetnoot_etl.reading.publishers import read_publishers

RULE = " " * 48
CURATED = Path(__file__).parents[2] / "etl" / "curated"
KRANT = "https://krant.example/"


def read(body: str, foot: str) -> DocumentReading:
    reading = read_text(f" {body}\n{RULE}\n{foot}\n", read_publishers(CURATED / "publishers.tsv"))
    check_spans(reading)
    return reading


def listed(reading: DocumentReading) -> dict[str, str]:
    citations = (citation for footnote in reading.footnotes for citation in footnote.citations)
    return {f"{c.number}-{c.position}": c.url for c in citations if c.url_status == "listed"}


def test_a_number_that_is_printed_twice_is_one_note() -> None:
    foot = f"1 Krant, 03/04/2021, url\n1 Blad, 04/04/2021, url\n\n{KRANT}a\nhttps://blad.example/b"
    assert listed(read("Tekst.1", foot)) == {"1-1": f"{KRANT}a", "1-2": "https://blad.example/b"}


def test_a_number_that_was_never_given_is_no_lost_note() -> None:
    reading = read("Tekst.1 Meer.3", f"1 Krant, 03/04/2021, url\n3 Blad, 04/04/2021, url\n\n{KRANT}a")
    assert [footnote.number for footnote in reading.footnotes] == [1, 3]


def test_a_number_behind_a_mark_of_loss_is_a_lost_note() -> None:
    reading = read("Tekst.1 Meer.3", f"1 Krant, 03/04/2021, url\n 3 Blad, 04/04/2021, url\n\n{KRANT}a")
    assert [(footnote.number, footnote.kind) for footnote in reading.footnotes][1] == (2, None)


def test_ibid_names_the_one_publication_of_the_note_before_it() -> None:
    reading = read(
        "Een.1 Twee.2",
        f"1 Krant (Jansen P.), 03/04/2021, p. 3, url\n2 Ibid., p. 4, url\n\n{KRANT}a\n{KRANT}a",
    )
    first, second = (footnote.citations[0] for footnote in reading.footnotes)
    assert second.publication == first.publication
    assert (second.content, second.locator) == ("Ibid., p. 4, url", "p. 4")


@pytest.mark.parametrize("before", ["1 Krant, 03/04/2021; Blad, 04/04/2021", "1 De kade is een muur."])
def test_ibid_behind_several_publications_or_none_is_a_comment(before: str) -> None:
    assert read("Een.1 Twee.2", f"{before}\n2 Ibid., p. 4.").footnotes[1].kind == "comment"


def test_two_links_of_one_citation_are_both_its_own() -> None:
    reading = read(
        "Een.1 Twee.2",
        f"1 Krant, 03/04/2021, url & url\n2 Krant, 04/04/2021, url\n\n{KRANT}a\n{KRANT}b\n{KRANT}c",
    )
    assert listed(reading) == {"1-1": f"{KRANT}a", "2-1": f"{KRANT}c"}
    assert [line.citation for line in reading.urls] == [(1, 1), (1, 1), (2, 1)]


def test_two_addresses_on_one_line_are_two() -> None:
    reading = read(
        "Een.1", f"1 Krant, 03/04/2021, url; Blad, 04/04/2021, url\n\n{KRANT}a https://blad.example/b"
    )
    assert listed(reading) == {"1-1": f"{KRANT}a", "1-2": "https://blad.example/b"}


def test_addresses_between_the_notes_belong_to_the_note_above_them() -> None:
    reading = read(
        "Een.1 Twee.2", f"1 Krant, 03/04/2021, url\n{KRANT}a\n2 Blad, 04/04/2021, url\nhttps://blad.example/b"
    )
    assert listed(reading) == {"1-1": f"{KRANT}a", "2-1": "https://blad.example/b"}


def test_sites_that_bear_each_other_s_names_are_not_laid_in_order() -> None:
    foot = "1 De Kade, 03/04/2021, url\n2 Het Blad, 04/04/2021, url\n\nhttps://blad.example/b\nhttps://kade.example/a"
    assert listed(read("Een.1 Twee.2", foot)) == {}


def test_one_publisher_in_two_spellings_is_one_when_a_link_is_inferred() -> None:
    notes = "1 OC Media, 03/04/2021, url\n\nhttps://oc-media.org/a\n Verder.2\n"
    reading = read("Een.1", f"{notes}{RULE}\n2 OC-Media, 03/04/2021, url")
    assert reading.footnotes[1].citations[0].url_status == "inferred"


def test_a_url_with_signs_of_every_kind_is_kept_whole() -> None:
    address = f"{KRANT}a,b;c(d)[e]'f!*?g=h&i=%20#j"
    assert listed(read("Een.1", f"1 Krant, 03/04/2021, url\n\n{address}")) == {"1-1": address}


def test_an_address_without_its_scheme_or_in_angle_brackets_can_be_followed() -> None:
    assert listed(read("Een.1", "1 Krant, 03/04/2021, url\n\nwww.krant.example/a")) == {
        "1-1": "http://www.krant.example/a"
    }
    assert listed(read("Een.1", f"1 Krant, 03/04/2021, url\n\n<{KRANT}a>")) == {"1-1": f"{KRANT}a"}
