"""The account of who was told in one meeting: gathered from what was written down as it happened (B20).

Nothing is concluded here that is not in a row: who, how, when, by what evidence, in which words, under
which version of the guideline; what did not reach somebody, and what a person then did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework import closed, doubled, showing
from casework.meeting import channels, script_view, telling
from casework.office import Office
from casework.versions import profile_here
from guidelines.announcement import is_informed
from guidelines.profile import Profile
from guidelines.rules import rule
from guidelines.wording import fill
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import (
    Evidence,
    Informed,
    JournalEntry,
    Mark,
    Meeting,
    Occurrence,
    Request,
    SaidLine,
    Task,
    Telling,
)
from texts.catalog import text
from texts.pages import Account, Event, Heard, PersonLine, SaidAloud, Told
from texts.views import Language

SEEN_BY = ("clock", "chat", "person")
AFTERWARDS = timedelta(hours=12)
JOURNALLED = ("app_added", "app_removed", "read_aloud", "recording_paused", "announcement_revoked", "gave_up",
             "post_found", "post_again", "post_given_up")  # fmt: skip
MARKED = ("caucus", "lobby", "handover", "recorder_left", "resumed", "recorder_away", "recorder_back")  # fmt: skip


@rule("B20", surface="page")
async def account(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    reader: str,
    language: Language,
) -> Account:
    """Everything that is known of who was told in this occurrence."""
    requests = await find.requests_of(unit.session, meeting.id)
    told = await _tellings(unit, occurrence)
    concerned = _concerned(requests, told)
    names = await _names(unit, concerned, language)
    profile = await profile_here(office, unit, meeting)
    shown = await script_view.script_view(office, unit, meeting, reader)
    holds = await telling.now_holding(office, unit, meeting, occurrence)
    rows = await find.ledger(unit.session, occurrence.id)
    current = await telling.is_told(unit, occurrence, holds)
    complete = current and telling.complete(profile, rows, meeting)
    if meeting.chat_id is None:
        complete = shown.occurrence_id == occurrence.id and shown.complete
    return Account(
        language=language,
        municipality=profile.municipality,
        meeting=await showing.meeting_line(unit, meeting),
        kind=meeting.kind,
        numbers=tuple(request.number for request in concerned),
        recorders=tuple(names[r.id] for r in concerned),
        began_at=occurrence.started_at,
        began_by=occurrence.noticed_by if occurrence.noticed_by in SEEN_BY else "event",
        ended_at=occurrence.ended_at,
        complete=complete,
        people=await _people(unit, profile, occurrence, rows, told, language),
        told=await _told(unit, told, names, language),
        said=await _said(unit, occurrence, concerned, names, language),
        events=await _events(unit, meeting, occurrence, concerned),
        made_at=unit.now,
        made_by=await showing.name_of(unit, reader),
    )


async def _tellings(unit: Unit, occurrence: Occurrence) -> Sequence[Telling]:
    query = select(Telling).where(Telling.occurrence_id == occurrence.id)
    return (await unit.session.scalars(query.order_by(Telling.at, Telling.number))).all()


def _concerned(requests: Sequence[Request], told: Sequence[Telling]) -> list[Request]:
    """The wishes this was about: those that were told of, and those that are allowed."""
    named = {part for one in told for part in one.content}
    return [r for r in requests if str(r.id) in named or r.state == "granted"]


async def _names(unit: Unit, requests: Sequence[Request], language: Language) -> dict[UUID, str]:
    stored = await unit.personal.opened_where_possible([request.id for request in requests])
    gone = text("account.deleted", language)
    return {r.id: closed.name_of(stored[r.id], "citizen_name", language) or gone for r in requests}


async def _people(
    unit: Unit,
    profile: Profile,
    occurrence: Occurrence,
    rows: Sequence[Informed],
    told: Sequence[Telling],
    language: Language,
) -> tuple[PersonLine, ...]:
    """Each person with every piece of evidence there ever was, also of earlier tellings."""
    query = select(Evidence).where(Evidence.occurrence_id == occurrence.id)
    found = (await unit.session.scalars(query.order_by(Evidence.at, Evidence.id))).all()
    heard: dict[UUID, list[Heard]] = {}
    for one in found:
        heard.setdefault(one.informed_id, []).append(
            Heard(
                id=one.id.hex[:8],
                grade=one.grade,
                channel=one.channel,
                at=one.at,
                telling=_number(told, one),
                by=await showing.name_of(unit, channels.teller(one.evidence)),
            )
        )
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    people = [
        PersonLine(
            name=_name(names[row.id], row, language),
            kind=row.kind,
            state=_state(profile, row),
            at=row.informed_at,
            heard=tuple(heard.pop(row.id, ())),
        )
        for row in rows
    ]
    # Somebody who left the list again: what they were told is still true.
    kinds = {one.informed_id: one.kind for one in found}
    gone = text("account.deleted", language)
    left = [PersonLine(gone, kinds[i], "gone", None, tuple(h)) for i, h in heard.items()]
    return tuple(people + left)


def _name(stored: Opened, row: Informed, language: Language) -> str:
    """The name, or that it does not open; that nobody has one; or that it was deleted."""
    if name := closed.name_of(stored, language=language):
        return name
    if row.kind == telling.PHONE:
        return text("account.unnamed_phone", language)
    return text("account.deleted", language)


def _state(profile: Profile, row: Informed) -> str:
    if row.channel == telling.GONE:
        return "gone"
    if is_informed(profile, row.grade):
        return "informed"
    return "unseen" if row.channel == telling.UNSEEN else "missing"


def _number(told: Sequence[Telling], evidence: Evidence) -> int:
    """The telling that the evidence is of: the last one that was entered by then."""
    before = [one.number for one in told if one.at <= evidence.at]
    return before[-1] if before else 0


async def _told(
    unit: Unit, told: Sequence[Telling], names: Mapping[UUID, str], language: Language
) -> tuple[Told, ...]:
    stored = await unit.personal.opened_where_possible([one.id for one in told])
    gone = (text("account.words_deleted", language),)
    shown = []
    for one in told:
        recorder = showing.joined([names[i] for i in names if str(i) in one.content])
        words = _filled(closed.said(stored[one.id], "words_da", language), recorder, language)
        english = _filled(closed.said(stored[one.id], "words_en", language), recorder, language)
        version = text(
            "account.version", language, profile=one.profile_id, version=str(one.profile_version)
        )
        shown.append(Told(one.number, one.what, one.how, one.at, version, words or gone, english))
    return tuple(shown)


def _filled(words: str, recorder: str, language: Language) -> tuple[str, ...]:
    name = recorder or text("account.deleted", language)
    return tuple(fill(line, {"navn": name}) for line in words.split("\n") if line)


async def _said(
    unit: Unit,
    occurrence: Occurrence,
    concerned: Sequence[Request],
    names: Mapping[UUID, str],
    language: Language,
) -> tuple[SaidAloud, ...]:
    query = select(SaidLine).where(SaidLine.occurrence_id == occurrence.id)
    rows = (await unit.session.scalars(query.order_by(SaidLine.at, SaidLine.id))).all()
    stored = await unit.personal.opened_where_possible([row.id for row in rows])
    recorder = showing.joined([names[r.id] for r in concerned])
    gone = text("account.words_deleted", language)
    shown = []
    for row in rows:
        words = (
            " ".join(_filled(closed.said(stored[row.id], "said", language), recorder, language))
            or gone
        )
        shown.append(SaidAloud(words, row.at, await showing.name_of(unit, row.by_oid)))
    return tuple(shown)


async def _events(
    unit: Unit, meeting: Meeting, occurrence: Occurrence, concerned: Sequence[Request]
) -> tuple[Event, ...]:
    """What happened around it, in order: also what did not reach anybody, and what a person then did."""
    until = occurrence.ended_at + AFTERWARDS if occurrence.ended_at else unit.now
    entries = select(JournalEntry).where(
        JournalEntry.case_id == meeting.id,
        JournalEntry.kind.in_(JOURNALLED),
        JournalEntry.at.between(occurrence.started_at, until),
    )
    found = [
        Event(entry.kind, entry.at, await showing.name_of(unit, entry.actor))
        for entry in await unit.session.scalars(entries)
        if entry.facts.get("what") in (None, *doubled.IN_MEETING)
    ]
    noted = select(Mark).where(
        Mark.meeting_id == meeting.id,
        Mark.kind.in_(MARKED),
        Mark.at.between(occurrence.started_at, until),
    )
    found += [
        Event(mark.kind, mark.at, await showing.name_of(unit, mark.by_oid))
        for mark in await unit.session.scalars(noted)
    ]
    ids = [request.id for request in concerned]
    tasks = select(Task).where(Task.request_id.in_(ids), Task.kind == "read_aloud")
    for task in await unit.session.scalars(tasks):
        owner = await showing.name_of(unit, task.owner_oid)
        found.append(Event("task_read_aloud", task.created_at, owner))
        if task.done_at is not None:
            found.append(
                Event("task_done", task.done_at, await showing.name_of(unit, task.done_by))
            )
    return tuple(sorted(found, key=lambda event: event.at))
