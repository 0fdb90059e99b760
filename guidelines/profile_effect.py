"""What of a profile has no effect in this version of the product, or less than its name says.

The municipality is told by ``make profiles``, so that nobody believes in a choice that changes
nothing. A test holds the list against the code.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidelines.profile import Profile

FIXED: Mapping[str, str] = {
    "prior_request": "skal passe til grant_decider, som er den, der virker",
    "late_request": "et sent ønske bliver altid taget imod; det er aldrig en grund til et nej",
    "languages": "alle sætninger findes på dansk og engelsk; flere sprog kan ikke vælges",
    "unit_overrides": "én retningslinje gælder for hele kommunen; en enhed kan ikke afvige",
    "request_channels": "et ønske bliver taget imod på alle måder",
    "approval_scope": "et ja gælder altid ét møde, også når mødet bliver flyttet",
    "reasons_to_person": "den, der får et nej, får altid begrundelsen",
    "precedents": "tidligere svar bliver altid vist, og et andet svar skal altid forklares",
    "technical_assistance": "svaret på »hvordan optager jeg?« er sætningen how_to_record",
    "adopted_by": "står i profilen til oplysning",
    "approved_by": "står i profilen til oplysning",
}
"""Parameters that change nothing, and what holds instead."""

PARTLY: Mapping[tuple[str, str], str] = {
    (
        "ground_readers",
        "hr_legal",
    ): "hr_legal ser kun grunden, når de selv er spurgt om et nej eller er stedfortræder",
    ("inform_participants", "on"): "alle får altid besked, når der må optages",
    (
        "participant_objection",
        "weigh",
    ): "et trin på medarbejderens kort; selve vejningen står i et nej",
    ("participant_objection", "consent"): "et trin på medarbejderens kort, ikke en liste med svar",
    (
        "evaluate_on",
        "",
    ): "ændrer intet; hr_legal og dpo får et kort, når dagen er nær, og et, når den er gået",
    (
        "valid_to",
        "",
    ): "stopper ikke profilen: den gælder, til en ny version begynder, og det bliver sagt",
    ("misuse_route", ""): "ændrer kun ordene; hr_legal i departments.yaml får henvendelsen",
    ("legal_label", ""): "ændrer kun ordene i det, der bliver sagt, vist og noteret",
    ("request_addressee", ""): "ændrer kun, hvad der er valgt på forhånd: dig selv eller køen",
}
"""Values (an empty one: every value) that do less than they seem to."""


def without_effect(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The parameters of the profile that change nothing or little, each with what holds instead."""
    little = [(name, why) for (name, value), why in PARTLY.items() if _has(profile, name, value)]
    return (*FIXED.items(), *little)


def _has(profile: Profile, name: str, value: str) -> bool:
    found = getattr(profile, name)
    if not value:
        return found is not None
    return value in found if isinstance(found, tuple) else bool(found == value)
