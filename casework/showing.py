"""From rows to what a person is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from casework.drafts import draft_of
from casework.office import Office
from clock import COPENHAGEN
from guidelines.meeting import recording_state
from guidelines.problem import Problem
from guidelines.profile import Profile
from store import find
from store.database import Unit
from store.tables import Chat, Colleague, Meeting, Occurrence, Request
from texts import views
from texts.catalog import text
from texts.views import MeetingLine


async def meeting_line(unit: Unit, meeting: Meeting) -> MeetingLine:
    """The meeting as people recognise it."""
    personal = await unit.personal.get(meeting.id)
    return MeetingLine(personal.get("title", ""), meeting.starts_at, meeting.ends_at)


async def name_of(unit: Unit, oid: str | None) -> str:
    """An employee's name, as their Teams or the directory last told it."""
    if not oid:
        return ""
    chat = await unit.session.get(Chat, oid)
    if chat and chat.name:
        return chat.name
    return await unit.session.scalar(select(Colleague.name).where(Colleague.oid == oid)) or ""


async def learn_name(unit: Unit, oid: str, name: str) -> None:
    """Keep an employee's name; never that of a guest, who may be the citizen."""
    if oid and name.strip():
        learnt = insert(Colleague).values(oid=oid, name=name.strip()[:200])
        await unit.session.execute(
            learnt.on_conflict_do_update(
                index_elements=["oid"], set_={"name": learnt.excluded.name}
            ).execution_options(synchronize_session=False)
        )


async def decider_name(office: Office, unit: Unit, request: Request, decider: str | None) -> str:
    """Who decided, for the letter and the note: by name, and by position while none is known."""
    if not decider:
        return ""
    position = "letter.deputy_of" if decider == request.deputy_oid else "letter.leader_of"
    department = office.department(request.department).name
    return await name_of(unit, decider) or text(position, "da", department=department)


async def the_meeting(unit: Unit, request: Request) -> Meeting:
    """The meeting a request is about; every request has one."""
    meeting = await find.meeting(unit.session, request.meeting_id)
    if meeting is None:
        raise LookupError("request without a meeting")
    return meeting


async def meeting_status(unit: Unit, meeting: Meeting) -> views.MeetingStatus:
    """The status card: what holds for the whole meeting, naming nobody before the announcement."""
    state, recorder = await status_of(unit, meeting)
    return views.MeetingStatus(
        meeting_id=meeting.id,
        meeting=await meeting_line(unit, meeting),
        block=block_of(meeting),
        block_reason=meeting.block_reason,
        block_read_at=meeting.block_read_at,
        state=state,
        recorder=recorder,
    )


async def status_of(unit: Unit, meeting: Meeting) -> tuple[views.RecordingState, str]:
    """Whether sound may be recorded in this meeting now, and, once announced, who records."""
    running = await find.running_occurrence(unit.session, meeting.id)
    latest = running or await find.latest_occurrence(unit.session, meeting.id)
    requests = await find.requests_of(unit.session, meeting.id)
    granted = applying(meeting, requests, running.started_at if running else unit.now)
    since = latest.ended_at if latest and repeats(meeting) else None
    state = recording_state(
        (state_of(r) for r in requests if r in granted or _concerns(r, since)),
        announced=running is not None and bool(running.announced_for),
        over=running is None and meeting.state != "coming",
    )
    told = running.announced_for or [] if running else []
    named = [request for request in granted if str(request.id) in told]
    return state, await recorders(unit, named) if state == "announced" else ""


def _concerns(request: Request, since: datetime | None) -> bool:
    """Whether a wish that is not granted says anything of the meeting to come: in a series those
    of earlier meetings do not."""
    if request.state == "granted":
        return False
    return since is None or request.state in find.OPEN_STATES or request.created_at >= since


def repeats(meeting: Meeting) -> bool:
    """A recurring series: one chat, many occurrences (teams-platform 1.1)."""
    return "recurring" in (meeting.teams_type or "").lower()


def applying(meeting: Meeting, requests: Sequence[Request], at: datetime) -> list[Request]:
    """The granted wishes that count at this time.

    An agreement is for one meeting (profile: ``approval_scope``), however often its call is tried,
    broken off or moved. In a series it is for the day it was used on.
    """
    return [
        r
        for r in requests
        if r.state == "granted"
        and (not repeats(meeting) or r.used_at is None or same_day(r.used_at, at))
    ]


def same_day(one: datetime, other: datetime) -> bool:
    """The same day in Denmark."""
    return one.astimezone(COPENHAGEN).date() == other.astimezone(COPENHAGEN).date()


async def recorders(unit: Unit, granted: list[Request]) -> str:
    """Who records, by name: »A, B og C«."""
    personal = await unit.personal.get_many([r.id for r in granted])
    return joined([personal.get(r.id, {}).get("citizen_name", "") for r in granted])


def joined(names: Sequence[str]) -> str:
    """Names as one reads them aloud: »A, B og C«."""
    known = [name for name in names if name]
    if len(known) < 2:
        return "".join(known)
    return text("names.two", "da", one=", ".join(known[:-1]), other=known[-1])


async def case(
    office: Office, unit: Unit, request: Request, reader: str | None, notice: str = ""
) -> views.Case:
    """The employee's card."""
    meeting = await the_meeting(unit, request)
    personal = await unit.personal.get(request.id)
    return views.Case(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting=await meeting_line(unit, meeting),
        citizen_name=personal.get("citizen_name", ""),
        state=state_of(request),
        late=request.late,
        in_queue=request.caseworker_oid is None,
        waiting_for=await asked_names(unit, request),
        answer=answer_of(request),
        answer_by=request.answer_by,
        may_see_ground=office.may_see_ground(reader, request) and "ground" in personal,
        decided_by=await name_of(unit, request.decided_by),
        decided_at=request.decided_at,
        block=block_of(meeting) if meeting.chat_id else None,
        block_reason=meeting.block_reason,
        notice=notice,
        note_ready=await note_ready(unit, request, meeting),
    )


async def asked_names(unit: Unit, request: Request) -> str:
    """Who has been asked and may decide; nobody once it is decided."""
    if request.state not in find.OPEN_STATES:
        return ""
    asked = dict.fromkeys((request.approver_oid, request.deputy_oid))
    return joined([await name_of(unit, oid) for oid in asked])


async def note_ready(unit: Unit, request: Request, meeting: Meeting) -> bool:
    """Whether the case note can be read: after the meeting."""
    if request.state in find.OPEN_STATES:
        return False
    if meeting.chat_id is None:  # outside Teams the clock says when it is over
        return meeting.state != "coming"
    latest = await find.latest_occurrence(unit.session, meeting.id)
    return latest is not None and latest.ended_at is not None


def ground_label(profile: Profile, code: str) -> str:
    """The ground in words; what is not a code of the profile is said as it is."""
    ground = profile.ground(code)
    return ground.label["da"] if ground else code


async def assessment(
    office: Office,
    unit: Unit,
    request: Request,
    reader: str,
    problems: tuple[Problem, ...] = (),
    form: Mapping[str, str] | None = None,
    notice: str = "",
    *,
    as_deputy: bool = False,
) -> views.Assessment:
    """The decider's card, with what this person has filled in so far."""
    personal = await unit.personal.get(request.id)
    typed = {**draft_of(request, reader, personal).form(), **(form or {})}
    return views.Assessment(
        request_id=request.id,
        version=request.version,
        number=request.number,
        asked_as="deputy" if as_deputy or reader == request.deputy_oid else "approver",
        meeting=await meeting_line(unit, await the_meeting(unit, request)),
        late=request.late,
        citizen_name=personal.get("citizen_name", ""),
        registered_by=await name_of(unit, request.registered_by),
        ground=ground_label(office.profile_of(request), personal.get("ground", "")),
        ground_text=personal.get("ground_text", ""),
        own_words=personal.get("own_words", ""),
        companion=personal.get("companion", ""),
        criteria=tuple(
            views.CriterionLine(
                criterion.id,
                criterion.label["da"],
                criterion.help["da"],
                cast(views.Verdict, typed.get(f"verdict.{criterion.id}", "")),
                typed.get(f"note.{criterion.id}", ""),
            )
            for criterion in office.profile_of(request).criteria
        ),
        problems=problems,
        notice=notice,
        presumption=_presumption(office.profile_of(request)),
    )


def _presumption(profile: Profile) -> str:
    return profile.presumption["da"] if profile.presumption else ""


async def decided(unit: Unit, request: Request, reader: str | None) -> views.Decided:
    """What the decider sees once the matter is closed, by whomever."""
    return views.Decided(
        request_id=request.id,
        number=request.number,
        meeting=await meeting_line(unit, await the_meeting(unit, request)),
        state=state_of(request),
        decided_by=await name_of(unit, request.decided_by),
        decided_at=request.decided_at,
        by_you=reader is not None and request.decided_by == reader,
    )


def state_of(request: Request) -> views.RequestState:
    """The request's state, as the views name it."""
    return cast(views.RequestState, request.state)


def answer_of(request: Request) -> views.AnswerState:
    """The answer's state, as the views name it."""
    return cast(views.AnswerState, request.answer_state)


def block_of(meeting: Meeting) -> views.BlockState:
    """The block's state, as the views name it."""
    return cast(views.BlockState, meeting.block_state)


def counts_as_now(occurrence: Occurrence, now: datetime) -> bool:
    """Whether a running occurrence is still believable: nobody meets for more than 30 hours."""
    return (now - occurrence.started_at.astimezone(UTC)).total_seconds() < 30 * 3600
