"""Jobs while a meeting runs: announce, tell latecomers, look who is there, close."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import cast
from uuid import UUID

import structlog

from casework import answers, commands, effects, meetings, showing, telling
from casework.jobs.posting import Place, chat_of_meeting, chat_with, post_once, show
from casework.notes import write_note
from casework.office import Bench
from casework.ports import Member, NotReachable
from guidelines.request import is_finished
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Informed, Meeting, Occurrence
from texts import announcement as words
from texts import views
from texts.catalog import text

log = structlog.get_logger()

AT_ONCE = 5
OVERTIME = timedelta(minutes=15)


def occurrence_id(claim: Claim) -> UUID:
    """The occurrence a job is about."""
    return UUID(claim.args["occurrence_id"])


async def _running(bench: Bench, claim: Claim) -> tuple[Occurrence, Meeting] | None:
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None or occurrence.ended_at:
        return None
    return occurrence, meeting


async def announce(bench: Bench, claim: Claim) -> str:
    """Tell everybody that sound is recorded: the chat, then each person, then the phone (B20)."""
    found = await _running(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    try:
        place = chat_of_meeting(meeting)
    except NotReachable:
        return "not_reachable"
    people = await _present(bench, meeting, set())
    async with bench.database.unit() as unit:
        requests = list(await find.requests_of(unit.session, meeting.id, "granted"))
        granted = showing.applying(requests, occurrence.started_at)
        if not granted:
            return "nobody_records"
        await telling.put_on_ledger(unit, occurrence, people)
        await telling.put_phone_on_ledger(bench.office, unit, occurrence, meeting)
        recorder = await showing.recorders(unit, granted)
    view = announcement(bench, recorder)
    purpose = f"announce:{occurrence.id}:{claim.args['request_id']}"
    activity = await post_once(bench, purpose, place, view, alert=True)
    await _note_announced(bench, occurrence, UUID(claim.args["request_id"]), activity)
    await _notify(bench, occurrence, meeting, place, ("none", "posted"))
    return "announced"


def announcement(bench: Bench, recorder: str, *, late: bool = False) -> views.Announcement:
    """Who records, sound only, in Danish and English; never why. Those who come late get less."""
    told = (words.late_joiner if late else words.announcement)(bench.office.profile, recorder)
    first, rest = (told.da[0], told.da[1:]) if late else ("", told.da)
    return views.Announcement(
        recorder=recorder, late_joiner=first, paragraphs_da=rest, paragraphs_en=told.en
    )


async def _present(bench: Bench, meeting: Meeting, known: set[str]) -> list[commands.Actor]:
    """Who may be hearing the meeting. Roster is not presence: who can be asked for is asked for,
    and only who is known to be outside is left out."""
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    roster = await bench.outside.meetings.roster(service, meeting.chat_id or "")
    gate = asyncio.Semaphore(AT_ONCE)

    async def there(member: Member) -> bool:
        if member.oid is None or not teams_id:
            return True
        async with gate:
            answer = await bench.outside.meetings.in_meeting(service, teams_id, member.oid)
        return answer is not False

    fresh = [m for m in roster if m.mri not in known]
    present = await asyncio.gather(*(there(m) for m in fresh))
    return [
        commands.Actor(m.mri, m.oid, m.name, cast(commands.Kind, m.kind))
        for m, is_there in zip(fresh, present, strict=True)
        if is_there
    ]


async def _note_announced(
    bench: Bench, occurrence: Occurrence, request_id: UUID, activity: str
) -> None:
    async with bench.database.unit() as unit:
        running = await unit.session.get(Occurrence, occurrence.id, with_for_update=True)
        request = await find.request(unit.session, request_id, lock=True)
        if running is None or request is None:
            return
        running.announced_at = running.announced_at or unit.now
        request.used_at = request.used_at or running.started_at
        for row in await find.ledger(unit.session, occurrence.id):
            if row.kind != telling.PHONE:
                telling.raise_grade(bench.office, unit, row, "posted", "chat", f"post:{activity}")
        await unit.session.flush()
        facts = {"occurrence": str(occurrence.id)}
        await unit.journal.write(request.id, "announced", actor="system", facts=facts)
        meeting = await find.meeting(unit.session, running.meeting_id)
        if meeting:
            await effects.refresh_status(unit, meeting)


async def _notify(
    bench: Bench,
    occurrence: Occurrence,
    meeting: Meeting,
    place: Place,
    grades: tuple[str, ...] = ("none",),
) -> None:
    """The targeted notification: accepted or not, person by person. Who it does not reach and who
    came late gets the card in the chat once more."""
    async with bench.database.unit() as unit:
        ledger = await find.ledger(unit.session, occurrence.id)
        rows = [r for r in ledger if r.kind != telling.PHONE and r.grade in grades]
        requests = list(await find.requests_of(unit.session, meeting.id, "granted"))
        granted = showing.applying(requests, occurrence.started_at)
        recorder = await showing.recorders(unit, granted)
    results = await _targeted(bench, meeting, rows)
    missed = [r for r in rows if r.grade == "none" and not results.get(r.mri or "", False)]
    posted = None
    if missed and recorder:
        late = announcement(bench, recorder, late=True)
        posted = await bench.outside.messenger.post(
            service_url=place.service_url, conversation_id=place.conversation_id, view=late
        )
    async with bench.database.unit() as unit:
        for row in await find.ledger(unit.session, occurrence.id):
            if results.get(row.mri or "", False):
                telling.raise_grade(bench.office, unit, row, "accepted", "in_meeting", "202")
            elif posted and row.id in {m.id for m in missed}:
                evidence = f"post:{posted.activity_id}"
                telling.raise_grade(bench.office, unit, row, "posted", "chat", evidence)
        await unit.session.flush()
        await unit.journal.write(
            meeting.id, "told", actor="system",
            facts={"occurrence": str(occurrence.id), "asked": len(rows),
                   "accepted": sum(results.values())},
        )  # fmt: skip
        await effects.show_ledger(unit, str(occurrence.id))


async def _targeted(bench: Bench, meeting: Meeting, rows: Sequence[Informed]) -> dict[str, bool]:
    """Per person whether Teams accepted the notification. Trouble is no acceptance, and no stop."""
    mris = [row.mri for row in rows if row.mri]
    if not mris or not (meeting.service_url and meeting.teams_meeting_id):
        return {}
    try:
        answers_ = await bench.outside.meetings.notify(
            meeting.service_url,
            meeting.teams_meeting_id,
            mris,
            title=text("notification.title", "da"),
            page=f"{bench.office.public_url}/notice",
        )
    except Exception as error:
        log.warning("notification_failed", error=type(error).__name__)
        return {}
    return {mri: failure is None for mri, failure in answers_.items()}


async def tell_late(bench: Bench, claim: Claim) -> str:
    """Whoever came after the announcement is told; many at once get one card together."""
    found = await _running(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    try:
        await _notify(bench, occurrence, meeting, chat_of_meeting(meeting))
    except NotReachable:
        return "not_reachable"
    return "told"


async def look_around(bench: Bench, claim: Claim) -> str:
    """Look who has come without an event, and whether the meeting has ended without one."""
    found = await _running(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    if not meeting.app_installed:
        return "not_reachable"
    async with bench.database.unit() as unit:
        rows = await find.ledger(unit.session, occurrence.id)
    people = await _present(bench, meeting, {r.mri for r in rows if r.mri})
    over = meeting.ends_at and bench.clock.now() > meeting.ends_at + OVERTIME
    empty = bool(over) and not await _anybody(bench, meeting)
    async with bench.database.unit() as unit:
        running = await unit.session.get(Occurrence, occurrence.id)
        if running is None or running.ended_at:
            return "over"
        if empty:
            locked = await find.meeting(unit.session, meeting.id, lock=True)
            if locked:
                await meetings.end_occurrence(unit, locked, running, unit.now, "clock")
            return "ended"
        if running.announced_at:
            added = await telling.put_on_ledger(unit, running, people)
            await telling.tell_late(unit, running, added)
        else:
            await _announce_granted(unit, meeting, running)
        await unit.effects.schedule(
            effects.LOOK_AROUND,
            str(occurrence.id),
            args=claim.args,
            due_at=unit.now + bench.office.start_poll,
        )
    return "looked"


async def _announce_granted(unit: Unit, meeting: Meeting, running: Occurrence) -> None:
    requests = list(await find.requests_of(unit.session, meeting.id, "granted"))
    for request in showing.applying(requests, running.started_at):
        await effects.announce(unit, str(running.id), request)


async def _anybody(bench: Bench, meeting: Meeting) -> bool:
    """Whether anybody who can be asked for is still in the call."""
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    for member in await bench.outside.meetings.roster(service, meeting.chat_id or ""):
        if member.oid and await bench.outside.meetings.in_meeting(service, teams_id, member.oid):
            return True
    return False


async def ledger_card(bench: Bench, claim: Claim) -> str:
    """Show the employee who has been told, and what to read aloud."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None:
            return "gone"
        requests = await find.requests_of(unit.session, meeting.id, "granted")
        oid = await telling.teller(unit, meeting, requests)
        view = await telling.ledger_view(bench.office, unit, occurrence, meeting)
    if oid is None:
        return "nobody_to_show"
    await show(bench, f"ledger:{occurrence.id}", await chat_with(bench, oid), view)
    return "shown"


async def close(bench: Bench, claim: Claim) -> str:
    """After the meeting: the case note to copy, and the promised printout as a task (B5)."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None or occurrence.ended_at is None:
            return "not_over"
        for request in await find.requests_of(unit.session, meeting.id):
            if request.state not in ("granted", "not_granted", "lapsed"):
                continue
            owner = request.caseworker_oid or request.registered_by
            for kind in bench.office.profile.promised_tasks:
                await answers.give_task(unit, request, kind, owner)
            if not is_finished(showing.state_of(request), showing.answer_of(request)):
                await answers.give_task(unit, request, "answer_waits", owner)
            args = {"request_id": str(request.id), "occurrence_id": str(occurrence.id)}
            await unit.effects.schedule(effects.NOTE_CARD, str(request.id), args=args)
    return "closed"


async def note_card(bench: Bench, claim: Claim) -> str:
    """The case note, complete and ready to copy, to the employee."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, UUID(claim.args["request_id"]))
        if request is None:
            return "gone"
        view = await write_note(bench.office, unit, request)
    owner = request.caseworker_oid or request.registered_by
    await show(bench, f"note:{request.id}", await chat_with(bench, owner), view)
    return "shown"
