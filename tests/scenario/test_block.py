"""The block: held on every occasion, put back when it is switched on, and every other state told as it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_meetings import grant_a_wish
from texts.catalog import text

PATCH = "PATCH /graph/v1.0/users/{user}/onlineMeetings/{meeting}"
SWEPT, CLOSELY = {"minutes": 3.0}, {"seconds": 11.0}  # as docs/blocking.md says
OFF = {"allowRecording": False, "allowTranscription": False, "recordAutomatically": False}


async def the_meeting(stage: Stage) -> Any:
    return (await stage.rows("SELECT * FROM meetings ORDER BY created_at DESC LIMIT 1"))[0]


async def put_back(stage: Stage) -> int:
    rows = await stage.rows("SELECT count(*) AS n FROM journal WHERE kind = 'switch_put_back'")
    return int(rows[0]["n"])


def options(stage: Stage) -> dict[str, Any]:
    return stage.sandbox.world.meetings[stage.meeting].options


async def flip(stage: Stage, **switches: bool) -> None:
    """The organizer changes Meeting options by hand; nobody tells the bot."""
    changed = switches or {"allowRecording": True}
    stage.sandbox.world.meetings[stage.meeting].options.update(changed)


def is_off(stage: Stage) -> bool:
    return OFF.items() <= options(stage).items()


def said(stage: Stage, chat: str) -> str:
    return " | ".join(words(m.card) for m in stage.messages(chat) if m.card)


# --- every occasion -----------------------------------------------------------------------------


@pytest.mark.rule("A20", "B29")
async def test_an_install_switches_everything_off_and_reads_it_back(stage: Stage) -> None:
    await stage.meet(in_minutes=120, install=False, recordAutomatically=True)
    assert options(stage)["allowRecording"] is True
    await stage.do("install_app", "mette", meeting=stage.meeting)
    assert is_off(stage)
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("held", "")
    assert await put_back(stage) == 0  # the first time is nobody's doing
    assert "Spærret: optagelse i Teams er slået fra." in said(stage, stage.chat)


async def test_a_decision_holds_it_again(stage: Stage) -> None:
    await stage.meet(in_minutes=600)
    await flip(stage)
    await grant_a_wish(stage)
    assert is_off(stage)
    assert await put_back(stage) == 1


async def test_ten_minutes_before_it_is_held_again(stage: Stage) -> None:
    await stage.meet(in_minutes=12)
    await stage.pass_time(seconds=70)  # the sweep has been; its next look is later than this
    await flip(stage)
    await stage.pass_time(seconds=40)
    assert not is_off(stage)
    await stage.pass_time(seconds=20)
    assert is_off(stage)


async def test_the_start_holds_it_again(stage: Stage) -> None:
    await stage.meet(in_minutes=5)
    await flip(stage, allowTranscription=True)
    await stage.start("ole")
    assert is_off(stage)


async def test_a_signal_holds_it_again_and_reads_back(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    assert not (await stage.do("record", "mette", meeting=stage.meeting, force=True))["refused"]
    await flip(stage, allowRecording=False)
    patches = stage.sandbox.world.count("PATCH", "onlineMeetings")
    await stage.pass_time(seconds=11)
    assert stage.sandbox.world.count("PATCH", "onlineMeetings") == patches + 1


# --- flipped back again and again ---------------------------------------------------------------


async def test_flipped_back_five_times_in_a_row(stage: Stage) -> None:
    """Put back each time; told once each time on one card; after three people are asked. The sweep finds
    the first; from then on the watch looks closely."""
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    mette, jens = stage.personal("mette"), stage.personal("jens")
    for times in range(1, 6):
        await flip(stage)
        await stage.pass_time(**(SWEPT if times == 1 else CLOSELY))
        assert is_off(stage)
        assert await put_back(stage) == times
        assert (await the_meeting(stage))["block_state"] == "held"
        cards = [m for m in stage.messages(mette) if "Optagelse er slået fra igen" in words(m.card)]
        assert len(cards) == (1 if times < 3 else 2)
        if times > 1:
            assert f"slået til {times} gange" in words(cards[-1].card)
        asked = "være slået fra" in said(stage, mette)
        assert asked == ("Tal med mødets arrangør" in said(stage, jens)) == (times >= 3)
    tasks = await stage.rows("SELECT kind FROM tasks ORDER BY kind")
    assert [row["kind"] for row in tasks] == ["keep_switched_off", "switch_reopened"]


async def test_switched_on_in_a_meeting_that_runs_it_is_off_again_within_three_minutes(
    stage: Stage,
) -> None:
    """Nothing was recorded and the chat can be read: the sweep alone finds it, and soon enough."""
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    await stage.pass_time(seconds=30)
    await flip(stage)
    for _ in range(18):
        await stage.pass_time(seconds=10)
        if is_off(stage):
            break
    assert is_off(stage)
    assert await put_back(stage) == 1


async def test_the_watch_of_a_quiet_meeting_reads_no_switches(stage: Stage) -> None:
    """The chat is looked at every few seconds; the switches are the sweep's, twenty to a call."""
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    stage.sandbox.world.forget_calls()
    for _ in range(12):
        await stage.pass_time(seconds=4)
    assert stage.sandbox.world.count("GET", "/messages") >= 10
    assert stage.sandbox.world.count("GET", "onlineMeetings") <= 1


async def test_a_recording_that_runs_is_told_of_by_its_warning_alone(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=11)
    assert await put_back(stage) == 1
    told = said(stage, stage.personal("mette"))
    assert "Teams optager mødet" in told
    assert text("card.put_back.why", "da") not in told


async def test_an_organizer_without_a_chat_stops_nothing(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.do("remove_personal", "mette", person="mette")
    await stage.start("ole")
    for times in (1, 2):
        await flip(stage)
        await stage.pass_time(**SWEPT)
        assert is_off(stage)
        assert await put_back(stage) == times


# --- every other state, with its reason and what can be done ---------------------------------------


async def told_as(stage: Stage, state: str, reason: str) -> None:
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == (state, reason)
    shown = said(stage, stage.chat)
    for key in (state, f"why_{reason}", f"do_{reason}"):
        assert text(f"card.block.{key}", "da") in shown
    assert "Spærret" not in shown


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("MeetNow", "instant_meeting"),
        ("OneToOneCall", "one_to_one_call"),
        ("GroupCall", "group_call"),
        ("ChannelScheduled", "channel_meeting"),
    ],
)
async def test_what_graph_has_no_switches_for_is_out_of_reach(
    stage: Stage, kind: str, reason: str
) -> None:
    await stage.meet(in_minutes=1, kind=kind)
    await told_as(stage, "out_of_reach", reason)
    await stage.start("ole")
    await told_as(stage, "out_of_reach", reason)


@pytest.mark.parametrize(
    ("kind", "switch"),
    [
        ("MeetNow", "instant_meetings_in_graph"),
        ("ChannelScheduled", "channel_meetings_in_graph"),
    ],
)
async def test_where_graph_does_know_them_they_are_held(
    stage: Stage, kind: str, switch: str
) -> None:
    stage.sandbox.world.switches[switch] = True
    await stage.meet(in_minutes=60, kind=kind)
    assert is_off(stage)
    assert (await the_meeting(stage))["block_state"] == "held"


async def test_a_foreign_organizers_meeting(stage: Stage) -> None:
    await stage.meet(in_minutes=60, foreignOrganizer=True)
    await told_as(stage, "out_of_reach", "foreign_organizer")


@pytest.mark.parametrize("status", [403, 404])
async def test_a_missing_access_policy_whatever_its_status(stage: Stage, status: int) -> None:
    stage.sandbox.world.switches["missing_access_policy_status"] = status
    await stage.fault("missing_access_policy")
    await stage.meet(in_minutes=60)
    await told_as(stage, "unverifiable", "access_policy_missing")


async def test_a_missing_permission(stage: Stage) -> None:
    await stage.fault("missing_permission", permission="OnlineMeetings.ReadWrite.All")
    await stage.meet(in_minutes=60)
    await told_as(stage, "unverifiable", "permission_missing")


async def test_graph_that_does_not_answer(stage: Stage) -> None:
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    await stage.meet(in_minutes=60)
    await told_as(stage, "unverifiable", "no_answer")


async def test_a_licence_that_silently_changes_nothing(stage: Stage) -> None:
    await stage.fault("ignored_patch", property="allowTranscription")
    await stage.meet(in_minutes=60)
    await told_as(stage, "unverifiable", "unchanged")


async def test_automatic_recording_that_cannot_be_changed_while_it_runs(stage: Stage) -> None:
    await stage.meet(in_minutes=1, install=False, recordAutomatically=True)
    options(stage)["allowRecording"] = False  # an administrator's policy: nothing is recording
    await stage.start("ole")
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=21)
    await told_as(stage, "unverifiable", "automatic_while_running")


async def test_a_meeting_that_microsoft_has_forgotten(stage: Stage) -> None:
    await stage.meet(in_minutes=5)
    await stage.start("ole")
    await stage.pass_time(hours=2)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(days=61)
    await stage.start("ole")  # the same old link, long after
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("unverifiable", "meeting_expired")
    assert text("card.block.do_meeting_expired", "da") in said(stage, stage.chat)


# --- transcription and cameras, as the profile chooses ---------------------------------------------


async def choosing(tmp_path: Path, **changed: Any) -> str:
    """A profile of its own: Frederiksberg's with other choices."""
    path = Path(__file__).parents[2] / "guidelines" / "frederiksberg.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in ("valid_from", "valid_to", "evaluate_on"):
        raw[name] = str(raw[name]) if raw[name] else None
    target = tmp_path / "egen.yaml"
    target.write_text(
        yaml.safe_dump(raw | {"id": "egen"} | changed, allow_unicode=True), encoding="utf-8"
    )
    return str(target)


async def test_cameras_are_off_once_a_recording_is_granted_and_given_back(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    profile = await choosing(tmp_path, attendee_cameras="off_when_granted")
    async with on_stage(database_url, clock, MUNICIPALITY=profile) as stage:
        await stage.meet(in_minutes=600)
        assert options(stage)["allowAttendeeToEnableCamera"] is True
        await grant_a_wish(stage)
        assert options(stage)["allowAttendeeToEnableCamera"] is False
        assert (await the_meeting(stage))["cameras"] == "off"
        assert text("card.cameras.off", "da") in said(stage, stage.chat)
        await flip(stage, allowAttendeeToEnableCamera=True)
        await stage.pass_time(minutes=16)
        assert options(stage)["allowAttendeeToEnableCamera"] is False
        await stage.press("mette", "withdraw")
        assert options(stage)["allowAttendeeToEnableCamera"] is True
        assert (await the_meeting(stage))["cameras"] == "untouched"
        stage.calm()


async def test_cameras_that_stay_on_are_not_called_off(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    profile = await choosing(tmp_path, attendee_cameras="off_when_granted")
    async with on_stage(database_url, clock, MUNICIPALITY=profile) as stage:
        await stage.meet(in_minutes=600)
        await stage.fault("ignored_patch", property="allowAttendeeToEnableCamera")
        await grant_a_wish(stage)
        row = await the_meeting(stage)
        assert (row["cameras"], row["block_state"]) == ("unverifiable", "held")
        assert text("card.cameras.unverifiable", "da") in said(stage, stage.chat)


async def test_by_default_nobody_touches_the_cameras(stage: Stage) -> None:
    await stage.meet(in_minutes=600)
    await grant_a_wish(stage)
    assert options(stage)["allowAttendeeToEnableCamera"] is True
    assert (await the_meeting(stage))["cameras"] == "untouched"


async def test_a_profile_that_keeps_transcription_leaves_it_alone(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    profile = await choosing(tmp_path, keep_transcription=True)
    async with on_stage(database_url, clock, MUNICIPALITY=profile) as stage:
        await stage.meet(in_minutes=60)
        assert options(stage)["allowTranscription"] is True
        assert options(stage)["allowRecording"] is False
        assert (await the_meeting(stage))["block_state"] == "held"


async def test_a_moved_meeting_moves_the_ten_minutes_along(stage: Stage) -> None:
    await stage.meet(in_minutes=120)
    sooner = stage.clock.now() + timedelta(minutes=60)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=sooner.isoformat())
    await stage.pass_time(minutes=16)
    due = await stage.rows(
        "SELECT due_at FROM effects WHERE kind = 'hold_block' AND key LIKE :k", k="%:before"
    )
    assert abs(due[0]["due_at"] - sooner + timedelta(minutes=10)) < timedelta(seconds=1)
