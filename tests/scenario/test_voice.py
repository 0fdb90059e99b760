"""Lydhør says it aloud in the call, and only what was heard to its end counts (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from casework.meeting import calls
from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_meetings import grant_a_wish
from tests.speech import spoken_in


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("frederiksberg"))


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, VOICE="1", DATA_DIR=data_dir) as made:
        yield made
        made.calm()


async def in_the_lobby(stage: Stage, *people: str) -> None:
    """A recorded meeting that one can dial into; the bot waits to be let in."""
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole", *people)
    await stage.pass_time(seconds=6)


async def let_in(stage: Stage) -> None:
    await stage.do("admit_bot", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=2)


async def spoken_to(stage: Stage, *people: str) -> None:
    """As ``in_the_lobby``, let in, and the prompt played to its end."""
    await in_the_lobby(stage, *people)
    await let_in(stage)
    await stage.pass_time(seconds=60)


async def call(stage: Stage) -> Any:
    return (await stage.rows("SELECT * FROM calls ORDER BY attempt DESC LIMIT 1"))[0]


async def ledger(stage: Stage, kind: str) -> list[Any]:
    return await stage.rows("SELECT * FROM informed WHERE kind = :k ORDER BY created_at", k=kind)


def heard(stage: Stage, person: str) -> list[str]:
    meeting = stage.sandbox.world.meetings[stage.meeting]
    return [h["text"] for h in meeting.heard if h["person"] == person]


@pytest.mark.rule("B20")
async def test_who_is_on_the_phone_hears_it_and_is_told_by_that(stage: Stage) -> None:
    await spoken_to(stage, "bent")
    assert (await call(stage))["state"] == "spoken"
    assert len(heard(stage, "bent")) == 1
    row = (await ledger(stage, "caller"))[0]
    assert (row["grade"], row["channel"]) == ("prompt_completed", "spoken")
    assert row["evidence"].startswith("prompt:")
    assert stage.has_card(stage.personal("mette"), "Alle, vi kender til i mødet, er oplyst")


@pytest.mark.rule("B20")
async def test_the_note_tells_who_heard_it_in_the_call(stage: Stage) -> None:
    await spoken_to(stage, "bent")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=2)
    note = words(stage.card(stage.personal("mette"), having="Lydhør sagde det højt").card)
    told = note.split("Med i opkaldet imens: ")[1].split(".")[0]
    names = await stage.rows("SELECT id FROM informed WHERE kind = 'caller'")
    async with stage.database.unit() as unit:
        caller = (await unit.personal.get(names[0]["id"]))["name"]
    assert caller in told


@pytest.mark.rule("B20")
async def test_the_ledger_says_who_must_hear_it_until_the_prompt_has_ended(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    assert (await call(stage))["state"] == "lobby"
    assert stage.has_card(stage.personal("mette"), "Luk Lydhør ind, eller læs teksten op")
    tasks = await stage.rows("SELECT kind FROM tasks WHERE done_at IS NULL")
    assert "read_aloud" in [t["kind"] for t in tasks]
    await let_in(stage)
    assert (await call(stage))["state"] == "playing"
    assert stage.has_card(stage.personal("mette"), "Telefon 1 – skal have det at høre")
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    await stage.pass_time(seconds=60)
    assert not stage.has_card(stage.personal("mette"), "skal have det at høre")
    done = await stage.rows("SELECT kind FROM tasks WHERE done_at IS NOT NULL")
    assert "read_aloud" in [t["kind"] for t in done]


@pytest.mark.rule("B20")
async def test_who_comes_while_it_is_spoken_has_not_heard_it(stage: Stage) -> None:
    await in_the_lobby(stage)
    await let_in(stage)
    await stage.join("bent")
    await stage.pass_time(seconds=60)
    assert heard(stage, "bent") == []
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    await stage.pass_time(seconds=10)  # collected for eight seconds, then spoken to
    await stage.pass_time(seconds=60)
    assert len(heard(stage, "bent")) == 1
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"


async def test_who_was_on_hold_has_not_heard_it(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    await let_in(stage)
    await stage.do("hold", "bent", meeting=stage.meeting, person="bent", held=True)
    await stage.pass_time(seconds=2)
    await stage.do("hold", "bent", meeting=stage.meeting, person="bent", held=False)
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    await stage.pass_time(seconds=10)
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"


async def test_many_who_come_late_are_spoken_to_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await spoken_to(stage)
    # What comes together is a matter of seconds: on a slow machine it would be of the machine's.
    stands = stage.clock.now() - stage.clock.offset
    monkeypatch.setattr(stage.clock, "now", lambda: stands + stage.clock.offset)
    before = stage.sandbox.world.count("POST", "playPrompt")
    await stage.join("bent")
    await stage.pass_time(seconds=3)
    await stage.join("amal")
    await stage.do("sit", "mette", meeting=stage.meeting, kind="onPremises")
    await stage.pass_time(seconds=10)
    await stage.pass_time(seconds=60)
    assert stage.sandbox.world.count("POST", "playPrompt") == before + 1
    for kind in ("caller", "anonymous", "device"):
        assert [r["grade"] for r in await ledger(stage, kind)] == ["prompt_completed"], kind


async def test_a_guest_who_comes_back_is_not_told_twice(stage: Stage) -> None:
    await spoken_to(stage, "amal")
    before = stage.sandbox.world.count("POST", "playPrompt")
    assert [r["grade"] for r in await ledger(stage, "anonymous")] == ["prompt_completed"]
    await stage.do("leave", "amal", meeting=stage.meeting, person="amal")
    await stage.pass_time(seconds=30)
    await stage.join("amal")
    await stage.pass_time(seconds=30)
    assert stage.sandbox.world.count("POST", "playPrompt") == before
    assert len(await ledger(stage, "anonymous")) == 1


@pytest.mark.parametrize("masked", [True, False])
async def test_a_caller_who_comes_back_is_known_by_a_number_that_shows(
    stage: Stage, *, masked: bool
) -> None:
    stage.sandbox.world.switches["phone_numbers_masked"] = masked
    await spoken_to(stage, "bent")
    before = stage.sandbox.world.count("POST", "playPrompt")
    await stage.do("leave", "bent", meeting=stage.meeting, person="bent")
    await stage.pass_time(seconds=30)
    await stage.join("bent")
    await stage.pass_time(seconds=12)
    await stage.pass_time(seconds=60)
    assert stage.sandbox.world.count("POST", "playPrompt") == before + masked
    assert len(await ledger(stage, "caller")) == 1 + masked
    assert {r["grade"] for r in await ledger(stage, "caller")} == {"prompt_completed"}
    stored = str(await stage.rows("SELECT * FROM informed")) + str(
        await stage.rows("SELECT * FROM call_seats")
    )
    assert "+45" not in stored


async def test_what_nobody_knows_the_kind_of_must_hear_it_too(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("sit", "mette", meeting=stage.meeting, kind="hologram")
    await stage.pass_time(seconds=6)
    await let_in(stage)
    assert stage.has_card(stage.personal("mette"), "Ukendt deltager 1 – skal have det at høre")
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "unknown"))[0]["grade"] == "prompt_completed"


# --- every way it can go wrong ---------------------------------------------------------------


def asked_to_read(stage: Stage) -> bool:
    return stage.has_card(stage.personal("mette"), "Jeg har læst teksten op for alle")


async def test_a_call_that_is_refused_is_read_aloud_instead(stage: Stage) -> None:
    await stage.fault("missing_permission", permission="Calls.JoinGroupCalls.Chat")
    await in_the_lobby(stage, "bent")
    assert (await call(stage))["state"] == "denied"
    assert stage.has_card(stage.personal("mette"), "måtte ikke komme ind i opkaldet")
    assert asked_to_read(stage)
    await stage.press("mette", "read_aloud")
    assert {r["grade"] for r in await stage.rows("SELECT grade FROM informed")} == {"confirmed"}
    await stage.pass_time(minutes=2)
    assert stage.sandbox.world.count("POST", "communications/calls") == 1  # and not knocked again


async def test_nobody_lets_it_in(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    await stage.pass_time(minutes=11)
    assert (await call(stage))["state"] == "lobby_timeout"
    assert stage.has_card(stage.personal("mette"), "Ingen lukkede Lydhør ind")


async def test_somebody_turns_it_away_at_the_lobby(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    assert (await call(stage))["state"] == "denied"
    assert asked_to_read(stage)


async def test_somebody_takes_it_out_of_the_call(stage: Stage) -> None:
    await spoken_to(stage, "bent")
    assert (await ledger(stage, "phone"))[0]["grade"] == "prompt_completed"
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    assert (await call(stage))["state"] == "removed"
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"  # that was heard
    assert (await ledger(stage, "phone"))[0]["grade"] == "none"  # who dials in now, nobody sees
    assert asked_to_read(stage)


@pytest.mark.parametrize("silent", [True, False])
async def test_a_muted_prompt_tells_nobody(stage: Stage, *, silent: bool) -> None:
    stage.sandbox.world.switches["muted_prompt_silent"] = silent
    await in_the_lobby(stage, "bent")
    await let_in(stage)
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=True)
    await stage.pass_time(seconds=2)
    assert (await call(stage))["state"] == "muted"
    assert stage.has_card(stage.personal("mette"), "Lydhørs lyd er slået fra")
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=False)
    await stage.pass_time(seconds=5)
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"


async def test_a_prompt_that_fails_is_played_once_more_and_then_read_aloud(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    await stage.fault("prompt_fails", count=2)
    await let_in(stage)
    await stage.pass_time(seconds=5)
    await stage.pass_time(seconds=5)
    assert (await call(stage))["state"] == "failed"
    assert [r["state"] for r in await stage.rows("SELECT state FROM spoken")] == ["failed"] * 2
    assert (await call(stage))["hung_up_at"] is not None
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    assert stage.has_card(stage.personal("mette"), "kunne ikke afspille teksten")


async def test_an_end_that_is_never_reported_is_no_evidence(stage: Stage) -> None:
    await in_the_lobby(stage, "bent")
    await stage.fault("lost_call_report", name="completed", count=1)
    await let_in(stage)
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "none"
    await stage.pass_time(seconds=40)
    await stage.pass_time(seconds=5)
    await stage.pass_time(seconds=60)
    assert [r["state"] for r in await stage.rows("SELECT state FROM spoken ORDER BY asked_at")] == [
        "failed",
        "completed",
    ]
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"


async def test_it_stays_for_as_long_as_the_meeting_and_hangs_up_then(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True, minutes=180)
    await grant_a_wish(stage)
    await stage.start("ole", "bent")
    await stage.pass_time(seconds=6)
    await let_in(stage)
    for _ in range(8):
        await stage.pass_time(minutes=10)
    assert (await call(stage))["state"] == "spoken"
    assert stage.sandbox.world.count("POST", "keepAlive") >= 4
    await stage.fault("lost_call_report", name="terminated")
    await stage.do("end", "mette", meeting=stage.meeting)
    assert (await call(stage))["state"] in ("hung_up", "alone")
    assert (await call(stage))["hung_up_at"] is not None


async def test_a_call_that_falls_away_is_made_again_and_the_employee_asked(stage: Stage) -> None:
    await spoken_to(stage, "bent")
    for leg in stage.sandbox.bot_calls.live(stage.sandbox.world.meetings[stage.meeting]):
        await stage.sandbox.bot_calls.end(leg, 408, 8537)
    await stage.settle()
    states = [r["state"] for r in await stage.rows("SELECT state FROM calls ORDER BY attempt")]
    assert states == ["keepalive_lost", "lobby"]
    assert asked_to_read(stage)
    await let_in(stage)
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "phone"))[0]["grade"] == "prompt_completed"


async def test_a_withdrawn_wish_is_said_aloud_too_and_then_it_leaves(stage: Stage) -> None:
    await spoken_to(stage, "bent")
    await stage.press("mette", "withdraw")
    await stage.pass_time(seconds=5)
    await stage.pass_time(seconds=60)
    assert "gælder ikke længere" in heard(stage, "bent")[-1]
    assert (await call(stage))["state"] == "hung_up"
    rows = await stage.rows("SELECT outcome FROM spoken ORDER BY asked_at")
    assert [r["outcome"] for r in rows] == ["one", "revoked"]


@pytest.mark.parametrize(("outcome", "words"), [("stop", "Stop optagelsen nu"), ("again", "slut")])
async def test_a_pause_is_said_aloud_and_is_no_telling(
    stage: Stage, outcome: Any, words: str
) -> None:
    await spoken_to(stage, "bent")
    occurrence = (await stage.rows("SELECT id FROM occurrences"))[0]["id"]
    before = await stage.rows("SELECT evidence FROM informed ORDER BY id")
    async with stage.database.unit() as unit:
        assert await calls.say(unit, occurrence, outcome)
    await stage.settle()
    await stage.pass_time(seconds=60)
    assert words in heard(stage, "bent")[-1]
    assert await stage.rows("SELECT evidence FROM informed ORDER BY id") == before
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    async with stage.database.unit() as unit:
        assert not await calls.say(unit, occurrence, outcome)


async def test_nobody_need_hear_a_meeting_that_everybody_can_read(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.pass_time(minutes=1)
    assert await stage.rows("SELECT 1 FROM calls") == []
    await stage.join("amal")  # whom no notification reaches
    await stage.pass_time(seconds=6)
    await let_in(stage)
    await stage.pass_time(seconds=60)
    assert [r["grade"] for r in await ledger(stage, "anonymous")] == ["prompt_completed"]


@pytest.mark.parametrize("switch", ["call_reports_odd", "call_reports_disordered"])
async def test_reports_in_either_form_and_order(stage: Stage, switch: str) -> None:
    stage.sandbox.world.switches[switch] = False
    stage.sandbox.world.switches["call_issuer"] = "https://graph.microsoft.com"
    stage.sandbox.world.switches["bot_lobby"] = False
    stage.sandbox.world.switches["roster_reports_all"] = True
    await stage.fault("duplicate_call_report")
    await spoken_to_at_once(stage)
    await stage.pass_time(seconds=9)  # who came while it was said hears it once more
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"
    assert len(await stage.rows("SELECT 1 FROM spoken")) == 2


async def spoken_to_at_once(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole", "bent")
    await stage.pass_time(seconds=6)
    await stage.pass_time(seconds=60)


async def test_without_any_report_it_still_finds_its_way(stage: Stage) -> None:
    stage.sandbox.world.switches["bot_lobby"] = False
    await stage.fault("lost_call_report")
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole", "bent")
    await stage.pass_time(seconds=6)
    stage.sandbox.world.faults.clear("lost_call_report")
    await stage.pass_time(seconds=60)
    assert (await ledger(stage, "caller"))[0]["grade"] == "prompt_completed"
