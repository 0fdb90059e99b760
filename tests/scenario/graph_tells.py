"""What the scenarios about Graph's own signals share: a deployment that subscribes, and short words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from clock import ShiftedClock
from sandbox.subscribing import Subscription
from tests.scenario.stage import Stage, on_stage, words

SOON = 2  # seconds: looks because of messages keep that distance
ALL = "chat,recordings,call_events"


@asynccontextmanager
async def told_stage(
    database_url: str, clock: ShiftedClock, kinds: str = ALL, **settings: str
) -> AsyncIterator[Stage]:
    """A stage where Graph is asked to tell of meetings."""
    async with on_stage(database_url, clock, SUBSCRIPTIONS=kinds, **settings) as made:
        yield made


def at_graph(stage: Stage, kind: str = "") -> list[Subscription]:
    """The subscriptions that Graph has."""
    found = stage.sandbox.notifier.book.living()
    return [row for row in found if kind in ("", row.kind)]


async def ours(stage: Stage, kind: str = "") -> list[Any]:
    """The subscriptions that we know of."""
    rows = await stage.rows("SELECT * FROM subscriptions ORDER BY kind, asked_at")
    return [row for row in rows if kind in ("", row["kind"])]


async def states(stage: Stage) -> dict[str, str]:
    """Kind to state (and reason) of what we know of the only meeting."""
    return {r["kind"]: ":".join(filter(None, (r["state"], r["reason"]))) for r in await ours(stage)}


async def incidents(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM incidents ORDER BY started_at")


async def journal(stage: Stage, kind: str) -> list[Any]:
    rows = await stage.rows("SELECT facts FROM journal WHERE kind = :k ORDER BY seq", k=kind)
    return [row["facts"] for row in rows]


async def run(stage: Stage, **options: Any) -> None:
    """A meeting of Mette's that runs, with Ole in it."""
    await stage.meet(in_minutes=1, **options)
    await stage.start("ole")
    await quiet(stage)


async def quiet(stage: Stage) -> None:
    """Until Graph has told of everything that was written, by the bot too, and it was looked at."""
    for _ in range(3):
        await stage.pass_time(seconds=3)


async def record(stage: Stage) -> None:
    """Mette switches recording on again and records."""
    assert not (await stage.do("record", "mette", meeting=stage.meeting, force=True))["refused"]
    await stage.pass_time(seconds=SOON)


async def stop(stage: Stage) -> None:
    await stage.do("stop_record", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=SOON)


def said(stage: Stage, person: str) -> str:
    return " | ".join(words(m.card) for m in stage.messages(stage.personal(person)) if m.card)


async def outcomes(stage: Stage, kind: str = "") -> dict[str, int]:
    """What became of notifications: outcome to how many, from the metrics."""
    async with aiohttp.ClientSession() as session, session.get(stage.base + "/metrics") as answer:
        lines = (await answer.text()).splitlines()
    found: dict[str, int] = {}
    for line in lines:
        if line.startswith("lydhoer_graph_notifications_total{") and f'kind="{kind}' in line:
            outcome = line.split('outcome="')[1].split('"')[0]
            found[outcome] = found.get(outcome, 0) + int(float(line.rsplit(" ", 1)[1]))
    return found
