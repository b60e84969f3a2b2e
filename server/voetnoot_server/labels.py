"""Labels for IRIs: what people read in a table or a link, with its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from voetnoot_server.links import Links, term
from voetnoot_server.store import Literal, NamedNode, Reader, Term
from voetnoot_server.things import value_of

PROPERTIES = ("skos:prefLabel", "rdfs:label", "dct:title", "vn:paraphrase", "c4o:hasContent")
"""Where a label is looked for, the best first."""

BATCH = 500
LENGTH = 160
"""Characters after which a label in a link is cut."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is written for an IRI; `language` is empty where the text has none."""

    text: str
    language: str = ""

    @property
    def short(self) -> str:
        """Return the text, cut after a word where it is long."""
        if len(self.text) <= LENGTH:
            return self.text
        return self.text[:LENGTH].rsplit(" ", 1)[0] + " …"


def labels(reader: Reader, terms: Iterable[Term], language: str, links: Links) -> Mapping[str, Label]:
    """Return a label for every IRI among the terms: in `language`, else in another, else made of the IRI."""
    iris = sorted({value.value for value in terms if isinstance(value, NamedNode)})
    found: dict[str, tuple[tuple[int, bool, str], Label]] = {}
    for first in range(0, len(iris), BATCH):
        for iri, rank, label in _stored(reader, iris[first : first + BATCH], language):
            if iri not in found or rank < found[iri][0]:
                found[iri] = (rank, label)
    return {iri: found[iri][1] if iri in found else Label(_made(iri, links)) for iri in iris}


def _stored(
    reader: Reader, iris: list[str], language: str
) -> Iterable[tuple[str, tuple[int, bool, str], Label]]:
    things = " ".join(str(NamedNode(iri)) for iri in iris)
    ranks = {term(name): rank for rank, name in enumerate(PROPERTIES)}
    properties = " ".join(f"<{iri}>" for iri in ranks)
    query = f"""SELECT ?thing ?property ?label WHERE {{
        VALUES ?thing {{ {things} }} VALUES ?property {{ {properties} }} ?thing ?property ?label }}"""
    for row in reader.select(query):
        label = row["label"]
        if isinstance(label, Literal):
            spoken = label.language or ""
            rank = (ranks[value_of(row["property"])], spoken not in (language, ""), label.value)
            yield value_of(row["thing"]), rank, Label(label.value, spoken)


def _made(iri: str, links: Links) -> str:
    short = links.short(iri)
    kind, slash, key = short.partition("/")
    return f"{kind} {key}" if slash and short != iri else short
