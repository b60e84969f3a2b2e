"""Where the clause around a word of a Dutch sentence begins and ends, as far as words tell."""

from __future__ import annotations

import re

_STRONG = re.compile(r";|,\smaar\s(?!ook)|,\sterwijl\s|\smaar\s(?=wel|niet|dat)|,\siets\s", re.IGNORECASE)
_OPENING = re.compile(
    r";|,\s(?:maar|terwijl|waarbij|waarvan|waarop|die|wat|iets|omdat|aangezien|hoewel|zodat|hetgeen)\s|"
    r"\b(?:dat|omdat|aangezien|waarvan|hoewel|wanneer|maar)\s",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"{_OPENING.pattern}|\b(?:die|waarop|waarbij|waardoor|waarin|hetgeen)\s", re.IGNORECASE
)
_SUBORDINATE = re.compile(r"(?:hoewel|wanneer|nadat|terwijl|toen|omdat|ofschoon|ook al)\b", re.IGNORECASE)
_MAIN_VERB = re.compile(
    r",\s(?=(?:blijf|start|begin|is|zijn|was|waren|heeft|hebben|word|werd|kom|kwam|ga|ging|neem|nam|zet|zal|kan|"
    r"zou|moet|lijk|bleek|bleven)\w*\b)",
    re.IGNORECASE,
)
_OPENING_REACH = 120


def opening_before(text: str, index: int) -> int:
    """Return where the clause around an index begins, behind its conjunction."""
    return _last_end(_OPENING, text, index)


def relative_before(text: str, index: int) -> int:
    """Return where the clause around an index begins, a relative clause without a comma included."""
    return _last_end(_RELATIVE, text, index)


def strong_before(text: str, index: int) -> int:
    """Return where the main clause around an index begins: behind a contrast or a semicolon."""
    return _last_end(_STRONG, text, index)


def strong_after(text: str, index: int) -> int:
    """Return where the main clause around an index ends."""
    match = _STRONG.search(text, index)
    return match.start() if match else len(text)


def clause_after(text: str, start: int, index: int) -> int:
    """Return where the clause of a verb ends: a clause that opens the sentence ends at its main verb."""
    strong = strong_after(text, index)
    if not _SUBORDINATE.match(text) or start > _OPENING_REACH:
        return strong
    match = _MAIN_VERB.search(text, index)
    return min(match.start(), strong) if match else strong


def _last_end(pattern: re.Pattern[str], text: str, index: int) -> int:
    ends = [match.end() for match in pattern.finditer(text, 0, index)]
    return ends[-1] if ends else 0
