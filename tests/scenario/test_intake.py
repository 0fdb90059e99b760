"""How wishes come in: the form, the queue, the contact wish (A12, B17, B18)."""

from __future__ import annotations

import asyncio

import pytest

from tests.scenario.stage import WISH, Stage, verbs, words


async def _register(stage: Stage, **changed: str) -> dict[str, object]:
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    form = {**WISH, "meeting": str(row["id"]), **changed}
    answer: dict[str, object] = await stage.press("mette", "register_submit", **form)
    return answer


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("citizen_name", " "),
        ("contact", "ikke en adresse"),
        ("contact", ""),
        ("ground", "noget andet"),
        ("meeting", ""),
        ("own_words", "x" * 2001),
    ],
)
async def test_wrong_input_gives_the_form_back_with_everything_typed(
    stage: Stage, field: str, value: str
) -> None:
    await stage.meet()
    answer = await _register(stage, **{"own_words": "Kun lyden", field: value})
    said = words(answer["value"])
    assert "register_submit" in said
    assert "Kun lyden" in said or field == "own_words"
    assert WISH["contact"] in said or field == "contact"
    assert "Ret" in said
    assert await stage.rows("SELECT 1 FROM requests") == []


async def test_a_late_wish_is_taken_and_marked(stage: Stage) -> None:
    await stage.meet(in_minutes=5)
    await stage.start("ole")
    await stage.pass_time(minutes=10)
    await _register(stage)
    request = await stage.request()
    assert request["late"] is True
    assert request["state"] == "awaiting_leader"


async def test_a_wish_for_a_phone_meeting_needs_no_teams(stage: Stage) -> None:
    await stage.press("mette", "register_open")
    form = {**WISH, "meeting": "other", "meeting_kind": "phone", "meeting_date": "2030-01-15",
            "meeting_time": "10:30", "answer_by": "spoken", "contact": "12 34 56 78"}  # fmt: skip
    await stage.press("mette", "register_submit", **form)
    meeting = (await stage.rows("SELECT * FROM meetings"))[0]
    assert (meeting["kind"], meeting["chat_id"]) == ("phone", None)
    assert (await stage.request())["state"] == "awaiting_leader"


async def test_a_wish_without_a_caseworker_lies_in_the_departments_queue(stage: Stage) -> None:
    await stage.meet()
    await _register(stage, caseworker="department")
    assert (await stage.request())["caseworker_oid"] is None
    for person in ("mette", "nadia"):
        assert stage.has_card(stage.personal(person), "queue_take")
    await stage.press("nadia", "queue_take")
    request = await stage.request()
    assert request["caseworker_oid"] == stage.sandbox.world.people["nadia"].oid
    late = await stage.press("mette", "queue")
    assert "queue_take" not in words(late["value"])


async def test_a_guest_expresses_a_contact_wish_and_nothing_more(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    toast = await stage.press("ole", "want_to_record", chat=stage.chat)
    assert toast["kind"] == "message"
    assert await stage.rows("SELECT 1 FROM requests") == []
    again = await stage.press("ole", "want_to_record", chat=stage.chat)
    assert again["kind"] == "message"
    assert again["value"] != toast["value"]
    assert len(await stage.rows("SELECT 1 FROM contact_wishes")) == 1
    for message in stage.messages(stage.chat):
        assert "Ole" not in words(message.card)
    assert stage.has_card(stage.personal("mette"), "Ole Madsen")
    form = await stage.press("mette", "wish_open")
    assert "Ole Madsen" in words(form["value"])
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    wishes = await stage.rows("SELECT request_id FROM contact_wishes")
    assert wishes[0]["request_id"] == (await stage.request())["id"]


async def test_an_anonymous_person_may_express_a_contact_wish(stage: Stage) -> None:
    await stage.meet()
    await stage.start()
    await stage.join("amal")
    answer = await stage.press("amal", "want_to_record", chat=stage.chat)
    assert answer["kind"] == "message"
    assert (await stage.rows("SELECT anonymous FROM contact_wishes"))[0]["anonymous"] is True


async def test_a_guest_cannot_register(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    status = stage.card(stage.chat, having="want_to_record")
    shown = status.card_for("ole")
    if "register_open" in verbs(shown):
        answer = await stage.press("ole", "register_open", chat=stage.chat)
        assert answer["kind"] == "message"
    assert await stage.rows("SELECT 1 FROM requests") == []


async def test_the_ground_is_seen_by_few_and_every_look_is_logged(stage: Stage) -> None:
    await stage.meet(people=["mette", "nadia", "ole"])
    await _register(stage)
    before = len(await stage.rows("SELECT 1 FROM ground_looks"))
    assert before == 1  # Jens, who was asked
    shown = await stage.press("mette", "ground")
    assert "Jeg glemmer det, vi aftaler" in words(shown["value"])
    assert len(await stage.rows("SELECT 1 FROM ground_looks")) == 2
    for person in ("nadia", "lene", "ahmed", "ole"):
        found = stage.sandbox.world.personal_chat(person)
        for message in stage.messages(found.id):
            assert "glemmer" not in words(message.card)
    for message in stage.messages(stage.chat):
        assert "glemmer" not in words(message.card) + message.text


async def test_how_to_record_is_not_taught_but_sharing_is_explained(stage: Stage) -> None:
    """B23, B24, B25."""
    chat = stage.personal("mette")
    await stage.do("message", "mette", chat=chat, text="Hvordan optager jeg?")
    await stage.do("message", "mette", chat=chat, text="Må borgeren dele den?")
    said = [m.text for m in stage.messages(chat) if m.text and not m.card][-3:]
    assert any("databeskyttelse" in s for s in said)


async def test_a_wish_can_be_registered_from_the_meeting_chat(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    form = await stage.press("mette", "register_open", chat=stage.chat)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    assert str(row["id"]) in words(form["value"])
    await stage.press("mette", "register_submit", chat=stage.chat, **WISH, meeting=str(row["id"]))
    assert (await stage.request())["state"] == "awaiting_leader"
    for person in ("ole", "mette"):
        for message in stage.messages(stage.chat):
            assert "glemmer" not in words(message.card_for(person))
    assert stage.has_card(stage.personal("mette"), "Ole Madsen")


async def test_two_impatient_presses_register_one_wish(stage: Stage) -> None:
    await stage.meet()
    await stage.press("mette", "register_open")
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    chat = stage.personal("mette")
    form = stage.messages(chat)[0]
    press = {"chat": chat, "message": form.id, "verb": "register_submit"}
    shown = form.card_for("mette")
    data = {**WISH, "meeting": str(row["id"])}
    await asyncio.gather(
        *(stage.sandbox.do("press", as_="mette", **press, data=data, card=shown) for _ in range(3))
    )
    await stage.settle()
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1


async def test_a_doubled_registration_is_one_wish(stage: Stage) -> None:
    await stage.meet()
    await stage.fault("duplicate_delivery", together=True)
    await _register(stage)
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1
