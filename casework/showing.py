"""From rows to what a person is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from casework import closed
from casework.afterwards.case_lines import legal_questions, tasks_of
from casework.closed import closed_of, opened
from casework.effects import repeats as repeats
from casework.meeting import breaks, pictures
from casework.meeting.recording_now import recording_now
from casework.office import Office
from clock import COPENHAGEN
from guidelines.meeting import pictures_said, recording_state
from guidelines.profile import Profile
from guidelines.request import owes_reasons
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import Chat, Colleague, Meeting, Occurrence, Request
from texts import views
from texts.catalog import text
from texts.views import MeetingLine

TALK: Final = "employee_type"
"""The sealed field of an employee's wish that says what kind of talk it is."""
STATED: Final = ("ground", "ground_text", "own_words")
"""The sealed fields of which any one is a ground given."""


async def meeting_line(unit: Unit, meeting: Meeting) -> MeetingLine:
    """The meeting as people recognise it."""
    stored = (await unit.personal.opened_where_possible([meeting.id]))[meeting.id]
    title, closed = stored.get("title", ""), "title" in stored.closed
    return MeetingLine(title, meeting.starts_at, meeting.ends_at, closed)


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


async def the_meeting(unit: Unit, request: Request) -> Meeting:
    """The meeting a request is about; every request has one."""
    meeting = await find.meeting(unit.session, request.meeting_id)
    if meeting is None:
        raise LookupError("request without a meeting")
    return meeting


async def meeting_status(office: Office, unit: Unit, meeting: Meeting) -> views.MeetingStatus:
    """The status card: what holds for the whole meeting, naming nobody before the announcement."""
    state, recorder = await status_of(office, unit, meeting)
    found = await concerning(unit, meeting)
    profile, allowed = office.profile_for(found), [r for r in found if r.state == "granted"]
    video = await pictures.taken(office, unit, meeting, allowed)
    return views.MeetingStatus(
        meeting_id=meeting.id,
        meeting=await meeting_line(unit, meeting),
        block=block_of(meeting),
        block_reason=meeting.block_reason,
        block_read_at=meeting.block_read_at,
        state=state,
        recorder=recorder,
        own_part=state != "over" and any(r.scope == "own_part" for r in allowed),
        pictures=pictures_said(profile, state, video=video),
        leave=profile.leave,
        promises=profile.promised_tasks,
        cameras=meeting.cameras,
        paused=state != "over" and await breaks.is_on(unit, meeting),
        recording_now=await recording_now(unit, meeting),
    )


@rule("A7", "B29", "C6", surface="chat", later="panel")
async def status_of(
    office: Office, unit: Unit, meeting: Meeting
) -> tuple[views.RecordingState, str]:
    """Whether sound may be recorded in this meeting now, and, once announced, who records."""
    running = await find.running_occurrence(unit.session, meeting.id)
    latest = running or await find.latest_occurrence(unit.session, meeting.id)
    requests = await find.requests_of(unit.session, meeting.id)
    granted = applying(meeting, requests, running.started_at if running else unit.now)
    since = latest.ended_at if latest and repeats(meeting) else None
    state = recording_state(
        office.profile_for(await concerning(unit, meeting)),
        (state_of(r) for r in requests if r in granted or _concerns(r, since)),
        announced=running is not None and breaks.records(running.announced_for),
        over=running is None and meeting.state != "coming",
    )
    told = running.announced_for or [] if running else []
    named = [request for request in granted if str(request.id) in told]
    return state, await recorders_shown(unit, named) if state == "announced" else ""


async def concerning(unit: Unit, meeting: Meeting) -> list[Request]:
    """The wishes that count in this meeting now, oldest first: allowed, not met or not decided."""
    running = await find.running_occurrence(unit.session, meeting.id)
    latest = running or await find.latest_occurrence(unit.session, meeting.id)
    requests = await find.requests_of(unit.session, meeting.id)
    granted = applying(meeting, requests, running.started_at if running else unit.now)
    since = latest.ended_at if latest and repeats(meeting) else None
    counts = (*find.OPEN_STATES, "not_granted")
    return [r for r in requests if r in granted or (r.state in counts and _concerns(r, since))]


def _concerns(request: Request, since: datetime | None) -> bool:
    """Whether a wish that is not granted says anything of the meeting to come: in a series those
    of earlier meetings do not."""
    if request.state == "granted":
        return False
    return since is None or request.state in find.OPEN_STATES or request.created_at >= since


def applying(
    meeting: Meeting, requests: Sequence[Request], at: datetime, until: datetime | None = None
) -> list[Request]:
    """The granted wishes that count at this time; with ``until``, those that counted in the call that
    began at this time and ended then.

    An agreement is for one meeting (profile: ``approval_scope``), however often its call is tried,
    broken off or moved. In a series it is for the day it was used on.
    """
    return [r for r in requests if r.state == "granted" and _counts(meeting, r, at, until)]


def _counts(meeting: Meeting, request: Request, at: datetime, until: datetime | None) -> bool:
    if until is not None and (request.decided_at or request.created_at) > until:
        return False
    used = request.used_at
    if not repeats(meeting) or used is None or same_day(used, at):
        return True
    return until is not None and used > until  # it was not used up by then


def same_day(one: datetime, other: datetime) -> bool:
    """The same day in Denmark."""
    return one.astimezone(COPENHAGEN).date() == other.astimezone(COPENHAGEN).date()


async def recorders(unit: Unit, granted: list[Request]) -> str:
    """Who records, by name, for what a meeting is told: »A, B og C«.

    Raises SealBroken when a field of theirs does not open: then a person tells it.
    """
    personal = await unit.personal.get_many([r.id for r in granted])
    return joined([personal[r.id].get("citizen_name", "") for r in granted])


async def recorders_shown(
    unit: Unit, granted: Sequence[Request], language: views.Language = "da"
) -> str:
    """As ``recorders``, for a card: of a name that does not open it is said so."""
    stored = await unit.personal.opened_where_possible([r.id for r in granted])
    return joined([closed.name_of(stored[r.id], "citizen_name", language) for r in granted])


def joined(names: Sequence[str]) -> str:
    """Names as one reads them aloud: »A, B og C«."""
    known = [name for name in names if name]
    if len(known) < 2:
        return "".join(known)
    return text("names.two", "da", one=", ".join(known[:-1]), other=known[-1])


def is_given(personal: Opened) -> bool:
    """Whether a ground was given, readable or not."""
    return any(personal.get(name) or name in personal.closed for name in STATED)


async def case(
    office: Office, unit: Unit, request: Request, reader: str | None, notice: str = ""
) -> views.Case:
    """The employee's card."""
    meeting = await the_meeting(unit, request)
    personal = await opened(unit, request)
    legal, legal_closed = await _legal_lines(unit, request)
    may_see_ground = office.may_see_ground(reader, request)
    ready = await note_ready(unit, request, meeting)
    waits = request.state == "granted" and office.proposal_waits(request)
    proposer = request.proposed_by if waits else None
    whole = request.state == "granted" and request.scope == "whole"
    over = meeting.state != "coming"
    knows = office.may_read_reasons(reader, request)
    mine = request.notice and office.may_refuse(reader, request)
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
        may_see_ground=may_see_ground and (is_given(personal) or personal.has("new_facts")),
        route=office.profile_of(request).misuse_route,
        decided_by=await name_of(unit, request.decided_by),
        decided_at=request.decided_at,
        block=block_of(meeting) if meeting.chat_id else None,
        block_reason=meeting.block_reason,
        cameras=meeting.cameras,
        recording_now=await recording_now(unit, meeting),
        notice=notice,
        note_ready=ready,
        may_note=knows and (ready or may_note(request, meeting)),
        may_hand_over=knows,
        relation=cast(views.Relation, request.relation),
        may_add_ground=lacks_ground(office, request, personal),
        video=personal.get("video", ""),
        others_affairs=request.others_affairs is True,
        told_only=request.notice,
        own_part=request.scope == "own_part",
        proposed_by=await name_of(unit, proposer) if proposer else "",
        confirmer=await name_of(unit, request.confirmer_oid) if proposer else "",
        also_asked=await name_of(unit, request.deputy_oid) if proposer else "",
        proposed=proposer is not None,
        may_refuse=mine and office.may_be_refused(request) and not (ready or over or proposer),
        may_take_back=reader is not None and reader == proposer,
        may_decide=request.state in find.OPEN_STATES and office.may_decide(reader, request),
        why_not=personal.get("disagreed_why", "") if mine and not proposer else "",
        companion=personal.get("companion", ""),
        spoken=personal.get("spoken", "") if knows and not whole else "",
        tasks=await _open_tasks(unit, request),
        say_received=says_received(request),
        may_ask_legal=not ready and (request.state in find.OPEN_STATES or whole),
        legal=legal,
        guide_of=meeting.id if await _is_held(unit, request, meeting) else None,
        own_recording=request.state == "granted"
        and office.profile_of(request).parallel_recording != "none",
        closed=(*closed_of(personal, reader, ground=may_see_ground), *legal_closed),
    )


@rule("A12", "B17", surface="card")
def says_received(request: Request) -> bool:
    """Whether the employee tells aloud that the wish was received: nothing goes out by mail."""
    waits = request.state in find.OPEN_STATES and request.relation == "citizen"
    return waits and request.answer_by != "email"


async def _is_held(unit: Unit, request: Request, meeting: Meeting) -> bool:
    """Whether the card *Under mødet* is of use: while the call runs; outside Teams nobody tells when."""
    if request.state not in (*find.OPEN_STATES, "granted", "not_granted"):
        return False
    if meeting.chat_id is None:
        return meeting.state != "cancelled"
    return await find.running_occurrence(unit.session, meeting.id) is not None


def lacks_ground(office: Office, request: Request, personal: Opened) -> bool:
    """Whether a ground is expected and nobody has given one: it may be added until it is decided (A13)."""
    expected = office.profile_of(request).ground_required == "expected"
    return (
        expected
        and request.state in find.OPEN_STATES
        and not (personal.get("ground") or "ground" in personal.closed)
    )


async def _open_tasks(unit: Unit, request: Request) -> tuple[views.OpenTask, ...]:
    """What is still to be done, and by whom."""
    rows = [r for r in await tasks_of(unit.session, request.id) if r.done_at is None]
    return tuple([views.OpenTask(r.kind, await name_of(unit, r.owner_oid)) for r in rows])


async def _legal_lines(
    unit: Unit, request: Request
) -> tuple[tuple[views.LegalLine, ...], list[str]]:
    """What HR/Jura was asked about the case, and what they said (C32); and what of it does not open."""
    rows = await legal_questions(unit.session, request.id)
    typed = await unit.personal.opened_where_possible([row.id for row in rows])
    closed = sorted({name for row in typed.values() for name in row.closed})
    lines = tuple(
        [
            views.LegalLine(
                question=typed[row.id].get("question", ""),
                answer=typed[row.id].get("legal_answer", ""),
                answered_by=await name_of(unit, row.closed_by),
                answered_at=row.closed_at,
            )
            for row in rows
        ]
    )
    return lines, closed


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


@rule("C29", surface="card")
def may_note(request: Request, meeting: Meeting) -> bool:
    """Whether the note can be written although no meeting has been held: a refusal stands in the case
    from the day it was made (C29), of a cancelled meeting nothing more is to come, and so of a wish that
    was taken back."""
    if request.state in find.OPEN_STATES:
        return False
    over = request.state == "withdrawn" or meeting.state == "cancelled"
    return over or owes_reasons(state_of(request), request.scope)


def talk_of(request: Request, personal: Mapping[str, str]) -> str:
    """The kind of an employee's talk, as a code of the profile (C7); empty of a citizen's. Sealed, for it may
    say that somebody is ill; an earlier release wrote it in the row."""
    return personal.get(TALK, "") or request.employee_type or ""


def ground_label(profile: Profile, code: str) -> str:
    """The ground in words; what is not a code of the profile is said as it is."""
    ground = profile.ground(code)
    return ground.label["da"] if ground else code


@rule("A18", surface="card")
async def decided(
    unit: Unit, request: Request, reader: str | None, notice: str = ""
) -> views.Decided:
    """What the decider sees once the matter is closed, by whomever; a no with how to explain it."""
    personal = await opened(unit, request)
    return views.Decided(
        request_id=request.id,
        number=request.number,
        meeting=await meeting_line(unit, await the_meeting(unit, request)),
        state=state_of(request),
        decided_by=await name_of(unit, request.decided_by),
        decided_at=request.decided_at,
        by_you=reader is not None and request.decided_by == reader,
        confirmed_by=await name_of(unit, request.confirmed_by),
        spoken=closed.explained(personal),
        partial=request.scope == "own_part",
        is_notice=request.notice,
        may_note=request.decided_at is not None and owes_reasons(state_of(request), request.scope),
        notice=notice,
    )


def state_of(request: Request) -> views.RequestState:
    """The request's state, as the views name it."""
    return cast(views.RequestState, request.state)


def relation_of(request: Request) -> views.Relation:
    """Whether a citizen or an employee records, as the views name it (C1)."""
    return cast(views.Relation, request.relation)


def answer_of(request: Request) -> views.AnswerState:
    """The answer's state, as the views name it."""
    return cast(views.AnswerState, request.answer_state)


def block_of(meeting: Meeting) -> views.BlockState:
    """The block's state, as the views name it."""
    return cast(views.BlockState, meeting.block_state)


def counts_as_now(occurrence: Occurrence, now: datetime) -> bool:
    """Whether a running occurrence is still believable: nobody meets for more than 30 hours."""
    return (now - occurrence.started_at.astimezone(UTC)).total_seconds() < 30 * 3600
