"""A yes by mail ends with what to know gone through, and with what the citizen would like (A19, B24, B5)."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED
from tests.scenario.stage import verbs, verdicts, words
from tests.scenario.wishing import Town, in_town


async def granted_by_mail(town: Town, kind: str = "virtual") -> None:
    where = await town.where(kind, in_minutes=5) if kind == "virtual" else await town.where(kind)
    await town.tell(where)
    who, form = (
        ("jens", verdicts()) if town.municipality == "frederiksberg" else ("mette", ASSESSED)
    )
    if who == "mette":
        form = {"verdict.need": "for", "note.need": "Ole har fortalt, at han glemmer aftaler."}
    await town.stage.press(who, "grant", **form)
    request = await town.stage.request()
    assert (request["state"], request["answer_state"]) == ("granted", "sent")


@pytest.mark.rule("A19", "B24")
@pytest.mark.parametrize(
    ("municipality", "said"), [("nyborg", "own_use"), ("frederiksberg", "private_use")]
)
async def test_what_to_know_is_ticked_during_the_meeting(
    municipality: str, said: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await granted_by_mail(town)
        await town.begin("virtual", "ole")
        shown = await town.stage.press("mette", "guide")
        assert "guided" in verbs(shown["value"])
        await town.stage.press("mette", "guided")
        await town.finish("virtual")
        note = await town.note()
        assert "gennemgået, hvad man skal vide" not in note
        assert "hvad optagelsen må bruges til" in note


@pytest.mark.rule("A19")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg"])
async def test_what_was_not_gone_through_is_missing_in_the_note_until_it_is_said(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await granted_by_mail(town)
        await town.begin("virtual", "ole")
        await town.finish("virtual")
        assert "gennemgået, hvad man skal vide" in await town.note()
        shown = await town.stage.press("mette", "note_guidance", guidance="guided")
        assert "gennemgået, hvad man skal vide" not in words(shown["value"])


@pytest.mark.rule("A4", "B4", "B5")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_what_is_wished_for_besides_is_a_task_also_after_a_mail(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        if municipality == "albertslund":
            await town.ask("virtual")
        else:
            await granted_by_mail(town)
        form = await town.stage.press("mette", "wants_open")
        assert "want.companion" in words(form["value"])
        wishes = {"want.companion": "true", "want.interpreter": "true"}
        await town.stage.press("mette", "wants_save", **wishes)
        assert {"companion", "interpreter"} <= await town.tasks()


@pytest.mark.rule("C15")
async def test_the_shortest_form_asks_about_others_too(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        form = await town.stage.press("mette", "talk_open")
        assert "others_affairs" in words(form["value"])
        await town.stage.press(
            "mette", "talk_begin", meeting_kind="phone", citizen_name="Ole Madsen",
            others_affairs="yes",
        )  # fmt: skip
        assert (await town.stage.request())["others_affairs"] is True
