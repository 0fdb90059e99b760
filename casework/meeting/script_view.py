"""What the script card shows: what is to be said in this meeting now, what was said, who has heard it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from casework import closed, showing
from casework.meeting import breaks, holders, listeners, telling
from casework.meeting.holders import by_hand
from casework.meeting.holds import Holds, aloud, end_of, recorder_of, round_of, words_of
from casework.meeting.rounds import round_now
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Occurrence, Request, SaidLine
from texts import views
from texts.announcement import start_sentence
from texts.script import AGAIN, Line, talk_lines, told_lines, unrecorded_lines
from texts.views import Language

ONCE = "once"
"""The round of what is said only once, whatever changes: the greeting and the end."""
PAUSE = "pause"


async def current(unit: Unit, meeting: Meeting) -> Occurrence | None:
    """The occurrence that runs; outside Teams also the one that ended last, to be looked at."""
    running = await find.running_occurrence(unit.session, meeting.id)
    if running is None and by_hand(meeting):
        return await find.latest_occurrence(unit.session, meeting.id)
    return running


def key_of(line: Line, rnd: str) -> tuple[str, str]:
    """How the line is kept: in its round, or once and for all."""
    return (rnd if line.part in AGAIN else ONCE, line.key)


async def said_in(unit: Unit, occurrence: Occurrence) -> dict[tuple[str, str], SaidLine]:
    """What has been ticked as said, by round and line."""
    query = select(SaidLine).where(SaidLine.occurrence_id == occurrence.id)
    return {(row.round, row.line): row for row in await unit.session.scalars(query)}


async def late_words(
    office: Office, unit: Unit, holds: Holds, language: Language = "da"
) -> tuple[str, ...]:
    """What is said to who came later; nothing where nothing is recorded."""
    if holds.what != "recorded":
        return ()
    told = words_of(office, holds, await recorder_of(unit, holds, language=language), late=True)
    return told.da if language == "da" else told.en


async def script_lines(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence | None,
    oid: str | None,
    language: Language = "da",
    *,
    named: bool = True,
) -> tuple[tuple[Line, ...], str]:
    """What is to be said in this meeting now, and the round it belongs to. What is kept is not
    ``named``: there is a gap for the name of whoever records."""
    at = occurrence.started_at if occurrence else unit.now
    until = end_of(occurrence) if occurrence else None
    holds = await telling.holding(office, unit, meeting, at, until)
    if holds.what == "paused":
        return (), PAUSE
    if holds:
        recorder = await recorder_of(unit, holds, named=named, language=language)
        lines = await _recorded(office, unit, meeting, holds, recorder, oid, language)
        return lines, await round_now(unit, occurrence, holds)
    if occurrence is not None and await telling.may_have_heard(unit, occurrence):
        said = aloud(office, holds, "", phone=False, language=language)
        return told_lines(said), await round_now(unit, occurrence, holds)
    requests = await showing.concerning(unit, meeting)
    if not requests:
        return (), ""
    return await _unrecorded(office, unit, requests, language)


async def _recorded(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    holds: Holds,
    recorder: str,
    oid: str | None,
    language: Language,
) -> tuple[Line, ...]:
    profile = office.profile_for(holds.requests)
    if not by_hand(meeting):
        phone = telling.phone_may_listen(meeting)
        return told_lines(aloud(office, holds, recorder, phone=phone, language=language))
    return talk_lines(
        profile,
        kind=meeting.kind,
        employee=await showing.name_of(unit, oid),
        recorder=recorder,
        relation=holds.relation,
        own_part=holds.own_part,
        both_record=holds.both,
        video=holds.video,
        again=bool(holds.resumed),
        language=language,
    )


@rule("A18", surface="card")
async def _unrecorded(
    office: Office, unit: Unit, requests: Sequence[Request], language: Language
) -> tuple[tuple[Line, ...], str]:
    """Where nothing may be recorded, or nothing is decided: what to say, and how to explain a no."""
    last = requests[-1]
    refused = last.state == "not_granted"
    start = start_sentence(
        office.profile_of(last), "refused" if refused else "undecided",
        relation=last.relation, language=language, answer=last.answer_state,
    )  # fmt: skip
    explained = closed.explained(await closed.opened(unit, last), language) if refused else ""
    return unrecorded_lines(start, explained, language=language), round_of(
        [last.state, str(last.id)]
    )


async def script_view(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    oid: str | None,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    *,
    of: Occurrence | None = None,
) -> views.Script:
    """The card: what was said, what is next, and who has heard it. ``of``: in this call, else in the one
    that runs."""
    occurrence = of or await current(unit, meeting)
    at = occurrence.started_at if occurrence else unit.now
    until = end_of(occurrence) if occurrence else None
    holds = await telling.holding(office, unit, meeting, at, until)
    stands = await breaks.state_of(unit, meeting, at, until)
    lines, rnd = await script_lines(office, unit, meeting, occurrence, oid)
    english, _ = await script_lines(office, unit, meeting, occurrence, oid, "en")
    shown = await _shown(unit, occurrence, lines, english, rnd)
    told = (
        occurrence is not None
        and holds.what == "recorded"
        and await telling.is_told(unit, occurrence, holds)
    )
    people = await listeners.lines(office, unit, meeting, occurrence, told=told)
    begun = occurrence is not None
    late = told and any(not one.informed for one in people) and _said_all(shown)
    requests = await showing.concerning(unit, meeting)
    return views.Script(
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        kind=meeting.kind,
        outside=by_hand(meeting),
        request_id=requests[-1].id if requests else None,
        occurrence_id=occurrence.id if occurrence else None,
        round=rnd,
        lines=shown,
        listeners=people,
        late=await late_words(office, unit, holds) if late else (),
        late_en=await late_words(office, unit, holds, "en") if late else (),
        begun=begun,
        ended_at=occurrence.ended_at if occurrence else None,
        recorded=bool(holds),
        complete=told and _said_all(shown) and all(one.informed for one in people),
        paused_at=stands.on.at if stands.on and holds else None,
        pause=stands.on.kind if stands.on and holds else "",
        seen=await _last_came(unit, occurrence),
        values=form or {},
        problems=problems,
    )


async def _last_came(unit: Unit, occurrence: Occurrence | None) -> datetime | None:
    """When the last of those came who are on the list now."""
    if occurrence is None:
        return None
    rows = [r for r in await find.ledger(unit.session, occurrence.id) if r.channel != telling.GONE]
    return max([occurrence.started_at, *(row.created_at for row in rows)])


def _said_all(lines: Sequence[views.ScriptLine]) -> bool:
    """Whether all that everybody is to hear has been said, and who is there has been asked."""
    return all(one.said_at is not None for one in lines if one.part in AGAIN)


async def _shown(
    unit: Unit,
    occurrence: Occurrence | None,
    lines: Sequence[Line],
    english: Sequence[Line],
    rnd: str,
) -> tuple[views.ScriptLine, ...]:
    said = await said_in(unit, occurrence) if occurrence else {}
    other = {line.key: line.say for line in english}
    shown = []
    for line in lines:
        row = said.get(key_of(line, rnd))
        by = await showing.name_of(unit, row.by_oid) if row else ""
        at = row.at if row else None
        shown.append(
            views.ScriptLine(line.key, line.part, line.say, other.get(line.key, ""), at, by)
        )
    return tuple(shown)


async def owners(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> list[str]:
    """Whose card it is: the employees of the meeting."""
    found = await holders.tellers(unit, meeting, occurrence)
    wishes = await showing.concerning(unit, meeting)
    more = [o for r in wishes if (o := holders.owner_of(r))]
    return list(dict.fromkeys([*found, *more]))
