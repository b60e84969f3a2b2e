"""Dutch words that tell who says something, and how, as data."""

from __future__ import annotations

from typing import Final

ASSERTS: Final = (
    r"ze(?:gt|ggen|i|iden|gde|gden)\b(?!\s(?:[\w.]+\s){0,6}toe\b)",
    r"me(?:ldt|lden|ldde|ldden)", r"bericht(?:t|en|te|ten)?",
    r"rapporte(?:ert|ren|erde|erden)", r"verme(?:ldt|lden|ldde|ldden)", r"schr(?:ijft|ijven|eef|even)",
    r"verkla(?:art|ren|arde|arden)", r"bewe(?:ert|ren|erde|erden)", r"benadruk(?:t|ken|te|ten)",
    r"bevestig(?:t|en|de|den)", r"verduidelijk(?:t|en|te|ten)", r"oorde(?:elt|len|elde|elden)",
    r"me(?:ent|nen|ende|enden)", r"concludee?r(?:t|en|de|den)", r"waarschuw(?:t|en|de|den)",
    r"regist(?:reert|reren|reerde|reerden)", r"onthul(?:t|len|de|den)",
    r"toelich(?:t|ten|tte|tten)", r"documente(?:ert|ren|erde|erden)", r"constate(?:ert|ren|erde|erden)",
    r"note(?:ert|ren|erde|erden)", r"becijfer(?:t|en|de|den)", r"bet(?:oogt|ogen|oogde|oogden)",
    r"argumente(?:ert|ren|erde|erden)",
    r"redene(?:ert|ren|erde|erden)", r"onderlijn(?:t|en|de|den)", r"getuig(?:t|en|de|den)",
    r"vertel(?:t|len|de|den)",
    r"beklemto(?:ont|nen|onde|onden)", r"onderstre(?:ept|pen|epte|epten)", r"claim(?:t|en|de|den)",
    r"verzeker(?:t|en|de|den)", r"antwoord(?:de|den)", r"schreeuw(?:t|en|de|den)",
)  # fmt: skip
"""Whatever follows these is said by their subject."""
ASSERTS_WITH: Final = (
    r"ste(?:lt|llen|lde|lden)\b(?=[^.;]{0,80}?\bdat\b)",
    r"erken(?:t|nen|de|den)\b(?!\s[^.;]{0,80}?\bals\b)",
    r"v(?:indt|inden|ond|onden)\b(?=\s(?:\w+\s){0,2}dat\b)",
    r"spr(?:eekt|eken|ak|aken)\s(?:(?!met\s)[\w.]+\s){0,6}van\b",
    r"w(?:ijst|ijzen|ees|ezen)\s(?:\w+\s){0,3}(?:erop|op|naar)\b",
    r"scha(?:t|tten|tte)\b(?=[^.;]{0,60}?(?:\bdat\b|\bop\b|\d))",
    r"noem(?:t|en|de|den)\b(?!\szich)",
    r"la(?:at|ten)\b[^.;]{0,90}?\bweten\b", r"lie(?:t|ten)\b[^.;]{0,90}?\bweten\b", r"laten weten\b",
    r"g(?:eeft|even|af|aven)\b[^.;]{0,60}?\b(?:aan|te kennen|toe)\b(?=[^.;]{0,40}\b(?:dat|te)\b)",
    r"aangegeven\b", r"te kennen gegeven\b",
    r"de(?:elt|len|elde|elden)\b[^.;]{0,90}?\bmee\b", r"meegedeeld\b",
    r"li(?:cht|chten|chtte|chtten)\b[^.;]{0,60}?\btoe\b",
    r"le(?:gt|ggen|gde|gden)\b[^.;]{0,70}?\buit\b(?=\sdat)",
    r"vo(?:egt|egen|egde|egden)\b[^.;]{0,60}?\btoe\b(?=\sdat)",
    r"kondig(?:t|en|de|den)\b[^.;]{0,90}?\baan\b",
    r"(?:maakt|maken|maakte|maakten)\b[^.;]{0,60}?\sbekend\b",
    r"ka(?:art|arten|artte|artten)\b[^.;]{0,40}?\baan\b(?=\sdat)",
    r"vo(?:ert|eren|erde|erden)\b[^.;]{0,40}?\baan\b(?=\sdat)",
    r"(?:ra(?:amt|amde|amden)|ramen)\b(?=[^.;]{0,80}?\bop\b)",
    r"h(?:oudt|ouden|ield|ielden)\shet\sop\b(?=[^.;]{0,40}\d|\s\w+\s\w+)",
    r"te(?:lt|lde|lden|llen)\ser\b", r"klinkt\b(?=\s(?:het\s)?dat\b)", r"luidt\shet\b",
    r"rie(?:p|pen)\b(?=[^.;]{0,20}(?:\buit\b|$|[.,]))|riep\b(?=\s(?:hij|zij|ze)\b)",
    r"(?:is|zijn|was|waren)\svan\s(?:mening|oordeel)\b", r"cite(?:ert|ren|erde|erden)",
    r"acht(?:en|te|ten)?\s(?:het|dit|dat)\s(?:\w+\s)?(?:bewezen|aannemelijk)\b",
    r"l(?:aat|aten|iet|ieten)\b[^.;]{0,90}?\b(?:optekenen|verstaan|uitschijnen|noteren)\b",
    r"merk(?:t|en|te|ten)\b[^.;]{0,40}?\bop\b", r"ha(?:alt|len|alde|alden)\b[^.;]{0,40}?\baan\b(?=\sdat)",
    r"st(?:ipt|ippen|ipte|ipten)\b[^.;]{0,40}?\baan\b",
    r"teken(?:t|en|de|den)\b[^.;]{0,40}?\baan\b(?=\sdat)",
    r"g(?:eeft|even|af|aven)\b[^.;]{0,40}?\bmee\b(?=\sdat)",
    r"herinner(?:t|en|de|den)\b[^.;]{0,30}?\beraan\b",
    r"(?:heeft|hebben|had|hadden)\shet\s(?:[\w.]+\s){0,3}over\b", r"gewa(?:agt|gen|agde|agden)\svan\b",
    r"rep(?:t|pen|te|ten)\svan\b",
    r"ma(?:akt|ken|akte|akten)\s(?:gewag|melding)\svan\b",
    r"(?:bestempel|omschrijf|typeer|kwalificeer)(?:t|de)\b(?=[^.;]{0,80}?\bals\b)",
    r"(?:omschreef|beschreef|beschrijft|omschrijven|beschrijven)\b(?=[^.;]{0,80}?\bals\b)",
    r"ste(?:lt|lde|llen|lden)\b(?=[^.;]{0,60}?\bbij\s(?:tot|op|naar)\b)",
    r"te(?:lt|lde|lden|llen)\b(?=[^.;]{0,80}?\b(?:doden|gedode|gewonden?|slachtoffers|incidenten|schendingen|vluchtelingen|ontheemden)\b)",
    r"kla(?:agt|agde|agden|gen)\b(?=\sdat\b)",
    r"h(?:oudt|ouden|ield|ielden)\b[^.;]{0,40}?\bvol\b", r"ga(?:at|an)\servan\suit\b",
    r"ging(?:en)?\servan\suit\b",
    r"ste(?:lt|lde|llen|lden)\b[^.;]{0,60}?\bvast\b(?=\sdat)",
    r"(?:heeft|hebben|had|hadden)\b[^.;]{0,60}?\b(?:gemeld|gezegd|verklaard|gesteld|bevestigd|beweerd|benadrukt|"
    r"gerapporteerd|aangekondigd|meegedeeld|laten weten|bericht|geschreven|geregistreerd)\b",
)  # fmt: skip
"""Verbs that say something only with what follows them here."""
ACCUSES: Final = (
    r"hekel(?:t|en|de|den)", r"laak(?:t|te|ten)", r"n(?:eemt|emen|am|amen)\b[^.;]{0,60}?\bkwalijk\b",
    r"insinue(?:ert|ren|erde|erden)",
    r"ste(?:lt|llen|lde|lden)\b[^.;]{0,60}?\baan de kaak\b",
    r"le(?:gt|ggen|gde|gden)\b[^.;]{0,60}?\bde schuld bij\b",
    r"beschuldig(?:t|en|de|den)", r"verw(?:ijt|ijten|eet|eten)",
    r"kla(?:agt|gen|agde|agden)\b[^.;]{0,60}?\baan\b",
    r"g(?:eeft|even|af|aven)\b[^.;]{0,40}?\bde schuld\b",
    r"(?:heeft|hebben|had|hadden)\b[^.;]{0,60}?\bbeschuldigd\b",
    r"(?:houdt|houden|hield|hielden|acht|achten|stelt|stelde|stelden)\b[^.;]{0,60}?\bverantwoordelijk\b",
)  # fmt: skip
DENIES: Final = (
    r"ontken(?:t|nen|de|den)", r"ontkracht(?:en|te|ten)?", r"weerle(?:gt|ggen|gde|gden)",
    r"betwis(?:t|ten|tte|tten)", r"(?:heeft|hebben|had|hadden)\b[^.;]{0,60}?\bontkend\b",
    r"spr(?:eekt|eken|ak|aken)\b[^.;]{0,30}\btegen\b", r"weersp(?:reekt|reken|rak|raken)",
    r"loochen(?:t|en|de|den)",
    r"verw(?:erpt|erpen|ierp|ierpen)\b"
    r"(?=[^.;]{0,60}?\b(?:beschuldiging|aantijging|bewering|bevinding|verwijt|claim|verhaal|lezing))",
    r"wui(?:ft|ven|fde|fden)\b[^.;]{0,60}?\bweg\b", r"ontzenuw(?:t|en|de|den)",
    r"w(?:ijst|ijzen|ees|ezen)\b[^.;]{0,60}?\bvan de hand\b", r"tegenspr(?:eekt|eken|ak|aken)",
    r"(?:noem(?:t|en|de|den)|doe(?:t|n)|deed|deden)\b[^.;]{0,60}?\b(?:verzonnen|verzinsels?|leugens?|onwaar|onzin|ongegrond|"
    r"uit de lucht gegrepen|af als)\b",
)  # fmt: skip
SPECULATES: Final = (
    r"specule(?:ert|ren|erde|erden)", r"suggere(?:ert|ren|erde|erden)", r"vermoed(?:t|en|de|den)?",
    r"slui(?:t|ten)\sniet\suit", r"gis(?:t|sen)",
    r"acht(?:en|te|ten)?\b[^.;]{0,60}?\b(?:mogelijk|(?:on)?waarschijnlijk|uitgesloten|denkbaar|realistisch)",
    r"vre(?:est|zen|esde|esden)\b(?=[^.;]{0,20}?\bdat\b)", r"denk(?:t|en)\b(?=\sdat\b)",
    r"dacht(?:en)?\b(?=\sdat\b)",
    r"verwacht(?:en|te|ten)?\b(?=\sdat\b)", r"voorspel(?:t|len|de|den)", r"houd(?:t|en)\srekening\smet",
)  # fmt: skip

VERBS: Final = {
    "accuses": ACCUSES,
    "denies": DENIES,
    "speculates": SPECULATES,
    "asserts": (*ASSERTS, *ASSERTS_WITH),
}
"""Patterns by modality."""

ACCORDING_TO: Final = (
    r"volgens|luidens|blijkens|naar\s(?:eigen\s)?(?:zeggen|opgave)\svan|bij\smonde\svan|op\sgezag\svan|"
    r"naar\shet\soordeel\svan|in\sde\s(?:ogen|lezing)\svan|in\sde\swoorden\svan|vern(?:eem|eemt|emen|am|amen)\svan|"
    r"op\sbasis\svan\s(?:de\s)?(?:\w+\s)?(?:cijfers|data|gegevens)\svan|"
    r"(?:blijkt|bleek)\suit\s[^.;,]{0,40}?\svan"
)
SAYS_AFTER: Final = (
    r"aldus|zo\s(?:schrijft|meldt|meldde|stelt|stelde|zegt|zei|schreef|luidt|bericht|getuigt|getuigde|verklaart|verklaarde|"
    r"vertelt|vertelde|waarschuwt|waarschuwde|benadrukt|oordeelt|oordeelde|klinkt\shet(?:\sbij)?|klonk\shet(?:\sbij)?|"
    r"deelt|deelde|laat|liet)(?=\s)|\(\s?bron(?:nen)?\s?:|"
    r"(?<=,\s)(?:meldt|melden|meldde|zegt|zei|schrijft|schreef|stelt|verklaart|verklaarde|bericht|vertelt)"
    r"(?=\s)(?![^.;]{0,60}\bdat\b)"
)
HEARSAY: Final = (
    r"naar\sverluidt|naar\shet\sheet|het\sgerucht\sgaat|er\s(?:gaan|doen|zijn)\s(?:\w+\s)?geruchten|"
    r"er\s(?:\w+\s){0,5}berichten\s(?:op\s)?dat|volgens\s(?:onbevestigde\s\w+|geruchten)|"
    r"(?:wordt|worden|werd|werden)\s(?:er\s)?(?:\w+\s){0,2}(?:genoemd|verwezen|gezegd|beweerd|verondersteld|"
    r"gefluisterd|gesuggereerd|gespeculeerd|verteld|aangenomen|vermoed)"
    r"(?![^.;]{0,80}\bdoor\b)|(?:gelet\sop|op\sbasis\svan)\sgeruchten"
)
SUBORDINATING: Final = r"\b(?:dat|of|als|indien|wanneer|omdat|nadat|tot|zodat|die|waar\w*)\b"
WOULD_MAIN: Final = (
    r"zou(?:den)?\b(?!\s(?:kunnen|moeten|willen|mogen|graag)\b)(?=[^.;:,]{1,120}?\s[a-z]{3,}en(?:[.,;]|$))"
    r"(?![^.;:,]*\b(?:kunnen|moeten|willen|mogen|als|indien)\b)"
)
"""The conditional of report with a plain infinitive at the clause's end, in a main clause."""
PERHAPS: Final = r"mogelijks|wellicht|vermoedelijk|waarschijnlijk|mogelijkerwijs"
"""Words by which whoever says something takes it for no more than likely."""
WOULD: Final = (
    r"zou(?:den)?\b(?=[^.;]{0,120}?\b(?:hebben|zijn|worden)\b)(?!\s(?:kunnen|moeten|willen|mogen)\b)"
)
"""The conditional of report: "zou zijn gevraagd"; not that of a wish or a possibility."""

OF_NAMED: Final = r"te(?:lt|lde|lden|llen)\b(?!\ser\b)|erken\w+|verkla\w+\szich\b"
"""Verbs that only a known speaker says something with: a land counts, recognises and declares itself, too."""
OWN_VOICE: Final = ("ik", "wij", "we", "mij", "ons", "mijn", "onze")
"""Words by which a document's author speaks of himself."""
OWN_TEXTS: Final = (
    "rapport", "nota", "brief", "hoofdstuk", "document", "overzicht", "focus", "verslag", "antwoord",
    "tekst", "bijlage", "kaart", "grafiek", "tabel", "cijfers",
)  # fmt: skip
NOT_SAYING: Final = (
    "akkoord", "akkoorden", "verdrag", "plan", "plannen", "schema", "planning", "wet", "wetten",
    "artikel", "afspraak", "afspraken", "overeenkomst", "bepaling", "bepalingen", "regels", "regel",
    "methode", "recht", "grondwet", "principe", "traditie", "kalender", "agenda", "schatting",
    "schattingen", "tekst", "protocol", "resolutie", "resoluties", "norm", "normen", "statuut",
    "staakt-het-vuren", "wapenstilstand", "model", "procedure", "onderzoek", "telling", "tellingen",
)  # fmt: skip
"""What stands behind "volgens" and says nothing itself: an agreement, a plan, the document's own count."""
SOURCE_NOUNS: Final = frozenset(
    (
        "bron", "bronnen", "nieuwsbronnen", "perskanaal", "perskanalen", "media", "nieuwsmedia", "berichtgeving",
        "expert", "experts", "experten", "analist", "analisten", "analysten", "waarnemer", "waarnemers",
        "deskundigen", "autoriteiten", "afgevaardigde", "regeringsafgevaardigde", "vertegenwoordiger",
        "functionarissen", "woordvoerder", "woordvoerders", "ooggetuigen",
        "inwoners", "burgers", "tegenstanders", "critici", "ambtenaren", "diplomaten", "persbureaus", "kranten",
        "overheid", "regering", "leger", "ministerie", "zijde", "kant", "premier", "president", "minister",
        "parlement", "mensenrechtenverdediger", "ombudsman", "generaal", "legerleiding", "ambassadeur", "gezant",
        "parket", "grenswacht", "veiligheidsdienst", "staatsmedia", "oppositie",
    )
)  # fmt: skip
"""Words for those who say something without being named."""
CAPITALS: Final = {
    "baku": "azerbaijan", "yerevan": "armenia", "ankara": "turkey", "moscow": "russia", "paris": "france",
    "washington-dc": "united-states", "tehran": "iran", "tbilisi": "georgia",
    "stepanakert": "nagorno-karabakh-de-facto-authorities",
}  # fmt: skip
"""Places whose name, as a subject, means the authority that governs from there."""
SEATS: Final = {"Kremlin": "russia", "Elysée": "france", "Élysée": "france", "Witte Huis": "united-states"}
PASSIVE: Final = {
    "asserts": r"bevestigd|gemeld|gerapporteerd|beweerd|verklaard|vermeld|bericht|geregistreerd|benadrukt|vastgesteld|"
    r"geteld|gedocumenteerd|opgetekend|onthuld|aangekondigd|bekendgemaakt|becijferd|geraamd",
    "denies": r"ontkend|ontkracht|weerlegd|betwist",
    "accuses": r"aangeklaagd|verweten",
}
"""Participles of which "door" names the speaker."""
PRONOUNS: Final = ("hij", "zij", "ze")

DEMANDS: Final = (
    r"e(?:is|ist|isen|iste|isten)", r"vra(?:agt|gen)|vroeg(?:en)?",
    r"r(?:oept|oepen|iep|iepen)\b[^.;]{0,80}?\bop\b",
    r"pleit(?:en|te|ten)?", r"hoop(?:t|te)|hopen|hoopten", r"weiger(?:t|en|de|den)",
    r"steun(?:t|en|de|den)",
    r"veroorde(?:elt|len|elde|elden)", r"betreur(?:t|en|de|den)", r"dreig(?:t|en|de|den)",
    r"belo(?:oft|ven|ofde|ofden)", r"beschouw(?:t|en|de|den)", r"verw(?:erpt|erpen|ierp|ierpen)",
    r"sta(?:at|an)\s(?:\w+\s){0,2}(?:positief|weigerachtig|negatief)", r"voorstander",
    r"(?:dring(?:t|en)|drong(?:en)?)\b[^.;]{0,60}?\baan\b", r"onderschr(?:ijft|ijven|eef|even)",
    r"spo(?:ort|ren|orde|orden)\b[^.;]{0,60}?\baan\b", r"bereid\ste", r"wens(?:t|en)\b(?!\svan)",
    r"moedig(?:t|en)\b[^.;]{0,60}?\baan\b", r"sluit\s(?:me|zich)\s(?:\w+\s)?aan", r"geen\soptie",
)  # fmt: skip
"""Verbs by which an actor takes a position."""
