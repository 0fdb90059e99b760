"""The short form of ``make fuzz``, and proof that its judge sees what it should."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any
from uuid import UUID

import pytest
import structlog
from aiohttp import web
from sqlalchemy import text

import app as front_door
from casework import bus, commands, showing
from casework.office import Office
from store.database import Unit
from store.tables import Request
from texts import views
from tools.fuzz.cases import SIGNED_OFFSET
from tools.fuzz.forms import SAID
from tools.fuzz.insiders import ROSTER
from tools.fuzz.run import case_of, run
from tools.fuzz.stage import Stage, on_stage

SEED = 20261129
TURNS = 4 * len(ROSTER)
SEVERAL = ("RegisterRequest", "Grant", "GraphTold", "PeopleJoined", "CallReported")


async def test_anything_over_every_route_leaves_no_trace(database_url: str) -> None:
    async with on_stage(database_url) as stage:
        assert {path for _, path in stage.routes} >= {"/api/messages", "/readyz", "/notice"}
        await _tried(stage, "in-process", 0, 2500)
        await _tried(stage, "http", 1_000_000, 300)
        assert stage.sandbox.world.problems == []
        assert stage.met.passed.total() == 0
        await _tried(stage, "in-process", SIGNED_OFFSET, TURNS)
        await _tried(stage, "http", SIGNED_OFFSET + 10 * len(ROSTER), 60)
        assert stage.met.missing() == []
        assert {
            name: stage.met.handled[name] for name in SEVERAL if stage.met.handled[name] < 3
        } == {}
        assert stage.met.handled.total() > TURNS // 2
        assert stage.met.forms.total() > TURNS // 5


async def _tried(stage: Stage, way: Any, first: int, count: int) -> None:
    outcome = await run(stage, way, SEED, range(first, first + count))
    assert outcome.faults == []
    assert outcome.cases == count
    assert {200, 400} <= outcome.answers.keys()


async def test_a_case_can_be_made_again(database_url: str) -> None:
    async with on_stage(database_url) as stage:
        cases = [case_of(stage, SEED, number) for number in range(400)]
        assert cases == [case_of(stage, SEED, number) for number in range(400)]
        assert len({case.raw for case in cases}) > 350
        methods = {case.raw.split(b" ")[0] for case in cases}
        assert methods >= {b"GET", b"POST", b"HEAD"}
        numbers = range(SIGNED_OFFSET, SIGNED_OFFSET + TURNS)
        inside = [case_of(stage, SEED, number) for number in numbers]
        assert len({case.raw for case in inside}) > TURNS * 9 // 10
        assert {b"GET", b"POST"} <= {case.raw.split(b" ")[0] for case in inside}


async def test_the_judge_sees_what_should_not_be(database_url: str) -> None:
    """A new route that does everything wrong is tried without being named anywhere, and caught."""

    def add(app: web.Application) -> None:
        async def careless(request: web.Request) -> web.Response:
            said = (await request.read())[:4000].decode("utf-8", "replace")
            async with app[front_door.DATABASE].unit() as unit:
                await unit.session.execute(text("UPDATE upkeep_seen SET n = n + 1"))
            structlog.get_logger().info("heard", said=said)
            if "null" in said:
                raise web.HTTPServiceUnavailable
            with contextlib.suppress(OSError):
                await asyncio.open_connection("127.0.0.1", 9)
            return web.Response(text=said)

        app.router.add_post("/careless", careless)

    async with on_stage(database_url, add) as stage:
        async with stage.database.unit() as unit:
            await unit.session.execute(text("CREATE TABLE upkeep_seen (n int)"))
            await unit.session.execute(text("INSERT INTO upkeep_seen VALUES (0)"))
        assert ("POST", "/careless") in stage.routes
        outcome = await run(stage, "in-process", SEED, range(400))
        found = " ".join(fault.what for fault in outcome.faults)
        for expected in (
            "status 503",
            "the answer repeats",
            "the log repeats",
            "upkeep_seen was written",
            "a connection to 127.0.0.1:9",
        ):
            assert expected in found


async def test_the_judge_sees_what_insiders_should_not_be_able_to(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Handlers that crash, tell the log, and read and write another unit's case: answered 200, and caught."""
    theirs: list[UUID] = []

    async def crashes(_office: Office, _unit: Unit, _command: Any) -> views.View:
        raise RuntimeError("broken")

    async def tells_the_log(_office: Office, _unit: Unit, _command: Any) -> views.View:
        structlog.get_logger().info("heard", said=SAID)
        return views.Toast(code="recorded")

    async def writes(_office: Office, unit: Unit, _command: Any) -> views.View:
        query = text("UPDATE requests SET answer_by = 'spoken' WHERE id = :id")
        await unit.session.execute(query, {"id": theirs[0]})
        return views.Toast(code="recorded")

    async def shows(office: Office, unit: Unit, command: Any) -> views.View:
        wish = await unit.session.get_one(Request, theirs[0])
        return await showing.case(office, unit, wish, command.actor.oid)

    for kind, broken in (
        (commands.OpenTalk, crashes),
        (commands.OpenMisuse, tells_the_log),
        (commands.OpenPrintout, writes),
        (commands.ShowGuide, shows),
    ):
        monkeypatch.setitem(bus.HANDLERS, kind, broken)
    async with on_stage(database_url) as stage:
        theirs.append(UUID(stage.played.others["request_id"]))
        numbers = range(SIGNED_OFFSET, SIGNED_OFFSET + len(ROSTER))
        outcome = await run(stage, "in-process", SEED, numbers)
        found = " ".join(fault.what for fault in outcome.faults)
        assert outcome.answers.keys() & set(range(500, 600)) == set()
        for expected in (
            "turn_failed",
            "the log repeats",
            "requests of another's case was written to",
            "the answer tells another",
        ):
            assert expected in found
