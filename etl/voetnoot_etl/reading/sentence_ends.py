"""Where a sentence of running Dutch text ends: abbreviations, initials and numbers of chapters end none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from voetnoot_etl.model import Text
from voetnoot_etl.reading.quotations import find_quotations
from voetnoot_etl.reading.running_text import stripped
from voetnoot_etl.wording.dates import FULL_MONTHS, MONTHS

END = re.compile(r"[.?!…]{1,9}[\"'”’»)\]]{0,4}(?=\s|$)")
START = re.compile(r"\s+[\"'“‘„«(\[*–-]{0,4}\s?(?P<first>\S)")
CONTRACTED = re.compile(r"\s+[\"“„(]?['’‘](?:s|t|n|k|r|m)\s+\w")
WINDOW = 60
"""How many characters in front of a full stop are looked at; no abbreviation or chapter number is longer."""

ABBREVIATED = re.compile(
    r"(?<![^\W\d_])(?:"
    r"(?:[a-z]\.){1,3}l\.v|t\.e\.m|m\.b\.t|m\.b\.v|i\.v\.m|d\.w\.z|d\.m\.v|o\.a|m\.a\.w|a\.d\.h\.v|n\.a\.v|i\.p\.v"
    r"|d\.i|i\.c|m\.u\.v|t\.h\.v|c\.q|i\.e|e\.g|t\.a\.v|t\.g\.v|t\.o\.v|o\.b\.v|i\.h\.k\.v|i\.h\.b|m\.n|m\.i\.v|i\.c\.m|t\.b\.v|t\.w|z\.g|i\.o|n\.l"
    r"|[Bb]ijv|bv|[Rr]esp|nl|zgn|zogen|evt|vnl|[Dd]hr|[Mm]evr|[Mm]w|[Pp]rof|[Dd]r|drs|Drs|ir|Ir|[Mm]r|ing|Ing|ds|Ds"
    r"|[Mm]gr|[Ss]t|[Cc]a|[Cc]f|[Vv]gl|pp?|[Bb]lz|[Aa]rt|vs|[Gg]en|[Kk]ol|[Ll]t|[Mm]aj|[Kk]pt|[Ss]gt|[Aa]dm|[Mm]in"
    r"|[Ss]ec|[Ii]ncl|[Ee]xcl|[Mm]ax|[Oo]ng|[Gg]em|[Aa]fd)\.$"
)
_SHORT_MONTHS = "|".join(sorted(MONTHS.keys() - FULL_MONTHS.keys()))
BEFORE_NUMBER = re.compile(
    rf"(?<![^\W\d_])(?:nrs?|no|hfst|par|lid|bijl|fig|tab|afb|vol|tel|bus|{_SHORT_MONTHS})\.$",
    re.IGNORECASE,
)
NUMBER_SIGN = re.compile(r"(?<![^\W\d_])[Nn]rs?\.$")
INITIAL = re.compile(r"(?<![\w°])(?:[A-ZÀ-Þ]|(?:[A-ZÀ-Þ][a-z]?\.-?)+[A-ZÀ-Þ][a-z]?)\.$")
STATE = re.compile(r"(?<!\w)(?:V\.S|U\.S(?:\.A)?|D\.C|V\.N|U\.N|E\.U|V\.K|U\.K|N\.V|B\.V|[JjSs]r)\.$")
LETTER = re.compile(r"[a-zà-ÿ]\s[A-ZÀ-Þ]\.$")
PARTICLES = frozenset(("de", "het", "van", "in", "op", "ten", "der"))
CHAPTER = re.compile(
    r"\b(?:hoofdstuk|deel|paragraaf|sectie|punt|bijlage|artikel|nummer)\s+(?P<number>\d+(?:\.\d+)*)\.$",
    re.IGNORECASE,
)
LIST_NUMBER = re.compile(r"^\d{1,2}\.$")
DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
_STARTERS = (
    "de het een in op er dit dat deze die hij zij ze wij we ik volgens ook maar toch daarna daarnaast sinds na voor met"
    " bij door tijdens wanneer toen als om uit van over naar tot verder zo nu hierdoor hierbij daardoor dan echter"
    " intussen inmiddels hoewel omdat bovendien vervolgens eind begin half"
)
STARTERS = frozenset(_STARTERS.split())


def split_sentences(text: Text, titles: Sequence[str] = ()) -> Iterator[Text]:
    """Yield the sentences of running text; `titles` are the document's headings, which a sentence may name."""
    start = 0
    quotations = find_quotations(text.value)
    for end in END.finditer(text.value):
        if quotations.hold(*end.span()) or not _ends(text.value, start, end, titles):
            continue
        sentence = stripped(text.slice(start, end.end()))
        if sentence.value:
            yield sentence
        start = end.end()
    rest = stripped(text.slice(start, len(text.value)))
    if rest.value:
        yield rest


def _ends(value: str, start: int, end: re.Match[str], titles: Sequence[str]) -> bool:
    if end.end() >= len(value.rstrip()):
        return True
    following = START.match(value, end.end())
    if not following:
        return False
    first = following["first"]
    if not (first.isupper() or first.isdigit() or first in "€$" or CONTRACTED.match(value, end.end())):
        return False
    if not end[0].startswith(".") or len(end[0]) > 1:
        return True
    before = value[max(start, end.start() - WINDOW) : end.start() + 1]
    return not _is_abbreviated(before, value[following.start("first") : end.end() + WINDOW], titles)


def _is_abbreviated(before: str, after: str, titles: Sequence[str]) -> bool:
    """Tell whether the full stop at the end of some words is that of an abbreviation, an initial or a number."""
    word = re.split(r"[\s,.;:]", after, maxsplit=1)[0]
    starts = word.lower() in STARTERS
    if STATE.search(before) or (LETTER.search(before) and word.lower() not in PARTICLES):
        return not starts
    if ABBREVIATED.search(before) or INITIAL.search(before) or NUMBER_SIGN.search(before):
        return True
    if chapter := CHAPTER.search(before):
        named = f"{chapter['number']}. {after}"
        return not starts or any(named.startswith(title) or title.startswith(named) for title in titles)
    if BEFORE_NUMBER.search(before):
        return after[:1].isdigit()
    if LIST_NUMBER.search(before.strip()):
        return True
    return bool(DAY.search(before)) and word.lower() in MONTHS
