"""Dutch words that tell what kind of event a sentence speaks of, as data."""

from __future__ import annotations

from typing import Final

EVENT_WORDS: Final = {
    "armed-clash": r"gevecht|gevochten|vijandelijkhe|vijandighe|treffen|schermutseling|opflakkering|escalatie",
    "shelling": r"beschiet|beschoten|bombarde|artillerie|raketaanval",
    "shooting": r"beschoten|schot|schiet|vuren",
    "exchange-of-fire": r"wederzijdse beschiet|vuurwisseling|vuren",
    "attack": r"aanval|aangevallen",
    "war": r"oorlog|conflict(?!zone)",
    "military-operation": r"offensief|militaire operatie|operatie",
    "incursion": r"inval",
    "advance": r"opgeschoven|opmars|bezetting",
    "blockade": r"blokkade|blokke|afgesloten|afsluit",
    "displacement": r"vlucht|exodus|ontheem|hun huis|vertrek",
    "ceasefire": r"staakt-het-vuren|wapenstilstand",
    "ceasefire-violation": r"schending|geschonden|niet gerespecteerd|inbreuk",
    "agreement-reached": r"akkoord",
    "surrender": r"overgave|capitul",
    "meeting": r"ontmoeting|top\b|gesprek|bijeen|samen",
    "negotiation": r"onderhandel|gesprek",
    "visit": r"bezoek|bezocht|afgereisd",
    "statement": r"verklaar|deelt\b.*\bmee|interview|toespra|dreigt",
    "aid-delivery": r"hulpgoederen|lading|konvooi|levering",
    "checkpoint": r"controlepost",
    "arrest": r"arrest|aangehouden",
    "protest": r"protest|betog|manifest",
    "mission-start": r"missie|waarnemers|monitor",
    "deployment": r"ingezet|ontplooi|posten",
    "capture": r"krijgsgevangen|gevangen genomen",
    "release": r"vrijgelaten|vrij\b.*\bgelaten|vrijlating",
    "explosion": r"ontploffing|explosie|mijn",
    "shootdown": r"neergeschoten|neergehaald",
    "construction": r"aanleg|bouw",
    "opening": r"in gebruik|geopend",
    "law-or-resolution": r"resolutie|wet\b",
    "court-proceeding": r"gerechtshof|bevel|hoorzitting",
    "vote": r"referendum|stemming",
    "declaration-of-independence": r"onafhankelijk",
    "control-change": r"ingenomen|veroverd|controle over|overgenomen",
    "military-exercise": r"oefening",
    "transfer-of-arms": r"wapen|militaire uitrusting|militair materiaal",
    "infrastructure-cut": r"gastoevoer|onderbroken",
    "withdrawal": r"terugtrek|teruggetrokken|terugkeren",
    "execution": r"excecut|geëxecuteerd|executie",
    "humanitarian-crisis": r"humanitaire crisis|tekort",
    "escalation": r"spanning",
    "decision": r"beslis|besluit",
    "handover": r"overhandig|overdracht|overgedragen|teruggave",
    "prosecution": r"vervolg(?:d|ing)|berecht|aangeklaagd|aanklacht",
    "mission-change": r"uitbreid|verleng",
    "recruitment": r"ronsel|huurling|gerekruteerd",
    "returns": r"teruggekeerd|terugkeer",
    "passage-refused": r"tegengehouden|tegenhouden|doorgang geweiger|weigert\b.*\bdoor te laten",
    "mine-laying": r"mijnen",
    "dissolution": r"uiteenvallen|ontbinding|ontbonden",
    "research": r"onderzoek|raadpleeg",
}
"""Beginnings of words by type of event."""

HARMFUL: Final = (
    "armed-clash", "shelling", "shooting", "exchange-of-fire", "attack", "war", "military-operation", "incursion",
    "explosion", "execution", "ceasefire-violation", "capture",
)  # fmt: skip
"""Types of event in which people are killed, wounded, captured or go missing."""
TEXTS: Final = ("law-or-resolution", "court-proceeding")
"""Types of event that are a text, by which somebody asks for several things."""
HARM: Final = ("killed", "wounded", "missing", "killed-or-missing", "killed-or-wounded", "captured")
OUTCOME_EVENTS: Final = {
    **dict.fromkeys(HARM, HARMFUL),
    **dict.fromkeys(("displaced", "fled"), ("displacement", "war", "armed-clash", "military-operation")),
    "detained": ("arrest", "protest", "prosecution"),
    "released": ("release",),
    "deployed": ("deployment", "mission-start", "mission-change", "recruitment"),
    "returned": ("returns", "withdrawal", "displacement"),
    "remained": ("displacement",),
}
"""Types of event in which people can meet an outcome."""
NARROW: Final = {
    "captured": ("capture",),
    **dict.fromkeys(("displaced", "fled", "remained"), ("displacement",)),
    "detained": ("arrest",),
    "released": ("release",),
    "returned": ("returns",),
    "deployed": ("deployment", "mission-start"),
}
"""Types of event that an outcome by itself makes."""
