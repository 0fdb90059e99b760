"""A fourth municipality is a file: the four of ``tests/profiles/`` run through the same door."""

from __future__ import annotations

from pathlib import Path

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import ASKING, in_town

PROFILES = Path(__file__).parents[1] / "profiles"
NOTICES = ("gladsaxe", "holbaek", "silkeborg")
SAID = {
    "need": "Ole vil huske det, vi aftaler om kørslen til træning.",
    "reason": "Mødet holdes i et åbent rum, hvor andre borgere kan høres hele tiden.",
}


def town(name: str) -> str:
    """The path of the profile, as the setting names it, with a wish that fits its grounds."""
    path = str(PROFILES / f"{name}.yaml")
    ground = "memory" if name == "nordfyn" else "undisclosed"
    ASKING[path] = ASKING["albertslund"] | {"ground": ground}
    return path


@pytest.mark.parametrize("name", NOTICES)
async def test_a_notice_is_enough(name: str, database_url: str, clock: ShiftedClock) -> None:
    async with in_town(town(name), database_url, clock) as here:
        request = await here.ask("in_person")
        assert (request["state"], request["notice"]) == ("granted", True)
        assert (request["profile_id"], request["decided_by"]) == (name, None)
        assert "Tak for din besked" in here.letter()


async def test_the_employee_alone_can_say_no_to_a_notice(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("holbaek"), database_url, clock) as here:
        await here.ask("in_person")
        await here.stage.press("mette", "refuse_open")  # one ground, so nothing to choose
        answer = await here.refuse("mette", "", need="", reason="")
        assert "refuse_confirm" not in verbs(answer["value"])  # nothing to press through
        answer = await here.refuse("mette", "", **SAID)
        request = await here.stage.request()
        assert (request["state"], request["confirmed_by"]) == ("not_granted", None), words(answer)
        assert SAID["need"] in here.letter()
        assert SAID["reason"] in here.letter()


async def test_five_working_days(database_url: str, clock: ShiftedClock) -> None:
    """Nordfyn: nearer than five working days is late, and is assessed all the same."""
    async with in_town(town("nordfyn"), database_url, clock) as here:
        assert (await here.tell(await here.where("phone", in_minutes=60 * 24 * 12)))[
            "late"
        ] is False
        near = await here.tell(await here.where("phone", in_minutes=60 * 24 * 3))
        assert near["late"] is True
        assert near["state"] not in ("not_granted", "granted")
