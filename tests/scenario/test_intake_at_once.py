"""What comes in several times at the same moment is one thing."""

from __future__ import annotations

import asyncio
from typing import Any

from sandbox import activities
from tests.scenario.stage import Stage, verdicts
from tests.scenario.test_intake import _press, _register


async def _at_once(stage: Stage, *told: dict[str, Any]) -> list[int]:
    """Deliver all at the same moment, without the ids that would show a double."""
    bare = [{k: v for k, v in one.items() if k != "id"} for one in told]
    replies = await asyncio.gather(*(stage.sandbox.door.send(one) for one in bare))
    await stage.settle()
    return [reply.status for reply in replies]


async def test_installs_that_come_at_once_make_one_meeting(stage: Stage) -> None:
    await stage.meet(install=False)
    world = stage.sandbox.world
    place = world.chats[stage.chat]
    place.installed = True
    told = activities.installation(world, place, world.people["mette"], added=True)
    added = activities.members(world, place, world.people["mette"], [None], added=True)
    assert await _at_once(stage, told, added, told, added) == [200] * 4
    assert len(await stage.rows("SELECT 1 FROM meetings")) == 1


async def test_a_person_who_installs_twice_at_once_has_one_chat(stage: Stage) -> None:
    world = stage.sandbox.world
    place = world.personal_chat("ahmed")
    place.installed = True
    told = activities.installation(world, place, world.people["ahmed"], added=True)
    assert await _at_once(stage, *(told for _ in range(4))) == [200] * 4
    found = await stage.rows("SELECT 1 FROM chats WHERE oid = :o", o=world.people["ahmed"].oid)
    assert len(found) == 1


async def test_a_wish_pressed_twice_at_once_is_one(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    press = _press(stage, stage.chat, "ole", "want_to_record", {})
    assert await _at_once(stage, press, press, press) == [200] * 3
    assert len(await stage.rows("SELECT 1 FROM contact_wishes")) == 1


async def test_somebody_who_comes_in_two_ways_at_once_is_told_of_once(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole"])
    await _register(stage)
    await stage.press("jens", "grant", **verdicts())
    await stage.start()
    world = stage.sandbox.world
    meeting = world.meetings[stage.meeting]
    meeting.in_call["ole"] = False
    joined = activities.participant(world, meeting, world.people["ole"], joined=True)
    listed = activities.members(
        world, meeting.chat, world.people["ole"], [world.people["ole"]], added=True
    )
    assert await _at_once(stage, joined, listed, joined, listed) == [200] * 4
    oles = "SELECT 1 FROM informed WHERE oid = :o"
    assert len(await stage.rows(oles, o=world.people["ole"].oid)) == 1
