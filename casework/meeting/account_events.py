"""What happened around a meeting's tellings, for the account of who was told (B20).

Also what reached nobody, what became of Lydhør's own call, and what a person then did. Each event names
employees alone: of everybody else only what they were there as.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from casework import doubled, effects, showing
from casework.meeting import call_states
from casework.meeting.holds import end_of
from store.database import Unit
from store.tables import JournalEntry, Mark, Meeting, Occurrence, Request, Task
from texts.pages import Event

AFTERWARDS = timedelta(hours=12)
POSTED = ("post_found", "post_again", "post_given_up")
LISTED = ("listener_added", "listener_back", "listener_dropped")
CALLED = (
    "call_asked", "call_lobby", "call_muted", *(f"call_{end}" for end in call_states.ENDS),
    "prompt_heard", "prompt_failed",
)  # fmt: skip
JOURNALLED = ("app_added", "app_removed", "read_aloud", "recording_paused", "announcement_revoked", "gave_up",
             "phone_said", *POSTED, *LISTED, *CALLED)  # fmt: skip
GAVE_UP = {
    effects.ANNOUNCE: "gave_up", effects.TELL_LATE: "gave_up", effects.OTHER_WAYS: "gave_up",
    effects.ROLL_CALL: "gave_up_looking", effects.CALL_JOIN: "gave_up_calling",
}  # fmt: skip
"""What was to tell somebody and failed for good. Other work that failed told nobody anything."""
MARKED = ("caucus", "lobby", "handover", "recorder_left", "resumed", "recorder_away", "recorder_back")  # fmt: skip
TASK, GIVEN, DONE = "read_aloud", "task_given", "task_done"


async def events(
    unit: Unit, meeting: Meeting, occurrence: Occurrence, concerned: Sequence[Request]
) -> tuple[Event, ...]:
    """All of it in order, of this occurrence alone."""
    since, until = occurrence.started_at, await _until(unit, occurrence)
    found = [
        *await _journalled(unit, meeting, occurrence, until),
        *await _marked(unit, meeting, since, until),
        *await _tasks(unit, concerned, since, until),
    ]
    return tuple(sorted(found, key=lambda event: event.at))


async def _until(unit: Unit, occurrence: Occurrence) -> datetime:
    """What is done after the call belongs to it for a while, unless the next one has begun."""
    ended = end_of(occurrence)
    if ended is None:
        return unit.now
    query = select(Occurrence.started_at).where(
        Occurrence.meeting_id == occurrence.meeting_id,
        Occurrence.started_at > occurrence.started_at,
    )
    following = await unit.session.scalar(query.order_by(Occurrence.started_at).limit(1))
    return min(ended + AFTERWARDS, following or unit.now, unit.now)


async def _journalled(
    unit: Unit, meeting: Meeting, occurrence: Occurrence, until: datetime
) -> list[Event]:
    query = select(JournalEntry).where(
        JournalEntry.case_id == meeting.id,
        JournalEntry.kind.in_(JOURNALLED),
        JournalEntry.at >= occurrence.started_at,
    )
    own = str(occurrence.id)
    shown = []
    for entry in await unit.session.scalars(query.order_by(JournalEntry.seq)):
        # What names its call belongs to that, also when it came after the next one had begun.
        of = entry.facts.get("occurrence")
        if (key := _key(entry)) and (of == own if of else entry.at <= until):
            by = await showing.name_of(unit, entry.actor)
            kind = str(entry.facts["kind"]) if entry.kind in LISTED else ""
            shown.append(Event(key, entry.at, by, kind))
    return shown


def _key(entry: JournalEntry) -> str:
    """Which words tell of the entry; empty where it is about something else than being told."""
    if entry.kind == "gave_up":
        return GAVE_UP.get(str(entry.facts.get("kind")), "")
    if entry.kind in POSTED:
        return entry.kind if entry.facts.get("what") in doubled.IN_MEETING else ""
    if entry.kind == "phone_said":
        return "phone_possible" if entry.facts.get("possible") else "phone_impossible"
    return entry.kind


async def _marked(unit: Unit, meeting: Meeting, since: datetime, until: datetime) -> list[Event]:
    query = select(Mark).where(
        Mark.meeting_id == meeting.id, Mark.kind.in_(MARKED), Mark.at.between(since, until)
    )
    return [
        Event(mark.kind, mark.at, await showing.name_of(unit, mark.by_oid))
        for mark in await unit.session.scalars(query.order_by(Mark.at, Mark.id))
    ]


async def _tasks(
    unit: Unit, concerned: Sequence[Request], since: datetime, until: datetime
) -> list[Event]:
    """The task to read aloud. A wish has one row for it, which is given again: when it was given and
    done each time stands in the journal alone, and whose it is now in the row."""
    ids = [request.id for request in concerned]
    query = select(JournalEntry).where(
        JournalEntry.case_id.in_(ids), JournalEntry.kind.in_((GIVEN, DONE))
    )
    entries = (await unit.session.scalars(query.order_by(JournalEntry.at, JournalEntry.seq))).all()
    about = [entry for entry in entries if entry.facts.get("kind") == TASK]
    newest = {entry.case_id: entry for entry in about if entry.kind == GIVEN}
    rows = await unit.session.scalars(
        select(Task).where(Task.request_id.in_(ids), Task.kind == TASK)
    )
    owners = {row.request_id: row.owner_oid for row in rows}
    shown = []
    for entry in about:
        if not since <= entry.at <= until:
            continue
        if entry.kind == DONE:
            by = await showing.name_of(unit, entry.actor)
            shown.append(Event(DONE, entry.at, by))
        else:
            owner = owners.get(entry.case_id) if newest[entry.case_id] is entry else None
            by = await showing.name_of(unit, owner)
            shown.append(Event("task_read_aloud", entry.at, by))
    return shown
