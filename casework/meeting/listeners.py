"""Who hears a meeting and stands for nobody in Teams: asked for, and entered by name (B20).

The name is sealed like any other. Whoever is not there any more leaves the list, but what they were
told stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from casework import closed, commands, effects, showing
from casework.asking.companions import LISTENERS
from casework.meeting import channels, telling
from casework.meeting.holds import come_back
from casework.office import Office
from casework.versions import profile_here
from guidelines.announcement import is_informed
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import Informed, Meeting, Occurrence, Request
from texts import views
from texts.limits import MAX_LENGTH

RECORDER = "recorder"
"""The kind of the row of whoever records, in a talk outside Teams."""


async def put_recorders(unit: Unit, occurrence: Occurrence, requests: Sequence[Request]) -> None:
    """Whoever records is told too: what holds, and what to know."""
    rows = {row.person_key: row for row in await find.ledger(unit.session, occurrence.id)}
    stored = await unit.personal.opened_where_possible([request.id for request in requests])
    for request in requests:
        key = unit.person_key(f"{occurrence.id}:{RECORDER}:{request.id}")
        if key not in rows:
            name = stored[request.id].get("citizen_name", "")
            await enter(unit, occurrence, key, RECORDER, name)


async def enter(unit: Unit, occurrence: Occurrence, key: str, kind: str, name: str) -> Informed:
    """A new row of somebody who has still to hear it."""
    row = Informed(
        id=uuid4(),
        occurrence_id=occurrence.id,
        person_key=key,
        kind=kind,
        grade="none",
        channel="",
        evidence="",
        created_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    words = {"name": name[:200]} if name else {}
    await unit.personal.put(row.id, occurrence.meeting_id, words)
    return row


@rule("B20", surface="card")
async def add(
    office: Office, unit: Unit, meeting: Meeting, command: commands.AddListener
) -> tuple[Problem, ...]:
    """Enter somebody who listens; what is wrong with what was typed. A name may be kept back: then the
    kind stands for the person."""
    name = " ".join(command.form.get("listener_name", "").split())
    kind = command.form.get("listener_kind", "")
    running = await find.running_occurrence(unit.session, meeting.id)
    if running is None:
        return ()
    if len(name) > MAX_LENGTH["listener_name"]:
        most = {"max": str(MAX_LENGTH["listener_name"])}
        return (Problem("listener_name", "text_too_long", most),)
    if kind not in LISTENERS:
        return (Problem("listener_kind", "listener_kind_missing"),)
    if not name and kind == "other":
        return (Problem("listener_name", "listener_name_missing"),)
    rows = await find.ledger(unit.session, running.id, lock=True)
    same = name.casefold() or (command.inbound_key or str(uuid4()))
    key = unit.person_key(f"{running.id}:listener:{same}")
    there = await _named(unit, rows, name, key)
    if there is not None:
        return await _again(unit, meeting, running, there, command)
    row = await enter(unit, running, key, kind, name)
    await _journal(unit, meeting, running, row, command, "listener_added", name)
    await follow(unit, meeting, running)
    return ()


async def _named(unit: Unit, rows: Sequence[Informed], name: str, key: str) -> Informed | None:
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    for row in rows:
        known = names[row.id].get("name", "").strip().casefold()
        if row.person_key == key or (name and known == name.casefold()):
            return row
    return None


async def _again(
    unit: Unit,
    meeting: Meeting,
    running: Occurrence,
    row: Informed,
    command: commands.AddListener,
) -> tuple[Problem, ...]:
    """Somebody of that name stands on the list: who had left comes back, otherwise nothing is added."""
    if row.channel not in telling.AWAY:
        return (Problem("listener_name", "listener_there"),)
    come_back(unit, row)
    await unit.session.flush()
    await _journal(unit, meeting, running, row, command, "listener_back", "")
    await follow(unit, meeting, running)
    return ()


@rule("B20", surface="card")
async def drop(unit: Unit, meeting: Meeting, command: commands.DropListener) -> None:
    """Somebody on the list is not there. Who was never told leaves it with the name; of who was told
    before, that stays."""
    running = await find.running_occurrence(unit.session, meeting.id)
    if running is None:
        return
    for row in await find.ledger(unit.session, running.id, lock=True):
        if str(row.id) != command.form.get("listener") or not _may_drop(row):
            continue
        if await telling.was_told(unit, row):
            row.grade, row.channel, row.evidence = "none", telling.GONE, ""
        else:
            await unit.personal.delete(row.id, case_id=meeting.id, actor=command.actor.oid or "")
            await unit.session.delete(row)
        await unit.session.flush()
        await _journal(unit, meeting, running, row, command, "listener_dropped", "")
        await follow(unit, meeting, running)


def _may_drop(row: Informed) -> bool:
    return row.kind in LISTENERS and row.informed_at is None and row.channel != telling.GONE


async def _journal(
    unit: Unit,
    meeting: Meeting,
    running: Occurrence,
    row: Informed,
    command: commands.AddListener | commands.DropListener,
    kind: str,
    name: str,
) -> None:
    facts = {"occurrence": str(running.id), "row": str(row.id), "kind": row.kind}
    words = {"name": name} if name else {}
    await unit.journal.write(
        meeting.id,
        kind,
        actor=command.actor.oid or "",
        facts=facts,
        personal=words,
        owner_id=row.id,
    )


async def follow(unit: Unit, meeting: Meeting, running: Occurrence) -> None:
    """Whatever shows the list is drawn anew."""
    args = {"occurrence_id": str(running.id)}
    await unit.effects.schedule(effects.SCRIPT_CARD, str(running.id), args=args)
    if meeting.chat_id is not None:
        await effects.show_ledger(unit, str(running.id))


async def lines(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence | None,
    *,
    told: bool,
) -> tuple[views.ListenerLine, ...]:
    """Everybody on the list; ``told`` False: whatever they heard before, it was not what holds now."""
    if occurrence is None:
        return ()
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    profile = await profile_here(office, unit, meeting)
    shown = []
    for row in rows:
        if row.channel == telling.GONE:
            continue
        informed = told and is_informed(profile, row.grade)
        shown.append(
            views.ListenerLine(
                id=row.id,
                name=_name(names, row),
                kind=row.kind,
                informed=informed,
                at=row.informed_at if informed else None,
                by=await showing.name_of(unit, channels.teller(row.evidence)) if informed else "",
                may_drop=_may_drop(row) and occurrence.ended_at is None,
                maybe=row.channel == telling.UNSEEN,
            )
        )
    return tuple(shown)


def _name(names: Mapping[UUID, Opened], row: Informed) -> str:
    return closed.name_of(names.get(row.id, Opened()))
