"""Claims that stand in explanatory notes: what a note says itself, whose voice it is, what it rests on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from voetnoot_etl import iris
from voetnoot_etl.anchors import FileText
from voetnoot_etl.claims.claim_rdf import add_claims
from voetnoot_etl.claims.model import Claim, Home, in_note
from voetnoot_etl.claims.note_claims import propose_all
from voetnoot_etl.claims.note_comments import note_at, read_comments
from voetnoot_etl.claims.review import document_claims, proposal_listing, review_listing
from voetnoot_etl.claims.reviewed import read_reviewed
from voetnoot_etl.claims.table import COLUMNS, claim_rows
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading
from voetnoot_etl.rdf import Graph
from voetnoot_etl.reading.document import read_text
from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.terms import VN
from voetnoot_etl.world.knowledge import Knowledge

RULE = " " * 48
TEXT = f""" Bij Sotk vielen op 4 mei 2015 doden.1 De brug bleef heel.2 Daarna werd het stil.3
{RULE}
1 Sotk is een dorp dat volgens Azerbeidzjan nooit bewoond was. Op 5 mei 2015 kwamen er 12 soldaten om
het leven.
2 De brug over de rivier werd pas in 2001 hersteld. cf. ICG, 07/12/2016, url
3 OC Media, 08/05/2015, url
http://icg.example/brug
http://oc.example/stil
"""
SOURCE = Source(
    id="invented",
    kind="document",
    reader="paged-text",
    title="Invented",
    publisher="cedoca",
    language="nl",
    path="invented.txt",
    sha256="0" * 64,
    licence="none",
    graph="invented",
    date="2017-06-01",
)


@pytest.fixture(scope="module")
def reading() -> DocumentReading:
    return read_text(TEXT, Publishers({}, {}, {}))


@pytest.fixture(scope="module")
def noted(reading: DocumentReading, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return the claims of the notes as a reviewer would leave them."""
    return tuple(
        replace(claim, paraphrase_en="It was said.", paraphrase_nl="Er was sprake van.", reviewed=True)
        for claim in propose_all(reading, SOURCE, knowledge)
        if claim.note
    )


def write(folder: Path, claims: tuple[Claim, ...], **cells: str) -> Path:
    """Write claims as a table, with cells of the first row put in."""
    path = folder / "invented.tsv"
    header, first, *rest = claim_rows(claims).splitlines()
    values = {**dict(zip(COLUMNS, first.split("\t"), strict=True)), **cells}
    path.write_text("\n".join([header, "\t".join(values.values()), *rest, ""]), encoding="utf-8")
    return path


def test_a_note_says_what_is_neither_its_number_nor_a_citation(reading: DocumentReading) -> None:
    first, second = read_comments(reading)
    assert [text.value[:12] for text in first.sentences] == ["Sotk is een ", "Op 5 mei 201"]
    assert [text.value for text in second.sentences] == ["De brug over de rivier werd pas in 2001 hersteld."]


def test_the_words_of_a_note_keep_their_offsets(reading: DocumentReading) -> None:
    for comment in read_comments(reading):
        for text in comment.sentences:
            quoted = (TEXT[offset] for offset in text.offsets)
            assert "".join(quoted).replace("\n", " ") == text.value


def test_a_long_note_goes_on_at_the_next_page_foot() -> None:
    text = f""" Er stond een molen.1
{RULE}
1 De molen werd in 1910 door twee broers uit de
 Het was een houten molen.2
{RULE}
streek gebouwd. Hij brandde later af.
2 OC Media, 08/05/2015, url
http://oc.example/molen
"""
    (comment,) = read_comments(read_text(text, Publishers({}, {}, {})))
    assert [sentence.value for sentence in comment.sentences] == [
        "De molen werd in 1910 door twee broers uit de streek gebouwd.",
        "Hij brandde later af.",
    ]


def test_a_place_in_the_text_is_in_a_note_or_in_none(reading: DocumentReading) -> None:
    found = [note_at(reading, TEXT.index(words)) for words in ("Bij Sotk", "nooit bewoond", "ICG", "http")]
    assert [note.number if note else 0 for note in found] == [0, 1, 2, 0]


def test_the_rules_read_a_note_as_they_read_a_sentence(noted: tuple[Claim, ...]) -> None:
    figure = next(claim for claim in noted if claim.kind == "figure")
    assert (figure.note, figure.stated, figure.outcome, figure.edtf) == (
        1,
        Decimal(12),
        "killed",
        "2015-05-05",
    )
    accused = next(claim for claim in noted if len(claim.chain) > 1)
    assert [saying.actors for saying in accused.chain] == [("cedoca",), ("azerbaijan",)]


def test_a_claim_in_a_note_has_a_key_of_its_own_and_rests_on_its_note(noted: tuple[Claim, ...]) -> None:
    assert [claim.key for claim in noted][-1] == "invented-note-2-1"
    assert all(claim.scope == in_note(claim.note) and claim.home == Home(claim.note, 0) for claim in noted)
    assert len({claim.key for claim in noted}) == len(noted)


def test_a_note_that_only_says_where_to_look_or_asks_claims_nothing(knowledge: Knowledge) -> None:
    text = f""" De molen staat er nog.1 De brug ook.2
{RULE}
1 Zie ook de kaart van Sotk in bijlage 2.
2 Wie bouwde de brug bij Sotk in 1910?
"""
    claims = propose_all(read_text(text, Publishers({}, {}, {})), SOURCE, knowledge)
    assert not [claim for claim in claims if claim.note]


def test_a_note_speaks_in_the_voice_of_the_part_that_marks_it(knowledge: Knowledge) -> None:
    text = f""" VRAAG

1. Klopt het dat de brug dicht is?1

ANTWOORD

1. De brug is open.2
{RULE}
1 De brug ligt bij Sotk en is van hout.
2 De brug bij Sotk kreeg in 2014 een nieuwe leuning.
"""
    voices = {"question": "flemish-parliament-member", "answer": "flemish-minister-president"}
    source = replace(SOURCE, speakers=voices)
    claims = propose_all(read_text(text, Publishers({}, {}, {})), source, knowledge)
    spoken = {claim.note: claim.chain[0].actors for claim in claims if claim.note}
    assert spoken == {1: ("flemish-parliament-member",), 2: ("flemish-minister-president",)}


def test_reviewed_rows_of_notes_read_back_and_stand_behind_the_sentences(
    tmp_path: Path, noted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    path = write(tmp_path, noted)
    assert read_reviewed(path, "invented", reading, knowledge).claims == noted
    homes = [claim.home for claim in document_claims(reading, SOURCE, knowledge, tmp_path)]
    assert homes == sorted(homes)
    assert homes[0] == Home(0, 1)


def test_a_note_without_a_row_keeps_its_proposals(
    tmp_path: Path, noted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    write(tmp_path, tuple(claim for claim in noted if claim.note == 1))
    claims = document_claims(reading, SOURCE, knowledge, tmp_path)
    assert {(claim.note, claim.reviewed) for claim in claims if claim.note} == {(1, True), (2, False)}


@pytest.mark.parametrize(
    "fault",
    [
        ({"note_scope": "same-sentence"}, "in note 1, note_scope is in-note"),
        ({"footnotes": "1|2"}, "in note 1, note_scope is in-note"),
        ({"note_scope": "none", "footnotes": ""}, "in note 1, note_scope is in-note"),
        ({"spans": f"{TEXT.index('ICG')}-{TEXT.index('ICG') + 3}"}, "note 2 does not itself say"),
        ({"spans": f"{TEXT.index('3 OC')}-{TEXT.index('3 OC') + 7}"}, "note 3 does not itself say"),
        ({"spans": f"{TEXT.index('hersteld')}-{TEXT.index('ICG') + 3}"}, "note 2 does not itself say"),
    ],
)
def test_a_row_that_its_note_does_not_bear_out_is_refused(
    tmp_path: Path,
    noted: tuple[Claim, ...],
    reading: DocumentReading,
    knowledge: Knowledge,
    fault: tuple[dict[str, str], str],
) -> None:
    cells, message = fault
    path = write(tmp_path, noted, **cells)
    with pytest.raises(CuratedError, match=rf"invented\.tsv:2: .*{message}"):
        read_reviewed(path, "invented", reading, knowledge)


def test_a_sentence_has_not_the_scope_of_a_note(
    tmp_path: Path, reading: DocumentReading, knowledge: Knowledge
) -> None:
    found = propose_all(reading, SOURCE, knowledge)[:1]
    claims = tuple(replace(claim, paraphrase_en="It fell.", paraphrase_nl="Het viel.") for claim in found)
    path = write(tmp_path, claims, note_scope="in-note", footnotes="1")
    with pytest.raises(CuratedError, match="is for what stands in a note"):
        read_reviewed(path, "invented", reading, knowledge)


def test_a_review_lists_the_notes_that_nobody_read(
    tmp_path: Path, noted: tuple[Claim, ...], reading: DocumentReading, knowledge: Knowledge
) -> None:
    write(tmp_path, noted[:1])
    lines = list(review_listing(reading, SOURCE, knowledge, tmp_path))
    assert f"note 2 at {TEXT.index('De brug over')}: no row" in lines
    assert not any(line.startswith(("note 1 ", "note 3 ")) for line in lines)


def test_the_listing_shows_a_note_with_its_proposals(reading: DocumentReading, knowledge: Knowledge) -> None:
    lines = list(proposal_listing(reading, SOURCE, knowledge))
    note = lines.index(next(line for line in lines if line.startswith("note 2 [mixed]")))
    assert lines[note + 1].strip() == "De brug over de rivier werd pas in 2001 hersteld."
    assert "\tin-note\t2\t" in lines[note + 2]


def test_in_the_graph_such_a_claim_has_its_note_and_no_sentence(noted: tuple[Claim, ...]) -> None:
    graph = Graph("invented")
    add_claims(graph, FileText("invented", TEXT), noted)
    last = iris.thing("claim", noted[-1].key)
    found = {triple.predicate: triple.object for triple in graph.triples if triple.subject == last}
    assert found[VN.footnote] == iris.thing("footnote", "invented", 2)
    assert found[VN.noteScope] == iris.concept("note-scope", "in-note")
    assert found[VN.anchor] == iris.thing("anchor", "invented", "claim-note-2-1")
    assert VN.sentence not in found
