"""Where ICG's segments lie: a line through the towns they are named for, which is only roughly right.

ICG publishes no positions for them. A segment that no town names gets none, and the one that stands for an
event lies nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal

from voetnoot_etl import iris, rdf
from voetnoot_etl.curated import read_table
from voetnoot_etl.icg.borders_rdf import WKT
from voetnoot_etl.icg.table_model import Segment
from voetnoot_etl.rdf import Graph, type_
from voetnoot_etl.terms import DCT, GEO, SKOS, VN
from voetnoot_etl.world.tables import GAZETTEER

METHOD = (
    ("Line through the towns that the segment is named for; its publisher gives no position.", "en"),
    ("Lijn door de plaatsen waarnaar het segment genoemd is; de uitgever geeft geen ligging.", "nl"),
)


def read_points(curated: Path) -> dict[str, str]:
    """Return "longitude latitude" of each place in the gazetteer that has a point."""
    return {
        row["place"]: f"{row['longitude']} {row['latitude']}"
        for row in read_table(curated / "gazetteer.tsv", GAZETTEER)
        if row["longitude"]
    }


def add_positions(graph: Graph, segments: Iterable[Segment], points: dict[str, str]) -> None:
    """Add a line, or for one town a point, to each segment whose towns are all in the gazetteer."""
    for segment in segments:
        if segment.towns and all(town in points for town in segment.towns):
            geometry = graph.add(
                iris.thing("geometry", segment.key),
                (type_, GEO.Geometry),
                (GEO.asWKT, Literal(_wkt([points[town] for town in segment.towns]), datatype=WKT)),
                (VN.approximate, rdf.boolean(value=True)),
                *((DCT.source, iris.thing("geometry", town)) for town in segment.towns),
                *((SKOS.note, rdf.text(words, language)) for words, language in METHOD),
            )
            graph.add(iris.thing("place", segment.key), (GEO.hasGeometry, geometry))


def _wkt(points: list[str]) -> str:
    return f"LINESTRING({', '.join(points)})" if len(points) > 1 else f"POINT({points[0]})"
