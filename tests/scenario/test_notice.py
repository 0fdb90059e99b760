"""What comes in under the three guidelines: a notice, a wish without a ground, and what is not covered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from clock import COPENHAGEN, ShiftedClock
from sandbox import activities
from tests.scenario.stage import WISH, Stage, on_stage, verbs, words

NOTICE = {
    "citizen_name": "Ole Madsen",
    "answer_by": "email",
    "contact": "ole@borger.example",
    "caseworker": "me",
}


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, MUNICIPALITY="albertslund") as made:
        yield made
        made.calm()


@pytest.fixture
async def nyborg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, MUNICIPALITY="nyborg") as made:
        yield made
        made.calm()


async def register(stage: Stage, form: dict[str, str], **changed: str) -> Any:
    """Mette registers by hand; in the newest Teams meeting unless another is named."""
    found = await stage.rows("SELECT id FROM meetings ORDER BY created_at DESC")
    where = {"meeting": str(found[0]["id"])} if found else {}
    shown = [m.card_for("mette") for m in stage.messages(stage.personal("mette"))]
    if not any("register_submit" in verbs(card) for card in shown):
        await stage.press("mette", "register_open")
    return await stage.press("mette", "register_submit", **(where | form | changed))


def by_phone(stage: Stage, **later: float) -> dict[str, str]:
    at = (stage.clock.now() + timedelta(**later)).astimezone(COPENHAGEN)
    return {"meeting": "other", "meeting_kind": "phone", "meeting_date": f"{at:%Y-%m-%d}",
            "meeting_time": f"{at:%H:%M}", "answer_by": "spoken", "contact": "12 34 56 78"}  # fmt: skip


async def forge(stage: Stage, person: str, verb: str, data: dict[str, Any], chat: str = "") -> Any:
    """A press of a button that stands on no card of this person's."""
    world = stage.sandbox.world
    place = world.chat(chat) or world.personal_chat(person)
    action = {"verb": verb, "data": data}
    press = activities.card_action(
        world, place, world.people[person], place.messages[0].id, action, "manual"
    )
    answer = (await stage.sandbox.door.send(press)).body
    await stage.settle()
    return answer


# --- a notice (C) ---------------------------------------------------------------------------------


@pytest.mark.rule("C5", "C6", "C12")
async def test_a_notice_holds_at_once_and_nobody_is_asked(albertslund: Stage) -> None:
    stage = albertslund
    await stage.meet(people=["mette", "ole"])
    answer = await register(stage, NOTICE)  # no ground at all
    assert "Der må optages lyd" in words(answer["value"])
    request = await stage.request()
    assert (request["state"], request["notice"], request["late"]) == ("granted", True, False)
    assert (request["approver_oid"], request["decided_by"], request["decided_at"]) == (None,) * 3
    assert await stage.rows("SELECT 1 FROM effects WHERE kind IN ('ask', 'escalate')") == []
    assert not stage.messages(stage.personal("jens"))[1:]  # the greeting alone
    for person in ("mette", "jens", "lene"):
        for message in stage.messages(stage.personal(person)):
            assert "grant" not in verbs(message.card)


@pytest.mark.rule("C6", "C35", "C36", "C37", "C38")
async def test_the_citizen_gets_a_receipt_that_says_what_to_know(albertslund: Stage) -> None:
    await albertslund.meet()
    await register(albertslund, NOTICE)
    (mail,) = albertslund.sandbox.world.mailbox
    said = str(mail)
    for part in ("sociale medier", "private", "strafbart"):
        assert part in said
    assert (await albertslund.request())["answer_state"] == "sent"


@pytest.mark.rule("C6")
async def test_the_form_says_notice_and_asks_for_no_ground(albertslund: Stage) -> None:
    await albertslund.meet()
    form = await albertslund.press("mette", "register_open")
    said = words(form["value"])
    assert "Besked om optagelse" in said
    assert "Giv besked" in said
    assert "Registrér ønsket" not in said


@pytest.mark.rule("C10")
async def test_a_notice_is_remembered_without_persons(albertslund: Stage) -> None:
    await albertslund.meet()
    await register(albertslund, NOTICE, ground="undisclosed")
    (row,) = await albertslund.rows("SELECT * FROM precedents")
    assert (row["relation"], row["outcome"]) == ("citizen", "granted")
    assert "Ole" not in str(dict(row))


@pytest.mark.rule("C6", "C12")
async def test_a_notice_in_a_running_meeting_is_told_at_once(albertslund: Stage) -> None:
    stage = albertslund
    await stage.meet(in_minutes=1, people=["mette", "ole"])
    await stage.start("ole")
    await stage.pass_time(minutes=10)
    answer = await register(stage, NOTICE)
    assert "sent" not in words(answer["value"]).split("Hej")[0]
    assert (await stage.request())["late"] is False
    assert any("Ole Madsen" in words(m.card) for m in stage.messages(stage.chat))


@pytest.mark.rule("C6")
async def test_a_notice_can_be_taken_back(albertslund: Stage) -> None:
    await albertslund.meet()
    await register(albertslund, NOTICE)
    await albertslund.press("mette", "withdraw")
    assert (await albertslund.request())["state"] == "withdrawn"


@pytest.mark.rule("C6")
async def test_who_tells_in_the_chat_is_told_that_it_is_fine(albertslund: Stage) -> None:
    stage = albertslund
    await stage.meet(people=["mette", "ole"])
    toast = await stage.press("ole", "want_to_record", chat=stage.chat)
    assert "Du må gerne optage lyd" in toast["value"]
    assert "ikke et ja endnu" not in toast["value"]
    assert stage.has_card(stage.personal("mette"), "Giv besked")
    assert await stage.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("C15")
async def test_others_private_affairs_are_asked_about_and_kept(albertslund: Stage) -> None:
    stage = albertslund
    await stage.meet()
    form = await stage.press("mette", "register_open")
    assert "andre personers personlige forhold" in words(form["value"])
    for said, kept in (("yes", True), ("no", False), ("unknown", None)):
        await register(stage, NOTICE, citizen_name=f"Borger {said}", others_affairs=said)
        assert (await stage.request())["others_affairs"] is kept
    assert stage.has_card(stage.personal("mette"), "Mødet handler også om andre personer")


# --- who and what is not covered --------------------------------------------------------------------


@pytest.mark.rule("C3")
async def test_the_municipality_as_recorder_is_explained_and_not_stored(albertslund: Stage) -> None:
    await albertslund.meet()
    answer = await register(albertslund, NOTICE, role="municipality")
    said = words(answer["value"])
    assert "omfattet" in said
    assert "Ole Madsen" in said  # nothing typed is lost
    assert await albertslund.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("C1")
async def test_an_employees_own_talk_has_a_form_of_its_own(albertslund: Stage) -> None:
    await albertslund.meet()
    answer = await register(albertslund, NOTICE, role="employee")
    assert "employee_open" in words(answer["value"])
    assert "Ret" in words(answer["value"])
    assert await albertslund.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("A1")
async def test_the_general_guideline_is_for_citizens(nyborg: Stage) -> None:
    await nyborg.meet()
    form = await nyborg.press("mette", "register_open")
    assert "Borgeren selv" in words(form["value"])
    assert "Kommunen selv" not in words(form["value"])
    for role in ("employee", "municipality"):
        answer = await register(nyborg, WISH | {"ground": "memory"}, role=role)
        assert "Retningslinjen gælder" in words(answer["value"])
    assert await nyborg.rows("SELECT 1 FROM requests") == []
    for message in nyborg.messages(nyborg.personal("nadia")):
        assert "employee_open" not in verbs(message.card)


@pytest.mark.rule("A1")
async def test_somebody_may_ask_for_the_citizen(nyborg: Stage) -> None:
    await nyborg.meet()
    await register(nyborg, WISH | {"ground": "memory"}, role="representative")
    assert (await nyborg.request())["role"] == "representative"


@pytest.mark.rule("A20")
async def test_a_wish_for_video_is_answered_with_sound_only(nyborg: Stage) -> None:
    await nyborg.meet()
    form = await nyborg.press("mette", "register_open")
    assert "wants_video" not in words(form["value"])
    assert "kun lyd" in words(form["value"])
    answer = await register(nyborg, WISH | {"ground": "memory"}, wants_video="true")
    assert "Sig til borgeren" in words(answer["value"])
    assert len(await nyborg.rows("SELECT 1 FROM requests")) == 1
    fields = await nyborg.rows("SELECT field FROM personal")
    assert "video" not in {row["field"] for row in fields}


@pytest.mark.rule("A2", "B2", "B3")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_encouragement_is_one_line_above_the_form_and_never_a_step(
    database_url: str, clock: ShiftedClock, municipality: str
) -> None:
    """The form comes with one press and is stored with one more, whatever the municipality prefers."""
    async with on_stage(database_url, clock, MUNICIPALITY=municipality) as stage:
        await stage.meet()
        form = words((await stage.press("mette", "register_open"))["value"])
        assert form.index("Andre måder") < form.index("meeting")
        await register(stage, WISH, ground="other", ground_text="Vil høre det igen")
        assert len(await stage.rows("SELECT 1 FROM requests")) == 1


# --- the missing ground (A13) -----------------------------------------------------------------------


@pytest.mark.rule("A13")
async def test_a_wish_without_a_ground_is_taken_and_somebody_rings(nyborg: Stage) -> None:
    stage = nyborg
    await stage.meet()
    answer = await register(stage, WISH, ground="", own_words="")
    assert "Ring til borgeren" in words(answer["value"])
    request = await stage.request()
    assert request["state"] == "awaiting_information"
    mette = stage.sandbox.world.people["mette"].oid
    assert request["approver_oid"] == mette  # nothing waits for the ground
    task = stage.card(stage.personal("mette"), having="Ring til borgeren")
    assert "diagnose" not in words(task.card)
    form = await stage.press("mette", "ground_open")
    assert "ground_add" in verbs(form["value"])
    empty = await stage.press("mette", "ground_add", ground="")
    assert "Ret" in words(empty["value"])
    await stage.press("mette", "ground_add", ground="memory", own_words="Det svinder for mig")
    assert (await stage.request())["state"] == "under_assessment"
    (task_row,) = await stage.rows("SELECT * FROM tasks WHERE kind = 'ask_ground'")
    assert task_row["done_at"] is not None
    kinds = {row["kind"] for row in await stage.rows("SELECT kind FROM journal")}
    assert "ground_added" in kinds


@pytest.mark.rule("A13")
@pytest.mark.parametrize("caseworker", ["", "department"])
async def test_own_words_stand_in_no_form_and_are_seen_by_a_look_that_is_noted(
    nyborg: Stage, caseworker: str
) -> None:
    """Whoever adds the ground may be anybody of the unit's queue, and no reader of grounds."""
    stage = nyborg
    await stage.meet()
    said = {"ground": "", "own_words": "Xqsvinder for mig"}
    await register(stage, WISH, **said, **({"caseworker": caseworker} if caseworker else {}))
    request = await stage.request()
    data = {"request_id": str(request["id"])}
    adds = "nadia" if caseworker else "mette"
    before = len(await stage.rows("SELECT 1 FROM ground_looks"))
    opened = await forge(stage, adds, "ground_open", data)
    wrong = await forge(stage, adds, "ground_add", data | {"ground": ""})
    for form in (opened, wrong):
        assert "ground_add" in verbs(form["value"])
        assert "Xqsvinder" not in words(form["value"])
        assert "bliver stående" in words(form["value"])
    assert len(await stage.rows("SELECT 1 FROM ground_looks")) == before
    case = await forge(stage, adds, "case", data)
    assert ("ground" in verbs(case["value"])) is (not caseworker)
    assert "ground_open" in verbs(case["value"])
    await forge(stage, adds, "ground_add", data | {"ground": "memory", "own_words": ""})
    look = await forge(stage, "mette", "ground", data)  # she registered it
    assert "Xqsvinder" in words(look["value"])
    assert len(await stage.rows("SELECT 1 FROM ground_looks")) == before + 1


@pytest.mark.rule("A13")
async def test_the_ground_is_added_by_who_handles_the_case_alone(nyborg: Stage) -> None:
    stage = nyborg
    await stage.meet()
    await register(stage, WISH, ground="", own_words="")
    request = await stage.request()
    data = {"request_id": str(request["id"]), "ground": "memory"}
    await forge(stage, "nadia", "ground_add", data)
    assert (await stage.request())["state"] == "awaiting_information"


@pytest.mark.rule("A14", "B17")
async def test_in_the_queue_until_taken_and_then_the_takers_to_decide(nyborg: Stage) -> None:
    stage = nyborg
    await stage.meet()
    await register(stage, WISH | {"ground": "memory"}, caseworker="department")
    assert (await stage.request())["approver_oid"] is None
    for person in ("mette", "nadia"):
        assert stage.has_card(stage.personal(person), "queue_take")
    await stage.press("nadia", "queue_take")
    nadia = stage.sandbox.world.people["nadia"].oid
    request = await stage.request()
    assert (request["caseworker_oid"], request["approver_oid"]) == (nadia, nadia)
    assert stage.has_card(stage.personal("nadia"), "grant")
    assert not stage.has_card(stage.personal("jens"), "refuse_open")


# --- what the citizen would like besides (A3, B5) ----------------------------------------------------


@pytest.mark.rule("A3", "C6")
async def test_what_is_wanted_when_the_answer_is_given_becomes_a_task(albertslund: Stage) -> None:
    stage = albertslund
    await register(stage, NOTICE | by_phone(stage, days=3))
    form = await stage.press("mette", "handover_open")
    offered = [word for word in words(form["value"]).split() if word.startswith("want.")]
    assert offered
    at = stage.clock.now().astimezone(COPENHAGEN)
    given = {"how": "spoken", "date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}", "who": "Mette Holm"}
    await stage.press("mette", "handover_save", **given, **{offered[0]: "true"})
    assert (await stage.request())["answer_state"] == "delivered"
    assert len(await stage.rows("SELECT 1 FROM tasks WHERE done_at IS NULL")) == 1
