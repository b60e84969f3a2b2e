from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from voetnoot_server.errors import StoreError
from voetnoot_server.store import Literal, NamedNode, Reader

ID = "https://w3id.org/voetnoot/id/"
GRAPH = "https://w3id.org/voetnoot/graph/"
VN = "https://w3id.org/voetnoot/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = f"SELECT ?label ?event WHERE {{ ?event <{SKOS}prefLabel> ?label }} ORDER BY ?label"


def test_a_select_gives_rows_by_variable_name(built: Path) -> None:
    found = Reader(built).select(LABELS, {"event": NamedNode(f"{ID}event/e-3")})
    assert [row["label"] for row in found] == [
        Literal("Clash 3", language="en"),
        Literal("Gevecht 3", language="nl"),
    ]


def test_an_unbound_variable_is_absent_from_its_row(built: Path) -> None:
    found = Reader(built).select("SELECT ?a ?b WHERE { BIND(1 AS ?a) }")
    assert [sorted(row) for row in found] == [["a"]]
    assert set(found.variables) == {"a", "b"}


def test_a_nonsense_value_gives_no_rows(built: Path) -> None:
    assert len(Reader(built).select(LABELS, {"event": NamedNode("urn:nothing")})) == 0


def test_the_default_graph_is_the_union_of_all_graphs(built: Path) -> None:
    assert Reader(built).ask(f"ASK {{ ?claim a <{VN}FigureClaim> . ?event a <{VN}Event> }}")


def test_a_construct_gives_triples(built: Path) -> None:
    assert (
        len(Reader(built).construct(f"CONSTRUCT {{ ?s a ?t }} WHERE {{ GRAPH <{GRAPH}core> {{ ?s a ?t }} }}"))
        == 10
    )


@pytest.mark.parametrize("method", ["ask", "construct"])
def test_a_query_of_another_form_is_refused(built: Path, method: str) -> None:
    with pytest.raises(TypeError, match="this query is"):
        getattr(Reader(built), method)(LABELS)


def test_a_swapped_link_is_followed(tmp_path: Path, new_build: Callable[..., Path]) -> None:
    reader = Reader(new_build(tmp_path, "a", claims=5))
    assert (reader.version, len(reader.select(f"SELECT ?c {{ ?c a <{VN}FigureClaim> }}"))) == ("a", 5)
    new_build(tmp_path, "b", claims=6)
    assert (reader.version, len(reader.select(f"SELECT ?c {{ ?c a <{VN}FigureClaim> }}"))) == ("b", 6)


def test_an_absent_build_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make store"):
        Reader(tmp_path / "current").select(LABELS)


def test_a_build_file_that_is_not_json_names_itself(tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text("[]", encoding="utf-8")
    with pytest.raises(StoreError, match=r"build\.json"):
        _ = Reader(tmp_path).version


def test_the_build_knows_its_graphs_and_counts(built: Path) -> None:
    build = Reader(built).build
    assert build.graphs[f"{GRAPH}core"] == 30
    assert build.quads == 400 * 4 + 30
    assert build.counts["documents"] == 2
    assert build.sources_absent == ("icg",)
