"""Claims that stand in the words of explanatory notes: their trace, and where a document's page shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from voetnoot_server import create_app
from voetnoot_server.cli import main
from voetnoot_server.services import services_of
from voetnoot_server.settings import Settings
from voetnoot_server.steps import Step
from voetnoot_server.store import Reader
from voetnoot_server.trace import find, trace


@pytest.fixture(scope="module")
def explained(written: Callable[[Path, str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build with a comment, and with a note that comments and cites."""
    return written(tmp_path_factory.mktemp("explained"), "explained.trig")


@pytest.fixture(scope="module")
def reading_room(
    explained: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FlaskClient]:
    """Return a client of the application over that build."""
    queries = tmp_path_factory.mktemp("no-queries")
    made = create_app(Settings(store=explained, queries=queries, ontology=root / "ontology"))
    yield made.test_client()
    services_of(made).pool.close()


def traced(build: Path, name: str) -> Step:
    return trace(find(Reader(build), name, "https://w3id.org/voetnoot/"))


def test_a_claim_in_a_comment_leads_to_the_words_of_the_note(explained: Path) -> None:
    step = traced(explained, "claim/paper-note-3-1")
    (note,) = step.steps
    assert (note.kind, note.title) == ("footnote", "the words of note 3")
    assert dict(note.details) == {
        "document": "A paper",
        "marked in": "sentence 7",
        "kind": "comment",
        "page": "3 (computed)",
        "characters": "90-120",
        "file": "sha256 00ff",
    }
    assert note.quote is not None
    assert note.quote.value == "De brug is oud."


def test_a_comment_that_cites_nothing_says_so(explained: Path) -> None:
    step = traced(explained, "claim/paper-note-3-1")
    assert [gap for each in step.walk() for gap in each.missing] == ["the note cites nothing"]
    assert "note" not in dict(step.details)


def test_a_claim_in_a_note_that_also_cites_goes_on_to_the_publication(explained: Path) -> None:
    step = traced(explained, "claim/paper-note-4-1")
    kinds = [each.kind for each in step.walk()]
    assert kinds == ["claim", "footnote", "citation", "publication", "url"]
    assert not any(each.missing for each in step.walk())


def test_the_command_prints_the_note_for_the_sentence(
    explained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trace", "--store", str(explained), "paper-note-3-1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "claim  The bridge is old."
    assert "└─ footnote  the words of note 3" in lines
    assert "      ! the note cites nothing" in lines


def test_a_document_shows_the_claims_of_a_note_under_it(reading_room: FlaskClient) -> None:
    note = reading_room.get("/documents/paper").text.split('<li id="n3">')[1].split('<li id="n4">')[0]
    assert '<a href="/id/claim/paper-note-3-1" lang="en">The bridge is old.</a>' in note
    assert "The mill is new." not in note


def test_a_note_that_says_something_and_cites_shows_both(reading_room: FlaskClient) -> None:
    note = reading_room.get("/documents/paper").text.split('<li id="n4">')[1]
    assert '<span lang="nl">De molen is nieuw, zie Centre, 28/09/2022, url</span>' in note
    assert '<a href="/id/citation/paper-4-1">Centre, 28/09/2022, url</a>' in note


def test_the_page_of_the_claim_shows_the_chain(reading_room: FlaskClient) -> None:
    page = reading_room.get("/id/claim/paper-note-4-1", headers={"Accept": "text/html"}).text
    assert "the words of note 4" in page
    assert "https://example.org/one" in page
