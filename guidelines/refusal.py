"""What must be in place before a wish is not granted: the ground, every part of it, two persons.

The rules look for what is missing and for words that say nothing about this person and this
meeting. They never say which answer is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guidelines.decision import (
    LONGEST_OF_MANY,
    VERDICTS,
    any_like,
    check_grant,
    is_stock,
    longest_reason,
    normal,
    says_nothing,
    sentences,
    spoken_against,
)
from guidelines.problem import Problem
from guidelines.profile import Profile, RefusalGround, RefusalPart
from guidelines.rules import rule
from guidelines.wording import length

HISTORY, THIS_MEETING = "history", "this_meeting"
"""The two parts that carry each other (C23): what has happened, and what is expected this time."""
_COMPANION = re.compile(
    r"bisid|companion|ledsage"
    r"|\b(?:datter|søn|mor|moder|far|fader|forældre|søster|bror|broder|kone|mand|hustru|kæreste|samlever"
    r"|ægtefælle|ven|veninde|nabo|pårørende|familie|støtteperson|kontaktperson|tillidsrepræsentant"
    r"|daughter|son|mother|father|sister|brother|wife|husband|partner|friend|neighbour|relative|family)"
    r"\w{0,4}\b.*\b(?:med|deltage|til stede|hjælpe|come along|attend|present|join|with (?:him|her|them|you))",
    re.IGNORECASE,
)
"""Somebody who comes along, called a companion or by who it is."""
_MANIPULATION = re.compile(
    r"\b(?:kan|kunne|let|can|could|may|might|easily)\b.*"
    r"(?:manipul|forfalsk|forvansk|falsif|tamper|redigere|edited|klippe)",
    re.IGNORECASE,
)
"""What may be done to any recording; not what somebody has done."""


@dataclass(frozen=True)
class RefusalDraft:
    """What somebody who means to refuse has chosen and written.

    ``ground``: id of the refusal ground; may be empty where the profile has one only. ``parts``: text
    by part id. ``deviation``: why this case differs from like ones that were allowed (C10).
    ``partial``: the own part may be recorded (C31). ``devices_out``, ``devices_place``: devices stay
    out of the room, and where they can be kept (C24).
    """

    ground: str
    parts: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    deviation: str = ""
    partial: bool = False
    devices_out: bool = False
    devices_place: str = ""


def chosen_ground(profile: Profile, ground_id: str) -> RefusalGround | None:
    """The ground with that id; with nothing chosen the profile's only one, for then there is no
    choice to make. None when it is missing or unknown."""
    if not ground_id and len(profile.refusal_grounds) == 1:
        return profile.refusal_grounds[0]
    return profile.refusal_ground(ground_id)


@rule("C15", surface="card")
def ground_for_others(profile: Profile, *, others_affairs: bool) -> str:
    """The id of the ground under which other people's interests are weighed, where they must be and
    come up (C15); empty otherwise. It is where the choice begins, never the choice."""
    if not others_affairs or profile.others_weighing != "required":
        return ""
    return next((ground.id for ground in profile.refusal_grounds if ground.partial), "")


@rule("C9", surface="card")
def check_refusal(
    profile: Profile,
    draft: RefusalDraft,
    *,
    earlier: Sequence[str],
    like_cases: int,
    meeting_kind: str,
    asked_for_ground: bool = True,
    earlier_notes: Sequence[str] = (),
    others_affairs: bool = False,
) -> tuple[Problem, ...]:
    """What is missing before *Giv ikke lov*. One problem at most for each field.

    ``earlier``: what earlier refusals of the same unit said, part by part or joined. ``like_cases``:
    how many like cases were allowed (``precedents.allowed_before``). ``meeting_kind``: in_person,
    phone, virtual or home_visit. ``asked_for_ground``: the citizen gave a ground, or has been asked.
    ``earlier_notes``, ``others_affairs``: as ``earlier`` and ``others_affairs`` of ``check_grant``.
    Fields: ``ground``, ``part.<id>``, ``verdict.<id>``, ``note.<id>``, ``deviation``, ``partial``,
    ``devices_out``, ``devices_place``, and ``""`` for the whole.
    """
    problems = list(
        check_grant(
            profile,
            draft.verdicts,
            draft.notes,
            earlier=earlier_notes,
            others_affairs=others_affairs,
        )
    )
    ground = chosen_ground(profile, draft.ground)
    if ground is None:
        return (*problems, Problem("ground", "refusal_ground_missing"))
    problems += check_parts(profile, ground, draft, earlier)
    problems += check_deviation(profile, draft, like_cases)
    problems += _check_partial(ground, draft)
    problems += check_devices(ground, draft, meeting_kind)
    problems += _check_asked(profile, asked=asked_for_ground)
    return tuple(problems)


@rule("A17", "B8", "B19", "C26", "C28", surface="card")
def check_parts(
    profile: Profile, ground: RefusalGround, draft: RefusalDraft, earlier: Sequence[str]
) -> tuple[Problem, ...]:
    """What is wrong with the reasons, part by part, and then together."""
    codes = {part.id: _fault_part(profile, ground, part, draft, earlier) for part in ground.parts}
    last = ground.parts[-1].id
    if not codes[last]:
        codes[last] = _fault_together(profile, ground, draft, earlier)
    return tuple(Problem(f"part.{key}", code) for key, code in codes.items() if code)


@rule("C10", surface="card")
def check_deviation(profile: Profile, draft: RefusalDraft, like_cases: int) -> tuple[Problem, ...]:
    """Why this case differs: asked for as soon as one like case was allowed."""
    code = _fault_deviation(profile, draft) if like_cases > 0 else ""
    return (Problem("deviation", code),) if code else ()


def _fault_deviation(profile: Profile, draft: RefusalDraft) -> str:
    if not normal(draft.deviation):
        return "deviation_missing"
    if any_like(profile, draft.deviation, draft.parts.values()):
        return "same_text"
    return _fault(profile, draft.deviation, LONGEST_OF_MANY)


@rule("C24", surface="card")
def check_devices(
    ground: RefusalGround, draft: RefusalDraft, meeting_kind: str
) -> tuple[Problem, ...]:
    """Devices stay out only with the ground that has it, in a room of ours, with a place to keep
    them."""
    if not draft.devices_out:
        return ()
    if not may_keep_devices_out(ground, meeting_kind):
        return (Problem("devices_out", "devices_not_here"),)
    if not normal(draft.devices_place):
        return (Problem("devices_place", "devices_place_missing"),)
    return ()


def may_keep_devices_out(ground: RefusalGround, meeting_kind: str) -> bool:
    """Whether the choice is offered at all (C24): this ground, in person only."""
    return ground.devices_out and meeting_kind == "in_person"


@rule("C27", surface="card")
def check_two_persons(
    profile: Profile, *, proposer: str, confirmer: str | None, requester: str | None
) -> Problem | None:
    """Whether the right number of different people stand behind a refusal.

    ``confirmer``: None before anybody has confirmed. Nobody refuses their own wish, in any profile;
    where two are needed, none of the three is another.
    """
    people = {proposer, confirmer} if profile.two_persons else {proposer}
    if not all(people):
        return Problem("", "confirmer_missing" if proposer else "proposer_missing")
    if requester in people:
        return Problem("", "own_request")
    if profile.two_persons and len(people) < 2:
        return Problem("", "same_person")
    return None


@rule("B15", surface="card")
def rests_on_companion_alone(profile: Profile, verdicts: Mapping[str, str], need: str) -> bool:
    """Whether only the companion speaks against, and the need is answered with nothing else (B15).

    A possible companion does not remove the need: what is said of the need, apart from sentences
    about a companion, must still be long enough to say something.
    """
    alone = {criterion.id for criterion in profile.criteria if criterion.never_alone}
    against = spoken_against(profile, verdicts)
    if not against or not against <= alone:
        return False
    return _says_only(profile, need, _COMPANION)


@rule("C33", surface="card")
def rests_on_manipulation_alone(profile: Profile, text: str) -> bool:
    """Whether a reason says nothing but that a recording can be manipulated: true of every
    recording, so no reason against this one (C33)."""
    return bool(_MANIPULATION.search(text)) and _says_only(profile, text, _MANIPULATION)


def _says_only(profile: Profile, text: str, about: re.Pattern[str]) -> bool:
    rest = " ".join(part for part in sentences(text) if not about.search(part))
    return len(normal(rest).split()) < profile.refusal_least_words


def _fault_part(
    profile: Profile,
    ground: RefusalGround,
    part: RefusalPart,
    draft: RefusalDraft,
    earlier: Sequence[str],
) -> str:
    text = draft.parts.get(part.id, "")
    if not normal(text):
        return _fault_missing(ground, part, draft)
    code = _fault(profile, text, longest_reason(len(ground.parts)), earlier)
    if code:
        return code
    before = ground.parts[: ground.parts.index(part)]
    if any_like(profile, text, [draft.parts.get(other.id, "") for other in before]):
        return "same_text"
    if rests_on_manipulation_alone(profile, text):
        return "only_manipulation"
    asked = part.answers_need and ground.from_criteria
    if asked and rests_on_companion_alone(profile, draft.verdicts, text):
        return "only_companion"
    return ""


@rule("A10", "C23", surface="card")
def _fault_missing(ground: RefusalGround, part: RefusalPart, draft: RefusalDraft) -> str:
    """The code where nothing is written: what answers the citizen's need is asked for as that (A10).

    What has happened and what is expected this time are needed both (C23): with one of them written,
    the fault at the other explains why.
    """
    halves = {HISTORY, THIS_MEETING}
    if part.id in halves and halves <= {one.id for one in ground.parts}:
        other = next(iter(halves - {part.id}))
        if normal(draft.parts.get(other, "")):
            return "history_alone" if other == HISTORY else "this_meeting_alone"
    return "need_missing" if part.answers_need else "part_missing"


def _fault(profile: Profile, text: str, most: int, earlier: Sequence[str] = ()) -> str:
    """The fault of a text that is there and may be ``most`` long."""
    if length(text) > most:
        return "text_too_long"
    if is_stock(profile, text):
        return "stock_text"
    if len(normal(text).split()) < profile.refusal_least_words:
        return "too_short"
    if says_nothing(text):
        return "stock_text"
    if any_like(profile, text, earlier):
        return "too_like_earlier"
    return ""


def _fault_together(
    profile: Profile, ground: RefusalGround, draft: RefusalDraft, earlier: Sequence[str]
) -> str:
    joined = " ".join(draft.parts.get(part.id, "") for part in ground.parts)
    if any_like(profile, joined, earlier):
        return "too_like_earlier"
    considered = all(draft.verdicts.get(one.id) in VERDICTS for one in profile.criteria)
    if ground.from_criteria and considered and not spoken_against(profile, draft.verdicts):
        return "nothing_against"
    return ""


@rule("C31", surface="card")
def _check_partial(ground: RefusalGround, draft: RefusalDraft) -> tuple[Problem, ...]:
    if draft.partial and not ground.partial:
        return (Problem("partial", "partial_not_here"),)
    return ()


@rule("A13", surface="card")
def _check_asked(profile: Profile, *, asked: bool) -> tuple[Problem, ...]:
    """Where a ground is expected, nobody refuses before the citizen was asked for it."""
    if profile.ground_required == "expected" and not asked:
        return (Problem("", "ask_ground_first"),)
    return ()
