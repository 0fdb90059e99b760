"""The presses that matter, on their way: each acts when it is first delivered, and is idle when it comes again.

``test_delivered_again.py`` presses everything by everybody, most of which may do nothing there. Here the
whole way is played, and every press of it is delivered twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from sandbox.delivery import Reply
from tests.scenario.refusals import propose
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_delivered_again import marks
from tests.scenario.test_employee import tell
from tests.scenario.wishing import Town, in_town
from tests.system import played

THIRD = played.FIRST_WISH | {"citizen_name": "Tove Lund"}


class Twice:
    """Every press goes to the door twice; ``acted`` counts those whose first delivery changed a row."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.acted: Counter[str] = Counter()
        self._stage, self._send = stage, stage.sandbox.door.send
        monkeypatch.setattr(stage.sandbox.door, "send", self.send)

    async def send(self, activity: dict[str, Any], token: str | None = None) -> Reply:
        """Deliver it; a press a second time, which must do nothing and be answered the same."""
        if activity.get("name") != "adaptiveCard/action":
            return await self._send(activity, token)
        verb = activity["value"]["action"]["verb"]
        before = await marks(self._stage)
        first = await self._send(activity, token)
        once = await marks(self._stage)
        again = await self._send(activity, token)
        assert (first.status, again.status) == (200, 200), verb
        assert again.body == first.body, verb
        assert await marks(self._stage) == once, verb
        self.acted[verb] += before != once
        return first


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def test_from_the_wish_to_the_note(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Granted, not granted and withdrawn; answered, held, copied."""
    twice = Twice(stage, monkeypatch)
    await played.decide(stage)
    meeting = str((await stage.rows("SELECT id FROM meetings"))[0]["id"])
    await played.register(stage, meeting, THIRD)
    await stage.press("mette", "withdraw", having="Tove Lund")
    await played.hold(stage)
    assert [row["state"] for row in await stage.rows("SELECT state FROM requests ORDER BY created_at")] == [
        "granted", "not_granted", "withdrawn",
    ]  # fmt: skip
    assert twice.acted["want_to_record"] == 2
    assert twice.acted["register_submit"] == 3
    assert twice.acted["grant"] == 2  # the first keeps what was assessed, the second grants
    assert twice.acted["handover_save"] == 2
    once = {
        "ground", "refuse_preview", "refuse_confirm", "withdraw", "read_aloud",
        "recording_stopped", "note_copied", "task_done",
    }  # fmt: skip
    assert {verb: twice.acted[verb] for verb in once} == dict.fromkeys(once, 1)


async def test_a_refusal_of_two_persons_and_an_employees_own_talk(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = town.stage
    twice = Twice(stage, monkeypatch)
    await town.ask("phone")
    await propose(town)
    await stage.press("mette", "refuse_take_back")
    await propose(town)
    await stage.press("jens", "refuse_disagree", why="Truslen er trukket tilbage.")
    await propose(town)
    await stage.press("jens", "refuse_agree")
    assert (await stage.request())["state"] == "not_granted"
    await tell(stage)
    await stage.press("nadia", "employee_withdraw")
    assert (await stage.request())["state"] == "withdrawn"
    assert twice.acted["refuse_confirm"] == 3
    once = {
        "register_submit", "refuse_take_back", "refuse_disagree", "refuse_agree", "employee_submit",
        "employee_withdraw",
    }  # fmt: skip
    assert {verb: twice.acted[verb] for verb in once} == dict.fromkeys(once, 1)
