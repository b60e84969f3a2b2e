"""The shapes of queries that are compared, over the graph of `generator.py`."""

from __future__ import annotations

from generator import BIRO, DCT, ID, QB, SCHEMA, SKOS, VN

_PREFIXES = f"""PREFIX vn: <{VN}> PREFIX dct: <{DCT}> PREFIX biro: <{BIRO}> PREFIX schema: <{SCHEMA}>
PREFIX skos: <{SKOS}> PREFIX qb: <{QB}> PREFIX claim: <{ID}claim/> PREFIX event: <{ID}event/>
"""
SHAPES = {
    "tiny": "SELECT ?label WHERE { event:e-7 skos:prefLabel ?label }",
    "chain": """SELECT ?sentence ?number ?publication ?url WHERE {
        claim:c-1711 vn:sentence ?sentence ; vn:footnote ?footnote . ?footnote vn:number ?number .
        ?citation dct:isPartOf ?footnote ; biro:references ?publication . ?publication schema:url ?url }""",
    "rivals": """SELECT ?outcome ?speaker (COUNT(?claim) AS ?claims) (MIN(?stated) AS ?least) (MAX(?stated) AS ?most)
        WHERE { ?claim vn:event event:e-7 ; a vn:FigureClaim ; vn:saidBy ?speaker ; vn:outcome ?outcome ;
            vn:stated ?stated ; vn:footnote ?footnote . ?footnote vn:number ?number }
        GROUP BY ?outcome ?speaker ORDER BY ?outcome ?speaker""",
    "10k rows": "SELECT ?row ?property ?value WHERE { ?row a qb:Observation ; ?property ?value } LIMIT 10000",
}
"""One label; the provenance of one claim; the rival figures of an event, gathered; a large answer."""

QUERIES = {name: _PREFIXES + query for name, query in SHAPES.items()}
