"""Long reports written by a seed, with URLs, notes and texts lost: no link is wrong, and safe ones are found."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from voetnoot_etl.model import DocumentReading
from voetnoot_etl.reading.document import check_spans, read_text
from voetnoot_etl.reading.publishers import Publishers, read_publishers

CURATED = Path(__file__).parents[2] / "etl" / "curated"
RULE = " " * 48
SITES = {
    "RFE/RL": "www.rferl.org",
    "ICG": "www.crisisgroup.org",
    "OC-Media": "oc-media.org",
    "Jam News": "jam-news.net",
    "Havenbode": "havenbode.example",
    "De Kustkrant": "www.kustkrant.example",
    "Bureau voor Waterkennis (BvW)": "bvw.example",
    "Het Blad": "media-groep.example",
    "Streekpost": "regio.example",
}
WORDS = ("De haven", "De sluis", "De kade", "Het bestuur", "De dijkgraaf", "De gemeente Oostkom")
MORE = (
    "bleef open",
    "ging dicht op 3 maart 2019",
    "telt 7.000 plaatsen",
    "ligt op 40 km2",
    "werd in 2010 gebouwd",
)


@dataclass(slots=True)
class Written:
    """A report, and what is true of it: the URL of each citation, and the notes whose text is lost."""

    text: str = ""
    urls: dict[tuple[int, int], str] = field(default_factory=dict)
    listed: set[tuple[int, int]] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)
    sentences: int = 0
    last: int = 0


def write_report(seed: int, pages: int, *, lost_urls: float = 0.0, lost_notes: float = 0.0) -> Written:
    """Write a report; each URL and each note is lost with its probability, what follows a loss bears a mark."""
    chance = random.Random(seed)  # noqa: S311 - a seed must give the same report each time
    report, numbers = Written(), count(1)
    for _ in range(pages):
        body, notes, foot = [], [], []
        marked = torn = False
        for number in [next(numbers) for _ in range(chance.randint(2, 5))]:
            body.append(f"{chance.choice(WORDS)} {chance.choice(MORE)}.{number} {chance.choice(WORDS)} ook.")
            report.sentences += 2
            report.last = number
            names = chance.sample(sorted(SITES), chance.randint(1, 3))
            is_lost = chance.random() < lost_notes
            if is_lost:
                report.lost.add(number)
            else:
                said = "; ".join(f"{name}, {chance.randint(1, 28):02}/03/2019, url" for name in names)
                notes.append(f"{' ' if marked else ''}{number} {said}")
            marked = is_lost
            for position, name in enumerate(names, 1):
                address = f"https://{SITES[name]}/{number}-{position}"
                report.urls[number, position] = address
                if chance.random() < lost_urls:
                    torn = True
                    continue
                foot.append(f"{' ' if torn else ''}{address}")
                torn = False
                report.listed.add((number, position))
        report.text += " " + "\n\n".join(body) + f"\n\n{RULE}\n" + "\n".join([*notes, "", *foot]) + "\n"
    return report


@pytest.fixture(scope="module")
def publishers() -> Publishers:
    return read_publishers(CURATED / "publishers.tsv")


def read(report: Written, publishers: Publishers) -> DocumentReading:
    reading = read_text(report.text, publishers)
    check_spans(reading)
    return reading


def links(reading: DocumentReading) -> dict[tuple[int, int], str]:
    citations = (citation for footnote in reading.footnotes for citation in footnote.citations)
    return {(c.number, c.position): c.url for c in citations if c.url_status == "listed"}


LOSSES = [(0.0, 0.0), (0.2, 0.0), (0.0, 0.2), (0.2, 0.2), (0.6, 0.1)]


@pytest.mark.parametrize(("lost_urls", "lost_notes"), LOSSES)
@pytest.mark.parametrize("seed", range(8))
def test_no_link_is_wrong(publishers: Publishers, seed: int, lost_urls: float, lost_notes: float) -> None:
    report = write_report(seed, 14, lost_urls=lost_urls, lost_notes=lost_notes)
    found = links(read(report, publishers))
    assert {key: url for key, url in found.items() if report.urls[key] != url} == {}


@pytest.mark.parametrize("seed", range(8))
def test_where_nothing_is_lost_every_link_is_found(publishers: Publishers, seed: int) -> None:
    report = write_report(seed, 14)
    assert links(read(report, publishers)) == report.urls


@pytest.mark.parametrize("seed", range(8))
def test_where_a_tenth_of_the_urls_is_lost_most_links_are_found(publishers: Publishers, seed: int) -> None:
    report = write_report(seed, 14, lost_urls=0.1)
    assert len(links(read(report, publishers))) >= 0.7 * len(report.listed)


@pytest.mark.parametrize(("lost_urls", "lost_notes"), LOSSES)
@pytest.mark.parametrize("seed", range(8))
def test_all_markers_notes_and_sentences_are_found(
    publishers: Publishers, seed: int, lost_urls: float, lost_notes: float
) -> None:
    report = write_report(seed, 14, lost_urls=lost_urls, lost_notes=lost_notes)
    reading = read(report, publishers)
    assert [marker.number for marker in reading.markers] == list(range(1, report.last + 1))
    assert {footnote.number for footnote in reading.footnotes if footnote.span is None} == report.lost
    assert len(reading.sentences) == report.sentences
