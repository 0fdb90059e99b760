"""Whatever profile loads can be said: every text, in every place it stands, in both languages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from guidelines.demands import missing
from guidelines.places import LISTS
from guidelines.profile import Guideline, Profile, ProfileError, read_profile
from tests.unit.guidelines.profiles import ALL, OWN, profile_of, raw_of, write
from texts.announcement import (
    announcement,
    answer_how_to_record,
    answer_may_i_record,
    answer_may_i_share,
    answer_video,
    late_joiner,
    own_sentence,
    phone_script,
    read_aloud_script,
    revoked,
    says_decision,
    says_guidance,
    start_sentence,
)
from texts.letters import (
    GrantFacts,
    RefusalFacts,
    granted_letter,
    receipt_letter,
    refused_letter,
    spoken_explanation,
    unanswered_letter,
)
from texts.voice import everything

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
STAFF = ("preparation", "guidance", "undisclosed_steps", "refuser_notes")
FIELDS = ("{navn}", "{tid}", "{sted}", "{leder}", "{sletdato}", "{data_protection}", "{ombudsman}")

SHOWN = 1000  # characters; Hypothesis warns of examples that nobody can read


def all_that_is_said(profile: Profile) -> Iterator[str]:
    """Everything the product makes of the profile's texts."""
    relations = ("citizen", "employee") if "employee" in profile.requester_roles else ("citizen",)
    for relation, language in product(relations, ("da", "en")):
        yield from letters(profile, relation, language)
        yield from meetings(profile, relation, language)
        for what in ("permitted", "refused", "undecided"):
            yield start_sentence(profile, what, relation=relation, language=language)
        yield from says_guidance(profile, language)
        yield from says_decision(profile, language)
        yield answer_how_to_record(profile, language)
        yield answer_may_i_share(profile, language)
        yield from answer_may_i_record(profile, language)
        yield answer_video(profile, language)
        yield from (*revoked(profile).da, *revoked(profile).en)
        for listed in STAFF:
            yield from (
                own_sentence(profile, name, relation, language) for name in getattr(profile, listed)
            )
    yield from (words for _, _, words in everything(Guideline((profile,))))
    assert missing(profile) is not None


def letters(profile: Profile, relation: str, language: Any) -> Iterator[str]:
    plain: dict[str, Any] = {
        "citizen_name": "Ole", "meeting_at": NOON, "caseworker": "Mette", "number": "L-7",
        "relation": relation, "language": language,
    }  # fmt: skip
    records = (None, date(2027, 1, 1)) if profile.parallel_recording != "none" else (None,)
    for day in records:
        facts = GrantFacts(**plain, own_recording_delete_on=day)
        for letter in (granted_letter, receipt_letter, unanswered_letter):
            yield from letter(profile, facts).paragraphs
    for ground in profile.refusal_grounds:
        facts = RefusalFacts(
            **plain, decided_by="Mette", ground="memory", refusal_ground=ground.id,
            parts={part.id: "Hans søn taler om sin gæld." for part in ground.parts},
            confirmed_by="Jens" if profile.two_persons else "", partial=ground.partial,
            devices_out=ground.devices_out, devices_place="i skabet",
        )  # fmt: skip
        yield from refused_letter(profile, facts).paragraphs
        yield spoken_explanation(profile, facts)


def meetings(profile: Profile, relation: str, language: Any) -> Iterator[str]:
    part = any(ground.partial for ground in profile.refusal_grounds)
    for own_part, both, video in product({False, part}, (False, True), (False, True)):
        how: dict[str, bool] = {"own_part": own_part, "both_record": both, "video": video}
        for told in (announcement, late_joiner):
            said = told(profile, "Ole", relation=relation, **how)
            yield from (*said.da, *said.en)
        yield from read_aloud_script(profile, "Ole", language=language, relation=relation, **how)
        del how["video"]
        yield from phone_script(profile, "Mette", relation=relation, language=language, **how)


@pytest.mark.parametrize("profile_id", ALL)
def test_nothing_of_a_field_is_left_in_what_is_said(profile_id: str) -> None:
    assert [one for one in all_that_is_said(profile_of(profile_id)) if "{" in one] == []


@dataclass(frozen=True)
class Edited:
    """An edited profile; only what was done to which is shown, a whole profile is too much to read."""

    profile_id: str
    done: tuple[tuple[str, str], ...]
    raw: dict[str, Any] = field(repr=False)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """As hypothesis asks; by itself it shows every field."""
        printer.text(repr(self))


@st.composite
def edits(draw: st.DrawFn) -> Edited:
    """A profile of the product, edited as its owner might: lists, intros, links and sentences."""
    profile_id = draw(st.sampled_from(OWN))
    raw = raw_of(profile_id)
    names = sorted(raw["texts"])
    done = []
    for _ in range(draw(st.integers(1, 3))):
        what = draw(st.sampled_from(("list", "list", "intro", "links", "text", "gone")))
        name = draw(st.sampled_from(names))
        done.append((what, name))
        if what == "list":
            kept = raw[draw(st.sampled_from(sorted(LISTS)))]
            kept.append(name) if name not in kept else kept.remove(name)
        elif what == "intro":
            draw(st.sampled_from(raw["refusal_grounds"]))["intro"] = name
        elif what == "links":
            raw["links"] = {"ombudsman": "https://www.ombudsmanden.dk"} if raw["links"] else {}
        elif what == "text" and name in raw["texts"]:
            for language in ("da", "en"):
                raw["texts"][name][language] += draw(st.sampled_from(FIELDS))
        else:
            raw["texts"].pop(name, None)
    return Edited(profile_id, tuple(done), raw)


@settings(max_examples=80, deadline=None)
@given(edits())
def test_whatever_loads_can_be_said(edited: Edited) -> None:
    assert len(pretty(edited)) < SHOWN
    with tempfile.TemporaryDirectory() as folder:
        try:
            profile = read_profile(write(Path(folder), edited.raw))
        except ProfileError:
            return
    assert [one for one in all_that_is_said(profile) if "{" in one] == []


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("announcement", "granted_answer"),
        ("granted_terms", "says_who"),
        ("phone_lines", "refused_answer"),
        ("guidance", "says_who"),
        ("preparation", "says_who"),
        ("undisclosed_steps", "says_late"),
        ("refuser_notes", "granted_answer"),
    ],
)
def test_a_text_does_not_load_in_a_place_that_cannot_fill_its_field(
    tmp_path: Path, where: str, name: str
) -> None:
    raw = raw_of("nyborg")
    raw[where].append(name)
    with pytest.raises(
        ProfileError, match=f"texts.{name}.da: {{.*}} kan ikke fyldes ud i .*{where}"
    ):
        read_profile(write(tmp_path, raw))


def test_an_intro_and_a_link_that_cannot_be_filled_do_not_load(tmp_path: Path) -> None:
    raw = raw_of("nyborg")
    raw["refusal_grounds"][0]["intro"] = "own_recording_deleted"
    with pytest.raises(ProfileError, match=r"{sletdato} kan ikke fyldes ud i intro"):
        read_profile(write(tmp_path, raw))
    raw = raw_of("nyborg") | {"links": {}}
    with pytest.raises(
        ProfileError, match=r"may_i_share\.da: {data_protection} kan ikke fyldes ud"
    ):
        read_profile(write(tmp_path, raw))
