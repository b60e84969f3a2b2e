"""How far the words of a sentence name a curated event: the rarer a word of its label, the more it counts."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from voetnoot_etl.world.history import Event

_STEM = 6
_WORD = re.compile(r"[^\W\d_]{4,}|\d{4}")
_COMMON = frozenset(
    (
        "voor",
        "naar",
        "over",
        "door",
        "tegen",
        "onder",
        "tijdens",
        "rond",
        "niet",
        "alle",
        "deze",
        "beide",
        "wegens",
    )
)


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text, and its years."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)


@lru_cache(maxsize=4)
def label_weights(events: tuple[Event, ...]) -> Mapping[str, float]:
    """Return what each stem of the events' labels counts: the fewer labels have it, the more."""
    counts = Counter(stem for event in events for stem in stems(event.label_nl))
    return {stem: math.log(1 + len(events) / count) for stem, count in counts.items()}


def named_share(event: Event, words: Collection[str], weights: Mapping[str, float]) -> float:
    """Return how much of an event's label the stems of a text hold, from 0 to 1, by the weights of all labels."""
    label = stems(event.label_nl)
    total = sum(weights[stem] for stem in label)
    return sum(weights[stem] for stem in label if stem in words) / total if total else 0.0
