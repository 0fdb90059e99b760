"""How wishes come in: the form, the queue, the contact wish (A12, B17, B18)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import COPENHAGEN, ShiftedClock
from sandbox import activities
from sandbox.cast import CAST, departments
from tests.scenario.stage import WISH, Stage, on_stage, verbs, verdicts, words


async def _register(stage: Stage, **changed: str) -> dict[str, object]:
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    form = {**WISH, "meeting": str(row["id"]), **changed}
    answer: dict[str, object] = await stage.press("mette", "register_submit", **form)
    return answer


def by_phone(stage: Stage, **later: float) -> dict[str, str]:
    """A wish for a telephone meeting, that much later than now."""
    at = (stage.clock.now() + timedelta(**later)).astimezone(COPENHAGEN)
    return {**WISH, "meeting": "other", "meeting_kind": "phone", "answer_by": "spoken",
            "contact": "12 34 56 78", "meeting_date": f"{at:%Y-%m-%d}",
            "meeting_time": f"{at:%H:%M}"}  # fmt: skip


def _press(stage: Stage, chat: str, person: str, verb: str, data: dict[str, Any]) -> dict[str, Any]:
    world = stage.sandbox.world
    place = world.chat(chat)
    assert place is not None
    action = {"verb": verb, "data": data}
    said = place.messages[0].id
    return activities.card_action(world, place, world.people[person], said, action, "manual")


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


@pytest.mark.rule("A9", "B18")
async def test_a_late_wish_is_taken_and_marked(stage: Stage) -> None:
    await stage.meet(in_minutes=5)
    await stage.start("ole")
    await stage.pass_time(minutes=10)
    await _register(stage)
    request = await stage.request()
    assert request["late"] is True
    assert request["state"] == "awaiting_leader"


@pytest.mark.rule("A8", "B1")
async def test_a_wish_for_a_phone_meeting_needs_no_teams(stage: Stage) -> None:
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **by_phone(stage, days=60))
    meeting = (await stage.rows("SELECT * FROM meetings"))[0]
    assert (meeting["kind"], meeting["chat_id"]) == ("phone", None)
    assert (await stage.request())["state"] == "awaiting_leader"


@pytest.mark.rule("B17")
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


@pytest.mark.rule("B23", "B24", "B25")
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


async def test_a_mistyped_year_is_asked_about(stage: Stage) -> None:
    await stage.press("mette", "register_open")
    for year in (-1000, 1000):
        form = by_phone(stage, days=year)
        answer = await stage.press("mette", "register_submit", **form)
        assert "register_submit" in words(answer["value"])
        assert "inden for to år" in words(answer["value"])
    assert await stage.rows("SELECT 1 FROM requests") == []


async def test_an_invalid_form_that_comes_twice_is_a_form_both_times(stage: Stage) -> None:
    """The second delivery must not say that a wish was received which nobody stored."""
    await stage.meet()
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    chat = stage.personal("mette")
    form = {**WISH, "meeting": str(row["id"])}
    for wrong, said in (({"citizen_name": ""}, "register_submit"), ({}, "Ønsket er modtaget")):
        press = _press(stage, chat, "mette", "register_submit", form | wrong)
        replies = [await stage.sandbox.door.send(press) for _ in range(2)]
        assert [said in words(reply.body["value"]) for reply in replies] == [True, True]
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1


async def test_what_was_wrong_at_the_first_delivery_and_right_at_the_second_is_not_called_stored(
    stage: Stage,
) -> None:
    """Whose meeting it is became known in between: the answer of either may be what is shown."""
    await stage.meet()
    row = (await stage.rows("SELECT id, organizer_oid FROM meetings"))[0]
    await stage.press("mette", "register_open")
    form = {**WISH, "meeting": str(row["id"])}
    press = _press(stage, stage.personal("mette"), "mette", "register_submit", form)
    await stage.rows("UPDATE meetings SET organizer_oid = NULL RETURNING id")
    first = await stage.sandbox.door.send(press)
    back = "UPDATE meetings SET organizer_oid = :oid RETURNING id"
    await stage.rows(back, oid=row["organizer_oid"])
    again = await stage.sandbox.door.send(press)
    for answer in (first, again):
        assert "register_submit" in words(answer.body["value"])
        assert "Ønsket er modtaget" not in words(answer.body["value"])
    assert await stage.rows("SELECT 1 FROM requests") == []


async def test_a_colleague_sees_that_a_wish_has_been_taken(stage: Stage) -> None:
    await stage.meet()
    await _register(stage, caseworker="department")
    await stage.press("nadia", "queue_take")
    assert stage.has_card(stage.personal("mette"), "En kollega har taget ønsket")
    assert not stage.has_card(stage.personal("mette"), "Der venter ingen ønsker")


async def test_the_queue_is_for_those_who_work_there(stage: Stage) -> None:
    """Ahmed is employed, but listed in no unit: he registers, and sees nobody's queue or meetings."""
    await stage.meet()
    await _register(stage, caseworker="department")
    await stage.do("open_personal", "ahmed", person="ahmed")
    queue = _press(stage, stage.personal("ahmed"), "ahmed", "queue", {})
    seen = (await stage.sandbox.door.send(queue)).body["value"]
    assert "afdelingen" in words(seen)
    assert "Ole Madsen" not in words(seen)
    assert not stage.has_card(stage.personal("ahmed"), "Se afdelingens kø")
    form = await stage.press("ahmed", "register_open")
    assert str((await stage.rows("SELECT id FROM meetings"))[0]["id"]) not in words(form["value"])


async def test_who_stands_on_no_list_is_told_how_to_get_there(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """Ahmed works here, but nobody put him on the list: he is no citizen who has a caseworker."""
    listed = departments()
    ahmed = next(person.oid for person in CAST if person.id == "ahmed")
    listed["employees"] = [oid for oid in listed["employees"] if oid != ahmed]
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with on_stage(database_url, clock, DEPARTMENTS=str(file)) as stage:
        await stage.meet(people=["mette", "ahmed", "amal"])
        await stage.do("open_personal", "ahmed", person="ahmed")
        assert not stage.messages(stage.personal("ahmed"))
        for verb in ("register_open", "queue", "printout_open"):
            said = await _told(stage, "ahmed", verb)
            assert "Du står ikke på listen over medarbejdere" in said
            assert "bed it-afdelingen" in said
        assert "kun medarbejdere" in await _told(stage, "amal", "printout_open")


async def _told(stage: Stage, person: str, verb: str) -> str:
    """What a press in the meeting's chat is answered with."""
    pressed = _press(stage, stage.chat, person, verb, {})
    return words((await stage.sandbox.door.send(pressed)).body)


async def test_who_takes_a_wish_cannot_be_the_one_who_decides_it(stage: Stage) -> None:
    """Jens was asked; he takes the wish from the queue, and so Lene is asked."""
    await stage.meet()
    await _register(stage, caseworker="department")
    request = await stage.request()
    take = _press(
        stage, stage.personal("jens"), "jens", "queue_take", {"request_id": str(request["id"])}
    )
    assert (await stage.sandbox.door.send(take)).body["type"].endswith("card.adaptive")
    await stage.settle()
    people = stage.sandbox.world.people
    request = await stage.request()
    assert (request["caseworker_oid"], request["approver_oid"]) == (
        people["jens"].oid, people["lene"].oid,
    )  # fmt: skip
    assert stage.has_card(stage.personal("lene"), "refuse_open")
    assert not stage.has_card(stage.personal("jens"), "refuse_open")


async def test_asking_the_bot_in_a_meeting_keeps_one_status_card(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    for _ in range(3):
        await stage.do("message", "mette", chat=stage.chat, text="@Lydhør hej")
    cards = [m for m in stage.messages(stage.chat) if m.card]
    assert len(cards) == 1
    assert any("længere oppe" in m.text for m in stage.messages(stage.chat))


@pytest.mark.rule("A8", "B1", "B5")
async def test_a_telephone_meeting_ends_by_the_clock(stage: Stage) -> None:
    """Note and printout come for what was decided; what was not decided is told (B5)."""
    for name in ("Ole Madsen", "Asta Holm"):
        await stage.press("mette", "register_open")
        form = by_phone(stage, hours=1) | {"citizen_name": name}
        await stage.press("mette", "register_submit", **form)
    await stage.press("jens", "grant", having="Ole Madsen", **verdicts())
    await stage.pass_time(hours=2)
    assert await stage.rows("SELECT 1 FROM tasks WHERE kind = 'printout'") == []
    await stage.pass_time(hours=1, minutes=2)
    states = await stage.rows("SELECT state FROM requests ORDER BY created_at")
    assert [row["state"] for row in states] == ["granted", "unanswered"]
    assert len(await stage.rows("SELECT 1 FROM tasks WHERE kind = 'printout'")) == 2
    assert stage.has_card(stage.personal("mette"), "note_copied")


async def test_a_guest_in_a_foreign_meeting_reaches_an_employee(stage: Stage) -> None:
    """The organizer works elsewhere: the default unit is told, and sees that it was followed up."""
    await stage.meet(people=["mette", "ole"], foreignOrganizer=True)
    toast = await stage.press("ole", "want_to_record", chat=stage.chat)
    assert "giver en medarbejder besked" in toast["value"]
    for person in ("mette", "nadia"):
        assert stage.has_card(stage.personal(person), "wish_open")
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("nadia", "wish_open")
    await stage.press("nadia", "register_submit", **WISH, meeting=str(row["id"]))
    for person in ("mette", "nadia"):
        assert not stage.has_card(stage.personal(person), "wish_open")
        assert stage.has_card(stage.personal(person), "Der er fulgt op")


async def test_a_wish_goes_past_who_cannot_be_reached(stage: Stage) -> None:
    """The organizer has shut the bot out: the default unit is told instead."""
    await stage.meet(people=["mette", "ole"])
    stage.sandbox.world.personal_chat("mette").installed = False
    await stage.press("ole", "want_to_record", chat=stage.chat)
    assert stage.has_card(stage.personal("nadia"), "Ole Madsen")


async def test_in_a_series_one_may_wish_again_another_day(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"], recurring=True)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    assert len(await stage.rows("SELECT 1 FROM contact_wishes")) == 1
    await stage.pass_time(days=7)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    assert len(await stage.rows("SELECT 1 FROM contact_wishes")) == 2


@pytest.mark.parametrize("decided", [True, False])
async def test_a_moved_meeting_says_what_holds(stage: Stage, decided: bool) -> None:
    await stage.meet(in_minutes=240)
    await _register(stage)
    if decided:
        await stage.press("jens", "grant", **verdicts())
    due = "SELECT due_at FROM effects WHERE kind = 'escalate'"
    before = (await stage.rows(due))[0]["due_at"]
    starts = stage.clock.now() + timedelta(minutes=60)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=starts.isoformat())
    await stage.pass_time(minutes=16)
    assert stage.has_card(stage.personal("mette"), "Svaret gælder stadig") is decided
    assert stage.has_card(stage.personal("mette"), "ikke taget stilling endnu") is not decided
    if not decided:
        assert (await stage.rows(due))[0]["due_at"] < before
