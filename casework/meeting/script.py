"""A talk led by the script, sentence by sentence: who said it, when, and who heard it (T4, B20).

By phone, in person and at home only a person can say that a talk began, what was said and who is there.
In a Teams meeting the same card serves those who hear but see nothing: whoever phoned in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert

from casework import commands, effects, showing
from casework.asking import companions
from casework.meeting import listeners, marks, meetings, telling
from casework.meeting.holders import by_hand
from casework.meeting.holds import (
    enter_telling,
    keep_words,
)
from casework.meeting.rounds import round_now
from casework.meeting.script_view import key_of, said_in, script_lines, script_view
from casework.office import Office
from casework.typed import moment_of
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence, SaidLine
from texts import views
from texts.script import Line


async def the_meeting(unit: Unit, meeting_id: UUID) -> Meeting | views.View:
    """The meeting, locked; who holds it stands in the table of rights."""
    meeting = await find.meeting(unit.session, meeting_id, lock=True)
    return meeting or views.Toast(code="meeting_unknown")


async def show_script(office: Office, unit: Unit, command: commands.ShowScript) -> views.View:
    """The script as it stands: what was said stays said, on every device. In a Teams meeting it gets a
    card of its own, for the one it was opened from is drawn anew whenever somebody comes."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    running = await find.running_occurrence(unit.session, found.id)
    if running is not None and not by_hand(found):
        args = {"occurrence_id": str(running.id), "oid": command.actor.oid or ""}
        await unit.effects.schedule(effects.SCRIPT_CARD, str(running.id), args=args)
    return await script_view(office, unit, found, command.actor.oid)


@rule("A8", "B1", surface="card")
async def start_script(office: Office, unit: Unit, command: commands.StartScript) -> views.View:
    """The talk begins: whoever records and their companion stand on the list from the first moment."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    if by_hand(found):
        running = await meetings.begin_occurrence(office, unit, found, unit.now, "person")
        await _put_people(office, unit, found, running)
        await follow(unit, found, running)
    return await script_view(office, unit, found, command.actor.oid)


async def _put_people(office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    holds = await telling.now_holding(office, unit, meeting, occurrence)
    await listeners.put_recorders(unit, occurrence, holds.requests)
    await companions.put_companions_on_ledger(unit, occurrence, meeting)


async def follow(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    """Whatever shows how it stands is drawn anew."""
    await listeners.follow(unit, meeting, occurrence)


@rule("A8", "B1", "B20", surface="card")
async def tick_line(office: Office, unit: Unit, command: commands.TickLine) -> views.View:
    """A sentence was said: by whom and when is kept, with the sentence as it was. When the last of what
    everybody is to hear is said, everybody on the list has heard it."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid = command.actor.oid or ""
    running = await find.running_occurrence(unit.session, found.id)
    if running is not None:
        lines, rnd = await script_lines(office, unit, found, running, oid, named=False)
        said = await said_in(unit, running)
        line = next((one for one in lines if key_of(one, rnd) not in said), None)
        pressed = (command.form.get("line", ""), command.form.get("round", ""))
        if line is not None and line.part == "who" and command.form.get("listener_name", ""):
            return await _put_on_list(office, unit, found, command)
        # An older card, or a second press: what it asks for is done already.
        if line is not None and pressed == (line.key, rnd):
            await _enter_line(unit, found, running, line, rnd, oid)
            tells = [one for one in lines if one.part == "tell"]
            if [one for one in tells if key_of(one, rnd) not in said] == [line]:
                before = [said[key].at for one in tells if (key := key_of(one, rnd)) in said]
                told, begun = [one.say for one in tells], min(before, default=unit.now)
                await everybody_heard(office, unit, found, running, oid, told, begun)
            await follow(unit, found, running)
    return await script_view(office, unit, found, oid)


async def _put_on_list(
    office: Office, unit: Unit, meeting: Meeting, command: commands.TickLine
) -> views.View:
    """A name was typed and not put on the list yet: it is, before anything else."""
    adding = commands.AddListener(
        actor=command.actor,
        chat_id=command.chat_id,
        inbound_key=command.inbound_key,
        meeting_id=meeting.id,
        form=command.form,
    )
    problems = await listeners.add(office, unit, meeting, adding)
    form = dict(command.form) if problems else {}
    return await script_view(office, unit, meeting, command.actor.oid, form, problems)


async def _enter_line(
    unit: Unit, meeting: Meeting, occurrence: Occurrence, line: Line, rnd: str, oid: str
) -> None:
    values = {"id": uuid4(), "occurrence_id": occurrence.id, "by_oid": oid, "at": unit.now}
    when, name = key_of(line, rnd)
    entry = insert(SaidLine).values(**values, round=when, line=name).on_conflict_do_nothing()
    row = (await unit.session.execute(entry.returning(SaidLine.id))).scalar()
    if row is None:
        return
    words = {"said": line.say}
    await unit.personal.put(row, meeting.id, words)
    facts = {"occurrence": str(occurrence.id), "line": name, "round": when}
    await unit.journal.write(
        meeting.id, "line_said", actor=oid, facts=facts, personal=words, owner_id=row
    )


@rule("B20", surface="card")
async def everybody_heard(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    oid: str,
    told: Sequence[str],
    begun: datetime,
) -> None:
    """The text was said to the end: whoever is on the list heard it from this employee, at this time. In
    a Teams meeting people come by themselves: who came after the first sentence was ``begun`` has not."""
    holds = await telling.now_holding(office, unit, meeting, occurrence)
    if not holds and not await telling.may_have_heard(unit, occurrence):
        return  # nothing is recorded, so nobody has to be told of it
    if await telling.is_told(unit, occurrence, holds):
        await keep_words(office, unit, occurrence, holds, "voice", told)
    else:
        await enter_telling(office, unit, occurrence, holds, "voice", told)
    if by_hand(meeting):
        await _put_people(office, unit, meeting, occurrence)
    seen = None if by_hand(meeting) else begun
    await telling.confirm_rows(office, unit, meeting, occurrence, oid, seen)
    await marks.put(unit, meeting, "read_aloud", oid)
    for request in await showing.concerning(unit, meeting):
        await effects.note_changed(unit, request)


@rule("B20", surface="card")
async def tell_listeners(office: Office, unit: Unit, command: commands.TellListeners) -> views.View:
    """Who came later has been told what the others heard, in few words: whoever stood on the card that
    was pressed, while it still shows what holds."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid = command.actor.oid or ""
    running = await find.running_occurrence(unit.session, found.id)
    if running is not None and running.announced_for:
        rows = await find.ledger(unit.session, running.id, lock=True)
        holds = await telling.now_holding(office, unit, found, running)
        shown = command.form.get("round")
        if shown and shown != await round_now(unit, running, holds):
            # What was said is not what holds any more.
            view = await script_view(office, unit, found, oid)
            return replace(view, changed=holds.what == "recorded")
        seen = moment_of(command.form.get("seen", ""))
        missing = [row for row in rows if _is_missing(row) and (not seen or row.created_at <= seen)]
        if missing and holds.what == "recorded" and telling.tells_what_holds(running, holds):
            await keep_words(office, unit, running, holds, "late")
            await telling.confirm_rows(office, unit, found, running, oid, seen)
            await follow(unit, found, running)
    return await script_view(office, unit, found, oid)


def _is_missing(row: Informed) -> bool:
    return row.informed_at is None and row.channel != telling.GONE


@rule("A8", surface="card")
async def end_talk(office: Office, unit: Unit, command: commands.EndTalk) -> views.View:
    """The talk is over: the note and what was promised come now and not when the clock says so."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    running = await find.running_occurrence(unit.session, found.id)
    if running is not None and by_hand(found):
        await meetings.end_occurrence(unit, found, running, unit.now, "person")
        await follow(unit, found, running)
    return await script_view(office, unit, found, command.actor.oid)
