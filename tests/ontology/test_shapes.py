from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph
from rdflib.namespace import SH

from voetnoot_etl.checks.bridge import read_turtle
from voetnoot_etl.checks.shapes import breaks, check_shapes
from voetnoot_etl.errors import CheckError
from voetnoot_etl.iris import BASE

TABLE = Path(__file__).with_name("shape-breaks.tsv")
CASES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


def update(edit: str) -> str:
    """`drop` a property, `put` another value in its place, `add` or `delete` triples."""
    verb, rest = re.sub(r"kind:([a-z-]+/[a-z-]+)", rf"<{BASE}kind/\1>", edit).split(" ", 1)
    node, path, *_ = rest.split(" ", 2)
    drop = f"DELETE WHERE {{ {node} {path} ?old }} ;"
    return {
        "add": f"INSERT DATA {{ {rest} }}",
        "delete": f"DELETE DATA {{ {rest} }}",
        "drop": drop,
        "put": f"{drop} INSERT DATA {{ {rest} }}",
    }[verb]


def schemes(ontology: Path) -> Iterator[tuple[str, str]]:
    """Yield (property, message) of each shape that asks for a concept of one scheme."""
    shapes = read_turtle([ontology / "shapes.ttl"])
    for shape, path in shapes.subject_objects(SH.targetObjectsOf):
        for message in shapes.objects(shapes.value(shape, SH.property), SH.message):
            if "a key of kind/" in str(message):
                yield path.n3(), str(message)


def test_a_graph_with_one_of_each_thing_breaks_no_shape(valid: Graph, ontology: Path) -> None:
    assert breaks(valid, ontology) == ()


def test_the_kinds_break_no_shape(ontology: Path) -> None:
    assert breaks(read_turtle([ontology / "kinds.ttl"]), ontology) == ()


@pytest.mark.parametrize(("message", "edit"), CASES, ids=[edit for _, edit in CASES])
def test_an_edit_breaks_its_shape(
    message: str, edit: str, messages_after: Callable[[str], list[str]]
) -> None:
    assert message in messages_after(update(edit))


def test_a_concept_of_another_scheme_breaks_the_shape_of_each_property(
    messages_after: Callable[[str], list[str]], ontology: Path
) -> None:
    asked = dict(schemes(ontology))
    wrong = "".join(f"id:thing {path} <https://example.org/wrong> ." for path in asked)
    assert set(asked.values()) <= set(messages_after(f"INSERT DATA {{ {wrong} }}"))


def test_every_message_of_the_shapes_has_an_edit_that_brings_it(ontology: Path) -> None:
    asked = {str(message) for message in read_turtle([ontology / "shapes.ttl"]).objects(None, SH.message)}
    assert asked - {message for _, message in schemes(ontology)} == {message for message, _ in CASES}


def test_the_table_of_edits_is_sorted_by_message() -> None:
    messages = [message.casefold() for message, _ in CASES]
    assert messages == sorted(messages)


def test_the_shapes_are_shacl(ontology: Path) -> None:
    shapes = read_turtle([ontology / "shapes.ttl"])
    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)[0]


def test_a_break_names_node_path_and_value(tmp_path: Path, ontology: Path) -> None:
    valid = Path(__file__).with_name("valid.ttl").read_text(encoding="utf-8")
    (tmp_path / "broken.ttl").write_text(valid.replace("vn:position 1 ; vn:page", "vn:position -4 ; vn:page"))
    with pytest.raises(CheckError) as fault:
        check_shapes(tmp_path, ontology)
    line = 'id/sentence> vn:position "-4"^^xsd:integer - needs one position, counted from 1'
    assert line in str(fault.value)


def test_a_folder_of_valid_turtle_tells_its_size(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "valid.ttl").write_bytes(Path(__file__).with_name("valid.ttl").read_bytes())
    assert check_shapes(tmp_path, ontology) == len(read_turtle([tmp_path / "valid.ttl"]))


def test_a_file_that_is_not_turtle_is_named(tmp_path: Path, ontology: Path) -> None:
    (tmp_path / "broken.ttl").write_text("not turtle")
    with pytest.raises(CheckError, match=r"broken\.ttl"):
        check_shapes(tmp_path, ontology)
