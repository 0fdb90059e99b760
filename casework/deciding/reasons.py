"""What stands on the cards of a refusal: the ground, its parts, and what to know before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from casework import closed, showing
from casework.afterwards import errands
from casework.deciding import drafts, precedents
from casework.deciding.drafts import Draft
from casework.deciding.second_person import is_second, why_asked
from casework.office import Office
from guidelines.decision import check_grant
from guidelines.precedents import LikeCase, allowed_before
from guidelines.problem import Problem
from guidelines.profile import Profile, RefusalGround
from guidelines.refusal import (
    check_refusal,
    chosen_ground,
    ground_for_others,
    may_keep_devices_out,
)
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.keeping import GROUND
from store.tables import Request
from texts import views
from texts.announcement import own_sentence

LONG_SENTENCE, LONG_WORD, HARD = 24, 6, 45
"""Words in a sentence, letters in a word (LIX), and the LIX from which a text is hard to read."""


async def refusal(
    office: Office,
    unit: Unit,
    request: Request,
    oid: str,
    problems: tuple[Problem, ...] = (),
    *,
    choosing: bool = False,
) -> views.Refusal:
    """The card of a refusal as far as this person has come; ``choosing``: the choice of a ground.

    Where the profile has one ground, there is no choice to make. What the citizen stated stands there for
    readers of grounds alone.
    """
    profile = office.profile_of(request)
    personal = await closed.opened(unit, request)
    readable = office.may_see_ground(oid, request)
    shown = personal if readable else {}
    draft = drafts.draft_of(request, oid, personal)
    begins = ground_for_others(profile, others_affairs=request.others_affairs is True)
    ground = None if choosing else chosen_ground(profile, draft.ground)
    meeting = await showing.the_meeting(unit, request)
    like = await precedents.like_cases(
        office, unit, request, replace(draft, ground=ground.id if ground else "")
    )
    several = len(profile.refusal_grounds) > 1
    return views.Refusal(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        citizen_name=personal.get("citizen_name", ""),
        relation=request.relation,
        ground=showing.ground_label(profile, shown.get("ground", "")),
        ground_text=shown.get("ground_text", ""),
        own_words=shown.get("own_words", ""),
        new_facts=shown.get("new_facts", ""),
        grounds=_choices(profile) if several else (),
        chosen=ground.id if ground else draft.ground or begins,
        others_affairs=request.others_affairs is True,
        choosing=ground is None,
        parts=_parts(ground, draft) if ground else (),
        asks_deviation=ground is not None and allowed_before(like) > 0,
        deviation=draft.deviation,
        partial=draft.partial if ground and ground.partial else None,
        devices_out=_devices(ground, draft, meeting.kind),
        devices_place=draft.devices_place,
        weighing=await _weighing(office, unit, request, ground, like),
        two_persons=profile.two_persons,
        back="case" if request.notice else "assessment",
        why_not=personal.get("disagreed_why", ""),
        problems=problems,
        ground_hidden=showing.is_given(personal) and not readable,
        closed=closed.closed_of(personal, oid, ground=readable),
    )


async def shows_ground(office: Office, unit: Unit, request: Request, oid: str) -> bool:
    """Whether the card of a refusal shows this person something that the citizen stated."""
    there = (await closed.opened(unit, request)).keys() & set(GROUND)
    return bool(there) and office.may_see_ground(oid, request)


def _choices(profile: Profile) -> tuple[views.Choice, ...]:
    return tuple(views.Choice(one.id, one.label["da"]) for one in profile.refusal_grounds)


@rule("C23", "C26", "C31", surface="card")
def _parts(ground: RefusalGround, draft: Draft) -> tuple[views.PartLine, ...]:
    """Everything the ground must say, each in a field of its own."""
    return tuple(
        views.PartLine(part.id, part.label["da"], part.help["da"], draft.parts.get(part.id, ""))
        for part in ground.parts
    )


@rule("C24", surface="card")
def _devices(ground: RefusalGround | None, draft: Draft, meeting_kind: str) -> bool | None:
    """Whether devices stay out of the room; None where that is not offered."""
    if ground is None or not may_keep_devices_out(ground, meeting_kind):
        return None
    return draft.devices_out


def _like_line(profile: Profile, one: LikeCase) -> views.LikeLine:
    kind = profile.employee_meeting(one.employee_type)
    talk = kind.label["da"] if kind else ""
    return views.LikeLine(one.quarter, one.outcome, one.meeting_kind, talk)


@rule("C10", "C14", "C32", "C33", surface="card")
async def _weighing(
    office: Office,
    unit: Unit,
    request: Request,
    ground: RefusalGround | None,
    like: tuple[LikeCase, ...],
) -> views.Weighing:
    """Like cases, HR/Jura's answers and the profile's own sentence: to know, and no suggestion."""
    profile = office.profile_of(request)
    return views.Weighing(
        like=tuple(_like_line(profile, one) for one in like),
        notes=tuple(own_sentence(profile, n, request.relation) for n in profile.refuser_notes),
        legal=await _asked_before(unit, request),
        ask_legal=ground is not None and ground.legal_advice == "expected",
        route=profile.misuse_route,
        internal_guide=profile.internal_guide,
    )


@rule("C32", surface="card")
async def _asked_before(unit: Unit, request: Request) -> tuple[views.LegalLine, ...]:
    """What HR/Jura was asked about the case, and what they said; advice, never a condition."""
    return tuple(
        views.LegalLine(one.question, one.answer, one.answered_by, one.answered_at)
        for one in await errands.legal_answers(unit, request.id)
    )


async def confirmation(
    office: Office,
    unit: Unit,
    request: Request,
    reader: str,
    letter: tuple[str, tuple[str, ...]],
    problems: tuple[Problem, ...] = (),
    why: str = "",
) -> views.Confirmation:
    """The proposed refusal for the second person: both sides as the proposer wrote them, and the
    letter (subject, paragraphs) as it would be sent."""
    profile = office.profile_of(request)
    personal = await closed.opened(unit, request)
    draft = proposed(profile, request, personal)
    ground = chosen_ground(profile, draft.ground)
    meeting = await showing.the_meeting(unit, request)
    like = await precedents.like_cases(office, unit, request, draft)
    asked_as: Literal["deputy", "confirmer"] = (
        "deputy" if is_second(request, reader) else "confirmer"
    )
    readable = office.card_shows_ground(request, asked_as)
    shown = personal if readable else {}
    return views.Confirmation(
        request_id=request.id,
        version=request.version,
        number=request.number,
        proposal=mark_of(request, draft),
        asked_as=asked_as,
        why_asked=why_asked(office, request, reader),
        meeting=await showing.meeting_line(unit, meeting),
        citizen_name=personal.get("citizen_name", ""),
        relation=request.relation,
        ground=showing.ground_label(profile, shown.get("ground", "")),
        ground_text=shown.get("ground_text", ""),
        own_words=shown.get("own_words", ""),
        new_facts=shown.get("new_facts", ""),
        proposed_by=await showing.name_of(unit, request.proposed_by),
        refusal_ground=ground.label["da"] if ground else "",
        parts=_parts(ground, draft) if ground else (),
        subject=letter[0],
        paragraphs=letter[1],
        deviation=draft.deviation,
        partial=draft.partial,
        devices_place=draft.devices_place if draft.devices_out else "",
        weighing=await _weighing(office, unit, request, ground, like),
        why=why,
        problems=problems,
        ground_hidden=showing.is_given(personal) and not readable,
        closed=closed.closed_of(personal, request.proposed_by, ground=readable),
    )


def proposed(profile: Profile, request: Request, personal: dict[str, str]) -> Draft:
    """What the proposer wrote; nobody can change it while the proposal stands."""
    draft = drafts.draft_of(request, request.proposed_by or "", personal)
    ground = chosen_ground(profile, draft.ground)
    return draft.for_ground(ground) if ground else draft


def mark_of(request: Request, draft: Draft) -> str:
    """Which proposal this is: its words and its time. What was read is what is confirmed."""
    at = request.proposed_at.isoformat() if request.proposed_at else ""
    return f"{draft.seal()}/{at}"


async def faults(office: Office, unit: Unit, request: Request, draft: Draft) -> tuple[Problem, ...]:
    """What stops this refusal: an empty, doubled, stock or repeated reason, an unexplained
    deviation (A17, B19, C10, C23, C26). A field of an earlier case that cannot be opened stops nobody."""
    earlier: list[str] = []
    others = [i for i in await find.refused_in(unit.session, request.department) if i != request.id]
    for personal in (await unit.personal.opened_where_possible(others)).values():
        earlier += [text for name, text in personal.items() if name.startswith("part.") and text]
    meeting = await showing.the_meeting(unit, request)
    return check_refusal(
        office.profile_of(request),
        draft.refusal(),
        earlier=earlier,
        like_cases=allowed_before(await precedents.like_cases(office, unit, request, draft)),
        meeting_kind=meeting.kind,
        asked_for_ground=await was_asked(unit, request),
        earlier_notes=await _assessed_before(office, unit, request),
        others_affairs=request.others_affairs is True,
    )


@rule("A14", "C15", surface="card")
async def assessment_faults(
    office: Office, unit: Unit, request: Request, draft: Draft
) -> tuple[Problem, ...]:
    """What the assessment lacks, whatever the answer will be."""
    return check_grant(
        office.profile_of(request),
        draft.verdicts,
        draft.notes,
        earlier=await _assessed_before(office, unit, request),
        others_affairs=request.others_affairs is True,
    )


async def _assessed_before(office: Office, unit: Unit, request: Request) -> list[str]:
    """The assessments the unit wrote before where one is always written: of which none is a
    template for the next (A14)."""
    written = [f"note.{c.id}" for c in office.profile_of(request).criteria if c.note == "always"]
    if not written:
        return []
    others = [i for i in await find.decided_in(unit.session, request.department) if i != request.id]
    stored = (await unit.personal.opened_where_possible(others)).values()
    return [personal[name] for personal in stored for name in written if personal.get(name)]


async def was_asked(unit: Unit, request: Request) -> bool:
    """Whether the citizen gave a ground, if only that of keeping it, or was asked for one (A13)."""
    stored = await closed.opened(unit, request)
    if stored.get("ground") or "ground" in stored.closed:
        return True
    task = await find.task(unit.session, request.id, "ask_ground")
    return task is not None and task.done_at is not None


def heavy_parts(profile: Profile, draft: Draft) -> tuple[str, ...]:
    """The labels of the parts that are hard to read: a hint, and never a hindrance."""
    ground = chosen_ground(profile, draft.ground)
    if ground is None:
        return ()
    return tuple(
        part.label["da"] for part in ground.parts if is_heavy(draft.parts.get(part.id, ""))
    )


def is_heavy(words: str) -> bool:
    """Whether a sentence is long, or the whole is hard to read by its LIX."""
    sentences = [part for part in re.split(r"[.!?:;\n]+", words) if part.split()]
    counted = [len(part.split()) for part in sentences]
    if not counted:
        return False
    long_words = sum(len(word.strip("»«\"',()")) > LONG_WORD for word in words.split())
    lix = sum(counted) / len(counted) + 100 * long_words / sum(counted)
    return max(counted) > LONG_SENTENCE or (sum(counted) > LONG_SENTENCE and lix > HARD)
