"""Dutch nouns that a figure counts, as data."""

from __future__ import annotations

from typing import Final, NamedTuple


class Noun(NamedTuple):
    """What a counted noun says by itself: unit, combatant status, outcome, and a factor on the number."""

    unit: str
    status: str = ""
    outcome: str = ""
    factor: int = 1


def _nouns(words: str, noun: Noun) -> dict[str, Noun]:
    return dict.fromkeys(words.split(), noun)


COMBATANT: Final = "combatant"
CIVILIAN: Final = "non-combatant"
PERSON: Final = "person"
ITEM: Final = "item"
"""The unit of things that no table knows."""

NOUNS: Final = {
    **_nouns(
        "militair militairen soldaat soldaten manschap manschappen strijder strijders huurling huurlingen "
        "officier officieren dienstplichtige dienstplichtigen reservist reservisten rebel rebellen piloot piloten "
        "sergeant sergeanten korporaal korporaals luitenant luitenants kapitein kapiteins majoor majoors "
        "kolonel kolonels generaal generaals sluipschutter sluipschutters grenswachter grenswachters "
        "troepen commando's militanten jihadisten djihadisten militieleden guerrillastrijders krijgers",
        Noun(PERSON, COMBATANT),
    ),
    **_nouns("gesneuvelde gesneuvelden", Noun(PERSON, COMBATANT, "killed")),
    **_nouns("krijgsgevangene krijgsgevangenen pow's", Noun(PERSON, COMBATANT, "captured")),
    **_nouns(
        "burger burgers kind kinderen vrouw vrouwen journalist journalisten bouwvakker bouwvakkers "
        "arbeider arbeiders dorpeling dorpelingen boer boeren hulpverlener hulpverleners patiënt "
        "patiënten arts artsen ambtenaar ambtenaren verslaggever verslaggevers reporter reporters "
        "cameraman cameramannen visser vissers verpleegkundige verpleegkundigen leerkracht leerkrachten "
        "toerist toeristen priester priesters baby baby's tiener tieners meisje meisjes jongen jongens "
        "echtpaar bergbeklimmers pelgrims handelaars advocaat advocaten chauffeur chauffeurs leraar "
        "leraren monnik monniken buschauffeur passagier passagiers scholieren leerlingen studenten "
        "bejaarden mijnwerkers herder herders",
        Noun(PERSON, CIVILIAN),
    ),
    **_nouns("burgerdode burgerdoden", Noun(PERSON, CIVILIAN, "killed")),
    **_nouns("burgerslachtoffer burgerslachtoffers", Noun(PERSON, CIVILIAN, "killed-or-wounded")),
    **_nouns(
        "mens mensen persoon personen man mannen figuur figuren ander anderen agent agenten politieagent "
        "politieagenten betoger betogers manifestant manifestanten demonstrant demonstranten waarnemer "
        "waarnemers monitor monitors vredestroepen vredeshandhavers vredessoldaten leden armeniër "
        "armeniërs azeri azeri's azerbeidzjaan azerbeidzjanen rus russen turk turken syriërs georgiërs "
        "gezinsleden familieleden activisten presidenten leiders ministers politici gijzelaars "
        "vrijwilligers medewerkers werknemers personeelsleden deelnemers kandidaten opposanten "
        "oppositieleden bemiddelaar bemiddelaars verdachte verdachten parlementsleden getuige getuigen "
        "volwassenen migranten asielzoekers ballingen terugkeerders gepensioneerden nederlanders belgen "
        "duitsers fransen britten amerikanen oekraïners polen koerden grieken iraniërs tsjetsjenen "
        "osseten abchazen joden jezidi's",
        Noun(PERSON),
    ),
    **_nouns(
        "dode doden sterfgevallen overlijdens overledenen mensenlevens mensenleven levens",
        Noun(PERSON, "", "killed"),
    ),
    **_nouns("gewonde gewonden gekwetsten", Noun(PERSON, "", "wounded")),
    **_nouns("vermiste vermisten", Noun(PERSON, "", "missing")),
    **_nouns("slachtoffer slachtoffers", Noun(PERSON, "", "killed-or-wounded")),
    **_nouns("vluchteling vluchtelingen", Noun(PERSON, "", "fled")),
    **_nouns("ontheemde ontheemden", Noun(PERSON, "", "displaced")),
    **_nouns("gevangene gevangenen gedetineerde gedetineerden arrestanten", Noun(PERSON, "", "detained")),
    **_nouns("inwoner inwoners bewoner bewoners", Noun("inhabitant")),
    **_nouns("gezin gezinnen familie families huishoudens", Noun("family")),
    **_nouns("dorp dorpen dorpje dorpjes gehucht gehuchten", Noun("village")),
    **_nouns(
        "plaats plaatsen nederzetting nederzettingen stad steden locatie locaties gebied gebieden regio's",
        Noun("place"),
    ),
    **_nouns("district districten rayons", Noun("district")),
    **_nouns("provincie provincies", Noun("province")),
    **_nouns("land landen staten sovjetnaties", Noun("country")),
    **_nouns("exclave exclaves enclave enclaves", Noun("exclave")),
    **_nouns("basis basissen bases", Noun("base")),
    **_nouns("post posten stellingen controleposten", Noun("post")),
    **_nouns("kilometer kilometers km", Noun("kilometre")),
    **_nouns("meter meters m", Noun("metre")),
    **_nouns("km2 km² vierkante_kilometer vierkante_kilometers", Noun("square-kilometre")),
    **_nouns("hectare hectares hectaren ha", Noun("hectare")),
    **_nouns("procent % percent", Noun("percent")),
    **_nouns("ton tonnen", Noun("tonne")),
    **_nouns("euro euro's eur €", Noun("euro")),
    **_nouns("dollar dollars usd $", Noun("dollar")),
    **_nouns(
        "dram manat lari roebel roebels pond frank lira hryvnia gulden kronen yuan yen dinar", Noun(ITEM)
    ),
    **_nouns("uur uren", Noun("hour")),
    **_nouns("dag dagen", Noun("day")),
    **_nouns("week weken", Noun("week")),
    **_nouns("maand maanden", Noun("month")),
    **_nouns("jaar jaren", Noun("year")),
    **_nouns("decennium decennia", Noun("year", factor=10)),
    **_nouns("eeuw eeuwen", Noun("year", factor=100)),
    **_nouns(
        "incident incidenten voorval voorvallen schending schendingen schietincidenten overtredingen",
        Noun("incident"),
    ),
    **_nouns("resolutie resoluties", Noun("resolution")),
    **_nouns("principe principes beginselen", Noun("principle")),
    **_nouns(
        "vliegtuig vliegtuigen straaljager straaljagers helikopter helikopters drone drones", Noun("aircraft")
    ),
    **_nouns("voertuig voertuigen tank tanks vrachtwagen vrachtwagens auto's pantserwagens", Noun("vehicle")),
    **_nouns("bus bussen", Noun("bus")),
    **_nouns("oorlog oorlogen", Noun("war")),
    **_nouns("gesprek gesprekken ontmoeting ontmoetingen bijeenkomsten vergaderingen", Noun("meeting")),
    **_nouns("lading ladingen konvooi konvooien zendingen", Noun("shipment")),
}
"""By word as printed, in lower case; a compound counts as its last part ("grensdorpen" as "dorpen")."""

CALLINGS: Final = ("isten", "ologen")
PEOPLES: Final = ("iërs", "anen", "enaren", "ezen", "landers", "ioten", *CALLINGS)
"""Endings of plurals that count people: those of a calling, and with a capital those of a country."""
COUNTED: Final = frozenset(NOUNS)
