"""What the query engine can do, in the words of the SPARQL Service Description."""

from __future__ import annotations

from voetnoot_server.settings import MEGA, Settings

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_GEO = "http://www.opengis.net/def/function/geosparql/"

FEATURES = (f"{SD}UnionDefaultGraph",)
DATA_FORMATS = tuple(
    _FORMATS + name
    for name in (
        *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
        *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"),
    )
)
_RELATIONS = {
    "sf": ("Contains", "Crosses", "Disjoint", "Equals", "Intersects", "Overlaps", "Touches", "Within"),
    "eh": ("Contains", "Covers", "CoveredBy", "Disjoint", "Equals", "Inside", "Meet", "Overlap"),
    "rcc8": ("dc", "ec", "eq", "ntpp", "ntppi", "po", "tpp", "tppi"),
}
_SHAPES = (
    *(
        "area",
        "asGeoJSON",
        "centroid",
        "convexHull",
        "coordinateDimension",
        "difference",
        "dimension",
        "distance",
    ),
    *("envelope", "getSRID", "intersection", "isEmpty", "isSimple", "length", "perimeter", "relate"),
    *("spatialDimension", "symDifference", "union"),
)
FUNCTIONS = tuple(
    _GEO + name
    for name in (*_SHAPES, *(family + relation for family, names in _RELATIONS.items() for relation in names))
)
"""The GeoSPARQL functions that the engine has; a test asks it for each of them."""


def languages(settings: Settings) -> tuple[str, ...]:
    """Return the languages that the server takes."""
    query, update = f"{SD}SPARQL11Query", f"{SD}SPARQL11Update"
    return (query, update) if settings.writable else (query,)


def limits(settings: Settings) -> str:
    """Return the limits in a few sentences."""
    off = "SERVICE is" if settings.writable else "Updates and SERVICE are"
    return (
        f"A query may have {settings.query_bytes} bytes and work for {settings.query_seconds:g} seconds; an answer may "
        f"have {settings.result_rows} rows and {settings.result_bytes // MEGA} MB; {settings.concurrent_queries} "
        f"queries work at the same time and {settings.queued_queries} wait. A query over a limit is answered with an "
        f"error status, never with a part of its answer. {off} switched off."
    )
