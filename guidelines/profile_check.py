"""What a profile may say: the guard rails, the schema, and what a schema cannot see."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from guidelines.essentials import essentials_missing
from guidelines.places import LISTS, bad_fields
from guidelines.problem import ProfileError
from guidelines.profile_file import Source
from guidelines.profile_harmony import disharmony
from guidelines.rules import rule

if TYPE_CHECKING:
    from guidelines.profile import Profile

SCHEMA = Path(__file__).parent / "profile.schema.json"


@dataclass(frozen=True)
class GuardRail:
    """Something no profile may switch off (domain 2.3, end; design: a person decides).

    With nothing ``allowed`` the product has no such switch, and the line must be left out.
    """

    parameter: str
    allowed: tuple[object, ...]
    why: str


GUARD_RAILS = (
    GuardRail("refusal_decider", ("department", "employee", "employee_and_leader"),
              "a named person decides a refusal"),
    GuardRail("grant_decider", ("department", "employee", "notice"),
              "nothing but a person, or the citizen's own notice, gives a yes"),
    GuardRail("reasons_to_person", ("always",), "the citizen always gets the reasons"),
    GuardRail("late_request", ("assessed", "permitted"),
              "nobody is refused for asking late"),
    GuardRail("record_assessment", (), "the concrete assessment is always written down"),
    GuardRail("bulk_decisions", (), "one decision is about one request"),
    GuardRail("automatic_decisions", (), "nothing is granted or refused by itself"),
    GuardRail("scoring", (), "the tool never scores and never recommends an outcome"),
    GuardRail("keep_profile_version", (), "a case keeps the version it began under"),
    GuardRail("video_by_default", (), "video is never on by default"),
)  # fmt: skip
GROUND_READERS = frozenset({"employee", "decider", "deputy", "hr_legal"})


def check(source: Source, *, expected_id: str) -> None:
    """Raise ``ProfileError`` with a line for each fault in the profile, or return."""
    looks = (_guarded, _by_schema, _beyond_schema, essentials_missing)  # each needs those before
    lines = next((faults for look in looks if (faults := tuple(look(source)))), ())
    if not lines and source.raw["id"] != expected_id:
        is_now = source.raw["id"]
        lines = (
            f"{source.at('id')}: id: is {is_now!r}; allowed: {expected_id!r}, as the file is named",
        )
    if lines:
        raise ProfileError(lines)


def check_versions(profile_id: str, versions: Sequence[Profile]) -> None:
    """Each version once, each beginning after the one before; raises ``ProfileError``."""
    faults = []
    for before, after in pairwise(versions):
        if before.version == after.version:
            faults.append(f"{profile_id}: version: {after.version} is there twice; allowed: once")
        elif before.valid_to is None or before.valid_to >= after.valid_from:
            faults.append(
                f"{profile_id}: version {before.version} must end (valid_to) before version "
                f"{after.version} begins on {after.valid_from}"
            )
    if faults:
        raise ProfileError(tuple(faults))


def _guarded(source: Source) -> Iterator[str]:
    raw = source.raw
    for rail in GUARD_RAILS:
        if rail.parameter in raw and raw[rail.parameter] not in rail.allowed:
            yield (
                f"{source.at(rail.parameter)}: {rail.parameter}: no profile can switch this off "
                f"({rail.why}); allowed: {_listed(rail.allowed) or 'to leave the line out'}"
            )
    readers = raw.get("ground_readers")
    strangers = set(map(str, readers)) - GROUND_READERS if isinstance(readers, list) else set()
    if strangers:
        yield (
            f"{source.at('ground_readers')}: ground_readers: the ground is never shown to "
            f"{', '.join(sorted(strangers))}; allowed: {_listed(sorted(GROUND_READERS))}"
        )


def _by_schema(source: Source) -> Iterator[str]:
    faults = sorted(_validator().iter_errors(source.raw), key=lambda fault: fault.json_path)
    for fault in faults:
        where = fault.json_path.removeprefix("$").removeprefix(".")
        yield f"{source.at(where)}: {where + ': ' if where else ''}{_said(fault)}"


PATTERNS = {
    r"^\d{4}-\d{2}-\d{2}$": "a date such as 2026-12-01",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": "a time such as 09:30",
    r"^https://[^\s]+$": "an address that begins with https://",
    r"^(https://[^\s]+)?$": "an address that begins with https://, or nothing",
    "^[a-z][a-z0-9_]{0,39}$": "a name of small letters (a to z), digits and _",
    "^[A-Z][0-9]{1,2}$": "the number of a rule, such as B12",
    "[A-Za-zÆØÅæøå]": "words",
}
TYPES = {
    "integer": "a whole number",
    "string": "text",
    "boolean": "true or false",
    "array": "a list",
    "object": "named lines below it",
    "null": "null",
}
"""What the schema's patterns and types are called by people."""


def _said(fault: ValidationError) -> str:
    rule: Any = fault.validator_value
    schema: Any = fault.schema
    what = f"is {json.dumps(fault.instance, ensure_ascii=False)}"
    match fault.validator:
        case "enum":
            return f"{what}; allowed: {_listed(rule)}"
        case "pattern":
            return f"{what}; allowed: {PATTERNS.get(rule, rule)}"
        case "type" | "oneOf":
            return f"{what}; allowed: {' or '.join(_kinds(fault.validator, rule))}"
        case "required":
            return f"{fault.message}; allowed: to add it"
        case "additionalProperties":
            return f"{fault.message}; allowed: {', '.join(sorted(schema['properties']))}"
        case "uniqueItems":
            return f"{fault.message}; allowed: each once"
        case _:
            return f"{fault.message}; allowed: {fault.validator} {_listed([rule])}"


def _kinds(validator: str, rule: Any) -> Iterator[str]:
    """What may stand there; the only choice of kinds is between nothing and a sentence."""
    if validator == "oneOf":
        yield from (TYPES.get(one.get("type"), "a sentence in both da and en") for one in rule)
    else:
        yield from (TYPES[one] for one in ([rule] if isinstance(rule, str) else rule))


OUTLETS = (*LISTS, "refusal", "employee", "alternatives", "presumption")
"""What a demand may be about: a list of texts, all that a refusal says, all that employees read, the
labels of the alternatives, the presumption (guidelines/demands.py); or one text by its name."""


def _beyond_schema(source: Source) -> Iterator[str]:
    raw = source.raw
    for name in ("grounds", "criteria", "alternatives", "contacts", "refusal_grounds",
                 "employee_meeting_types"):  # fmt: skip
        ids = Counter(item["id"] for item in raw[name])
        for twice in sorted(one for one, count in ids.items() if count > 1):
            yield f"{source.at(name)}: {name}: the id {twice!r} is there twice; allowed: each id once"
    yield from bad_fields(source)
    for name in LISTS:
        for unknown in sorted(set(raw[name]) - set(raw["texts"])):
            yield (
                f"{source.at(name)}: {name}: {unknown!r} is not among the texts; "
                "allowed: a name in texts"
            )
    for index, ground in enumerate(raw["refusal_grounds"]):
        if ground["intro"] not in raw["texts"]:
            yield (
                f"{source.at(f'refusal_grounds[{index}].intro')}: refusal_grounds.{ground['id']}."
                f"intro: {ground['intro']!r} is not among the texts; allowed: a name in texts"
            )
    for index, demand in enumerate(raw["demands"]):
        if demand["outlet"] not in (*OUTLETS, *raw["texts"]):
            yield (
                f"{source.at(f'demands[{index}]')}: demands: the outlet {demand['outlet']!r} is "
                f"unknown; allowed: {', '.join(OUTLETS)}, or a name in texts"
            )
    for index, assumption in enumerate(raw["assumptions"]):
        if assumption["parameter"].split(".")[0] not in raw:
            yield (
                f"{source.at(f'assumptions[{index}]')}: assumptions: {assumption['parameter']!r} is "
                "no parameter; allowed: a parameter of the profile, with a dot and more if needed"
            )
    yield from _bad_days(source)
    yield from disharmony(source)
    for contact in raw["contacts"]:
        if overlapping(contact["hours"]):
            yield (
                f"{source.at('contacts')}: contacts.{contact['id']}.hours: two lines cover the same "
                "day and time; allowed: each day and time once"
            )


def _bad_days(source: Source) -> Iterator[str]:
    for name in ("valid_from", "valid_to", "evaluate_on"):
        try:
            if source.raw[name] is not None:
                date.fromisoformat(source.raw[name])
        except ValueError:
            yield (f"{source.at(name)}: {name}: is no date; allowed: a date such as 2026-12-01")


@rule("B28", surface="profile check")
def overlapping(hours: Iterable[Mapping[str, Any]]) -> bool:
    """Whether two lines of phone hours cover the same day and time (B28)."""
    lines = list(hours)
    for index, one in enumerate(lines):
        for other in lines[index + 1 :]:
            same_day = (
                one["first_day"] <= other["last_day"] and other["first_day"] <= one["last_day"]
            )
            if same_day and one["opens"] < other["closes"] and other["opens"] < one["closes"]:
                return True
    return False


def _listed(values: Iterable[object]) -> str:
    return ", ".join(json.dumps(value, ensure_ascii=False) for value in values)


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
