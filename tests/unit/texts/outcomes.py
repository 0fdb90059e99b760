"""Every letter there can be: profile by profile, outcome, ground, relation, language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from guidelines.profile import HERE, Profile, RefusalGround, load_profile, read_profile
from texts.catalog import LANGUAGES
from texts.letters import (
    GrantFacts,
    Letter,
    RefusalFacts,
    granted_letter,
    receipt_letter,
    refused_letter,
    unanswered_letter,
)
from texts.views import Language

FOURTH = Path(__file__).parents[2] / "profiles"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
GONE = date(2027, 3, 1)
OWN_WORDS = {
    "da": "Vi har hørt dig ({id}). Det taler vi om.",
    "en": "We have heard you ({id}). We talk about it.",
}


def _read_all() -> dict[str, Profile]:
    own = [path for path in sorted(HERE.glob("*.yaml")) if "-v" not in path.stem]
    found = {path.stem: load_profile(path.stem) for path in own}
    return found | {path.stem: read_profile(path) for path in sorted(FOURTH.glob("*.yaml"))}


PROFILES = _read_all()
"""The three guidelines, and the municipalities written from the table alone."""


def relations(profile: Profile) -> tuple[str, ...]:
    return ("citizen", "employee") if "employee" in profile.requester_roles else ("citizen",)


def grants(profile: Profile, language: Language = "da") -> Iterator[GrantFacts]:
    for relation in relations(profile):
        for gone in (None, GONE):
            yield GrantFacts(
                citizen_name="Ole Madsen", meeting_at=NOON, caseworker="Mette Holm", number="L-7",
                language=language, relation=relation, notice=profile.is_notice,
                own_recording_delete_on=gone,
            )  # fmt: skip


def refusals(profile: Profile, language: Language = "da") -> Iterator[RefusalFacts]:
    for relation in relations(profile):
        for ground in profile.refusal_grounds:
            plain = refusal(profile, ground, relation=relation, language=language)
            yield plain
            yield dataclasses.replace(plain, ground="")
            if ground.partial:
                yield dataclasses.replace(plain, partial=True)
            if ground.devices_out:
                yield dataclasses.replace(plain, devices_out=True, devices_place="skab 4")


def refusal(
    profile: Profile,
    ground: RefusalGround | None = None,
    *,
    relation: str = "citizen",
    language: Language = "da",
) -> RefusalFacts:
    ground = ground or profile.refusal_grounds[0]
    return RefusalFacts(
        citizen_name="Ole Madsen", meeting_at=NOON, caseworker="Mette Holm", number="L-7",
        language=language, relation=relation, notice=profile.is_notice, decided_by="Mette Holm",
        ground=profile.grounds[0].id, refusal_ground=ground.id,
        parts={part.id: OWN_WORDS[language].format(id=part.id) for part in ground.parts},
        confirmed_by="Lone Dahl" if profile.two_persons else "",
    )  # fmt: skip


def letters(profile: Profile, language: Language = "da") -> Iterator[Letter]:
    for grant in grants(profile, language):
        yield granted_letter(profile, grant)
        yield unanswered_letter(profile, grant)
        yield receipt_letter(profile, grant)
    for no in refusals(profile, language):
        yield refused_letter(profile, no)


def words(letter: Letter) -> str:
    return "\n".join(letter.paragraphs)


def product_words(letter: Letter, facts: RefusalFacts) -> str:
    """The letter without what the decider wrote."""
    own = set(facts.parts.values())
    return "\n".join(part for part in letter.paragraphs if part not in own)


__all__ = [
    "GONE", "LANGUAGES", "NOON", "PROFILES", "grants", "letters", "product_words", "refusal",
    "refusals", "relations", "words",
]  # fmt: skip
