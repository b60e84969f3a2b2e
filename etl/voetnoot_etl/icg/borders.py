"""ICG's borders file: GeoJSON features as WKT, in longitude and latitude (WGS 84), to a decimetre.

The file gives no dates: the time for which its zones and lines hold is that of the data set as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from voetnoot_etl.curated import Row, read_table
from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.table_model import Border
from voetnoot_etl.manifest import Source

NAMES = "icg-borders.tsv"
DECIMALS = 6

_DEPTH = {"MultiLineString": 2, "MultiPolygon": 3}
"""Geometry type → how deep its positions lie."""

_CLOSED = {"MultiPolygon"}
_LONGITUDE, _LATITUDE = 180, 90
_SHORTEST_RING = 4


def read_borders(source: Source, path: Path, curated: Path) -> tuple[Border, ...]:
    """Read the zones and lines; a file, feature or position that cannot be taken is a `TableError`."""
    features = _features(path)
    kinds = {row["name"]: row for row in read_table(curated / NAMES, ("name", "kind", "en", "nl"))}
    borders = tuple(
        _border(source, feature, kinds, f"{path.name}, feature {n}") for n, feature in enumerate(features, 1)
    )
    if len(borders) != source.expected.get("rows", len(borders)):
        raise TableError(f"rows is {len(borders)}, not {source.expected['rows']}", place=path.name)
    if len({border.number for border in borders}) != len(borders):
        raise TableError("two features have the same id", place=path.name)
    return tuple(sorted(borders, key=lambda border: border.number))


def wkt(kind: str, coordinates: object, place: str) -> str:
    """Return a multi-line or multi-polygon as WKT; a height is left out, an open ring refused."""
    if kind not in _DEPTH:
        raise TableError(f"the geometry is a {kind!r}, not one of {', '.join(sorted(_DEPTH))}", place=place)
    return f"{kind.upper()} {_nested(coordinates, _DEPTH[kind], kind in _CLOSED, place)}"


def _features(path: Path) -> list[object]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TableError(f"this is not GeoJSON ({error})", place=path.name) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list):
        raise TableError("this is not GeoJSON (a collection of features)", place=path.name)
    return features


def _border(source: Source, feature: object, kinds: dict[str, Row], place: str) -> Border:
    try:
        properties, geometry = feature["properties"], feature["geometry"]  # type: ignore[index]
        number, name = int(properties["id"]), str(properties["name_eng"])
        shape = wkt(str(geometry["type"]), geometry["coordinates"], place)
    except (KeyError, TypeError, ValueError) as error:
        raise TableError(f"the feature is not as expected ({error!r})", place=place) from error
    if name not in kinds:
        raise TableError(f"{name!r} is not a known zone or line", place=place)
    row = kinds[name]
    validity = f"{source.coverage['start']}/{source.coverage['end']}"
    return Border(source.id, number, name, row["kind"], row["en"], row["nl"], shape, validity)


def _nested(coordinates: object, depth: int, closed: bool, place: str) -> str:
    if not isinstance(coordinates, list) or not coordinates:
        raise TableError("a line or ring has no positions", place=place)
    if depth > 1:
        inner = (_nested(part, depth - 1, closed, place) for part in coordinates)
        return f"({', '.join(inner)})"
    positions = list(_positions(coordinates, place))
    if closed and (len(positions) < _SHORTEST_RING or positions[0] != positions[-1]):
        raise TableError("a ring is not closed", place=place)
    return f"({', '.join(positions)})"


def _positions(coordinates: list[object], place: str) -> Iterator[str]:
    for position in coordinates:
        if not _is_position(position):
            raise TableError(f"{position!r} is not a position", place=place)
        longitude, latitude = position[:2]
        if abs(longitude) > _LONGITUDE or abs(latitude) > _LATITUDE:
            raise TableError(f"{position!r} is not on the earth", place=place)
        yield f"{_number(longitude)} {_number(latitude)}"


def _is_position(position: object) -> TypeGuard[list[float]]:
    if not isinstance(position, list) or len(position) not in (2, 3):
        return False
    return all(isinstance(number, int | float) for number in position)


def _number(value: float) -> str:
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
