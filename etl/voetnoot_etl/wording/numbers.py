"""Dutch number words and the words that qualify a number, as data."""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    "nul": 0, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
"""A written-out "één" counts; a bare "een" is the article."""
TENS: Final = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
SCALES: Final = {"honderd": 100, "duizend": 1000, "miljoen": 1_000_000, "miljard": 1_000_000_000}
ORDERS: Final = (
    "tientallen", "honderden", "duizenden", "tienduizenden", "honderdduizenden", "miljoenen", "dozijnen",
    "veelvoud",
)  # fmt: skip
"""Plurals that give an order of magnitude and no number."""
INDEFINITE: Final = (
    "enkele",
    "verschillende",
    "meerdere",
    "een aantal",
    "een paar",
    "een handvol",
    "diverse",
)
"""These count persons who came to harm, a measure or countable things; of other things they say no figure."""
UNCOUNTED_ONE: Final = (
    "lijn", "kant", "zijde", "keer", "maal", "manier", "ding", "adem", "woord", "punt", "oogopslag",
    "oogwenk", "klap", "slag", "hand", "geheel", "ander", "andere", "enkele", "enkel", "ervan", "hunner",
    "iets", "iemand", "dezelfde", "hetzelfde", "stuk", "dag",
)  # fmt: skip
"""What "één" only speaks of, as in "op één lijn"."""
HALVES: Final = {"de helft": 50, "helft": 50, "een kwart": 25, "driekwart": 75}
"""Shares in per cent."""
FRACTIONS: Final = {
    "derde": 3, "derden": 3, "vierde": 4, "vierden": 4, "kwart": 4, "vijfde": 5, "vijfden": 5, "zesde": 6,
    "achtste": 8, "tiende": 10, "tienden": 10,
}  # fmt: skip
"""Into how many parts a fraction word cuts."""
CENTURY_SHARES: Final = {"kwart eeuw": 25, "halve eeuw": 50}
"""Lengths in years."""

ALMOST: Final = (
    "bijna",
    "haast",
    "nagenoeg",
    "net geen",
    "net niet",
    "zo goed als",
    "nog net geen",
    "een kleine",
    "krap",
)
MORE_THAN: Final = (
    "meer dan", "ruim", "dik", "boven de", "een dikke", "een goede", "iets meer dan", "iets boven de",
    "veel meer dan", "hoger dan", "langer dan", "groter dan",
)  # fmt: skip
AT_LEAST: Final = (
    "minstens", "ten minste", "tenminste", "op zijn minst", "op z'n minst", "minimaal", "minimum", "zeker",
    "niet minder dan", "alleszins", "tot minstens", "min.",
)  # fmt: skip
AT_MOST: Final = (
    "hooguit", "hoogstens", "ten hoogste", "maximaal", "maximum", "max.", "niet meer dan",
    "nooit meer dan", "tot wel", "tot maximaal", "niet hoger dan", "nooit hoger dan", "geen hogere dan",
    "uiterlijk", "niet langer dan",
)  # fmt: skip
LESS_THAN: Final = ("minder dan", "onder de", "nog geen", "lager dan", "korter dan")
ABOUT: Final = (
    "ongeveer", "circa", "ca.", "zowat", "rond de", "rond", "om en nabij", "naar schatting", "naar raming",
    "zo'n", "zo’n", "plusminus", "grofweg", "bij benadering", "in de buurt van", "pakweg",
    "om en bij", "omstreeks", "een geschatte", "geschatte", "schattingsgewijs",
    "om en nabij de", "tegen de", "om en bij de",
)  # fmt: skip
EMPHASIS: Final = (
    "maar liefst", "liefst", "amper", "slechts", "maar", "een luttele", "luttele", "wel", "exact", "precies",
    "in totaal", "totaal", "alleen al", "nog", "al", "nog maar", "enkel",
)  # fmt: skip
"""These colour a number and leave its value as it is."""
QUALIFIERS: Final = {
    **dict.fromkeys(ALMOST, "almost"),
    **dict.fromkeys(MORE_THAN, "more-than"),
    **dict.fromkeys(AT_LEAST, "at-least"),
    **dict.fromkeys(AT_MOST, "at-most"),
    **dict.fromkeys(LESS_THAN, "less-than"),
    **dict.fromkeys(ABOUT, "about"),
    **dict.fromkeys(EMPHASIS, "exact"),
}
AFTER_NUMBER: Final = {"of meer": "at-least", "of minder": "at-most", "à": "between"}
RANGE_WORDS: Final = ("tot", "tot en met", "à", "a", "of")
"""Between two numbers these make a range ("twee of drie" too)."""
