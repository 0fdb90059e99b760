"""What a profile may say: the guard rails, the schema, and what a schema cannot see."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from guidelines.wording import fields_of

SCHEMA = Path(__file__).parent / "profile.schema.json"


class ProfileError(Exception):
    """A profile cannot be used. ``lines`` has one line per fault."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


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
    GuardRail("record_assessment", (), "the concrete assessment is always written down"),
    GuardRail("bulk_decisions", (), "one decision is about one request"),
    GuardRail("automatic_decisions", (), "nothing is granted or refused by itself"),
    GuardRail("scoring", (), "the tool never scores and never recommends an outcome"),
    GuardRail("keep_profile_version", (), "a case keeps the version it began under"),
    GuardRail("video", ("prohibited",), "video is never on by default"),
)  # fmt: skip
GROUND_READERS = frozenset({"employee", "decider", "deputy", "hr_legal"})


def check(file: str, raw: Mapping[str, Any], *, expected_id: str) -> None:
    """Raise ``ProfileError`` with a line for each fault in ``raw``, or return."""
    lines = (
        tuple(_guarded(file, raw))
        or tuple(_by_schema(file, raw))
        or tuple(_beyond_schema(file, raw))
    )
    if not lines and raw["id"] != expected_id:
        lines = (f"{file}: id: is {raw['id']!r}; allowed: {expected_id!r}, as the file is named",)
    if lines:
        raise ProfileError(lines)


def _guarded(file: str, raw: Mapping[str, Any]) -> Iterator[str]:
    for rail in GUARD_RAILS:
        if rail.parameter in raw and raw[rail.parameter] not in rail.allowed:
            yield (
                f"{file}: {rail.parameter}: no profile can switch this off ({rail.why}); "
                f"allowed: {_listed(rail.allowed) or 'to leave the line out'}"
            )
    readers = raw.get("ground_readers")
    strangers = set(map(str, readers)) - GROUND_READERS if isinstance(readers, list) else set()
    if strangers:
        yield (
            f"{file}: ground_readers: the ground is never shown to {', '.join(sorted(strangers))}; "
            f"allowed: {_listed(sorted(GROUND_READERS))}"
        )


def _by_schema(file: str, raw: Mapping[str, Any]) -> Iterator[str]:
    faults = sorted(_validator().iter_errors(raw), key=lambda fault: fault.json_path)
    for fault in faults:
        where = fault.json_path.removeprefix("$").removeprefix(".")
        yield f"{file}: {where + ': ' if where else ''}{_said(fault)}"


def _said(fault: ValidationError) -> str:
    rule: Any = fault.validator_value
    if fault.validator == "enum":
        return f"is {json.dumps(fault.instance)}; allowed: {_listed(rule)}"
    if fault.validator == "additionalProperties":
        schema: Any = fault.schema
        return f"{fault.message}; allowed: {', '.join(sorted(schema['properties']))}"
    if fault.validator in ("required", "uniqueItems", "oneOf"):
        return fault.message
    return f"{fault.message}; allowed: {fault.validator} {_listed([rule])}"


def _beyond_schema(file: str, raw: Mapping[str, Any]) -> Iterator[str]:
    for name in ("grounds", "criteria", "alternatives", "contacts"):
        ids = Counter(item["id"] for item in raw[name])
        for twice in sorted(one for one, count in ids.items() if count > 1):
            yield f"{file}: {name}: the id {twice!r} is there twice; allowed: each id once"
    yield from _bad_fields(file, raw["texts"])
    for name in ("granted_terms", "announcement", "phone_lines"):
        for unknown in sorted(set(raw[name]) - set(raw["texts"])):
            yield f"{file}: {name}: {unknown!r} is not among the texts; allowed: a name in texts"
    try:
        date.fromisoformat(raw["valid_from"])
    except ValueError:
        yield f"{file}: valid_from: is no date; allowed: a date such as 2026-12-01"
    for contact in raw["contacts"]:
        if overlapping(contact["hours"]):
            yield (
                f"{file}: contacts.{contact['id']}.hours: two lines cover the same day and time; "
                "allowed: each day and time once"
            )


def _bad_fields(file: str, texts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    allowed = _validator().schema["$defs"]["fields"]["const"]
    for name, words in texts.items():
        for language, sentence in words.items():
            where = f"{file}: texts.{name}.{language}"
            try:
                unknown = fields_of(sentence) - set(allowed.get(name, []))
            except ValueError as error:
                yield f"{where}: {error}"
                continue
            if unknown:
                may = ", ".join(f"{{{field}}}" for field in allowed.get(name, [])) or "no fields"
                yield f"{where}: unknown field {', '.join(sorted(unknown))}; allowed: {may}"


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
