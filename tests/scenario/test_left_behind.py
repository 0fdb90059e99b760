"""A replica dies between Teams' answer and its own note of it, and the call is over before another takes the
work up: what stands in the chat was told, and is entered (B20)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from casework.meeting import telling
from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_meetings import announcements, grant_a_wish

NOBODY_KNOWS = (
    "UPDATE cards SET activity_id = NULL, posted_at = NULL, uncertain = 1"
    " WHERE purpose LIKE 'announce:%'"
)


class DiedError(Exception):
    """Stands for the end of the process."""


async def posted_and_died(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The announcement stands in the chat, nothing of it is written down, and the call is over at once."""
    enter = telling.enter_telling
    died: list[bool] = []

    async def dies(*values: Any, **more: Any) -> None:
        if not died:
            died.append(True)
            raise DiedError
        await enter(*values, **more)

    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    monkeypatch.setattr(telling, "enter_telling", dies)
    with pytest.raises(DiedError):
        await stage.start("ole")
    assert announcements(stage) == 1
    assert await tellings(stage) == []
    stage.clock.advance(timedelta(seconds=2))
    await stage.sandbox.do("end", as_="mette", meeting=stage.meeting)


async def tellings(stage: Stage) -> list[Any]:
    return list(await stage.rows("SELECT how, at FROM tellings"))


@pytest.mark.rule("B20")
async def test_what_a_dead_replica_posted_is_entered_when_the_call_is_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await posted_and_died(stage, monkeypatch)
    await stage.pass_time(minutes=2)
    (told,) = await tellings(stage)
    (occurrence,) = await stage.rows("SELECT * FROM occurrences")
    assert told["how"] == "chat"
    assert occurrence["started_at"] <= told["at"] <= occurrence["ended_at"]
    assert occurrence["tellings"] == 1
    assert occurrence["announced_at"] == told["at"] == (await stage.request())["announced_at"]
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'announced'")) == 1
    assert await stage.rows("SELECT 1 FROM evidence") == []  # nobody can say who saw it
    assert announcements(stage) == 1
    await stage.pass_time(minutes=10)
    assert len(await tellings(stage)) == 1


@pytest.mark.parametrize(
    "instead",
    ["DELETE FROM cards WHERE purpose LIKE 'announce:%'",
     NOBODY_KNOWS,
     "UPDATE cards SET claimed_at = claimed_at + interval '1 minute' WHERE purpose LIKE 'announce:%'"],
    ids=["nothing_posted", "nobody_knows", "posted_after_it"],
)  # fmt: skip
async def test_what_did_not_stand_in_the_call_was_not_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, instead: str
) -> None:
    await posted_and_died(stage, monkeypatch)
    async with stage.database.unit() as unit:
        await unit.session.execute(text(instead))
    await stage.pass_time(minutes=2)
    assert await tellings(stage) == []
    assert (await stage.request())["announced_at"] is None


async def test_what_nobody_heard_of_is_looked_for_where_that_is_allowed(
    database_url: str, clock: ShiftedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(database_url, clock, CHAT_READING="own") as stage:
        stage.sandbox.world.switches["bot_cards_in_graph"] = True
        await posted_and_died(stage, monkeypatch)
        async with stage.database.unit() as unit:
            await unit.session.execute(text(NOBODY_KNOWS))
        await stage.pass_time(minutes=2)
        (told,) = await tellings(stage)
        (occurrence,) = await stage.rows("SELECT * FROM occurrences")
        assert occurrence["started_at"] <= told["at"] <= occurrence["ended_at"]
        assert announcements(stage) == 1
