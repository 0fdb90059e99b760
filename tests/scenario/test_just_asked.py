"""Whoever presses before it is noted that they were asked is no stranger: found by make chaos.

A process that is killed between posting the card and noting it leaves seconds of this.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import text

from casework.ports import NotReachable
from clock import ShiftedClock
from tests.scenario.refusals import propose
from tests.scenario.stage import Stage, verbs, verdicts
from tests.scenario.test_ambiguous import meet, register
from tests.scenario.test_own_recording import ASSESSED
from tests.scenario.wishing import ASKING, in_town
from texts.catalog import text as text_of


async def unnoted(stage: Stage, change: str) -> None:
    async with stage.database.unit() as unit:
        await unit.session.execute(text(f"UPDATE requests SET {change}"))


async def test_a_leader_whose_card_is_not_noted_yet_is_told_to_try_again(stage: Stage) -> None:
    await meet(stage)
    await register(stage)
    await stage.settle()
    jens = stage.sandbox.world.people["jens"].oid
    await unnoted(stage, "approver_oid = NULL, state = 'received'")
    answer = await stage.press("jens", "grant", **verdicts(remember="against"))
    assert verbs(answer["value"]) == {"grant"}
    assert verdicts(remember="against")["note.remember"] in str(answer["value"])
    assert await stage.rows("SELECT 1 FROM journal WHERE kind = 'decided'") == []
    await unnoted(stage, f"approver_oid = '{jens}', state = 'awaiting_leader'")
    await stage.press("jens", "grant")
    assert (await stage.request())["state"] == "granted"


async def test_somebody_who_was_never_asked_is_not_told_to_wait(stage: Stage) -> None:
    await meet(stage)
    await register(stage)
    await stage.settle()
    chat = stage.personal("jens")
    card = stage.card(chat, having="grant")
    stage.sandbox.world.chats[chat].members.append("nadia")
    await unnoted(stage, "approver_oid = NULL, state = 'received'")
    answer = await stage.do(
        "press", "nadia", chat=chat, message=card.id, verb="grant", data=verdicts()
    )
    assert "grant" not in verbs(answer["value"])
    assert (await stage.request())["state"] == "received"


async def test_whoever_confirms_is_waited_for_too(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.ask("in_person")
        await propose(town)
        await unnoted(town.stage, "confirmer_oid = NULL")
        answer = await town.stage.press("jens", "refuse_agree")
        assert verbs(answer["value"]) == {"refuse_agree"}
        assert (await town.stage.request())["state"] == "granted"


async def test_who_could_not_be_reached_is_asked_when_the_meeting_begins(
    database_url: str, clock: ShiftedClock
) -> None:
    """Her card shows the ground, so it is a look; and what she presses on it is carried out."""
    async with in_town("nyborg", database_url, clock) as town:
        stage, mette = town.stage, town.oid("mette")
        where = await town.where("virtual")
        await stage.press("mette", "register_open")
        stage.sandbox.world.personal_chat("mette").installed = False  # Teams has not said so
        with suppress(NotReachable):  # what she is to do cannot be shown to her either
            await stage.press("mette", "register_submit", **(ASKING["nyborg"] | where))
        await stage.settle()
        assert (await stage.request())["approver_oid"] is None
        assert await stage.rows("SELECT 1 FROM ground_looks") == []
        await stage.do("install_personal", person="mette")
        await town.begin("virtual", "ole")
        assert stage.has_card(stage.personal("mette"), text_of("notice.undecided_at_start"))
        looks = await stage.rows("SELECT oid FROM ground_looks")
        assert [row["oid"] for row in looks] == [mette]
        assert (await stage.request())["approver_oid"] == mette
        (task,) = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'no_approver'")
        assert task["done_at"] is not None
        await stage.press("mette", "grant", **ASSESSED)
        assert (await stage.request())["state"] == "granted"
