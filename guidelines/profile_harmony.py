"""Whether the parameters of one profile go together: what a schema, which sees one at a time, cannot.

A person's answer takes something to assess, a refusal something to say to the person; and what a
parameter switches on has its sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidelines.profile_file import Source

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Sentences:
    """The texts a profile must have when a parameter asks for them."""

    because: str
    parameter: str
    asked_for: Callable[[Raw], bool]
    names: tuple[str, ...]


def _any_ground(flag: str) -> Callable[[Raw], bool]:
    return lambda raw: any(ground.get(flag, False) for ground in raw["refusal_grounds"])


def _is(parameter: str, value: object) -> Callable[[Raw], bool]:
    return lambda raw: bool(raw[parameter] == value)


def _employees(raw: Raw) -> bool:
    return "employee" in raw["requester_roles"]


SENTENCES = (
    Sentences("the municipality may record too", "parallel_recording",
              lambda raw: raw["parallel_recording"] != "none",
              ("says_both", "own_recording", "own_recording_deleted")),
    Sentences("a ground lets a part be recorded", "refusal_grounds", _any_ground("partial"),
              ("refused_part", "says_own_part")),
    Sentences("a ground may keep devices out", "refusal_grounds", _any_ground("devices_out"),
              ("devices_out",)),
    Sentences("two persons refuse", "refusal_decider", _is("refusal_decider", "employee_and_leader"),
              ("decided_with",)),
    Sentences("employees may record", "requester_roles", _employees,
              ("granted_answer_employee", "refused_answer_employee")),
    Sentences("a note in the case is required", "journal", _is("journal", "required"),
              ("noted", "noted_refusal")),
    Sentences("a note in the case is required, also for employees", "journal",
              lambda raw: raw["journal"] == "required" and _employees(raw),
              ("noted_employee", "noted_refusal_employee")),
    Sentences("it is said whether one guides or decides", "oral_decision_aid",
              _is("oral_decision_aid", True), ("says_guidance", "says_decision")),
    Sentences("some talks are not covered", "employee_meeting_types",
              lambda raw: any(not kind["covered"] for kind in raw["employee_meeting_types"]),
              ("talk_not_covered",)),
)  # fmt: skip

ANSWERED_BY: Mapping[str, tuple[str, ...]] = {
    "department": ("department",),
    "employee": ("employee",),
    "notice": ("employee", "employee_and_leader"),
}
"""Who may refuse, by who grants."""


def disharmony(source: Source) -> Iterator[str]:
    """A line for each pair of parameters that contradict each other (file, line, what is allowed)."""
    yield from _who_answers(source)
    yield from _what_is_assessed(source)
    yield from _what_a_refusal_says(source)
    yield from _employee_talks(source)
    raw = source.raw
    for wanted in SENTENCES:
        missing = [name for name in wanted.names if name not in raw["texts"]]
        if missing and wanted.asked_for(raw):
            yield (
                f"{source.at('texts')}: texts: lacks {', '.join(missing)}, for {wanted.because} "
                f"({wanted.parameter}); allowed: to add them"
            )
    if raw["criminal_guidance"] == "required" and not raw["guidance"]:
        yield (
            f'{source.at("guidance")}: guidance: is empty while criminal_guidance is "required"; '
            "allowed: at least one name in texts"
        )


def _who_answers(source: Source) -> Iterator[str]:
    raw = source.raw
    grants, refuses = raw["grant_decider"], raw["refusal_decider"]
    if (grants == "notice") != (raw["prior_request"] != "required"):
        yield (
            f"{source.at('grant_decider')}: grant_decider: {grants!r} does not go with "
            f"prior_request {raw['prior_request']!r}; allowed: notice with notice or encouraged, a "
            "person with required"
        )
    if refuses not in ANSWERED_BY[grants]:
        yield (
            f"{source.at('refusal_decider')}: refusal_decider: {refuses!r} does not go with "
            f"grant_decider {grants!r}; allowed: {', '.join(ANSWERED_BY[grants])}"
        )
    permitted = raw["undecided_at_start"] == "permitted"
    if permitted != (raw["default_stance"] == "allow_unless_ground"):
        yield (
            f"{source.at('undecided_at_start')}: undecided_at_start: must follow default_stance; "
            "allowed: permitted with allow_unless_ground, not_permitted with the others"
        )
    if (raw["late_request"] == "permitted") != (grants == "notice"):
        yield (
            f"{source.at('late_request')}: late_request: must follow grant_decider; allowed: permitted "
            "with notice, assessed where a person answers"
        )
    if raw["valid_to"] and raw["valid_to"] < raw["valid_from"]:
        yield (
            f"{source.at('valid_to')}: valid_to: is before valid_from; allowed: from "
            f"{raw['valid_from']} on"
        )


def _what_is_assessed(source: Source) -> Iterator[str]:
    raw = source.raw
    partial = any(ground.get("partial", False) for ground in raw["refusal_grounds"])
    if raw["participant_objection"] == "weigh" and not partial:
        yield (
            f"{source.at('participant_objection')}: participant_objection: weigh takes a ground on "
            "which others' interests are weighed; allowed: none, consent, or a ground that is partial"
        )
    notes = [one.get("note", "when_against") for one in raw["criteria"]]
    if notes == ["when_against"]:
        yield (
            f"{source.at('criteria')}: criteria: one tick is no assessment (A14); allowed: note always "
            "where there is one criterion, or several criteria"
        )
    if raw["grant_decider"] != "notice" and not raw["criteria"]:
        yield (
            f"{source.at('criteria')}: criteria: a person who answers has something to assess; "
            "allowed: at least one, or grant_decider notice"
        )
    if not any(ground.get("undisclosed", False) for ground in raw["grounds"]):
        yield (
            f"{source.at('grounds')}: grounds: a citizen may keep the ground; allowed: a list in "
            "which one is undisclosed"
        )


def _what_a_refusal_says(source: Source) -> Iterator[str]:
    for index, ground in enumerate(source.raw["refusal_grounds"]):
        path = f"refusal_grounds[{index}]"
        said = f"{source.at(path)}: refusal_grounds.{ground['id']}"
        parts: Sequence[Raw] = ground["parts"]
        if not any(
            part.get("answers_need", False) and part.get("in_letter", True) for part in parts
        ):
            yield (
                f"{said}: the letter must answer the person's need; allowed: at least one part that "
                "answers_need and is in_letter"
            )
        if not any(
            part.get("in_letter", True) and not part.get("answers_need", False) for part in parts
        ):
            yield (
                f"{said}: the letter must hold a reason beside the need (A16); allowed: at least one "
                "part that is in_letter and does not answers_need"
            )
        if ground.get("from_criteria", False) and not source.raw["criteria"]:
            yield f"{said}: from_criteria with no criteria; allowed: false, or criteria"
        if ground.get("devices_out", False) and "in_person" not in source.raw["meeting_kinds"]:
            yield (
                f"{said}: devices_out is for meetings in person; allowed: false, or in_person among "
                "meeting_kinds"
            )


def _employee_talks(source: Source) -> Iterator[str]:
    raw = source.raw
    covered = any(kind["covered"] for kind in raw["employee_meeting_types"])
    if covered != _employees(raw):
        yield (
            f"{source.at('employee_meeting_types')}: employee_meeting_types: must follow "
            "requester_roles; allowed: a covered type when employee is a role, none when it is not"
        )
