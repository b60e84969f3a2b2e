"""Each sentence of a document with what rules read from it: voice, mentions, dates, figures, attributions.

A date without a year takes the year of the last full date before it, else the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_etl.manifest import Source
from voetnoot_etl.model import DocumentReading, Section, Sentence
from voetnoot_etl.phrases.attribution import Attribution, find_attributions
from voetnoot_etl.phrases.dates import DatePhrase, find_dates
from voetnoot_etl.phrases.figures import FigurePhrase, find_figures
from voetnoot_etl.phrases.mentions import Mention
from voetnoot_etl.phrases.speakers import Speaker, find_speakers
from voetnoot_etl.wording.dates import LAST_WORDS
from voetnoot_etl.world.knowledge import Knowledge, mentions_in

POINTS_AT_YEAR = re.compile(rf"(?:{'|'.join(map(re.escape, LAST_WORDS))})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """One sentence, or the clause of one that begins at the index `origin`, and all that was read from it.

    `lead` is the subject of the clause before, which a clause without a subject shares.
    """

    document: str
    sentence: Sentence
    voice: str
    mentions: tuple[Mention, ...]
    dates: tuple[DatePhrase, ...]
    figures: tuple[FigurePhrase, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...] = ()
    lead: tuple[str, ...] = ()
    origin: int = 0


def read_contexts(
    reading: DocumentReading, source: Source, knowledge: Knowledge
) -> Iterator[SentenceContext]:
    """Yield the sentences of a document in its order, with what was read from each."""
    names, contextual = knowledge.names(source.id), knowledge.contextual(source.id)
    sections = {section.number: section for section in reading.sections}
    year = _year(source.date)
    since = ""
    previous: tuple[str, ...] = ()
    for sentence in reading.sentences:
        text = sentence.text.value
        mentions = mentions_in(sentence.text, names, contextual)
        dates = find_dates(text, context_year=year, written=source.date, since=since)
        speakers = find_speakers(text, mentions, knowledge.demonyms)
        attributions = find_attributions(text, speakers, previous)
        yield SentenceContext(
            document=source.id,
            sentence=sentence,
            voice=_voice(source, sections.get(sentence.section)),
            mentions=mentions,
            dates=dates,
            figures=find_figures(text, dates),
            attributions=attributions,
            speakers=speakers,
        )
        previous = next((one.actors for one in attributions if one.actors), ())
        if certain := _last_certain(text, dates):
            year = certain.earliest.year if certain.earliest else year
            since = certain.edtf.removesuffix("/..") if certain.edtf.endswith("/..") else ""


def _voice(source: Source, section: Section | None) -> str:
    return source.speaker_of(section.part if section else "")


def _year(edtf: str) -> int | None:
    return int(edtf[:4]) if edtf[:4].isdecimal() else None


def _last_certain(text: str, dates: tuple[DatePhrase, ...]) -> DatePhrase | None:
    """Return the last date that is printed with year and month, or points at its year ("jl.")."""
    certain = [
        date for date in dates if not date.inferred or POINTS_AT_YEAR.search(text, date.start, date.end)
    ]
    return next((date for date in reversed(certain) if "-" in date.edtf and date.earliest), None)
