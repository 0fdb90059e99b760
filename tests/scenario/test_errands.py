"""What is asked for besides a wish to record: printouts, advice from HR/Jura, misuse, practice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import yaml
from sqlalchemy import text

from clock import COPENHAGEN, ShiftedClock
from sandbox import activities
from sandbox.cast import departments
from tests.scenario.stage import WISH, Stage, on_stage, verbs, words

QUESTION = "Kan vi bruge noget, der skete for tre år siden?"
ADVICE = "Nej, det er for gammelt. Se på netop dette møde."
REPORT = {"happened": "Klip fra samtalen ligger på nettet.", "where_when": "I går på en åben side."}


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, MUNICIPALITY="albertslund") as made:
        yield made
        made.calm()


@pytest.fixture
async def without_hr(database_url: str, clock: ShiftedClock, tmp_path: Any) -> AsyncIterator[Stage]:
    path = tmp_path / "departments.yaml"
    path.write_text(yaml.safe_dump(departments() | {"hr_legal": []}), encoding="utf-8")
    async with on_stage(database_url, clock, DEPARTMENTS=str(path)) as made:
        yield made
        made.calm()


def seen_by(stage: Stage, person: str) -> str:
    """Everything that stands in a person's chat with the bot."""
    return " ".join(words(m.card_for(person)) for m in stage.messages(stage.personal(person)))


def today(stage: Stage, **later: float) -> str:
    return (stage.clock.now() + timedelta(**later)).astimezone(COPENHAGEN).date().isoformat()


async def forge(stage: Stage, person: str, verb: str, **data: str) -> str:
    """A press of a button that stands on no card of this person's."""
    world = stage.sandbox.world
    place = world.personal_chat(person)
    action = {"verb": verb, "data": data}
    press = activities.card_action(
        world, place, world.people[person], place.messages[0].id, action, "manual"
    )
    answer = (await stage.sandbox.door.send(press)).body
    await stage.settle()
    return words(answer)


async def case_of(stage: Stage) -> str:
    """Mette has registered a wish; its id."""
    await stage.meet(in_minutes=120)
    meeting = (await stage.rows("SELECT id FROM meetings"))[0]
    form = {k: v for k, v in WISH.items() if k != "ground"}
    await stage.press("mette", "register_open")
    await stage.press(
        "mette", "register_submit", **form, ground="remember", meeting=str(meeting["id"])
    )
    return str((await stage.request())["id"])


# --- a printout without any recording (B5) --------------------------------------------------------


@pytest.mark.rule("B5")
async def test_a_printout_is_asked_for_without_a_recording(stage: Stage) -> None:
    await stage.press("mette", "printout_open")
    answer = await stage.press(
        "mette", "printout_submit",
        citizen_name="Ole Madsen", contact="Egevej 3", about="Mødet om huslejen",
    )  # fmt: skip
    assert answer["kind"] == "card"
    assert await stage.rows("SELECT 1 FROM requests") == []
    for colleague in ("mette", "nadia"):
        assert "Mødet om huslejen" in seen_by(stage, colleague)
    assert "Mødet om huslejen" not in seen_by(stage, "ahmed")
    queue = await stage.press("nadia", "queue")
    assert "Udskrift af notat eller referat" in words(queue["value"])
    await stage.press("nadia", "errand_take", having="Tag udskrift")
    assert "errand_take" not in verbs(stage.messages(stage.personal("mette"))[-1].card)
    row = (await stage.rows("SELECT * FROM errands"))[0]
    assert (row["kind"], row["state"]) == ("printout", "taken")

    empty = await stage.press("nadia", "errand_close")
    assert "Skriv" in words(empty["value"])
    await stage.press("nadia", "errand_close", done_on=today(stage, days=1))
    assert (await stage.rows("SELECT state FROM errands"))[0]["state"] == "taken"
    await stage.press("nadia", "errand_close", done_on=today(stage))
    row = (await stage.rows("SELECT * FROM errands"))[0]
    assert (row["state"], row["facts"]["done_on"]) == ("done", today(stage))


@pytest.mark.rule("B5")
async def test_a_printout_form_says_what_is_missing_and_keeps_the_rest(stage: Stage) -> None:
    await stage.press("mette", "printout_open")
    answer = await stage.press("mette", "printout_submit", about="Mødet om huslejen")
    assert "Skriv, hvad borgeren hedder" in words(answer["value"])
    assert "Mødet om huslejen" in words(answer["value"])
    assert await stage.rows("SELECT 1 FROM errands") == []


async def test_a_printout_pressed_twice_is_one(stage: Stage) -> None:
    form = {"citizen_name": "Ole Madsen", "contact": "Egevej 3"}
    for _ in range(2):
        await stage.press("mette", "printout_open")
        await stage.press("mette", "printout_submit", **form)
        await stage.press("mette", "menu")
    assert len(await stage.rows("SELECT 1 FROM errands")) == 1


async def test_a_printout_nobody_takes_comes_up_again(stage: Stage) -> None:
    await stage.press("mette", "printout_open")
    await stage.press("mette", "printout_submit", citizen_name="Ole Madsen", contact="Egevej 3")
    await stage.pass_time(days=5)
    assert "En udskrift venter" in seen_by(stage, "nadia")
    assert "Ole" not in words(stage.card(stage.personal("nadia"), having="En udskrift venter").card)
    answer = await stage.press("nadia", "errand", having="En udskrift venter")
    assert "Ole Madsen" in words(answer["value"])


# --- advice from HR/Jura (C32) ------------------------------------------------------------------


@pytest.mark.rule("C32")
async def test_hr_answers_in_the_card_and_the_case_has_the_answer(stage: Stage) -> None:
    await case_of(stage)
    await stage.press("mette", "legal_open")
    answer = await stage.press("mette", "legal_ask", considered="assessed", question=QUESTION)
    assert QUESTION in words(answer["value"])
    shown = words(stage.card(stage.personal("lene"), having=QUESTION).card)
    for needless in ("Ole", "glemmer", "ole@", "huske"):
        assert needless not in shown
    await stage.press("lene", "legal_answer", legal_answer=ADVICE)
    assert ADVICE in words(stage.card(stage.personal("mette"), having="Ole Madsen").card)
    assert ADVICE not in seen_by(stage, "jens")
    kinds = [row["kind"] for row in await stage.rows("SELECT kind FROM journal")]
    assert kinds.count("legal_answered") == 2


@pytest.mark.rule("C32")
async def test_nobody_else_answers_and_nobody_has_to_ask(stage: Stage) -> None:
    await case_of(stage)
    await stage.press("mette", "legal_open")
    await stage.press("mette", "legal_ask", question=QUESTION)
    errand = str((await stage.rows("SELECT id FROM errands"))[0]["id"])
    await forge(stage, "mette", "legal_answer", errand_id=errand, legal_answer="Jo")
    assert (await stage.rows("SELECT state FROM errands"))[0]["state"] == "waiting"
    for verb in ("grant", "refuse_open"):  # the question stops nothing
        assert verb in verbs(stage.card(stage.personal("jens"), having="Ole Madsen").card)


async def test_a_question_without_words_comes_back(stage: Stage) -> None:
    await case_of(stage)
    await stage.press("mette", "legal_open")
    answer = await stage.press("mette", "legal_ask", question=" ")
    assert "Skriv dit spørgsmål" in words(answer["value"])


@pytest.mark.rule("C32")
async def test_without_hr_the_contact_stands_on_a_task(without_hr: Stage) -> None:
    await case_of(without_hr)
    answer = await without_hr.press("mette", "legal_open")
    assert "3821 4236" in words(answer["value"])
    task = without_hr.card(without_hr.personal("mette"), having="3821 4236")
    assert "task_done" in verbs(task.card)


# --- misuse (C34) ---------------------------------------------------------------------------------


@pytest.mark.rule("C34")
async def test_a_report_of_misuse_reaches_hr_and_nobody_else(stage: Stage) -> None:
    await stage.press("mette", "misuse_open")
    answer = await stage.press("mette", "misuse_submit", **REPORT)
    assert "gemt til Jura" in words(answer["value"])
    assert REPORT["happened"] in seen_by(stage, "lene")
    for person in ("mette", "nadia", "jens", "ahmed", "birgit"):
        assert REPORT["happened"] not in seen_by(stage, person)
    row = (await stage.rows("SELECT * FROM errands"))[0]
    assert (row["kind"], row["state"]) == ("misuse", "assessing")
    assert REPORT["happened"] not in str(dict(row))
    errand = str(row["id"])
    for person in ("mette", "jens"):
        assert REPORT["happened"] not in await forge(stage, person, "errand", errand_id=errand)
        said = await forge(
            stage, person, "misuse_close", errand_id=errand, police_report="no", reasons="Nej"
        )
        assert REPORT["happened"] not in said
    assert (await stage.rows("SELECT state FROM errands"))[0]["state"] == "assessing"


@pytest.mark.rule("C34")
async def test_the_police_are_told_by_a_person_and_the_day_is_noted(stage: Stage) -> None:
    await stage.press("mette", "misuse_open")
    await stage.press("mette", "misuse_submit", **REPORT)
    await stage.press(
        "lene", "misuse_close", police_report="yes", reasons="Andres forhold er delt."
    )
    assert (await stage.rows("SELECT state FROM errands"))[0]["state"] == "assessing"
    await stage.press("lene", "misuse_save", police_report="yes", reasons="Andres forhold er delt.")
    await stage.press(
        "lene", "misuse_close",
        police_report="yes", reasons="Andres forhold er delt.", reported_on=today(stage),
    )  # fmt: skip
    row = (await stage.rows("SELECT * FROM errands"))[0]
    assert (row["state"], row["facts"]["police_report"]) == ("closed", "yes")
    assert stage.answers() == []


async def test_a_report_says_what_happened_or_comes_back(stage: Stage) -> None:
    await stage.press("mette", "misuse_open")
    answer = await stage.press("mette", "misuse_submit", shared="En side på nettet")
    assert "En side på nettet" in words(answer["value"])
    assert await stage.rows("SELECT 1 FROM errands") == []


@pytest.mark.rule("C34")
async def test_a_report_can_begin_at_the_case(stage: Stage) -> None:
    await case_of(stage)
    await stage.start()
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=5)
    await stage.press("mette", "misuse_open", having="Ole Madsen")
    answer = await stage.press("mette", "misuse_submit", having="Handler om", **REPORT)
    assert "gemt til Jura" in words(answer["value"])
    number = (await stage.request())["number"]
    assert number in words(stage.card(stage.personal("lene"), having=REPORT["happened"]).card)


# --- practice (C10, C11) ------------------------------------------------------------------------


async def decided(stage: Stage, count: int, ground: str, outcome: str) -> None:
    async with stage.database.unit() as unit:
        for _ in range(count):
            await unit.session.execute(
                text(
                    "INSERT INTO precedents (id, quarter, department, relation, meeting_kind, ground,"
                    " outcome) VALUES (:id, '2026-4', 'familie', 'citizen', 'phone', :ground, :outcome)"
                ),
                {"id": uuid4(), "ground": ground, "outcome": outcome},
            )


@pytest.mark.rule("C10", "C11")
async def test_practice_is_for_hr_alone_and_hides_small_numbers(albertslund: Stage) -> None:
    stage = albertslund
    await decided(stage, 7, "notes", "granted")
    await decided(stage, 4, "notes", "not_granted")
    await stage.do("message", "lene", chat=stage.personal("lene"), text="hej")
    answer = await stage.press("lene", "practice")
    shown = words(answer["value"])
    assert "tilladt 7" in shown
    assert "ikke tilladt under 5" in shown
    await stage.do("message", "ahmed", chat=stage.personal("ahmed"), text="hej")
    for person in ("mette", "jens", "ahmed", "birgit"):
        assert "tilladt 7" not in await forge(stage, person, "practice")


async def test_practice_is_not_counted_where_the_guideline_does_not_ask(stage: Stage) -> None:
    await decided(stage, 7, "remember", "granted")
    assert "practice" not in verbs(stage.messages(stage.personal("lene"))[0].card)
    assert "7" not in await forge(stage, "lene", "practice")
