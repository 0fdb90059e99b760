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
    """The texts a profile must have when a parameter asks for them; ``because`` follows »fordi«."""

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
    Sentences("kommunen også kan optage", "parallel_recording",
              lambda raw: raw["parallel_recording"] != "none",
              ("says_both", "own_recording", "own_recording_deleted")),
    Sentences("en grund giver lov til at optage en del", "refusal_grounds", _any_ground("partial"),
              ("refused_part", "says_own_part")),
    Sentences("en grund kan bede om, at udstyr bliver uden for lokalet", "refusal_grounds",
              _any_ground("devices_out"), ("devices_out",)),
    Sentences("to personer siger nej sammen", "refusal_decider",
              _is("refusal_decider", "employee_and_leader"), ("decided_with",)),
    Sentences("ansatte kan optage", "requester_roles", _employees,
              ("granted_answer_employee", "refused_answer_employee")),
    Sentences("notatet i sagen er et krav", "journal", _is("journal", "required"),
              ("noted", "noted_refusal")),
    Sentences("notatet i sagen er et krav, også for ansatte", "journal",
              lambda raw: raw["journal"] == "required" and _employees(raw),
              ("noted_employee", "noted_refusal_employee")),
    Sentences("det bliver sagt, om noget er vejledning eller afgørelse", "oral_decision_aid",
              _is("oral_decision_aid", True), ("says_guidance", "says_decision")),
    Sentences("nogle samtaler ikke er omfattet", "employee_meeting_types",
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
                f"{source.at('texts')}: texts: {', '.join(missing)} mangler, fordi "
                f"{wanted.because} ({wanted.parameter}); tilladt: at tilføje det, der mangler"
            )
    if raw["criminal_guidance"] == "required" and not raw["guidance"]:
        yield (
            f'{source.at("guidance")}: guidance: er tom, mens criminal_guidance er "required"; '
            "tilladt: mindst ét navn i texts"
        )


def _who_answers(source: Source) -> Iterator[str]:
    raw = source.raw
    grants, refuses = raw["grant_decider"], raw["refusal_decider"]
    if (grants == "notice") != (raw["prior_request"] != "required"):
        yield (
            f"{source.at('grant_decider')}: grant_decider: »{grants}« passer ikke til "
            f"prior_request »{raw['prior_request']}«; tilladt: notice, når prior_request er notice "
            "eller encouraged, og department eller employee, når den er required"
        )
    if refuses not in ANSWERED_BY[grants]:
        yield (
            f"{source.at('refusal_decider')}: refusal_decider: »{refuses}« passer ikke til "
            f"grant_decider »{grants}«; tilladt: {', '.join(ANSWERED_BY[grants])}"
        )
    permitted = raw["undecided_at_start"] == "permitted"
    if permitted != (raw["default_stance"] == "allow_unless_ground"):
        yield (
            f"{source.at('undecided_at_start')}: undecided_at_start: skal følge default_stance; "
            "tilladt: permitted ved allow_unless_ground, not_permitted ved de andre"
        )
    if (raw["late_request"] == "permitted") != (grants == "notice"):
        yield (
            f"{source.at('late_request')}: late_request: skal følge grant_decider; tilladt: "
            "permitted ved notice, assessed når et menneske svarer"
        )
    if raw["valid_to"] and raw["valid_to"] < raw["valid_from"]:
        yield (
            f"{source.at('valid_to')}: valid_to: ligger før valid_from; tilladt: "
            f"{raw['valid_from']} eller senere"
        )


def _what_is_assessed(source: Source) -> Iterator[str]:
    raw = source.raw
    partial = any(ground.get("partial", False) for ground in raw["refusal_grounds"])
    if raw["participant_objection"] == "weigh" and not partial:
        yield (
            f"{source.at('participant_objection')}: participant_objection: weigh kræver en grund, "
            "hvor hensynet til andre bliver vejet; tilladt: none, consent eller en grund med partial"
        )
    notes = [one.get("note", "when_against") for one in raw["criteria"]]
    if notes == ["when_against"]:
        yield (
            f"{source.at('criteria')}: criteria: ét flueben er ikke en vurdering (A14); tilladt: "
            "note always, når der er ét kriterium, eller flere kriterier"
        )
    if raw["grant_decider"] != "notice" and not raw["criteria"]:
        yield (
            f"{source.at('criteria')}: criteria: den, der svarer, skal have noget at vurdere; "
            "tilladt: mindst ét kriterium, eller notice i grant_decider"
        )
    if not any(ground.get("undisclosed", False) for ground in raw["grounds"]):
        yield (
            f"{source.at('grounds')}: grounds: borgeren skal kunne lade være med at fortælle sin "
            "grund; tilladt: en liste, hvor én grund har undisclosed"
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
                f"{said}: brevet skal svare på behovet; tilladt: mindst én del med "
                "answers_need og in_letter"
            )
        if not any(
            part.get("in_letter", True) and not part.get("answers_need", False) for part in parts
        ):
            yield (
                f"{said}: brevet skal have en begrundelse ud over behovet (A16); tilladt: mindst "
                "én del med in_letter og uden answers_need"
            )
        if ground.get("from_criteria", False) and not source.raw["criteria"]:
            yield f"{said}: from_criteria kræver kriterier; tilladt: false, eller mindst ét i criteria"
        if ground.get("devices_out", False) and "in_person" not in source.raw["meeting_kinds"]:
            yield (
                f"{said}: devices_out er til møder ansigt til ansigt; tilladt: false, eller "
                "in_person blandt meeting_kinds"
            )


def _employee_talks(source: Source) -> Iterator[str]:
    raw = source.raw
    covered = any(kind["covered"] for kind in raw["employee_meeting_types"])
    if covered != _employees(raw):
        yield (
            f"{source.at('employee_meeting_types')}: employee_meeting_types: skal følge "
            "requester_roles; tilladt: mindst én samtale med covered, når employee er en rolle, "
            "og ellers ingen"
        )
