"""The decision: a named person weighs, grants or does not grant (B8, B11–B16, B19).

Every handler here locks the request first. So of two who decide at the same moment the second finds
the matter closed, and a stale card leads to the current one.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import structlog

from casework import commands, drafts, effects, showing
from casework.drafts import Draft
from casework.office import Office
from guidelines.decision import check_grant, check_refusal
from guidelines.problem import Problem
from guidelines.request import Event, next_state
from store import find
from store.database import Unit
from store.tables import Request
from texts import views
from texts.letters import GrantFacts, Letter, RefusalFacts, granted_letter, refused_letter

log = structlog.get_logger()


async def _open_request(
    office: Office, unit: Unit, command: commands.RequestCommand
) -> tuple[Request | None, views.View | None]:
    """The locked request if this person may decide it now; otherwise the answer to give instead."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is None:
        return None, views.Toast(code="no_longer_possible")
    oid = command.actor.oid
    if not office.may_decide(oid, request):
        log.info("not_the_decider", request=str(request.id))
        who = await showing.name_of(unit, request.deputy_oid or request.approver_oid)
        return None, views.NotYours(who=who)
    if request.state not in find.OPEN_STATES:
        return None, await showing.decided(unit, request, oid)
    await showing.learn_name(unit, oid or "", command.actor.name)
    return request, None


async def grant(office: Office, unit: Unit, command: commands.Grant) -> views.View:
    """*Giv lov*: granted, if every criterion has been considered."""
    request, instead = await _open_request(office, unit, command)
    if request is None:
        return instead or views.Toast(code="no_longer_possible")
    oid = command.actor.oid or ""
    await drafts.keep_assessment(office.profile_of(request), unit, request, oid, command.form)
    draft = await _draft(unit, request, oid)
    problems = check_grant(office.profile_of(request), draft.verdicts, draft.notes)
    if problems:
        return await _assessment(office, unit, request, command, problems)
    letter = await _grant_letter(office, unit, request)
    await _decide(unit, request, oid, "grant", letter, draft)
    await effects.tell_running(unit, request.meeting_id)
    return await showing.decided(unit, request, command.actor.oid)


async def begin_refusal(office: Office, unit: Unit, command: commands.BeginRefusal) -> views.View:
    """*Giv ikke lov*: first the criteria, then the two questions."""
    request, instead = await _open_request(office, unit, command)
    if request is None:
        return instead or views.Toast(code="no_longer_possible")
    # Back from the letter, the criteria are those that were kept; from the criteria, those ticked.
    oid = command.actor.oid or ""
    if command.form.get("from") != "preview":
        await drafts.keep_assessment(office.profile_of(request), unit, request, oid, command.form)
    draft = await _draft(unit, request, oid)
    problems = check_grant(office.profile_of(request), draft.verdicts, draft.notes)
    if problems:
        return await _assessment(office, unit, request, command, problems)
    return await _refusal(office, unit, request, command)


async def preview_refusal(
    office: Office, unit: Unit, command: commands.PreviewRefusal
) -> views.View:
    """The reasons are checked, and the letter is shown before it is sent (A16, B19)."""
    request, instead = await _open_request(office, unit, command)
    if request is None:
        return instead or views.Toast(code="no_longer_possible")
    oid = command.actor.oid or ""
    need, weighing = await drafts.keep_reasons(unit, request, oid, command.form)
    draft = await _draft(unit, request, oid)
    problems = await _refusal_problems(office, unit, request, draft)
    if problems:
        return await _answer_problems(office, unit, request, command, problems)
    letter = await _refusal_letter(office, unit, request, oid, draft)
    return views.LetterPreview(
        request_id=request.id,
        version=request.version,
        number=request.number,
        subject=letter.subject,
        paragraphs=letter.paragraphs,
        need=need,
        weighing=weighing,
        answer_by=request.answer_by,
    )


async def refuse(office: Office, unit: Unit, command: commands.Refuse) -> views.View:
    """The seen letter is sent. Everything is checked once more: a card is no proof of anything."""
    request, instead = await _open_request(office, unit, command)
    if request is None:
        return instead or views.Toast(code="no_longer_possible")
    oid = command.actor.oid or ""
    seen = await _draft(unit, request, oid)
    reasons = await drafts.keep_reasons(unit, request, oid, command.form)
    if reasons != (seen.need, seen.weighing):
        problem = (Problem("", "changed_meanwhile"),)
        return await _refusal(office, unit, request, command, problem)
    problems = await _refusal_problems(office, unit, request, seen)
    if problems:
        return await _answer_problems(office, unit, request, command, problems)
    letter = await _refusal_letter(office, unit, request, oid, seen)
    await _decide(unit, request, oid, "refuse", letter, seen)
    return await showing.decided(unit, request, command.actor.oid)


async def reopen_assessment(
    office: Office, unit: Unit, command: commands.ReopenAssessment
) -> views.View:
    """Back to the criteria; what was written is kept."""
    request, instead = await _open_request(office, unit, command)
    if request is None:
        return instead or views.Toast(code="no_longer_possible")
    oid = command.actor.oid or ""
    await drafts.keep_reasons(unit, request, oid, command.form)
    return await showing.assessment(office, unit, request, oid)


async def _draft(unit: Unit, request: Request, oid: str) -> Draft:
    return drafts.draft_of(request, oid, await unit.personal.get(request.id))


# --- the answers a decider gets -----------------------------------------------------------------


async def _assessment(
    office: Office,
    unit: Unit,
    request: Request,
    command: commands.RequestCommand,
    problems: tuple[Problem, ...],
) -> views.View:
    return await showing.assessment(office, unit, request, command.actor.oid or "", problems)


async def _refusal(
    office: Office,
    unit: Unit,
    request: Request,
    command: commands.BeginRefusal | commands.PreviewRefusal | commands.Refuse,
    problems: tuple[Problem, ...] = (),
) -> views.Refusal:
    personal = await unit.personal.get(request.id)
    draft = drafts.draft_of(request, command.actor.oid or "", personal)
    meeting = await showing.the_meeting(unit, request)
    return views.Refusal(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        citizen_name=personal.get("citizen_name", ""),
        ground=showing.ground_label(office.profile_of(request), personal.get("ground", "")),
        ground_text=personal.get("ground_text", ""),
        own_words=personal.get("own_words", ""),
        need=command.form.get("need", draft.need),
        weighing=command.form.get("weighing", draft.weighing),
        problems=problems,
    )


async def _answer_problems(
    office: Office,
    unit: Unit,
    request: Request,
    command: commands.PreviewRefusal | commands.Refuse,
    problems: tuple[Problem, ...],
) -> views.View:
    """Faults of the criteria lead back to the criteria, faults of the reasons to the reasons."""
    if any(p.field.startswith(("verdict.", "note.")) for p in problems):
        return await _assessment(office, unit, request, command, problems)
    return await _refusal(office, unit, request, command, problems)


async def _refusal_problems(
    office: Office, unit: Unit, request: Request, draft: Draft
) -> tuple[Problem, ...]:
    """What stops this refusal: an empty, doubled, stock or repeated reason (A17, B19)."""
    earlier: list[str] = []
    others = [i for i in await find.refused_in(unit.session, request.department) if i != request.id]
    for personal in (await unit.personal.get_many(others)).values():
        earlier += [personal[f] for f in ("need", "weighing") if personal.get(f)]
    return check_refusal(
        office.profile_of(request), draft.verdicts, draft.notes, draft.need, draft.weighing, earlier
    )


# --- the decision itself --------------------------------------------------------------------------


async def _grant_letter(office: Office, unit: Unit, request: Request) -> Letter:
    personal = await unit.personal.get(request.id)
    meeting = await showing.the_meeting(unit, request)
    facts = GrantFacts(
        citizen_name=personal.get("citizen_name", ""),
        meeting_at=meeting.starts_at,
        caseworker=await showing.name_of(unit, request.caseworker_oid or request.registered_by),
        number=request.number,
    )
    return granted_letter(office.profile_of(request), facts)


async def _refusal_letter(
    office: Office, unit: Unit, request: Request, decider: str, draft: Draft
) -> Letter:
    personal = await unit.personal.get(request.id)
    meeting = await showing.the_meeting(unit, request)
    facts = RefusalFacts(
        citizen_name=personal.get("citizen_name", ""),
        meeting_at=meeting.starts_at,
        caseworker=await showing.name_of(unit, request.caseworker_oid or request.registered_by),
        number=request.number,
        decided_by=await showing.decider_name(office, unit, request, decider),
        ground=personal.get("ground", ""),
        need=draft.need,
        weighing=draft.weighing,
    )
    return refused_letter(office.profile_of(request), facts)


async def _decide(
    unit: Unit,
    request: Request,
    decider: str,
    event: Event,
    letter: Letter,
    draft: Draft,
) -> None:
    """Write the decision, the letter and everything that follows from it, in this transaction."""
    request.state = next_state(showing.state_of(request), event)
    request.decided_by, request.decided_at = decider, unit.now
    request.answer_state, request.answer_at = "ready", unit.now
    await drafts.make_final(unit, request, draft, refused=event == "refuse")
    await unit.session.flush()
    words = json.dumps(asdict(letter), ensure_ascii=False)
    await unit.personal.put(request.id, request.id, {"letter": words})
    stored = await unit.personal.get(request.id)
    written = {k: v for k, v in stored.items() if k.startswith("note.") and v}
    if event == "refuse":
        written |= {"need": draft.need, "weighing": draft.weighing}
    facts = {"outcome": request.state, "verdicts": dict(request.verdicts),
             "as_deputy": decider == request.deputy_oid}  # fmt: skip
    await unit.journal.write(
        request.id, "decided", actor=decider, facts=facts,
        personal={**written, "letter": words},
    )  # fmt: skip
    args = {"request_id": str(request.id)}
    await unit.effects.cancel(effects.ESCALATE, str(request.id))
    await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)
    if request.answer_by == "email":
        await unit.effects.schedule(effects.ANSWER, str(request.id), args=args)
    await effects.refresh_case(unit, request)
