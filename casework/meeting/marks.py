"""What a person ticked or noted of a meeting: kept as a row, told in the journal and in the note.

guided, not_guided      the guidance on passing on was said, or was not, and why (C19)
guiding, deciding       the switch *Vejledning / Afgørelse* (C18)
oral_decision           an oral decision was made (C17)
undisclosed             somebody recorded without having asked or told (C21, C22)
still_recorded          somebody recorded although it was not agreed
video_seen              somebody filmed
others_affairs          somebody else's private affairs came up (C15)
caucus, lobby, handover, recorder_left, resumed   a break, and its end (C12, casework/meeting/breaks.py)
recorder_away, recorder_back   Teams showed that whoever records left, and came back (C12)
devices                 devices stay outside, exceptions were asked for (C24)
note_taker              a bot that takes notes was asked out
colleague_joined        a colleague came along
not_recorded            it was allowed, but nobody recorded (C19)
read_aloud              the script was read to those who are there (T4)
staff_recording         why staff recorded in Teams (C4)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select

from casework import closed, showing
from store import find
from store.database import Unit
from store.tables import Mark, Meeting, Request

TEXT = "text"


async def put(
    unit: Unit,
    meeting: Meeting,
    kind: str,
    by: str,
    text: str = "",
    *,
    request: Request | None = None,
    facts: Mapping[str, str] | None = None,
) -> Mark:
    """Write a mark down. It is about one wish where the meeting has only one."""
    about = request or await only_one(unit, meeting)
    mark = Mark(
        id=uuid4(),
        meeting_id=meeting.id,
        request_id=about.id if about else None,
        kind=kind,
        by_oid=by,
        at=unit.now,
        facts=dict(facts or {}),
    )
    unit.session.add(mark)
    await unit.session.flush()
    case = about.id if about else meeting.id
    words = {TEXT: text.strip()} if text.strip() else {}
    await unit.personal.put(mark.id, case, words)
    await unit.journal.write(
        case, "marked", actor=by, facts={"mark": kind, **(facts or {})},
        personal=words, owner_id=mark.id,
    )  # fmt: skip
    return mark


async def only_one(unit: Unit, meeting: Meeting) -> Request | None:
    """The meeting's wish, when there is exactly one that counts now."""
    found = await showing.concerning(unit, meeting)
    return found[0] if len(found) == 1 else None


async def of_meeting(unit: Unit, meeting: Meeting, *kinds: str) -> Sequence[Mark]:
    """The meeting's marks, oldest first; of a series those since its last call began."""
    query = select(Mark).where(Mark.meeting_id == meeting.id)
    if kinds:
        query = query.where(Mark.kind.in_(kinds))
    rows = (await unit.session.scalars(query.order_by(Mark.at, Mark.id))).all()
    if not showing.repeats(meeting):
        return rows
    latest = await find.latest_occurrence(unit.session, meeting.id)
    return [row for row in rows if latest is None or row.at >= latest.started_at]


async def of_request(
    unit: Unit, request: Request, since: datetime | None, until: datetime | None
) -> Sequence[Mark]:
    """What the note of this wish tells: its own marks, and those of its meeting that day."""
    query = select(Mark).where(Mark.meeting_id == request.meeting_id)
    rows = (await unit.session.scalars(query.order_by(Mark.at, Mark.id))).all()

    def within(row: Mark) -> bool:
        return (since is None or row.at >= since) and (until is None or row.at < until)

    return [r for r in rows if r.request_id == request.id or (r.request_id is None and within(r))]


async def texts_of(unit: Unit, rows: Iterable[Mark]) -> dict[object, str]:
    """What was typed, by the mark's id, or that it does not open; nothing where nothing was."""
    stored = await unit.personal.opened_where_possible([row.id for row in rows])
    return {owner: closed.said(fields, TEXT) for owner, fields in stored.items()}
