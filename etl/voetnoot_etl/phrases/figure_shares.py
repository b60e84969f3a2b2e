"""Shares of a population: "de helft van", "ruim drie vierde van", "een op de vijf": figures in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from voetnoot_etl.phrases.figure_amounts import limits, read_qualifier
from voetnoot_etl.phrases.figure_phrase import FigurePhrase
from voetnoot_etl.phrases.numbers import number_word
from voetnoot_etl.wording.dates import MONTHS
from voetnoot_etl.wording.numbers import FRACTIONS, HALVES

_NUMBER = r"een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d{1,3}"
_PATTERNS = (
    re.compile(rf"(?<![\w-])(?P<half>{'|'.join(HALVES)})\svan\s", re.IGNORECASE),
    re.compile(
        rf"(?<![\w-])(?P<top>{_NUMBER})\s(?P<bottom>{'|'.join(FRACTIONS)})\s(?:van\s|(?=[a-z]+(?:en|s)\b))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w-])(?P<top>{_NUMBER})\sop\s(?:(?:de|elke)\s)?(?P<whole>{_NUMBER}|tien|honderd)\s(?=[a-z])",
        re.IGNORECASE,
    ),
)
_TIME = re.compile(
    rf"(?:de\s|het\s)?(?:\d{{4}}|tijd|jaar|maand|dag|nacht|eeuw|tot|uur|{'|'.join(MONTHS)})\b", re.IGNORECASE
)


def find_shares(text: str) -> Iterator[FigurePhrase]:
    """Yield the shares of a text; one that does not come out even is about its rounded value."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            percent = _percent(match)
            if percent is None or _TIME.match(text, match.end()):
                continue
            start, qualifier = read_qualifier(text, match.start())
            even = percent == percent.to_integral_value()
            shown = percent.to_integral_value() if even else percent.quantize(Decimal("0.1"))
            said = qualifier if even or qualifier != "exact" else "about"
            stated, lower, upper = limits(shown, said)
            yield FigurePhrase(
                start=start,
                end=match.end() - 1,
                number=(match.start(), match.end() - 1),
                stated=stated,
                lower=lower,
                upper=upper,
                qualifier=said,
                rule="share",
                unit="percent",
            )


def _percent(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    if groups.get("half"):
        return Decimal(HALVES[groups["half"].lower()])
    top = _value(groups["top"])
    bottom = Decimal(FRACTIONS[groups["bottom"].lower()]) if groups.get("bottom") else _value(groups["whole"])
    return top * 100 / bottom if 0 < top < bottom else None


def _value(word: str) -> Decimal:
    folded = word.lower()
    if folded.isdecimal():
        return Decimal(folded)
    return Decimal(1) if folded == "een" else number_word(folded) or Decimal(0)
