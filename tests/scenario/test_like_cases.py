"""Earlier cases that count, and what is shown of them (C10); an employee is never a citizen (C2)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import HISTORY, begin, propose
from tests.scenario.stage import words
from tests.scenario.test_employee import tell
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


async def kept(town: Town) -> int:
    return len(await town.stage.rows("SELECT 1 FROM precedents"))


@pytest.mark.rule("C10")
async def test_a_withdrawn_notice_is_no_earlier_case(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("phone", ground="memory", citizen_name="Amal Said")
    assert await kept(albertslund) == 1
    await stage.press("mette", "withdraw")
    assert await kept(albertslund) == 0
    await albertslund.ask("in_person", ground="memory")
    assert "måtte optage" not in words((await begin(albertslund, "history"))["value"])


@pytest.mark.rule("C10")
async def test_what_was_decided_stays_an_earlier_case(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual", ground="memory")
    others = {
        "part.interest": "Ole vil høre samtalen igen sammen med sin datter derhjemme.",
        "part.other_ways": "Datteren kan komme med, og der kommer et referat dagen efter.",
        "part.others_interest": "Hans søn taler om sin gæld og har bedt os om ikke at optage det.",
        "part.conclusion": "Delen om Ole selv kan godt optages. Delen om sønnen bør ikke gemmes.",
    }
    await propose(albertslund, "others_affairs", **others, partial="true")
    await stage.press("jens", "refuse_agree")
    assert (await stage.request())["scope"] == "own_part"
    await stage.press("mette", "withdraw")
    assert [row["outcome"] for row in await stage.rows("SELECT outcome FROM precedents")] == [
        "own_part"
    ]


@pytest.mark.rule("C10")
async def test_an_employees_like_case_says_which_talk_and_a_withdrawn_one_is_gone(
    albertslund: Town,
) -> None:
    stage = albertslund.stage
    await stage.do("install_personal", "ahmed")
    await tell(stage, "mette", ground="memory")
    await tell(stage, "nadia", ground="memory")
    assert await kept(albertslund) == 2
    card = words((await begin(albertslund, "history", "jens", having="Nadia"))["value"])
    assert "Samtale om sygefravær, fysisk møde: måtte optage" in card
    await stage.press("mette", "employee_withdraw")
    assert await kept(albertslund) == 1


@pytest.mark.rule("C2")
async def test_an_employees_talk_speaks_of_no_citizen(albertslund: Town) -> None:
    stage = albertslund.stage
    await tell(stage, "nadia")
    request = await stage.request()
    meeting = {"meeting_id": str(request["meeting_id"])}
    joined = await forge(
        stage, "jens", "guide_situation", {**meeting, "situation": "colleague_joined"}
    )
    assert "Fortæl den ansatte" in words(joined["value"])
    await begin(albertslund, "history", "jens")
    await stage.press("jens", "refuse_preview", **HISTORY)
    await stage.press("jens", "refuse_confirm")
    await stage.press("lene", "refuse_agree")
    handover = await stage.press("jens", "handover_open")
    missing = await stage.press("jens", "handover_save", how="")
    companion = await forge(stage, "jens", "companion_open", {"request_id": str(request["id"])})
    for answer in (joined, handover, missing, companion):
        assert "borger" not in words(answer["value"]).lower()
