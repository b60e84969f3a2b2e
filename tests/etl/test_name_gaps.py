"""Names that no table knows are listed with their places."""

from __future__ import annotations

from pathlib import Path

from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.world.name_gaps import list_unknown_names
from voetnoot_etl.world.tables import read_world


def test_a_name_that_no_table_knows_is_listed_with_its_offset(root: Path) -> None:
    curated = root / "etl" / "curated"
    text = " In Armenië sprak Quirinus Zevenbergen over de weg naar Goris in het zuiden."
    readings = {"haven-2021": read_text(text, Publishers({}, {}, {}))}
    lines = list(list_unknown_names(readings, read_world(curated), curated))
    assert lines == [("haven-2021", f"Quirinus Zevenbergen at {text.index('Quirinus')}")]
