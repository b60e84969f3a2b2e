from __future__ import annotations

import time

import pytest

from voetnoot_server import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT  *\n{ ?s ?p ?o } # all of it"),
        ("ASK{}", " ASK{}\n"),
        ("ASK { ?s ?p 'a b' }", "ASK {\t?s ?p 'a b' }"),
    ],
)
def test_blanks_and_comments_do_not_make_another_query(one: str, other: str) -> None:
    assert tokens.read(one).normal_form() == tokens.read(other).normal_form()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ASK { ?s ?p 'a b' }", "ASK { ?s ?p 'a  b' }"),
        ("ASK { ?s ?p 1.5 }", "ASK { ?s ?p 1 .5 }"),
        ('ASK { ?s ?p """a\n# b""" }', 'ASK { ?s ?p """a\n""" }'),
        ("ASK { ?s ?p 'a\n b' }", "ASK { ?s ?p 'a b' }"),
        ('ASK { ?s ?p """a" "b""" }', 'ASK { ?s ?p """a"  "b""" }'),
        ("ASK { <x#y> ?p ?o }", "ASK { <x> ?p ?o }"),
        ("ASK { ?s ?p \\u0020 }", "ASK { ?s ?p \\u0020  }"),
    ],
)
def test_what_differs_in_text_stays_different(one: str, other: str) -> None:
    assert tokens.read(one).normal_form() != tokens.read(other).normal_form()


@pytest.mark.parametrize(
    ("query", "verb"),
    [
        ("PREFIX a: <b> SELECT ?x {}", "SELECT"),
        ("# INSERT\nASK {}", "ASK"),
        ("DESCRIBE <INSERT>", "DESCRIBE"),
        ("insert data {}", "INSERT"),
        ("WITH <a> DELETE {} WHERE {}", "WITH"),
        ("", ""),
        ("?select 'ask'", ""),
    ],
)
def test_the_verb_is_seen_through_comments_strings_and_iris(query: str, verb: str) -> None:
    assert tokens.read(query).verb == verb


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * FROM <g> {}", True),
        ("select * from named <g> {}", True),
        ("SELECT ?from { ?from ex:from 'from', <from> }", False),
    ],
)
def test_a_from_clause_is_told_from_names_and_texts(query: str, *, names: bool) -> None:
    assert tokens.read(query).names_its_dataset is names


def test_only_the_outermost_select_star_counts() -> None:
    assert tokens.read("SELECT DISTINCT * { ?s ?p ?o }").star() is not None
    assert tokens.read("SELECT ?s { SELECT * { ?s ?p ?o } }").star() is None
    assert tokens.read("ASK { SELECT * { ?s ?p ?o } }").star() is None
    assert tokens.read("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").star() is None


def test_queries_that_change_by_themselves_are_known() -> None:
    assert tokens.read("SELECT (NOW() AS ?t) {}").changes_by_itself
    assert not tokens.read("SELECT ?now { ?now ex:rand 'uuid' }").changes_by_itself


@pytest.mark.parametrize(
    ("update", "forgiving"),
    [
        ("CLEAR GRAPH <clear> ; drop all", "CLEAR SILENT GRAPH <clear> ; drop SILENT all"),
        ("CLEAR # CLEAR\n SILENT ALL", "CLEAR # CLEAR\n SILENT ALL"),
        ("INSERT DATA { ?clear ex:clear 'CLEAR ALL' }", "INSERT DATA { ?clear ex:clear 'CLEAR ALL' }"),
        ("CLEAR", "CLEAR"),
    ],
)
def test_emptying_what_is_not_there_is_forgiven(update: str, forgiving: str) -> None:
    assert tokens.read(update).forgiving() == forgiving


def test_the_first_undeclared_prefix_is_found_with_its_place() -> None:
    found = tokens.read("PREFIX a: <x:>\nASK { a:b a:c _:d . ?s b:c 'e:f' }").undeclared()
    assert found is not None
    assert (found.text, found.start) == ("b:c", 38)


@pytest.mark.parametrize(
    "piece",
    [
        *'":<?#1%\\',
        '"',
        "'''\\",
        ":",
        "a.",
        "<",
        "?",
        "#",
        "@a-",
        "1",
        "1.",
        '"a\\',
        "%",
        "a:%",
        '"""' + '"a',
        "a-",
        " \n",
        "\\",
        "''",
    ],
)
def test_reading_takes_time_in_proportion_to_the_length(piece: str) -> None:
    began = time.perf_counter()
    wording = tokens.read(piece * (60_000 // len(piece)))
    wording.normal_form()
    wording.undeclared()
    wording.prefixes()
    wording.star()
    assert time.perf_counter() - began < 2
