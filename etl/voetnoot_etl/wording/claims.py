"""Dutch words that tell what kind of claim a clause makes, as data."""

from __future__ import annotations

from typing import Final

TEXTS: Final = (
    r"(?:kaart|grafiek|tabel|bijlage|hoofdstuk|subhoofdstuk|staafdiagram|figuur|overzicht|focus|"
    r"document|rapport|nota|"
    r"artikel|data|gegevens|cijfers|cirkel|stip|publicatie)(?:s|en|ken|jes|ments)?"
)
SHOWS: Final = (
    r"toon(?:t|de|den)|tonen|ge(?:eft|ven|ef)\b[^.;]{0,60}?\b(?:een )?(?:zicht|toelichting|"
    r"overzicht|weer)\b|blijk(?:t|en)|"
    r"weerspiegel(?:t|en)|beschrijf?(?:t|ven)|bespre(?:ekt|ken)|schets(?:t|en)|bevat(?:ten)?|"
    r"(?:is|zijn|wordt|worden)\b[^.;]{0,60}?\b(?:opgesteld|opgemaakt|gegenereerd|weergegeven|"
    r"overgenomen)|kom(?:t|en) aan bod"
)
"""What a text does: a sentence that says so tells of the text and of no event."""
STATES: Final = (
    r"(?:is|zijn) (?:\w+ ){0,3}?(?:gelegen|onduidelijk|bindend|afhankelijk|bezorgd|belangrijk|nodig|"
    r"zichtbaar|lid|gericht|"
    r"bereid|kwetsbaar\w*|moeilijk|klein|groot|beperkt|onmogelijk|een|de|het|geen|er)|"
    r"lig(?:t|gen)|lag(?:en)?|bevind(?:t|en)\b|behoor(?:t|de|den)|behoren|grens(?:t|de|den)|"
    r"grenzen aan|best(?:aat|aan|ond|onden)|"
    r"woon(?:t|de|den)|wonen|tel(?:t|de|den)\b|omvat(?:ten|te)?|verbind(?:t|en)|"
    r"bete?ken(?:t|en|de)|hou(?:dt|den|dt) in|vind(?:t|en) zijn oorsprong|heeft te maken|"
    r"hebben te maken|sta(?:at|an)\b|"
    r"loop(?:t|en) (?:de|een|het)\b|maa?k(?:t|en)\b[^.;]{0,200}\bongerust|gebrui?k(?:t|en)\b"
)
"""Verbs of what is so for a while: nothing took place."""
STATIC_UNITS: Final = (
    "kilometre", "metre", "square-kilometre", "percent", "inhabitant", "base", "country",
    "exclave", "principle", "family",
)  # fmt: skip
"""Units of what is so, where no outcome is said."""
AREA_UNITS: Final = ("square-kilometre", "hectare")
WISHES: Final = (
    r"w(?:il|ilt|illen|ilde|ilden|ou)\b", r"trac(?:ht|hten|htte|htten)", r"stre(?:eft|ven|efde|efden)\b",
    r"vre(?:est|zen|esde|esden)", r"hecht(?:en|te|ten)?\b[^.;]{0,30}\bgeloof", r"bereid\b", r"geïnteresseerd",
    r"(?:is|zijn) tegen\b", r"po(?:ogt|gen|ogde|ogden)", r"probe(?:ert|ren|erde|erden)",
    r"moe(?:t|ten)\b(?=[^.;]{0,80}\bkunnen\b)", r"belang van", r"doelen:",
)  # fmt: skip
"""Verbs by which somebody wants, fears or seeks something."""
BACK: Final = (
    r"hierbij|daarbij|hiermee|daarmee|hieruit|daaruit|hieronder|hierdoor|daardoor|hierop|daarop|"
    r"hiertoe|dezelfde|toen|"
    r"daarnaast|vervolgens|nadien|daarna|intussen|ondertussen|ook zij|(?:op )?dat moment|"
    r"(?:deze|dit|die|dat) (?:\w+ )?(?:dag(?:en)?|periode|gevechten|escalaties?|opflakkering|oorlog|"
    r"aanval(?:len)?|offensief|"
    r"gebeurtenis(?:sen)?|maand|jaar|week|weken|incident(?:en)?|gesprek(?:ken)?|ontmoeting|operatie|"
    r"beschieting(?:en)?|keer|"
    r"actie|acties|akkoord|aanpak)|het zijn de \w+ste gevechten"
)
"""Words that point back to the time of what was told before."""
BACK_TO_EVENT: Final = (
    r"hierbij|daarbij|hiermee|hieruit|"
    r"(?P<harm>(?:deze|die) (?:\w+ )?(?:gevechten|escalaties?|opflakkering|oorlog|aanval(?:len)?|"
    r"beschieting(?:en)?|keer)|"
    r"(?:de|het) (?:gevechten|geweld|oorlog|vijandelijkheden|escalatie|offensief)(?!\w)|"
    r"dit offensief|op deze dagen|het zijn de \w+ste gevechten)|"
    r"(?:deze|dit|die|dat) (?:\w+ )?(?:gebeurtenis(?:sen)?|incident(?:en)?|ontmoeting(?:en)?|operatie|actie|acties|"
    r"gesprek(?:ken)?|onderhandelingen|bezoek|top|missie|oproep|verzoek|besluit|aanbod|protest(?:en|acties)?)"
)
"""Words that point back to the event itself; those of a fight, to the last that did harm."""
BACK_TO_PLACE: Final = (
    r"hierbij|daarbij|hierlangs|(?:deze|dit|die|dat) (?:\w+ )?(?:dorp(?:en)?|stad|"
    r"regio|provincies?|districten|"
    r"district|plaats(?:en)?|grens|gebied(?:en)?|exclaves?|corridor|route|weg)"
)
"""Words that point back to a place told of before."""
PLACE_REACH: Final = 2
"""Sentences over which they do."""
