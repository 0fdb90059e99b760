"""A meeting with a voice whose chat does not take the announcement, and what is to be seen of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from casework.ports import NotReachable
from clock import ShiftedClock
from microsoft365.errors import MicrosoftError
from store.encryption import KeyRing
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_papers import fetch, path_of
from tests.speech import spoken_in

POST = "POST /connector/v3"


def voice_of(municipality: str) -> dict[str, str]:
    """The settings of a bot that may speak, and of a second one beside it."""
    data = str(spoken_in(municipality))
    return {"VOICE": "1", "DATA_DIR": data, "ENCRYPTION_KEYS": KeyRing.new_entry()}


@asynccontextmanager
async def voiced_stage(
    database_url: str, clock: ShiftedClock, settings: dict[str, str]
) -> AsyncIterator[Stage]:
    """Nobody keeps the voice in the lobby."""
    async with on_stage(database_url, clock, **settings) as made:
        made.sandbox.world.switches["bot_lobby"] = False
        yield made
        made.calm()


async def ready(stage: Stage, *, phone: bool = False) -> None:
    """Ole may record; the meeting begins in a minute."""
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"], dialIn=phone)
    await grant_a_wish(stage)


async def closed(stage: Stage, *, notified: bool = True) -> None:
    """Teams takes nothing for the meeting's chat; nor a notification, unless ``notified``."""
    await stage.fault("fail", route=POST, chat=stage.chat, count=None, status=403)
    if not notified:
        await stage.fault("fail", route="notification", count=None, status=403)


async def begin(stage: Stage, *people: str) -> None:
    """They are all there when the announcement is to be made."""
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    for person in people:
        await stage.sandbox.do("join", as_=person, meeting=stage.meeting, person=person)
        await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person=person)
    await troubled(stage)


async def troubled(stage: Stage, *, seconds: float = 1, times: int = 1) -> None:
    """Time passes, whatever Microsoft does not answer meanwhile."""
    for _ in range(times):
        with suppress(MicrosoftError, NotReachable):
            await stage.pass_time(seconds=seconds)


def notices(stage: Stage, person: str) -> list[str]:
    """The pages that were shown to somebody in the meeting."""
    shown = stage.sandbox.world.meetings[stage.meeting].notices
    return [one["url"].removeprefix("http://localhost:3978") for one in shown if one["person"] == person]  # fmt: skip


def heard(stage: Stage, person: str) -> int:
    return sum(h["person"] == person for h in stage.sandbox.world.meetings[stage.meeting].heard)


async def grades(stage: Stage) -> dict[str, tuple[str, str]]:
    """Grade and channel by kind of row; of members by directory id."""
    names = {p.oid: key for key, p in stage.sandbox.world.people.items() if p.oid}
    rows = await stage.rows("SELECT * FROM informed")
    return {names.get(r["oid"], r["kind"]): (r["grade"], r["channel"]) for r in rows}


async def tellings(stage: Stage) -> list[tuple[int, str, str]]:
    rows = await stage.rows("SELECT number, what, how FROM tellings ORDER BY number, at")
    return [(r["number"], r["what"], r["how"]) for r in rows]


async def announced(stage: Stage) -> int:
    return len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'announced'"))


async def reading(stage: Stage) -> list[bool]:
    rows = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'read_aloud'")
    return [row["done_at"] is not None for row in rows]


async def account(stage: Stage) -> str:
    return (await fetch(stage, path_of(await stage.press("mette", "ledger_export")), "POST"))[1]


async def evidence(stage: Stage) -> list[Any]:
    rows = await stage.rows("SELECT informed_id, grade FROM evidence ORDER BY informed_id, grade")
    return [(row["informed_id"], row["grade"]) for row in rows]


async def begun_again(stage: Stage, kind: str) -> None:
    """A process was killed just before it noted that this was done."""
    await stage.rows(
        "UPDATE effects SET done_at = NULL, claimed_at = due_at WHERE kind = :kind RETURNING id",
        kind=kind,
    )
    await troubled(stage)
