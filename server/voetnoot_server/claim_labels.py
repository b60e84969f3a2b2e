"""Words for claims that nobody has paraphrased yet, made of what they claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from voetnoot_server.links import PREFIXES
from voetnoot_server.store import NamedNode, Reader, Row
from voetnoot_server.things import value_of

_QUERY = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("skos", "vn"))
_QUERY += """SELECT ?claim ?number ?least ?most (MIN(?measure) AS ?unit) (MIN(?amount) AS ?qualifier)
  (MIN(?result) AS ?outcome) (MIN(?happening) AS ?event) (MIN(?site) AS ?place) (MIN(?holder) AS ?controller)
WHERE {
  VALUES ?claim { %s }
  ?claim vn:saidBy ?speaker .
  OPTIONAL { ?claim vn:stated ?number }
  OPTIONAL { ?claim vn:lower ?least }
  OPTIONAL { ?claim vn:upper ?most }
  OPTIONAL { ?claim vn:unit/skos:prefLabel ?measure FILTER(LANG(?measure) = "en") }
  OPTIONAL { ?claim vn:qualifier/skos:prefLabel ?amount FILTER(LANG(?amount) = "en") }
  OPTIONAL { ?claim vn:outcome/skos:prefLabel ?result FILTER(LANG(?result) = "en") }
  OPTIONAL { ?claim vn:event/skos:prefLabel ?happening FILTER(LANG(?happening) = "en") }
  OPTIONAL { ?claim vn:place/skos:prefLabel ?site FILTER(LANG(?site) = "en") }
  OPTIONAL { ?claim vn:controller/skos:prefLabel ?holder FILTER(LANG(?holder) = "en") }
} GROUP BY ?claim ?number ?least ?most"""


def claim_words(reader: Reader, iris: list[str]) -> Mapping[str, str]:
    """Return what each of these claims is about, in English; a claim of which nothing is known is left out."""
    if not iris:
        return {}
    claims = " ".join(str(NamedNode(iri)) for iri in iris)
    found = {value_of(row["claim"]): _words(row) for row in reader.select(_QUERY % claims)}
    return {iri: words for iri, words in found.items() if words}


def _words(row: Row) -> str:
    bounds = " and ".join(_text(row, name) for name in ("least", "most") if name in row)
    number = _text(row, "number") or bounds
    figure = " ".join(part for part in (_text(row, "qualifier"), number, *_kinds(row)) if part)
    figure = figure.removeprefix("exact ")
    control = f"controlled by {_text(row, 'controller')}" if "controller" in row else ""
    parts = (figure, control, _text(row, "event"), "" if "event" in row else _text(row, "place"))
    return ", ".join(part for part in parts if part)


def _kinds(row: Row) -> Iterator[str]:
    yield from (_text(row, name) for name in ("unit", "outcome"))


def _text(row: Row, name: str) -> str:
    return value_of(row[name]) if name in row else ""
