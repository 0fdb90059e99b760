"""One municipality's guideline as data: ``guidelines/<id>.yaml``, read and checked.

The parameters are those of the guideline itself (domain 2.3). What the source does not state stands
under ``assumptions`` too, for the municipality to confirm. Who decides in which department is not
here: that is deployment data. A guideline that changes gets a new version in a file of its own,
``<id>-v2.yaml``: a request keeps the version it was handled under.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from guidelines.problem import ProfileError
from guidelines.profile_check import check, check_versions
from guidelines.profile_file import read
from guidelines.profile_parts import (
    INTERNAL_GUIDE,
    Alternative,
    Assumption,
    Contact,
    Criterion,
    Demand,
    EmployeeMeeting,
    Ground,
    Hours,
    RefusalGround,
    RefusalPart,
    Retention,
    Words,
)
from guidelines.rules import rule

__all__ = [
    "Alternative",
    "Assumption",
    "Contact",
    "Criterion",
    "Demand",
    "EmployeeMeeting",
    "Ground",
    "Guideline",
    "Hours",
    "Profile",
    "ProfileError",
    "RefusalGround",
    "RefusalPart",
    "Retention",
    "Words",
    "load_guideline",
    "load_profile",
    "read_profile",
]

Stance = Literal["deny_unless_need", "individual_assessment", "allow_unless_ground"]
Leave = Literal["notice", "agreement", "permission"]
Evidence = Literal["accepted", "prompt_completed", "confirmed"]
HERE = Path(__file__).parent
ENDING = ".yaml"


@dataclass(frozen=True)
class Profile:
    """One version of a municipality's guideline. Every request keeps the ``id`` and ``version`` it
    began under. ``valid_to`` is the last day of the version, None while it has no end."""

    id: str
    municipality: str
    version: int
    valid_from: date
    valid_to: date | None
    evaluate_on: date | None
    adopted_by: str
    approved_by: str
    source_url: str
    # attitude and frame
    default_stance: Stance
    presumption: Words | None
    legal_label: Literal["aftale", "beslutning", "procesbeslutning"]
    prior_request: Literal["required", "notice", "encouraged"]
    lead_working_days: int | None
    undecided_at_start: Literal["permitted", "not_permitted"]
    late_request: Literal["assessed", "permitted"]
    requester_roles: tuple[str, ...]
    employee_meeting_types: tuple[EmployeeMeeting, ...]
    meeting_kinds: tuple[str, ...]
    request_channels: tuple[str, ...]
    request_addressee: Literal["department", "employee"]
    approval_scope: Literal["one_meeting"]
    # who decides, and how
    grant_decider: Literal["department", "employee", "notice"]
    refusal_decider: Literal["department", "employee", "employee_and_leader"]
    reasons_to_person: Literal["always"]
    oral_explanation: Literal["required", "optional"]
    deputy_after_minutes: int
    similar_refusal_percent: int
    refusal_least_words: int
    precedents: Literal["required", "on"]
    others_weighing: Literal["required", "on"]
    misuse_route: Literal["hr_legal", "legal"]
    # grounds, criteria, refusals
    ground_required: Literal["expected", "optional", "no"]
    ground_readers: tuple[str, ...]
    grounds: tuple[Ground, ...]
    criteria: tuple[Criterion, ...]
    refusal_grounds: tuple[RefusalGround, ...]
    stock_phrases: tuple[str, ...]
    # during the meeting
    parallel_recording: Literal["required", "optional", "none"]
    own_recording_necessity: Literal["documented", "not_asked"]
    own_initiative_recording: Literal["off", "exception"]
    colleague_may_join: bool
    technical_assistance: Literal["none", "neutral"]
    inform_participants: Literal["required", "on"]
    participant_objection: Literal["none", "weigh", "consent"]
    least_evidence: Evidence
    video: Literal["prohibited", "with_employee_acceptance", "allowed"]
    keep_transcription: bool
    attendee_cameras: Literal["untouched", "off_when_granted"]
    incident_tells: tuple[Literal["organizer", "leader", "dpo", "hr_legal"], ...]
    incident_file_decider: Literal["leader", "dpo", "hr_legal"]
    third_party_bots: Literal["not_permitted", "ask"]
    criminal_guidance: Literal["required", "optional"]
    oral_decision_aid: bool
    undisclosed_recording: Literal["house_rule", "lawful"]
    # instead and afterwards
    acknowledgement: Literal["tick", "show"]
    journal: Literal["required", "recommended"]
    statistics: bool
    alternatives: tuple[Alternative, ...]
    promised_tasks: tuple[str, ...]
    review_text: Words | None
    languages: tuple[Literal["da", "en"], ...]
    unit_overrides: Literal["none"]
    retention: Retention
    contacts: tuple[Contact, ...]
    links: Mapping[str, str]
    # the municipality's sentences
    granted_terms: tuple[str, ...]
    announcement: tuple[str, ...]
    phone_lines: tuple[str, ...]
    preparation: tuple[str, ...]
    guidance: tuple[str, ...]
    undisclosed_steps: tuple[str, ...]
    refuser_notes: tuple[str, ...]
    texts: Mapping[str, Words]
    demands: tuple[Demand, ...]
    assumptions: tuple[Assumption, ...]

    @property
    def deputy_after(self) -> timedelta:
        """How long the approver has before the deputy is asked too."""
        return timedelta(minutes=self.deputy_after_minutes)

    @property
    def internal_guide(self) -> str:
        """Where the municipality's own guide for its staff stands; empty while nobody has said (C14)."""
        return self.links.get(INTERNAL_GUIDE, "")

    @property
    def is_notice(self) -> bool:
        """Whether telling is enough: nobody has to grant (C2, C6)."""
        return self.grant_decider == "notice"

    @property
    def leave(self) -> Leave:
        """What lets somebody record here, as it is spoken of: their own notice, an agreement (B11), or
        a permission."""
        if self.is_notice:
            return "notice"
        return "agreement" if self.legal_label == "aftale" else "permission"

    @property
    def two_persons(self) -> bool:
        """Whether a refusal takes the nearest leader too (C27)."""
        return self.refusal_decider == "employee_and_leader"

    def words(self, name: str, relation: str = "citizen") -> Words:
        """The text of that name; towards an employee, the one written for employees where there is one.

        Raises ``KeyError`` when the profile has no such text.
        """
        own = f"{name}_{relation}"
        return self.texts[own if own in self.texts else name]

    def says(self, name: str) -> bool:
        """Whether the profile has a text of that name."""
        return name in self.texts

    def ground(self, ground_id: str) -> Ground | None:
        """The ground with that id, or None."""
        return next((ground for ground in self.grounds if ground.id == ground_id), None)

    def refusal_ground(self, ground_id: str) -> RefusalGround | None:
        """The ground of refusal with that id, or None."""
        return next((ground for ground in self.refusal_grounds if ground.id == ground_id), None)

    def employee_meeting(self, type_id: str) -> EmployeeMeeting | None:
        """The kind of talk between employee and leader with that id, or None."""
        return next((kind for kind in self.employee_meeting_types if kind.id == type_id), None)


@dataclass(frozen=True)
class Guideline:
    """All versions of one municipality's guideline, oldest first."""

    versions: tuple[Profile, ...]

    def on(self, day: date) -> Profile:
        """The version in force on the day; before the first or after the last, the nearest one."""
        return in_force(self.versions, day)

    def version(self, number: int) -> Profile:
        """The version with that number. Raises ``KeyError`` when there is none."""
        for profile in self.versions:
            if profile.version == number:
                return profile
        raise KeyError(number)


@rule("A5", "B7", "C8", surface="none")
def in_force(versions: tuple[Profile, ...], day: date) -> Profile:
    """The frame a municipality has set for its meetings on the day (A5, B7, C8): see ``Guideline.on``."""
    begun = [profile for profile in versions if profile.valid_from <= day]
    return begun[-1] if begun else versions[0]


@cache
def load_guideline(profile_id: str, folder: Path = HERE) -> Guideline:
    """All versions in ``<id>.yaml``, ``<id>-v2.yaml`` and so on.

    Instead of an id, the path of a municipality's own file may be given (it ends in ``.yaml``); its
    later versions lie beside it. Raises ``ProfileError`` with one line per fault: file, line,
    parameter, what is allowed.
    """
    if profile_id.endswith(ENDING):
        path = Path(profile_id)
        return load_guideline(path.stem, path.parent)
    known = sorted(path.stem for path in folder.glob("*.yaml") if "-v" not in path.stem)
    if profile_id not in known:
        raise ProfileError(
            (
                f"der er ingen profil »{profile_id}« i {folder.name}/; "
                f"tilladt: {', '.join(known) or 'en .yaml-fil, der findes'}",
            )
        )
    paths = [folder / f"{profile_id}.yaml", *sorted(folder.glob(f"{profile_id}-v*.yaml"))]
    versions = sorted((read_profile(path) for path in paths), key=lambda one: one.version)
    check_versions(profile_id, versions)
    return Guideline(tuple(versions))


def load_profile(profile_id: str) -> Profile:
    """The newest version of a guideline in ``guidelines/``. Raises as ``load_guideline`` does."""
    return load_guideline(profile_id).versions[-1]


def read_profile(path: Path) -> Profile:
    """The profile in the file ``path``. Raises ``ProfileError`` as ``load_guideline`` does."""
    source = read(path)
    check(source, expected_id=path.stem.split("-v")[0])
    return _built(source.raw)


def _built(raw: Mapping[str, Any]) -> Profile:
    plain = dict(raw)
    for name in ("valid_from", "valid_to", "evaluate_on"):
        plain[name] = date.fromisoformat(raw[name]) if raw[name] else None
    for name, piece in PIECES.items():
        plain[name] = tuple(piece(**item) for item in raw[name])
    plain["refusal_grounds"] = tuple(_refusal_ground(item) for item in raw["refusal_grounds"])
    plain["contacts"] = tuple(_contact(item) for item in raw["contacts"])
    plain["retention"] = Retention(**raw["retention"])
    for name, value in plain.items():
        if isinstance(value, list):
            plain[name] = tuple(value)
    return Profile(**plain)


PIECES: Mapping[str, Any] = {
    "grounds": Ground,
    "criteria": Criterion,
    "alternatives": Alternative,
    "employee_meeting_types": EmployeeMeeting,
    "demands": Demand,
    "assumptions": Assumption,
}


def _refusal_ground(item: dict[str, Any]) -> RefusalGround:
    return RefusalGround(**{**item, "parts": tuple(RefusalPart(**part) for part in item["parts"])})


def _contact(item: dict[str, Any]) -> Contact:
    hours = tuple(Hours(**line) for line in item["hours"])
    return Contact(**{**item, "address": tuple(item["address"]), "hours": hours})
