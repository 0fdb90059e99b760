"""The chat does not take the announcement: the other ways are tried, each with its own evidence (B20)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta

import aiohttp
import pytest

from casework.meeting import calls
from casework.ports import NotReachable
from clock import ShiftedClock
from microsoft365.errors import MicrosoftError
from tests.scenario.stage import UNHURRIED, Stage, raise_curtain
from tests.scenario.test_meetings import announcements, grant_a_wish
from tests.scenario.test_reaching import exhaust
from tests.scenario.without_chat import (
    POST,
    account,
    announced,
    begin,
    begun_again,
    closed,
    evidence,
    grades,
    heard,
    notices,
    reading,
    ready,
    tellings,
    troubled,
    voice_of,
    voiced_stage,
)

SECOND = {"citizen_name": "Amal Said", "contact": "amal@borger.example"}


@pytest.fixture(scope="module")
def voiced() -> dict[str, str]:
    return voice_of("frederiksberg")


@pytest.fixture
async def stage(
    database_url: str, clock: ShiftedClock, voiced: dict[str, str]
) -> AsyncIterator[Stage]:
    async with voiced_stage(database_url, clock, voiced) as made:
        yield made


# --- in the meeting -------------------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_each_person_is_told_in_the_meeting_and_the_employee_is_asked_as_before(
    stage: Stage,
) -> None:
    await ready(stage)
    await closed(stage)
    await begin(stage, "ole")
    assert announcements(stage) == 0
    assert await grades(stage) == dict.fromkeys(("mette", "ole"), ("accepted", "in_meeting"))
    assert [notices(stage, p) for p in ("mette", "ole")] == [["/notice/alone"]] * 2
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert await announced(stage) == 1
    assert await reading(stage) == [False]
    assert stage.has_card(stage.personal("mette"), "Alle, vi kender til i mødet, er oplyst")
    page = await account(stage)
    assert "Sendt til hver enkelt i mødet" in page
    assert "Spørg den, der leder mødet" in page
    assert "Se mødets chat" not in page
    async with aiohttp.ClientSession() as web, web.get(f"{stage.base}/notice/alone") as answer:
        assert "Se mødets chat" not in await answer.text()
    await stage.join("nadia")
    await troubled(stage, seconds=21, times=2)
    assert (await grades(stage))["nadia"] == ("accepted", "in_meeting")
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert [notices(stage, p) for p in ("mette", "ole", "nadia")] == [["/notice/alone"]] * 3


async def test_nobody_knows_whether_the_chat_was_told_twice(stage: Stage) -> None:
    await ready(stage)
    await stage.fault("fail_after_work", route=POST, chat=stage.chat, count=None)
    await begin(stage, "ole")
    await troubled(stage, seconds=10, times=6)
    assert announcements(stage) == 2
    assert await grades(stage) == dict.fromkeys(("mette", "ole"), ("accepted", "in_meeting"))
    assert await announced(stage) == 1
    assert [len(notices(stage, p)) for p in ("mette", "ole")] == [1, 1]


async def test_every_try_has_failed(stage: Stage) -> None:
    await ready(stage)
    await stage.fault("fail", route=POST, chat=stage.chat, count=None, status=429)
    await begin(stage, "ole")
    assert await announced(stage) == 0
    with suppress(MicrosoftError):
        await exhaust(stage, "announce")
    await troubled(stage)
    assert (await grades(stage))["ole"] == ("accepted", "in_meeting")
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]


async def test_a_wish_taken_back_is_told_in_the_meeting_too(stage: Stage) -> None:
    await ready(stage)
    await stage.start("ole")
    await closed(stage)
    await stage.press("mette", "withdraw")
    assert [notices(stage, p)[-1] for p in ("mette", "ole")] == ["/notice/revoked/alone"] * 2
    assert await tellings(stage) == [(1, "recorded", "chat"), (2, "revoked", "in_meeting")]
    assert (await grades(stage))["ole"] == ("accepted", "in_meeting")


async def test_who_comes_when_nobody_could_be_told_is_told(stage: Stage) -> None:
    """Teams takes no notification when the meeting begins; later it does, and somebody has come."""
    await ready(stage)
    await closed(stage, notified=False)
    stage.sandbox.world.switches["participant_events"] = False
    await begin(stage)
    assert await announced(stage) == 0
    stage.sandbox.world.faults.clear()
    await closed(stage)
    await stage.join("nadia")
    await troubled(stage, seconds=21, times=2)
    assert (await grades(stage))["nadia"] == ("accepted", "in_meeting")
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]


# --- aloud ----------------------------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_the_voice_alone_tells_who_hears_it_to_its_end(stage: Stage) -> None:
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    assert (await stage.rows("SELECT state FROM spoken"))[0]["state"] == "playing"
    assert await announced(stage) == 0  # nobody has heard it yet
    assert await tellings(stage) == []
    await stage.join("amal")  # while it is said
    await troubled(stage, seconds=60)
    assert await tellings(stage) == [(1, "recorded", "spoken")]
    assert await announced(stage) == 1
    told = await grades(stage)
    assert [told[p] for p in ("ole", "caller")] == [("prompt_completed", "spoken")] * 2
    assert told["anonymous"] == ("none", "")
    assert await reading(stage) == [False]
    await troubled(stage, seconds=10)
    await troubled(stage, seconds=60)
    assert heard(stage, "amal") == 1
    assert {grade for grade, _ in (await grades(stage)).values()} == {"prompt_completed"}
    assert await tellings(stage) == [(1, "recorded", "spoken")]
    assert await reading(stage) == [True]
    page = await account(stage)
    assert "Sagt højt af Lydhør" in page
    assert "Der bliver optaget lyd i mødet i dag. Det er en eller flere af jer" in page
    assert "Spørg den, der leder mødet" not in page


async def test_a_prompt_that_nobody_heard_is_no_telling(stage: Stage) -> None:
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage)
    await troubled(stage, seconds=6)
    for held in (True, False):
        await stage.do("hold", "mette", meeting=stage.meeting, person="mette", held=held)
        await troubled(stage, seconds=2)
    await troubled(stage, seconds=56)
    assert [r["state"] for r in await stage.rows("SELECT state FROM spoken")] == ["completed"]
    assert await tellings(stage) == []
    await troubled(stage, seconds=10)
    await troubled(stage, seconds=60)
    assert await tellings(stage) == [(1, "recorded", "spoken")]
    assert (await grades(stage))["mette"] == ("prompt_completed", "spoken")


async def test_what_was_said_of_something_else_is_said_anew(stage: Stage) -> None:
    """Amal is allowed to record while it is said of Ole: who heard that has not heard of both."""
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole")
    await troubled(stage, seconds=6)
    await grant_a_wish(stage, **SECOND)
    await troubled(stage, seconds=60)
    assert await tellings(stage) == []
    await troubled(stage, seconds=10)
    await troubled(stage, seconds=60)
    assert await tellings(stage) == [(1, "recorded", "spoken")]
    assert len(await stage.rows("SELECT 1 FROM spoken")) == 2
    assert await announced(stage) == 2  # of each wish once


async def test_what_the_chat_was_told_of_both_was_not_said_of_one(stage: Stage) -> None:
    """The chat takes the second announcement while the first is still being said."""
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    stage.sandbox.world.faults.clear()
    await grant_a_wish(stage, **SECOND)
    assert await tellings(stage) == [(1, "recorded", "chat")]
    first = (await stage.rows("SELECT id, state FROM spoken"))[0]
    assert first["state"] == "playing"
    await troubled(stage, seconds=60)
    assert f"prompt:{first['id']}" not in str(await stage.rows("SELECT evidence FROM evidence"))
    await troubled(stage, seconds=10)
    await troubled(stage, seconds=60)
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")


async def test_what_is_taken_back_while_it_is_said_was_told_to_nobody(stage: Stage) -> None:
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole")
    await troubled(stage, seconds=6)
    await stage.press("mette", "withdraw")
    await troubled(stage, seconds=70, times=2)
    assert await tellings(stage) == []
    assert len(await stage.rows("SELECT 1 FROM spoken")) == 1


# --- both, and the app is put in again ------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_who_was_told_is_not_told_again_when_the_app_is_put_in_again(stage: Stage) -> None:
    await ready(stage, phone=True)
    await closed(stage)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    await troubled(stage, seconds=60)
    told = await grades(stage)
    assert told["caller"] == told["ole"] == ("prompt_completed", "spoken")
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    before = await evidence(stage)
    stage.sandbox.world.faults.clear()
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await troubled(stage, seconds=30, times=4)
    assert announcements(stage) == 1  # for whoever looks there later
    assert [len(notices(stage, p)) for p in ("mette", "ole")] == [1, 1]
    assert [heard(stage, p) for p in ("mette", "ole", "bent")] == [1, 1, 1]
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    assert await grades(stage) == told
    assert await evidence(stage) == before
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert await announced(stage) == 1


async def test_the_chat_takes_it_while_it_is_said(stage: Stage) -> None:
    """What is being said is of the same telling, and counts for who hears it to its end."""
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    stage.sandbox.world.faults.clear()
    await stage.do("install_app", "mette", meeting=stage.meeting)
    assert await tellings(stage) == [(1, "recorded", "chat")]
    await troubled(stage, seconds=60)
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    assert await announced(stage) == 1


async def test_what_was_heard_and_not_counted_yet_is_not_said_again(stage: Stage) -> None:
    """The chat takes it just when the prompt has ended, before it was looked who had heard it."""
    await ready(stage, phone=True)
    await closed(stage, notified=False)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    stage.clock.advance(timedelta(seconds=60))
    await stage.sandbox.do("advance", seconds=60)
    await stage.sandbox.teams.release_due()
    assert [r["state"] for r in await stage.rows("SELECT state FROM spoken")] == ["completed"]
    occurrence = (await stage.rows("SELECT id FROM occurrences"))[0]["id"]
    async with stage.database.unit() as unit:
        call = await calls.live_call(unit.session, occurrence)
        assert call is not None
        await calls.speak_at(unit, call, unit.now - timedelta(seconds=5))
    await stage.settle()
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")
    await troubled(stage, seconds=60)
    assert stage.sandbox.world.count("POST", "playPrompt") == 1


async def test_a_call_refused_without_the_app_is_made_when_it_is_back(stage: Stage) -> None:
    """Teams took the app out and told nobody: that is nobody's no."""
    await ready(stage, phone=True)
    chat = stage.sandbox.world.chat(stage.chat)
    assert chat is not None
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="bent", meeting=stage.meeting, person="bent")
    await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="bent")
    chat.installed = False
    await troubled(stage)
    assert [r["state"] for r in await stage.rows("SELECT state FROM calls")] == ["denied"]
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await troubled(stage, seconds=6)
    await troubled(stage, seconds=60)
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")


# --- once, whatever breaks ------------------------------------------------------------------------


async def test_what_was_carried_out_and_not_noted_is_entered_once(stage: Stage) -> None:
    await ready(stage, phone=True)
    await closed(stage)
    await begin(stage, "ole", "bent")
    await begun_again(stage, "announce")
    await begun_again(stage, "other_ways")
    await troubled(stage, seconds=6)
    await begun_again(stage, "other_ways")
    await troubled(stage, seconds=60)
    for kind in ("call_count", "other_ways", "announce"):
        await begun_again(stage, kind)
    await troubled(stage, seconds=60)
    assert [len(notices(stage, p)) for p in ("mette", "ole")] == [1, 1]
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert await announced(stage) == 1
    entered = await evidence(stage)
    assert len(entered) == len(set(entered))


async def test_a_notification_whose_answer_is_lost_is_no_evidence_and_the_voice_is(
    stage: Stage,
) -> None:
    await ready(stage)
    await closed(stage)
    await stage.fault("lost_answer", route="notification", count=2)
    await begin(stage, "ole")
    assert await announced(stage) == 0
    assert {grade for grade, _ in (await grades(stage)).values()} == {"none"}
    await troubled(stage, seconds=6)
    await troubled(stage, seconds=60)
    told = await grades(stage)
    assert told == dict.fromkeys(("mette", "ole"), ("prompt_completed", "spoken"))
    assert await tellings(stage) == [(1, "recorded", "spoken")]
    assert [len(notices(stage, p)) for p in ("mette", "ole")] == [2, 2]  # sent once more


async def test_the_voice_does_not_wait_for_a_notification_that_is_not_taken(stage: Stage) -> None:
    await ready(stage)
    await closed(stage)
    await stage.fault("fail", route="notification", count=None, status=429)
    await begin(stage, "ole")
    assert await stage.rows("SELECT 1 FROM calls") == []
    await troubled(stage, seconds=5, times=5)
    assert len(await stage.rows("SELECT 1 FROM calls")) == 1
    stage.sandbox.world.faults.clear()
    await closed(stage)
    await troubled(stage, seconds=30, times=4)
    told = await grades(stage)
    assert told == dict.fromkeys(("mette", "ole"), ("prompt_completed", "spoken"))
    assert len(await tellings(stage)) == 1
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    assert await announced(stage) == 1


async def test_two_replicas_tell_it_once(
    stage: Stage, database_url: str, voiced: dict[str, str]
) -> None:
    await ready(stage, phone=True)
    await closed(stage)
    address = stage.sandbox.bot_url
    runner, other = await raise_curtain(
        stage.sandbox, database_url, stage.clock, rates=UNHURRIED, **voiced
    )
    stage.sandbox.bot_url = address
    try:
        await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
        await stage.sandbox.do("join", as_="bent", meeting=stage.meeting, person="bent")
        await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="bent")
        for _ in range(8):
            with suppress(MicrosoftError, NotReachable):
                await asyncio.gather(stage.engine.drain(), other.engine.drain())
            await stage.sandbox.teams.release_due()
        await troubled(stage, seconds=8, times=10)
    finally:
        await runner.cleanup()
    assert await announced(stage) == 1
    assert await tellings(stage) == [(1, "recorded", "in_meeting")]
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    entered = await evidence(stage)
    assert len(entered) == len(set(entered))
