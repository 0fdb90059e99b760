"""The database goes away and comes back: nothing is half done, and nobody is told it went well."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import psycopg
import pytest

from clock import ShiftedClock
from sandbox.delivery import Reply
from store import reachable
from store.database import DatabaseAway, plain_url
from store.embedded import embedded_postgres
from store.migrate import migrate
from tests.scenario.gate import Gate
from tests.scenario.stage import WISH, Stage, on_stage, verbs, verdicts, words
from tests.unit.store.recorder import until


@dataclass
class Server:
    """A PostgreSQL of this test's own, that can be stopped and started."""

    folder: Path
    running: ExitStack
    url: str = ""

    def back(self) -> None:
        """The server runs (again), at the same address."""
        self.url = self.running.enter_context(embedded_postgres(self.folder, fast=True))

    def away(self) -> None:
        """The server stops and cuts every connection."""
        self.running.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    user = reachable.server_user()
    folder = reachable.private_folder(reachable.common_ground(user), user)
    with ExitStack() as running:
        made = Server(folder, running)
        made.back()
        await migrate(made.url)
        yield made
    shutil.rmtree(folder)


@pytest.fixture
async def stage(
    server: Server, clock: ShiftedClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    monkeypatch.setattr("web.health.KEPT_SECONDS", 0.0)
    async with on_stage(server.url, clock) as made:
        yield made
        made.calm()


async def ready(stage: Stage) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"{stage.base}/readyz") as answer:
        return answer.status, await answer.json()


async def healthy(stage: Stage) -> int:
    async with aiohttp.ClientSession() as session, session.get(f"{stage.base}/healthz") as answer:
        return answer.status


async def tap(stage: Stage, person: str, verb: str, **data: Any) -> Any:
    """A press whose consequences nobody carries out; the answer the person sees."""
    chat = stage.personal(person)
    for message in reversed(stage.messages(chat)):
        if verb in verbs(message.card_for(person)):
            return await stage.sandbox.do(
                "press", as_=person, chat=chat, message=message.id, verb=verb, data=data
            )
    raise AssertionError(f"{person} sees no button {verb!r}")


def answers(stage: Stage) -> list[int]:
    """The HTTP status of what was delivered since the last question."""
    found = [delivery["status"] for delivery in stage.sandbox.world.deliveries]
    stage.sandbox.world.deliveries.clear()
    return found


async def form(stage: Stage) -> dict[str, str]:
    """The filled registration of a wish for the only meeting; Mette has the form before her."""
    await stage.press("mette", "register_open")
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    return {**WISH, "meeting": str(row["id"])}


def says_try_again(answer: dict[str, Any]) -> bool:
    """The Danish card that says that nothing was stored."""
    return answer["kind"] == "card" and "Der er ikke gemt noget" in words(answer["value"])


async def test_readiness_follows_the_database_and_health_does_not(
    stage: Stage, server: Server
) -> None:
    assert (await ready(stage))[0] == 200
    server.away()
    status, told = await ready(stage)
    assert (status, told["ready"], told["parts"]["database"]) == (503, False, "away")
    assert await healthy(stage) == 200
    server.back()
    assert await ready(stage) == (200, {"ready": True, "parts": {"database": "ok", "jobs": "ok"}})


async def test_an_event_is_put_off_whole_and_delivered_again(
    stage: Stage, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A 503 makes Teams deliver again; what comes again is carried out once."""
    await stage.meet(in_minutes=5)
    answers(stage)
    server.away()
    await stage.sandbox.do("message", as_="mette", chat=stage.personal("mette"), text="Hej")
    assert answers(stage) == [503]

    send = stage.sandbox.door.send

    async def mended_after_a_failure(activity: dict[str, Any], token: str | None = None) -> Reply:
        reply = await send(activity, token)
        if not reply.ok:
            server.back()
        return reply

    monkeypatch.setattr(stage.sandbox.door, "send", mended_after_a_failure)
    await stage.fault("redeliver_after_failure")
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    assert answers(stage)[:2] == [503, 200]
    await stage.settle()
    assert len(await stage.rows("SELECT 1 FROM occurrences")) == 1
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'meeting_started'")) == 1


async def test_a_press_is_answered_with_try_again_and_the_same_press_then_works(
    stage: Stage, server: Server
) -> None:
    await stage.meet(in_minutes=60)
    filled = await form(stage)
    answers(stage)
    server.away()
    assert says_try_again(await tap(stage, "mette", "register_submit", **filled))
    assert says_try_again(await tap(stage, "mette", "register_submit"))
    assert answers(stage) == [200, 200]
    server.back()
    assert await stage.rows("SELECT 1 FROM requests") == []
    assert await stage.rows("SELECT 1 FROM journal WHERE kind = 'request_registered'") == []

    again = await stage.press("mette", "register_submit")  # nothing is typed a second time
    assert not says_try_again(again)
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1
    assert (await stage.request())["state"] == "awaiting_leader"


async def test_a_decision_is_not_half_made(stage: Stage, server: Server) -> None:
    await stage.meet(in_minutes=60)
    await stage.press("mette", "register_submit", **await form(stage))
    server.away()
    assert says_try_again(await tap(stage, "jens", "grant", **verdicts(remember="against")))
    server.back()
    before = await stage.request()
    assert (before["state"], before["verdicts"]) == ("awaiting_leader", {})
    assert await stage.rows("SELECT 1 FROM effects WHERE kind = 'answer'") == []

    await stage.press("jens", "grant")
    request = await stage.request()
    assert (request["state"], request["answer_state"]) == ("granted", "sent")
    assert request["verdicts"]["remember"] == "against"
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'decided'")) == 1
    assert len(stage.answers()) == 1


async def test_a_transaction_that_is_cut_leaves_nothing_behind(
    stage: Stage, server: Server
) -> None:
    """The connection goes in the middle of the registration, while its transaction is open."""
    await stage.meet(in_minutes=60)
    filled = await form(stage)
    effects = await stage.rows("SELECT id, generation FROM effects ORDER BY id")
    seen = len(await stage.rows("SELECT 1 FROM inbound"))
    other = await psycopg.AsyncConnection.connect(plain_url(server.url))
    await other.execute("SELECT 1 FROM meetings FOR UPDATE")
    pressing = asyncio.create_task(tap(stage, "mette", "register_submit", **filled))
    await until(lambda: somebody_waits_for_a_lock(stage))
    server.away()
    assert says_try_again(await pressing)
    await other.close()
    server.back()
    assert await stage.rows("SELECT 1 FROM requests") == []
    assert await stage.rows("SELECT id, generation FROM effects ORDER BY id") == effects
    assert len(await stage.rows("SELECT 1 FROM inbound")) == seen
    await stage.press("mette", "register_submit")
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1


async def somebody_waits_for_a_lock(stage: Stage) -> bool:
    return bool(await stage.rows("SELECT 1 FROM pg_locks WHERE NOT granted"))


async def test_it_goes_while_an_announcement_is_being_posted(
    stage: Stage, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can know whether Teams posted it, so it is posted again, and then noted (B20)."""
    gate = Gate()
    gate.put_up(monkeypatch)
    await stage.meet(in_minutes=1)
    await stage.press("mette", "register_submit", **await form(stage))
    await stage.press("jens", "grant", **verdicts())
    gate.shut("after", "POST", place=f"/{stage.chat}/activities")
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    working = asyncio.create_task(stage.engine.drain())
    await gate.wait()
    server.away()
    gate.open()
    with pytest.raises(DatabaseAway):
        await working
    server.back()
    assert (await stage.rows("SELECT * FROM occurrences"))[0]["announced_at"] is None

    await stage.pass_time(seconds=20)
    assert (await stage.rows("SELECT * FROM occurrences"))[0]["announced_at"] is not None
    noted = (await stage.rows("SELECT * FROM cards WHERE purpose LIKE 'announce:%'"))[0]
    told = [m.id for m in stage.messages(stage.chat) if m.card and "Ole Madsen" in words(m.card)]
    assert noted["activity_id"] in told
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'announced'")) == 1
