"""Every change of a wish says who, when and why, and is found again under a root (C14)."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import propose
from tests.scenario.wishing import in_town


@pytest.mark.rule("C14")
async def test_a_refusal_says_who_when_and_why(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        before = clock.now()
        await town.ask("phone")
        await propose(town, "history")
        await stage.press("jens", "refuse_agree")
        request = await stage.request()
        assert request["state"] == "not_granted"
        entries = await stage.rows(
            "SELECT kind, actor, at, facts, commitments FROM journal WHERE case_id = :case ORDER BY seq",
            case=request["id"],
        )
        for entry in entries:
            assert entry["actor"]
            assert before <= entry["at"] <= clock.now()
        (decided,) = [entry for entry in entries if entry["kind"] == "decided"]
        assert decided["actor"] == town.oid("jens")
        assert decided["at"] == request["decided_at"]
        assert decided["facts"]["outcome"] == "not_granted"
        assert decided["facts"]["refusal_ground"] == "history"
        assert decided["facts"]["proposed_by"] == town.oid("mette")
        assert {"part.history", "part.conclusion"} <= {
            name.split("/")[1] for name in decided["commitments"]
        }
