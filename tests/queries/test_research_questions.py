"""Forty questions of a researcher: each has a saved query, or the same one with other values, that answers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Answers = Callable[..., list[tuple[str | None, ...]]]

CLASH = {"event": "event/fighting-september-2022"}
LONG = {"document": "document/cedoca-2023-12-05"}
KILLED = {"outcome": "kind/outcome/killed"}

QUESTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "01 soldiers killed on 13 and 14 September 2022, by speaker": ("figures-of-event", CLASH | KILLED),
    "02 which of these go together": ("compatible-figures", CLASH),
    "03 a figure that is the sum of two others": ("figure-equals-sum", {}),
    "04 the dead of the first war": ("figures-of-event", {"event": "event/first-karabakh-war"}),
    "05 the losses of 2020": ("figures-of-event", {"event": "event/war-2020"}),
    "06 who remained after the exodus": ("figures-by-outcome", {"outcome": "kind/outcome/remained"}),
    "07 who fled, by when": ("figures-by-outcome", {"outcome": "kind/outcome/fled"}),
    "08 who gives the dead of 19 September 2023": (
        "figures-of-event",
        {"event": "event/offensive-september-2023"},
    ),
    "09 figures with one bound": ("one-sided-figures", {}),
    "10 one figure with two certainties": ("same-figure-other-certainty", {}),
    "11 from a figure to its URL": ("trace-figure", {"claim": "claim/cedoca-2023-12-05-180-1"}),
    "12 notes without text": ("notes-without-text", {}),
    "13 claims on lost notes": ("claims-on-lost-notes", {}),
    "14 claims without a note": ("claims-without-note", LONG),
    "15 claims by note scope": ("claims-by-note-scope", {}),
    "16 publishers by citations": ("publishers-ranked", LONG),
    "17 independent origins": ("independent-origins", CLASH),
    "18a one key, several URLs": ("publications-with-several-urls", {}),
    "18b one URL, several dates": ("urls-with-several-dates", {}),
    "19 archived URLs": ("citations-with-archive", {}),
    "20 asserted here, attributed there": ("asserted-here-attributed-there", {}),
    "21 chains of three speakers": ("attribution-chains", {}),
    "22 incidents during the blockade": ("events-during-event", {"event": "event/lachin-blockade"}),
    "23 dates less precise than a day": ("imprecise-event-dates", {}),
    "24 dates of the ceasefire of 2020": ("rival-dates", {"event": "event/ceasefire-2020-11-10"}),
    "25 the begin of the EU missions": ("events-in-period", {"kind": "kind/event-type/mission-start"}),
    "26a events in a province": ("events-at-place", {"place": "place/syunik"}),
    "26b events at a village": ("events-at-place", {"place": "place/sotk"}),
    "27 names of a place": ("names-of-place", {"place": "place/stepanakert"}),
    "28 dates of the declaration of independence": (
        "rival-dates",
        {"event": "event/declaration-of-independence"},
    ),
    "29 provisions of 10 November 2020": ("provisions", {"agreement": "agreement/statement-2020-11-10"}),
    "30 provisions said to be breached": ("compliance", {"verdict": "kind/compliance-verdict/breached"}),
    "31 provisions read differently": ("provisions-read-differently", {}),
    "32 control of the seven districts": ("control-of-places", {"place": "place/seven-districts"}),
    "33 territory said to be occupied": ("territory-said-occupied", {}),
    "34 chart 4": ("recompute-2023", {}),
    "35 August 2022": ("recompute-august-2022", {}),
    "36a chart 2": ("recompute-escalation-2022", {}),
    "36b chart 3": ("recompute-chart-3", {}),
    "37 incidents without a row": ("incidents-without-data", {}),
    "38 civilians since the EU mission": (
        "recompute-casualties",
        {
            "from": "2023-02-01",
            "to": "2023-09-04",
            "status": "kind/combatant-status/non-combatant",
            "kind": "kind/place-kind/state-border",
        },
    ),
    "39 prisoners of September 2022": ("detentions", {"from": "2022-09-01", "to": "2022-09-30"}),
    "40a places with an annex": ("icg-casualties-by-segment", {"from": "2022-01-01", "to": "2023-09-10"}),
    "40b places without an annex": (
        "segments-without-casualties",
        {"from": "2022-01-01", "to": "2023-09-10"},
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_an_answer(answers: Answers, question: str) -> None:
    name, given = QUESTIONS[question]
    assert answers(name, **given)
