"""Who cannot be reached, and what cannot be known: nothing is claimed, and somebody takes over."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from microsoft365.errors import Ambiguous, Unavailable
from tests.scenario.stage import WISH, Stage, verdicts, words

EXHAUSTED = text("UPDATE effects SET claims = 20, done_at = NULL, due_at = :now WHERE kind = :kind")

EMPLOYEES = ("mette", "nadia", "jens", "lene", "ahmed")

LATER = text("UPDATE effects SET due_at = :later WHERE done_at IS NULL AND kind <> 'ask'")


async def register(stage: Stage, **options: Any) -> None:
    """A wish of Ole's for a meeting of Mette's, and everything that follows."""
    await stage.meet(**{"in_minutes": 240, **options})
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))


def shut_out(stage: Stage, *people: str) -> None:
    """They have blocked the bot, and Teams has not said so."""
    for person in people:
        stage.sandbox.world.personal_chat(person).installed = False


async def entries(stage: Stage, kind: str) -> int:
    return len(await stage.rows("SELECT 1 FROM journal WHERE kind = :kind", kind=kind))


async def tasks(stage: Stage) -> list[tuple[str, bool]]:
    rows = await stage.rows("SELECT kind, done_at FROM tasks ORDER BY created_at")
    return [(row["kind"], row["done_at"] is not None) for row in rows]


async def exhaust(stage: Stage, kind: str) -> None:
    """The job has been tried as often as it may, in vain."""
    async with stage.database.unit() as unit:
        await unit.session.execute(EXHAUSTED, {"kind": kind, "now": unit.now})
    await stage.settle()


async def weather(stage: Stage, minutes: float = 1) -> int:
    """Let everything be carried out in spite of lost answers; how many were lost."""
    for lost in range(12):
        try:
            await stage.pass_time(minutes=minutes)
        except Ambiguous:
            continue
        return lost
    raise AssertionError("it never calms down")


# --- who decides ----------------------------------------------------------------------------


async def test_an_approver_who_shut_the_bot_out_is_not_said_to_be_asked(stage: Stage) -> None:
    shut_out(stage, "jens")
    await register(stage)
    people = stage.sandbox.world.people
    assert (await stage.request())["approver_oid"] == people["lene"].oid
    assert stage.has_card(stage.personal("mette"), "Lene Krogh er spurgt")
    assert not stage.has_card(stage.personal("mette"), "Jens Brandt er spurgt")
    looks = await stage.rows("SELECT oid FROM ground_looks")
    assert [row["oid"] for row in looks] == [people["lene"].oid]
    jens = await stage.rows("SELECT installed FROM chats WHERE oid = :o", o=people["jens"].oid)
    assert [row["installed"] for row in jens] == [False]


async def test_who_took_the_app_off_does_not_get_it_back(stage: Stage) -> None:
    await stage.do("remove_personal", "jens", person="jens")
    await register(stage)
    assert stage.sandbox.world.personal_chat("jens").installed is False
    assert (await stage.request())["approver_oid"] == stage.sandbox.world.people["lene"].oid


async def test_when_nobody_can_be_reached_a_ticked_off_task_asks_again(stage: Stage) -> None:
    shut_out(stage, "jens", "lene")
    await register(stage)
    request = await stage.request()
    assert (request["state"], request["approver_oid"]) == ("received", None)
    assert await tasks(stage) == [("no_approver", False)]
    await stage.press("mette", "task_done")
    assert await tasks(stage) == [("no_approver", False)]  # asked again, in vain
    await stage.do("install_personal", "jens", person="jens")
    await stage.press("mette", "task_done")
    assert (await stage.request())["state"] == "awaiting_leader"
    assert stage.has_card(stage.personal("jens"), "refuse_open")
    assert await tasks(stage) == [("no_approver", True)]


async def test_a_deputy_who_cannot_be_reached_is_not_said_to_be_asked(stage: Stage) -> None:
    await register(stage)
    shut_out(stage, "lene")
    await stage.pass_time(minutes=121)
    request = await stage.request()
    assert (request["state"], request["deputy_oid"]) == ("awaiting_leader", None)
    assert await entries(stage, "deputy_asked") == 0
    assert await tasks(stage) == [("no_deputy", False)]
    assert stage.has_card(stage.personal("mette"), "vi kan ikke få fat i en stedfortræder")
    assert stage.has_card(stage.personal("mette"), "Jens Brandt er spurgt")
    assert not stage.has_card(stage.personal("mette"), "få fat i en, der kan tage stilling")
    await stage.press("jens", "grant", **verdicts())
    assert (await stage.request())["state"] == "granted"


async def test_a_ticked_off_task_asks_the_deputy_again(stage: Stage) -> None:
    await register(stage)
    shut_out(stage, "lene")
    await stage.pass_time(minutes=121)
    await stage.press("mette", "task_done")
    assert await tasks(stage) == [("no_deputy", False)]  # asked again, in vain
    await stage.do("install_personal", "lene", person="lene")
    await stage.press("mette", "task_done")
    people = stage.sandbox.world.people
    request = await stage.request()
    assert request["approver_oid"] == people["jens"].oid
    assert request["deputy_oid"] == people["lene"].oid
    assert stage.has_card(stage.personal("lene"), "refuse_open")
    assert await tasks(stage) == [("no_deputy", True)]


async def test_an_old_task_asks_the_deputy_once_somebody_has_been_asked(stage: Stage) -> None:
    shut_out(stage, "jens", "lene")
    await register(stage)
    async with stage.database.unit() as unit:
        jens = stage.sandbox.world.people["jens"].oid
        await unit.session.execute(text("UPDATE requests SET approver_oid = :o"), {"o": jens})
    await stage.do("install_personal", "lene", person="lene")
    await stage.press("mette", "task_done")
    request = await stage.request()
    lene = stage.sandbox.world.people["lene"].oid
    assert (request["approver_oid"], request["deputy_oid"]) == (jens, lene)


async def test_a_deputy_who_takes_the_approvers_place_is_named_once(stage: Stage) -> None:
    await register(stage)
    await stage.pass_time(minutes=121)
    lene = stage.sandbox.world.people["lene"].oid
    assert (await stage.request())["deputy_oid"] == lene
    shut_out(stage, "jens")
    request = await stage.request()
    async with stage.database.unit() as unit:
        await unit.session.execute(text("UPDATE requests SET approver_oid = NULL"))
        args = {"request_id": str(request["id"])}
        await unit.effects.schedule("ask", str(request["id"]), args=args)
    await stage.settle()
    request = await stage.request()
    assert (request["approver_oid"], request["deputy_oid"]) == (lene, None)
    assert stage.has_card(stage.personal("mette"), "Lene Krogh er spurgt")


async def test_a_wish_that_reaches_nobody_is_tried_again(stage: Stage) -> None:
    await stage.meet(in_minutes=60, people=["mette", "ole"])
    shut_out(stage, *EMPLOYEES)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    await stage.pass_time(minutes=11)
    assert await entries(stage, "contact_wish_unheard") == 0
    await stage.do("install_personal", "mette", person="mette")
    await stage.pass_time(minutes=11)
    assert stage.has_card(stage.personal("mette"), "Ole Madsen")
    assert await entries(stage, "contact_wish_unheard") == 0


async def test_a_wish_is_given_up_once_the_meeting_is_over(stage: Stage) -> None:
    """However far away the meeting is: there are more tries than a job has otherwise."""
    await stage.meet(in_minutes=240, people=["mette", "ole"])
    shut_out(stage, *EMPLOYEES)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    for _ in range(22):
        await stage.pass_time(minutes=10)
    assert await entries(stage, "contact_wish_unheard") == 0
    for _ in range(4):
        await stage.pass_time(minutes=120)
    assert await entries(stage, "contact_wish_unheard") == 1
    assert await entries(stage, "gave_up") == 0


async def test_one_who_cannot_be_reached_keeps_nobody_from_the_outcome(stage: Stage) -> None:
    await register(stage)
    await stage.pass_time(minutes=121)
    shut_out(stage, "jens")
    await stage.press("lene", "grant", **verdicts())
    assert not stage.has_card(stage.personal("lene"), "refuse_open")
    assert stage.has_card(stage.personal("mette"), "Imødekommet")


# --- the last try ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["ask", "escalate"])
async def test_an_asking_that_failed_for_good_is_a_persons_task(stage: Stage, kind: str) -> None:
    await register(stage)
    await exhaust(stage, kind)
    assert await tasks(stage) == [("no_deputy", False)]  # Jens has been asked
    assert await entries(stage, "gave_up") == 1


async def test_an_answer_that_failed_for_good_is_a_persons_task_once(stage: Stage) -> None:
    await register(stage)
    await stage.fault("fail", route="sendMail", count=1, status=403)
    await stage.press("jens", "grant", **verdicts())
    assert (await stage.request())["answer_state"] == "failed"
    for _ in range(2):
        await exhaust(stage, "answer")
    assert await tasks(stage) == [("answer_failed", False)]
    assert await entries(stage, "answer_failed") == 1
    assert (await stage.request())["answer_state"] == "failed"


async def test_a_telling_that_failed_for_good_is_read_aloud(stage: Stage) -> None:
    await register(stage, in_minutes=1)
    await stage.press("jens", "grant", **verdicts())
    await stage.start("ole")
    await exhaust(stage, "announce")
    assert ("read_aloud", False) in await tasks(stage)


async def test_any_other_job_that_failed_for_good_is_written_down(stage: Stage) -> None:
    await register(stage)
    await exhaust(stage, "case_card")
    rows = await stage.rows("SELECT facts FROM journal WHERE kind = 'gave_up'")
    assert [row["facts"] for row in rows] == [{"kind": "case_card"}]


# --- what nobody can know -------------------------------------------------------------------


async def test_a_letter_is_repeated_once_and_then_a_person_takes_over(stage: Stage) -> None:
    await register(stage)
    await stage.fault("fail_after_work", route="sendMail", count=5, status=502)
    try:
        await stage.press("jens", "grant", **verdicts())
    except Ambiguous:
        assert await weather(stage) == 0
    assert len(stage.answers()) == 2
    assert (await stage.request())["answer_state"] == "failed"
    assert await tasks(stage) == [("answer_uncertain", False)]
    assert stage.has_card(stage.personal("mette"), "Vi ved ikke, om svaret nåede frem")
    assert not stage.has_card(stage.personal("mette"), "kunne ikke sendes")
    await stage.press("mette", "handover_open")
    await stage.press("mette", "handover_save", how="spoken", who="Mette Holm", told_terms="true")
    assert await tasks(stage) == [("answer_uncertain", True)]


async def test_a_letter_that_was_surely_not_sent_is_tried_on(stage: Stage) -> None:
    """After one uncertain try the service is away for long: that does not count as a repeat."""
    await register(stage)
    await stage.fault("fail_after_work", route="sendMail", count=1, status=502)
    with pytest.raises(Ambiguous):
        await stage.press("jens", "grant", **verdicts())
    await stage.fault("fail", route="sendMail", count=4, status=429)
    for _ in range(4):
        with suppress(Unavailable):
            await stage.pass_time(minutes=5)
    assert (await stage.request())["answer_state"] == "sent"
    assert len(stage.answers()) == 2


async def test_a_question_is_posted_twice_at_most(stage: Stage) -> None:
    """Nobody knows whether Jens has it: Lene is asked, and nothing is claimed of Jens."""
    await stage.meet(in_minutes=240)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    chat = stage.personal("mette")
    form = {**WISH, "meeting": str(row["id"])}
    await stage.sandbox.do(
        "press", as_="mette", chat=chat, message=stage.messages(chat)[0].id,
        verb="register_submit", data=form,
    )  # fmt: skip
    async with stage.database.unit() as unit:  # the question first, all by itself
        await unit.session.execute(LATER, {"later": unit.now + timedelta(hours=1)})
    await stage.fault("fail_after_work", route="POST /connector/v3", count=2, status=502)
    assert await weather(stage) == 1
    seen = stage.messages(stage.personal("jens"))
    assert len([m for m in seen if m.card and "refuse_open" in words(m.card)]) == 2
    assert (await stage.request())["approver_oid"] == stage.sandbox.world.people["lene"].oid
    assert await entries(stage, "asked") == 1
