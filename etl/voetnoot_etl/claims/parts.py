"""The clauses of a sentence that make a claim of their own: coordinated main clauses, contrasts, what opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from voetnoot_etl.claims.sentence_context import SentenceContext
from voetnoot_etl.phrases.sayings import Attribution
from voetnoot_etl.phrases.speakers import actors, governed
from voetnoot_etl.wording import speech
from voetnoot_etl.wording.clauses import FINITE

_FORMS = "|".join(FINITE)
_FINITE = re.compile(
    rf"(?<![\w-])(?:{_FORMS}|{'|'.join((*speech.ASSERTS, *speech.ACCUSES, *speech.DENIES, *speech.DEMANDS))})(?!\w)",
    re.IGNORECASE,
)
_OPENING_CLAUSE = re.compile(r"(?:wanneer|hoewel|nu|toen|terwijl|aangezien|ofschoon|ook al)\s", re.IGNORECASE)
_MAIN_VERB = re.compile(rf",\s(?=(?:{_FORMS})\s)", re.IGNORECASE)
_BREAKS = re.compile(
    r";\s|(?P<contrast>,?\smaar\s)(?!liefst\b|ook\b)|,\sterwijl\s|,\s(?=wat\s)|,\s(?=iets\s(?:dat|waar|wat)\b)|,\s(?=hetgeen\s)|"
    r",\s(?=waarvan\s[A-Z])|"
    rf"\sen\s(?=(?!(?:zijn|haar|hun)\s(?!er\b|nog\b|niet\b|geen\b|ook\b))(?:{_FORMS})\s)|"
    r"\sen\s(?=[A-Z][\w-]+\s(?:is|zijn|heeft|hebben|wordt|worden|was|waren|had|hadden|zegt|ontkent|meldt)\s)"
)
_NOT_BUT = re.compile(r"\bniet(?:\s(?:alleen|enkel|zozeer))?(?:\s[\w-]+){0,2}$", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\bniet\s(?:alleen|enkel|zozeer)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\b(?:te|om)\s[^.;,]{0,60}$", re.IGNORECASE)
_SHORTEST = 24


def split_clauses(context: SentenceContext) -> tuple[SentenceContext, ...]:
    """Return the clauses of a sentence, each with what was read from it; the sentence itself where it has one."""
    text = context.sentence.text.value
    cuts = [0, *_cuts(text), len(text)]
    if len(cuts) == 2:  # noqa: PLR2004
        return (context,)
    return tuple(_part(context, start, end) for start, end in pairwise(cuts))


def _cuts(text: str) -> Iterator[int]:
    last = 0
    for place in _places(text):
        before, after = text[last:place], text[place:]
        long_enough = len(before) >= _SHORTEST and len(after) >= _SHORTEST
        if long_enough and _FINITE.search(before) and _FINITE.search(after):
            yield place
            last = place


def _places(text: str) -> list[int]:
    """Return where clauses may begin."""
    places = {match.end() for match in _BREAKS.finditer(text) if not _joins_words(text, match)}
    if _OPENING_CLAUSE.match(text) and (verb := _MAIN_VERB.search(text)):
        places.add(verb.end())
    return sorted(places)


def _joins_words(text: str, match: re.Match[str]) -> bool:
    """Return whether "maar" or "en" stands inside a clause: "niet door, maar langs", "om te eten en vragen te ..."."""
    before = text[max(0, match.start() - 80) : match.start()]
    if match["contrast"]:
        return bool(_NOT_BUT.search(before) or _NOT_ONLY.search(before))
    verb = _FINITE.match(text, match.end())
    plural = verb is not None and verb.group().endswith("en")
    return match.group() == " en " and plural and _TO_DO.search(before) is not None


def _part(context: SentenceContext, start: int, end: int) -> SentenceContext:
    text = context.sentence.text.value
    free = [one for one in context.speakers if one.end <= start and not governed(text, context.speakers, one)]
    sentence = replace(context.sentence, text=context.sentence.text.slice(start, end))
    return replace(
        context,
        sentence=sentence,
        origin=context.origin + start,
        lead=actors(free[0]) if free else (),
        mentions=tuple(
            replace(one, start=one.start - start, end=one.end - start)
            for one in context.mentions
            if start <= one.start and one.end <= end
        ),
        dates=tuple(
            replace(one, start=max(one.start - start, 0), end=one.end - start)
            for one in context.dates
            if start <= one.start < end
        ),
        figures=tuple(
            replace(
                one,
                start=one.start - start,
                end=one.end - start,
                number=(one.number[0] - start, one.number[1] - start),
            )
            for one in context.figures
            if start <= one.number[0] < end
        ),
        attributions=tuple(
            _clipped(one, start, end) for one in context.attributions if one.start < end > start < one.end
        ),
    )


def _clipped(one: Attribution, start: int, end: int) -> Attribution:
    return replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
