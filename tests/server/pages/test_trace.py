"""The trace of a claim: every link that is there, every gap by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_server.cli import main
from voetnoot_server.errors import NotFoundError
from voetnoot_server.steps import Step
from voetnoot_server.store import Reader
from voetnoot_server.trace import find, trace, traceable
from voetnoot_server.trace_tree import tree

BASE = "https://w3id.org/voetnoot/"


def traced(reader: Reader, name: str) -> Step:
    return trace(find(reader, name, BASE))


def gaps(step: Step) -> list[str]:
    return [gap for each in step.walk() for gap in each.missing]


def test_a_whole_chain_goes_from_the_claim_to_url_and_archive(reader: Reader) -> None:
    kinds = [step.kind for step in traced(reader, "claim/full").walk()]
    assert kinds == [
        *("claim", "reported", "reported", "sentence", "footnote"),
        *("citation", "publication", "url", "archive", "citation", "publication", "check"),
    ]


def test_the_claim_says_who_says_it_and_how_much(reader: Reader) -> None:
    step = traced(reader, "claim/full")
    assert step.title == "More than 200 died."
    assert dict(step.details) == {
        "said by": "Author",
        "modality": "asserts",
        "figure": "more than 200 person killed, lower 201",
        "reading": "reviewed",
    }


def test_the_chain_of_speakers_is_nested(reader: Reader) -> None:
    first = traced(reader, "claim/full").steps[0]
    assert (first.title, first.steps[0].title) == ("Centre asserts", "Ministry accuses")


def test_the_sentence_has_its_document_page_offsets_and_file(reader: Reader) -> None:
    sentence = next(step for step in traced(reader, "claim/full").walk() if step.kind == "sentence")
    assert sentence.title == "sentence 7"
    assert dict(sentence.details) == {
        "document": "A paper",
        "page": "3 (computed)",
        "characters": "90-120, 300-310",
        "file": "sha256 00ff",
    }


def test_the_sentence_is_quoted_where_its_text_is_held(reader: Reader) -> None:
    sentence = next(step for step in traced(reader, "claim/full").walk() if step.kind == "sentence")
    assert sentence.quote is not None
    assert (sentence.quote.value, sentence.quote.language) == ("Woord voor woord.", "nl")


def test_an_ambiguous_url_is_named(reader: Reader) -> None:
    assert gaps(traced(reader, "citation/paper-1-2")) == [
        "no URL: several at the page foot could be meant",
        "no URL is known",
    ]


def test_a_lost_note_and_note_scope_are_named(reader: Reader) -> None:
    step = traced(reader, "claim/scope")
    assert dict(step.details)["note"] == "by scope only: since last marker"
    assert "the text of this note is lost" in gaps(step)


def test_a_claim_without_a_note_and_without_a_sentence_says_so(reader: Reader) -> None:
    assert gaps(traced(reader, "claim/bare")) == [
        "no note: neither in the sentence nor by scope",
        "the sentence is not known",
    ]


@pytest.mark.parametrize(
    "given", ["full", "claim/full", f"{BASE}id/claim/full", "paper-1", "paper-1-1", "footnote/paper-1"]
)
def test_a_thing_is_found_by_iri_path_or_key(reader: Reader, given: str) -> None:
    assert traceable(find(reader, given, BASE))


@pytest.mark.parametrize("given", ["claim/none", "actor/author", "no iri", "a b:c", "", "urn:x\u0000"])
def test_what_has_no_chain_is_told(reader: Reader, given: str) -> None:
    with pytest.raises(NotFoundError):
        find(reader, given, BASE)


def test_an_unknown_thing_is_told(reader: Reader) -> None:
    with pytest.raises(NotFoundError, match="There is no chain for 'claim/none'"):
        find(reader, "claim/none", BASE)


def test_the_tree_shows_every_step_and_gap(reader: Reader) -> None:
    lines = list(tree(traced(reader, "claim/full")))
    assert lines[0] == "claim  More than 200 died."
    assert any(line.endswith("url  https://example.org/one") for line in lines)
    assert any("! no URL: several at the page foot could be meant" in line for line in lines)
    assert sum("─ " in line for line in lines) == 11


def test_the_command_prints_the_tree(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "--store", str(sample), "citation/paper-1-1"]) == 0
    assert capsys.readouterr().out.startswith("citation  Centre, 28/09/2022, url\n")


def test_the_command_tells_what_it_does_not_know(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "--store", str(sample), "nothing"]) == 1
    assert "There is no chain for 'nothing'" in capsys.readouterr().err
