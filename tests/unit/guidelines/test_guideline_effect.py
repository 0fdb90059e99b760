"""Which parameters act: the list told to the municipality is held against the code."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from guidelines.profile import Profile, load_profile
from guidelines.profile_check import SCHEMA
from guidelines.profile_effect import FIXED, PARTLY, without_effect
from guidelines.profile_parts import Retention
from tools.profile_check import report

ROOT = Path(SCHEMA).parents[1]
ROOMS = ("bots", "cards", "casework", "guidelines", "texts")
#: Where a profile is read, checked and shown to its owner: to be named there is not to act.
ABOUT = {"profile.py", "profile_parts.py", "profile_file.py", "profile_effect.py"}
ABOUT |= {"profile_check.py", "profile_harmony.py", "profile_review.py", "demands.py"}
OWNERS = {"valid_from", "valid_to", "evaluate_on", "demands", "assumptions", "version", "id"}
THROUGH = {"refusal_decider": "two_persons", "deputy_after_minutes": "deputy_after"}
"""Parameters that act through a property of the profile."""


def read_names() -> Iterator[tuple[str, str]]:
    """What is read of anything in the product: ``<of>.<name>``."""
    for room in ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            if file.name in ABOUT:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute):
                    of = ast.unparse(node.value)
                    if "profile" in of or of == "retention":
                        yield of, node.attr


READ = {name for _, name in read_names()}
PARAMETERS = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]


@pytest.mark.parametrize("name", sorted(set(PARAMETERS) - OWNERS))
def test_a_parameter_acts_or_is_told_not_to(name: str) -> None:
    acts = THROUGH.get(name, name) in READ
    if name in ("texts", "retention", "links"):
        return  # one by one: the texts in test_guideline_said, what is kept below
    assert acts != (name in FIXED), "told to be fixed, and acts" if acts else "acts nowhere"


@pytest.mark.parametrize("name", [piece.name for piece in fields(Retention)])
def test_what_is_kept_how_long(name: str) -> None:
    acts = any(of.endswith("profile.retention") and read == name for of, read in read_names())
    assert acts != (f"retention.{name}" in FIXED)


def test_what_acts_only_a_little_is_a_parameter_with_that_value() -> None:
    for name, value in PARTLY:
        assert not value or value in values_of(name), (name, value)
        assert name not in FIXED


def told(**chosen: Any) -> set[str]:
    return {name for name, _ in without_effect(replace(load_profile("nyborg"), **chosen))}


def values_of(name: str) -> list[str]:
    known = PARAMETERS[name].get("enum") or PARAMETERS[name].get("items", {}).get("enum", [])
    return ["".join(list(value)) for value in known]  # equal to those of the code, not the same


@pytest.mark.parametrize(("name", "value"), PARTLY)
def test_a_choice_is_told_of_only_where_it_was_made(name: str, value: str) -> None:
    """A list may hold the value among others; without a value of its own, any choice counts."""
    if not value:
        assert name in told(**{name: "2026-12-01"})
        assert name not in told(**{name: None})
    elif isinstance(getattr(load_profile("nyborg"), name), tuple):
        assert name in told(**{name: tuple(values_of(name))})
        assert name not in told(**{name: tuple(one for one in values_of(name) if one != value)})
    else:
        others = {other for lines, other in PARTLY if lines == name}
        for chosen in values_of(name):
            assert (name in told(**{name: chosen})) == (chosen in others)


@pytest.mark.parametrize("municipality", ["albertslund", "frederiksberg", "nyborg"])
def test_what_is_fixed_is_told_to_everybody(municipality: str) -> None:
    assert set(FIXED) <= {name for name, _ in without_effect(load_profile(municipality))}


@pytest.mark.parametrize("municipality", ["albertslund", "frederiksberg", "nyborg"])
def test_the_municipality_and_the_manual_are_told(municipality: str) -> None:
    profile: Profile = load_profile(municipality)
    lines, _ = report(municipality, profile.valid_from)
    manual = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
    for name, why in without_effect(profile):
        assert f"    {name}: {why}" in lines
        assert why in manual
    for why in (*FIXED.values(), *PARTLY.values()):
        assert why in manual
