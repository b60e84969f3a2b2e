"""The catalogue: what a file of a saved query must be, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_server.catalogue import read_catalogue, read_query
from voetnoot_server.errors import CatalogueError

HEADER = """#+ summary: What is there?
#+ summary_nl: Wat is er?
#+ tags: [all, things]
"""
PARAMETERS = """#+ params:
#+   thing: {type: iri, required: true, example: "event/x", class: "vn:Event", description: The thing.}
#+   from: {type: date, required: false}
"""
QUERY = "SELECT ?b ?a { ?_thing_iri ?a ?b FILTER(!BOUND(?__from_date) || ?b > ?__from_date) }\n"


def written(folder: Path, text: str, name: str = "what-is-there.rq") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_query_is_read_with_its_words_parameters_and_columns(tmp_path: Path) -> None:
    written(tmp_path, HEADER + PARAMETERS + QUERY)
    query = read_catalogue(tmp_path)["what-is-there"]
    assert (query.summary, query.summary_nl, query.tags) == (
        "What is there?",
        "Wat is er?",
        ("all", "things"),
    )
    assert [(p.name, p.kind, p.required) for p in query.parameters] == [
        ("thing", "iri", True),
        ("from", "date", False),
    ]
    assert query.parameters[0].classes == ("vn:Event",)
    assert query.columns == ("b", "a")
    assert query.example == {"thing": "event/x"}
    assert query.needs_values
    assert query.sparql == QUERY


@pytest.mark.parametrize(
    ("text", "form"),
    [("ASK {}", "ask"), ("CONSTRUCT WHERE { ?s ?p ?o }", "graph"), ("DESCRIBE <a:b>", "graph")],
)
def test_other_forms_are_told_apart(tmp_path: Path, text: str, form: str) -> None:
    query = read_query(written(tmp_path, HEADER + text))
    assert (query.form, query.columns) == (form, ())


FAULTS = {
    "no header": (QUERY, "what-is-there.rq:1: there is no header"),
    "not YAML": (
        "#+ summary: What\n#+ tags: [a\n#+ x: ]]\nASK {}",
        "what-is-there.rq:3: the header is not YAML",
    ),
    "a list": ("#+ - a\nASK {}", "rq:1: the header is not a list of keys"),
    "an unknown key": ("#+ sumary: What\nASK {}", "rq:1: the header has no place for sumary"),
    "no Dutch": ("#+ summary: What\n#+ tags: [a]\nASK {}", "rq:1: the header has no summary_nl"),
    "no tags": ("#+ summary: a\n#+ summary_nl: b\nASK {}", "rq:1: tags is not a list of words"),
    "a torn header": (HEADER + "ASK {}\n#+ description: x\n", "rq:1: the lines of the header do not follow"),
    "a parameter declared in vain": (
        HEADER + "#+ params:\n#+   x: {type: iri}\nASK {}",
        "rq:5: the parameter x is declared and does not stand in the query",
    ),
    "a parameter not declared": (HEADER + "ASK\n{ ?s ?p ?_x_iri }", r"rq:5: \?_x_iri is not declared"),
    "a parameter only in a string": (
        HEADER + '#+ params:\n#+   x: {}\nASK { ?s ?p "?_x" }',
        "rq:5: the parameter x",
    ),
    "another type": (
        HEADER + "#+ params:\n#+   x: {type: date}\nASK { ?s ?p ?_x_iri }",
        r"rq:5: \?_x_iri is of type iri by its name",
    ),
    "another need": (
        HEADER + "#+ params:\n#+   x: {required: false}\nASK { ?s ?p ?_x_iri }",
        "rq:5: .* says by its name whether it is required",
    ),
    "an unknown property": (
        HEADER + "#+ params:\n#+   x: {tipe: iri}\nASK { ?s ?p ?_x }",
        "rq:5: x has no property 'tipe'",
    ),
    "an example of no use": (
        HEADER + "#+ params:\n#+   x: {example: soon}\nASK { ?s ?p ?_x_date }",
        "rq:5: The parameter x was given 'soon'; it wants a date",
    ),
    "a reserved name": (
        HEADER + "#+ params:\n#+   lang: {}\nASK { ?s ?p ?_lang }",
        "rq:5: lang is an argument of every page",
    ),
    "no SPARQL": (HEADER + "SELECT ?a\n{ ?a }", "rq:5: the query does not parse at column"),
    "no prefix": (HEADER + "ASK { ?s a vn:Claim }", "rq:4: .* a prefix is not declared"),
    "a parameter where no term can stand": (
        HEADER + "#+ params:\n#+   x: {}\nSELECT ?_x { ?s ?p ?_x }",
        "rq:6: the query does not parse",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, fault: str) -> None:
    text, message = FAULTS[fault]
    with pytest.raises(CatalogueError, match=message):
        read_query(written(tmp_path, text))


@pytest.mark.parametrize("name", ["What.rq", "a_b.rq", "a--b.rq", "a b.rq"])
def test_a_name_is_of_lower_case_words_joined_by_hyphens(tmp_path: Path, name: str) -> None:
    with pytest.raises(CatalogueError, match="lower-case words"):
        read_query(written(tmp_path, HEADER + "ASK {}", name))
