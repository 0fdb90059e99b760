"""The decision: a named person weighs, grants or does not grant (A14, B8, B11–B16, B19, C9, C26).

Every handler here works on the locked request. So of two who decide at the same moment the second
finds the matter closed, and a stale card leads to the current one. Where a refusal takes two persons, what
is sent here is a proposal (``proposals``).
"""

from __future__ import annotations

from casework import commands, showing
from casework.deciding import assessing, drafts, outcomes, proposals, reasons
from casework.deciding.answers import log_look
from casework.deciding.drafts import Draft
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import RefusalGround
from guidelines.refusal import check_two_persons, chosen_ground
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Request
from texts import views

Refusing = (
    commands.BeginRefusal | commands.ChooseRefusalGround | commands.PreviewRefusal | commands.Refuse
)


NOTHING = views.Toast(code="no_longer_possible")


async def _open_request(unit: Unit, command: commands.RequestCommand) -> Request | None:
    """The locked request; who may decide it, and when, stands in the table of rights."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is not None:
        await showing.learn_name(unit, command.actor.oid or "", command.actor.name)
    return request


async def after(
    office: Office, unit: Unit, request: Request, oid: str, notice: str = ""
) -> views.View:
    """How it stands, for whoever decides: a notice lies with the employee, on the case card."""
    if request.notice or notice:
        return await showing.case(office, unit, request, oid, notice)
    return await showing.decided(unit, request, oid)


@rule("A10", "A14", "B8", "B11", surface="card")
async def grant(office: Office, unit: Unit, command: commands.Grant) -> views.View:
    """*Giv lov*: granted by a named person, if everything has been considered."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    oid = command.actor.oid or ""
    await drafts.keep_assessment(office.profile_of(request), unit, request, oid, command.form)
    draft = await _draft(unit, request, oid)
    problems = await reasons.assessment_faults(office, unit, request, draft)
    if problems:
        return await assessing.assessment(office, unit, request, oid, problems)
    outcome = await outcomes.grant_of(office, unit, request, oid, draft)
    await outcomes.decide(office, unit, request, outcome)
    return await showing.decided(unit, request, oid)


async def begin_refusal(office: Office, unit: Unit, command: commands.BeginRefusal) -> views.View:
    """*Giv ikke lov*: first what has to be considered, then the ground, then its reasons."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    oid, came_from = command.actor.oid or "", command.form.get("from", "")
    if came_from == "parts":  # another ground is wanted; what was written is kept
        await _keep_reasons(office, unit, request, command)
    # Back from the letter, the criteria are those that were kept; from the criteria, those ticked.
    elif came_from != "preview" and not request.notice:
        await drafts.keep_assessment(office.profile_of(request), unit, request, oid, command.form)
    draft = await _draft(unit, request, oid)
    problems = await reasons.assessment_faults(office, unit, request, draft)
    if problems and not request.notice:
        return await assessing.assessment(office, unit, request, oid, problems)
    if request.notice and not came_from and await reasons.shows_ground(office, unit, request, oid):
        await log_look(unit, request, oid)  # nobody was asked, so no card has shown it before
    choosing = came_from != "preview" and len(office.profile_of(request).refusal_grounds) > 1
    return await reasons.refusal(office, unit, request, oid, choosing=choosing)


@rule("C9", "C30", surface="card")
async def choose_ground(
    office: Office, unit: Unit, command: commands.ChooseRefusalGround
) -> views.View:
    """One of the profile's grounds and no other; its parts are asked for next."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    oid = command.actor.oid or ""
    ground = chosen_ground(office.profile_of(request), command.form.get("ground", ""))
    if ground is None:
        missing = (Problem("ground", "refusal_ground_missing"),)
        return await reasons.refusal(office, unit, request, oid, missing, choosing=True)
    await drafts.keep_ground(unit, request, oid, ground.id)
    return await reasons.refusal(office, unit, request, oid)


async def preview_refusal(
    office: Office, unit: Unit, command: commands.PreviewRefusal
) -> views.View:
    """The reasons are checked, and the letter is shown before it is sent (A16, B19)."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    oid = command.actor.oid or ""
    ground = await _keep_reasons(office, unit, request, command)
    draft = await _draft(unit, request, oid, ground)
    problems = await _faults(office, unit, request, oid, draft)
    if problems:
        return await _answer_problems(office, unit, request, oid, problems)
    second = _second_person(office, request)
    outcome = await outcomes.refusal_of(office, unit, request, oid, draft, second)
    return views.LetterPreview(
        request_id=request.id,
        version=request.version,
        number=request.number,
        subject=outcome.letter.subject,
        paragraphs=outcome.letter.paragraphs,
        seen=draft.seal(),
        answer_by=request.answer_by,
        to_leader=office.profile_of(request).two_persons,
        partial=draft.partial,
        heavy=reasons.heavy_parts(office.profile_of(request), draft),
    )


def _second_person(office: Office, request: Request) -> str:
    """Who the letter that is shown names as the second person: the unit's leader, who is asked first.
    Empty where one person decides, or where the leader has first to be found."""
    leader = office.departments.approver(request.department) or ""
    known = request.relation != "employee" and leader not in office.sides_of(request)
    return leader if known and office.profile_of(request).two_persons else ""


@rule("A16", "A17", "B19", "C9", "C26", "C28", surface="card")
async def refuse(office: Office, unit: Unit, command: commands.Refuse) -> views.View:
    """The seen letter is sent, or proposed to the second person. Everything is checked once more: a
    card is no proof of anything."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    oid, profile = command.actor.oid or "", office.profile_of(request)
    seen = await _draft(unit, request, oid)
    ground = chosen_ground(profile, seen.ground)
    seen = seen.for_ground(ground) if ground else seen
    if command.form.get("seen") != seen.seal():
        changed = (Problem("", "changed_meanwhile"),)
        return await reasons.refusal(office, unit, request, oid, changed)
    problems = await _faults(office, unit, request, oid, seen)
    if problems:
        return await _answer_problems(office, unit, request, oid, problems)
    if profile.two_persons:
        await proposals.propose(unit, request, oid, seen)
        return await after(office, unit, request, oid, "refusal_proposed")
    outcome = await outcomes.refusal_of(office, unit, request, oid, seen)
    await outcomes.decide(office, unit, request, outcome)
    return await after(office, unit, request, oid)


async def reopen_assessment(
    office: Office, unit: Unit, command: commands.ReopenAssessment
) -> views.View:
    """Back to the criteria; what was written is kept."""
    request = await _open_request(unit, command)
    if request is None:
        return NOTHING
    if command.form.get("from") == "parts":
        await _keep_reasons(office, unit, request, command)
    if request.notice:
        return await showing.case(office, unit, request, command.actor.oid or "")
    return await assessing.assessment(office, unit, request, command.actor.oid or "")


async def _draft(
    unit: Unit, request: Request, oid: str, ground: RefusalGround | None = None
) -> Draft:
    draft = drafts.draft_of(request, oid, await unit.personal.get(request.id))
    return draft.for_ground(ground) if ground else draft


async def _keep_reasons(
    office: Office,
    unit: Unit,
    request: Request,
    command: Refusing | commands.ReopenAssessment,
) -> RefusalGround | None:
    """Store what was typed under the ground the card was drawn for, if it is one of the profile's."""
    ground = chosen_ground(office.profile_of(request), command.form.get("ground", ""))
    if ground is not None:
        await drafts.keep_refusal(unit, request, command.actor.oid or "", ground, command.form)
    return ground


async def _faults(
    office: Office, unit: Unit, request: Request, oid: str, draft: Draft
) -> tuple[Problem, ...]:
    problems = await reasons.faults(office, unit, request, draft)
    profile = office.profile_of(request)
    if draft.partial and request.scope == "own_part":
        problems = (*problems, Problem("partial", "part_already"))
    if not profile.two_persons:
        own = check_two_persons(
            profile, proposer=oid, confirmer=None, requester=request.requester_oid
        )
        return (*problems, own) if own else problems
    return problems


async def _answer_problems(
    office: Office, unit: Unit, request: Request, oid: str, problems: tuple[Problem, ...]
) -> views.View:
    """Faults of the criteria lead back to the criteria, faults of the reasons to the reasons."""
    if any(p.field.startswith(("verdict.", "note.")) for p in problems):
        return await assessing.assessment(office, unit, request, oid, problems)
    choosing = any(p.field == "ground" for p in problems)
    return await reasons.refusal(office, unit, request, oid, problems, choosing=choosing)
