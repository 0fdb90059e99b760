"""What the employee is told before a talk that may be recorded: what to say, who has to be told in which
way, and what nobody but a person can do (C13). Staff only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from casework import showing
from casework.asking import companions
from casework.meeting import guiding, holders, pictures, telling
from casework.meeting.holds import aloud, recorder_of
from casework.meeting.next_time import NextTime
from casework.meeting.own_recording import records_too
from casework.office import Office
from guidelines.preparation import Occasion
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting
from texts import views


async def holds_ahead(
    office: Office, unit: Unit, meeting: Meeting, ahead: NextTime
) -> telling.Holds:
    """What is to hold in the talk to come; nothing where none is to come. Leave that was used on a day of
    a series is for that day."""
    if meeting.state != "coming" or (ahead.told and ahead.at is None):
        return telling.Holds(())
    holds = await telling.holding(office, unit, meeting, ahead.at or unit.now)
    if ahead.told:
        return holds
    left = tuple(r for r in holds.requests if r.used_at is None)
    both = [await records_too(office, unit, request) for request in left]
    video = await pictures.taken(office, unit, meeting, left)
    return replace(holds, requests=left, both=any(both), video=video)


async def owners(unit: Unit, meeting: Meeting, holds: telling.Holds) -> list[str]:
    """Who holds the talk: the employees of the wishes, else who called it; never who records."""
    found = [oid for request in holds.requests if (oid := holders.owner_of(request))]
    called = meeting.organizer_oid
    if holds and not found and called and not await holders.records_in(unit, called, meeting):
        found = [called]
    return list(dict.fromkeys(found))


@rule("C13", "C16", "C19", surface="card")
async def preparation(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    holds: telling.Holds,
    oid: str,
    occasion: Occasion,
    ahead: NextTime,
) -> views.Preparation:
    """The card before the talk. The guidance is on it wherever the guideline has any."""
    everything, holds = holds, _of_ones_own_kind(holds, oid)
    profile, relation = office.profile_for(holds.requests), holds.relation
    return views.Preparation(
        meeting_id=meeting.id,
        meeting=await line_ahead(unit, meeting, told=ahead.told),
        usual_at=ahead.at if occasion == "usual" else None,
        request_id=next((r.id for r in holds.requests if oid == holders.owner_of(r)), None),
        occasion=occasion,
        kind=meeting.kind,
        recorder=await showing.recorders_shown(unit, holds.requests),
        relation="employee" if relation == "employee" else "citizen",
        own_part=holds.own_part,
        both=holds.both,
        video=holds.video,
        script=await _to_say(office, unit, meeting, holds, oid, apart=holds != everything),
        by_itself=_by_itself(meeting),
        by_voice=await _by_voice(unit, meeting, holds),
        out_of_reach=_out_of_reach(meeting),
        companions=await _companions(unit, holds),
        points=guiding.said(profile, profile.preparation, relation),
        guidance=guiding.said(profile, profile.guidance, relation),
        internal_guide=profile.internal_guide,
    )


async def line_ahead(unit: Unit, meeting: Meeting, *, told: bool) -> views.MeetingLine:
    """The meeting by its title, and by its time only where that is the time to come."""
    line = await showing.meeting_line(unit, meeting)
    return line if told else replace(line, starts_at=None, ends_at=None, series=True)


@rule("C13", "C31", surface="card")
def about(holds: telling.Holds, oid: str) -> str:
    """Stands for what this person is prepared for: whose wishes hold, and to which part."""
    told = "/".join(_of_ones_own_kind(holds, oid).content)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


@rule("C1", surface="card")
def _of_ones_own_kind(holds: telling.Holds, oid: str) -> telling.Holds:
    """A citizen's wish and an employee's never stand on one card: each reader prepares for the kind
    that is theirs; who called the meeting and holds none of them prepares for all."""
    kinds = {r.relation for r in holds.requests if holders.owner_of(r) == oid}
    own = tuple(request for request in holds.requests if request.relation in kinds)
    return replace(holds, requests=own) if own else holds


async def _to_say(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    holds: telling.Holds,
    oid: str,
    *,
    apart: bool,
) -> tuple[str, ...]:
    profile = office.profile_for(holds.requests)
    if apart or meeting.chat_id is None:
        return await guiding.script(unit, profile, meeting, holds, oid, holds.relation)
    phone = telling.phone_may_listen(meeting)
    return aloud(office, holds, await recorder_of(unit, holds), phone=phone)


def _in_chat(meeting: Meeting) -> bool:
    return meeting.chat_id is not None and meeting.app_installed


def _by_itself(meeting: Meeting) -> tuple[str, ...]:
    """Whom Teams' chat reaches."""
    return ("chat", "late") if _in_chat(meeting) else ()


@rule("B20", surface="card")
async def _by_voice(unit: Unit, meeting: Meeting, holds: telling.Holds) -> tuple[str, ...]:
    """Who is told aloud, each with the way it is done."""
    in_teams = meeting.chat_id is not None
    tasks = await _arranged(unit, holds)
    told = {
        "no_chat": in_teams and not _in_chat(meeting),
        "room": meeting.kind in ("in_person", "home_visit"),
        "listeners": meeting.kind == "phone",
        "phone": in_teams and telling.phone_may_listen(meeting),
        "guests": in_teams,
        "interpreter": "interpreter" in tasks,
    }
    return tuple(code for code, true in told.items() if true)


async def _arranged(unit: Unit, holds: telling.Holds) -> set[str]:
    """What was arranged for the talk: an interpreter is recorded too, and has to be told."""
    found = [await find.task(unit.session, r.id, "interpreter") for r in holds.requests]
    return {task.kind for task in found if task is not None}


async def _companions(unit: Unit, holds: telling.Holds) -> tuple[str, ...]:
    """Who comes along, by name or as ``yes``."""
    stored = await unit.personal.opened_where_possible([r.id for r in holds.requests])
    noted: Iterable[str] = (companions.noted_in(fields) for fields in stored.values())
    return tuple(one for one in noted if one not in companions.NOBODY)


def _out_of_reach(meeting: Meeting) -> tuple[str, ...]:
    """What no program tells or sees, so that nobody relies on it."""
    in_teams = meeting.chat_id is not None
    beyond = {
        "elsewhere": not in_teams,
        "late_phone": in_teams and telling.phone_may_listen(meeting),
        "device": True,
    }
    return tuple(code for code, true in beyond.items() if true)
