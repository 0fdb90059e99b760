"""Who comes in the moments after the announcement was posted has not seen it, whatever is read then (B20)."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from microsoft365.meetings import Meetings
from sandbox import activities
from sandbox.chats import stamp
from sandbox.world import Message
from tests.scenario.stage import Stage, words
from tests.scenario.test_meetings import grant_a_wish


def hold_at_roster(stage: Stage, monkeypatch: pytest.MonkeyPatch, happens: Any) -> list[str]:
    """``happens`` once: after the card was posted and before who is there has been read."""
    request, held = aiohttp.ClientSession._request, []

    async def held_up(session: Any, method: str, url: Any, **more: Any) -> Any:
        if cards(stage) and not held and method == "GET" and "/pagedmembers" in str(url):
            held.append(str(url))
            await happens()
        return await request(session, method, url, **more)

    monkeypatch.setattr(aiohttp.ClientSession, "_request", held_up)
    return held


async def come(stage: Stage) -> None:
    await stage.sandbox.do("join", as_="amal", meeting=stage.meeting, person="amal")
    if stage.sandbox.world.meetings[stage.meeting].in_call.get("amal"):
        await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="amal")


async def evidence_of_amal(stage: Stage) -> list[str]:
    rows = await stage.rows(
        "SELECT e.evidence FROM evidence e JOIN informed i ON i.id = e.informed_id"
        " WHERE i.kind = 'anonymous' AND e.channel = 'chat'"
    )
    return [row["evidence"] for row in rows]


def cards(stage: Stage) -> list[Message]:
    """The announcement, to all and to who came late; not the status card."""
    told = [m for m in stage.messages(stage.chat) if "Ole Madsen" in words(m.card)]
    return [m for m in told if "want_to_record" not in words(m.card)]


@pytest.mark.rule("B20")
async def test_who_comes_just_after_the_card_is_told_late(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.meet(in_minutes=1, people=["mette", "ole"])
    await grant_a_wish(stage)
    held = hold_at_roster(stage, monkeypatch, lambda: come(stage))
    await stage.start("ole")
    assert held
    first, late = cards(stage)
    assert first.id != late.id
    assert await evidence_of_amal(stage) == [f"post:{late.id}"]


@pytest.mark.rule("B20")
async def test_they_are_told_late_also_when_teams_tells_of_them_after_they_were_seen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.meet(in_minutes=1, people=["mette", "ole"])
    await grant_a_wish(stage)
    door = stage.sandbox.teams.door
    deliver, kept = door.deliver, []

    async def keep(activity: dict[str, Any]) -> Any:
        kept.append(activity)

    async def come_unheard() -> None:
        monkeypatch.setattr(door, "deliver", keep)
        await come(stage)
        monkeypatch.setattr(door, "deliver", deliver)

    hold_at_roster(stage, monkeypatch, come_unheard)
    await stage.start("ole")
    (first,) = cards(stage)
    assert await evidence_of_amal(stage) == [f"post:{first.id}"]
    assert kept
    for activity in kept * 2:  # Teams tells it twice, and once is enough
        await deliver(activity)
    await stage.settle()
    _, late = cards(stage)
    assert (await evidence_of_amal(stage))[-1] == f"post:{late.id}"


@pytest.mark.rule("B20")
async def test_a_look_that_saw_a_call_which_has_ended_since_begins_no_second_meeting(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock asks who is there; while Teams answers, the late beginning and the end are told."""
    await stage.meet(in_minutes=1, people=["mette", "ole"])
    await grant_a_wish(stage)
    await stage.fault("lost_start_event", count=1)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    started = stage.sandbox.world.now()
    ask, seen = Meetings.in_meeting, []

    async def answered_late(meetings: Meetings, *whom: str) -> bool | None:
        there = await ask(meetings, *whom)
        if there and not seen:
            seen.append(whom)
            activity = activities.start_or_end(
                stage.sandbox.world, stage.sandbox.world.meetings[stage.meeting], start=True
            )
            activity["value"]["StartTime"] = activity["timestamp"] = stamp(started)
            assert (await stage.sandbox.door.deliver(activity)).ok
            await stage.sandbox.do("end", as_="mette", meeting=stage.meeting)
        return there

    monkeypatch.setattr(Meetings, "in_meeting", answered_late)
    await stage.pass_time(minutes=2)
    assert seen
    (only,) = await stage.rows("SELECT ended_at FROM occurrences")
    assert only["ended_at"] is not None
