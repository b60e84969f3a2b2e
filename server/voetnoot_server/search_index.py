"""Full text search over names, claims and, where they are held, sentences: SQLite's FTS5 in memory.

The index belongs to one version of the graph and is made when somebody first searches it. Diacritics do not
count, and every spelling of a name finds its bearer.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field

from voetnoot_server.links import term
from voetnoot_server.page_time import PageTime
from voetnoot_server.store import NamedNode, Reader
from voetnoot_server.things import value_of
from voetnoot_server.turns import Turns

PROPERTIES = (
    "skos:prefLabel",
    "skos:altLabel",
    "skos:hiddenLabel",
    "dct:title",
    "vn:paraphrase",
    "c4o:hasContent",
    "schema:text",
)
MOST_WORDS = 12
"""Words of one search that count; the rest are left out."""

_MOST_WAITING = 8
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock, about a millisecond."""

_WORD = re.compile(r"\w+")
_TABLE = """CREATE VIRTUAL TABLE words USING fts5(
    text, iri UNINDEXED, kind UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"""
_FOUND = """SELECT iri, kind, MIN(rank) AS best, text FROM words WHERE words MATCH ? GROUP BY iri
    ORDER BY best, iri"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found: its IRI, its type, and the words that match best."""

    iri: str
    kind: str
    text: str


@dataclass(slots=True)
class SearchIndex:
    """The index of the graph that a reader reads; it follows the reader to the next version."""

    reader: Reader
    base: str
    seconds: float
    _version: str = field(default="", init=False)
    _words: sqlite3.Connection | None = field(default=None, init=False)
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(at_once=1, waiting=_MOST_WAITING, seconds=self.seconds)

    def find(self, asked: str) -> tuple[Hit, ...]:
        """Return what holds every word that is asked, each as the begin of a word; the best first.

        Raises `TimeLimitError` where that takes longer than a page may take, and `BusyError` where too many wait.
        """
        words = _WORD.findall(unicodedata.normalize("NFC", asked))[:MOST_WORDS]
        if not words:
            return ()
        page = PageTime.of_page(self.seconds)
        self._turns.take(_nobody_leaves)
        try:
            return self._found(" ".join(f'"{word}"*' for word in words), page)
        finally:
            self._turns.give_back()

    def _found(self, match: str, page: PageTime) -> tuple[Hit, ...]:
        words = self._current(page)
        words.set_progress_handler(page.is_over, _STEPS)
        try:
            with closing(words.execute(_FOUND, (match,))) as rows:
                return tuple(Hit(iri, kind, text) for iri, kind, _, text in rows)
        except sqlite3.OperationalError as fault:
            if page.is_over():
                raise page.over() from fault
            raise

    def _current(self, page: PageTime) -> sqlite3.Connection:
        version = self.reader.version
        if self._words is None or self._version != version:
            words = sqlite3.connect(":memory:", check_same_thread=False)
            words.execute(_TABLE)
            words.executemany("INSERT INTO words (text, iri, kind) VALUES (?, ?, ?)", self._rows(page))
            if self._words is not None:
                self._words.close()
            self._words, self._version = words, version
        return self._words

    def _rows(self, page: PageTime) -> Iterator[tuple[str, str, str]]:
        properties = " ".join(f"<{term(name)}>" for name in PROPERTIES)
        query = f"""SELECT DISTINCT ?thing ?text WHERE {{
            VALUES ?property {{ {properties} }} ?thing ?property ?text }} ORDER BY ?thing ?text"""
        start = f"{self.base}id/"
        for row in self.reader.select(query):
            page.left()
            thing = row["thing"]
            if isinstance(thing, NamedNode) and thing.value.startswith(start):
                yield value_of(row["text"]), thing.value, thing.value.removeprefix(start).partition("/")[0]


def _nobody_leaves() -> None:
    """Wait on: a search is over sooner than its client could leave."""


def counted(hits: tuple[Hit, ...]) -> Mapping[str, int]:
    """Return how many things of each type were found, the most first."""
    found: dict[str, int] = {}
    for hit in hits:
        found[hit.kind] = found.get(hit.kind, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
