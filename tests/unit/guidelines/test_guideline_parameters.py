"""Every parameter a municipality's guideline needs (domain 2.3) can be said in a profile, and is told of."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from guidelines.profile_check import SCHEMA
from tests.unit.guidelines.profiles import ALL, raw_of

ROOT = Path(SCHEMA).parents[1]
PUBLISHED = json.loads(SCHEMA.read_text(encoding="utf-8"))
MANUAL = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
PARAMETERS = {
    "profile_id": "id",
    "version": "version",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
    "adopted_by": "adopted_by",
    "source_url": "source_url",
    "approved_by": "approved_by",
    "default_stance": "default_stance",
    "presumption_if_need": "presumption",
    "prior_request": "prior_request",
    "lead_time": "lead_working_days",
    "late_request": "late_request",
    "undecided_at_start": "undecided_at_start",
    "requester_roles": "requester_roles",
    "employee_meeting_types": "employee_meeting_types",
    "meeting_kinds": "meeting_kinds",
    "request_addressee": "request_addressee",
    "request_channels": "request_channels",
    "ground_required": "ground_required",
    "ground_codes": "grounds",
    "assessment_model": "criteria",
    "refusal_grounds": "refusal_grounds",
    "decider_approve": "grant_decider",
    "decider_refuse": "refusal_decider",
    "legal_support": "refusal_grounds.legal_advice",
    "reasons_to_person": "reasons_to_person",
    "oral_explanation": "oral_explanation",
    "precedent_register": "precedents",
    "parallel_recording": "parallel_recording",
    "own_initiative_recording": "own_initiative_recording",
    "colleague_may_join": "colleague_may_join",
    "technical_assistance": "technical_assistance",
    "inform_participants": "inform_participants",
    "participant_objection": "participant_objection",
    "video": "video",
    "use_scope_text": "granted_terms",
    "acknowledgement": "acknowledgement",
    "criminal_guidance": "criminal_guidance",
    "journal": "journal",
    "alternatives": "alternatives",
    "undisclosed_recording": "undisclosed_recording",
    "devices_out": "refusal_grounds.devices_out",
    "others_weighing": "others_weighing",
    "misuse_route": "misuse_route",
    "oral_decision_aid": "oral_decision_aid",
    "legal_label": "legal_label",
    "review_text": "review_text",
    "approval_scope": "approval_scope",
    "third_party_bots": "third_party_bots",
    "retention": "retention",
    "retention of own recording": "retention.own_recording",
    "retention of request": "retention.request",
    "retention of ground": "retention.ground",
    "contacts": "contacts",
    "languages": "languages",
    "unit_overrides": "unit_overrides",
    "statistics": "statistics",
    "evaluation date (4th)": "evaluate_on",
}
"""The table's names, and where each stands in the published schema."""


def within(schema: dict[str, Any], path: str) -> dict[str, Any]:
    """The schema of what stands at the path; of a list, of its items."""
    for name in path.split("."):
        schema = schema.get("items", schema)["properties"][name]
    return schema


def given(raw: dict[str, Any], path: str) -> list[Any]:
    """What a profile says there; of a list, each item's."""
    first, _, rest = path.partition(".")
    value = raw[first]
    if not rest:
        return [value]
    return [one.get(rest) for one in (value if isinstance(value, list) else [value])]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_stands_in_the_published_schema(parameter: str) -> None:
    path = PARAMETERS[parameter]
    found = within(PUBLISHED, path)
    assert found.keys() & {"type", "enum", "const", "$ref", "anyOf", "oneOf"}, path
    assert path.split(".")[0] in PUBLISHED["required"]


@pytest.mark.parametrize("profile_id", ALL)
def test_every_guideline_says_every_parameter(profile_id: str) -> None:
    raw = raw_of(profile_id)
    for path in PARAMETERS.values():
        assert given(raw, path), path


def test_the_manual_names_every_parameter() -> None:
    """Whoever writes a profile finds each of them, and nothing that is none."""
    named = set(re.findall(r"`([a-z_]+)`", MANUAL))
    assert set(PUBLISHED["properties"]) - named == set()


def test_no_parameter_of_the_schema_is_unknown_to_this_list() -> None:
    """What is not in the table is the product's own, and is listed here."""
    known = {path.split(".")[0] for path in PARAMETERS.values()}
    assert set(PUBLISHED["properties"]) - known == OWN


OWN = {
    "announcement", "assumptions", "attendee_cameras", "demands", "deputy_after_minutes",
    "ground_readers", "guidance", "incident_file_decider", "incident_tells", "keep_transcription",
    "least_evidence", "links", "municipality", "own_recording_necessity", "phone_lines",
    "preparation", "promised_tasks", "refusal_least_words", "refuser_notes",
    "similar_refusal_percent", "stock_phrases", "texts", "undisclosed_steps",
}  # fmt: skip
