"""What the employee sees of a meeting: *Under mødet*, and what to do when something happens.

Staff only. Nothing here decides anything, and nothing is told to anybody but the meeting's employee.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, cast

from casework import showing
from casework.meeting import breaks, marks, telling, undisclosed
from casework.office import Office
from guidelines.conduct import Situation, conduct
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Mark, Meeting, Request
from texts import views
from texts.announcement import (
    break_words,
    own_sentence,
    phone_script,
    read_aloud_script,
    says_decision,
    says_guidance,
    start_sentence,
)

SITUATIONS: Mapping[str, Situation] = {
    "undisclosed": "records_without_asking",
    "still_recorded": "records_after_refusal",
    "video_seen": "video_seen",
    "others_affairs": "others_affairs",
    "caucus": "recorder_away",
    "lobby": "recorder_away",
    "handover": "recorder_away",
    "recorder_left": "recorder_away",
    "note_taker": "note_taker_seen",
}
"""What may happen, as it is marked, and the situation the guideline answers."""
OF_OUR_OWN: Mapping[str, tuple[str, ...]] = {
    "devices": ("devices_ask", "devices_place", "devices_exceptions", "devices_no_search"),
    "colleague_joined": ("colleague_tell", "colleague_role"),
    "not_recorded": ("not_recorded_sure",),
}
"""What no guideline has an answer of its own to."""
GUIDED = ("guided", "not_guided")
TURNS = ("guiding", "deciding")


def profile_for(office: Office, requests: Sequence[Request]) -> Profile:
    """The version the meeting's wish is handled under; with no wish the one in force."""
    return office.profile_for(requests)


def relation_of(requests: Sequence[Request]) -> views.Relation:
    """Whether it is a talk with a citizen or with an employee (C1)."""
    return cast(views.Relation, requests[-1].relation) if requests else "citizen"


def sends_guide(profile: Profile) -> bool:
    """Whether the card comes by itself: only where there is something to prepare or to say (C13)."""
    return bool(profile.preparation) or profile.criminal_guidance == "required"


@rule("C13", "C16", "C18", "C19", surface="card", later="panel")
async def guide(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    oid: str | None,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.Guide:
    """Preparation, what to say, what may happen, and what has been noted."""
    requests = await showing.concerning(unit, meeting)
    profile, relation = profile_for(office, requests), relation_of(requests)
    running = await find.running_occurrence(unit.session, meeting.id)
    holds = await telling.holding(
        office, unit, meeting, running.started_at if running else unit.now
    )
    noted = await marks.of_meeting(unit, meeting)
    words = await marks.texts_of(unit, noted)
    stands = await breaks.state_of(unit, meeting, running.started_at if running else unit.now)
    told = last(noted, *GUIDED)
    turned = last(noted, *TURNS)
    read = last(noted, "read_aloud")
    recorded = bool(holds) or last(noted, "undisclosed") is not None
    return views.Guide(
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        request_id=requests[-1].id if requests else None,
        recorded=recorded,
        not_allowed=_nobody_asked(profile, requests),
        start_say=_start(profile, requests, holds, relation),
        script_at=read.at if read else None,
        outside=meeting.chat_id is None,
        paused_at=stands.on.at if holds and stands.on else None,
        preparation=said(profile, profile.preparation, relation),
        guidance=said(profile, profile.guidance, relation) if recorded else (),
        guidance_required=profile.criminal_guidance == "required" and recorded,
        guidance_at=told.at if told else None,
        guidance_skipped=told is not None and told.kind == "not_guided",
        turns=profile.oral_decision_aid,
        turn=_turn(turned),
        turn_say=_turn_words(profile, turned),
        situations=_situations(profile, meeting, requests, holds, noted),
        marks=tuple(views.MarkLine(m.kind, m.at, words.get(m.id, "")) for m in noted),
        internal_guide=profile.internal_guide,
        own_recording=bool(holds) and profile.parallel_recording != "none",
        own_part=holds.own_part,
        relation=relation,
        values=dict(form or {}),
        problems=problems,
    )


@rule("A7", surface="card")
def _nobody_asked(profile: Profile, requests: Sequence[Request]) -> bool:
    """Whether recording is not allowed because nobody asked. The employee alone reads it: those who
    never asked are not told of a rule against them (A7, T2)."""
    return not requests and profile.undecided_at_start == "not_permitted"


@rule("A7", "B18", surface="card")
def _start(
    profile: Profile, requests: Sequence[Request], holds: telling.Holds, relation: str
) -> str:
    """What is said at the start, whatever came of the wish; nothing where nobody asked (T2). Of leave
    for one's own part only the announcement tells."""
    if not requests or holds.own_part:
        return ""
    if holds:
        return start_sentence(profile, "permitted", relation=relation)
    refused = requests[-1].state == "not_granted"
    return start_sentence(
        profile, "refused" if refused else "undecided", relation=relation,
        answer=requests[-1].answer_state,
    )  # fmt: skip


def last(noted: Sequence[Mark], *kinds: str) -> Mark | None:
    """The newest mark of one of these kinds."""
    return next((mark for mark in reversed(noted) if mark.kind in kinds), None)


def said(profile: Profile, names: Sequence[str], relation: str) -> tuple[str, ...]:
    """The municipality's own sentences of these names."""
    return tuple(own_sentence(profile, name, relation) for name in names)


def _turn(turned: Mark | None) -> Literal["", "guiding", "deciding"]:
    if turned is None:
        return ""
    return "deciding" if turned.kind == "deciding" else "guiding"


def _turn_words(profile: Profile, turned: Mark | None) -> str:
    if turned is None:
        return ""
    return " ".join((says_decision if turned.kind == "deciding" else says_guidance)(profile))


async def script(
    unit: Unit,
    profile: Profile,
    meeting: Meeting,
    holds: telling.Holds,
    oid: str | None,
    relation: str,
) -> tuple[str, ...]:
    """What is read where no Teams tells it: by phone, in person (T4)."""
    if meeting.chat_id is not None or not holds:
        return ()
    if meeting.kind == "phone":
        return phone_script(
            profile, await showing.name_of(unit, oid), relation=relation,
            own_part=holds.own_part, both_record=holds.both,
        )  # fmt: skip
    names = await showing.recorders_shown(unit, holds.requests)
    return read_aloud_script(
        profile, names, phone=False, own_part=holds.own_part, both_record=holds.both, video=holds.video,
        relation=relation,
    )  # fmt: skip


def _situations(
    profile: Profile,
    meeting: Meeting,
    requests: Sequence[Request],
    holds: telling.Holds,
    noted: Sequence[Mark],
) -> tuple[str, ...]:
    """What may happen in this very meeting; what cannot is no button. A break begins in a meeting that
    runs: outside Teams that is one led by the script."""
    paused = bool(holds.paused)
    refused = any(r.state == "not_granted" for r in requests) and not holds
    devices = any(r.devices_out for r in requests) and meeting.kind == "in_person"
    shown = {
        "undisclosed": _may_be_untold(profile, holds, refused=refused)
        and not last(noted, "undisclosed"),
        "still_recorded": refused or holds.own_part,
        "video_seen": True,
        "others_affairs": True,
        "caucus": bool(holds) and not paused,
        "lobby": bool(holds) and not paused and meeting.chat_id is not None,
        "handover": bool(holds) and not paused,
        "recorder_left": bool(holds) and not paused,
        "not_recorded": bool(holds) and not last(noted, "not_recorded"),
        "note_taker": True,
        "devices": devices,
        "colleague_joined": profile.colleague_may_join and not last(noted, "colleague_joined"),
    }
    return tuple(code for code, may in shown.items() if may)


@rule("C21", "C22", surface="card")
def _may_be_untold(profile: Profile, holds: telling.Holds, *, refused: bool) -> bool:
    """Whether somebody may be recording without a word. Where telling is enough, a no to one person
    leaves everybody else free to: that path stays open beside the refused person's own (C12)."""
    return not holds and (profile.is_notice or not refused)


async def _video_said(unit: Unit, requests: Sequence[Request]) -> bool | None:
    """What the employee said of video in this meeting; None while nobody asked her, or it does not
    open."""
    stored = await unit.personal.opened_where_possible([request.id for request in requests])
    said = {fields.get("video", "") for fields in stored.values()}
    return True if "accepted" in said else False if "declined" in said else None


@rule("C12", "C21", "C22", "C24", "A20", surface="card")
async def situation(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    code: str,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    *,
    prompt: bool = False,
    asks_again: bool = False,
) -> views.Situation:
    """The steps of one situation: the municipality's own sentences, or the guideline's steps."""
    requests = await showing.concerning(unit, meeting)
    profile, relation = profile_for(office, requests), relation_of(requests)
    steps = OF_OUR_OWN.get(code, ())
    if code in SITUATIONS:
        holds = await telling.holding(office, unit, meeting, unit.now)
        steps = conduct(
            profile, SITUATIONS[code], granted=bool(holds), meeting_kind=meeting.kind,
            devices_out=any(r.devices_out for r in requests),
            video_accepted=await _video_said(unit, requests),
        ).steps  # fmt: skip
    untold = code == "undisclosed"
    sentences = said(profile, profile.undisclosed_steps, relation) if untold else ()
    if code in breaks.BREAKS:
        sentences = break_words(code)
    return views.Situation(
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        situation=code,
        steps=steps,
        sentences=sentences,
        say_first=code in breaks.BREAKS,
        asks_who=untold and profile.is_notice,
        types=undisclosed.talk_types(profile) if untold and profile.is_notice else (),
        asks_again=asks_again,
        may_register=untold and not profile.is_notice,
        prompt=prompt,
        relation=relation,
        values={"what": "", **(form or {})},
        problems=problems,
    )
