"""A municipality in which things lie that are old enough to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from casework.office import Bench
from clock import ShiftedClock
from store.database import Database
from tests.system import rights_world as world
from tests.system.kept_world import DAYS, fill, left


@pytest.fixture
def bench(database: Database, clock: ShiftedClock) -> Bench:
    nobody: Any = None  # nothing outside is asked
    return Bench(replace(world.office(), clock=clock), nobody, database, clock)


@pytest.fixture
async def filled(database: Database, clock: ShiftedClock) -> Mapping[str, UUID]:
    async with database.unit() as unit:
        ids = await fill(unit)
    before = await left(database)
    assert all(before.values()), before
    clock.advance(timedelta(days=DAYS + 1))
    return ids
