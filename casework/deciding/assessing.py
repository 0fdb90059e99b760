"""The card of whoever decides, from the rows and from what this person has filled in so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from casework import closed, showing
from casework.deciding.drafts import draft_of
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.rules import rule
from store.database import Unit
from store.tables import Request
from texts import views


async def assessment(
    office: Office,
    unit: Unit,
    request: Request,
    reader: str,
    problems: tuple[Problem, ...] = (),
    form: Mapping[str, str] | None = None,
    notice: str = "",
    *,
    as_deputy: bool = False,
) -> views.Assessment:
    """The decider's card, with what this person has filled in so far."""
    personal = await closed.opened(unit, request)
    asked_as = _asked_as(office, request, reader, as_deputy=as_deputy)
    readable = office.card_shows_ground(request, asked_as)
    ground = personal if readable else {}
    typed = {**draft_of(request, reader, personal).form(), **(form or {})}
    return views.Assessment(
        request_id=request.id,
        version=request.version,
        number=request.number,
        asked_as=asked_as,
        meeting=await showing.meeting_line(unit, await showing.the_meeting(unit, request)),
        late=request.late,
        citizen_name=personal.get("citizen_name", ""),
        registered_by=await showing.name_of(unit, request.registered_by),
        ground=showing.ground_label(office.profile_of(request), ground.get("ground", "")),
        ground_text=ground.get("ground_text", ""),
        own_words=ground.get("own_words", ""),
        companion=personal.get("companion", ""),
        criteria=tuple(
            views.CriterionLine(
                criterion.id,
                criterion.label["da"],
                criterion.help["da"],
                cast(views.Verdict, typed.get(f"verdict.{criterion.id}", "")),
                typed.get(f"note.{criterion.id}", ""),
                always=criterion.note == "always",
            )
            for criterion in office.profile_of(request).criteria
        ),
        problems=problems,
        notice=notice,
        presumption=_presumption(office.profile_of(request)),
        ask_ground=request.state == "awaiting_information",
        others_affairs=request.others_affairs is True,
        others_note=typed.get("note.others", ""),
        ground_hidden=showing.is_given(personal) and not readable,
        closed=closed.closed_of(personal, reader, ground=readable),
    )


def _asked_as(
    office: Office, request: Request, reader: str, *, as_deputy: bool
) -> Literal["approver", "deputy", "own"]:
    if office.profile_of(request).grant_decider == "employee":
        return "own"
    return "deputy" if as_deputy or reader == request.deputy_oid else "approver"


@rule("A10", surface="card")
def _presumption(profile: Profile) -> str:
    """What the guideline takes for granted where there is a need; a person still decides."""
    return profile.presumption["da"] if profile.presumption else ""
