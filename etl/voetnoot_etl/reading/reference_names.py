"""Publishers' names told from sentences that happen to hold a date, and whose data a chart rests on."""

from __future__ import annotations

import re

DERIVED = re.compile(
    r"\b(?:[Oo]p basis van|[Gg]ebaseerd op|[Bb]ron:)\s+(?:de\s+)?(?:(?:data|gegevens|cijfers)\s+)?(?:verzamelde?\s+)?"
    r"(?:(?:door|van)\s+)?(?=[A-ZÀ-Þ])"
)
LONGEST_NAME_BEFORE_TITLE = 5
LONGEST_PUBLISHER = 12
"""Most words that a publisher's name has; more are a comment."""
_VERBS = (
    "is was zijn waren wordt worden werd werden heeft hebben had hadden kan kon konden kunnen gaat ging gingen staat"
    " stond stonden komt kwam kwamen blijft bleef bleven geldt gold ligt lag leidt duurt viel vielen vond vonden"
    " sloot sloten opende stelt zegt zei meldt meldde telt telde volgt nam namen gaf geeft dit deze die dat er"
    " men hij zij ze niet geen"
)
VERBS = frozenset(_VERBS.split())
_SMALL_WORDS = (
    "van voor de der den het 't en of in op te for of the and on in to at des du de la le et und für per over aan"
    " a an &"
)
SMALL_WORDS = frozenset(_SMALL_WORDS.split())


def derived_publisher(words: str) -> str:
    """Return the publisher of the data that something was made of, empty where nothing is said of data."""
    matches = list(DERIVED.finditer(words))
    return words[matches[-1].end() :].strip() if matches else ""


def is_publisher(words: str, *, linked: bool, strict: bool) -> bool:
    """Tell a name from a sentence: names are short, and without a link they have no comma and no verb.

    `strict` asks for capitals: a bare year or a written month stands behind a comma in many sentences.
    """
    tokens = words.split()
    if not tokens or len(tokens) > LONGEST_PUBLISHER:
        return False
    if linked:
        return words[0].isalnum() or words[0] in "\"“‘'(«„"
    lowered = set(words.split()[1:])
    if (
        "," in words
        or VERBS & lowered
        or not (words[0].isupper() or words[0].isdigit() or tokens[0] in SMALL_WORDS)
    ):
        return False
    plain = [token for token in tokens if token[0].islower() and token.casefold() not in SMALL_WORDS]
    return not plain if strict else len(plain) * 2 <= len(tokens)


def without_title(words: str) -> tuple[str, str]:
    """Return a publisher's name and the title of what it put out, where a comma parts two names."""
    name, comma, title = words.partition(", ")
    short = len(name.split()) <= LONGEST_NAME_BEFORE_TITLE and not VERBS & set(words.split()[1:])
    titled = comma and title[:1].isupper() and len(title.split()) > 1
    return (name, title) if short and titled else (words, "")
