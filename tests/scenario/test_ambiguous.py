"""Answers of Microsoft that are lost, late or refused: nothing is lost, and no decision is doubled.

What may come twice is a card or a mail of which nobody can know whether it arrived.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from microsoft365 import signing_keys
from microsoft365.errors import Ambiguous
from tests.scenario.gate import Gate
from tests.scenario.stage import WISH, Stage, verbs, verdicts, words

PREPARE = "et møde, der kan blive optaget"
LOST = {"count": 1, "status": 502}


async def weather(stage: Stage) -> int:
    """Let everything be carried out, with the waits that lost answers cost; how many were lost."""
    for lost in range(6):
        try:
            await stage.pass_time(seconds=10)
        except Ambiguous:
            continue
        return lost
    raise AssertionError("it never calms down")


async def tap(stage: Stage, person: str, verb: str, /, **data: Any) -> Any:
    """A press on the newest card with this button; its consequences are for later."""
    chat = stage.personal(person)
    for message in reversed(stage.messages(chat)):
        if verb in verbs(message.card_for(person)):
            return await stage.sandbox.do(
                "press", as_=person, chat=chat, message=message.id, verb=verb, data=data
            )
    raise AssertionError(f"{person} sees no button {verb!r}")


async def meet(stage: Stage, in_minutes: float = 30) -> None:
    await stage.meet(in_minutes=in_minutes, people=["mette", "jens", "ole"])


async def register(stage: Stage) -> None:
    """A wish is registered; nothing of what follows is carried out yet."""
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await tap(stage, "mette", "register_open")
    answer = await tap(stage, "mette", "register_submit", **WISH, meeting=str(row["id"]))
    assert "register_submit" not in words(answer["value"])


async def grant(stage: Stage) -> None:
    """It is registered, Jens has been asked and has said yes; the answer is not sent yet."""
    await register(stage)
    await stage.settle()
    await tap(stage, "jens", "grant", **verdicts())


async def entries(stage: Stage, kind: str) -> int:
    return len(await stage.rows("SELECT 1 FROM journal WHERE kind = :kind", kind=kind))


def asking(stage: Stage) -> list[Any]:
    """The cards on which Jens may decide."""
    seen = stage.messages(stage.personal("jens"))
    return [m for m in seen if "grant" in verbs(m.card_for("jens"))]


def announcements(stage: Stage) -> list[str]:
    """The announcements in the meeting, the short ones for latecomers too."""
    return [
        m.id
        for m in stage.messages(stage.chat)
        if m.card and "Ole Madsen" in words(m.card) and "want_to_record" not in words(m.card)
    ]


async def test_a_question_whose_posting_is_uncertain_is_asked_again(stage: Stage) -> None:
    """Two cards may stand there; whichever is pressed, there is one decision."""
    await meet(stage)
    await register(stage)
    await stage.fault("fail_after_work", route="POST /connector/v3", **LOST)
    assert await weather(stage) == 1
    assert (await stage.request())["state"] == "awaiting_leader"
    assert await entries(stage, "asked") == 1
    first, *others = asking(stage)
    assert len(others) <= 1
    for message in (first, *others):
        await stage.sandbox.do(
            "press", as_="jens", chat=stage.personal("jens"), message=message.id,
            verb="grant", data=verdicts(),
        )  # fmt: skip
    await weather(stage)
    assert (await stage.request())["state"] == "granted"
    assert await entries(stage, "decided") == 1
    assert len(stage.answers()) == 1


async def test_an_announcement_whose_posting_is_uncertain_is_made_again(stage: Stage) -> None:
    await meet(stage, in_minutes=1)
    await grant(stage)
    await stage.settle()
    await stage.fault("fail_after_work", route="POST /connector/v3", **LOST)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="ole", meeting=stage.meeting, person="ole")
    assert await weather(stage) == 1
    assert 1 <= len(announcements(stage)) <= 2
    noted = (await stage.rows("SELECT * FROM cards WHERE purpose LIKE 'announce:%'"))[0]
    assert noted["activity_id"] in announcements(stage)
    assert await entries(stage, "announced") == 1
    ledger = await stage.rows("SELECT * FROM informed")
    assert [row["grade"] for row in ledger] == ["accepted", "accepted"]


def kinds_of_card(stage: Stage, person: str) -> Counter[str]:
    """How many cards of each kind somebody has: the case, what to prepare for, who is told."""
    found = [m.card for m in stage.messages(stage.personal(person)) if m.card]
    return Counter(
        "case" if "companion_open" in verbs(card)
        else "prepare" if PREPARE in words(card)
        else words(card["body"][0])
        for card in found
    )  # fmt: skip


async def test_an_update_whose_answer_is_lost_is_made_again_and_doubles_nothing(
    stage: Stage,
) -> None:
    await meet(stage)
    await register(stage)
    await stage.settle()
    before = kinds_of_card(stage, "mette")
    await tap(stage, "jens", "grant", **verdicts())
    await stage.fault("fail_after_work", route="PUT ", **LOST)
    assert await weather(stage) == 0
    after = kinds_of_card(stage, "mette")
    assert before["case"] == after["case"] == 1
    assert after["prepare"] == 1
    assert max(after.values()) == 1
    assert asking(stage) == []


async def test_a_preparation_whose_posting_is_uncertain_comes_twice_at_most_and_says_so(
    stage: Stage,
) -> None:
    """What is prepared is there; that it may be there twice is written down."""
    await meet(stage)
    await register(stage)
    await stage.settle()
    await tap(stage, "jens", "grant", **verdicts())
    place = stage.personal("mette")
    before = len(stage.messages(place))
    await stage.fault("fail_after_work", route="POST /connector/v3", **LOST)
    await weather(stage)
    found = kinds_of_card(stage, "mette")
    assert 1 <= found["prepare"] <= 2
    assert len(stage.messages(place)) - before <= 3
    rows = await stage.rows("SELECT kind, outcome FROM unsure_posts")
    assert [row["outcome"] for row in rows] == ["again"]
    doubled = [kind for kind, number in found.items() if number > 1]
    assert len(doubled) <= 1


async def test_a_mail_whose_answer_is_lost_is_sent_again_and_the_journal_says_so(
    stage: Stage,
) -> None:
    """An answer that is missing is worse than one that comes twice (B19)."""
    await meet(stage)
    await grant(stage)
    await stage.fault("fail_after_work", route="sendMail", **LOST)
    assert await weather(stage) == 1
    request = await stage.request()
    assert (request["state"], request["answer_state"]) == ("granted", "sent")
    assert len(stage.answers()) == 2
    assert await entries(stage, "decided") == 1
    assert await entries(stage, "answer_sent") == 1
    assert await entries(stage, "answer_sent_again") == 1


async def test_a_notification_whose_answer_is_lost_informs_nobody(stage: Stage) -> None:
    """Sent once more, and that was lost too. What is not known to be accepted does not count; reading aloud
    closes the gap."""
    await meet(stage, in_minutes=1)
    await grant(stage)
    await stage.settle()
    await stage.fault("fail_after_work", route="notification", **{**LOST, "count": 2})
    await stage.start()
    ledger = await stage.rows("SELECT * FROM informed")
    assert [(row["grade"], row["informed_at"]) for row in ledger] == [("posted", None)]
    assert len(announcements(stage)) == 1
    await stage.press("mette", "read_aloud")
    ledger = await stage.rows("SELECT * FROM informed")
    assert [row["grade"] for row in ledger] == ["confirmed"]


async def test_a_switch_whose_answer_is_lost_is_set_again_and_read_back(stage: Stage) -> None:
    await stage.fault("fail_after_work", route="PATCH ", **LOST)
    await meet(stage)
    assert stage.sandbox.world.meetings[stage.meeting].options["allowRecording"] is False
    row = (await stage.rows("SELECT * FROM meetings"))[0]
    assert (row["block_state"], row["block_reason"]) == ("held", "")
    assert stage.sandbox.world.count("PATCH", "onlineMeetings") == 2


async def test_expired_tokens_are_got_anew(stage: Stage) -> None:
    await meet(stage)
    await stage.fault("expired_tokens", count=1)
    await grant(stage)
    await stage.fault("expired_tokens", count=1)
    await stage.settle()
    assert (await stage.request())["answer_state"] == "sent"
    assert len(stage.answers()) == 1
    assert stage.sandbox.world.count("POST", "oauth2") == 4


async def test_new_signing_keys_are_found_and_the_old_ones_forgotten(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown key leads to a look at what is published; our own tokens are got anew."""
    await meet(stage)
    monkeypatch.setattr(signing_keys, "PAUSE_SECONDS", 0.0)
    forged = stage.sandbox.entra.activity_token()
    await stage.do("rotate_keys", dropOld=True)
    await grant(stage)
    await stage.settle()
    request = await stage.request()
    assert (request["state"], request["answer_state"]) == ("granted", "sent")
    assert len(stage.answers()) == 1
    refused = await stage.sandbox.door.send(
        {"type": "message", "channelId": "msteams", "serviceUrl": stage.sandbox.world.service_url},
        forged,
    )
    assert refused.status == 401
    known = {(p["code"], "InvalidKeyError" in p["detail"]) for p in stage.sandbox.world.problems}
    assert known == {("bad_token", True)}  # each old token was tried once
    assert len(stage.sandbox.world.problems) == 2
    stage.sandbox.world.problems.clear()


async def test_a_slow_connector_holds_nobody_up(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While cards wait for Teams, people register and decide, and get their answer."""
    await meet(stage)
    gate = Gate()
    gate.put_up(monkeypatch)
    await register(stage)
    await stage.settle()
    await stage.sandbox.do("message", as_="mette", chat=stage.personal("mette"), text="Hej")
    gate.shut("after", "/connector/v3")
    working = asyncio.create_task(stage.engine.drain())
    await gate.wait()
    answer = await tap(stage, "jens", "grant", **verdicts())
    assert answer["kind"] == "card"
    assert (await stage.request())["state"] == "granted"
    opened = await tap(stage, "mette", "register_open")
    assert "register_submit" in words(opened["value"])
    assert not working.done()
    gate.open()
    await working
    await stage.settle()
    assert (await stage.request())["answer_state"] == "sent"


@pytest.mark.parametrize("seconds", [0, 60])
async def test_a_start_event_that_comes_twice_at_once_starts_one_meeting(
    stage: Stage, seconds: int
) -> None:
    """In time, or when the clock has noticed the start by itself long before."""
    await meet(stage, in_minutes=1)
    await grant(stage)
    await stage.settle()
    await stage.fault("duplicate_delivery", together=True)
    if seconds:
        await stage.fault("late_start_event", seconds=seconds)
    await stage.start("ole")
    for _ in range(4):
        await stage.pass_time(seconds=20)
    starts = [d for d in stage.sandbox.world.deliveries if d["name"].endswith(".meetingStart")]
    assert [d["status"] for d in starts] == [200, 200]
    assert len(await stage.rows("SELECT 1 FROM occurrences")) == 1
    assert await entries(stage, "meeting_started") == 1
    assert len(announcements(stage)) == 1


async def test_a_press_that_comes_twice_at_once_is_carried_out_once(stage: Stage) -> None:
    await meet(stage)
    await stage.fault("duplicate_delivery", together=True)
    await register(stage)
    await stage.settle()
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1
    assert len(asking(stage)) == 1
    await tap(stage, "jens", "grant", **verdicts())
    await stage.settle()
    assert await entries(stage, "decided") == 1
    assert len(stage.answers()) == 1
