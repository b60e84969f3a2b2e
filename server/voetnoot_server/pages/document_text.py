"""A document as its page shows it: sentences in order with their claims, and notes with theirs.

The words of a sentence are there only where the store of this machine holds the quotations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from voetnoot_server.bindings import bind
from voetnoot_server.links import PREFIXES
from voetnoot_server.store import Literal, NamedNode, Reader, Row, Term
from voetnoot_server.things import value_of

_DECLARED = "".join(
    f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("biro", "c4o", "dct", "doco", "oa", "schema", "vn")
)
_SENTENCES = f"""{_DECLARED}
SELECT ?sentence ?position ?role ?page ?text (MIN(?from) AS ?start) (MAX(?to) AS ?end) WHERE {{
  ?sentence a doco:Sentence ; vn:position ?position ; dct:isPartOf/dct:isPartOf* ?this .
  OPTIONAL {{ ?sentence vn:sentenceRole ?role }}
  OPTIONAL {{ ?sentence vn:page/vn:number ?page }}
  OPTIONAL {{ ?sentence schema:text ?text }}
  OPTIONAL {{ ?sentence vn:anchor/oa:hasSelector ?span . ?span oa:start ?from ; oa:end ?to }}
}} GROUP BY ?sentence ?position ?role ?page ?text ORDER BY ?position"""
_CLAIMS = f"""{_DECLARED}
SELECT DISTINCT ?home ?claim WHERE {{
  ?claim vn:document ?this ; vn:saidBy ?speaker .
  {{ ?claim vn:sentence ?home }} UNION
  {{ ?claim vn:footnote ?home ; vn:noteScope ?scope FILTER(STRENDS(STR(?scope), "/in-note")) }}
  FILTER NOT EXISTS {{ ?report vn:reports ?claim }}
}} ORDER BY ?claim"""
_MARKED = f"""{_DECLARED}
SELECT DISTINCT ?sentence ?number WHERE {{
  ?note a doco:Footnote ; dct:isPartOf ?this ; vn:number ?number . ?sentence a doco:Sentence ; vn:footnote ?note .
}} ORDER BY ?number"""
_NOTES = f"""{_DECLARED}
SELECT ?note ?number ?status ?text ?citation ?content ?url WHERE {{
  ?note a doco:Footnote ; dct:isPartOf ?this ; vn:number ?number .
  OPTIONAL {{ ?note vn:textStatus ?status }}
  OPTIONAL {{ ?note schema:text ?text }}
  OPTIONAL {{
    ?citation dct:isPartOf ?note ; a biro:BibliographicReference ; vn:position ?position ; c4o:hasContent ?content .
    OPTIONAL {{ ?citation biro:references/schema:url ?url }}
  }}
}} ORDER BY ?number ?position ?url"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, its words where they are held, its claims and its notes' numbers."""

    iri: NamedNode
    position: int
    role: str
    page: str
    start: str
    end: str
    text: Literal | None
    claims: tuple[Term, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference in a note, with its URL where that is safe."""

    iri: NamedNode
    content: str
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note: whether its text is lost, what it cites, and the claims that stand in its own words."""

    iri: NamedNode
    number: int
    lost: bool
    text: Literal | None
    citations: tuple[Citation, ...]
    claims: tuple[Term, ...] = ()


def sentences(reader: Reader, document: str) -> tuple[Sentence, ...]:
    """Return the sentences of a document in the order of the text."""
    this = {"this": NamedNode(document)}
    claims, marked = _claims(reader, this), defaultdict(list)
    for row in reader.select(bind(_MARKED, this)):
        marked[row["sentence"]].append(int(value_of(row["number"])))
    rows = reader.select(bind(_SENTENCES, this))
    return tuple(
        _sentence(row, iri, claims.get(iri, ()), tuple(marked[iri]))
        for row in rows
        if isinstance(iri := row["sentence"], NamedNode)
    )


def _claims(reader: Reader, this: Mapping[str, NamedNode]) -> dict[Term, tuple[Term, ...]]:
    """Return the claims of a document by the sentence or the note in which they stand."""
    found: dict[Term, tuple[Term, ...]] = {}
    for row in reader.select(bind(_CLAIMS, this)):
        found[row["home"]] = (*found.get(row["home"], ()), row["claim"])
    return found


def _sentence(row: Row, iri: NamedNode, claims: tuple[Term, ...], notes: tuple[int, ...]) -> Sentence:
    return Sentence(
        iri=iri,
        position=int(_text(row, "position")),
        role=_text(row, "role").rpartition("/")[2],
        page=_text(row, "page"),
        start=_text(row, "start"),
        end=_text(row, "end"),
        text=_literal(row, "text"),
        claims=claims,
        notes=notes,
    )


def notes(reader: Reader, document: str) -> tuple[Note, ...]:
    """Return the notes of a document by number."""
    this = {"this": NamedNode(document)}
    claims = _claims(reader, this)
    found: dict[NamedNode, tuple[Row, dict[NamedNode, Citation]]] = {}
    for row in reader.select(bind(_NOTES, this)):
        note, citation = row["note"], row.get("citation")
        if not isinstance(note, NamedNode):
            continue
        cited = found.setdefault(note, (row, {}))[1]
        if isinstance(citation, NamedNode):
            cited.setdefault(citation, Citation(citation, _text(row, "content"), _text(row, "url")))
    return tuple(_note(iri, row, cited, claims.get(iri, ())) for iri, (row, cited) in found.items())


def _note(iri: NamedNode, row: Row, cited: Mapping[NamedNode, Citation], claims: tuple[Term, ...]) -> Note:
    lost = _text(row, "status").endswith("/lost")
    return Note(iri, int(_text(row, "number")), lost, _literal(row, "text"), tuple(cited.values()), claims)


def _text(row: Row, name: str) -> str:
    return value_of(row[name]) if name in row else ""


def _literal(row: Row, name: str) -> Literal | None:
    value = row.get(name)
    return value if isinstance(value, Literal) else None
