"""What is to be posted once is posted once, also where two try it in the same moment."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from casework.jobs.posting import Place, post_once
from casework.office import Bench
from store.database import Database
from store.jobs import Again
from texts import views

HERE = Place("https://smba.example/emea/", "19:chat")
CARD = views.Toast(code="meeting_unknown")


@dataclass(frozen=True)
class Posted:
    activity_id: str
    conversation_id: str = "19:chat"


class SlowMessenger:
    """Posts when it is let, and may not look into chats."""

    def __init__(self) -> None:
        self.posted = 0
        self.begun = asyncio.Event()
        self.goes_on = asyncio.Event()

    async def post(self, **_: object) -> Posted:
        self.posted += 1
        self.begun.set()
        await self.goes_on.wait()
        return Posted(f"activity-{self.posted}")

    async def find(self, *_: object) -> None:
        return None


def bench_of(database: Database, messenger: SlowMessenger) -> Bench:
    class Outside:
        pass

    outside: Any = Outside()
    outside.messenger = messenger
    office: Any = None
    return Bench(office, outside, database, database.clock)


async def test_two_in_the_same_moment(database: Database) -> None:
    messenger = SlowMessenger()
    bench = bench_of(database, messenger)
    first = asyncio.create_task(post_once(bench, "late:1", HERE, CARD))
    await messenger.begun.wait()
    with pytest.raises(Again):
        await post_once(bench, "late:1", HERE, CARD)
    messenger.goes_on.set()
    assert await first == "activity-1"
    assert await post_once(bench, "late:1", HERE, CARD) == "activity-1"
    assert messenger.posted == 1
