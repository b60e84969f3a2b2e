"""What the figures of a clause tell of the whole clause: the event that all people in it are counted of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voetnoot_etl.claims.model import Claim, ClaimKind
from voetnoot_etl.wording.events import OUTCOME_EVENTS


def shared(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a clause, the event of all its figures of people being that of the clause, too."""
    counted = {
        claim.events for claim in claims if claim.kind is ClaimKind.FIGURE and claim.outcome in OUTCOME_EVENTS
    }
    if len(counted) != 1 or () in counted:
        return list(claims)
    events = counted.pop()
    return [
        replace(claim, events=events, rules=(*claim.rules, "event-of-figures"))
        if _lacks_event(claim)
        else claim
        for claim in claims
    ]


def _lacks_event(claim: Claim) -> bool:
    is_base = claim.kind is ClaimKind.FIGURE and any(rule.endswith("-base") for rule in claim.rules)
    of_text = "date-of-text" in claim.rules
    return not claim.events and not of_text and (is_base or claim.kind in (ClaimKind.EVENT, ClaimKind.OTHER))
