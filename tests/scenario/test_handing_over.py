"""How the answer reached the citizen is chosen by a person; pressing through delivers nothing (A16)."""

from __future__ import annotations

from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, REASONS, propose
from tests.scenario.stage import verbs, verdicts, words
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town

NYBORG = "nyborg"


async def refused(town: Town, **how: str) -> Any:
    await town.ask("phone", **how)
    await town.stage.press("mette", "refuse_open", **ASSESSED)
    await town.stage.press("mette", "refuse_preview", **REASONS)
    await town.stage.press("mette", "refuse_confirm")
    return await town.stage.request()


@pytest.mark.rule("A16", "B19", "C28")
@pytest.mark.parametrize(
    ("how", "contact"), [("email", "ole@borger.example"), ("spoken", "12 34 56 78")]
)
async def test_pressing_through_the_form_delivers_nothing(
    how: str, contact: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(NYBORG, database_url, clock) as town:
        before = await refused(town, answer_by=how, contact=contact)
        await town.stage.press("mette", "handover_open")
        asked = await town.stage.press("mette", "handover_save")
        assert "handover_save" in words(asked["value"])
        assert "hvordan borgeren fik svaret" in words(asked["value"])
        now = await town.stage.request()
        assert (now["answer_state"], now["answer_how"]) == (before["answer_state"], None)
        await town.stage.press("mette", "handover_save", how="spoken")
        now = await town.stage.request()
        assert (now["answer_state"], now["answer_how"]) == ("delivered", "spoken")


SECRET = "Ole skrev den 3. marts, at Mette skal hænges ud."


@pytest.mark.rule("B16")
async def test_what_was_written_of_the_purpose_is_for_assessor_and_leader_only(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await town.ask("phone", caseworker="department")
        form = verdicts(purpose="against") | {"note.purpose": SECRET}
        await stage.press("jens", "refuse_open", **form)
        await stage.press("jens", "refuse_preview", **REASONS)
        await stage.press("jens", "refuse_confirm")
        request = await stage.request()
        assert request["state"] == "not_granted"
        await stage.pass_time(hours=4)
        about = {"request_id": str(request["id"])}
        for verb in ("note", "handover_open"):
            assert "Tag ønsket først" in words(await forge(stage, "nadia", verb, about))
        for message in stage.messages(stage.personal("nadia")):
            shown = message.card_for("nadia")
            assert not {"note", "handover_open"} & verbs(shown)
            assert REASONS["part.weighing"] not in words(shown)
        theirs = words(await forge(stage, "mette", "note", about))
        assert "note_copied" in theirs
        assert "kun den læse" in theirs
        for person in ("mette", "nadia", "birgit"):
            assert not [
                m for m in stage.messages(stage.personal(person)) if SECRET in words(m.card)
            ]
        assert SECRET not in theirs
        assert SECRET in words(await forge(stage, "jens", "note", about))


@pytest.mark.rule("A16", "B19")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_the_script_says_that_reasons_were_given_only_when_they_were(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual", answer_by="spoken", contact="12 34 56 78")
        if municipality == "albertslund":
            await propose(town)
            await stage.press("jens", "refuse_agree")
        else:
            who = "jens" if municipality == "frederiksberg" else "mette"
            form = verdicts(purpose="against") if who == "jens" else ASSESSED
            await stage.press(who, "refuse_open", **form)
            await stage.press(who, "refuse_preview", **REASONS)
            await stage.press(who, "refuse_confirm")
        await town.begin("virtual", "ole")
        said = words((await stage.press("mette", "guide"))["value"])
        assert "Begrundelsen er givet" not in said
        assert "ikke fået begrundelsen endnu" in said
        await stage.press("mette", "case")
        await stage.press("mette", "handover_open")
        await stage.press("mette", "handover_save", how="spoken")
        said = words((await stage.press("mette", "guide"))["value"])
        assert "Begrundelsen er givet" in said
