"""A meeting whose chat does not take it is told of all that holds, whoever comes and however often (B20)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from clock import ShiftedClock
from store.tables import Informed, Occurrence
from tests.scenario.gate import Gate
from tests.scenario.refusals import OTHERS, propose
from tests.scenario.stage import Stage
from tests.scenario.test_ambiguous import tap
from tests.scenario.test_fourth import town
from tests.scenario.test_meetings import announcements
from tests.scenario.test_own_recording import granted
from tests.scenario.wishing import Town, in_town
from tests.scenario.without_chat import (
    POST,
    announced,
    begin,
    begun_again,
    closed,
    grades,
    notices,
    reading,
    ready,
    tellings,
    troubled,
    voice_of,
    voiced_stage,
)


@pytest.fixture(scope="module")
def voiced() -> dict[str, str]:
    return voice_of("frederiksberg")


@pytest.fixture
async def stage(
    database_url: str, clock: ShiftedClock, voiced: dict[str, str]
) -> AsyncIterator[Stage]:
    async with voiced_stage(database_url, clock, voiced) as made:
        yield made


async def begun(stage: Stage) -> list[Any]:
    """The meeting begins with its chat closed; what it was told in."""
    await closed(stage)
    await stage.start("ole")
    await stage.pass_time(seconds=21)
    return [how for _, _, how in await tellings(stage)]


async def own_part(here: Town) -> None:
    """Ole may record what is about himself."""
    await here.ask("virtual")
    await propose(here, "others_affairs", **OTHERS, partial="true")
    await here.stage.press("jens", "refuse_agree")


async def both(here: Town) -> None:
    """Ole may record, and the municipality records too."""
    await granted(here, "virtual")


async def pictures(here: Town) -> None:
    """Mette has said yes to video too."""
    await here.tell(await here.where("virtual", in_minutes=5), wants_video="true")
    await here.stage.press("mette", "video_accept")


MORE = {"own_part": ("albertslund", own_part), "both": ("nyborg", both), "video": ("silkeborg", pictures)}  # fmt: skip


@pytest.mark.rule("B20")
@pytest.mark.parametrize("more", MORE)
async def test_nobody_is_shown_less_than_holds(
    more: str, database_url: str, clock: ShiftedClock
) -> None:
    """The page says that sound is recorded: who saw it was not told of what else there is."""
    name, grant = MORE[more]
    async with in_town(town(name) if name == "silkeborg" else name, database_url, clock) as here:
        await grant(here)
        assert await begun(here.stage) == []
        assert notices(here.stage, "ole") == []
        rows = await here.stage.rows("SELECT grade FROM informed")
        assert {row["grade"] for row in rows} == {"none"}
        tasks = await here.stage.rows("SELECT done_at FROM tasks WHERE kind = 'read_aloud'")
        assert [task["done_at"] for task in tasks] == [None]


@pytest.mark.rule("B20")
async def test_a_chat_that_is_put_off_for_minutes_is_not_waited_for(stage: Stage) -> None:
    """Whoever looks around has it tried anew every time, so no number of tries is ever reached."""
    await ready(stage, phone=True)
    await stage.fault("fail", route=POST, chat=stage.chat, count=None, status=429)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=5, times=10)
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert len(await stage.rows("SELECT 1 FROM calls")) == 1
    assert await reading(stage) == [False]
    assert [notices(stage, p) for p in ("mette", "ole")] == [["/notice/alone"]] * 2
    assert announcements(stage) == 0
    stage.sandbox.world.faults.clear()
    await troubled(stage, seconds=60, times=5)
    assert announcements(stage) == 1  # it was tried on
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert [len(notices(stage, p)) for p in ("mette", "ole")] == [1, 1]
    assert await announced(stage) == 1


@pytest.mark.rule("B20")
async def test_who_is_seen_while_the_others_are_notified_is_told_too(stage: Stage) -> None:
    """The look left it to the other ways again, for somebody it saw; meanwhile the meeting was told."""
    await ready(stage)
    await closed(stage)
    stage.sandbox.world.switches["participant_events"] = False
    await begin(stage, "ole")
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    await stage.sandbox.do("join", as_="nadia", meeting=stage.meeting, person="nadia")
    await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="nadia")
    nadia = stage.sandbox.world.people["nadia"]
    async with stage.database.unit() as unit:
        occurrence = (await unit.session.scalars(select(Occurrence.id))).one()
        row = Informed(
            id=uuid4(), occurrence_id=occurrence, mri=nadia.mri, oid=nadia.oid, kind="member",
            person_key=unit.person_key(f"{occurrence}:{nadia.oid}"), grade="none", channel="",
            evidence="", created_at=unit.now,
        )  # fmt: skip
        unit.session.add(row)
    await begun_again(stage, "other_ways")
    assert (await grades(stage))["nadia"] == ("accepted", "in_meeting")
    await troubled(stage, seconds=21, times=2)
    assert [notices(stage, p) for p in ("mette", "ole", "nadia")] == [["/notice/alone"]] * 3
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]


async def test_what_is_read_aloud_while_the_card_is_posted_is_one_telling(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chat is open again, and the employee says that she has read just while the card is taken."""
    await ready(stage)
    await closed(stage, notified=False)
    await begin(stage, "ole")
    assert await tellings(stage) == []
    stage.sandbox.world.faults.clear()
    gate = Gate()
    gate.put_up(monkeypatch)
    gate.shut("after", POST)
    await stage.rows("UPDATE effects SET done_at = NULL WHERE kind = 'announce' RETURNING id")
    working = asyncio.create_task(stage.engine.drain())
    await gate.wait()
    await tap(stage, "mette", "read_aloud")
    assert await tellings(stage) == [(1, "recorded", "voice")]
    gate.open()
    await working
    await troubled(stage)
    assert announcements(stage) == 1
    assert await tellings(stage) == [(1, "recorded", "voice")]
    assert set((await grades(stage)).values()) == {("confirmed", "read_aloud")}
    assert await announced(stage) == 1


@pytest.mark.rule("B20")
@pytest.mark.parametrize("more", MORE)
async def test_who_comes_late_is_told_no_less_because_their_card_failed_at_first(
    more: str, database_url: str, clock: ShiftedClock
) -> None:
    """The page says less than holds: without the card nobody counts as told, and the card comes once."""
    name, grant = MORE[more]
    async with in_town(town(name) if name == "silkeborg" else name, database_url, clock) as here:
        stage = here.stage
        await grant(here)
        await stage.start("ole")
        before = len(stage.messages(stage.chat))
        await stage.fault("fail", route=POST, chat=stage.chat, count=None, status=429)
        await stage.sandbox.do("join", as_="jens", meeting=stage.meeting, person="jens")
        await troubled(stage)
        assert stage.sandbox.world.faults.struck["fail"] >= 1
        assert (await grades(stage)).get("jens", ("none", ""))[0] == "none"
        stage.sandbox.world.faults.clear()
        await troubled(stage, seconds=20, times=4)
        assert (await grades(stage))["jens"] == ("accepted", "in_meeting")
        assert len(stage.messages(stage.chat)) == before + 1
        assert len(notices(stage, "jens")) == 1
