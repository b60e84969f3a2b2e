"""A synthetic graph shaped like Voetnoot's, of any size, the same for the same seed: for benchmarks only.

    python benchmarks/generator.py --quads 1000000 --seed 1 --out graph.nq

Documents of 500 sentences, each sentence with a figure that somebody gives for an event, a note with a citation
of one of 997 publications, stretches of text, and beside each figure an observation in a table.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BASE = "https://w3id.org/voetnoot/"
ID, GRAPH, KIND, VN = f"{BASE}id/", f"{BASE}graph/", f"{BASE}kind/", f"{BASE}ontology#"
BIRO, DCT = "http://purl.org/spar/biro/", "http://purl.org/dc/terms/"
DOCO, OA, QB = "http://purl.org/spar/doco/", "http://www.w3.org/ns/oa#", "http://purl.org/linked-data/cube#"
SCHEMA, SKOS = "https://schema.org/", "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGER, DATE = "http://www.w3.org/2001/XMLSchema#integer", "http://www.w3.org/2001/XMLSchema#date"

CLAIMS_PER_DOCUMENT = 500
CLAIMS_PER_EVENT = 120
PUBLICATIONS, ACTORS, NOTES, PLACES = 997, 23, 137, 211
OUTCOMES = ("killed", "wounded", "captured", "missing")
QUALIFIERS = ("exact", "about", "at-least", "more-than")
QUADS_PER_CLAIM = 29


@dataclass(frozen=True, slots=True)
class Unit:
    """One claim with all that hangs on it: its numbers are drawn once, so that its lines agree."""

    number: int
    stated: int
    outcome: str
    qualifier: str
    day: str

    @property
    def document(self) -> int:
        """Return the number of its document."""
        return self.number // CLAIMS_PER_DOCUMENT

    @property
    def event(self) -> int:
        """Return the number of its event."""
        return self.number // CLAIMS_PER_EVENT

    def lines(self) -> Iterator[str]:
        """Yield its quads."""
        graph = f"{GRAPH}document-{self.document}"
        yield from _in(graph, self._claim())
        yield from _in(graph, self._evidence())
        yield from _in(f"{GRAPH}core", self._core())
        yield from _in(f"{GRAPH}icg-table-{self.document % 11}", self._observation())

    def _core(self) -> Iterator[tuple[str, str, str]]:
        """Yield what is said once of what many claims speak of."""
        n = self.number
        if n % CLAIMS_PER_EVENT == 0:
            yield f"{ID}event/e-{self.event}", f"{SKOS}prefLabel", f'"Event {self.event}"@en'
        if n < PUBLICATIONS:
            yield f"{ID}publication/p-{n}", f"{SCHEMA}url", f'"https://example.org/article/{n}"'

    def _claim(self) -> Iterator[tuple[str, str, str]]:
        n, claim = self.number, f"{ID}claim/c-{self.number}"
        words = f"Source {n % ACTORS} counts {self.stated} {self.outcome} at place {n % PLACES}"
        yield claim, TYPE, _iri(f"{VN}FigureClaim")
        yield claim, f"{VN}document", _iri(f"{ID}document/d-{self.document}")
        yield claim, f"{VN}sentence", _iri(f"{ID}sentence/s-{n}")
        yield claim, f"{VN}anchor", _iri(f"{ID}anchor/a-{n}")
        yield claim, f"{VN}event", _iri(f"{ID}event/e-{self.event}")
        yield claim, f"{VN}saidBy", _iri(f"{ID}actor/{n % ACTORS}")
        yield claim, f"{VN}stated", _typed(self.stated, INTEGER)
        yield claim, f"{VN}qualifier", _iri(f"{KIND}qualifier/{self.qualifier}")
        yield claim, f"{VN}outcome", _iri(f"{KIND}outcome/{self.outcome}")
        yield claim, f"{VN}footnote", _iri(f"{ID}footnote/f-{n}")
        yield claim, f"{VN}paraphrase", f'"{words}"@en'

    def _evidence(self) -> Iterator[tuple[str, str, str]]:
        n, publication = self.number, f"{ID}publication/p-{self.number % PUBLICATIONS}"
        sentence, anchor = f"{ID}sentence/s-{n}", f"{ID}anchor/a-{n}"
        footnote, citation = f"{ID}footnote/f-{n}", f"{ID}citation/c-{n}"
        yield sentence, TYPE, _iri(f"{DOCO}Sentence")
        yield sentence, f"{DCT}isPartOf", _iri(f"{ID}document/d-{self.document}")
        yield sentence, f"{VN}position", _typed(n % CLAIMS_PER_DOCUMENT, INTEGER)
        yield anchor, f"{OA}start", _typed(n * 140, INTEGER)
        yield anchor, f"{OA}end", _typed(n * 140 + 139, INTEGER)
        yield footnote, TYPE, _iri(f"{DOCO}Footnote")
        yield footnote, f"{VN}number", _typed(n % NOTES, INTEGER)
        yield citation, TYPE, _iri(f"{BIRO}BibliographicReference")
        yield citation, f"{DCT}isPartOf", _iri(footnote)
        yield citation, f"{BIRO}references", _iri(publication)

    def _observation(self) -> Iterator[tuple[str, str, str]]:
        row = f"{ID}observation/o-{self.number}"
        yield row, TYPE, _iri(f"{QB}Observation")
        yield row, f"{QB}dataSet", _iri(f"{ID}dataset/icg-table-{self.document % 11}")
        yield row, f"{VN}rowNumber", _typed(self.number, INTEGER)
        yield row, f"{DCT}date", _typed(self.day, DATE)
        yield row, f"{VN}count", _typed(self.stated, INTEGER)
        yield row, f"{VN}outcome", _iri(f"{KIND}outcome/{self.outcome}")
        yield row, f"{VN}place", _iri(f"{ID}place/{self.number % PLACES}")
        yield row, f"{VN}event", _iri(f"{ID}event/e-{self.event}")


def units(quads: int, seed: int) -> Iterator[Unit]:
    """Yield the claims of a graph of about this many quads."""
    draw = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    for number in range(quads // QUADS_PER_CLAIM):
        day = f"{draw.randint(2015, 2023)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield Unit(number, draw.randint(1, 300), draw.choice(OUTCOMES), draw.choice(QUALIFIERS), day)


def write(file: Path, quads: int, seed: int) -> int:
    """Write the graph as N-Quads; return how many there are."""
    count = 0
    with file.open("w", encoding="utf-8") as out:
        for unit in units(quads, seed):
            lines = list(unit.lines())
            out.writelines(lines)
            count += len(lines)
    return count


def _in(graph: str, statements: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    for subject, predicate, value in statements:
        yield f"<{subject}> <{predicate}> {value} <{graph}> .\n"


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _typed(value: object, datatype: str) -> str:
    return f'"{value}"^^<{datatype}>'


def main() -> None:
    """Write a graph to a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    print(f"{asked.out}: {write(asked.out, asked.quads, asked.seed)} lines")


if __name__ == "__main__":
    main()
