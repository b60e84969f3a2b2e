"""Queries for readers without SPARQL: answers worked out by hand from the documents and from ICG's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from voetnoot_server.bindings import bind
from voetnoot_server.catalogue import SavedQuery
from voetnoot_server.parameters import terms_of

Rows = list[tuple[str | None, ...]]
Told = Callable[..., Rows]
Words = Callable[..., set[tuple[str, ...]]]
BASE = "https://w3id.org/voetnoot/"
EVENT = "event/fighting-september-2022"
REPORT, LETTER, QUESTION, TABLE = (
    "cedoca-2023-12-05",
    "dutch-letter-2022",
    "flemish-question-2022",
    "icg-casualties",
)
ICG, GOVERNMENT = "International Crisis Group", "Government of Armenia"
ARMENIAN, AZERBAIJANI, BOTH = "Armenian side", "Azerbaijani side", "both sides or unsaid"


@pytest.fixture(scope="module")
def words(oxigraph: Store, root: Path, catalogue: Mapping[str, SavedQuery]) -> Words:
    """Return what asks for the figures in words, with the labels of all kinds at hand."""
    store = Store()
    store.extend(oxigraph)
    kinds = root / "ontology" / "kinds.ttl"
    store.load(path=kinds, format=RdfFormat.TURTLE, to_graph=NamedNode(f"{BASE}graph/kinds"))

    def ask(**given: str) -> set[tuple[str, ...]]:
        query = catalogue["figures-in-words"]
        text = bind(query.text, terms_of(query.parameters, given, BASE))
        found = store.query(text, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        columns = ("side", "who", "outcome", "number", "according_to", "stated_in")
        return {tuple(str(row[column].value) for column in columns) for row in found}

    return ask


def test_the_killed_of_the_fighting_in_september_2022(words: Words) -> None:
    soldiers, civilians = ("combatant", "killed"), ("non-combatant", "killed")
    assert words(event=EVENT, outcome="kind/outcome/killed") == {
        (ARMENIAN, *soldiers, "> 200", "Cedoca", REPORT),
        (ARMENIAN, *soldiers, "≥ 207", ICG, REPORT),
        (ARMENIAN, *soldiers, "207", ARMENIAN, LETTER),
        (ARMENIAN, *soldiers, "202", ICG, TABLE),
        (ARMENIAN, *civilians, "several", ARMENIAN, LETTER),
        (ARMENIAN, *civilians, "5", ICG, TABLE),
        (AZERBAIJANI, *soldiers, "80", ICG, REPORT),
        (AZERBAIJANI, *soldiers, "80", AZERBAIJANI, LETTER),
        (AZERBAIJANI, *soldiers, "80", "Azerbaijan", QUESTION),
        (AZERBAIJANI, *soldiers, "88", ICG, TABLE),
        (BOTH, *soldiers, "< 300", "Cedoca", REPORT),
        (BOTH, *civilians, "3", "Cedoca", REPORT),
    }


def test_people_killed_or_missing_and_harmed_in_one_word_are_told_apart_from_the_killed(words: Words) -> None:
    found = words(event=EVENT)
    assert {row for row in found if row[2] == "killed or missing"} == {
        (ARMENIAN, "combatant", "killed or missing", "202", GOVERNMENT, QUESTION),
        (ARMENIAN, "non-combatant", "killed or missing", "5", GOVERNMENT, QUESTION),
    }
    assert {row for row in found if row[2] == "killed or wounded"} == {
        (BOTH, "people", "killed or wounded", "≈ 800", ICG, REPORT)
    }


def test_a_number_between_two_is_written_with_both(words: Words) -> None:
    assert (BOTH, "village", "", "20–40", "Cedoca", REPORT) in words(event=EVENT)


AID = "aghdam-agreement-2023-09-09"


def test_what_was_agreed_on_aid_by_way_of_aghdam_and_what_came_of_it(told: Told) -> None:
    columns = "provision obliges verdict said_by document note text_status"
    found = told("provisions-and-reports", columns, agreement=f"agreement/{AID}")
    reported = ("cedoca", REPORT, "60", "lost")
    assert set(found) == {
        (f"{AID}-aghdam-aid", "nagorno-karabakh-de-facto-authorities", "complied", *reported),
        (f"{AID}-escort", "russian-peacekeepers", None, None, None, None, None),
        (f"{AID}-lachin-reopening", "azerbaijan", "breached", *reported),
        (f"{AID}-lachin-reopening", "azerbaijan", "partial", *reported),
    }


def test_reports_on_the_statement_of_2020_rest_on_notes_or_on_none(told: Told) -> None:
    columns = "provision verdict according_to note"
    found = set(told("provisions-and-reports", columns, agreement="agreement/statement-2020-11-10"))
    handed_over = {("aghdam", "13"), ("kalbajar", "13"), ("lachin", "13")}
    assert {
        (f"statement-2020-11-10-{place}", "complied", "cedoca", note) for place, note in handed_over
    } <= found
    assert ("statement-2020-11-10-lachin-open", "breached", "cedoca", "53") in found
    assert ("statement-2020-11-10-troop-withdrawal", "breached", "azerbaijan", "30") in found
    assert ("statement-2020-11-10-population", None, None, None) in found
