"""A decision becomes a fact: the rows, the letter, the journal and everything that follows from it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Literal

from casework import effects, showing
from casework.deciding import drafts, precedents
from casework.deciding.drafts import Draft
from casework.meeting import holders, own_recording
from casework.office import Office
from casework.tongue import answer_language
from guidelines.profile import Profile
from guidelines.request import Event, next_state, owes_reasons, refusal_event
from guidelines.rules import rule
from store.database import Unit
from store.tables import Request
from texts.catalog import text
from texts.letters import (
    GrantFacts,
    Letter,
    RefusalFacts,
    granted_letter,
    refused_letter,
    spoken_explanation,
    unanswered_letter,
)
from texts.views import Language


@dataclass(frozen=True)
class Outcome:
    """What was decided, by whom and with whom. ``confirmed_by`` is empty where one person decides."""

    kind: Literal["grant", "refuse"]
    decider: str
    letter: Letter
    draft: Draft
    confirmed_by: str = ""
    spoken: str = ""


@rule("A16", "B19", "C28", surface="letter")
async def refusal_of(
    office: Office, unit: Unit, request: Request, decider: str, draft: Draft, confirmed_by: str = ""
) -> Outcome:
    """The refusal with its letter, and the same reasons to be said aloud (A18)."""
    facts = await _refusal_facts(office, unit, request, decider, draft, confirmed_by)
    profile = office.profile_of(request)
    return Outcome(
        kind="refuse",
        decider=decider,
        letter=refused_letter(profile, facts),
        draft=draft,
        confirmed_by=confirmed_by,
        spoken=spoken_explanation(profile, replace(facts, language="da")),
    )


async def grant_of(
    office: Office, unit: Unit, request: Request, decider: str, draft: Draft
) -> Outcome:
    """The yes with its letter."""
    profile = office.profile_of(request)
    letter = granted_letter(profile, await grant_facts(office, unit, request))
    return Outcome(kind="grant", decider=decider, letter=letter, draft=draft)


@rule("A16", "B19", surface="letter")
async def prepare_unanswered(office: Office, unit: Unit, request: Request) -> None:
    """Nobody decided before the meeting: the letter that says so, once, and on its way by mail."""
    if request.answer_state != "none":
        return
    facts = await grant_facts(office, unit, request)
    letter = unanswered_letter(office.profile_of(request), facts)
    request.answer_state, request.answer_at, request.answer_how = "ready", unit.now, None
    await unit.session.flush()
    said = {"letter": json.dumps(asdict(letter), ensure_ascii=False)}
    await unit.personal.put(request.id, request.id, said)
    await unit.journal.write(
        request.id, "answer_prepared", actor="system", facts={"why": "unanswered"}, personal=said
    )
    if request.answer_by == "email":
        args = {"request_id": str(request.id)}
        await unit.effects.schedule(effects.ANSWER, str(request.id), args=args)


async def grant_facts(office: Office, unit: Unit, request: Request) -> GrantFacts:
    """What every letter about the request is made of."""
    meeting = await showing.the_meeting(unit, request)
    unit_of_case = office.department(request.department)
    personal = await unit.personal.get(request.id)
    return GrantFacts(
        citizen_name=personal.get("citizen_name", ""),
        language=answer_language(personal),
        meeting_at=meeting.starts_at,
        caseworker=await holders.handler_name(unit, request),
        number=request.number,
        relation=request.relation,
        own_recording_delete_on=_goes_on(office.profile_of(request), meeting.starts_at),
        department=unit_of_case.name,
        phone=unit_of_case.phone,
    )


async def decider_name(
    office: Office, unit: Unit, request: Request, decider: str | None, language: Language = "da"
) -> str:
    """Who decided, for the letter and the note: by name, and by position while none is known."""
    if not decider:
        return ""
    position = "letter.deputy_of" if decider == request.deputy_oid else "letter.leader_of"
    if decider in (request.caseworker_oid, request.registered_by):
        position = "letter.employee_of"
    department = office.department(request.department).name
    return await showing.name_of(unit, decider) or text(position, language, department=department)


def _goes_on(profile: Profile, meeting_at: datetime | None) -> date | None:
    """The day the municipality's own recording goes, where both are known beforehand (A15)."""
    return own_recording.default_day(profile, meeting_at) if meeting_at else None


async def _refusal_facts(
    office: Office, unit: Unit, request: Request, decider: str, draft: Draft, confirmed_by: str
) -> RefusalFacts:
    common = await grant_facts(office, unit, request)
    confirmer = ""
    if confirmed_by:
        confirmer = await decider_name(office, unit, request, confirmed_by, common.language)
    return RefusalFacts(
        language=common.language,
        citizen_name=common.citizen_name,
        meeting_at=common.meeting_at,
        caseworker=common.caseworker,
        number=common.number,
        relation=common.relation,
        decided_by=await decider_name(office, unit, request, decider, common.language),
        ground=(await unit.personal.get(request.id)).get("ground", ""),
        refusal_ground=draft.ground,
        parts=draft.parts,
        confirmed_by=confirmer,
        partial=draft.partial,
        devices_out=draft.devices_out,
        devices_place=draft.devices_place,
        department=common.department,
        phone=common.phone,
    )


@rule("A6", "A14", "B8", "B11", "C14", surface="none")
async def decide(office: Office, unit: Unit, request: Request, outcome: Outcome) -> None:
    """Write the decision, the letter and everything that follows from it, in this transaction."""
    partial = outcome.kind == "refuse" and outcome.draft.partial
    before = request.state
    _enter(unit, request, outcome, partial=partial)
    await drafts.make_final(unit, request, outcome.draft, refused=outcome.kind == "refuse")
    if not outcome.confirmed_by:
        drafts.forget_proposal(request)
    await unit.session.flush()
    words = json.dumps(asdict(outcome.letter), ensure_ascii=False)
    said = {"letter": words} | ({"spoken": outcome.spoken} if outcome.spoken else {})
    await unit.personal.put(request.id, request.id, said)
    stored = await unit.personal.get(request.id)
    written = {k: v for k, v in stored.items() if k.startswith("note.") and v}
    if outcome.kind == "refuse":
        written |= drafts.reasons_of(outcome.draft)
    await unit.journal.write(
        request.id, "decided", actor=outcome.confirmed_by or outcome.decider,
        facts=_facts(request, outcome), personal={**written, **said},
    )  # fmt: skip
    await precedents.enter(office, unit, request)
    await _follow_up(unit, request, was_open=before != "granted")


def _enter(unit: Unit, request: Request, outcome: Outcome, *, partial: bool) -> None:
    """A partial solution is a yes to the citizen's own part and a no to the rest (C31)."""
    state = showing.state_of(request)
    event: Event = "grant" if outcome.kind == "grant" else refusal_event(state, partial=partial)
    request.state = next_state(state, event, notice=request.notice)
    request.scope = "own_part" if partial else "whole"
    request.decided_by, request.decided_at = outcome.decider, unit.now
    request.confirmed_by = outcome.confirmed_by or None
    request.answer_state, request.answer_at, request.answer_how = "ready", unit.now, None


def _facts(request: Request, outcome: Outcome) -> dict[str, object]:
    facts: dict[str, object] = {
        "outcome": precedents.outcome_of(request),
        "verdicts": dict(request.verdicts),
        "as_deputy": (outcome.confirmed_by or outcome.decider) == request.deputy_oid,
    }
    if outcome.kind == "refuse":
        facts |= {"refusal_ground": request.refusal_ground, "devices_out": request.devices_out}
    if outcome.confirmed_by:
        facts |= {"proposed_by": outcome.decider, "confirmed_by": outcome.confirmed_by}
    return facts


async def _follow_up(unit: Unit, request: Request, *, was_open: bool) -> None:
    args = {"request_id": str(request.id)}
    for due in (effects.ASK, effects.ESCALATE, effects.CONFIRM, effects.CONFIRM_LATE):
        await unit.effects.cancel(due, str(request.id))
    await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)
    if request.answer_by == "email":
        await unit.effects.schedule(effects.ANSWER, str(request.id), args=args)
    if owes_reasons(showing.state_of(request), request.scope):
        await effects.watch_answer(unit, request)
    await effects.hold_decided(unit, request)
    if request.state == "granted":
        await effects.tell_running(unit, request.meeting_id)
        await effects.own_recording(unit, request)
    elif not was_open:  # what was allowed no longer is: a running meeting has been told otherwise
        await effects.revoke(unit, request)
    await effects.refresh_case(unit, request)
