"""A synthetic graph shaped like Voetnoot's, of any size, the same every time: for benchmarks only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ID = "https://w3id.org/voetnoot/id/"
GRAPH = "https://w3id.org/voetnoot/graph/"
VN = "https://w3id.org/voetnoot/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
CLAIMS_PER_DOCUMENT = 500
CLAIMS_PER_EVENT = 120
QUADS_PER_CLAIM = 14


def lines(quads: int) -> Iterator[str]:
    """Yield about this many quads: claims with figures, sentences, footnotes, citations and publications."""
    for number in range(quads // QUADS_PER_CLAIM):
        yield from _claim(number)


def write(file: Path, quads: int) -> int:
    """Write the graph as N-Quads, and return how many there are."""
    count = 0
    with file.open("w", encoding="utf-8") as out:
        for line in lines(quads):
            out.write(line)
            count += 1
    return count


def _claim(number: int) -> Iterator[str]:
    document, event = number // CLAIMS_PER_DOCUMENT, number // CLAIMS_PER_EVENT
    graph = f"<{GRAPH}document-{document}>"
    claim, sentence, footnote = (f"<{ID}{kind}/{number}>" for kind in ("claim", "sentence", "footnote"))
    citation, publication = f"<{ID}citation/{number}>", f"<{ID}publication/{number % 997}>"
    for subject, predicate, value in (
        (claim, TYPE, f"<{VN}FigureClaim>"),
        (claim, f"{VN}document", f"<{ID}document/{document}>"),
        (claim, f"{VN}sentence", sentence),
        (claim, f"{VN}event", f"<{ID}event/{event}>"),
        (claim, f"{VN}saidBy", f"<{ID}actor/{number % 23}>"),
        (claim, f"{VN}stated", f'"{number * 7 % 300}"^^<{INTEGER}>'),
        (claim, f"{VN}footnote", footnote),
        (
            claim,
            f"{VN}paraphrase",
            f'"Source {number % 23} counts {number * 7 % 300} soldiers at place {event}"@en',
        ),
        (sentence, f"{VN}position", f'"{number % CLAIMS_PER_DOCUMENT}"^^<{INTEGER}>'),
        (footnote, f"{VN}number", f'"{number % 137}"^^<{INTEGER}>'),
        (citation, "http://purl.org/dc/terms/isPartOf", footnote),
        (citation, "http://purl.org/spar/biro/references", publication),
        (publication, "https://schema.org/url", f'"https://example.org/{number % 997}"'),
        (f"<{ID}event/{event}>", f"{SKOS}prefLabel", f'"Event {event}"@en'),
    ):
        yield f"{subject} <{predicate}> {value} {graph} .\n"


CHAIN = f"""PREFIX vn: <{VN}> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX biro: <http://purl.org/spar/biro/> PREFIX schema: <https://schema.org/>
SELECT ?sentence ?number ?publication ?url WHERE {{
  <{ID}claim/4711> vn:sentence ?sentence ; vn:footnote ?footnote . ?footnote vn:number ?number .
  ?citation dct:isPartOf ?footnote ; biro:references ?publication . ?publication schema:url ?url }}"""
RIVALS = f"""PREFIX vn: <{VN}>
SELECT ?claim ?speaker ?stated ?number WHERE {{
  ?claim vn:event <{ID}event/7> ; vn:saidBy ?speaker ; vn:stated ?stated ; vn:footnote ?footnote .
  ?footnote vn:number ?number }} ORDER BY ?stated ?claim"""
QUERIES = {
    "tiny": f"SELECT ?label WHERE {{ <{ID}event/7> <{SKOS}prefLabel> ?label }}",
    "chain": CHAIN,
    "mid": RIVALS,
    "large": f"SELECT ?claim ?words WHERE {{ ?claim <{VN}paraphrase> ?words }} LIMIT 10000",
}
"""One label; the provenance of one claim; 120 rival figures of an event; 10,000 rows."""
