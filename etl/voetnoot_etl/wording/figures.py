"""Dutch words of what became of the counted, whose they are and where a clause ends, as data."""

from __future__ import annotations

from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


MEASURES: Final = ("hectare", "kilometre", "metre", "square-kilometre", "tonne", "euro", "dollar")
COUNTABLE: Final = (
    *(
        "village",
        "exclave",
        "meeting",
        "incident",
        "district",
        "province",
        "base",
        "post",
        "aircraft",
        "vehicle",
    ),
    "shipment",
)
"""Units of things of which "enkele" makes a figure without a number."""
TIMES: Final = ("hour", "day", "week", "month", "year")
PARTIES: Final = ("landen", "partijen", "zijden", "kampen", "leiders", "buurlanden", "staten", "republieken")
"""After "de twee" these only point back."""
DETERMINERS: Final = ("de", "deze", "die", "beide", "hun", "hen", "onze", "zijn", "haar")
OUTCOME_ADJECTIVES: Final = {
    "gesneuvelde": "killed", "omgekomen": "killed", "gedode": "killed", "dode": "killed", "dodelijke": "killed",
    "overleden": "killed", "gewonde": "wounded", "gekwetste": "wounded", "vermiste": "missing",
    "gearresteerde": "detained", "aangehouden": "detained", "opgepakte": "detained", "vrijgelaten": "released",
    "ontheemde": "displaced", "gevluchte": "fled", "teruggekeerde": "returned", "achtergebleven": "remained",
    "gevangengenomen": "captured",
}  # fmt: skip

_SENTENCE = r"(?:[^.;]|(?<=\d)\.(?=\d)){0,160}"
_CLAUSE = r"(?:[^.;,]|(?<=\d)[.,](?=\d)){0,160}"
"""A stretch of a sentence or a clause; the points and commas inside numbers end none."""
_DEATH = (
    r"om het leven(?: (?:kwam(?:en)?|komen|komt|gekomen|gebracht))?|omgekomen|gesneuveld|"
    r"sneuvel(?:t|de|den|en)|gedood|"
    r"doodgeschoten|vermoord|overleden|overleed|overlijden|gestorven|stierf|stierven|sterven|sterft|geëxecuteerd|"
    r"terechtgesteld|(?:verl(?:iest|iezen|oor|oren)|l(?:aat|aten|iet|ieten)|kost(?:te|ten|"
    rf"en)?)\b{_SENTENCE}?\bhet leven|"
    r"het leven (?:liet(?:en)?|laten|verloren|verloor|gelaten|gekost|kost(?:te|ten|en)?)|"
    r"het verlies van(?=\s\d|\s[a-z]+\s)|"
    r"v(?:ond|onden|inden|indt)\b[^.;]{0,40}?\bde dood|de dood (?:gevonden|vond(?:en)?|vinden)|"
    rf"(?:komt|komen|kwam|kwamen)\b{_SENTENCE}?\bom"
    r"(?=\s*(?:[.,;)]|$)|\s(?:op|bij|tijdens|in|door|en|of|aan|na)\s)|"
    r"verdr(?:onk|onken|inken|inkt)|bez(?:week|weken|wijken)|gefusilleerd|onthoofd|gelyncht|neergeschoten en overleden|"
    r"overleefde(?:n)?\b[^.;]{0,30}?\bniet|niet overleef\w+|"
    r"geëist|dodental|ge[eë]xcecuteerd|dodelijk(?=\s?(?:[.,;)]|$))"
)
OUTCOMES: Final = {
    "killed-or-missing": rf"(?:{_DEATH})(?: zijn| waren| werden)? of(?: \w+){{0,2}} vermist|"
    r"vermist of (?:gedood|omgekomen)",
    "killed-or-wounded": rf"(?:{_DEATH})(?: zijn| waren)? of gewond|doden (?:en|of) gewonden|gedood en gewond|"
    r"slachtoffer (?:geworden|van|gevallen)",
    "killed": _DEATH,
    "wounded": r"gewond|gekwetst|(?:brand|schot|steek)?verwond(?:de|den|ingen)?|(?:brand|schot|steek)wonden",
    "missing": r"vermist",
    "captured": r"krijgsgevangen\w*|gevangen ?genomen|gevangennam(?:en)?|krijgsgevangenschap|ontvoerd|gegijzeld|"
    rf"n(?:eemt|emen|am|amen)\b{_CLAUSE}?\bgevangen",
    "detained": r"gearresteerd|arresteer\w*|arresteren|aangehouden|opgepakt|vastgehouden|gedetineerd|opgesloten|"
    r"vast(?:zit|zitten|zat|zaten|gezeten|gezet)|z(?:it|itten|at|aten)\b[^.;,]{0,60}?\bvast",
    "released": rf"vrijgelaten|vrij(?: \w+){{0,2}} gelaten|vrijlating|vrijliet(?:en)?|"
    rf"l(?:iet(?:en)?|aat|aten) {_CLAUSE}?\b(?:vrij|gaan)\b",
    "displaced": rf"ontheemd|hun (?:huis|huizen|woning|woningen)\b{_CLAUSE}?\b(?:verla\w+|verliet\w*|ontvlucht\w*)|"
    r"geëvacueerd|verdreven|dakloos|moe(?:st(?:en)?|t(?:en)?)\b[^.;,]{0,80}?\b(?:vertrekken|vluchten|wegtrekken)",
    "fled": r"gevlucht|vertrokken|vlucht(?:t?en|te)?\b|ontvlucht\w*|op de vlucht",
    "remained": rf"achtergebleven|gebleven|bl(?:even|ijven|eef|ijft)\b{_CLAUSE}?\bachter",
    "returned": rf"teruggekeerd|terug(?:ge)?ke\w+|ke(?:ren|erden|ert|erde)\b{_CLAUSE}?\bterug",
    "deployed": r"ingezet|ontplooid|gestationeerd|tewerkgesteld|overgevlogen|uitgezonden|"
    r"uitgestuurd|gelegerd|stuur(?:t|de|den)|zond(?:en)?",
}
"""Patterns by outcome; where two begin at one place the earlier outcome counts."""

COUNT_OF: Final = {"aantal": "", "totaal": "", "aantallen": "", "cijfer": "", "dodental": "doden"}
"""Behind one of these a bare number counts its noun, or the noun here: "het aantal doden steeg van 3 naar 5"."""
SIDES: Final = {
    "armenian-side": ("armeens", "armeense", "armeniër", "armeniërs", "armenië"),
    "azerbaijani-side": (
        "azerbeidzjaans", "azerbeidzjaanse", "azerbeidzjaan", "azerbeidzjanen", "azeri", "azeri's", "azeri’s",
        "azerbeidzjan", "azerische",
    ),
}  # fmt: skip

CLAUSE_BREAK: Final = (
    r"[;:]|,\s(?:en|maar|terwijl|waarbij|waardoor|die|dat|aangezien|want|dus|nadat|toen|hoewel)\b|"
    r"\s(?:maar|terwijl|nadat)\s|"
    r"\sen\s(?:er\s)?(?:raken|raakten|zijn|waren|werden|worden|komen|kwamen|vallen|vielen|vlucht\w+|"
    r"sneuvel\w+|sterven|"
    r"stierven|verloren|hebben|hadden|heeft|is|werd|wordt)\b"
)
RELATIVE_BREAK: Final = r",\s(?:die|dat)\b"
SUBSET: Final = ("waarvan", "waaronder", "onder wie", "van wie", "inclusief", "onder meer")
SUBSET_BREAK: Final = rf"{CLAUSE_BREAK}|\b(?:{'|'.join(SUBSET)})\b"

STOP_WORDS: Final = _words(
    "in op aan van voor na tot bij met uit door over onder tussen tijdens sinds te om als dan dat die er het de een "
    "en of maar want zijn waren was is werd werden wordt worden heeft hebben had hadden komen komt kwam kwamen "
    "raken raakt raakte raakten zou zouden wordt wie wat waar waarvan waaronder per naar tegen volgens ook niet "
    "geen gewond gedood omgekomen gesneuveld hun hen zij ze men zich daarbij hierbij daar hier staat staan ligt "
    "liggen leeft leven vielen vallen viel zal zullen kan kunnen moet moeten geleden later eerder alsmede evenals "
    "gevlucht gekomen jl"
)
"""A noun phrase after a number ends before one of these."""
LABELS: Final = _words(
    "kaart grafiek bijlage bijlagen hoofdstuk hoofdstukken tabel figuur artikel artikelen paragraaf punt pagina "
    "pagina's p. blz. nr. nr nummer noot voetnoot deel fase resolutie route vraag dag versie stap optie lid "
    "categorie kanaal editie protocol afdeling sectie kamerstuk kamerstukken dossier zaaknummer dossiernummer"
)
"""A number right after one of these is a label."""
