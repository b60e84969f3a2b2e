from __future__ import annotations

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from voetnoot_server.rowcount import row_count

FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
VALUES = ["UNDEF UNDEF", "'}},{\"' <urn:a>", "'a\\r\\nb' 'c\"d'", "1 UNDEF", "'x:' '</result>'", "UNDEF ','"]


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("rows", [[], VALUES[:1], VALUES[1:2], VALUES, VALUES[1:] * 40, VALUES[:1] * 9])
def test_rows_are_counted_however_the_bytes_are_cut(key: str, size: int, rows: list[str]) -> None:
    listed = " ".join(f"({row})" for row in rows)
    results = Store().query(f"SELECT ?a ?b WHERE {{ VALUES (?a ?b) {{ {listed} }} }}")
    assert isinstance(results, QuerySolutions)
    written = results.serialize(format=FORMATS[key])
    assert written is not None
    counter = row_count(key)
    head = written.find(b'"bindings":[') + 14  # an evaluator gathers more than the head before it counts
    counter.add(written[:head])
    for start in range(head, len(written), size):
        counter.add(written[start : start + size])
    assert counter.add(b"") == len(rows)


def test_a_boolean_has_no_rows() -> None:
    assert row_count("json").add(b'{"head":{},"boolean":true}') == 0
