"""Full text search over names, claims and, where they are held, sentences: SQLite's FTS5 in memory.

The index belongs to one version of the graph and is made when somebody first searches it. Diacritics do not
count, and every spelling of a name finds its bearer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from threading import Lock

from voetnoot_server.links import term
from voetnoot_server.store import NamedNode, Reader
from voetnoot_server.things import value_of

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
    _version: str = field(default="", init=False)
    _words: sqlite3.Connection | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def find(self, asked: str) -> tuple[Hit, ...]:
        """Return what holds every word that is asked, each as the begin of a word; the best first."""
        words = _WORD.findall(asked)[:MOST_WORDS]
        if not words:
            return ()
        match = " ".join(f'"{word}"*' for word in words)
        with self._lock, closing(self._current().execute(_FOUND, (match,))) as rows:
            return tuple(Hit(iri, kind, text) for iri, kind, _, text in rows)

    def _current(self) -> sqlite3.Connection:
        version = self.reader.version
        if self._words is None or self._version != version:
            if self._words is not None:
                self._words.close()
            self._words = sqlite3.connect(":memory:", check_same_thread=False)
            self._words.execute(_TABLE)
            self._words.executemany("INSERT INTO words (text, iri, kind) VALUES (?, ?, ?)", self._rows())
            self._version = version
        return self._words

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        properties = " ".join(f"<{term(name)}>" for name in PROPERTIES)
        query = f"""SELECT DISTINCT ?thing ?text WHERE {{
            VALUES ?property {{ {properties} }} ?thing ?property ?text }} ORDER BY ?thing ?text"""
        start = f"{self.base}id/"
        for row in self.reader.select(query):
            thing = row["thing"]
            if isinstance(thing, NamedNode) and thing.value.startswith(start):
                yield value_of(row["text"]), thing.value, thing.value.removeprefix(start).partition("/")[0]


def counted(hits: tuple[Hit, ...]) -> Mapping[str, int]:
    """Return how many things of each type were found, the most first."""
    found: dict[str, int] = {}
    for hit in hits:
        found[hit.kind] = found.get(hit.kind, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
