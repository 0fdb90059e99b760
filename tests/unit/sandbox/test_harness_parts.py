"""What a harness needs of the sandbox: chance faults, several replicas, a crowd, and an audit afterwards."""

from __future__ import annotations

import asyncio
import functools
from pathlib import Path
from typing import Any

import yaml

from departments import parse_departments
from sandbox import Sandbox
from sandbox.client import SandboxClient
from sandbox.faults import Faults
from tests.unit.sandbox.conftest import card_message
from tools.processes import free_port

SENT = "/connector/v3/conversations/{}/activities"


def struck(seed: int) -> list[bool]:
    faults = Faults()
    faults.chance.seed(seed)
    faults.set("throttle", share=0.05)
    return [faults.take("throttle") is not None for _ in range(2000)]


def test_a_fault_with_a_share_strikes_that_often_and_the_same_again() -> None:
    assert 60 < sum(struck(7)) < 140
    assert struck(7) == struck(7) != struck(8)


def test_strikes_are_counted_and_without_a_share_one_is_all() -> None:
    faults = Faults()
    faults.set("throttle")
    taken = [faults.take("throttle") for _ in range(3)]
    assert (taken[0] is not None, taken[1:]) == (True, [None, None])
    assert faults.struck == {"throttle": 1}


async def test_calls_go_past_a_replica_that_is_not_there(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    alive, before = sandbox.bot_url, len(bot.activities)
    sandbox.bot_url = f"http://127.0.0.1:{free_port()}/api/messages,{alive}"
    for person in ("ole", "jens"):
        if meeting.state != "running":
            await sandbox.do("start", meeting=meeting.id)
        await sandbox.do("join", meeting=meeting.id, person=person)
    assert len(bot.activities) - before == 4
    assert {delivery["status"] for delivery in sandbox.world.deliveries} == {200}


async def test_replicas_take_turns(sandbox: Sandbox) -> None:
    sandbox.bot_url = "http://one,http://two"
    assert [sandbox.door.addresses()[0] for _ in range(4)] == [
        "http://two", "http://one", "http://two", "http://one",
    ]  # fmt: skip
    assert sorted(sandbox.door.addresses()) == ["http://one", "http://two"]


async def test_a_late_event_comes_after_those_that_follow_it(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    sandbox.world.faults.set("late_activity", count=1, activity="event", seconds=2)
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("end", meeting=meeting.id)
    await sandbox.do("advance", seconds=3)
    events = [
        name.rpartition(".")[2] for name in bot.names() if "Meeting" in name or "meeting" in name
    ]
    assert events[-1].endswith("meetingStart")
    assert any(name.endswith("meetingEnd") for name in events[:-1])


async def test_what_is_put_off_happens_once_though_two_let_it_happen(sandbox: Sandbox) -> None:
    """The clock's tick and ``advance`` meet: while one waits for an answer, the other goes on."""
    happened: list[int] = []

    async def happens(number: int) -> None:
        await asyncio.sleep(0.01)
        happened.append(number)

    now = sandbox.world.now()
    for number in range(6):
        sandbox.world.later.append((now, functools.partial(happens, number)))
    await asyncio.gather(sandbox.teams.release_due(), sandbox.teams.release_due())
    assert sorted(happened) == list(range(6))
    assert sandbox.world.later == []


async def test_a_crowd_works_here_and_is_led(tmp_path: Path) -> None:
    async with Sandbox.start(data=tmp_path, crowd=3) as sandbox:
        people = sandbox.world.people
        text = (tmp_path / "departments.yaml").read_text(encoding="utf-8")
        units = parse_departments(text)
        assert len(yaml.safe_load(text)["departments"]) == 4
        unit = units.unit_of(people["c2"].oid)
        assert unit is not None
        assert unit.approver_oid == people["l2"].oid
        assert units.is_employee(people["l3"].oid)
        assert sandbox.world.personal_chat("c1").installed


async def test_the_audit_counts_what_was_told_and_what_nobody_heard(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    alert = {"channelData": {"notification": {"alertInMeeting": True}}}
    path = SENT.format(meeting.chat.id)
    sandbox.world.faults.set("fail_after_work", count=1, route="activities", status=502)
    assert (await call("POST", path, card_message()))[0] == 502
    assert (await call("POST", path, card_message() | alert))[0] == 201
    async with SandboxClient(sandbox.page_url) as client:
        audit = await client.audit()
        told = audit["meetings"][0]
        assert (told["cards"], len(told["alerts"])) == (2, 1)
        assert [meeting.chat.id in key for key in audit["unheard"]] == [True]
        assert sum(audit["unheard"].values()) == 1
        found = await client.find("mette", chat=meeting.chat.id, verb="ok", alert="1")
        assert found is not None
        assert found["message"] == told["alerts"][0]["id"]
        assert await client.find("mette", chat=meeting.chat.id, verb="fly") is None
