"""What stands in brackets behind a publisher: its authors, or a part of its name (an abbreviation, a country)."""

from __future__ import annotations

import re
import unicodedata

SEPARATOR = re.compile(r"\s*(?:[,;&]|(?<!\w)(?:en|and|et|und|y)(?!\w))\s*")
OTHERS = re.compile(r"[,;]?\s*(?:e\.\s?a\.|et\s+al\.?|\(?(?:red|eds?)\.\)?)\s*$", re.IGNORECASE)
INITIALS = r"(?:[^\W\d_][^\W\d_]?\.[ -]?){1,5}"
ONLY_INITIALS = re.compile(INITIALS)
HAS_INITIAL = re.compile(rf"(?:^|\s){INITIALS}(?:\s|$)")
_PARTICLES = "van de der den het 't ten ter te von und zu zur du des di da dos del la le al el bin ben"
PARTICLES = frozenset(_PARTICLES.split())
_ORGANISED = (
    "watch group groep council raad centre center centrum institute instituut ministerie ministry department"
    " commissie commission committee comité foundation stichting press pers news nieuws media agency agentschap"
    " nations naties unie union university universiteit caucasus kaukasus international service dienst report"
    " rapport online blog video podcast versie editie edition archief update persbericht twitter facebook"
    " telegram youtube linkedin instagram"
)
ORGANISED = frozenset(_ORGANISED.split())
_PLACES = (
    "nederland belgië vlaanderen brussel armenië azerbeidzjan georgië rusland turkije iran frankrijk duitsland"
    " oostenrijk zwitserland spanje italië polen oekraïne israël syrië irak libanon egypte china india japan canada"
    " armenia azerbaijan georgia russia turkey france germany netherlands belgium ukraine"
    " europa amerika vk vs eu engels frans duits nederlands russisch armeens azeri turks"
)
PLACES = frozenset(_PLACES.split())
MOST_WORDS = 4


def read_authors(words: str, publisher: str) -> tuple[str, ...]:
    """Return the authors that bracketed words name; none where they belong to the publisher's name."""
    whole = unicodedata.normalize("NFC", words)
    parts = [part for part in SEPARATOR.split(OTHERS.sub("", whole)) if part]
    joined: list[str] = []
    for part in parts:
        if joined and ONLY_INITIALS.fullmatch(part) and not HAS_INITIAL.search(joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    if not joined:
        return ()
    named = any(HAS_INITIAL.search(name) for name in joined) or all(
        _is_name(name, publisher) for name in joined
    )
    return tuple(joined) if named else ()


def _is_name(words: str, publisher: str) -> bool:
    """Tell whether words without initials are a person's name: capitalised, no abbreviation, place or body."""
    tokens = words.split()
    lowered = {token.casefold() for token in tokens}
    if not tokens or len(tokens) > MOST_WORDS or lowered & (ORGANISED | PLACES):
        return False
    names = [token for token in tokens if token.casefold() not in PARTICLES]
    if not names or lowered <= set(publisher.casefold().split()):
        return False
    return all(_is_proper(name) for name in names)


def _is_proper(name: str) -> bool:
    """Tell whether a word is spelled as a proper name is: one capital for each part, small letters behind it."""
    return all(
        part[:1].isupper() and len(part) > 1 and part[1:].islower()
        for part in re.split(r"[-'’]", name)
        if part
    )
