"""The bot is killed on the way (kill -9) and started again: nothing is lost, nothing decided twice.

What may come twice is what nobody can know: a card or a mail whose answer the killed bot never read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chaos.company import Bot, Company, company
from tests.scenario.gate import Gate
from tests.scenario.stage import WISH, verdicts, words
from tests.unit.store.recorder import until

pytestmark = pytest.mark.chaos

TAKEN_OVER = 40  # seconds; it takes ten, and an announcement may not take more than a minute (B20)


@pytest.fixture
async def office(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Company]:
    gate = Gate()
    gate.put_up(monkeypatch)
    async with company(database_url, tmp_path, gate) as made:
        yield made


async def begin(office: Company, *names: str, in_minutes: float = 60) -> list[Bot]:
    """The bots run, everybody is greeted, and Mette's meeting has been taken in."""
    bots = [await office.bot(name) for name in names]
    await office.ready()
    await office.meet(in_minutes=in_minutes)
    await office.quiet()
    return bots


async def register(office: Company) -> None:
    """Mette registers Ole's wish, and her card says so."""
    row = (await office.rows("SELECT id FROM meetings"))[0]
    await office.press("mette", "register_open")
    answer = await office.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    assert answer["kind"] == "card"
    assert "register_submit" not in words(answer["value"])


async def granted(office: Company) -> None:
    """Jens has said yes, and that has gone out."""
    await register(office)
    await office.quiet()
    await office.press("jens", "grant", **verdicts())
    await office.quiet()


def answers(office: Company) -> list[dict[str, object]]:
    """The letters that answer the wish, not those that say it was received."""
    begins = "Vi har modtaget"
    return [m for m in office.sandbox.world.mailbox if not str(m["subject"]).startswith(begins)]


def announced(office: Company) -> list[str]:
    """The announcements in the meeting's chat."""
    return [
        m.id
        for m in office.messages(office.chat)
        if m.card and "Ole Madsen" in words(m.card) and "want_to_record" not in words(m.card)
    ]


async def test_killed_after_a_registration_was_acknowledged(office: Company) -> None:
    """What was acknowledged is stored, and who decides is asked once."""
    (bot,) = await begin(office, "bot")
    office.gate.shut("before")
    await register(office)
    await bot.kill()
    office.gate.open()
    assert office.live("jens", "grant") == []
    assert (await office.request())["state"] == "received"

    await office.bot()
    await office.quiet()
    assert len(await office.rows("SELECT 1 FROM requests")) == 1
    assert (await office.request())["state"] == "awaiting_leader"
    (card,) = office.live("jens", "grant")
    standing = await office.rows("SELECT * FROM cards WHERE purpose LIKE 'decide:%'")
    assert [row["activity_id"] for row in standing] == [card.id]
    assert await office.entries("asked") == 1
    await office.press("jens", "grant", **verdicts())
    await office.quiet()
    assert (await office.request())["state"] == "granted"
    assert office.live("jens", "grant") == []
    assert len(answers(office)) == 1
    await office.chains_hold()


async def test_killed_between_the_announcement_and_noting_it(office: Company) -> None:
    """The meeting is told, and it is written down who was (B20)."""
    (bot,) = await begin(office, "bot", in_minutes=1)
    await granted(office)
    office.gate.shut("after", "POST", place="/activities")
    await office.fault("lost_start_event", count=1)  # the clock notices it, with all in the call
    await office.sandbox.do("start", as_="mette", meeting=office.meeting)
    await office.sandbox.do("join", as_="ole", meeting=office.meeting, person="ole")
    async with asyncio.timeout(30):
        while not announced(office):
            await office.gate.wait()
            await asyncio.sleep(0.05)
    await bot.kill()
    uncertain = await office.rows("SELECT * FROM cards WHERE purpose LIKE 'announce:%'")
    assert [row["posted_at"] for row in uncertain] == [None]
    office.gate.open()

    await office.bot()
    await office.quiet()
    occurrence = (await office.rows("SELECT * FROM occurrences"))[0]
    assert occurrence["announced_at"] is not None
    noted = (await office.rows("SELECT * FROM cards WHERE purpose LIKE 'announce:%'"))[0]
    assert noted["activity_id"] in announced(office)
    assert 1 <= len(announced(office)) <= 2
    assert await office.entries("announced") == 1
    people = office.sandbox.world.people
    ledger = await office.rows("SELECT * FROM informed")
    assert sorted(r["oid"] for r in ledger) == sorted(people[p].oid for p in ("mette", "ole"))
    assert {r["grade"] for r in ledger} == {"accepted"}
    assert all(r["informed_at"] for r in ledger)
    await office.chains_hold()


async def test_killed_while_the_answer_is_being_sent(office: Company) -> None:
    """The letter goes out at least once, and there is one decision."""
    (bot,) = await begin(office, "bot")
    await register(office)
    await office.quiet()
    office.gate.shut("after", "sendMail")
    await office.press("jens", "grant", **verdicts())
    await office.gate.wait()
    await bot.kill()
    assert len(answers(office)) == 1
    assert (await office.request())["answer_state"] == "ready"
    office.gate.open()

    await office.bot()
    await office.quiet()
    request = await office.request()
    assert (request["state"], request["answer_state"]) == ("granted", "sent")
    assert len(answers(office)) == 2
    assert {letter["to"] for letter in answers(office)} == {WISH["contact"]}
    assert await office.entries("decided") == 1
    assert await office.entries("answer_sent") == 1
    assert await office.entries("answer_sent_again") == 1
    await office.chains_hold()


async def test_two_bots_and_one_is_killed(office: Company) -> None:
    """The other takes over what the killed one held; everything happens once."""
    bots = await begin(office, "first", "second")
    jens = office.personal("jens")
    office.gate.shut("before", "POST", place=f"/{jens}/activities")
    await register(office)
    await office.gate.wait()
    await office.quiet("ask")
    holder = await holder_of(office, (await office.effect_of("ask"))["id"])
    killed = next(bot for bot in bots if bot.name == holder)
    left = next(bot for bot in bots if bot is not killed)
    await killed.kill()
    office.gate.open()
    office.sandbox.bot_url = left.door

    async with asyncio.timeout(TAKEN_OVER):
        await office.quiet()
    assert len(office.live("jens", "grant")) == 1
    await office.press("jens", "grant", **verdicts())
    await office.quiet()
    assert len(answers(office)) == 1
    for kind in ("request_registered", "asked", "decided", "answer_sent"):
        assert await office.entries(kind) == 1
    numbered = (await office.request())["number"]
    seen = office.messages(office.personal("mette"))
    assert sum(1 for m in seen if m.card and numbered in words(m.card)) == 1
    await office.chains_hold()


async def holder_of(office: Company, effect: int) -> str:
    """The name of the bot that has this effect in hand, as PostgreSQL knows it."""
    query = """SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
               WHERE locktype = 'advisory' AND objid = :effect AND granted
               AND pg_stat_activity.datname = current_database()"""

    async def held() -> bool:
        return bool(await office.rows(query, effect=effect))

    await until(held)
    return str((await office.rows(query, effect=effect))[0]["application_name"])
