"""Sample views of the meeting itself: the guide, what may happen, the municipality's own recording."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

from guidelines.conduct import Step
from guidelines.problem import Problem
from guidelines.profile import load_profile
from tests.unit.cards.facts import ID, MEETING, NOTE, SCRIPT, START
from texts import views
from texts.announcement import break_words
from texts.views import Language, MarkLine, MeetingLine, View

LATER = START + timedelta(minutes=20)
SERIES = MeetingLine("Samtale om din plan", None, series=True)
MARKED = (
    "guided", "not_guided", "guiding", "deciding", "oral_decision", "undisclosed",
    "still_recorded", "video_seen", "others_affairs", "caucus", "recorder_left", "note_taker",
    "devices", "colleague_joined", "read_aloud", "staff_recording",
    "not_recorded", "lobby", "handover", "resumed", "recorder_away", "recorder_back",
)  # fmt: skip
HAPPENS = (
    "undisclosed", "still_recorded", "video_seen", "others_affairs", "caucus", "recorder_left",
    "note_taker", "devices", "colleague_joined", "not_recorded", "lobby", "handover",
)  # fmt: skip
STEPS: tuple[str, ...] = (
    *get_args(Step), "devices_ask", "devices_place", "devices_exceptions", "devices_no_search",
    "colleague_tell", "colleague_role", "not_recorded_sure",
)  # fmt: skip


def conduct(shared: dict[str, Any], language: Language) -> dict[str, View]:
    """Every state of these cards that matters, named for the pictures."""
    found = _guides(shared, language) | _situations(shared, language) | _own(shared)
    return found | _more(shared) | _prepared(shared, language)


def _prepared(shared: dict[str, Any], language: Language) -> dict[str, View]:
    profile = load_profile("albertslund")
    evening = views.Preparation(
        meeting_id=ID,
        meeting=MEETING,
        request_id=ID,
        occasion="evening",
        kind="virtual",
        recorder="Ole Madsen",
        script=SCRIPT,
        by_itself=("chat", "late"),
        by_voice=("phone", "guests", "interpreter"),
        companions=("Lone Madsen",),
        out_of_reach=("late_phone", "device"),
        points=tuple(profile.words(name)[language] for name in profile.preparation),
        guidance=tuple(profile.words(name)[language] for name in profile.guidance),
        **shared,
    )
    room = replace(
        evening,
        occasion="soon",
        kind="in_person",
        by_itself=(),
        by_voice=("room",),
        companions=("yes",),
        out_of_reach=("elsewhere", "device"),
        points=(),
        guidance=(),
    )
    where = views.GuideWhere(
        talks=((ID, MEETING),), kinds=("in_person", "phone", "home_visit"), **shared
    )
    return {
        "guide-where": where,
        "guide-where-unknown": replace(where, talks=()),
        "prepare-evening": evening,
        "prepare-soon": replace(evening, occasion="soon", both=True),
        "prepare-next": replace(evening, occasion="next", meeting=SERIES),
        "prepare-usual": replace(evening, occasion="usual", meeting=SERIES, usual_at=LATER),
        "prepare-room": replace(room, own_part=True),
        "prepare-phone": replace(room, kind="phone", by_voice=("listeners",)),
        "prepare-employee": replace(evening, relation="employee", recorder="", own_part=True),
        "prepare-no-chat": replace(evening, by_itself=(), by_voice=("no_chat", "phone")),
        **{
            f"prepare-over-{why}": replace(evening, over=why)
            for why in get_args(views.PreparationOver)
            if why
        },
    }


def _guides(shared: dict[str, Any], language: Language) -> dict[str, View]:
    profile = load_profile("albertslund")
    guide = views.Guide(
        meeting_id=ID,
        meeting=MEETING,
        request_id=ID,
        recorded=True,
        preparation=tuple(profile.words(name)[language] for name in profile.preparation),
        guidance=tuple(profile.words(name)[language] for name in profile.guidance),
        guidance_required=True,
        turns=True,
        situations=HAPPENS[1:],
        **shared,
    )
    why = Problem("not_guided_why", "not_guided_why_missing")
    decision = Problem("decision_text", "decision_text_missing")
    noted = tuple(MarkLine(kind, LATER, "Kort tekst.") for kind in MARKED)
    said = replace(guide, guidance_at=LATER)
    return {
        "guide": guide,
        "guide-why": replace(guide, problems=(why,)),
        "guide-said": replace(said, turn="guiding", turn_say="Det her er vejledning."),
        "guide-deciding": replace(said, turn="deciding", turn_say="Nu træffer jeg en afgørelse."),
        "guide-decision-missing": replace(said, problems=(decision,)),
        "guide-skipped": replace(said, guidance_skipped=True, marks=noted[:3]),
        "guide-noted": replace(said, marks=noted, own_recording=True),
        "guide-phone": replace(guide, outside=True),
        "guide-own-part": replace(guide, outside=True, own_part=True),
        "guide-phone-read": replace(guide, outside=True, script_at=LATER),
        "guide-break": replace(guide, outside=True, paused_at=LATER),
        "guide-undecided": replace(
            guide,
            recorded=False,
            guidance=(),
            preparation=(),
            turns=False,
            start_say="Vi har ikke taget stilling endnu. Vi kan tale om det nu.",
        ),
        "guide-nobody": views.Guide(
            meeting_id=ID,
            meeting=MEETING,
            request_id=None,
            recorded=False,
            not_allowed=True,
            situations=HAPPENS,
            **shared,
        ),
    }


def _situations(shared: dict[str, Any], language: Language) -> dict[str, View]:
    profile = load_profile("albertslund")
    calm = tuple(profile.words(name)[language] for name in profile.undisclosed_steps)
    plain = views.Situation(
        meeting_id=ID, meeting=MEETING, situation="video_seen", steps=("stop_video",), **shared
    )
    shown: dict[str, View] = {
        f"situation-{code}": replace(plain, situation=code) for code in HAPPENS
    }
    parts = [STEPS[start : start + 12] for start in range(0, len(STEPS), 12)]
    shown |= {f"situation-steps-{n}": replace(plain, steps=part) for n, part in enumerate(parts)}
    untold = replace(plain, situation="undisclosed", sentences=calm, asks_who=True)
    missing = (Problem("who", "name_missing"),)
    return shown | {
        "situation-untold": untold,
        "situation-untold-who": replace(untold, problems=missing),
        "situation-house-rule": replace(untold, asks_who=False, may_register=True),
        "situation-break": replace(
            plain,
            situation="caucus",
            steps=("stop_while_away",),
            sentences=break_words("caucus", language),
            say_first=True,
        ),
        "situation-seen": replace(plain, situation="recorder_left", prompt=True),
    }


def _own(shared: dict[str, Any]) -> dict[str, View]:
    own = views.OwnRecordingSteps(
        request_id=ID,
        version=3,
        number="2026-0012",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        required=True,
        documented=True,
        started_at=None,
        stopped_at=None,
        not_made=False,
        kept=False,
        delete_on=None,
        deleted_at=None,
        values={},
        **shared,
    )
    running = replace(own, started_at=START, values={"delete_on": ""})
    stopped = replace(running, stopped_at=LATER)
    kept = replace(
        stopped, kept=True, delete_on=LATER.date(), values={"place": "Sagens mappe på netdrevet"}
    )
    return {
        "own": own,
        "own-optional": replace(own, required=False, documented=False),
        "own-why": replace(own, problems=(Problem("necessity", "necessity_missing"),)),
        "own-none-why": replace(own, problems=(Problem("not_made_why", "not_made_why_missing"),)),
        "own-running": running,
        "own-stopped": stopped,
        "own-place-missing": replace(
            stopped,
            problems=(Problem("place", "place_missing"), Problem("delete_on", "delete_on_missing")),
        ),
        "own-kept": kept,
        "own-deleted": replace(kept, deleted_at=LATER),
        "own-not-made": replace(own, not_made=True, values={"not_made_why": "Udstyret svigtede."}),
    }


def _more(shared: dict[str, Any]) -> dict[str, View]:
    """States that this adds to cards that were there: the status, the note, the warning."""
    status = views.MeetingStatus(
        meeting_id=ID,
        meeting=MEETING,
        block="held",
        block_reason="",
        block_read_at=START - timedelta(minutes=5),
        state="permitted",
        **shared,
    )
    note = views.CaseNote(
        request_id=ID, number="2026-0012", text=NOTE, copied=False, meeting_id=ID, **shared
    )
    warning = views.RecordingWarning(
        incident_id=ID,
        meeting=MEETING,
        noticed_at=START,
        running=True,
        ended_at=None,
        switch="off_again",
        may_confirm=True,
        steps=("explain_exception",),
        asks_why=True,
        **shared,
    )
    return {
        "status-permitted": status,
        "status-break": replace(status, state="granted", paused=True),
        "status-own-part": replace(status, state="granted", own_part=True),
        "note-guidance": replace(note, missing=("guidance",), complete=False),
        "note-terms": replace(note, missing=("terms",), complete=False),
        "note-guidance-why": replace(
            note,
            missing=("guidance",),
            complete=False,
            problems=(Problem("not_guided_why", "not_guided_why_missing"),),
        ),
        "note-answer": replace(
            note, missing=("answer", "own_recording"), complete=False, shown="0123abcd"
        ),
        "note-differs": replace(note, copied=True, changed=True, shown="0123abcd"),
        "warning-why": warning,
        "warning-why-missing": replace(
            warning, problems=(Problem("why", "recording_why_missing"),)
        ),
        "warning-why-noted": replace(warning, asks_why=False, why_noted=True),
        "warning-picture": replace(
            warning,
            asks_why=False,
            steps=("alert_picture", "suggest_sound_only_device", "teams_audio_only"),
        ),
    }
