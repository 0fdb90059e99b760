"""Keys of what Graph tells encrypted: replaced without a gap, and one that is gone loses no signal."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from casework import effects
from clock import ShiftedClock
from store import find
from tests.scenario.graph_tells import at_graph, incidents, outcomes, run, told_stage
from tests.scenario.stage import WISH, Stage

OLDER = "UPDATE notification_keys SET created_at = created_at - interval '181 days' RETURNING id"
GONE = {
    "removed": "DELETE FROM notification_keys RETURNING id",
    "sealed for a key of ours that is gone": (
        "UPDATE notification_keys SET sealed = decode('00', 'hex') RETURNING id"
    ),
}


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        made.sandbox.world.switches["call_state_events"] = True
        yield made
        made.calm()


async def keys(stage: Stage) -> list[str]:
    """The ids of the keys, oldest first."""
    rows = await stage.rows("SELECT id FROM notification_keys ORDER BY created_at")
    return [str(row["id"]) for row in rows]


def key_of(stage: Stage, meeting: str) -> str:
    """The key that the meeting's call events are encrypted for."""
    (row,) = [r for r in at_graph(stage, "call_events") if r.meeting.id == meeting]
    return str(row.body["encryptionCertificateId"])


async def a_new_key(stage: Stage) -> None:
    """Half a year later, for the first meeting that is subscribed to then."""
    mine, chat = stage.meeting, stage.chat
    await stage.rows(OLDER)
    await stage.meet(in_minutes=600)
    stage.meeting, stage.chat = mine, chat


async def look_again(stage: Stage) -> None:
    """The meeting's subscriptions are looked at, as they are daily and when its call ends."""
    async with stage.database.unit() as unit:
        meeting = await find.meeting_by_chat(unit.session, stage.chat)
        assert meeting is not None
        await effects.subscribe(unit, meeting.id)
    await stage.settle()


async def test_a_replaced_key_opens_until_its_subscriptions_are_renewed_and_is_then_forgotten(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=60, recurring=True)
    (row,) = await stage.rows("SELECT id FROM meetings")
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **{**WISH, "meeting": str(row["id"])})
    await a_new_key(stage)
    old, new = await keys(stage)
    assert key_of(stage, stage.meeting) == old
    await stage.pass_time(days=2)
    await stage.pass_time(seconds=6)
    assert key_of(stage, stage.meeting) == new
    assert old in await keys(stage)  # what is underway can still be opened
    for _ in range(8):
        await stage.pass_time(days=1)
    assert old not in await keys(stage)
    assert key_of(stage, stage.meeting) in await keys(stage)


async def test_a_call_that_runs_keeps_its_key_until_it_is_over(stage: Stage) -> None:
    """A new subscription would tell nothing of a call that began before it (teams-platform 5.1)."""
    await run(stage)
    await a_new_key(stage)
    old, new = await keys(stage)
    await look_again(stage)
    assert key_of(stage, stage.meeting) == old
    await stage.fault("missing_chat_rsc")
    await stage.fault("lost_notification", kind="chat")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    assert [row["noticed_by"] for row in await incidents(stage)] == ["call_event"]
    stage.sandbox.world.faults.clear()
    await stage.do("stop_record", "mette", meeting=stage.meeting)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=6)
    assert key_of(stage, stage.meeting) == new


@pytest.mark.parametrize("how", GONE)
async def test_a_key_that_is_gone_is_replaced_and_no_signal_is_lost(stage: Stage, how: str) -> None:
    await run(stage)
    (old,) = await keys(stage)
    await stage.rows(GONE[how])
    await stage.fault("lost_notification", kind="chat")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    assert (await outcomes(stage, "call_events"))["unknown_certificate"] == 1
    assert [row["noticed_by"] for row in await incidents(stage)] == ["chat_message"]
    await stage.pass_time(seconds=6)
    assert key_of(stage, stage.meeting) != old
    assert key_of(stage, stage.meeting) in await keys(stage)


async def test_a_key_that_is_gone_is_noticed_before_anything_is_told(stage: Stage) -> None:
    await stage.meet(in_minutes=600)
    (old,) = await keys(stage)
    await stage.rows(GONE["removed"])
    await stage.pass_time(minutes=16)
    await stage.pass_time(seconds=6)
    assert key_of(stage, stage.meeting) != old
    assert "unknown_certificate" not in await outcomes(stage)
