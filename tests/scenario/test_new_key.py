"""A key is replaced while cases are open: an hour later the old one can go, and everything can be read."""

from __future__ import annotations

from casework import effects
from clock import ShiftedClock
from store.encryption import KeyRing
from tests.scenario.stage import on_stage, words
from tests.scenario.test_data_protection import path_of, press, registered
from tests.scenario.test_papers import fetch
from tests.system.played import GROUND, NAME

OLD, NEW = KeyRing.new_entry("v1"), KeyRing.new_entry("v2")


async def test_what_was_sealed_before_opens_without_the_old_key(
    database_url: str, clock: ShiftedClock
) -> None:
    async with on_stage(database_url, clock, ENCRYPTION_KEYS=OLD) as stage:
        number = await registered(stage)
        stage.database.keys = KeyRing.parse(f"{NEW},{OLD}")
        async with stage.database.unit() as unit:
            await unit.effects.schedule(effects.TIDY, "daily")
        await stage.settle()
        stage.database.keys = KeyRing.parse(NEW)
        assert GROUND in words((await stage.press("mette", "ground"))["value"])
        answer = await press(stage, "birgit", "person_export", {"person": NAME})
        status, shown = await fetch(stage, path_of(answer), "POST")
        assert status == 200
        assert number in shown
