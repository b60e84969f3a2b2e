"""Whether a clause says that something took place, did not, was planned, or was called off."""

from __future__ import annotations

import re

_PATTERNS = {
    "cancelled": r"niet (?:is )?doorg(?:aan|egaan|ing|ingen)|geannuleerd|afgelast|afgezegd|"
    r"g(?:aat|aan|ing|ingen) niet door|is niet doorgaan|uitgesteld",
    "did-not-occur": r"geen (?:\w+ ){0,2}(?:meldingen|sprake|doden|gewonden|slachtoffers|gevechten|incidenten|"
    r"aanwijzingen|indicaties|doorbraak|vooruitgang|bereidheid)|nooit|(?:treedt|treden|traden|trad) niet op|"
    r"niet bewezen|(?:is|zijn|werd|werden|heeft|hebben) (?:er )?nog niet|er niet in om",
    "planned": r"gepland(?:e)?|(?:zal|zullen) (?:\w+ ){0,6}\w+en\b|(?:is|zijn) van plan|"
    r"kondig(?:t|en|de|den)\b.*\baan\b|ten laatste|voorbereid|doel (?:\w+ )?is (?:om )?",
    "alleged": r"vermeende?|beweerde?lijk|zouden? (?:\w+ ){0,8}(?:hebben|zijn|worden)|mogelijks",
}
_OCCURRENCES = {
    key: re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE) for key, pattern in _PATTERNS.items()
}


def read_occurrence(text: str) -> tuple[str, str]:
    """Return the occurrence that a clause words, and the rule; what is worded no other way occurred."""
    for key, pattern in _OCCURRENCES.items():
        if pattern.search(text):
            return key, f"occurrence-{key}"
    return "occurred", ""
