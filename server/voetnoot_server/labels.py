"""Labels for IRIs: what people read in a table or a link, with its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from voetnoot_server.claim_labels import claim_words
from voetnoot_server.links import PREFIXES, Links, term
from voetnoot_server.store import Literal, NamedNode, Reader, Term
from voetnoot_server.things import value_of

PROPERTIES = ("skos:prefLabel", "rdfs:label", "dct:title", "vn:paraphrase", "c4o:hasContent")
"""Where a label is looked for, the best first."""

NUMBERED = {
    "footnote": "note",
    "marker": "marker",
    "observation": "row",
    "page": "page",
    "section": "section",
    "sentence": "sentence",
    "url": "listed URL",
}
"""Types of things that go without a label, and what their number is called."""

_CLAIM = re.compile(r"(.+)-(\d+)-(\d+)(?:-r(\d+))?")

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


def labels(
    reader: Reader, terms: Iterable[Term], language: str, links: Links, *, quoting: bool = True
) -> Mapping[str, Label]:
    """Return a label for every IRI among the terms: in `language`, else in another, else made of the IRI.

    Without `quoting` no label comes from a graph of quotations, which are never handed on.
    """
    iris = sorted({value.value for value in terms if isinstance(value, NamedNode)})
    found: dict[str, Label] = {}
    for first in range(0, len(iris), BATCH):
        batch = iris[first : first + BATCH]
        best: dict[str, tuple[tuple[int, bool, str], Label]] = {}
        for iri, rank, label in _stored(reader, batch, language, "" if quoting else links.base):
            if iri not in best or rank < best[iri][0]:
                best[iri] = (rank, label)
        found |= {iri: label for iri, (_, label) in best.items()}
        unnamed = [iri for iri in batch if iri not in found]
        found |= _publications(reader, unnamed) | _claims(reader, unnamed, links)
    return {iri: found[iri] if iri in found else Label(_made(links.short(iri))) for iri in iris}


def _claims(reader: Reader, iris: list[str], links: Links) -> dict[str, Label]:
    claims = [iri for iri in iris if iri.startswith(links.iri("id/claim/"))]
    words = claim_words(reader, claims)
    return {iri: Label(f"{said} ({_made(links.short(iri))})") for iri, said in words.items()}


def _stored(
    reader: Reader, iris: list[str], language: str, base: str
) -> Iterable[tuple[str, tuple[int, bool, str], Label]]:
    ranks = {term(name): rank for rank, name in enumerate(PROPERTIES)}
    properties = " ".join(f"<{iri}>" for iri in ranks)
    pattern = "?thing ?property ?label"
    if base:
        pattern = (
            f"GRAPH ?graph {{ {pattern} }} FILTER(!STRSTARTS(STR(?graph), {Literal(f'{base}graph/text/')}))"
        )
    query = f"""SELECT ?thing ?property ?label WHERE {{
        VALUES ?thing {{ {_listed(iris)} }} VALUES ?property {{ {properties} }} {pattern} }}"""
    for row in reader.select(query):
        label = row["label"]
        if isinstance(label, Literal):
            spoken = label.language or ""
            rank = (ranks[value_of(row["property"])], spoken not in (language, ""), label.value)
            yield value_of(row["thing"]), rank, Label(label.value, spoken)


def _publications(reader: Reader, iris: list[str]) -> dict[str, Label]:
    """Name publications without a title by publisher and date."""
    if not iris:
        return {}
    query = f"""SELECT ?thing (MIN(?name) AS ?publisher) (MIN(?edtf) AS ?date) WHERE {{
        VALUES ?thing {{ {_listed(iris)} }}
        ?thing <{term("dct:publisher")}>/<{term("skos:prefLabel")}> ?name .
        OPTIONAL {{ ?thing <{term("vn:edtf")}> ?edtf }} }} GROUP BY ?thing"""
    return {
        value_of(row["thing"]): Label(
            ", ".join(value_of(row[name]) for name in ("publisher", "date") if name in row)
        )
        for row in reader.select(query)
    }


def _listed(iris: list[str]) -> str:
    return " ".join(str(NamedNode(iri)) for iri in iris)


def _made(short: str) -> str:
    """Return words for a thing without a label: `footnote/x-12` is "note 12 of x"."""
    kind, slash, key = short.partition("/")
    claim = _CLAIM.fullmatch(key) if kind == "claim" else None
    if claim:
        reported = f", reported {claim[4]}" if claim[4] else ""
        return f"claim {claim[3]} in sentence {claim[2]} of {claim[1]}{reported}"
    owner, _, number = key.rpartition("-")
    if kind in NUMBERED and owner and number.isdecimal():
        return f"{NUMBERED[kind]} {number} of {owner}"
    if slash and ":" not in kind:
        return f"{kind} {key}"
    return _spaced(short)


def _spaced(name: str) -> str:
    """Return the words of a prefixed name of a term, such as "is part of" for `dct:isPartOf`."""
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES or "/" in local or not local:
        return name
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()
