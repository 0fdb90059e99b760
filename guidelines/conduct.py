"""What to do in the meeting: the situations of domain 2.4, answered from a profile's parameters.

No municipality is named here. Every step is a code that texts and cards put into words; a step is
something a person is asked to say or do, and nothing happens by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guidelines.profile import Profile
from guidelines.rules import rule

Situation = Literal[
    "no_request", "approved", "undecided_at_start", "asked_during_meeting",
    "refused_by_one", "refused_without_ground", "records_after_refusal", "records_without_asking",
    "staff_recording", "video_seen", "others_affairs", "one_to_one", "official_talk",
    "recorder_away", "note_taker_seen",
]  # fmt: skip
"""The thirteen rows of the matrix, who records leaves the room (C12), and a bot that takes notes."""
Step = Literal[
    "silent", "both_record", "why_needed", "may_record_too", "recorder_records", "announce", "guide",
    "note", "ask_everybody", "ask_department", "decide_now", "offer_move", "offer_minutes",
    "take_notice", "refusal_stands", "give_reasons", "explain_orally", "leader_confirms",
    "ask_ground", "weigh_criteria", "refusal_ground_needed", "ask_stop", "leader_may_end",
    "devices_rule", "no_police_report", "remind_of_rule", "encourage_openness", "stop_recording",
    "explain_exception", "ask_why", "alert_picture", "suggest_sound_only_device", "stop_video",
    "ask_video_acceptance", "offer_sound", "sound_is_fine", "weigh_others", "others_ground",
    "offer_own_part", "not_covered", "agree_with_leader", "stop_while_away", "ask_note_taker_out",
    "teams_audio_only", "video_not_blocked",
]  # fmt: skip


@dataclass(frozen=True)
class Conduct:
    """``permitted``: whether sound may be recorded as things stand; for a recording by staff, a video
    or a bot: whether that may go on as it is. ``steps``: what to do, in order."""

    permitted: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Facts:
    """What is known of the meeting. ``granted``: the wish has a yes. ``devices_out``: it was decided
    with the refusal that devices stay outside (C24). ``employee_type``: the kind of talk (C7).
    ``video_accepted``: what the employee said of video, None while she was not asked."""

    granted: bool = False
    meeting_kind: str = "virtual"
    devices_out: bool = False
    employee_type: str = ""
    video_accepted: bool | None = None


def conduct(
    profile: Profile,
    situation: Situation,
    *,
    granted: bool = False,
    meeting_kind: str = "virtual",
    devices_out: bool = False,
    employee_type: str = "",
    video_accepted: bool | None = None,
) -> Conduct:
    """How the profile wants the situation handled (domain 2.4). The keywords are those of ``Facts``."""
    facts = Facts(granted, meeting_kind, devices_out, employee_type, video_accepted)
    return _ANSWERS[situation](profile, facts)


def permitted_undecided(profile: Profile) -> bool:
    """Whether sound may be recorded while nobody has decided anything (A7, C6)."""
    return profile.undecided_at_start == "permitted"


@rule("A20", "C6", surface="card")
def may_video(profile: Profile, accepted: bool | None = None) -> bool:
    """Whether video may be recorded; ``accepted``: what the employee said, None when not asked.

    Only a profile that says so allows it: no yes to sound is ever a yes to picture.
    """
    if profile.video == "with_employee_acceptance":
        return accepted is True
    return profile.video == "allowed"


@rule("A7", "A8", "C6", surface="card")
def _no_request(profile: Profile, _facts: Facts) -> Conduct:
    return Conduct(permitted_undecided(profile), ("silent",))


@rule("A15", "B20", "B21", "C19", "C20", surface="card")
def _approved(profile: Profile, _facts: Facts) -> Conduct:
    steps: list[Step] = [*_who_records(profile)]
    if profile.participant_objection == "consent":
        steps.append("ask_everybody")
    return Conduct(permitted=True, steps=(*steps, "announce", *_afterwards(profile)))


def _who_records(profile: Profile) -> Iterator[Step]:
    if profile.parallel_recording == "required":
        yield "both_record"
        if profile.own_recording_necessity == "documented":
            yield "why_needed"
    else:
        yield "recorder_records"
        if profile.parallel_recording == "optional":
            yield "may_record_too"


def _afterwards(profile: Profile) -> Iterator[Step]:
    """Guidance and note, where the profile demands them (C19, C20)."""
    if profile.criminal_guidance == "required":
        yield "guide"
    if profile.journal == "required":
        yield "note"


def _undecided(profile: Profile, _facts: Facts) -> Conduct:
    if permitted_undecided(profile):
        return Conduct(permitted=True, steps=("silent",))
    return Conduct(permitted=False, steps=("decide_now", "offer_move"))


@rule("A9", "B18", surface="card")
def _asked_during(profile: Profile, facts: Facts) -> Conduct:
    if profile.is_notice:
        return Conduct(permitted=True, steps=("take_notice", "announce", *_afterwards(profile)))
    if facts.granted:
        return _approved(profile, facts)
    via: tuple[Step, ...] = ("ask_department",) if profile.grant_decider == "department" else ()
    return Conduct(permitted=False, steps=(*via, "decide_now", "offer_minutes"))


@rule("A18", "C27", surface="card")
def _refused_by_one(profile: Profile, _facts: Facts) -> Conduct:
    if profile.two_persons:
        return Conduct(permitted_undecided(profile), ("leader_confirms",))
    spoken: tuple[Step, ...] = ("explain_orally",) if profile.oral_explanation == "required" else ()
    return Conduct(permitted=False, steps=("refusal_stands", "give_reasons", *spoken))


@rule("A13", "B11", "C9", surface="card")
def _refused_without_ground(profile: Profile, _facts: Facts) -> Conduct:
    steps: list[Step] = []
    if profile.ground_required == "expected":
        steps.append("ask_ground")
    if any(ground.from_criteria for ground in profile.refusal_grounds):
        steps.append("weigh_criteria")
    if profile.default_stance == "allow_unless_ground":
        steps.append("refusal_ground_needed")
    return Conduct(permitted_undecided(profile), tuple(steps))


@rule("C24", surface="card")
def _after_refusal(profile: Profile, facts: Facts) -> Conduct:
    steps: list[Step] = ["ask_stop"]
    if facts.devices_out and facts.meeting_kind == "in_person":
        steps.append("devices_rule")
    if profile.undisclosed_recording == "lawful":
        return Conduct(permitted=False, steps=(*steps, "note", "no_police_report"))
    return Conduct(permitted=False, steps=(*steps, "offer_minutes", "leader_may_end", "note"))


@rule("C21", "C22", surface="card")
def _without_asking(profile: Profile, _facts: Facts) -> Conduct:
    if profile.undisclosed_recording == "lawful":
        told: tuple[Step, ...] = ("announce",) if profile.inform_participants == "required" else ()
        return Conduct(permitted=True, steps=("encourage_openness", *told, *_afterwards(profile)))
    if profile.is_notice:
        steps: tuple[Step, ...] = ("remind_of_rule", "take_notice", "announce")
        return Conduct(permitted_undecided(profile), (*steps, *_afterwards(profile)))
    return Conduct(permitted=False, steps=("remind_of_rule", "decide_now"))


@rule("A15", "A20", "B21", "C4", surface="card")
def _staff_recording(profile: Profile, facts: Facts) -> Conduct:
    if profile.parallel_recording == "none":
        more: tuple[Step, ...] = ()
        if profile.own_initiative_recording == "exception":
            more = ("explain_exception", "ask_why")
        return Conduct(permitted=False, steps=("stop_recording", "note", *more))
    if not facts.granted:
        return Conduct(permitted=False, steps=("stop_recording",))
    if may_video(profile, facts.video_accepted):
        return Conduct(permitted=True, steps=("announce",))
    return Conduct(
        permitted=False, steps=("alert_picture", "suggest_sound_only_device", "teams_audio_only")
    )


@rule("A20", "B29", "C6", surface="card")
def _video_seen(profile: Profile, facts: Facts) -> Conduct:
    if may_video(profile, facts.video_accepted):
        return Conduct(permitted=True, steps=("announce",))
    ask: tuple[Step, ...] = ()
    if profile.video == "with_employee_acceptance" and facts.video_accepted is None:
        ask = ("ask_video_acceptance",)
    sound: Step = "offer_sound"
    if facts.granted or permitted_undecided(profile):
        sound = "sound_is_fine"
    return Conduct(permitted=False, steps=(*ask, "stop_video", sound, "video_not_blocked"))


@rule("C15", "C30", "C31", surface="card")
def _others(profile: Profile, facts: Facts) -> Conduct:
    steps: list[Step] = []
    if profile.participant_objection == "consent":
        steps.append("ask_everybody")
    if profile.participant_objection == "weigh":
        steps.append("weigh_others")
    if any(ground.partial for ground in profile.refusal_grounds):
        steps += ["others_ground", "offer_own_part"]
    else:
        steps.append("weigh_others")
    return Conduct(facts.granted or permitted_undecided(profile), tuple(steps))


@rule("A1", "C7", surface="card")
def _one_to_one(profile: Profile, facts: Facts) -> Conduct:
    kind = profile.employee_meeting(facts.employee_type or "one_to_one")
    return _talk(profile, facts, covered=kind is not None and kind.covered)


@rule("C1", "C7", surface="card")
def _official_talk(profile: Profile, facts: Facts) -> Conduct:
    kinds = profile.employee_meeting_types
    covered = [kind.id for kind in kinds if kind.covered]
    named = facts.employee_type
    return _talk(profile, facts, covered=named in covered if named else bool(covered))


def _talk(profile: Profile, facts: Facts, *, covered: bool) -> Conduct:
    if not covered or "employee" not in profile.requester_roles:
        return Conduct(permitted=False, steps=("not_covered", "agree_with_leader"))
    return (_approved if facts.granted else _no_request)(profile, facts)


@rule("C12", surface="chat")
def _recorder_away(_profile: Profile, _facts: Facts) -> Conduct:
    return Conduct(permitted=False, steps=("stop_while_away",))


def _note_taker(profile: Profile, _facts: Facts) -> Conduct:
    step: Step = "ask_everybody" if profile.third_party_bots == "ask" else "ask_note_taker_out"
    return Conduct(permitted=False, steps=(step,))


_ANSWERS = {
    "no_request": _no_request,
    "approved": _approved,
    "undecided_at_start": _undecided,
    "asked_during_meeting": _asked_during,
    "refused_by_one": _refused_by_one,
    "refused_without_ground": _refused_without_ground,
    "records_after_refusal": _after_refusal,
    "records_without_asking": _without_asking,
    "staff_recording": _staff_recording,
    "video_seen": _video_seen,
    "others_affairs": _others,
    "one_to_one": _one_to_one,
    "official_talk": _official_talk,
    "recorder_away": _recorder_away,
    "note_taker_seen": _note_taker,
}
