"""The events, agreements and reports stand on words of the documents that can bear them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from voetnoot_etl.edtf_bounds import Bounds, bounds
from voetnoot_etl.manifest import Source, find_file, read_manifests
from voetnoot_etl.phrases.dates import DatePhrase, find_dates
from voetnoot_etl.phrases.mentions import find_mentions
from voetnoot_etl.world.history import Event, History, read_history
from voetnoot_etl.world.history_check import check_quotes
from voetnoot_etl.world.history_reports import Reports, read_reports
from voetnoot_etl.world.known_names import known_names
from voetnoot_etl.world.tables import Words, read_world

STEM = 4
"""Dutch words that share so many first letters are taken to be of one stem."""

TOLD = ("stated", "inferred-year", "phrase")
"""The bases of a date that stands in the words."""

LONGEST_RUN = 7
"""Labels and paraphrases are our own words: only names and dates run on for so many words of a document."""


@pytest.fixture(scope="module")
def manifests(root: Path) -> dict[str, Source]:
    return {source.id: source for source in read_manifests(root / "etl" / "sources")}


@pytest.fixture(scope="module")
def texts(manifests: dict[str, Source], sources: Path) -> dict[str, str]:
    files = {key: find_file(item, sources) for key, item in manifests.items() if item.kind == "document"}
    return {key: path.read_bytes().decode("utf-8") for key, path in files.items() if path}


@pytest.fixture(scope="module")
def history(root: Path) -> History:
    return read_history(root / "etl" / "curated")


@pytest.fixture(scope="module")
def reports(root: Path) -> Reports:
    return read_reports(root / "etl" / "curated")


def test_every_row_stands_on_the_words_that_were_read(
    history: History, reports: Reports, texts: dict[str, str]
) -> None:
    assert {words.document for words in (*history.words(), *reports.words())} == texts.keys()
    check_quotes((*history.words(), *reports.words()), texts)


def test_no_row_stands_on_words_across_a_page_foot(
    history: History, reports: Reports, texts: dict[str, str]
) -> None:
    rows = [words for words in (*history.words(), *reports.words()) if "http" in quote(words, texts)]
    assert rows == []


def test_the_words_of_an_event_name_it_or_its_date(
    root: Path, history: History, texts: dict[str, str], manifests: dict[str, Source]
) -> None:
    names = known_names(read_world(root / "etl" / "curated"))
    missed = []
    for event, words in standing(history):
        text = quote(words, texts)
        named = {mention.id for mention in find_mentions(text, names)} & {*event.places, *event.actors}
        dates = found_dates(text, manifests[words.document])
        dated = any(overlap(bounds(event.edtf), (date.earliest, date.latest)) for date in dates)
        if not (named or dated or stems(event.label_nl) & stems(text)):
            missed.append((event.id, words.row))
    assert missed == []


def test_a_date_that_is_said_to_stand_in_the_words_begins_there(
    history: History, texts: dict[str, str], manifests: dict[str, Source]
) -> None:
    begun: dict[str, set[dt.datetime | None]] = {}
    for event, words in standing(history):
        dates = found_dates(quote(words, texts), manifests[words.document])
        begun.setdefault(event.id, set()).update(date.earliest for date in dates)
    told = [event for event in history.events if event.date_basis in TOLD]
    assert [event.id for event in told if bounds(event.edtf)[0] not in begun[event.id]] == []


def test_labels_and_paraphrases_are_our_own_words(
    history: History, reports: Reports, texts: dict[str, str]
) -> None:
    runs = {run for text in texts.values() for run in word_runs(text)}
    said = [event.label_nl for event in history.events]
    said += [agreement.label_nl for agreement in history.agreements]
    said += [provision.label_nl for provision in history.provisions]
    said += [report.paraphrase_nl for report in reports.compliance]
    said += [report.paraphrase_nl for report in reports.control]
    assert [text for text in said if runs & set(word_runs(text))] == []


def standing(history: History) -> Iterator[tuple[Event, Words]]:
    """Yield each event with each stretch of words on which it stands."""
    events = {event.id: event for event in history.events}
    yield from ((event, event.words) for event in history.events)
    yield from ((events[mention.event], mention.words) for mention in history.mentions)


def quote(words: Words, texts: dict[str, str]) -> str:
    assert words.span is not None
    return texts[words.document][words.span.start : words.span.end]


def found_dates(text: str, document: Source) -> tuple[DatePhrase, ...]:
    """Return the dates of a text; one without a year is of the document's year."""
    line = " ".join(re.sub(r"-\s+", "-", text).split())
    return find_dates(line, context_year=int(document.date[:4]), written=document.date)


def overlap(one: Bounds, other: Bounds) -> bool:
    """Return whether two spans of time meet; an end that is not known is open."""
    starts = [start for start, _ in (one, other) if start]
    ends = [end for _, end in (one, other) if end]
    return not starts or not ends or max(starts) <= min(ends)


def stems(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return {word[:STEM] for word in re.findall(r"[a-z]+", folded) if len(word) >= STEM}


def word_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[\w’'-]+", text.casefold())
    yield from (tuple(words[start : start + LONGEST_RUN]) for start in range(len(words) - LONGEST_RUN + 1))
