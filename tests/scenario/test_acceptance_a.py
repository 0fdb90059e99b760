"""The acceptance set (domain.md 7) in the general guideline's way: i and ii, for every kind of meeting."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import KINDS, in_town

NOTE = "Ole har fået nedsat hukommelse efter en ulykke og glemmer aftaler samme dag."
NEED = "Ole har svært ved at huske. Mette skriver aftalerne ned sammen med ham undervejs."
WEIGHING = "Til netop dette møde fortæller en nabo om sit eget helbred og sin familie."


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.rule("A3", "A8", "A10", "A12", "A14", "A15")
async def test_i_a_need_is_met_both_record_and_minutes_are_sent(
    database_url: str, clock: ShiftedClock, kind: str
) -> None:
    """(i) A, memory ground, approved, both record, minutes sent."""
    async with in_town("nyborg", database_url, clock) as town:
        stage = town.stage
        assert (await town.ask(kind))["state"] == "under_assessment"
        assert (await stage.request())["approver_oid"] == town.oid("mette")
        without = await stage.press("mette", "grant", **{"verdict.need": "for"})
        assert "note.need" in words(without["value"]), "no yes without a written assessment"
        await stage.press("mette", "grant", **{"verdict.need": "for", "note.need": NOTE})
        request = await stage.request()
        assert (request["state"], request["decided_by"]) == ("granted", town.oid("mette"))
        letter = town.letter()
        for said in ("til dit eget brug", "hjælper dig med sagen", "optager også lyden", "referat"):
            assert said in letter

        await town.begin(kind, "ole")
        if kind == "virtual":
            told = words(stage.card(stage.chat, having="Kommunen optager også lyden").card)
            assert "husk" not in told, "never why"
        why = "Kommunen og Ole skal kunne høre det samme, hvis de husker forskelligt."
        early = await stage.press("mette", "own_started")
        assert "necessity" in words(early["value"])
        assert (await stage.rows("SELECT started_at FROM own_recordings"))[0]["started_at"] is None
        await stage.press("mette", "own_started", necessity=why)
        await stage.press("mette", "own_stopped")
        await stage.press(
            "mette", "own_save", place="Sagen, mappen lyd", delete_on=town.day(days=30)
        )
        own = (await stage.rows("SELECT * FROM own_recordings"))[0]
        assert own["started_at"]
        assert own["stopped_at"]
        assert own["delete_on"]

        await town.finish(kind)
        assert "minutes" in await town.tasks()
        await stage.press("mette", "task_done", having="referat")
        assert (await stage.rows("SELECT done_at FROM tasks WHERE kind = 'minutes'"))[0][
            "done_at"
        ] is None, "closing the task takes the day"
        await stage.press("mette", "task_done", having="referat", done_on=town.day())
        minutes = (await stage.rows("SELECT * FROM tasks WHERE kind = 'minutes'"))[0]
        assert minutes["done_at"]
        assert str(minutes["done_on"]) == town.day()
        note = await town.note()
        assert NOTE in note
        assert "mappen lyd" in note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.rule("A3", "A10", "A16", "A17", "A18")
async def test_ii_a_refusal_answers_the_need_and_can_be_said_aloud(
    database_url: str, clock: ShiftedClock, kind: str
) -> None:
    """(ii) A, refused, spoken reasons."""
    async with in_town("nyborg", database_url, clock) as town:
        stage = town.stage
        await town.ask(kind, answer_by="spoken", contact="12 34 56 78")
        against = {"verdict.need": "against", "note.need": NOTE}
        await stage.press("mette", "refuse_open", **against)
        silent = await town.refuse("mette", "", weighing=WEIGHING)
        assert "part.need" in words(silent["value"]), "a stated need is answered"
        stock = await town.refuse(
            "mette", "", need=NEED, weighing="Vores retningslinjer tillader det ikke."
        )
        assert "refuse_confirm" not in verbs(stock["value"])
        assert (await stage.request())["state"] == "under_assessment"
        await town.refuse("mette", "", need=NEED, weighing=WEIGHING)
        request = await stage.request()
        assert (request["state"], request["decided_by"]) == ("not_granted", town.oid("mette"))
        assert request["answer_state"] == "ready", "refused, but nobody has told the citizen yet"

        handover = words((await stage.press("mette", "handover_open"))["value"])
        assert "nabo" in handover
        await stage.press("mette", "handover_save", how="spoken")
        assert (await stage.request())["answer_state"] == "delivered"
        await town.begin(kind, "ole")
        await town.finish(kind)
        assert "minutes" in await town.tasks()
        assert WEIGHING in await town.note()
