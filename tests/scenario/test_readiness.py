"""The readiness report: for each organizer what Graph says, and never more than was read back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.readiness import Line, Readiness, at_a_glance
from guidelines.profile_review import Due
from settings import Settings
from store.encryption import KeyRing
from tests.scenario.stage import Stage
from tools.readiness import as_text, ask, exit_code, main


async def report(stage: Stage, *, employees_only: bool = False) -> Readiness:
    env = {
        **stage.sandbox.env,
        "DATABASE_URL": str(stage.database.url),
        "PUBLIC_URL": "http://localhost:3978",
        "ENCRYPTION_KEYS": KeyRing.new_entry(),
        "SANDBOX": "1",
    }
    return await ask(Settings.from_env(env), employees_only=employees_only, clock=stage.clock)


def of(stage: Stage, found: Readiness, person: str) -> Line:
    oid = stage.sandbox.world.people[person].oid
    return next(line for line in found.lines if line.oid == oid)


async def test_an_organizer_with_a_meeting_is_shown_and_an_employee_without_is_let_in(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=60)
    found = await report(stage)
    mette, jens = of(stage, found, "mette"), of(stage, found, "jens")
    assert (mette.verdict, mette.read_back, mette.coming) == ("held", True, 1)
    assert (jens.verdict, jens.read_back, jens.access_policy) == ("open", None, True)
    assert jens.permission is None  # that a change is allowed is only shown on a meeting
    assert found.nothing_to_mend
    assert not found.all_ready  # of Jens nothing was shown
    assert exit_code(found) == 3
    assert found.meetings == {"held": 1}
    told = as_text(found)
    assert "holdes   ja" in told
    assert "Mette Holm" in told
    assert f"Vist på et kommende møde: 1 af {len(found.lines)} arrangører" in told
    shown = replace(found, lines=(mette,))
    assert shown.all_ready
    assert exit_code(shown) == 0
    assert exit_code(replace(found, lines=())) == 3  # nobody to show it for


@pytest.mark.parametrize(
    ("fault", "reason", "policy", "permission"),
    [
        ("missing_access_policy", "access_policy_missing", False, None),
        ("missing_permission", "permission_missing", None, False),
    ],
)
async def test_what_is_missing_is_named_for_both(
    stage: Stage, fault: str, reason: str, policy: Any, permission: Any
) -> None:
    await stage.meet(in_minutes=60)
    await stage.fault(fault)
    found = await report(stage)
    for person in ("mette", "jens"):
        line = of(stage, found, person)
        assert (line.verdict, line.reason) == ("not_held", reason)
        assert (line.access_policy, line.permission) == (policy, permission)
    assert exit_code(found) == 1
    assert "MANGLER" in as_text(found)


async def test_a_missing_access_policy_answered_with_404_is_still_that(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    stage.sandbox.world.switches["missing_access_policy_status"] = 404
    await stage.fault("missing_access_policy")
    found = await report(stage)
    assert {line.reason for line in found.lines} == {"access_policy_missing"}


async def test_a_switch_that_stays_on_is_not_ready(stage: Stage) -> None:
    await stage.fault("ignored_patch", property="allowRecording")
    await stage.meet(in_minutes=60)
    line = of(stage, await report(stage), "mette")
    assert (line.verdict, line.reason, line.read_back) == ("not_held", "unchanged", False)


async def test_a_guideline_whose_days_are_over_is_not_ready(stage: Stage) -> None:
    found = await report(stage, employees_only=True)
    assert found.nothing_to_mend
    over = replace(found, dates=(Due("valid_to", date(2026, 1, 31), passed=True),))
    assert not over.nothing_to_mend
    assert exit_code(over) == 1
    assert "Retningslinjen er udløbet 2026-01-31." in as_text(over)
    assert at_a_glance(over, stage.clock.now())["guideline"] == [
        {"parameter": "valid_to", "day": "2026-01-31", "passed": True}
    ]
    near = replace(found, dates=(Due("valid_to", date(2026, 12, 31), passed=False),))
    assert near.nothing_to_mend
    assert "Retningslinjen udløber 2026-12-31." in as_text(near)


async def test_no_answer_is_neither_yes_nor_no(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    found = await report(stage)
    assert {line.verdict for line in found.lines} == {"unknown"}
    assert exit_code(found) == 1


async def test_the_list_alone_needs_no_database_and_json_holds_everything(stage: Stage) -> None:
    found = await report(stage, employees_only=True)
    assert len(found.lines) >= 3
    assert {line.verdict for line in found.lines} == {"open"}
    plain = json.loads(json.dumps(at_a_glance(found, stage.clock.now())))
    assert (plain["ready"], plain["nothing_to_mend"]) == (False, True)
    assert plain["organizers"] == {"open": len(found.lines)}
    assert {line["oid"] for line in plain["lines"]} == {line.oid for line in found.lines}


def test_without_settings_and_without_a_sandbox_nobody_can_be_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "make run" in capsys.readouterr().err
