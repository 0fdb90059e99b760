"""Who was there when the meeting was told is found out after it, and counts for what was told then (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text

from bots.messenger import ChatMessenger
from clock import ShiftedClock
from microsoft365.meetings import Meetings
from store.urgency import of_kind
from tests.scenario.stage import Stage
from tests.scenario.test_breaks import pause, recorded, told
from tests.scenario.test_just_after import hold_at_roster
from tests.scenario.wishing import Town, in_town

HOW_IT_ENDED = (
    "SELECT kind, outcome FROM effects WHERE kind IN ('announce', 'roll_call') ORDER BY kind"
)


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def seen_cards(stage: Stage) -> list[str]:
    """The cards that people are entered as having seen."""
    rows = await stage.rows("SELECT DISTINCT evidence FROM evidence WHERE channel = 'chat'")
    return [row["evidence"] for row in rows]


def test_the_next_meeting_is_told_before_this_one_is_asked_who_is_there() -> None:
    assert of_kind("announce") < of_kind("roll_call") <= of_kind("tell_late")


@pytest.mark.rule("B20", "C12")
async def test_nobody_is_entered_as_told_what_had_been_changed_before_it_was_known_who_was_there(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = town.stage

    async def break_begins() -> None:
        await pause(town)

    held = hold_at_roster(stage, monkeypatch, break_begins)
    await recorded(town)
    assert held
    assert told(stage) == ["records", "pause"]
    (only,) = await seen_cards(stage)
    assert only == f"post:{stage.messages(stage.chat)[-1].id}"
    ended = {row["kind"]: row["outcome"] for row in await stage.rows(HOW_IT_ENDED)}
    assert ended == {"announce": "announced", "roll_call": "called"}


@pytest.mark.rule("B20")
async def test_a_notification_that_was_overtaken_is_nobodys_evidence(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A break begins while Teams takes the notification of the recording: who got it knows of no break."""
    stage = town.stage
    notify = Meetings.notify
    begun: list[str] = []

    async def overtaken(meetings: Meetings, *where: Any, **what: Any) -> Any:
        answer = await notify(meetings, *where, **what)
        if not begun:
            begun.append("break")
            await pause(town)
        return answer

    monkeypatch.setattr(Meetings, "notify", overtaken)
    await recorded(town)
    assert begun
    rows = await stage.rows("SELECT channel FROM evidence WHERE channel = 'in_meeting'")
    assert rows == []


@pytest.mark.rule("B20")
async def test_the_roll_is_called_also_when_it_was_read_aloud_while_the_card_was_posted(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The employee was quicker: that is a telling of its own, and whoever is there is still looked for."""
    stage = town.stage
    posted = ChatMessenger.post
    read: list[str] = []

    async def slowly(messenger: ChatMessenger, *where: Any, **what: Any) -> Any:
        answer = await posted(messenger, *where, **what)
        if what["alert"] and not read:
            read.append("aloud")
            async with stage.database.unit() as unit:
                await unit.session.execute(text("UPDATE occurrences SET tellings = tellings + 1"))
        return answer

    monkeypatch.setattr(ChatMessenger, "post", slowly)
    await recorded(town)
    assert read
    ended = {row["kind"]: row["outcome"] for row in await stage.rows(HOW_IT_ENDED)}
    assert ended == {"announce": "announced", "roll_call": "called"}
    (only,) = await seen_cards(stage)
    assert only.startswith("post:")
