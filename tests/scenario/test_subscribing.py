"""What Graph is asked to tell, from the first day within reach to the last: never more, never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from clock import ShiftedClock
from sandbox.subscribing import Subscription
from tests.scenario.graph_tells import at_graph, ours, record, run, states, stop, told_stage
from tests.scenario.stage import WISH, Stage

CREATE = "POST /graph/v1.0/subscriptions"
EVERYTHING = ["call_events", "chat", "recordings"]


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


def kinds(stage: Stage) -> list[str]:
    return sorted(row.kind for row in at_graph(stage))


async def test_a_meeting_far_away_is_subscribed_to_when_it_comes_near(stage: Stage) -> None:
    await stage.meet(in_minutes=21 * 24 * 60)
    assert kinds(stage) == []
    await stage.pass_time(days=19)
    assert kinds(stage) == []
    await stage.pass_time(days=1, minutes=1)
    assert kinds(stage) == EVERYTHING


async def test_it_is_renewed_for_as_long_as_it_is_needed(stage: Stage) -> None:
    await stage.meet(in_minutes=60, recurring=True)
    (row,) = await stage.rows("SELECT id FROM meetings")
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **{**WISH, "meeting": str(row["id"])})
    await stage.pass_time(seconds=5)
    first = {row.id for row in at_graph(stage)}
    assert kinds(stage) == EVERYTHING
    for _ in range(4):
        await stage.pass_time(days=1)
    assert {row.id for row in at_graph(stage)} == first


async def test_it_is_let_go_after_the_meeting(stage: Stage) -> None:
    await run(stage)
    await stage.do("end", "mette", meeting=stage.meeting)
    assert kinds(stage) == EVERYTHING
    await stage.pass_time(hours=3, minutes=2)  # it might have been taken up again until its time
    assert kinds(stage) == []
    assert await ours(stage) == []


async def test_after_a_recording_it_is_kept_a_day(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stop(stage)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=3)
    assert "recordings" in kinds(stage)
    await stage.pass_time(hours=22)
    assert kinds(stage) == []


@pytest.mark.parametrize("how", ["remove_app", "cancel"])
async def test_it_is_let_go_with_the_app_and_with_the_meeting(stage: Stage, how: str) -> None:
    await stage.meet(in_minutes=60)
    await stage.do(how, "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=16)
    await stage.pass_time(minutes=1)
    assert kinds(stage) == []


async def test_a_foreign_organizers_meeting_is_not_asked_about(stage: Stage) -> None:
    await stage.meet(in_minutes=60, foreignOrganizer=True)
    assert kinds(stage) == []
    assert stage.sandbox.world.count("POST", "/subscriptions") == 0


# --- what stands in the way -----------------------------------------------------------------------


async def test_what_may_not_be_told_is_said_and_asked_for_again(stage: Stage) -> None:
    stage.sandbox.world.permissions.discard("OnlineMeetingRecording.Read.All")
    await stage.fault("missing_chat_rsc")
    await stage.meet(in_minutes=12 * 60)
    assert await states(stage) == {
        "call_events": "active",
        "chat": "refused:permission_missing",
        "recordings": "refused:permission_missing",
    }
    stage.sandbox.world.permissions.add("OnlineMeetingRecording.Read.All")
    stage.sandbox.world.faults.clear()
    await stage.pass_time(hours=6, minutes=1)
    assert set((await states(stage)).values()) == {"active"}


@pytest.mark.parametrize("status", [429, 503])
async def test_passing_trouble_is_tried_again(stage: Stage, status: int) -> None:
    if status == 429:
        await stage.fault("throttle", route="/subscriptions", count=None, retryAfter=600)
    else:
        await stage.fault("fail", route="/subscriptions", count=None, status=status)
    await stage.meet(in_minutes=60)
    assert kinds(stage) == []
    stage.sandbox.world.faults.clear()
    for _ in range(6):
        await stage.pass_time(seconds=20)
    assert kinds(stage) == EVERYTHING
    assert set((await states(stage)).values()) == {"active"}


@pytest.mark.parametrize("status", [409, 403])
async def test_a_lost_answer_leaves_one_subscription_and_no_more(stage: Stage, status: int) -> None:
    stage.sandbox.world.switches["second_subscription_status"] = status
    await stage.fault("fail_after_work", route=CREATE, count=2, status=502)
    await stage.meet(in_minutes=60)
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert kinds(stage) == EVERYTHING
    known = {row["graph_id"] for row in await ours(stage)}
    assert {row.id for row in at_graph(stage)} == known


async def test_an_address_that_graph_cannot_reach(database_url: str, clock: ShiftedClock) -> None:
    nowhere = "https://localhost:1"
    async with told_stage(database_url, clock, "chat", CALLBACK_URL=nowhere) as stage:
        await stage.meet(in_minutes=60)
        assert await states(stage) == {"chat": "refused:not_validated"}


async def test_subscriptions_of_nobody_are_removed_and_lost_ones_made_again(stage: Stage) -> None:
    await stage.meet(in_minutes=12 * 60)
    book = stage.sandbox.notifier.book
    known = at_graph(stage, "chat")[0]
    stranger = Subscription(**{**vars(known), "id": "stranger"})
    book.rows["stranger"] = stranger
    await stage.pass_time(minutes=16)
    assert "stranger" in book.rows  # it may be one that is just being made
    del book.rows[known.id]
    await stage.pass_time(minutes=16)
    await stage.pass_time(seconds=10)
    assert "stranger" not in book.rows
    assert kinds(stage) == EVERYTHING
    assert known.id not in book.rows


# --- more meetings than Graph tells of -----------------------------------------------------------


async def another(stage: Stage, hours: float) -> Any:
    await stage.meet(in_minutes=hours * 60)
    return stage.sandbox.world.meetings[stage.meeting].chat.id


async def test_above_the_ceiling_the_nearest_meetings_are_told_of(
    database_url: str, clock: ShiftedClock
) -> None:
    async with told_stage(database_url, clock, "chat", SUBSCRIPTION_CEILING="1") as stage:
        far = await another(stage, 10)
        assert [row.chat.id for row in at_graph(stage)] == [far]
        near = await another(stage, 2)
        await stage.pass_time(seconds=11)
        assert [row.chat.id for row in at_graph(stage)] == [near]
        furthest = await another(stage, 20)
        await stage.pass_time(seconds=11)
        assert [row.chat.id for row in at_graph(stage)] == [near]
        assert sorted(r["state"] for r in await ours(stage)) == ["active", "waiting", "waiting"]
        ready = await told_of(stage)
        assert ready == {"chat": {"told": 1, "looked_at": 2}}
        assert furthest not in str(ready)
        stage.calm()


async def test_a_quota_that_others_have_used_up_is_waited_out(
    database_url: str, clock: ShiftedClock
) -> None:
    async with told_stage(database_url, clock, "chat") as stage:
        stage.sandbox.world.switches["subscription_quota"] = 0
        await stage.meet(in_minutes=12 * 60)
        assert await states(stage) == {"chat": "waiting:quota"}
        stage.sandbox.world.switches["subscription_quota"] = 10
        await stage.pass_time(minutes=31)
        assert await states(stage) == {"chat": "active"}


async def told_of(stage: Stage) -> Any:
    async with aiohttp.ClientSession() as session, session.get(stage.base + "/readyz") as answer:
        return (await answer.json()).get("watch")


# --- keys -----------------------------------------------------------------------------------------


async def test_a_new_key_comes_in_use_while_the_old_one_still_opens(stage: Stage) -> None:
    await stage.meet(in_minutes=30)
    (old,) = await stage.rows("SELECT id, sealed FROM notification_keys")
    assert b"PRIVATE" not in bytes(old["sealed"])
    earlier, first = stage.meeting, at_graph(stage, "call_events")[0]
    await stage.rows(
        "UPDATE notification_keys SET created_at = created_at - interval '181 days' RETURNING id"
    )
    await stage.meet(in_minutes=600)
    assert len(await stage.rows("SELECT id FROM notification_keys")) == 2
    assert first.body["encryptionCertificateId"] == str(old["id"])
    await stage.fault("lost_start_event")
    await stage.do("start", "mette", meeting=earlier)
    (occurrence,) = await stage.rows("SELECT noticed_by FROM occurrences")
    assert occurrence["noticed_by"] == "call_event"
