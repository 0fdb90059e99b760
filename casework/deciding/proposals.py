"""A refusal that takes two persons: one proposes, another confirms with an identity of their own (C27).

The wish stands as it did until it is confirmed: what was allowed stays allowed. Whoever is asked may
not be the one who proposed it, nor the one who wishes to record.
"""

from __future__ import annotations

from casework import commands, effects, showing
from casework.afterwards import tasks
from casework.deciding import drafts, outcomes, precedents, reasons
from casework.deciding.drafts import Draft
from casework.deciding.outcomes import Outcome
from casework.office import Office
from guidelines.problem import Problem
from guidelines.refusal import check_two_persons
from guidelines.rules import rule
from guidelines.wording import length
from store import find
from store.database import Unit
from store.encryption import SealBroken
from store.tables import Request
from texts import views
from texts.catalog import text
from texts.limits import MAX_LENGTH


@rule("C27", surface="card")
async def propose(unit: Unit, request: Request, oid: str, draft: Draft) -> None:
    """Store the proposal; the second person is found and asked by a job. Nothing is decided."""
    request.proposed_by, request.proposed_at = oid, unit.now
    request.confirmer_oid, request.deputy_oid = None, None
    await unit.session.flush()
    await unit.personal.discard(request.id, ["disagreed_why"])
    facts = {"refusal_ground": draft.ground, "partial": draft.partial}
    await unit.journal.write(request.id, "refusal_proposed", actor=oid, facts=facts)
    args = {"request_id": str(request.id)}
    await unit.effects.schedule(effects.CONFIRM, str(request.id), args=args)
    await effects.refresh_case(unit, request, "refusal_proposed")


async def stands(unit: Unit, request: Request) -> bool:
    """Whether a proposal waits for its second person: not once decided, withdrawn or over."""
    if not Office.proposal_waits(request):
        return False
    if request.state not in (*find.OPEN_STATES, "granted"):
        return False
    return (await showing.the_meeting(unit, request)).state == "coming"


async def proposed_outcome(office: Office, unit: Unit, request: Request, confirmer: str) -> Outcome:
    """The refusal as it would be, confirmed by this person."""
    personal = await unit.personal.get(request.id)
    draft = reasons.proposed(office.profile_of(request), request, personal)
    proposer = request.proposed_by or ""
    return await outcomes.refusal_of(office, unit, request, proposer, draft, confirmer)


async def confirmation(
    office: Office,
    unit: Unit,
    request: Request,
    reader: str,
    problems: tuple[Problem, ...] = (),
    why: str = "",
) -> views.Confirmation:
    """The card of whoever is asked to confirm. Where something of the case does not open the letter is not
    shown, for it might leave something out; nor can it be agreed to."""
    try:
        letter = (await proposed_outcome(office, unit, request, reader)).letter
    except SealBroken:
        shown: tuple[str, tuple[str, ...]] = ("", (text("card.closed.no_letter", "da"),))
    else:
        shown = (letter.subject, letter.paragraphs)
    return await reasons.confirmation(office, unit, request, reader, shown, problems, why)


async def _asked(
    unit: Unit, command: commands.AgreeRefusal | commands.DisagreeRefusal
) -> Request | None:
    """The locked request; who may confirm, and when, stands in the table of rights."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is not None:
        await showing.learn_name(unit, command.actor.oid or "", command.actor.name)
    return request


async def not_asked(unit: Unit, request: Request, oid: str | None) -> views.View:
    """Somebody else's, or a card from before the proposal ended."""
    standing = await find.card(unit.session, f"confirm:{request.id}:{oid}")
    if request.proposed_by is None and standing is not None:
        return await ended(unit, request, oid)
    asked = request.deputy_oid or request.confirmer_oid
    return views.NotYours(who=await showing.name_of(unit, asked))


async def ended(unit: Unit, request: Request, reader: str | None) -> views.Decided:
    """What is left for whoever was asked: the wish as it stands, and that nothing is to be done."""
    notice = "" if request.decided_by else "proposal_over"
    return await showing.decided(unit, request, reader, notice)


@rule("C27", surface="card")
async def agree(office: Office, unit: Unit, command: commands.AgreeRefusal) -> views.View:
    """*Enig*: what was proposed and read is decided, by both."""
    request = await _asked(unit, command)
    if request is None:
        return views.Toast(code="no_longer_possible")
    oid, profile = command.actor.oid or "", office.profile_of(request)
    personal = await unit.personal.get(request.id)
    draft = reasons.proposed(profile, request, personal)
    problems = await reasons.faults(office, unit, request, draft)
    if command.form.get("proposal") != reasons.mark_of(request, draft) or problems:
        # Faults came up after it was proposed, a like case for example: the proposer has to write.
        again = "proposal_incomplete" if problems else "changed_meanwhile"
        return await confirmation(office, unit, request, oid, (Problem("", again),))
    same = check_two_persons(
        profile, proposer=request.proposed_by or "", confirmer=oid, requester=request.requester_oid
    )
    if same is not None:
        return await confirmation(office, unit, request, oid, (same,))
    outcome = await proposed_outcome(office, unit, request, oid)
    await outcomes.decide(office, unit, request, outcome)
    return await showing.decided(unit, request, oid)


@rule("C27", surface="card")
async def disagree(office: Office, unit: Unit, command: commands.DisagreeRefusal) -> views.View:
    """*Ikke enig*: the wish stays as it was, and the proposer reads why."""
    request = await _asked(unit, command)
    if request is None:
        return views.Toast(code="no_longer_possible")
    oid, why = command.actor.oid or "", command.form.get("why", "").strip()
    draft = reasons.proposed(
        office.profile_of(request), request, await unit.personal.get(request.id)
    )
    problems: tuple[Problem, ...] = ()
    if command.form.get("proposal") != reasons.mark_of(request, draft):
        problems = (Problem("", "changed_meanwhile"),)
    elif length(why) > MAX_LENGTH["disagreed_why"]:
        problems = (Problem("why", "text_too_long"),)
    elif not why:
        problems = (Problem("why", "disagree_why_missing"),)
    if problems:
        return await confirmation(office, unit, request, oid, problems, why)
    proposer = request.proposed_by
    await precedents.allowed_although(office, unit, request, draft.ground)
    await _end(unit, request)
    await unit.personal.put(request.id, request.id, {"disagreed_why": why})
    await unit.journal.write(
        request.id, "refusal_not_confirmed", actor=oid, facts={"proposed_by": proposer},
        personal={"disagreed_why": why},
    )  # fmt: skip
    await effects.refresh_case(unit, request, "refusal_not_confirmed")
    return await ended(unit, request, oid)


async def _end(unit: Unit, request: Request) -> None:
    """The proposal is gone: nobody has to confirm it, and whoever was asked sees so."""
    drafts.forget_proposal(request)
    await unit.session.flush()
    for due in (effects.CONFIRM, effects.CONFIRM_LATE):
        await unit.effects.cancel(due, str(request.id))
    args = {"request_id": str(request.id)}
    await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)


@rule("C27", surface="card")
async def take_back(office: Office, unit: Unit, command: commands.TakeBackRefusal) -> views.View:
    """Whoever proposed it no longer does: the wish holds as before, and what was written is kept."""
    request = await find.request(unit.session, command.request_id, lock=True)
    oid = command.actor.oid or ""
    if request is None:
        return views.Toast(code="no_longer_possible")
    await _end(unit, request)
    await unit.journal.write(request.id, "refusal_taken_back", actor=oid, facts={})
    await tasks.finish_task(unit, request, "no_confirmer", oid)
    await effects.refresh_case(unit, request, "refusal_taken_back")
    return await showing.case(office, unit, request, oid, "refusal_taken_back")
