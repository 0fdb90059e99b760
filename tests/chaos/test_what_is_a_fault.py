"""What the harness calls a fault: of replicas that die, of logs, of Microsoft's faults, of turns."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from asyncio.events import Handle
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tools.chaos import complaints, events, house, microsoft
from tools.chaos.blows import Breaker
from tools.chaos.complaints import complained
from tools.chaos.house import House, Replica
from tools.chaos.run import Result, Wanted, with_what_was_counted
from tools.chaos.schedule import Blow
from tools.chaos.turns import Measured
from tools.chaos.vitals import Vitals, Watch
from tools.processes import ROOT, Process, StackError

LEAKS = """
import asyncio, gc, socket, sys, threading
from pathlib import Path
import aiohttp
from web.logs import configure
from tools.chaos.complaints import Complaints, last_look

async def never(): pass
async def pending(): await asyncio.get_running_loop().create_future()
async def main():
    aiohttp.ClientSession()
    socket.socket()
    never()
    task = asyncio.create_task(pending())
    await asyncio.sleep(0)
    asyncio.tasks._all_tasks.discard(task) if hasattr(asyncio.tasks, "_all_tasks") else None
    getattr(asyncio.tasks, "_scheduled_tasks", set()).discard(task)
    del task
    gc.collect()
class Odd:
    def __del__(self): raise ValueError("in __del__")
configure()
Complaints(Path(sys.argv[1])).hang_in()
asyncio.run(main())
Odd()
def dies(): raise KeyError("x") from OSError("it came of this")
thread = threading.Thread(target=dies, name="odd"); thread.start(); thread.join()
last_look()
"""


def test_what_is_left_open_is_written_with_its_text_and_found(tmp_path: Path) -> None:
    """The product's own handler drops it; that is what hid it for a long time."""
    (tmp_path / "north").mkdir()
    path = tmp_path / "north" / complaints.NAME
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", LEAKS, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Unclosed" not in done.stdout + done.stderr
    found = complained(tmp_path)
    said = " ".join(f"{one.name} {one.error}" for one in found)
    assert len(events.faults(found, [(time.time() - 9, time.time())])) == len(
        {(one.name, one.error) for one in found}
    )
    for sign in (
        "Unclosed client session", "unclosed", "was never awaited", "Task was destroyed",
        "ValueError", "thread odd died OSError",
    ):  # fmt: skip
        assert sign in said, said


async def test_the_loop_is_watched_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wait for a disk or a lock is as long for everybody as a computation, and no processor time."""
    monkeypatch.setattr(Handle, "_run", Handle._run)
    watch = Watch(tmp_path / "vitals")
    watch.hang_in()
    asyncio.get_running_loop().call_soon(lambda: time.sleep(0.15))
    await asyncio.sleep(0.3)
    reading = watch._now
    assert reading.held >= 1
    assert reading.longest_held > 100 > reading.longest_cpu
    assert "lambda" in reading.longest_by


def test_a_machine_with_too_much_to_do_is_not_the_loops_fault(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "vitals")
    watch.ran(0.9, 0.05, 0.83, lambda: "waited")
    assert (watch._now.blocked, watch._now.held) == (1, 0)
    assert watch._now.longest_held == pytest.approx(70)
    watch.ran(0.2, 0.01, 0.02, lambda: "slept")
    assert (watch._now.blocked, watch._now.held, watch._now.longest_by) == (2, 1, "slept")


REST = Vitals(rss=100, tasks=20, sockets=30)


@pytest.mark.parametrize(
    ("more", "rested", "found"),
    [
        ({}, REST, ""),
        ({}, replace(REST, sockets=35), "left open: 0 tasks, 5 sockets"),
        ({}, replace(REST, tasks=23), "left open: 3 tasks, 0 sockets"),
        ({"longest": 900, "longest_held": 70}, REST, ""),
        ({"longest_held": 101, "longest_by": "sleeps"}, REST, "the loop was blocked for 101 ms"),
        ({"rss": 120}, replace(REST, rss=104), ""),
        ({}, replace(REST, rss=106), "memory grew by 6.0 MB"),
    ],
)
def test_turns_are_judged(more: dict[str, Any], rested: Vitals, found: str) -> None:
    cold = [replace(REST, longest_held=900)]  # loaded once, at the first turn
    measured = Measured(9, 1.0, 0, [REST, replace(REST, **more)], REST, rested, cold=cold)
    assert [fault.startswith(found) for fault in measured.faults()] == ([True] if found else [])


def test_turns_take_what_was_found_elsewhere() -> None:
    measured = Measured(9, 1.0, 0, [REST], REST, REST, others=["the sandbox itself failed"])
    assert measured.faults() == ["the sandbox itself failed"]


# --- replicas that die by themselves ------------------------------------------------------------


class Ended:
    """A process that is over."""

    ended = True
    pid = 0

    async def wait(self) -> int:
        return 3


@pytest.fixture
def made(tmp_path: Path) -> House:
    there = asyncio.Event()
    there.set()
    postgres = SimpleNamespace(there=there, outages=[], was_away=lambda *_: not there.is_set())
    choice = house.Choice("albertslund", 1, 1)
    parts = (choice, postgres, tmp_path, None, "", None, {})
    return House(*cast(Any, parts))


@pytest.mark.parametrize("way", ["by itself", "killed", "at its point"])
async def test_a_replica_that_nobody_killed_is_a_fault(made: House, way: str) -> None:
    replica = Replica("north", 1, made.folder)
    replica.asked_to_end = way == "killed"
    if way == "at its point":
        (made.folder / "died").write_text("commit.before", encoding="utf-8")
    await made._watch(replica, cast(Process, Ended()), "north-1")
    by_itself = ["north-1 died by itself (exit code 3)"]
    assert made.faults == (by_itself if way == "by itself" else [])


@pytest.mark.parametrize("away", [False, True])
async def test_a_failed_start_is_a_fault_unless_the_database_is_away(
    made: House, monkeypatch: pytest.MonkeyPatch, away: bool
) -> None:
    async def start(_: House, __: Replica) -> None:
        raise StackError("it ended while starting")

    monkeypatch.setattr(House, "start", start)
    if away:
        made.postgres.there.clear()
    with pytest.raises(StackError):
        await made.start_until(Replica("north", 1, made.folder), tries=2)
    assert len(made.faults) == (0 if away else 2)


# --- blows --------------------------------------------------------------------------------------


async def test_what_falls_when_all_is_over_is_counted_apart(made: House) -> None:
    breaker = Breaker(made)
    made.now = lambda: None  # type: ignore[method-assign, assignment, return-value]
    breaker._note("kill")
    breaker.progress(1.0)
    breaker._note("kill")
    breaker._note("both")
    assert breaker.damage.counts == {"kill": 1, "kill afterwards": 1, "both afterwards": 1}
    assert breaker.damage.kills == 1


async def test_lives_wait_for_blows_that_are_overdue(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    struck, go_on = list[Blow](), asyncio.Semaphore(0)

    async def strike(_: Breaker, blow: Blow) -> None:
        await go_on.acquire()
        struck.append(blow)

    monkeypatch.setattr(Breaker, "strike", strike)
    breaker = Breaker(made)
    striking = asyncio.create_task(
        breaker.strike_all([Blow(moment / 10, "cut") for moment in range(1, 5)])
    )
    await asyncio.sleep(0)
    breaker.progress(0.35)  # three are due
    waiting = asyncio.create_task(breaker.until_caught_up())
    await asyncio.sleep(0.01)
    go_on.release()
    await asyncio.sleep(0.01)
    assert (len(struck), waiting.done()) == (1, False)
    go_on.release()
    await asyncio.wait_for(waiting, 5)
    go_on.release()
    breaker.progress(1.0)
    go_on.release()
    await asyncio.wait_for(striking, 5)


# --- logs ---------------------------------------------------------------------------------------

OUTAGE = (1000.0, 1006.0)


def test_a_jump_of_the_clock_explains_a_job_given_back_and_nothing_else() -> None:
    name = "asyncio: Task exception was never retrieved"
    given_back = events.Event(name, 1004.0, "", events.GIVEN_BACK)
    without = events.Event(name, 1004.0, "OperationalError", "the connection was lost")
    assert given_back.excused([], [1003.0])
    assert not given_back.excused([], [1020.0])
    assert not without.excused([], [1003.0])


def logged(folder: Path, at: float, event: str, **more: str) -> None:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)) + ".000000Z"
    line = {"event": event, "level": "error", "timestamp": stamp, **more}
    with (folder / "north-1.log").open("a", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\n")


@pytest.mark.parametrize(
    ("event", "error", "at", "fault"),
    [
        ("turn_failed", "OperationalError", 1003, False),
        ("turn_failed", "OperationalError", 1020, False),
        ("turn_failed", "OperationalError", 1100, True),
        ("turn_failed", "KeyError", 1003, True),
        ("card_not_drawn", "OperationalError", 1003, True),
        ("effect_gave_up", "", 1003, True),
    ],
)
def test_errors_are_faults_unless_the_databases_absence_explains_them(
    tmp_path: Path, event: str, error: str, at: float, fault: bool
) -> None:
    logged(tmp_path, at, event, error=error)
    found = list(events.errors(tmp_path))
    assert [one.name for one in found] == [event]
    assert bool(events.faults(found, [OUTAGE])) is fault
    name = event if fault else f"{event} (explained)"
    assert events.counted(found, [OUTAGE]) == {name: 1}


@pytest.mark.parametrize(
    ("text", "at", "fault"),
    [
        (events.GIVEN_BACK, 1200, False),
        (events.GIVEN_BACK, 1400, True),
        (events.GIVEN_BACK, 900, True),
        ("because RaiseException: something else", 1200, True),
    ],
)
def test_a_job_given_back_meanwhile_is_explained_by_an_absence_alone(
    text: str, at: float, fault: bool
) -> None:
    died = events.Event(
        "asyncio: Task exception was never retrieved", at, "RaiseException", f"It died {text}"
    )
    assert died.excused([OUTAGE]) is not fault


def test_a_sandbox_that_fails_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "sandbox.log"
    path.write_text("ready\n", encoding="utf-8")
    assert events.sandbox_crashes(tmp_path) == []
    path.write_text("Traceback (most recent call last):\n…\nValueError: x\n", encoding="utf-8")
    assert events.sandbox_crashes(tmp_path) == ["the sandbox itself failed: ValueError: x"]


# --- Microsoft ----------------------------------------------------------------------------------


def counted(wanted: Wanted, lives: int, **audit: Any) -> list[str]:
    verdict = SimpleNamespace(faults=list[str]())
    verdict.fault = verdict.faults.append
    result = cast(Result, SimpleNamespace(wanted=wanted, lives=[None] * lives, verdict=verdict))
    seen = {"struck": {}, "unheard": {}, "meetings": [], "subscriptions": [], **audit}
    with_what_was_counted(result, seen)
    return verdict.faults


def test_every_fault_that_was_wanted_must_have_struck() -> None:
    wanted = Wanted("albertslund", 1, 11, throttled=0, settings={"SUBSCRIPTIONS": "chat"})
    names = [fault.name for fault in wanted.faults if fault.share]
    assert len(names) == 7
    struck = dict.fromkeys(names[1:], 1)
    assert counted(wanted, 11, struck=struck) == [f"{names[0]} was wanted and never struck"]
    assert counted(wanted, 10) == []
    assert len(counted(replace(wanted, settings={}), 11)) == 4


async def test_what_has_not_struck_is_insisted_on() -> None:
    told: list[tuple[str, dict[str, Any]]] = []

    class Sandbox:
        async def audit(self) -> dict[str, Any]:
            return {"struck": {"throttle": 2}}

        async def set_fault(self, name: str, **params: Any) -> None:
            told.append((name, params))

    kinds = [
        microsoft.Fault("throttle", 0.1),
        microsoft.Fault("late_activity", 0.1, {"seconds": 2}),
        microsoft.Fault("lost_activity", 0.0),
    ]
    await microsoft.insist(cast(Any, Sandbox()), kinds)
    assert told == [("late_activity", {"count": 1, "seconds": 2})]


@pytest.mark.parametrize(("state", "left"), [("running", 0), ("ended", 1)])
def test_a_subscription_of_an_ended_meeting_is_a_fault(state: str, left: int) -> None:
    wanted = Wanted("albertslund", 1, 1)
    found = counted(
        wanted, 1,
        meetings=[{"id": "m1", "state": state}],
        subscriptions=[{"id": "s", "kind": "chat", "meeting": "m1"}],
    )  # fmt: skip
    assert found == ["subscriptions of ended meetings still live: {'chat': 1}"][:left]
