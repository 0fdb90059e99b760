"""Who leaves the meeting: told or not, and whoever records (B20, C12)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from casework import commands, effects
from casework.meeting import recorder
from casework.meeting.holds import GONE, leave, leave_untold
from casework.meeting.ledger_rows import enter_left
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Occurrence

AWAY_AFTER = timedelta(seconds=30)  # who only lost the line is back by then


@rule("B20", surface="card")
async def note_gone(
    unit: Unit,
    occurrence: Occurrence,
    present: Sequence[commands.Actor],
    unlisted: Collection[str] = (),
) -> None:
    """Who had left before this telling is not there to hear it, and is told when they come back. Whom only
    the chat does not name any more (``unlisted``, by id) is still to be told."""
    here = {unit.person_key(f"{occurrence.id}:{p.oid or p.mri}") for p in present}
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        away = row.person_key not in here and row.oid not in unlisted
        if row.oid and away and row.grade == "none":
            row.channel = GONE


@rule("B20", surface="card")
async def believed(
    unit: Unit, occurrence: Occurrence, command: commands.PeopleJoined
) -> list[commands.Actor]:
    """Who of those that Teams tells of is there now. What is told late may be over: whoever can be asked for
    is asked for instead, and a guest who left after it is not back."""
    here = [p for p in command.people if command.in_call or p.oid is None]
    if unit.now - command.at <= AWAY_AFTER:
        return here
    left = {
        row.person_key
        for row in await find.ledger(unit.session, occurrence.id)
        if row.left_at is not None and row.left_at > command.at
    }
    return [
        p for p in here
        if p.oid is None and unit.person_key(f"{occurrence.id}:{p.mri}") not in left
    ]  # fmt: skip


@rule("C12", surface="card")
async def people_left(office: Office, unit: Unit, command: commands.PeopleLeft) -> None:
    """Somebody left: whoever has been told stays told, so nobody is told twice; whoever has not does not
    hear what is read aloud now, nor does anybody what is told from now on. When it is whoever records, the
    employee is soon reminded that the recording stops meanwhile (C12)."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if meeting is None or occurrence is None:
        return
    await _note_left(unit, occurrence, command)
    if occurrence.announced_for and await recorder.is_among(
        office, unit, meeting, occurrence, command.people
    ):
        await effects.recorder_away(unit, occurrence.id, unit.now + AWAY_AFTER)


@rule("B20", surface="card")
async def _note_left(unit: Unit, occurrence: Occurrence, command: commands.PeopleLeft) -> None:
    """Who has an id is asked for whenever something is told; of who has none it is kept that they left,
    also before there is anything to tell."""
    rows = {r.person_key: r for r in await find.ledger(unit.session, occurrence.id, lock=True)}
    # An event that is late tells of an earlier time: who came since then is here.
    late, at = unit.now - command.at > AWAY_AFTER, min(command.at, unit.now)
    changed = False
    for person in command.people:
        row = rows.get(unit.person_key(f"{occurrence.id}:{person.oid or person.mri}"))
        if row is None:
            if person.oid is None and not late:
                await enter_left(unit, occurrence, person, at)
        elif row.created_at <= command.at:
            untold = leave_untold(row) if late else leave(row, at)
            if row.left_at is not None and not late:
                row.left_at = max(row.left_at, at)
            changed = changed or untold
    await unit.session.flush()
    if changed and occurrence.announced_for:
        await effects.show_ledger(unit, str(occurrence.id))
