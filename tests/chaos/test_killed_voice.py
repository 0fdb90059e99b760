"""The bot is killed (kill -9) around the calling bot's join: one leg in the meeting, one prompt, no orphan.

While nobody runs, the stand-in's clock of what follows stands still, so that what is reported meanwhile
is in the test's hand: lost with the process, or told to the one that comes after.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from sandbox.server import tick
from tests.chaos.company import Bot, Company, company
from tests.chaos.test_killed_bot import granted
from tests.scenario.gate import Gate
from tests.speech import spoken_in
from tests.unit.store.recorder import until

pytestmark = pytest.mark.chaos

CREATE = "POST /graph/v1.0/communications/calls"
IN_TIME = (
    90  # seconds: a killed job is taken over in ten, a call nobody heard of is given up after 15
)


@pytest.fixture(scope="module")
def voice() -> Path:
    """Where the spoken texts lie."""
    return spoken_in("frederiksberg")


@pytest.fixture
async def office(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: Path
) -> AsyncIterator[Company]:
    gate = Gate()
    gate.put_up(monkeypatch)
    async with company(database_url, tmp_path, gate) as made:
        made.more = {"VOICE": "1", "DATA_DIR": str(voice)}
        made.sandbox.world.switches["bot_lobby"] = False
        yield made


@asynccontextmanager
async def time_passes(office: Company) -> AsyncIterator[None]:
    """What follows from something happens in Microsoft's house meanwhile."""
    passing = asyncio.create_task(tick(office.sandbox, 0.1))
    try:
        yield
    finally:
        passing.cancel()
        with suppress(asyncio.CancelledError):
            await passing


async def ready(office: Company) -> Bot:
    """Ole may record, and the meeting has a phone number."""
    bot = await office.bot()
    await office.ready()
    await office.meet(in_minutes=1, dialIn=True)
    await office.quiet()
    await granted(office)
    return bot


async def ring(office: Company) -> None:
    """The meeting begins, and Bent dials in."""
    await office.sandbox.do("start", as_="mette", meeting=office.meeting)
    await office.sandbox.do("join", as_="bent", meeting=office.meeting, person="bent")
    if office.sandbox.world.meetings[office.meeting].in_call.get("bent"):
        await office.sandbox.do("admit", as_="mette", meeting=office.meeting, person="bent")


def legs(office: Company) -> int:
    meeting = office.sandbox.world.meetings[office.meeting]
    return len(office.sandbox.bot_calls.live(meeting))


def heard(office: Company) -> int:
    """How often Bent heard it."""
    meeting = office.sandbox.world.meetings[office.meeting]
    return sum(one["person"] == "bent" for one in meeting.heard)


async def told(office: Company) -> None:
    """Until it is entered that Bent has heard it. The prompt is over when Microsoft's clock says so; it goes
    no faster than this, for 45 minutes without a sign of life end a call (teams-platform 6.5)."""

    async def entered() -> bool:
        await office.sandbox.do("advance", seconds=1)
        rows = await office.rows("SELECT grade FROM informed WHERE kind = 'caller'")
        return [row["grade"] for row in rows] == ["prompt_completed"]

    await until(entered, IN_TIME)


async def ends_without_a_leg(office: Company) -> None:
    """The meeting goes on until the end, and nothing of Lydhør is left in it."""
    await office.sandbox.do("join", as_="amal", meeting=office.meeting, person="amal")
    if office.sandbox.world.meetings[office.meeting].in_call.get("amal"):
        await office.sandbox.do("admit", as_="mette", meeting=office.meeting, person="amal")

    async def one_leg() -> bool:
        return legs(office) == 1

    await until(one_leg, IN_TIME)
    living = await office.rows("SELECT graph_id FROM calls WHERE ended_at IS NULL")
    assert len(living) == 1
    await office.sandbox.do("end", as_="mette", meeting=office.meeting)

    async def all_over() -> bool:
        return not legs(office) and not await office.rows(
            "SELECT 1 FROM calls WHERE ended_at IS NULL"
        )

    await until(all_over, IN_TIME)
    await office.chains_hold()


async def spoken(office: Company) -> list[Any]:
    return await office.rows("SELECT state, telling FROM spoken ORDER BY asked_at")


async def test_killed_when_the_call_was_asked_for_and_nobody_had_answered(office: Company) -> None:
    """Graph made a call that reports to a dead process. Another is made, and the first is hung up as
    soon as it says something."""
    bot = await ready(office)
    office.gate.shut("after", CREATE)
    await ring(office)
    await office.gate.wait()
    await bot.kill()
    assert legs(office) == 1
    async with time_passes(office):  # that it was let in is told to nobody
        await asyncio.sleep(0.5)
    office.gate.open()

    await office.bot()
    async with time_passes(office):
        await told(office)
        assert heard(office) == 1
        await ends_without_a_leg(office)
    states = [row["state"] for row in await office.rows("SELECT state FROM calls ORDER BY attempt")]
    assert states[0] == "lost"
    assert len(states) == 2


async def test_killed_when_it_was_let_in_and_had_not_looked_who_is_there(office: Company) -> None:
    """The row knows the call: it is gone on with, not made anew."""
    bot = await ready(office)
    office.gate.shut("before", "GET /graph/v1.0/communications/calls/{call}/participants")
    await ring(office)
    async with time_passes(office):
        await office.gate.wait()
    await bot.kill()
    office.gate.open()

    await office.bot()
    async with time_passes(office):
        await told(office)
        assert heard(office) == 1
        await ends_without_a_leg(office)
    assert len(await office.rows("SELECT 1 FROM calls")) == 1
    assert (await spoken(office))[0]["state"] == "completed"


async def test_killed_when_the_prompt_was_asked_for(office: Company) -> None:
    """It plays on. Its end is reported with the row's own id, so it counts and is not played again."""
    bot = await ready(office)
    office.gate.shut("after", "playPrompt")
    await ring(office)
    async with time_passes(office):
        await office.gate.wait()
    await bot.kill()
    office.gate.open()

    await office.bot()
    async with time_passes(office):
        await told(office)
        assert heard(office) == 1
        await ends_without_a_leg(office)
    assert len(await office.rows("SELECT 1 FROM calls")) == 1
    first = (await spoken(office))[0]
    assert first["state"] == "completed"
    assert sum(one["telling"] == first["telling"] for one in await spoken(office)) <= 2
