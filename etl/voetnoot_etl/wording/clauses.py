"""Dutch words that tell clauses apart, and what stands in the background of a clause, as data."""

from __future__ import annotations

from typing import Final


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


AUXILIARIES: Final = _words(
    "is zijn was waren heeft hebben had hadden wordt worden werd werden kan kunnen kon konden wil willen "
    "wou wilde wilden moet moeten moest moesten zal zullen zou zouden mag mogen mocht mochten"
)
FINITE: Final = AUXILIARIES + _words(
    "blijft blijven bleef bleven komt komen kwam kwamen gaat gaan ging gingen neemt nemen nam namen geeft "
    "geven gaf gaven houdt houden hield hielden staat staan stond stonden ligt liggen lag lagen laat "
    "laten liet lieten begint beginnen begon begonnen start starten startte startten breekt breken brak "
    "braken vindt vinden vond vonden valt vallen viel vielen raakt raken raakte raakten lijkt lijken leek "
    "leken blijkt blijken bleek bleken leidt leiden leidde leidden loopt lopen liep liepen doet doen deed "
    "deden maakt maken maakte maakten krijgt krijgen kreeg kregen zet zetten zette biedt bieden bood "
    "boden dient dienen diende vormt vormen vormde vormden vreest vrezen vreesde vreesden stelt stellen "
    "stelde stelden weigert weigeren weigerde weigerden vraagt vragen vroeg vroegen spoort sporen roept "
    "roepen riep riepen deelt delen deelde deelden toont tonen toonde toonden stuurt sturen stuurde "
    "stuurden zendt zenden zond zonden sluit sluiten sloot sloten opent openen opende verlaat verlaten "
    "verliet verlieten vertrekt vertrekken vertrok vertrokken verliest verliezen verloor verloren sterft "
    "sterven stierf stierven arresteert arresteren arresteerde arresteerden lanceert lanceren lanceerde "
    "schiet schieten schoot schoten blokkeert blokkeren blokkeerde blokkeerden schuift schuiven schoof "
    "schoven duurt duren duurde duurden ontstaat ontstaan ontstond ontstonden belooft beloven beloofde "
    "beloofden ontkent ontkennen ontkende ontkenden zegt zeggen zei zeiden meldt melden meldde meldden "
    "verklaart verklaren verklaarde verklaarden beschuldigt beschuldigen beschuldigde beschuldigden eist "
    "eisen eiste eisten steunt steunen steunde dreigt dreigen dreigde dreigden hoopt hopen hoopte hoopten "
    "kondigt kondigen kondigde kondigden licht duikt duiken doken bevindt bevinden bereikt bereiken "
    "bereikte bereikten slaagt slagen slaagde slaagden zorgt zorgen verergert escaleert ontwapent treedt "
    "treden trad traden trekt trekken trok trokken brengt brengen bracht brachten telt tellen heerst "
    "werken werkt werkte bouwt bouwen bouwde opereert monitort bestaat bestaan bestond"
)
"""Frequent finite forms: what stands right behind "en" or a comma in such a form opens a clause."""

EVENT_NOUNS: Final = (
    r"oorlog|gevecht(?:en)?|overgave|offensief|operatie|akkoord|staakt-het-\s?vuren|wapenstilstand|blokkade|"
    r"beschieting(?:en)?|aanval(?:len)?|escalaties?|opflakkering(?:en)?|overwinning|nederlaag|inval(?:len)?|exodus|"
    r"uiteenvallen|ontbinding|referendum|verkiezingen|ontmoeting(?:en)?|gesprek(?:ken)?|bezoek|levering(?:en)?|start|"
    r"begin|einde|aankomst|vertrek|onafhankelijkheid|revolutie|staatsgreep|\w*explosie|ontploffing|arrestaties?|spanning(?:en)?|"
    r"gebeurtenis(?:sen)?|vijandelijkheden|top|inname|verovering|terugtrekking|ondertekening|ramp|aardbeving"
)
"""Nouns that name something that took place."""
AFTER_EVENT: Final = r"na|sinds|sedert|sindsdien na"
BEFORE_EVENT: Final = r"v[oó][oó]r|voorafgaand aan|tot en met|tot aan|tot"
DURING_EVENT: Final = r"tijdens|gedurende"
BESIDE_EVENT: Final = (
    r"ten gevolge van|als gevolg van|naar aanleiding van|ondanks|in tegenstelling tot|in afwachting van|als reactie op|"
    r"uit angst voor|uit schrik voor|omwille van|gelet op|wegens|in ruil voor"
)
"""What follows these is why or despite what something took place, not what took place."""
