"""Figures without a numeral: a denied one, a single person with the article, "enkele", a share."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from decimal import Decimal

from voetnoot_etl.phrases.figure_nouns import Counted, read_noun_phrase
from voetnoot_etl.phrases.figure_outcomes import Trigger, outcome_of, side_of
from voetnoot_etl.phrases.figure_phrase import FigurePhrase
from voetnoot_etl.phrases.figure_shares import find_shares
from voetnoot_etl.phrases.nearby import overlaps
from voetnoot_etl.wording import figures as words
from voetnoot_etl.wording import numbers as number_words
from voetnoot_etl.wording.nouns import PERSON, Noun

_NONE = re.compile(r"(?<![\w-])(?:geen(?:\s(?:enkele|nieuwe|verdere|bijkomende))?)(?=\s)", re.IGNORECASE)
_HARDLY = re.compile(r"\s(?:of nauwelijks|of amper|tot nauwelijks)(?=\s)", re.IGNORECASE)
_REPORTS = re.compile(
    r"\s(?:meldingen?|berichten|sprake)\s(?:(?:zijn|waren|is|was|kwamen|komen)\s)?(?:van|over)(?=\s)",
    re.IGNORECASE,
)
_REPORTED = (PERSON, "inhabitant", "incident")
_BEFORE_PARTICIPLE = re.compile(
    r"\s(?:in|op|tijdens|voor|door|sinds|na)\s[^.;,]{1,40}?\s(?:ge|be|ver|ont|aan|af|op|uit)[^\W\d_]+(?:de|te|en)(?=\s)"
)
"""Words between "enkele" and its noun: "enkele in mei geplande gesprekken"."""
_OR_WOUNDED = re.compile(r"\s(?:of|en|noch)\s(?:gewond|gewonden)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w-])een(?=\s)", re.IGNORECASE)
_INDEFINITE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, number_words.INDEFINITE))})(?=\s)", re.IGNORECASE
)
_NOBODY = re.compile(r"(?<![\w-])niemand(?=\s)", re.IGNORECASE)
_ZERO = Decimal(0)
_AMOUNTS: dict[str, tuple[Decimal | None, Decimal | None]] = {
    "denied": (_ZERO, _ZERO),
    "denied-report": (_ZERO, _ZERO),
    "hardly-any": (_ZERO, None),
    "article": (Decimal(1), Decimal(1)),
    "indefinite": (None, None),
}
"""Stated number and both bounds, by rule."""
_QUALIFIERS = {"indefinite": "several", "hardly-any": "about"}


def find_vague_figures(
    text: str, triggers: tuple[Trigger, ...], taken: list[tuple[int, int]]
) -> Iterator[FigurePhrase]:
    """Yield the figures without a numeral that overlap neither a stretch already taken nor each other."""
    used = sorted(taken)
    rules = (_denied(text, triggers), _nobody(text, triggers), _single(text, triggers), _some(text, triggers))
    for figure in (*(figure for rule in rules for figure in rule), *find_shares(text)):
        if not overlaps(used, figure.start, figure.end):
            insort(used, (figure.start, figure.end))
            yield figure


def _denied(text: str, triggers: tuple[Trigger, ...]) -> Iterator[FigurePhrase]:
    """Yield "geen doden", "geen meldingen van gewonden": a stated zero, worded as a denial."""
    for match in _NONE.finditer(text):
        hardly = _HARDLY.match(text, match.end())
        reports = _REPORTS.match(text, hardly.end() if hardly else match.end())
        end = reports.end() if reports else hardly.end() if hardly else match.end()
        counted, _ = read_noun_phrase(text, end)
        if counted is None or counted.noun is None or counted.noun.unit not in _REPORTED:
            continue
        if counted.noun.unit == "incident" and not reports:
            continue
        outcome = (
            counted.outcome or counted.noun.outcome or outcome_of(text, match.start(), counted.end, triggers)
        )
        if _OR_WOUNDED.match(text, counted.end) and outcome == "killed":
            outcome = "killed-or-wounded"
        if not outcome and counted.noun.unit == PERSON:
            continue
        rule = "denied-report" if reports else "hardly-any" if hardly else "denied"
        yield _vague(text, match.span(), counted, outcome, rule)


def _single(text: str, triggers: tuple[Trigger, ...]) -> Iterator[FigurePhrase]:
    """Yield "een soldaat" where the clause says that the soldier came to harm."""
    for match in _ARTICLE.finditer(text):
        counted, _ = read_noun_phrase(text, match.end())
        if counted is None or counted.noun is None:
            continue
        word = text[match.start() : counted.end].rsplit(" ", 1)[-1].lower()
        singular = counted.noun.unit == PERSON and not word.endswith(("en", "s"))
        outcome = counted.outcome or outcome_of(text, match.start(), counted.end, triggers)
        if singular and outcome in ("killed", "wounded", "missing", "captured", "killed-or-wounded"):
            yield _vague(text, match.span(), counted, outcome, "article")


def _some(text: str, triggers: tuple[Trigger, ...]) -> Iterator[FigurePhrase]:
    """Yield "enkele gewonden", "verschillende hectaren": several, without a number."""
    for match in _INDEFINITE.finditer(text):
        between = _BEFORE_PARTICIPLE.match(text, match.end())
        counted, _ = read_noun_phrase(text, between.end() if between else match.end())
        if counted is None or counted.noun is None:
            continue
        person = counted.noun.unit == PERSON
        outcome = counted.outcome or counted.noun.outcome if person else ""
        if person and not outcome:
            outcome = outcome_of(text, match.start(), counted.end, triggers)
        if outcome or counted.noun.unit in (*words.MEASURES, *words.COUNTABLE):
            yield _vague(text, match.span(), counted, outcome, "indefinite")


def _nobody(text: str, triggers: tuple[Trigger, ...]) -> Iterator[FigurePhrase]:
    """Yield "niemand raakte gewond": nobody met the outcome."""
    for match in _NOBODY.finditer(text):
        if outcome := outcome_of(text, match.start(), match.end(), triggers):
            yield _vague(text, match.span(), Counted(*match.span(), Noun(PERSON)), outcome, "denied")


def _vague(text: str, word: tuple[int, int], counted: Counted, outcome: str, rule: str) -> FigurePhrase:
    noun = counted.noun or Noun("")
    stated, bound = _AMOUNTS[rule]
    return FigurePhrase(
        start=word[0],
        end=counted.end,
        number=word,
        stated=stated,
        lower=bound,
        upper=bound,
        qualifier=_QUALIFIERS.get(rule, "exact"),
        rule=rule,
        unit=noun.unit,
        noun=(counted.start, counted.end),
        combatant_status=noun.status,
        outcome=outcome,
        side=counted.side or side_of(text, word[0], counted.end),
        negated=rule.startswith("denied"),
    )
