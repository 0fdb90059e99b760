"""A press that Teams delivers twice: done once, and answered the same both times, whatever was pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from bots.actions import VERBS
from casework.jobs.upkeep import ANSWERS_KEPT
from clock import ShiftedClock
from sandbox import activities
from tests.scenario.stage import Stage, words
from tests.scenario.wishing import Town, in_town
from tests.system.test_who_may_what import everything
from texts.catalog import text

PEOPLE = ("mette", "jens", "lene", "birgit", "nadia")
LAST = (
    "withdraw",
    "employee_withdraw",
    "refuse_confirm",
    "refuse_agree",
    "talk_end",
    "note_copied",
)
"""These end something; whatever else there is comes before them."""
DOES = frozenset(
    {
        "companion_set", "errand_take", "ground", "guide_done", "guide_turn", "guided", "hold_lift",
        "hold_set", "ledger_export", "legal_ask", "misuse_submit", "note_copied", "oral_decision",
        "person_export", "phone_possible", "printout_submit", "read_aloud", "script_print", "task_done",
        "wants_save", "withdraw",
    }
)  # fmt: skip
"""What changes something in this scenario; the rest is answered with what is missing, or whose it is."""
TYPED = {
    "citizen_name": "Ole Madsen", "answer_by": "email", "contact": "ole@borger.example",
    "ground": "remember", "own_words": "Jeg glemmer det, vi aftaler", "phone_possible": "false",
    "meeting_kind": "phone", "decision_text": "Du får hjælp to timer om ugen.", "turn": "deciding",
    "situation": "video_seen", "reason": "Vi nåede det ikke.", "why": "Vi nåede det ikke.",
    "question": "Må vi sige nej her?", "happened": "En optagelse er lagt på nettet.",
    "held_why": "Borgeren har klaget.", "person": "Ole Madsen", "companion": "Anna Madsen",
    "not_guided_why": "Vi nåede det ikke.", "name": "Anna Madsen",
}  # fmt: skip


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def marks(stage: Stage) -> str:
    """One mark over every row of every table, the deliveries themselves apart."""
    async with stage.database.unit() as unit:
        return await everything(unit, but="inbound")


async def ids_of(stage: Stage) -> dict[str, str]:
    """Every thing there is to press on, the newest of each kind."""
    tables = {
        "request_id": "requests", "meeting_id": "meetings", "occurrence_id": "occurrences",
        "errand_id": "errands", "task_id": "tasks", "incident_id": "incidents",
    }  # fmt: skip
    found = {"number": "", "note_taker_id": "00000000-0000-4000-8000-000000000000"}
    for name, table in tables.items():
        query = f"SELECT id FROM {table} ORDER BY id LIMIT 1"
        rows = await stage.rows(query)
        found[name] = str(rows[0]["id"]) if rows else found["note_taker_id"]
    return found


def pressed(stage: Stage, person: str, verb: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The activity of one press in the person's own chat."""
    world = stage.sandbox.world
    place = world.personal_chat(person)
    action = {"verb": verb, "data": dict(data)}
    return activities.card_action(
        world, place, world.people[person], place.messages[0].id, action, "manual"
    )


async def test_whatever_is_pressed_is_done_once_and_answered_the_same(town: Town) -> None:
    """Every button there is, by everybody: the second delivery leaves every row as it was."""
    stage = town.stage
    request = await town.ask("virtual")
    await town.begin("virtual", "ole")
    changed: set[str] = set()
    verbs = sorted((v for v, verb in VERBS.items() if not verb.looks), key=lambda v: v in LAST)
    for verb in verbs:
        ids = await ids_of(stage)
        data = TYPED | ids | {"case_number": request["number"], "meeting": ids["meeting_id"]}
        for person in PEOPLE:
            press = pressed(stage, person, verb, data)
            before = await marks(stage)
            first = await stage.sandbox.door.send(press)
            once = await marks(stage)
            again = await stage.sandbox.door.send(press)
            assert (first.status, again.status) == (200, 200), (verb, person)
            assert again.body == first.body, (verb, person)
            assert await marks(stage) == once, (verb, person)
            if before != once:
                changed.add(verb)
    assert changed >= DOES, sorted(DOES - changed)


async def test_an_answer_is_soon_forgotten_and_nobody_else_gets_it(town: Town) -> None:
    """It is sealed, for one person, and gone within two hours: then a plain word is said."""
    stage = town.stage
    request = await town.ask("virtual")
    press = pressed(stage, "mette", "ground", {"request_id": str(request["id"])})
    first = await stage.sandbox.door.send(press)
    assert request["number"] in words(first.body["value"])
    rows = await stage.rows("SELECT answer FROM inbound WHERE answer IS NOT NULL")
    assert rows
    assert request["number"] not in str([bytes(row["answer"]) for row in rows])
    other = press | {"from": stage.sandbox.world.people["ole"].account()}
    assert text("toast.delivered_before") in words((await stage.sandbox.door.send(other)).body)
    await stage.pass_time(seconds=(ANSWERS_KEPT + timedelta(hours=1, minutes=1)).total_seconds())
    assert await stage.rows("SELECT 1 FROM inbound WHERE answer IS NOT NULL") == []
    late = await stage.sandbox.door.send(press)
    assert text("toast.delivered_before") in words(late.body)
    assert len(await stage.rows("SELECT 1 FROM ground_looks")) == 1
