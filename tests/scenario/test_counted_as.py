"""A wish is counted among the earlier cases by the code of its ground; nothing in clear says which is whose."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from casework import effects
from casework.deciding import precedents
from clock import ShiftedClock
from store import keeping
from store.database import Unit
from store.encryption import KeyRing
from store.tables import Precedent, Request
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_extract import extract
from tests.system import played
from tests.system.played import NAME
from tests.system.watching import found_in, tables


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        await played.decide(made)
        yield made


async def ids(unit: Unit) -> set[str]:
    return {str(one) for one in await unit.session.scalars(select(Precedent.id))}


async def own(unit: Unit) -> set[str]:
    """The rows that the wishes know as their own."""
    wishes = (await unit.session.scalars(select(Request))).all()
    rows = [await precedents.own_row(unit, one) for one in wishes]
    return {str(row.id) for row in rows if row is not None}


async def named_in_clear(stage: Stage, counted: set[str]) -> set[str]:
    """The tables besides their own in which one of the ids can be read."""
    kept = await asyncio.to_thread(tables, stage.database.url)
    return {name for name, told in kept.items() if found_in(frozenset(counted), told)} - {
        "precedents"
    }


async def test_only_the_sealed_field_leads_from_a_wish_to_its_earlier_case(stage: Stage) -> None:
    async with stage.database.unit() as unit:
        counted = await ids(unit)
        assert len(counted) == 2
        assert await own(unit) == counted
    assert await named_in_clear(stage, counted) == set()


async def test_the_way_there_goes_with_the_ground(stage: Stage) -> None:
    stage.clock.advance(timedelta(days=31))
    async with stage.database.unit() as unit:
        wishes = await keeping.due(unit, "ground", unit.now, [])
        assert len(wishes) == 2
        for one in wishes:
            await keeping.CLEAR["ground"](unit, one)
    async with stage.database.unit() as unit:
        assert len(await ids(unit)) == 2  # the practice stays
        assert await own(unit) == set()
        assert await keeping.due(unit, "ground", unit.now, []) == []


async def test_an_extract_tells_how_the_wish_was_counted(stage: Stage) -> None:
    found = await extract(stage, NAME)
    (wish,) = [one for one in found if one["kind"] == "requests" and one["whole"]]
    assert wish["facts"]["counted_as"]["outcome"] == wish["facts"]["state"]
    assert precedents.OWN not in wish["texts"]


async def test_beside_an_earlier_release_the_link_it_knows_stays(
    database_url: str, clock: ShiftedClock
) -> None:
    """Without it a replica of that release writes a second row for the same wish, and forgets no row."""
    ring = KeyRing.new_entry()
    async with on_stage(database_url, clock) as stage:
        stage.database.keys = KeyRing.parse(ring, padded=False)
        await played.decide(stage)
        for keys, links in ((stage.database.keys, 2), (KeyRing.parse(ring), 0)):
            stage.database.keys = keys
            async with stage.database.unit() as unit:
                await unit.effects.schedule(effects.TIDY, "daily")
            await stage.settle()
            async with stage.database.unit() as unit:
                wishes = (await unit.session.scalars(select(Request))).all()
                assert len([one for one in wishes if one.precedent_id]) == links
                assert await own(unit) == await ids(unit)


async def test_what_an_earlier_release_wrote_in_the_open_is_sealed(stage: Stage) -> None:
    async with stage.database.unit() as unit:
        before = await ids(unit)
        for wish in (await unit.session.scalars(select(Request))).all():
            row = await precedents.own_row(unit, wish)
            assert row is not None
            await unit.personal.discard(wish.id, [precedents.OWN])
            wish.precedent_id = row.id
    async with stage.database.unit() as unit:
        assert await own(unit) == before  # as long as it stands there it is read there
        versions = await unit.session.execute(text("SELECT id, version FROM requests"))
        was = {row.id: row.version for row in versions}
        await unit.effects.schedule(effects.TIDY, "daily")
    await stage.settle()
    async with stage.database.unit() as unit:
        after = await ids(unit)
        assert await own(unit) == after
        assert not after & before  # the old ids stand in the journals of those releases
        rows = await unit.session.execute(text("SELECT id, version, precedent_id FROM requests"))
        assert {row.id: (row.version, row.precedent_id) for row in rows} == {
            wish: (version, None) for wish, version in was.items()
        }
    assert await named_in_clear(stage, after) == set()
