"""Nobody knows whether Teams posted it: looked for where that is allowed, else sent again and counted.

The sandbox answers 5xx after it has posted, cuts the connection, or never posts; it shows a chat's
messages through Graph late, or not at all. What is not confirmed of Graph is tried both ways.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
import pytest

from clock import ShiftedClock
from microsoft365.errors import MicrosoftError
from tests.scenario.stage import Stage, on_stage, verdicts, words
from tests.scenario.test_ambiguous import (
    LOST,
    announcements,
    asking,
    entries,
    grant,
    meet,
    register,
    weather,
)
from tests.scenario.test_papers import fetch, path_of

POST = "POST /connector/v3"


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    """A tenant that lets Lydhør look, and a Graph that gives cards back."""
    async with on_stage(database_url, clock, CHAT_READING="own") as made:
        made.sandbox.world.switches["bot_cards_in_graph"] = True
        yield made
        made.calm()


async def about_to_tell(stage: Stage) -> None:
    """Ole may record; the meeting is about to begin."""
    await meet(stage, in_minutes=1)
    await grant(stage)
    await stage.settle()


async def begin(stage: Stage) -> None:
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="ole", meeting=stage.meeting, person="ole")
    await weather(stage)
    for _ in range(8):
        await stage.pass_time(seconds=2)


async def outcomes(stage: Stage) -> list[tuple[str, str]]:
    rows = await stage.rows("SELECT kind, outcome FROM unsure_posts ORDER BY at")
    return [(row["kind"], row["outcome"]) for row in rows]


async def kept(stage: Stage) -> str:
    rows = await stage.rows("SELECT activity_id FROM cards WHERE purpose LIKE 'announce:%'")
    return str(rows[0]["activity_id"])


async def metrics(stage: Stage) -> str:
    async with aiohttp.ClientSession() as session, session.get(f"{stage.base}/metrics") as answer:
        return await answer.text()


@pytest.mark.parametrize("how", ["fail_after_work", "lost_answer"])
async def test_what_teams_posted_is_found_and_not_sent_again(stage: Stage, how: str) -> None:
    await about_to_tell(stage)
    await stage.fault(how, route=POST, count=1)
    await begin(stage)
    assert announcements(stage) == [await kept(stage)]
    assert await outcomes(stage) == [("announce", "found")]
    assert await entries(stage, "post_found") == 1
    assert await entries(stage, "announced") == 1
    ledger = await stage.rows("SELECT grade FROM informed")
    assert [row["grade"] for row in ledger] == ["accepted", "accepted"]
    assert 'lydhoer_unsure_posts{outcome="found"} 1.0' in await metrics(stage)
    card = stage.card(stage.personal("mette"), having="Hvem er oplyst")
    assert "kommet to gange" not in words(card.card)


async def test_what_teams_never_posted_is_sent_when_it_is_not_seen_in_time(stage: Stage) -> None:
    await about_to_tell(stage)
    await stage.fault("fail", route=POST, count=1)
    await begin(stage)
    assert announcements(stage) == [await kept(stage)]
    assert await outcomes(stage) == [("announce", "again")]
    assert await entries(stage, "announced") == 1


@pytest.mark.parametrize("why", ["no_consent", "comes_too_late", "card_not_given_back"])
async def test_what_cannot_be_seen_is_sent_again_and_counted(stage: Stage, why: str) -> None:
    """Missing is worse than double, and a person can read that it may be double."""
    await about_to_tell(stage)
    if why == "no_consent":
        await stage.fault("missing_chat_rsc")
    elif why == "comes_too_late":
        stage.sandbox.world.switches["graph_message_delay"] = 60
    else:
        stage.sandbox.world.switches["bot_cards_in_graph"] = False
    await stage.fault("fail_after_work", route=POST, **LOST)
    await begin(stage)
    first, second = announcements(stage)
    assert await kept(stage) == second != first
    assert await outcomes(stage) == [("announce", "again")]
    assert await entries(stage, "announced") == 1
    assert 'lydhoer_unsure_posts{outcome="again"} 1.0' in await metrics(stage)
    card = stage.card(stage.personal("mette"), having="Hvem er oplyst")
    assert "Beskeden kan være kommet to gange" in words(card.card)
    path = path_of(await stage.press("mette", "ledger_export"))
    assert "kan være kommet to gange" in (await fetch(stage, path, "POST"))[1]


async def test_lost_twice_and_never_seen_a_person_says_it(stage: Stage) -> None:
    """It is looked for after each try; then it is not sent a third time."""
    await about_to_tell(stage)
    await stage.fault("fail", route=POST, count=2)
    await begin(stage)
    await weather(stage)
    for _ in range(10):
        await stage.pass_time(seconds=3)
    assert await outcomes(stage) == [("announce", "given_up")]
    tasks = await stage.rows("SELECT kind FROM tasks")
    assert "read_aloud" in [task["kind"] for task in tasks]


async def test_lost_twice_but_seen_at_last_is_taken_over(stage: Stage) -> None:
    await about_to_tell(stage)
    stage.sandbox.world.switches["graph_message_delay"] = 13  # after the first try was given up
    await stage.fault("fail_after_work", route=POST, count=2)
    await begin(stage)
    await weather(stage)
    for _ in range(10):
        await stage.pass_time(seconds=3)
    assert await kept(stage) in announcements(stage)
    assert await outcomes(stage) == [("announce", "found")]
    assert stage.sandbox.world.count("POST", "/activities") >= 2


async def test_a_card_for_latecomers_is_found_too(stage: Stage) -> None:
    """Amal has no login: no notification reaches her, so there is a card for who came late."""
    await about_to_tell(stage)
    await begin(stage)
    before = len(announcements(stage))
    await stage.fault("fail_after_work", route=POST, **LOST)
    await stage.sandbox.do("join", as_="amal", meeting=stage.meeting, person="amal")
    await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="amal")
    await weather(stage)
    for _ in range(8):
        await stage.pass_time(seconds=2)
    assert len(announcements(stage)) == before + 1
    assert await outcomes(stage) == [("late", "found")]


@pytest.mark.rule("B20")
@pytest.mark.parametrize("look", [True, False])
async def test_who_comes_while_a_card_for_latecomers_is_looked_for_gets_one_of_their_own(
    stage: Stage, look: bool
) -> None:
    """Where nobody may look, the card for all of them comes a second time to one, and that is counted."""
    await about_to_tell(stage)
    await begin(stage)
    if not look:
        await stage.fault("missing_chat_rsc")
    before = len(announcements(stage))
    await stage.fault("fail_after_work", route=POST, **LOST)
    for person in ("amal", "karla"):
        await stage.sandbox.do("join", as_=person, meeting=stage.meeting, person=person)
        await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person=person)
        with suppress(MicrosoftError):
            await stage.pass_time(seconds=1)
    for _ in range(8):
        await stage.pass_time(seconds=2)
    first, second = announcements(stage)[before:]
    assert await outcomes(stage) == [("late", "found" if look else "again")]
    rows = await stage.rows(
        "SELECT kind, evidence FROM informed WHERE kind IN ('anonymous', 'foreign')"
    )
    seen = {row["kind"]: row["evidence"] for row in rows}
    assert seen == {
        "anonymous": f"post:{first if look else second}", "foreign": f"post:{second}"
    }  # fmt: skip
    number = "found" if look else "again"
    assert f'lydhoer_unsure_posts{{outcome="{number}"}} 1.0' in await metrics(stage)


async def doubled_question(stage: Stage) -> tuple[str, str]:
    """Jens was asked, the answer was lost, and he was asked again: two cards."""
    await meet(stage)
    await register(stage)
    await stage.fault("fail_after_work", route=POST, **LOST)
    await weather(stage)
    first, second = (message.id for message in asking(stage))
    assert await outcomes(stage) == [("decide", "again")]
    return first, second


async def press_if_it_can_be(stage: Stage, message: str) -> bool:
    """Jens presses *Giv lov* on this card, if the card still has the button."""
    if message not in {one.id for one in asking(stage)}:
        return False
    await stage.do(
        "press", "jens", chat=stage.personal("jens"), message=message, verb="grant",
        data=verdicts(),
    )  # fmt: skip
    return True


@pytest.mark.rule("B8")
@pytest.mark.parametrize("older_first", [True, False])
async def test_of_two_cards_for_one_person_one_decides(stage: Stage, older_first: bool) -> None:
    """The newer card follows what was decided; the older one still has its button, and decides nothing."""
    cards = await doubled_question(stage)
    first, second = cards if older_first else cards[::-1]
    assert await press_if_it_can_be(stage, first)
    assert await press_if_it_can_be(stage, second) is not older_first
    assert (await stage.request())["state"] == "granted"
    assert await entries(stage, "decided") == 1
    assert len(stage.answers()) == 1
    await stage.pass_time(minutes=16)
    seen = {m.id: words(m.card) for m in stage.messages(stage.personal("jens"))}
    assert "Det nyeste kort gælder" in seen[cards[0]]
    assert "Det nyeste kort gælder" not in seen[cards[1]]


async def test_who_works_on_the_older_card_is_left_in_peace(stage: Stage) -> None:
    """It is replaced a quarter of an hour after the last press, never under somebody's hands."""
    first, _ = await doubled_question(stage)
    chat = stage.personal("jens")
    await stage.do("press", "jens", chat=chat, message=first, verb="refuse_open", data=verdicts())
    await stage.pass_time(minutes=10)
    shown = {m.id: words(m.card_for("jens")) for m in stage.messages(chat)}
    assert "refuse" in shown[first]
    await stage.pass_time(minutes=6)
    shown = {m.id: words(m.card_for("jens")) for m in stage.messages(chat)}
    assert "Det nyeste kort gælder" in shown[first]


async def test_what_a_stranger_sends_back_supersedes_nothing(stage: Stage) -> None:
    """The id in a press comes from the client: it counts in the chat it was posted into, and there
    alone."""
    first, second = await doubled_question(stage)
    row = (await stage.rows("SELECT operation FROM unsure_posts"))[0]
    card = stage.card(stage.personal("mette"), having="companion_open")
    await stage.do(
        "press", "mette", chat=stage.personal("mette"), message=card.id, verb="companion_open",
        data={"operation": row["operation"]},
    )  # fmt: skip
    await stage.pass_time(minutes=16)
    for chat in (stage.personal("mette"), stage.personal("jens")):
        assert not stage.has_card(chat, "Det nyeste kort gælder")
    assert {m.id for m in asking(stage)} == {first, second}
