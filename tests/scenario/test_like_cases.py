"""Earlier cases that count, and what is shown of them (C10); an employee is never a citizen (C2)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import HISTORY, OTHERS, begin, propose
from tests.scenario.stage import verdicts, words
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
@pytest.mark.parametrize("kind", ["NULL", "'sickness'"])
async def test_the_one_who_was_allowed_is_not_hidden_by_many_after_her(
    albertslund: Town, kind: str
) -> None:
    """Hundreds who were refused since, or whose talk was of another kind."""
    stage = albertslund.stage
    await albertslund.ask("in_person", ground="memory")
    again = (
        "INSERT INTO precedents (id, quarter, department, relation, meeting_kind, employee_type, ground,"
        " refusal_ground, outcome, against) SELECT gen_random_uuid(), {quarter}, department, relation,"
        " meeting_kind, {kind}, ground, NULL, {outcome}, against FROM precedents, generate_series(1, {many})"
        " WHERE outcome = 'granted' RETURNING id"
    )
    refused = "'not_granted'" if kind == "NULL" else "'granted'"
    await stage.rows(again.format(quarter="'2019-1'", kind="NULL", outcome="'granted'", many=1))
    await stage.rows(again.format(quarter="quarter", kind=kind, outcome=refused, many=150))
    card = words((await begin(albertslund, "history"))["value"])
    assert "1. kvartal 2019, fysisk møde: måtte optage" in card


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


@pytest.mark.rule("C10")
async def test_who_keeps_the_ground_is_treated_like_the_others_too(albertslund: Town) -> None:
    stage = albertslund.stage
    for name in ("Amal Said", "Bent Berg"):
        await albertslund.ask("phone", citizen_name=name, others_affairs="yes")
    await albertslund.ask("phone", citizen_name="Kurt Krog", others_affairs="no")
    await albertslund.ask("phone", others_affairs="yes")
    card = words((await begin(albertslund, "others_affairs"))["value"])
    assert card.count("måtte optage") == 2
    blocked = words((await stage.press("mette", "refuse_preview", **OTHERS))["value"])
    assert "refuse_confirm" not in blocked
    card = words((await stage.press("mette", "refuse_open"))["value"])
    assert card.count("måtte optage") == 2  # no ground chosen yet: what the case holds
    card = words((await stage.press("mette", "refuse_ground", ground="history"))["value"])
    assert "måtte optage" not in card


@pytest.mark.rule("C10", "C27")
async def test_what_the_leader_would_not_refuse_counts_for_the_next(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("phone", citizen_name="Amal Said")
    await propose(albertslund, "history")
    await stage.press("jens", "refuse_disagree", why="Det er for længe siden.")
    await albertslund.ask("phone")
    card = words((await begin(albertslund, "history"))["value"])
    assert card.count("måtte optage") == 1
    kept = await stage.rows("SELECT outcome, against FROM precedents WHERE against <> '[]'")
    assert [(row["outcome"], row["against"]) for row in kept] == [("granted", ["history"])]


@pytest.mark.rule("C10")
async def test_in_b_a_criterion_that_did_not_stop_the_last_one_is_found(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        weighed = verdicts(purpose="against") | {"note.purpose": "Han skrev en trussel."}
        await town.ask("phone", citizen_name="Amal Said")
        await stage.press("jens", "grant", **weighed)
        await town.ask("phone", ground="undisclosed")
        card = words((await stage.press("jens", "refuse_open", **weighed))["value"])
        assert card.count("måtte optage") == 1
        assert "deviation" in card
