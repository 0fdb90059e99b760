"""The short form of ``make fuzz``, and proof that its judge sees what it should."""

from __future__ import annotations

import structlog
from aiohttp import web
from sqlalchemy import text

import app as front_door
from tools.fuzz.run import SIGNED_OFFSET, case_of, run
from tools.fuzz.stage import on_stage

SEED = 20261129


async def test_anything_over_every_route_leaves_no_trace(database_url: str) -> None:
    async with on_stage(database_url) as stage:
        assert {path for _, path in stage.routes} >= {"/api/messages", "/readyz", "/notice"}
        for way, first, count in (
            ("in-process", 0, 2500),
            ("http", 1_000_000, 300),
            ("in-process", SIGNED_OFFSET, 150),
            ("http", SIGNED_OFFSET + 1_000_000, 30),
        ):
            outcome = await run(stage, way, SEED, range(first, first + count))  # type: ignore[arg-type]
            assert outcome.faults == []
            assert outcome.cases == count
            assert {200, 401} <= outcome.answers.keys()
        assert stage.sandbox.world.problems == []


async def test_a_case_can_be_made_again(database_url: str) -> None:
    async with on_stage(database_url) as stage:
        cases = [case_of(stage, SEED, number) for number in range(400)]
        assert cases == [case_of(stage, SEED, number) for number in range(400)]
        assert len({case.raw for case in cases}) > 350
        methods = {case.raw.split(b" ")[0] for case in cases}
        assert methods >= {b"GET", b"POST", b"HEAD"}


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
        ):
            assert expected in found
