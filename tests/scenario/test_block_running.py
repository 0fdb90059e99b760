"""A switch that is seen open while the meeting runs: whoever sees it first, it is the same incident; and
meetings that do not answer keep nobody from those that run."""

from __future__ import annotations

from datetime import datetime, timedelta

from casework import effects
from casework.jobs.sweeping import IN_A_BATCH
from store import find
from tests.scenario.stage import Stage
from tests.scenario.test_recording import incidents, journal, run, said, switches, the_meeting


async def only(stage: Stage, kind: str) -> None:
    """Of what is due only this kind: the watch and the other occasions come a minute later."""
    await stage.rows(
        "UPDATE effects SET due_at = :later WHERE kind <> :kind AND done_at IS NULL RETURNING key",
        later=stage.clock.now() + timedelta(minutes=10),
        kind=kind,
    )


async def test_an_open_switch_that_another_occasion_reads_first_is_the_same_incident(
    stage: Stage,
) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    async with stage.database.unit() as unit:
        found = await find.meeting_by_chat(unit.session, stage.chat)
        assert found is not None
        await effects.hold_block(unit, found, "sweep")
    await only(stage, "hold_block")
    await stage.settle()
    assert switches(stage)["allowRecording"] is False
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("switch", "off_again")
    assert len(await journal(stage, "recording_possible")) == 1
    await stage.pass_time(minutes=11)
    assert len(await incidents(stage)) == 1
    assert "Mødet kan være optaget i Teams" in said(stage, "mette")


async def test_an_open_switch_is_no_incident_where_the_chat_says_that_nobody_records(
    stage: Stage,
) -> None:
    await run(stage)
    await stage.pass_time(seconds=11)
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    await stage.pass_time(minutes=3)
    assert switches(stage)["allowRecording"] is False
    assert await incidents(stage) == []
    assert (await the_meeting(stage))["put_back"] == 1


# --- the sweep, where many do not answer ---------------------------------------------------------


async def many_more(stage: Stage, number: int, state: str, *, running: bool = False) -> None:
    """So many meetings like the one that is there, asked about long ago."""
    (row,) = await stage.rows("SELECT * FROM meetings WHERE chat_id NOT LIKE 'more-%'")
    own = ("id", "chat_id", "graph_id", "state", "block_asked_at", "ends_at")
    listed = ", ".join(name for name in row if name not in own)
    await stage.rows(
        f"INSERT INTO meetings (id, chat_id, graph_id, state, block_asked_at, ends_at, {listed})"
        " SELECT gen_random_uuid(), 'more-' || :state || n, 'more-' || n, :state, :asked, :ended,"
        f" {listed} FROM meetings, generate_series(1, :many) AS n WHERE id = :like RETURNING id",
        many=number,
        state=state,
        like=row["id"],
        asked=stage.clock.now() - timedelta(days=2),
        ended=stage.clock.now() - timedelta(hours=2),
    )
    if running:
        await stage.rows(
            "INSERT INTO occurrences (id, meeting_id, started_at, noticed_by, tellings)"
            " SELECT gen_random_uuid(), id, :at, 'event', 0 FROM meetings"
            " WHERE chat_id LIKE 'more-%' RETURNING id",
            at=stage.clock.now(),
        )


async def asked_at(stage: Stage) -> datetime:
    """When the first meeting was asked about last."""
    query = "SELECT block_asked_at FROM meetings WHERE chat_id NOT LIKE 'more-%'"
    at: datetime = (await stage.rows(query))[0]["block_asked_at"]
    return at


async def sweeps(stage: Stage, number: int) -> None:
    for _ in range(number):
        await only(stage, "sweep")
        await stage.pass_time(minutes=1)


async def test_past_meetings_that_do_not_answer_keep_nobody_from_those_that_run(
    stage: Stage,
) -> None:
    await run(stage)
    await many_more(stage, IN_A_BATCH * 2, "past")
    await stage.fault("fail", route="$batch", status=503, count=None)
    before = await asked_at(stage)
    await sweeps(stage, 4)
    assert await asked_at(stage) > before


async def test_running_meetings_that_do_not_answer_keep_nobody_from_the_others(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=120)
    await many_more(stage, IN_A_BATCH * 2, "coming", running=True)
    await stage.fault("fail", route="$batch", status=503, count=None)
    await stage.pass_time(minutes=16)
    before = await asked_at(stage)
    await sweeps(stage, 6)
    assert await asked_at(stage) > before
