"""Dutch nouns that point back to an event told of before, with the types of event that they can mean, as data."""

from __future__ import annotations

from typing import Final

FIGHTS: Final = (
    "armed-clash",
    "war",
    "military-operation",
    "attack",
    "shelling",
    "exchange-of-fire",
    "shooting",
)
FEARED: Final = (
    r"(?:mogelijke?|dreigende?|gevreesde?) (?:nieuwe )?(?:escalaties?|aanval|oorlog|inval|invasie)|"
    r"(?:risico|gevaar|vrees) (?:van|op|voor) (?:een )?(?:nieuwe )?(?:escalatie|aanval|oorlog|inval|invasie)"
)
"""Words for what somebody fears, and did not come."""
GOING_ON: Final = ("war", "military-operation")
"""Types of the fighting that a whole document can be about."""
POINTED: Final = {
    r"gevechten|geweld|vijandelijkheden|escalaties?|opflakkering(?:en)?": FIGHTS,
    r"aanval(?:len)?": ("attack", "armed-clash", "military-operation", "war", "shelling", "incursion"),
    r"(?:laatste |recente )?ontwikkelingen": FIGHTS,
    r"agressie": ("war", "military-operation", "armed-clash"),
    r"beschieting(?:en)?|bombardement(?:en)?": ("shelling", "exchange-of-fire", "armed-clash", "attack"),
    r"oorlog": ("war",),
    r"offensief|militaire (?:operatie|actie)": ("military-operation", "war"),
    r"blokkade|afsluiting": ("blockade",),
    r"protest(?:en|acties)?|betoging(?:en)?": ("protest",),
    r"exodus|uittocht": ("displacement",),
    r"onderhandelingen|overleg": ("negotiation",),
    r"gesprek(?:ken)?|ontmoeting|bijeenkomst|top": ("meeting", "negotiation"),
    r"bezoek": ("visit",),
    r"oproep|verzoek|eis|vraag": ("appeal", "statement", "protest"),
    r"missie": ("mission-start", "mission-change", "visit"),
    r"executies?|excecuties?|oorlogsmis(?:daad|daden|drijf|drijven)": ("execution",),
}
"""Nouns by what they can mean."""
THIS: Final = r"deze|dit|die|dat"
THE: Final = r"de|het"
NEW: Final = "nieuwe?|mogelijke?|verdere?|volgende?|een|eerste|tweede|derde|andere?|tussen|van|laatste|eerdere?|vorige?"
"""An adjective that makes the noun mean another event than the one told of."""
NOT_TOLD: Final = r"oplossing|regeling|weerszijden|kader|oorsprong|geschiedenis|uitbreken|risico|reden"
"""Nouns that govern the pointing one: they tell of something else than the event."""
BESIDE: Final = r"weerszijden|oplossing|regeling|gevolgen|slachtoffers"
"""Nouns behind which a named conflict stands beside what is told."""
CONFLICT: Final = r"(?:dit|het) (?:gewapende? |huidige? )?conflict"
SITUATION: Final = (
    r"de (?:huidige|actuele) (?:toestand|situatie|gebeurtenissen|gevechten)|"
    r"(?:het|de) \w+ (?:geweld|gevechten) (?:van )?vandaag|"
    r"(?:gevechten|aanval|oorlog)[^.;]{0,40} die (?:nu|momenteel)\b|"
    r"(?:zoals )?die momenteel gebeurt|de spanningen? lo(?:opt|pen)\b[^.;]{0,30}\bop"
)
"""Words for the fighting that goes on while a text is written."""
CONTINUES: Final = (
    r"(?:ook )?(?:dit|dat) (?:is|was|werd|wordt|zijn|waren|betekent|leid(?:t|de)|gebeur(?:t|de))|"
    r"het (?:uiteindelijke )?(?:doel|resultaat|gevolg) (?:is|was)|steeds beschuldig(?:en|t|den)|"
    r"ook zij|het (?:is|was|werd|wordt) [^.;,]{0,40}\bdat dit|"
    r"(?:hun|zijn|haar) (?:aanwezigheid|komst|inzet|optreden|deelname)"
)
"""What opens a sentence that goes on about the one before."""
BEGINS: Final = (
    r"(?:ge)?start(?:te|ten)?|beg(?:in|on|onnen)|(?:uit)?gebarsten|barst(?:te|ten)? (?:uit|los)|"
    r"ontketen(?:d|de|den)"
)
"""Verbs of a beginning: they tell of what opened the fighting."""
