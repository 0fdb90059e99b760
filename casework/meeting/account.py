"""The account of who was told in one meeting: gathered from what was written down as it happened (B20).

Nothing is concluded here that is not in a row: who, how, when, by what evidence, in which words, under
which version of the guideline; what did not reach somebody, and what a person then did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from casework import closed, showing
from casework.meeting import account_events, channels, script_view, telling
from casework.meeting.holds import end_of
from casework.meeting.rounds import round_in
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
    Meeting,
    Occurrence,
    Request,
    SaidLine,
    Telling,
)
from texts.catalog import text
from texts.pages import Account, Heard, PersonLine, SaidAloud, Told
from texts.views import Language, MeetingLine

UNDONE = ("withdrawn", "decided")
"""Entries of a case after which a wish may hold no more."""
SEEN_BY = ("clock", "chat", "person")


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
    concerned = _concerned(meeting, occurrence, requests, told)
    names = await _names(unit, concerned, language)
    profile = await profile_here(office, unit, meeting)
    holds = await _held(office, unit, meeting, occurrence, requests)
    rows = await find.ledger(unit.session, occurrence.id)
    current = await telling.is_told(unit, occurrence, holds)
    complete = current and telling.complete(profile, rows, meeting)
    if meeting.chat_id is None:
        shown = await script_view.script_view(office, unit, meeting, reader, of=occurrence)
        complete = shown.complete
    return Account(
        language=language,
        municipality=profile.municipality,
        meeting=await _meeting(unit, meeting, occurrence),
        kind=meeting.kind,
        numbers=tuple(request.number for request in concerned),
        recorders=tuple(names[r.id] for r in concerned),
        began_at=occurrence.started_at,
        began_by=occurrence.noticed_by if occurrence.noticed_by in SEEN_BY else "event",
        ended_at=occurrence.ended_at,
        complete=complete,
        people=await _people(unit, profile, occurrence, rows, told, language),
        told=await _told(unit, told, names, language),
        said=await _said(unit, occurrence, told, names, language),
        events=await account_events.events(unit, meeting, occurrence, concerned),
        made_at=unit.now,
        made_by=await showing.name_of(unit, reader),
    )


async def _tellings(unit: Unit, occurrence: Occurrence) -> Sequence[Telling]:
    query = select(Telling).where(Telling.occurrence_id == occurrence.id)
    return (await unit.session.scalars(query.order_by(Telling.at, Telling.number))).all()


async def _held(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    requests: Sequence[Request],
) -> telling.Holds:
    """What holds; of a call that is over what held in it, whatever became of a wish afterwards."""
    holds, ended = await telling.now_holding(office, unit, meeting, occurrence), end_of(occurrence)
    told = occurrence.announced_for or []
    undone = [r for r in requests if str(r.id) in told and r not in holds.requests]
    if ended is None or not undone:
        return holds
    query = select(JournalEntry.case_id).where(
        JournalEntry.case_id.in_([r.id for r in undone]),
        JournalEntry.kind.in_(UNDONE),
        JournalEntry.at > ended,
    )
    later = set((await unit.session.scalars(query)).all())
    if not later:
        return holds
    return replace(
        holds,
        requests=(*holds.requests, *(r for r in undone if r.id in later)),
        video=holds.video or telling.VIDEO in told,
        both=holds.both or telling.BOTH in told,
    )


async def _meeting(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> MeetingLine:
    """The meeting as people recognise it: of a series not the day that is planned now, but its own."""
    line = await showing.meeting_line(unit, meeting)
    if not showing.repeats(meeting):
        return line
    return replace(line, starts_at=occurrence.started_at, ends_at=occurrence.ended_at)


def _concerned(
    meeting: Meeting,
    occurrence: Occurrence,
    requests: Sequence[Request],
    told: Sequence[Telling],
) -> list[Request]:
    """The wishes this was about: those that were told of in it, and those that were allowed in it."""
    named = {part for one in told for part in one.content}
    applied = showing.applying(meeting, requests, occurrence.started_at, end_of(occurrence))
    return [r for r in requests if str(r.id) in named or r in applied]


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
        proof, known_as = channels.proof_of(one.evidence)
        heard.setdefault(one.informed_id, []).append(
            Heard(
                proof=proof,
                known_as=known_as,
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
            name=_name(names[row.id], row.kind, language),
            kind=row.kind,
            state=_state(profile, occurrence, row, heard.get(row.id, ())),
            at=row.informed_at,
            heard=tuple(heard.pop(row.id, ())),
        )
        for row in rows
    ]
    # Somebody who left the list again: what they were told is still true.
    kinds = {one.informed_id: one.kind for one in found}
    left = [
        PersonLine(
            name=_name(Opened(), kinds[i], language),
            kind=kinds[i],
            state=_left(profile, occurrence, told_of),
            at=None,
            heard=tuple(told_of),
        )
        for i, told_of in heard.items()
    ]
    return tuple(people + left)


def _name(stored: Opened, kind: str, language: Language) -> str:
    """The name, or that it does not open; that nobody has one; or that it was deleted."""
    if name := closed.name_of(stored, language=language):
        return name
    if kind == telling.PHONE:
        return text("account.unnamed_phone", language)
    return text("account.deleted", language)


def _state(
    profile: Profile, occurrence: Occurrence, row: Informed, heard: Collection[Heard]
) -> str:
    if row.channel == telling.GONE:
        return _left(profile, occurrence, heard)
    if is_informed(profile, row.grade):
        return "maybe" if row.channel == telling.UNSEEN else "informed"
    return "unseen" if row.channel == telling.UNSEEN else "missing"


def _left(profile: Profile, occurrence: Occurrence, heard: Collection[Heard]) -> str:
    """How it stands with who is not there any more: told of what was said last, of something before that
    alone, or of nothing. What was read to who was perhaps there shows nothing of who then came."""
    known = {
        one.telling
        for one in heard
        if is_informed(profile, one.grade) and one.channel != telling.UNSEEN
    }
    if occurrence.tellings in known:
        return "gone"
    return "gone_earlier" if known else "left"


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
    told: Sequence[Telling],
    names: Mapping[UUID, str],
    language: Language,
) -> tuple[SaidAloud, ...]:
    """Sentence by sentence, each with the names of those who recorded by what held when it was said."""
    query = select(SaidLine).where(SaidLine.occurrence_id == occurrence.id)
    rows = (await unit.session.scalars(query.order_by(SaidLine.at, SaidLine.id))).all()
    stored = await unit.personal.opened_where_possible([row.id for row in rows])
    content = {
        round_in(
            [o.content for o in told if o.number < one.number], one.content, one.number
        ): one.content
        for one in told
    }
    everybody = [str(one) for one in names]
    gone = text("account.words_deleted", language)
    shown = []
    for row in rows:
        of = content.get(row.round, everybody)
        recorder = showing.joined([names[i] for i in names if str(i) in of])
        words = (
            " ".join(_filled(closed.said(stored[row.id], "said", language), recorder, language))
            or gone
        )
        shown.append(SaidAloud(words, row.at, await showing.name_of(unit, row.by_oid)))
    return tuple(shown)
