"""The ways in which one publisher's name is spelled, and whether a host bears the name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from voetnoot_etl import iris

BRACKETS = re.compile(r"\(([^()]*)\)")
ARTICLE = re.compile(r"^(?:de|het|een|the|le|la|les|der|die|das|el)\s+", re.IGNORECASE)
TOP_LEVEL = re.compile(r"\.(?:com|org|net|info|eu|[a-z]{2})$", re.IGNORECASE)
_SMALL = "de het een van voor der den en of in the of for and on le la du des et"
SMALL = frozenset(_SMALL.split())
SHORTEST_NAME = 3
KEY_DIGITS = 8


def name_key(printed: str) -> str:
    """Return the key of a name; one without a single Latin letter or digit gets the key of its digest."""
    folded = unicodedata.normalize("NFC", printed).casefold()
    digest = hashlib.sha256(folded.encode("utf-8")).hexdigest()
    return iris.slug(printed) or f"name-{digest[:KEY_DIGITS]}"


def compact(name: str) -> str:
    """Return a name's letters and digits only: what spellings with other blanks, hyphens and accents share."""
    return iris.slug(name).replace("-", "")


def variants(printed: str) -> Iterator[str]:
    """Yield the compact spellings that a printed name may stand for, the likeliest first."""
    bare = BRACKETS.sub(" ", printed).strip()
    for name in (printed, bare, *BRACKETS.findall(printed)):
        for form in (name, ARTICLE.sub("", name), TOP_LEVEL.sub("", name)):
            if len(value := compact(form)) >= SHORTEST_NAME:
                yield value


def bears_name(printed: str, address: str) -> bool:
    """Tell whether a host's label is the publisher's name, or its initials; a part of the name is not enough."""
    names = {*variants(printed), *_initials(printed)}
    return not names.isdisjoint(_labels(address))


def holds_label(printed: str, address: str) -> bool:
    """Tell whether the host's longest label is one of the words of a publisher's name."""
    longest = max(_labels(address), key=len, default="")
    return len(longest) >= SHORTEST_NAME and longest in iris.slug(printed).split("-")


def _initials(printed: str) -> Iterator[str]:
    words = iris.slug(BRACKETS.sub(" ", printed)).split("-")
    for chosen in (words, [word for word in words if word not in SMALL]):
        if len(chosen) >= SHORTEST_NAME and all(chosen):
            yield "".join(word[0] for word in chosen)


def _labels(address: str) -> set[str]:
    """Return a host's labels without hyphens, and the last two read as one, as in `news.am`."""
    labels = [re.sub(r"[^a-z0-9]", "", label) for label in address.partition("/")[0].split(".")]
    return {label for label in (*labels[:-1], "".join(labels[-2:])) if len(label) >= SHORTEST_NAME}
