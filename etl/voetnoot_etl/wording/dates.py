"""Dutch words of date phrases, as data: months, parts, seasons, connectors."""

from __future__ import annotations

from typing import Final

FULL_MONTHS: Final = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTHS: Final = {
    **FULL_MONTHS,
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip

PARTS: Final = {
    **dict.fromkeys(("begin", "aanvang", "vroeg in", "vroege", "prille"), "begin"),
    **dict.fromkeys(("half", "medio", "midden", "mid", "halverwege", "halfweg"), "half"),
    **dict.fromkeys(("eind", "einde", "ultimo", "laat in", "late", "slot"), "eind"),
}
MONTH_PART_DAYS: Final = {"begin": (1, 10), "half": (11, 20), "eind": (21, 31)}
"""Our convention: a month's begin, middle and end are its first, second and last ten days or so."""
YEAR_PART_MONTHS: Final = {"begin": (1, 4), "half": (5, 8), "eind": (9, 12)}
"""Our convention: thirds of a year."""
DECADE_PART_YEARS: Final = {"begin": (0, 3), "half": (4, 6), "eind": (7, 9)}
"""Our convention for a decade, of ten years."""

SEASONS: Final = {"lente": 21, "voorjaar": 21, "zomer": 22, "herfst": 23, "najaar": 23, "winter": 24}
"""EDTF level 1 seasons."""

ORDINALS: Final = {
    **dict.fromkeys(("eerste", "1e", "1ste"), 1),
    **dict.fromkeys(("tweede", "2e", "2de"), 2),
    **dict.fromkeys(("derde", "3e", "3de"), 3),
    **dict.fromkeys(("vierde", "4e", "4de"), 4),
    "laatste": -1,
}
FRACTIONS: Final = {
    **dict.fromkeys(("helft", "jaarhelft", "semester"), 2),
    **dict.fromkeys(("kwartaal", "trimester"), 4),
}
"""Into how many parts a fraction word cuts a year; a Belgian trimester is a quarter."""
VAGUE_FRACTIONS: Final = {"kwartalen": 6, "trimesters": 6, "maanden": 4, "weken": 2}
"""How many months "de eerste ... van" a year covers, loosely."""
WEEK_DAYS: Final = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), -1: (25, 31)}

DECADES: Final = {
    "tien": 10, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
}  # fmt: skip
CENTURIES: Final = {
    "zestiende": 16, "zeventiende": 17, "achttiende": 18, "negentiende": 19, "twintigste": 20,
    "eenentwintigste": 21,
}  # fmt: skip

WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

LAST_WORDS: Final = ("jl.", "jl", "j.l.", "jongstleden", "laatstleden", "ll.")
NEXT_WORDS: Final = ("a.s.", "aanstaande", "e.k.", "eerstkomende")
THIS_YEAR: Final = ("van dit jaar", "dit jaar", "dezes")
LAST_YEAR: Final = ("van vorig jaar", "vorig jaar", "van het vorige jaar")

RELATIVE: Final = {
    "dit jaar": "this", "vorig jaar": "previous", "het vorige jaar": "previous",
    "volgend jaar": "following", "vandaag": "today", "gisteren": "yesterday",
}  # fmt: skip

SINCE: Final = ("sinds", "vanaf", "sedert", "met ingang van", "ingaande")
UNTIL: Final = (
    "tot en met", "t.e.m.", "t/m", "tot aan", "tot", "uiterlijk op", "uiterlijk in", "uiterlijk",
    "ten laatste op", "ten laatste in", "ten laatste", "tegen",
)  # fmt: skip
BEFORE: Final = ("vóór", "voor", "voorafgaand aan")
AFTER: Final = ("na", "later dan")
AROUND: Final = ("rond", "omstreeks", "circa", "ca.", "rond het jaar", "ergens in")
"""Before a date these make it approximate."""
TO: Final = ("tot en met", "t.e.m.", "t/m", "tot aan", "tot", "op")

NOT_A_YEAR_AFTER: Final = (
    "nummer", "nr.", "nr", "resolutie", "artikel", "art.", "pagina", "p.", "blz.", "euro", "dollar", "€", "$",
    "dan", "ongeveer", "bijna", "ruim", "zowat", "minstens", "schatting", "liefst", "totaal",
    "aantal", "hooguit", "hoogstens", "maximaal", "minimaal", "paragraaf", "par.", "hoofdstuk", "km",
)  # fmt: skip
"""A four-digit number right after one of these counts or numbers something."""
AHEAD: Final = (
    r"zal|zullen|zult|komende?|aankomende?|aanstaande|volgende?|verwacht(?:en|t)?|(?<!dan )gepland|geplande|"
    r"voorzien|hoop(?:t|en)?|"
    r"uiterlijk|plan(?:t|nen)?|van plan|voornemens|uitgenodigd|aangekondigd|staat op de agenda"
)
"""By these a sentence speaks of what is to come."""
ALWAYS_YEAR: Final = ("sinds", "vanaf", "sedert", "jaar", "anno")
"""A four-digit number right after one of these is a year whatever follows."""
SET_FOR: Final = (
    "gepland", "geplande", "ingepland", "voorzien", "voorziene", "aangekondigd", "vastgelegd", "vastgesteld", "bepaald",
    "uitgeschreven", "geagendeerd", "bedoeld", "verwacht", "toegezegd", "geprogrammeerd", "afgesproken", "bestemd",
    "bijeengeroepen", "uitgenodigd", "uitnodiging", "afspraak", "agenda", "aangevraagd", "stond", "staat", "stonden",
)  # fmt: skip
"""Behind one of these "voor" names the day itself, not the time before it."""
YEAR_CUES: Final = (
    "in", "sinds", "vanaf", "sedert", "uit", "jaar", "anno", "begin", "eind", "einde", "half", "medio",
    "zomer", "winter", "lente", "herfst", "voorjaar", "najaar",
    "tegen", "tot", "na", "voor", "vóór", "oorlog",
)  # fmt: skip
"""A four-digit number right after one of these is a year whatever plural follows, but for a counted noun."""
