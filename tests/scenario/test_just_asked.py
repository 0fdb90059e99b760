"""Whoever presses before it is noted that they were asked is no stranger: found by make chaos.

A process that is killed between posting the card and noting it leaves seconds of this.
"""

from __future__ import annotations

from sqlalchemy import text

from clock import ShiftedClock
from tests.scenario.refusals import propose
from tests.scenario.stage import Stage, verbs, verdicts
from tests.scenario.test_ambiguous import meet, register
from tests.scenario.wishing import in_town


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
