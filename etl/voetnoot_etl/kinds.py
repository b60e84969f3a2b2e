"""GENERATED from ontology/kinds.ttl by `voetnoot-etl terms`: the keys of each SKOS scheme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TABLE = """
acled: agreement air-drone-strike armed-clash arrests attack change-to-group-activity
    disrupted-weapons-use government-regains-territory headquarters-or-base-established
    non-violent-transfer-of-territory other peaceful-protest remote-explosive shelling;
actor-kind: armed-force court de-facto-authority government group historical-state
    humanitarian-organisation international-body international-organisation local-authority ministry
    mission news-outlet non-governmental-organisation parliament party peacekeeping-force person
    police population research-service state state-body volunteer-force;
agreement-kind: ceasefire commitment court-order joint-statement law mandate resolution surrender
    treaty understanding;
border-kind: adjacent-territories azerbaijani-controlled front-line lachin-corridor
    peacekeeper-patrolled;
cause: mine other;
check-verdict: match mismatch not-computable;
combatant-status: combatant non-combatant;
compliance-verdict: breached complied disputed partial;
consultation: only-cited read;
date-basis: combined inferred-year phrase stated unknown widest-span within;
event-type: administrative-act advance agreement-reached aid-delivery appeal armed-clash arrest
    attack blockade capture ceasefire ceasefire-violation checkpoint construction control-change
    court-proceeding decision declaration-of-independence deployment displacement dissolution
    escalation exchange-of-fire execution explosion handover humanitarian-crisis incursion
    infrastructure-cut law-or-resolution meeting military-exercise military-operation mine-laying
    mission-change mission-start negotiation opening passage-refused political-change project
    prosecution protest publication recruitment release research returns sabotage shelling shootdown
    shooting statement surrender transfer-of-arms visit vote war withdrawal;
link-method: equal-rows equal-totals interchangeable-rows named-in-row no-match unique-match;
modality: accuses asserts denies hearsay speculates;
no-claim-reason: announcement caption greeting heading nothing-found opinion question signature;
note-kind: citation comment mixed;
note-scope: document-part in-note none same-sentence since-last-marker;
occurrence: alleged cancelled did-not-occur occurred planned;
outcome: captured deployed detained displaced fled killed killed-or-missing killed-or-wounded
    missing released remained returned wounded;
page-basis: computed printed;
place-kind: border city continent corridor country disputed-region district exclave facility
    front-line historical-country not-a-place province region road sea state-border town village;
provision-type: border-delimitation ceasefire disarmament document-protection free-movement
    handover-of-territory humanitarian-access humanitarian-principle military-support negotiation
    non-use-of-force observation peacekeeping prisoner-exchange recognition return-of-displaced
    rights-guarantee security-guarantee self-determination surrender territorial-defence
    transport-route withdrawal;
publication-kind: analysis briefing chart data-table interactive letter map news-item note
    parliamentary-question report resolution unknown web-page;
qualifier: about almost at-least at-most between exact less-than more-than several;
recognition: de-facto recognised;
relation: cites see-also;
role: ambassador analyst author commander head-of-mission member-of-parliament minister president
    prime-minister representative speaker;
sentence-role: caption greeting heading list-item opinion question signature statement;
text-status: lost present;
unit: aircraft base bus country day district dollar euro exclave family hectare hour incident
    inhabitant item kilometre meeting metre month percent person place post principle province
    resolution shipment square-kilometre tonne vehicle village war week year;
url-status: ambiguous inferred listed missing;
weapon-kind: drones heavy-weaponry special-operations;
"""

_ROWS = (row.partition(":") for row in _TABLE.split(";") if row.strip())

KINDS: Final[Mapping[str, frozenset[str]]] = {
    scheme.strip(): frozenset(keys.split()) for scheme, _, keys in _ROWS
}
