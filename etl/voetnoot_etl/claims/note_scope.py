"""Which notes cover which words: the marker in the sentence, else the next one in the same section.

A note that only comments on a word supports nothing. Between two markers the text rests on the later one;
text behind a section's last marker, and a section without markers (a summary), rests on none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from voetnoot_etl.claims.model import NO_NOTES, NoteScope
from voetnoot_etl.model import DocumentReading, Sentence, SpanKind

COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class NoteScopes:
    """The markers that cite, by sentence; and for each sentence the notes of the next one that has any."""

    own: Mapping[int, tuple[tuple[int, int], ...]]
    following: Mapping[int, tuple[int, ...]]

    def of(self, sentence: Sentence, start: int = 0) -> NoteScope:
        """Return the scope of a claim on the words of a sentence that begin at an index of its text."""
        own = self.own.get(sentence.position, ())
        following = self.following.get(sentence.position, ())
        if any(index > start for index, _ in own):
            notes = _first_group(own, start) if start else tuple(note for _, note in own)
            return NoteScope("same-sentence", notes)
        if following:
            return NoteScope("since-last-marker", following)
        return NoteScope("same-sentence", tuple(note for _, note in own)) if own else NO_NOTES


def _first_group(own: tuple[tuple[int, int], ...], start: int) -> tuple[int, ...]:
    """Return the notes that stand together at the first marked place behind an index."""
    first = min(index for index, _ in own if index > start)
    return tuple(note for index, note in own if index == first)


def read_note_scopes(reading: DocumentReading) -> NoteScopes:
    """Return the note scopes of all sentences of a document."""
    kinds = {footnote.number: footnote.kind for footnote in reading.footnotes}
    own: dict[int, tuple[tuple[int, int], ...]] = {}
    following: dict[int, tuple[int, ...]] = {}
    ahead: tuple[int, ...] = ()
    section = ""
    for sentence in reversed(reading.sentences):
        if sentence.section != section:
            ahead, section = (), sentence.section
        places = tuple(
            (bisect_left(sentence.text.offsets, marker.span.start), marker.number)
            for marker in sentence.markers
            if kinds.get(marker.number) != COMMENT
        )
        if places:
            own[sentence.position] = places
        if sentence.kind is SpanKind.BODY:
            following[sentence.position] = ahead
            ahead = _first_group(places, -1) if places else ahead
    return NoteScopes(own, following)
