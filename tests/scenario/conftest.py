"""Every scenario gets a stage of its own, and leaves the sandbox without a complaint."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    """Bot and sandbox; strictness is checked at the end."""
    async with on_stage(database_url, clock) as made:
        yield made
        made.calm()
