"""A wish or a notice is stored: the row, the sealed fields, the journal, and what follows."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID, uuid4

from casework import commands, effects
from casework.afterwards import tasks
from casework.asking import wishes
from casework.asking.registration import Wish
from casework.deciding import precedents
from casework.meeting import holders, meetings
from casework.office import Office
from casework.tongue import answer_language
from guidelines.profile import Profile
from guidelines.request import State, first_event, is_late, next_state
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Request
from texts.letters import GrantFacts, granted_letter

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def case_number() -> str:
    """A short number that people can say aloud and nobody can guess the next of."""
    return "L-" + "".join(secrets.choice(ALPHABET) for _ in range(7))


async def meeting_for(
    office: Office,
    unit: Unit,
    known: UUID | None,
    starts_at: datetime | None,
    kind: str,
    organizer: str | None,
) -> Meeting:
    """The meeting a wish is about: the Teams meeting named, or a new one with no Teams behind it."""
    found = await find.meeting(unit.session, known, lock=True) if known else None
    if found is not None:
        return found
    meeting = Meeting(
        id=uuid4(),
        kind=kind,
        organizer_oid=organizer,
        organizer_tenant=office.tenant_id,
        starts_at=starts_at,
        block_state="out_of_reach",
        block_reason="not_in_teams",
        created_at=unit.now,
    )
    unit.session.add(meeting)
    await unit.session.flush()
    return meeting


@rule("A12", "B17", "B18", surface="card", later="page")
async def enter(
    office: Office,
    unit: Unit,
    command: commands.RegisterRequest,
    wish: Wish,
    meeting: Meeting,
    oid: str,
) -> Request:
    """Store what a citizen wishes. What comes late is taken and marked, never refused (A9, B18)."""
    profile = office.profile
    request = Request(
        id=uuid4(),
        number=case_number(),
        meeting_id=meeting.id,
        department=wish.department or office.department_of(oid).id,
        registered_by=oid,
        caseworker_oid=None if wish.to_department else oid,
        role=wish.role,
        others_affairs=wish.others_affairs,
        notice=profile.is_notice,
        state=first_state(profile, wish.ground),
        late=came_late(profile, unit.now, meeting.starts_at),
        answer_by=wish.answer_by,
        profile_id=profile.id,
        profile_version=profile.version,
        verdicts={},
        answer_state="none",
        created_at=unit.now,
        inbound_key=command.inbound_key,
    )
    await store(unit, request, meeting, wish.personal(), oid)
    await wishes.close(unit, command.wish_id, request.id)
    if request.notice:
        await take_notice(office, unit, request, meeting)
    else:
        await have_it_assessed(office, unit, request)
    return request


@rule("A6", "B8", surface="card")
def first_state(profile: Profile, ground: str) -> State:
    """Where a wish begins. Only a notice holds at once; anything else waits for a person (A6, B8).

    Where a ground is expected and none was given, it is asked for; nothing is refused for it (A13).
    """
    event = first_event(profile, ground)
    return next_state("received", event, notice=profile.is_notice) if event else "received"


@rule("C6", surface="card")
def came_late(profile: Profile, at: datetime, starts_at: datetime | None) -> bool:
    """A mark, never a harm. Nobody has to tell beforehand where it is allowed anyway (C6), so there a
    notice is late only against a number of working days."""
    if profile.is_notice and profile.lead_working_days is None:
        return False
    return is_late(profile, at, starts_at)


async def store(
    unit: Unit, request: Request, meeting: Meeting, personal: Mapping[str, str], oid: str
) -> None:
    """The row, the sealed fields and the first line of the journal; the meeting's times are planned."""
    unit.session.add(request)
    await unit.session.flush()
    await unit.personal.put(request.id, request.id, personal)
    facts = {"number": request.number, "meeting": str(meeting.id), "late": request.late,
             "department": request.department, "queue": request.caseworker_oid is None,
             "relation": request.relation, "role": request.role, "notice": request.notice,
             "others_affairs": request.others_affairs, "video": personal.get("video", ""),
             "profile": f"{request.profile_id}/{request.profile_version}"}  # fmt: skip
    await unit.journal.write(
        request.id, "request_registered", actor=oid, facts=facts, personal=personal
    )
    if meeting.chat_id:
        await meetings.plan(unit, meeting)
    else:
        await meetings.plan_end_elsewhere(unit, meeting)


async def have_it_assessed(office: Office, unit: Unit, request: Request) -> None:
    """Somebody is asked; where the ground is missing somebody also rings, and neither waits (A13). The
    citizen is told that the wish was received: by mail, or aloud by whoever registered it (A12)."""
    args = {"request_id": str(request.id)}
    if request.answer_by == "email":
        await unit.effects.schedule(effects.RECEIPT_MAIL, str(request.id), args=args)
    await unit.effects.schedule(effects.ASK, str(request.id), args=args)
    if request.state == "awaiting_information":
        owner = holders.responsible(office, request)
        await tasks.give_task(unit, request, "ask_ground", owner)
    await effects.refresh_case(unit, request)


@rule("C6", "C12", surface="card", later="page")
async def take_notice(office: Office, unit: Unit, request: Request, meeting: Meeting) -> None:
    """Nobody has to grant it: the receipt is made ready, and a meeting that runs is told at once."""
    await make_receipt(office, unit, request, meeting)
    await precedents.enter(office, unit, request)
    if request.answer_by == "email":
        args = {"request_id": str(request.id)}
        await unit.effects.schedule(effects.ANSWER, str(request.id), args=args)
    await effects.tell_running(unit, meeting.id)
    await effects.hold_decided(unit, request)
    await effects.refresh_case(unit, request)


async def make_receipt(office: Office, unit: Unit, request: Request, meeting: Meeting) -> None:
    """The letter that says the notice was received and what to know when recording (C35–C38)."""
    personal = await unit.personal.get(request.id)
    facts = GrantFacts(
        citizen_name=personal.get("citizen_name", ""),
        meeting_at=meeting.starts_at,
        caseworker=await holders.handler_name(unit, request),
        number=request.number,
        language=answer_language(personal),
        relation=request.relation,
        notice=True,
        department=office.department(request.department).name,
        phone=office.department(request.department).phone,
    )
    letter = granted_letter(office.profile_of(request), facts)
    words = {"letter": json.dumps(asdict(letter), ensure_ascii=False)}
    await unit.personal.put(request.id, request.id, words)
    request.answer_state, request.answer_at = "ready", unit.now
    await unit.session.flush()
    await unit.journal.write(
        request.id, "notice_received", actor="system", facts={"late": request.late}, personal=words
    )
