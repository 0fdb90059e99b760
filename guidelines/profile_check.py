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
              "et menneske med navn afgør et nej"),
    GuardRail("grant_decider", ("department", "employee", "notice"),
              "kun et menneske, eller borgerens egen besked, giver et ja"),
    GuardRail("reasons_to_person", ("always",), "borgeren får altid begrundelsen"),
    GuardRail("late_request", ("assessed", "permitted"),
              "at spørge sent er aldrig en grund til et nej"),
    GuardRail("record_assessment", (), "vurderingen bliver altid skrevet ned"),
    GuardRail("bulk_decisions", (), "et svar gælder ét ønske"),
    GuardRail("automatic_decisions", (), "intet bliver givet eller afvist af sig selv"),
    GuardRail("scoring", (), "programmet giver aldrig point og foreslår aldrig et svar"),
    GuardRail("keep_profile_version", (), "en sag beholder den version, den begyndte under"),
    GuardRail("video_by_default", (), "video er aldrig slået til på forhånd"),
)  # fmt: skip
GROUND_READERS = frozenset({"employee", "decider", "deputy", "hr_legal"})


def check(source: Source, *, expected_id: str) -> None:
    """Raise ``ProfileError`` with a line for each fault in the profile, or return."""
    looks = (_guarded, _by_schema, _beyond_schema, essentials_missing)  # each needs those before
    lines = next((faults for look in looks if (faults := tuple(look(source)))), ())
    if not lines and source.raw["id"] != expected_id:
        lines = (
            f"{source.at('id')}: id: der står {_listed([source.raw['id']])}; "
            f"tilladt: {_listed([expected_id])}, som filen hedder",
        )
    if lines:
        raise ProfileError(lines)


def check_versions(profile_id: str, versions: Sequence[Profile]) -> None:
    """Each version once, each beginning after the one before; raises ``ProfileError``."""
    faults = []
    for before, after in pairwise(versions):
        if before.version == after.version:
            faults.append(
                f"{profile_id}: version: {after.version} står i mere end én fil; "
                "tilladt: hvert nummer én gang"
            )
        elif before.valid_to is None or before.valid_to >= after.valid_from:
            faults.append(
                f"{profile_id}: valid_to: version {before.version} skal slutte, før version "
                f"{after.version} begynder; tilladt: en dato før {after.valid_from}"
            )
    if faults:
        raise ProfileError(tuple(faults))


def _guarded(source: Source) -> Iterator[str]:
    raw = source.raw
    for rail in GUARD_RAILS:
        if rail.parameter in raw and raw[rail.parameter] not in rail.allowed:
            yield (
                f"{source.at(rail.parameter)}: {rail.parameter}: ingen profil kan slå det fra "
                f"({rail.why}); tilladt: {_listed(rail.allowed) or 'at slette linjen'}"
            )
    readers = raw.get("ground_readers")
    strangers = set(map(str, readers)) - GROUND_READERS if isinstance(readers, list) else set()
    if strangers:
        yield (
            f"{source.at('ground_readers')}: ground_readers: grunden bliver aldrig vist for "
            f"{', '.join(sorted(strangers))}; tilladt: {_listed(sorted(GROUND_READERS))}"
        )


def _by_schema(source: Source) -> Iterator[str]:
    faults = sorted(_validator().iter_errors(source.raw), key=lambda fault: fault.json_path)
    told = (one for fault in faults for one in _said(fault))
    # The schema finds each missing name by itself, and each finding names them all here.
    for where, said in dict.fromkeys(told):
        yield f"{source.at(where)}: {where}: {said}"


PATTERNS = {
    r"^\d{4}-\d{2}-\d{2}$": "en dato som 2026-12-01",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": "et klokkeslæt som 09:30",
    r"^https://[^\s]+$": "en adresse, der begynder med https://",
    r"^(https://[^\s]+)?$": "en adresse, der begynder med https://, eller ingenting",
    "^[a-z][a-z0-9_]{0,39}$": (
        "et navn på højst 40 tegn: små bogstaver (a til z), tal og _, med et bogstav først"
    ),
    "^[A-Z][0-9]{1,2}$": "en regels nummer, for eksempel B12",
    "[A-Za-zÆØÅæøå]": "ord",
}
TYPES = {
    "integer": "et helt tal",
    "string": "tekst",
    "boolean": "true eller false",
    "array": "en liste",
    "object": "linjer med hver sit navn",
    "null": "null",
}
"""What the schema's patterns and types are called by people."""
BOUNDS = {
    "minimum": "mindst {}",
    "maximum": "højst {}",
    "minLength": "mindst {} tegn",
}
"""What the schema's limits are called by people, around their number."""


def _said(fault: ValidationError) -> Iterator[tuple[str, str]]:
    """Where the fault is, and what is said of it: a name that lacks or is unknown has its own place."""
    where = fault.json_path.removeprefix("$").removeprefix(".")
    rule: Any = fault.validator_value
    schema: Any = fault.schema
    found: Any = fault.instance
    what = "navnet er" if "propertyNames" in fault.schema_path else "der står"
    what = f"{what} {_listed([found])}"
    inner = f"{where}." if where else ""
    match fault.validator:
        case "enum":
            yield where, f"{what}; tilladt: {_listed(rule)}"
        case "pattern":
            yield where, f"{what}; tilladt: {PATTERNS[rule]}"
        case "type" | "oneOf":
            yield where, f"{what}; tilladt: {' eller '.join(_kinds(fault.validator, rule))}"
        case "required":
            for name in (one for one in rule if one not in found):
                yield f"{inner}{name}", "mangler; tilladt: at tilføje linjen"
        case "additionalProperties":
            for name in (one for one in found if one not in schema["properties"]):
                known = ", ".join(sorted(schema["properties"]))
                yield f"{inner}{name}", f"navnet kendes ikke; tilladt: {known}"
        case "uniqueItems":
            again = dict.fromkeys(
                _listed([one]) for at, one in enumerate(found) if one in found[:at]
            )
            yield where, f"{', '.join(again)} står mere end én gang; tilladt: hver én gang"
        case "contains":
            wanted = _listed([rule["const"]])
            yield where, f"{wanted} mangler på listen; tilladt: en liste med {wanted}"
        case "minItems":
            yield where, f"der er {len(found)} på listen; tilladt: mindst {rule}"
        case _:
            yield where, f"{what}; tilladt: {BOUNDS[str(fault.validator)].format(rule)}"


def _kinds(validator: str, rule: Any) -> Iterator[str]:
    """What may stand there; the only choice of kinds is between nothing and a sentence."""
    if validator == "oneOf":
        yield from (
            TYPES.get(one.get("type"), "en sætning på dansk (da) og engelsk (en)") for one in rule
        )
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
            yield (
                f"{source.at(name)}: {name}: id »{twice}« står mere end én gang; "
                "tilladt: hvert id én gang"
            )
    yield from bad_fields(source)
    for name in LISTS:
        for unknown in sorted(set(raw[name]) - set(raw["texts"])):
            yield (
                f"{source.at(name)}: {name}: »{unknown}« er ikke blandt teksterne; "
                "tilladt: et navn i texts"
            )
    for index, ground in enumerate(raw["refusal_grounds"]):
        if ground["intro"] not in raw["texts"]:
            yield (
                f"{source.at(f'refusal_grounds[{index}].intro')}: refusal_grounds.{ground['id']}."
                f"intro: »{ground['intro']}« er ikke blandt teksterne; tilladt: et navn i texts"
            )
    for index, demand in enumerate(raw["demands"]):
        if demand["outlet"] not in (*OUTLETS, *raw["texts"]):
            yield (
                f"{source.at(f'demands[{index}]')}: demands: outlet »{demand['outlet']}« "
                f"kendes ikke; tilladt: {', '.join(OUTLETS)} eller et navn i texts"
            )
    for index, assumption in enumerate(raw["assumptions"]):
        if assumption["parameter"].split(".")[0] not in raw:
            yield (
                f"{source.at(f'assumptions[{index}]')}: assumptions: »{assumption['parameter']}« "
                "er ikke en parameter; tilladt: en parameter i profilen, eller en del af den efter "
                "et punktum, som i retention.ground"
            )
    yield from _bad_days(source)
    yield from disharmony(source)
    for contact in raw["contacts"]:
        if overlapping(contact["hours"]):
            yield (
                f"{source.at('contacts')}: contacts.{contact['id']}.hours: to linjer dækker samme "
                "dag og tid; tilladt: hver dag og tid én gang"
            )


def _bad_days(source: Source) -> Iterator[str]:
    for name in ("valid_from", "valid_to", "evaluate_on"):
        try:
            if source.raw[name] is not None:
                date.fromisoformat(source.raw[name])
        except ValueError:
            yield f"{source.at(name)}: {name}: dagen findes ikke; tilladt: en dato som 2026-12-01"


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
    # YAML knows kinds of values that JSON does not.
    return ", ".join(json.dumps(value, ensure_ascii=False, default=str) for value in values)


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
