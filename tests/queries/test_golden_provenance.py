"""Questions 11 to 21: notes, citations and speakers, worked out by hand from the five documents."""

from __future__ import annotations

from collections.abc import Callable

Rows = list[tuple[str | None, ...]]
Told = Callable[..., Rows]

CEDOCA = "cedoca-2023-12-05"
BLOCKADE_NOTES = {35, 55, 56, 57, 58, *range(60, 73)}
"""Lost notes that a sentence carries; note 36 stands at the caption of a map."""


def test_a_figure_leads_to_its_url(told: Told) -> None:
    columns = (
        "note_scope note_number text_status citation_text publisher published consultation url_status url"
    )
    assert told("trace-figure", columns, claim="claim/cedoca-2023-12-05-180-1") == [
        (
            *("same-sentence", "90", "present", "ICG, 28/09/2022, url", "icg", "2022-09-28", "only-cited"),
            "listed",
            "https://www.crisisgroup.org/europe-central-asia/caucasus/"
            "armenia-azerbaijan-nagorno-karabakh-conflict/upholding-ceasefire",
        )
    ]


def test_a_figure_on_a_lost_note_ends_at_its_number(told: Told) -> None:
    columns = "note_scope note_number text_status citation url"
    assert told("trace-figure", columns, claim="claim/cedoca-2023-12-05-127-1") == [
        ("same-sentence", "62", "lost", None, None)
    ]


def test_claims_on_lost_notes(told: Told) -> None:
    found = told("claims-on-lost-notes", "document note_number claim others_present")
    assert {(row[0], row[3]) for row in found} == {(CEDOCA, "0")}
    assert {int(row[1] or 0) for row in found} == BLOCKADE_NOTES
    dead = {"127-1": 62, "127-2": 62, "128-1": 63, "128-2": 63, "129-1": 64, "131-1": 65, "137-1": 68}
    assert {(CEDOCA, str(note), f"{CEDOCA}-{claim}", "0") for claim, note in dead.items()} <= set(found)


def test_documents_without_notes_have_claims_without_notes_only(told: Told) -> None:
    others = ["background-2020", "dutch-letter-2022", "flemish-question-2020", "flemish-question-2022"]
    without = [row[0] for row in told("claims-without-note", "document")]
    for document in others:
        claims = told("claims-of-document", "claim", document=f"document/{document}")
        assert without.count(document) == len(set(claims))


def test_the_summary_has_no_notes_and_the_clash_has(told: Told) -> None:
    without = {row[0] for row in told("claims-without-note", "claim", document=f"document/{CEDOCA}")}
    assert {f"{CEDOCA}-{claim}" for claim in ("264-1", "275-1", "276-1", "277-1", "300-1")} <= without
    assert without.isdisjoint({f"{CEDOCA}-{claim}" for claim in ("32-1", "75-1", "127-1", "180-1", "156-1")})


def test_the_800_of_the_clash_are_covered_by_the_next_note(told: Told) -> None:
    found = told("claims-by-note-scope", "claim note_scope note_number")
    assert ("cedoca-2023-12-05-179-1", "since-last-marker", "90") in found
    assert not [row for row in found if row[1] in {"same-sentence", "none"}]


def test_what_explanatory_notes_claim_and_cite(told: Told) -> None:
    found = told("claims-in-notes", "note_number note_kind claim citation_text")
    assert {row[:2] for row in found} == {
        *((number, "comment") for number in ("1", "2", "12", "15")),
        ("13", "mixed"),
    }
    assert all(row[2] for row in found)
    assert {row[3] for row in found if row[0] == "13"} == {"RFE/RL, 07/12/2020, url"}
    assert {row[3] for row in found if row[0] != "13"} == {None}


def test_a_claim_in_a_note_rests_on_what_the_note_cites_or_on_nothing(told: Told) -> None:
    columns = "sentence note_scope note_number citation_text"
    (cited,) = told("trace-figure", columns, claim=f"claim/{CEDOCA}-note-13-1")
    assert cited == (None, "in-note", "13", "RFE/RL, 07/12/2020, url")
    (bare,) = told("trace-figure", columns, claim=f"claim/{CEDOCA}-note-2-3")
    assert bare == (None, "in-note", "2", None)
    without = {row[0] for row in told("claims-without-note", "claim", document=f"document/{CEDOCA}")}
    assert f"{CEDOCA}-note-2-3" in without
    assert f"{CEDOCA}-note-13-1" not in without


def test_origins_of_the_clash(told: Told) -> None:
    found = told("independent-origins", "origin outlets", event="event/fighting-september-2022")
    origins = ("icg", "oc-media", "carnegie-europe", "eurasianet", "iwpr", "rferl")
    assert set(found) == {(origin, "1") for origin in origins}


def test_sister_outlets_are_one_origin(told: Told) -> None:
    # Note 87: Azatutyun of 20 November 2023 and RFE/RL of 13 November 2023.
    found = told(
        "independent-origins", "origin outlets publications", event="event/euma-extension-november-2023"
    )
    assert found == [("rferl", "2", "2")]


def test_publications_under_one_key(told: Told) -> None:
    found = told("publications-with-several-urls", "publisher published")
    assert {(row, found.count(row)) for row in found} == {
        (("caucasian-knot", "2022-03-09"), 2),
        (("icg", "2023-09-16"), 3),
        (("jam-news", "2023-11-13"), 2),
        (("rferl", "2023-11-21"), 2),
    }


def test_what_one_document_asserts_and_another_attributes(told: Told) -> None:
    columns = "event kind asserted_in attributed_in attributed_to"
    called = ("ceasefire-calls-2020", "PositionClaim", "flemish-question-2020", "background-2020")
    fighters = ("foreign-fighters-2020", "EventClaim", "background-2020", "flemish-question-2020")
    assert set(told("asserted-here-attributed-there", columns)) == {
        (
            *("aircraft-shot-down-2020-09-29", "EventClaim", "background-2020", "flemish-question-2020"),
            "armenian-ministry-of-defence",
        ),
        ("border-fighting-may-2021", "ControlClaim", "dutch-letter-2022", CEDOCA, "armenia"),
        *[(*called, who) for who in ("council-of-europe", "european-union", "osce", "united-nations")],
        ("fighting-september-2022", "FigureClaim", CEDOCA, "dutch-letter-2022", "armenian-side"),
        (*fighters, "cnn"),
        (*fighters, None),
    }


def test_chains_of_three_speakers(told: Told) -> None:
    assert told("attribution-chains", "first second third") == [
        ("cedoca", "toivo-klaar", "european-union"),
        ("cedoca", "rferl", "azerbaijan"),
        ("cedoca", "thomas-de-waal", "azerbaijani-official-2022"),
        ("wopke-hoekstra", "azerbaijan", "un-security-council"),
    ]
