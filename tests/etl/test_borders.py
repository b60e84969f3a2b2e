from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from voetnoot_etl.errors import TableError
from voetnoot_etl.icg.borders import read_borders, wkt
from voetnoot_etl.icg.borders_rdf import borders_graph
from voetnoot_etl.icg.table_model import Border
from voetnoot_etl.icg.tables import read_table_source
from voetnoot_etl.manifest import Source, read_manifest

RING = [[46.0, 39.0], [47.0, 39.0], [47.0, 40.1234567], [46.0, 39.0]]
LINE = {"type": "MultiLineString", "coordinates": [[[46.0, 39.5, 0], [47.25, 39.5, 0]]]}


@pytest.fixture
def source(root: Path) -> Source:
    return replace(read_manifest(root / "etl/sources/icg-borders.toml"), expected={})


def feature(geometry: object = None, *, number: int = 1, name: str = "Front line") -> dict[str, object]:
    return {"type": "Feature", "properties": {"id": number, "name_eng": name}, "geometry": geometry or LINE}


def read(source: Source, folder: Path, curated: Path, *features: object) -> tuple[Border, ...]:
    path = folder / "borders.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return read_borders(source, path, curated)


def test_positions_are_longitude_and_latitude_without_height() -> None:
    assert wkt("MultiLineString", LINE["coordinates"], "x") == "MULTILINESTRING ((46 39.5, 47.25 39.5))"


def test_a_polygon_is_a_closed_ring_to_a_decimetre() -> None:
    assert wkt("MultiPolygon", [[RING]], "x") == "MULTIPOLYGON (((46 39, 47 39, 47 40.123457, 46 39)))"


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        ({"type": "Point", "coordinates": [46, 39]}, "the geometry is a 'Point'"),
        ({"type": "MultiPolygon", "coordinates": [[RING[:-1]]]}, "a ring is not closed"),
        ({"type": "MultiPolygon", "coordinates": []}, "has no positions"),
        ({"type": "MultiLineString", "coordinates": [[[46, 139]]]}, "is not on the earth"),
        ({"type": "MultiLineString", "coordinates": [[["46", "39"]]]}, "is not a position"),
        ({"type": "MultiLineString", "coordinates": [[[46]]]}, "is not a position"),
        ({"type": "MultiLineString"}, "is not as expected"),
    ],
)
def test_a_geometry_that_cannot_be_taken_is_named_with_its_feature(
    source: Source, tmp_path: Path, curated: Path, geometry: object, message: str
) -> None:
    with pytest.raises(TableError, match=message) as caught:
        read(source, tmp_path, curated, feature(), feature(geometry, number=2))
    assert caught.value.place == "borders.geojson, feature 2"


def test_an_unknown_zone_and_a_number_given_twice_are_refused(
    source: Source, tmp_path: Path, curated: Path
) -> None:
    with pytest.raises(TableError, match="'Somewhere' is not a known zone or line"):
        read(source, tmp_path, curated, feature(name="Somewhere"))
    with pytest.raises(TableError, match="two features have the same id"):
        read(source, tmp_path, curated, feature(), feature())


@pytest.mark.parametrize("content", ["{", "[]", '{"features": 3}', "\x00"])
def test_a_file_that_is_not_geojson_is_one_clear_error(
    source: Source, tmp_path: Path, curated: Path, content: str
) -> None:
    path = tmp_path / "borders.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"^borders.geojson: this is not GeoJSON"):
        read_borders(source, path, curated)


def test_the_thirteen_zones_and_lines_hold_for_the_time_of_the_data_set(
    root: Path, sources: Path, curated: Path
) -> None:
    source = read_manifest(root / "etl/sources/icg-borders.toml")
    borders = read_table_source(source, sources, curated).borders
    assert [border.number for border in borders] == list(range(1, 14))
    assert {border.edtf for border in borders} == {"2020-11-10/2023-09-20"}
    graph = borders_graph(source, borders)
    assert len({t.subject for t in graph.triples if "hasGeometry" in str(t.predicate)}) == 13
